"""What stands beside a letter: its blanks, what one can do with it, where it goes; and how far it has come."""

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

TO = {META: "to Meta", AUTHORITY: "to the authority", "person": "to someone you know", "other": "to others"}
ACTS = (
    ("save", "Save it to a file"),
    ("copy", "Copy it"),
    ("mail", "Open it in your mail program"),
    ("edit", "Edit the finished text"),
)
SENT = ("sent", "I sent it")


def letter_form_options(draft: Draft, kept: Mapping[str, Sequence[str]], *, sent: bool) -> Iterator[Option]:
    """Everything that can be chosen beside a letter."""
    yield _heading("Fill in", first=True)
    yield from _which(draft)
    yield from (Option(_blank(draft, blank), id=f"blank {blank.id}") for blank in draft.letter.fields)
    yield from _keeping(draft, kept)
    yield _heading("Then")
    yield from (Option(styled(words), id=id) for id, words in (*ACTS, *([SENT] if sent else [])))
    yield Option(styled("What it says about the law, and its sources"), id="law")
    yield from _ways(draft)


def letter_status_rows(draft: Draft, written: RenderedLetter, *, edited: bool) -> Iterator[Row]:
    """What is still missing, does not fit or is too long, and what to know before the letter goes out."""
    wrong = too_long_error(draft.letter, written)
    if edited:
        yield hanging_row(
            "You edited this text by hand; the form no longer changes it. x takes your edit back.", styled("!  ", ALERT)
        )
    elif draft.missing:
        yield hanging_row(f"Still needed: {'; '.join(_named(draft, blank) for blank in draft.missing)}", styled("○  ", ALERT))
    elif wrong is None:
        yield hanging_row("Nothing is missing.", styled("✓  ", GOOD))
    if wrong and (edited or not draft.missing):
        yield hanging_row(str(wrong), styled("!  ", ALERT))
    for remark in letter_warnings(draft.letter, draft.snapshot, draft.objection, written):
        yield hanging_row(styled(remark, QUIET), styled("·  ", QUIET))


def _named(draft: Draft, blank: LetterField) -> str:
    return f"{blank.label} ({draft.errors[blank.id]})" if blank.id in draft.errors else blank.label


def _heading(words: str, *, first: bool = False) -> Option:
    return Option(concat("" if first else "\n", styled(words, STRONG)), disabled=True)


def _which(draft: Draft) -> Iterator[Option]:
    """Which case and which language, where there are several."""
    others = ", ".join(each.title for each in objection_choices(draft)[1:])
    if draft.objection and others:
        yield Option(_filled("Which case", draft.objection.title, f"or {others}"), id="other_case")
    own, *known = (draft.snapshot.library.languages[id].name for id in language_choices(draft))
    if known:
        yield Option(_filled("Language of the letter", own, f"or {', '.join(known)}"), id="other_language")


def _blank(draft: Draft, blank: LetterField) -> HangingOption:
    """A blank with what stands in it, or with a word that says whether it is needed."""
    if blank.id in draft.errors:
        return HangingOption(
            hanging_row(concat(blank.label, styled("  does not fit", ALERT))),
            hanging_row(styled(draft.errors[blank.id], QUIET), "  "),
        )
    words = draft.display_text(blank)
    if not words:
        needed = blank.required
        return HangingOption(
            hanging_row(concat(blank.label, styled("  needed" if needed else "  if you like", ALERT if needed else QUIET)))
        )
    whence = "" if draft.given.get(blank.id) else "from your case" if blank.events else "filled in for you"
    return _filled(blank.label, words, whence)


def _filled(label: str, value: str, aside: str) -> HangingOption:
    return HangingOption(hanging_row(styled(label, QUIET)), hanging_row(value, "  "), aside=aside)


def _keeping(draft: Draft, kept: Mapping[str, Sequence[str]]) -> Iterator[Option]:
    """To keep what is personal, or to forget what is kept."""
    if has_unsaved_personal_input(draft, kept):
        yield Option(_offer("Keep my name and addresses for the next letter"), id="keep")
    if kept:
        yield Option(_offer("Forget my name and addresses"), id="forget")


def _offer(words: str) -> Content:
    return styled(words, QUIET)


def _ways(draft: Draft) -> Iterator[Option]:
    """Where the letter goes, with what one should know of the office."""
    ways = delivery_channels(draft.letter, draft.snapshot)
    office = authority_for_letter(draft.letter, draft.snapshot)
    if not ways and not office:
        return
    yield _heading("Where to send it")
    if office:
        yield Option(
            HangingOption(hanging_row(office.name), *(hanging_row(styled(each, QUIET)) for each in authority_notes(office))),
            disabled=True,
        )
    for number, way in enumerate(ways):
        yield Option(HangingOption(hanging_row(way.label), aside=way.url.removeprefix("https://")), id=f"way {number}")
