"""The page of one letter: what it says, its form, what can be done with it, and what to know before it goes out.

The full screen shows the form beside the letter; line mode reads the letter out and then asks what to do.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from wizard.core.formatting import REQUEST_STATUS_WORDS
from wizard.core.letter.catalogue import started_requests
from wizard.core.letter.delivery import authority_for_letter, authority_notes, delivery_channels, recorded_targets
from wizard.core.letter.draft import Draft
from wizard.core.letter.letter_request import has_unsaved_personal_input, language_choices, request_choices
from wizard.core.letter.models import AUTHORITY, META, Letter, LetterField
from wizard.core.snapshot import Snapshot
from wizard.errors import WizardError
from wizard.i18n import N_, _, join_parts

from .actions import ForgetLetterFields, OpenLink
from .error_messages import error_text
from .letter_actions import (
    AskLetterLanguage,
    ChangeFields,
    ChooseRequest,
    CopyLetter,
    DiscardLetterEdit,
    EditAllFields,
    EditField,
    EditLetterText,
    KeepLetterFields,
    MailLetter,
    OpenLegalStatements,
    ReadLetter,
    RecordLetterSent,
    RecordSentTo,
    SaveLetter,
    SaveLetterAs,
    ShowAuthority,
    SwitchLanguage,
    SwitchRequest,
)
from .page import ChoiceGroup, Page, PageChoice, PageSection, TextLine, Tone

TITLES = {
    META: N_("Letter to Meta"),
    AUTHORITY: N_("Letter to the authority"),
    "person": N_("Letter to someone you know"),
    "other": N_("Letter to others"),
}
"""The title of the page by the recipient of the letter."""
FORMAT_LABELS = {
    "txt": N_("Plain text, for a form, a chat or to print"),
    "html": N_("A page to print, which opens in your browser"),
    "pdf": N_("A PDF, to print or to send"),
    "eml": N_("A mail draft, which opens in your mail program"),
    "md": N_("Markdown"),
}
"""What each format of a letter is good for, in the order in which they are offered."""
DESCRIPTION, AUTHORITY_NOTES = "description", "authority"
SENT = "sent"
"""The id of the choice that records the sending."""


class LetterStatus(NamedTuple):
    """What the page needs to know beside the draft: the stored personal fields, and whether the text was edited by hand."""

    saved_fields: Mapping[str, Sequence[str]]
    is_edited: bool = False


def description_page(letter: Letter, obstacle: str = "") -> Page:
    """Return what a letter says and cannot do; first the obstacle, if it cannot be written here."""
    lines = (
        *([TextLine(obstacle, tone=Tone.ALERT)] if obstacle else []),
        TextLine(letter.summary, _("What it says:")),
        TextLine(letter.limits, _("What it cannot do:")),
    )
    return Page(title=letter.title, sections=(PageSection(DESCRIPTION, lines),))


def letter_title(draft: Draft | None, letter: Letter | None) -> tuple[str, str]:
    """Return the title of the page of a letter, and the request that it is about with its status; "" for none."""
    request = draft.request if draft else None
    status = f"{request.label} · {REQUEST_STATUS_WORDS[request.status]}" if request else ""
    return _(TITLES[letter.recipient]) if letter else _("Letter"), status


def letter_page(draft: Draft, status: LetterStatus) -> Page:
    """Return what can be done with a letter that has been read out."""
    sending = (_sending_choice(),) if recorded_targets(draft) else ()
    change = PageChoice("change", _("Change what I filled in"), ChangeFields())
    read = PageChoice("again", _("Hear the letter again"), ReadLetter())
    authority = [PageChoice("office", _("About the authority"), ShowAuthority())]
    return Page(
        title="",
        prompt=_("What now?"),
        choices=(
            *_export_choices(),
            *sending,
            change,
            *_edit_choices(status),
            read,
            *_switch_choices(draft),
            _law_choice(draft),
            *(each._replace(label=_("Where to send it: {channel}", channel=each.label), hint="") for each in _channels(draft)),
            *(authority if authority_for_letter(draft.letter, draft.snapshot) else []),
            *_storage_choices(draft, status),
        ),
        help=_(
            "The letter is complete. Nothing is sent from here: save it, copy it or take it to your mail program,"
            " and send it yourself."
        ),
    )


def letter_form_page(draft: Draft, status: LetterStatus) -> Page:
    """Return the form of a letter: its fields, then what can be done with it, then where to send it."""
    sending = (_sending_choice(),) if recorded_targets(draft) else ()
    fields = (_field_choice(draft, field) for field in draft.letter.fields)
    groups = (
        ChoiceGroup(_("Fill in"), (*_switch_choices(draft), *fields, *_storage_choices(draft, status))),
        ChoiceGroup(_("Then"), (*_export_choices(), *_edit_choices(status), *sending, _law_choice(draft))),
        ChoiceGroup(_("Where to send it"), tuple(_channels(draft))),
    )
    return Page(title="", sections=(authority_section(draft),), groups=groups)


def authority_section(draft: Draft) -> PageSection:
    """Return the authority that the letter goes to, with what to know about it; empty if it goes elsewhere."""
    authority = authority_for_letter(draft.letter, draft.snapshot)
    lines = (authority.name, *authority_notes(authority)) if authority else ()
    return PageSection(AUTHORITY_NOTES, tuple(map(TextLine, lines)))


def letter_notes(draft: Draft, too_long: WizardError | None, warnings: Sequence[str], *, is_edited: bool) -> tuple[TextLine, ...]:
    """Return what is missing, invalid or too long, and what to know before sending."""
    lines = []
    if is_edited:
        lines += [TextLine(_("You edited this text by hand. What you fill in no longer changes it."), tone=Tone.ALERT)]
    elif draft.missing:
        lines += [TextLine(missing_fields_text(draft), tone=Tone.ALERT)]
    elif too_long is None:
        lines += [TextLine(_("Nothing is missing."), tone=Tone.GOOD)]
    if too_long and (is_edited or not draft.missing):
        lines += [TextLine(error_text(too_long), tone=Tone.ALERT)]
    return (*lines, *(TextLine(warning, tone=Tone.QUIET) for warning in warnings))


def missing_fields_text(draft: Draft) -> str:
    """Return which fields are still needed, each with the reason if its input does not fit."""
    errors = draft.errors
    labels = (f"{each.label} ({error_text(errors[each.id])})" if each.id in errors else each.label for each in draft.missing)
    return _("Still needed: {fields}.", fields=join_parts(labels))


def change_page(draft: Draft) -> Page:
    """Return the question which field is to be changed, each with its content."""
    fields = (
        PageChoice(field_choice_id(each), each.label, EditField(each.id), hint=draft.display_text(each) or _("empty"))
        for each in draft.letter.fields
    )
    return Page(
        title="",
        prompt=_("What would you like to change?"),
        choices=(*fields, PageChoice("all", _("All, one after the other"), EditAllFields())),
        help=_("Choose what is to be different; everything else in the letter stays. What you type is written to no file."),
    )


def request_choice_page(snapshot: Snapshot) -> Page:
    """Return the question which request a letter is about."""
    return Page(
        title="",
        prompt=_("About which request?"),
        choices=tuple(
            PageChoice(each.target, each.name, ChooseRequest(each.target), hint=REQUEST_STATUS_WORDS[each.status])
            for each in started_requests(snapshot)
        ),
        help=_("Each request has its own dates. The letter is about one request."),
    )


def letter_language_page(draft: Draft) -> Page:
    """Return the question in which language to write the letter; Enter takes the present one."""
    languages = draft.snapshot.library.languages
    return Page(
        title="",
        prompt=_("In which language?"),
        choices=tuple(PageChoice(id, languages[id].name, SwitchLanguage(id)) for id in language_choices(draft)),
        default=draft.letter.language,
        help=_("What you filled in stays. Your own language comes first, then the authority's."),
    )


def format_page() -> Page:
    """Return the question in which format to save a letter."""
    return Page(
        title="",
        prompt=_("As what?"),
        choices=tuple(PageChoice(id, _(label), SaveLetterAs(id)) for id, label in FORMAT_LABELS.items()),
        help=_("A letter can be saved for a form, for paper, or for your mail program."),
    )


def sent_page(snapshot: Snapshot, targets: tuple[str, ...]) -> Page:
    """Return the question for which of several accounts the letter was sent."""
    accounts = (PageChoice(each, snapshot.request_heading(each), RecordSentTo((each,))) for each in targets)
    return Page(
        title="",
        prompt=_("For which accounts did you send it?"),
        choices=(PageChoice("every", _("For all of these"), RecordSentTo(targets)), *accounts),
        help=_("A letter can speak for several accounts. Each account has a request of its own, with its own answer."),
    )


def field_question(field: LetterField, position: int, count: int) -> str:
    """Return the question for a field that is asked as the one at `position` of `count`."""
    question = field.label if field.required else _("{question} (if you like)", question=field.label)
    if count < 2:
        return question
    return _("{position} of {count}. {question}", position=position, count=count, question=question)


def field_choice_id(field: LetterField) -> str:
    """Return the id of the choice that asks for this field."""
    return f"field {field.id}"


def _field_choice(draft: Draft, field: LetterField) -> PageChoice:
    """Return a field with its content as the summary, or with the reason why it is empty or does not fit."""
    choice = PageChoice(field_choice_id(field), field.label, EditField(field.id))
    if field.id in draft.errors:
        return choice._replace(hint=_("does not fit"), summary=error_text(draft.errors[field.id]), tone=Tone.ALERT)
    text = draft.display_text(field)
    if not text:
        return (
            choice._replace(hint=_("needed"), tone=Tone.ALERT)
            if field.required
            else choice._replace(hint=_("if you like"), tone=Tone.QUIET)
        )
    origin = _("from your request") if field.events else _("filled in for you")
    return choice._replace(hint="" if draft.given.get(field.id) else origin, summary=text)


def _export_choices() -> Iterator[PageChoice]:
    yield PageChoice("save", _("Save it to a file"), SaveLetter())
    yield PageChoice("copy", _("Copy it"), CopyLetter())
    yield PageChoice("mail", _("Open it in your mail program"), MailLetter())


def _sending_choice() -> PageChoice:
    return PageChoice(SENT, _("I sent it"), RecordLetterSent())


def _edit_choices(status: LetterStatus) -> Iterator[PageChoice]:
    yield PageChoice("edit", _("Edit the finished text in my own editor"), EditLetterText())
    if status.is_edited:
        yield PageChoice("unedit", _("Take my edit back"), DiscardLetterEdit())


def _law_choice(draft: Draft) -> PageChoice:
    return PageChoice("law", _("What it says about the law, and its sources"), OpenLegalStatements(draft.letter.id))


def _switch_choices(draft: Draft) -> Iterator[PageChoice]:
    """Yield choices for the next request and the next language, where there are several."""
    requests, languages = request_choices(draft), draft.snapshot.library.languages
    if len(requests) > 1:
        label = _("It is about {account}: take {next} instead", account=requests[0].title, next=requests[1].title)
        yield PageChoice("case", label, SwitchRequest())
    others = [id for id in language_choices(draft) if id != draft.letter.language]
    language = languages[draft.letter.language].name
    if len(others) == 1:
        label = _("It is in {language}: take {next} instead", language=language, next=languages[others[0]].name)
        yield PageChoice("language", label, SwitchLanguage(others[0]))
    elif others:
        yield PageChoice("language", _("It is in {language}: choose another one", language=language), AskLetterLanguage())


def _storage_choices(draft: Draft, status: LetterStatus) -> Iterator[PageChoice]:
    """Yield choices that store the personal fields or delete the stored ones."""
    if has_unsaved_personal_input(draft, status.saved_fields):
        yield PageChoice("keep", _("Keep my name and addresses for the next letter"), KeepLetterFields())
    if status.saved_fields:
        yield PageChoice("forget", _("Forget my name and addresses"), ForgetLetterFields())


def _channels(draft: Draft) -> Iterator[PageChoice]:
    """Yield where the letter can be sent, each with its address."""
    for number, channel in enumerate(delivery_channels(draft.letter, draft.snapshot)):
        address = channel.url.removeprefix("https://")
        yield PageChoice(f"channel {number}", channel.label, OpenLink(channel.label, channel.url), hint=address)
