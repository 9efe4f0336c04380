"""How the form beside a letter is drawn: its fields and actions, where to send it, and the status of the draft."""

from collections.abc import Iterable, Iterator

from textual.widgets.option_list import Option

from wizard.tui.page_content import STYLES, choice_option, group_heading, label_option
from wizard.tui.widgets.hanging_text import HangingOption, Row, hanging_row
from wizard.tui.widgets.styled_text import ALERT, QUIET, STRONG, concat, styled
from wizard.views.actions import ForgetLetterFields
from wizard.views.letter import AUTHORITY_NOTES
from wizard.views.letter_actions import EditField, KeepLetterFields
from wizard.views.page import Page, PageChoice, TextLine, Tone

MARKS = {Tone.GOOD: "✓  ", Tone.ALERT: "!  ", Tone.QUIET: "·  "}
"""The signs before the notes on a letter: complete, something is wrong, good to know."""
SECOND = (KeepLetterFields, ForgetLetterFields)
"""Actions that stand back behind the fields of the form."""


def letter_form_options(page: Page) -> Iterator[Option]:
    """Yield the rows of the form; the last group begins with the authority."""
    authority = page.lines(AUTHORITY_NOTES)
    for index, group in enumerate(page.groups):
        is_last = index == len(page.groups) - 1
        if not group.choices and not (is_last and authority):
            continue
        yield group_heading(group.title, is_first=not index)
        if is_last and authority:
            name, *notes = authority
            yield Option(
                HangingOption(hanging_row(name.text), *(hanging_row(styled(note.text, QUIET)) for note in notes)), disabled=True
            )
        yield from map(_form_option, group.choices)


def letter_note_rows(notes: Iterable[TextLine]) -> Iterator[Row]:
    """Yield the notes on a letter, each with its sign."""
    for note in notes:
        style = STYLES[note.tone]
        yield hanging_row(styled(note.text, QUIET if note.tone == Tone.QUIET else ""), styled(MARKS[note.tone], style))


def description_rows(lines: Iterable[TextLine]) -> Iterator[Row]:
    """Yield what a letter says and cannot do, each under its label; an obstacle has a sign before it."""
    for index, line in enumerate(lines):
        if index:
            yield hanging_row("")
        if line.label:
            yield hanging_row(styled(line.label, STRONG))
        yield hanging_row(line.text, styled(MARKS[line.tone], ALERT) if line.tone == Tone.ALERT else "")


def _form_option(choice: PageChoice) -> Option:
    if isinstance(choice.action, SECOND):
        return label_option(choice.label, choice.id, QUIET)
    if not isinstance(choice.action, EditField):
        return choice_option(choice)
    return Option(_field_option(choice), id=choice.id)


def _field_option(choice: PageChoice) -> HangingOption:
    """Return a field with its content, or with the reason why it is empty or does not fit."""
    if choice.summary and choice.tone == Tone.NORMAL:
        return HangingOption(hanging_row(styled(choice.label, QUIET)), hanging_row(choice.summary, "  "), hint=choice.hint)
    rows = [hanging_row(concat(choice.label, styled(f"  {choice.hint}", STYLES[choice.tone])))]
    rows += [hanging_row(styled(choice.summary, QUIET), "  ")] if choice.summary else []
    return HangingOption(*rows)
