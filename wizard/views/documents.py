"""The plan and the dates as documents: which there are, and what can be done with each. `export.documents` writes them."""

from collections.abc import Mapping
from typing import NamedTuple

from wizard.core.sanitize import escape_line, sanitize_line
from wizard.i18n import N_, _, capitalized

from .actions import OpenDocument, PreviewDocument, SaveDocument
from .page import Page, PageChoice, PageSection, TextLine
from .step_actions import SayPlan

READABLE = N_("Readable by you alone. ~ is your home folder.")
SAVE_AS = N_("Save as")
SAVE_BESIDE, REPLACE_FILE = N_("Save as {name} beside it"), N_("Replace {name}")
SAVE_AS_WHICH_FILE = N_("Save as which file?")
SAVE_HELP = N_(
    "Nothing is written before you say where. The file will be readable by you alone; "
    "one that is there already is replaced only if you say so."
)
REPLACE_HELP = N_("If you answer no, that file stays as it is, and you can give another name.")
SLIP_HELP = N_("It may have been meant for another question. Answer no to give another name.")
NOTE = "note"
"""The section that says what a document holds, if its own text is not readable."""


class DocumentKind(NamedTuple):
    """A document with its title and file name; `contents_note` says what it holds if its own text is not readable."""

    title: str
    file: str
    contents_note: str = ""


DOCUMENT_KINDS = {
    "html": DocumentKind(
        N_("a page to print"),
        "my-photo-plan.html",
        N_("The page holds all this, and each step with its taps, limits and sources, boxes to tick and codes for the phone."),
    ),
    "pdf": DocumentKind(
        N_("a PDF, to print or to send"),
        "my-photo-plan.pdf",
        N_("The PDF holds all this, and each step with its taps, limits and sources, boxes to tick and codes for the phone."),
    ),
    "text": DocumentKind(N_("plain text, with all taps"), "my-photo-plan.txt"),
    "md": DocumentKind(N_("Markdown, with all taps and boxes to tick"), "my-photo-plan.md"),
    "json": DocumentKind(N_("JSON, for programs"), "my-photo-plan.json"),
    "ics": DocumentKind(
        N_("a calendar that names no account"),
        "my-photo-dates.ics",
        N_("A file for your calendar program. It says only that an answer about your photos is due: calendars are often shared."),
    ),
    "ics-details": DocumentKind(
        N_("a calendar that names the accounts"),
        "my-photo-dates.ics",
        N_("A file for your calendar program. It names your accounts and what is due."),
    ),
}
"""The documents by id, in the order in which they are offered. Their texts are translated where they are shown."""

SHARED_KINDS = {
    "html-everyone": DocumentKind(
        N_("a page to print, for everyone at this computer"),
        "our-photo-plans.html",
        N_("One page with the plan of each person, a part for each with their name."),
    ),
    "text-everyone": DocumentKind(N_("plain text, for everyone at this computer"), "our-photo-plans.txt"),
    "ics-everyone": DocumentKind(
        N_("one calendar for everyone at this computer"),
        "our-photo-dates.ics",
        N_("A file for your calendar program, with the dates of each person. It names the people and their accounts."),
    ),
}
"""The documents that cover all people, offered as soon as there are several."""


def document_kind(document_id: str) -> DocumentKind:
    """Return what kind of document this is."""
    return DOCUMENT_KINDS.get(document_id) or SHARED_KINDS[document_id]


def offered_documents(*, has_others: bool = False) -> Mapping[str, DocumentKind]:
    """Return the documents that are offered, by id; those for everyone if there are several people."""
    return {**DOCUMENT_KINDS, **SHARED_KINDS} if has_others else DOCUMENT_KINDS


def documents_page(*, has_others: bool = False) -> Page:
    """Return the list of documents."""
    offered = offered_documents(has_others=has_others)
    files = (PageChoice(id, _("A file: {document}", document=_(kind.title)), OpenDocument(id)) for id, kind in offered.items())
    return Page(
        title=_("Plan and calendar"),
        prompt=_("Which document?"),
        choices=(PageChoice("here", _("Say the plan here"), SayPlan()), *files),
        help=_(SAVE_HELP),
    )


def document_page(document_id: str) -> Page:
    """Return one document: what it holds, and what can be done with it. The status names it beside a preview."""
    kind = document_kind(document_id)
    title = _(kind.title)
    return Page(
        title="",
        status=(title,),
        sections=(PageSection(NOTE, (TextLine(_(kind.contents_note)),), is_introduction=True),) if kind.contents_note else (),
        prompt=_("{document}: what now?", document=capitalized(title)),
        choices=(
            PageChoice("save", _("Save it to a file"), SaveDocument(document_id)),
            PageChoice("hear", _("Hear first what is in it"), PreviewDocument(document_id)),
        ),
        help=_(SAVE_HELP),
    )


def preview_title() -> str:
    """Return the title of a preview."""
    return _("Plan on paper")


def preview_help() -> str:
    """Return what the previews are for."""
    return _("Your plan and its dates as documents. Nothing is written before you say where.")


def already_there(path: object) -> str:
    """Return that a file at this path exists already."""
    return _("{path} is there already.", path=escape_line(path))


def replace_question(path: object) -> str:
    """Return the question whether to replace a file that exists already."""
    return _("{path} is there already. Replace it?", path=escape_line(path))


def slip_question(name: str) -> str:
    """Return the question whether to save a file under a name that was probably typed for another question."""
    return _("“{name}” is an odd name for a file. Save it under that name?", name=sanitize_line(name))
