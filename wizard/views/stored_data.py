"""Everything that is stored about the user: see it, copy it, merge another copy, remove it."""

from pathlib import Path

from wizard.core.sanitize import escape_line
from wizard.i18n import N_, _

from .actions import AskImport, AskWipe, ExportState, GoBack, ShowStoredData, WipeState
from .page import Page, PageChoice, PageSection, TextLine, Tone
from .people import people_choice

ALL_REMOVED = N_("Everything was removed.")
NOTHING_REMOVED = N_("Nothing was removed.")
EXPORT_FILE = "my-photo-state.json"
"""The name that is proposed for a copy of the state file."""


def stored_data_page(person: str | None = None) -> Page:
    """Return what can be done with the stored data. The data itself is described by `describe_state`.

    `person` is whose file is open, "" for the first one; None if the user named a state file: then nobody else has one beside it.
    """
    return Page(
        title=_("What is stored"),
        prompt=_("What would you like to do?"),
        choices=(
            PageChoice("show", _("Say everything that is stored"), ShowStoredData()),
            PageChoice("export", _("Write a copy to a file"), ExportState()),
            PageChoice("import", _("Merge another copy in"), AskImport(), hint=_("nothing is lost")),
            PageChoice("wipe", _("Remove everything"), AskWipe()),
            *(() if person is None else (people_choice(person),)),
        ),
        help=_(
            "Your answers and what you did are kept in one file on this computer. See all of it, take it elsewhere, or remove it."
        ),
    )


def import_page() -> Page:
    """Return the question for the file that holds another copy."""
    return Page(
        title="",
        sections=(PageSection("promise", (TextLine(_("Nothing is removed."), tone=Tone.QUIET),)),),
        prompt=_("Which file holds the other copy?"),
        help=_("What is in both copies is kept once. Where two answers differ, the later one counts. Nothing is removed."),
    )


def wipe_page(path: Path, beyond: str) -> Page:
    """Return the question before everything is removed; `beyond` says what no program can remove."""
    removes = _("This removes {path} and its backup.", path=escape_line(path))
    return Page(
        title="",
        sections=(PageSection("removed", (TextLine(removes, tone=Tone.QUIET), TextLine(_(beyond), tone=Tone.QUIET))),),
        prompt=_("Remove everything for good?"),
        choices=(PageChoice("no", _("No, keep it"), GoBack()), PageChoice("yes", _("Yes, remove it"), WipeState())),
        default="no",
        help=_("This can't be undone. Write a copy to a file first, if you may want it back."),
    )
