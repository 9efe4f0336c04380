"""`state`: show, export, merge or remove everything that is stored."""

import sys
from argparse import ArgumentParser, Namespace, _SubParsersAction
from pathlib import Path

from wizard.errors import WizardError
from wizard.i18n import _
from wizard.storage.people import start_option
from wizard.storage.session import Session
from wizard.storage.state_report import describe_state, describe_wipe, export_state, is_own_copy, merge_state_file
from wizard.storage.store import Store
from wizard.views.user_messages import merged_message, saved_message

from .context import CommandContext
from .output_format import add_format_options, print_document


def arguments(parser: ArgumentParser) -> None:
    """Declare the arguments of the command."""
    actions = parser.add_subparsers(dest="act", required=True, metavar="ACTION")
    add_format_options(_add_action(actions, "show", _("say in words everything that is stored")))
    export = _add_action(actions, "export", _("write a copy"))
    export.add_argument("file", metavar="FILE", help=_("where to, or - for standard output"))
    merge = _add_action(actions, "import", _("merge another copy in; nothing is lost"))
    merge.add_argument("file", metavar="FILE", help=_("the copy"))
    wipe = _add_action(actions, "wipe", _("remove everything that this program stored"))
    wipe.add_argument("--yes", action="store_true", help=_("really do it"))


def _add_action(actions: "_SubParsersAction[ArgumentParser]", name: str, summary: str) -> ArgumentParser:
    """Add a command of `state`; its own help begins with what it does."""
    return actions.add_parser(name, help=summary, description=f"{summary[:1].upper()}{summary[1:]}.")


def run(options: Namespace, context: CommandContext) -> int:
    """Wipe, show, export or import the state. Wiping also works on a file that no session can open."""
    if options.act == "wipe":
        _wipe(context.store, start_option(context.state, context.person or ""), sure=options.yes)
    elif options.act == "show" and options.format == "json":
        print_document(export_state(context.session), "json")
    elif options.act == "show":
        sys.stdout.write("\n".join(describe_state(context.session)) + "\n")
    elif options.act == "export":
        _export(options.file, context)
    else:
        _import(Path(options.file), context.session)
    return 0


def _wipe(store: Store, option: str, *, sure: bool) -> None:
    """Remove all files of one person; `option` names the person on the command line.

    Raises WizardError if the user is not sure, or the state file is not ours.
    """
    store.require_ours()
    if not sure:
        raise WizardError("wipe-not-confirmed", path=store.path, option=option)
    sys.stdout.write("\n".join(describe_wipe(store, store.wipe())) + "\n")


def _export(file: str, context: CommandContext) -> None:
    """Write a copy to a file, replacing an older copy but no other file; "-" prints it."""
    if file != "-":
        context.check_output(file)
    text = export_state(context.session)
    if file == "-":
        print_document(text, "json")
    else:
        sys.stdout.write(f"{saved_message(context.write(file, text, replace=is_own_copy(Path(file))))}\n")


def _import(path: Path, session: Session) -> None:
    """Merge a copy and print how many of its events were new."""
    sys.stdout.write(f"{merged_message(merge_state_file(session, path))}\n")
