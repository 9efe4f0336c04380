"""The form beside a letter: fields, actions and channels; and the status of the draft."""

from collections.abc import Iterator, Mapping, Sequence

from textual.content import Content
from textual.widgets.option_list import Option

from wizard.core.letter.delivery import authority_for_letter, authority_notes, delivery_channels
from wizard.core.letter.draft import Draft
from wizard.core.letter.letter_request import has_unsaved_personal_input, language_choices, objection_choices
from wizard.core.letter.models import AUTHORITY, META, LetterField
from wizard.export.letter import RenderedLetter, too_long_error
from wizard.export.letter.letter_warnings import letter_warnings
from wizard.tui.widgets.hanging_text import HangingOption, Row, hanging_row
from wizard.tui.widgets.styled_text import ALERT, GOOD, QUIET, STRONG, concat, styled
from wizard.views.error_messages import error_text

TO = {META: "to Meta", AUTHORITY: "to the authority", "person": "to someone you know", "other": "to others"}
ACTS = (
    ("save", "Save it to a file"),
    ("copy", "Copy it"),
    ("mail", "Open it in your mail program"),
    ("edit", "Edit the finished text"),
)
SENT = ("sent", "I sent it")


def letter_form_options(draft: Draft, saved: Mapping[str, Sequence[str]], *, sent: bool) -> Iterator[Option]:
    """Yield the rows of the form; `sent` adds the row that records the sending."""
    yield _heading("Fill in", first=True)
    yield from _switch_options(draft)
    yield from (Option(_field_option(draft, field), id=f"blank {field.id}") for field in draft.letter.fields)
    yield from _storage_options(draft, saved)
    yield _heading("Then")
    yield from (Option(styled(label), id=id) for id, label in (*ACTS, *([SENT] if sent else [])))
    yield Option(styled("What it says about the law, and its sources"), id="law")
    yield from _channel_options(draft)


def letter_status_rows(draft: Draft, letter: RenderedLetter, *, edited: bool) -> Iterator[Row]:
    """Yield what is missing, invalid or too long, and what to know before sending."""
    error = too_long_error(draft.letter, letter)
    if edited:
        yield hanging_row(
            "You edited this text by hand; the form no longer changes it. x takes your edit back.", styled("!  ", ALERT)
        )
    elif draft.missing:
        yield hanging_row(
            f"Still needed: {'; '.join(_missing_label(draft, field) for field in draft.missing)}", styled("○  ", ALERT)
        )
    elif error is None:
        yield hanging_row("Nothing is missing.", styled("✓  ", GOOD))
    if error and (edited or not draft.missing):
        yield hanging_row(error_text(error), styled("!  ", ALERT))
    for warning in letter_warnings(draft.letter, draft.snapshot, draft.objection, letter):
        yield hanging_row(styled(warning, QUIET), styled("·  ", QUIET))


def _missing_label(draft: Draft, field: LetterField) -> str:
    return f"{field.label} ({error_text(draft.errors[field.id])})" if field.id in draft.errors else field.label


def _heading(text: str, *, first: bool = False) -> Option:
    return Option(concat("" if first else "\n", styled(text, STRONG)), disabled=True)


def _switch_options(draft: Draft) -> Iterator[Option]:
    """Yield rows that switch to another objection or language, if there is one."""
    other_objections = ", ".join(each.title for each in objection_choices(draft)[1:])
    if draft.objection and other_objections:
        yield Option(_value_option("Which case", draft.objection.title, f"or {other_objections}"), id="other_objection")
    current, *other_languages = (draft.snapshot.library.languages[id].name for id in language_choices(draft))
    if other_languages:
        yield Option(_value_option("Language of the letter", current, f"or {', '.join(other_languages)}"), id="other_language")


def _field_option(draft: Draft, field: LetterField) -> HangingOption:
    """Return a field with its value or error, or whether it is required."""
    if field.id in draft.errors:
        return HangingOption(
            hanging_row(concat(field.label, styled("  does not fit", ALERT))),
            hanging_row(styled(error_text(draft.errors[field.id]), QUIET), "  "),
        )
    text = draft.display_text(field)
    if not text:
        is_required = field.required
        return HangingOption(
            hanging_row(
                concat(field.label, styled("  needed" if is_required else "  if you like", ALERT if is_required else QUIET))
            )
        )
    origin = "" if draft.given.get(field.id) else "from your case" if field.events else "filled in for you"
    return _value_option(field.label, text, origin)


def _value_option(label: str, value: str, hint: str) -> HangingOption:
    return HangingOption(hanging_row(styled(label, QUIET)), hanging_row(value, "  "), hint=hint)


def _storage_options(draft: Draft, saved: Mapping[str, Sequence[str]]) -> Iterator[Option]:
    """Yield rows that store the personal fields or delete the stored ones."""
    if has_unsaved_personal_input(draft, saved):
        yield Option(_offer_text("Keep my name and addresses for the next letter"), id="keep")
    if saved:
        yield Option(_offer_text("Forget my name and addresses"), id="forget")


def _offer_text(text: str) -> Content:
    return styled(text, QUIET)


def _channel_options(draft: Draft) -> Iterator[Option]:
    """Yield where to send the letter, with notes about the authority."""
    channels = delivery_channels(draft.letter, draft.snapshot)
    authority = authority_for_letter(draft.letter, draft.snapshot)
    if not channels and not authority:
        return
    yield _heading("Where to send it")
    if authority:
        yield Option(
            HangingOption(
                hanging_row(authority.name), *(hanging_row(styled(each, QUIET)) for each in authority_notes(authority))
            ),
            disabled=True,
        )
    for index, channel in enumerate(channels):
        yield Option(HangingOption(hanging_row(channel.label), hint=channel.url.removeprefix("https://")), id=f"way {index}")
