"""Several people at one computer: who is this for, and someone new."""

from collections.abc import Iterable

from wizard.core.unfinished_work import UnfinishedWork
from wizard.i18n import N_, _

from .actions import NamePerson, OpenPage, OpenPerson, PageName
from .page import Page, PageChoice, message_page

FIRST_PERSON = N_("The first person")
PERSON_NAME = UnfinishedWork(N_("the name"))


def people_choice(present: str = "") -> PageChoice:
    """Return the choice that leads to the people at this computer, with whose file is open now."""
    label = _("Someone else at this computer")
    return PageChoice("people", label, OpenPage(PageName.PEOPLE), hint=person_opened_message(present))


def named_file_page() -> Page:
    """Return that nobody else has a file here, because the user named a state file."""
    return message_page(
        _("Someone else at this computer"), _("You chose the state file yourself, so other people have no files beside it.")
    )


def people_page(names: Iterable[str], present: str = "") -> Page:
    """Return the question for whom this is. `present` is the name of the person whose file is open, "" for the first one."""
    others = [name for name in names if name]
    return Page(
        title=_("Someone else at this computer"),
        prompt=_("Who is this for?"),
        choices=(
            PageChoice("first", _(FIRST_PERSON), OpenPerson()),
            *(PageChoice(f"person-{number}", name, OpenPerson(name)) for number, name in enumerate(others)),
            PageChoice("new", _("Add someone"), NamePerson()),
        ),
        default=f"person-{others.index(present)}" if present in others else "first",
        help=_("Each person has their own answers, plan and letters, in a file of their own. Nobody's are mixed."),
    )


def person_name_page() -> Page:
    """Return the question for the name of someone new."""
    return Page(
        title="",
        prompt=_("A name or nickname:"),
        help=_("Any name that you recognise. It stays on this computer."),
    )


def person_opened_message(name: str) -> str:
    """Return the sentence that says whose file is open now; "" stands for the first person."""
    return _("This is for {name} now.", name=name) if name else _("This is for the first person now.")
