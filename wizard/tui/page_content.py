"""Draw the parts of a page as Textual content."""

from collections.abc import Iterable, Iterator

from textual.widgets.option_list import Option

from wizard.core.blocks import Heading, ListBlock, Quote, Role, Section, TextBlock, line_text
from wizard.core.formatting import format_date
from wizard.views.page import ChoiceGroup, Page, PageBlock, PageChoice, ProgressText, TextLine, TimelineEvent, Tone

from .widgets.hanging_text import HangingOption, Row, hanging_row, section_rows
from .widgets.styled_text import ALERT, GOOD, QUIET, STRONG, UNBROKEN, concat, styled, styled_line

STYLES = {Tone.NORMAL: "", Tone.STRONG: STRONG, Tone.QUIET: QUIET, Tone.GOOD: GOOD, Tone.ALERT: ALERT}
MARKS = {Tone.GOOD: "✓  ", Tone.ALERT: "!  ", Tone.QUIET: "○  "}
"""The signs before the entries of a timeline: done, overdue, expected."""
HAPPENED = "·  "
"""The sign before what happened without being a success."""

LABEL_WIDTH = 20
"""The longest label that stands beside its text; a longer one has a row of its own."""


def page_rows(page: Page, left_out: frozenset[str] = frozenset()) -> Iterator[Row]:
    """Yield the rows of all sections, with an empty row between two; the sections `left_out` are not shown."""
    sections = [section for section in page.sections if section.blocks and section.id not in left_out]
    for index, section in enumerate(sections):
        if index:
            yield hanging_row("")
        yield from block_rows(section.blocks)


def block_rows(blocks: Iterable[PageBlock]) -> Iterator[Row]:
    """Yield the rows of a hanging text: events with a sign before them, lines with their label."""
    for position, block in enumerate(blocks):
        match block:
            case Section(_, title, content, _, role):
                if position:
                    yield hanging_row("")
                yield hanging_row(styled(line_text(title), ALERT if role == Role.WARNING else STRONG))
                yield from section_rows(content)
            case TimelineEvent(text, on, note, tone):
                day = format_date(on).replace(" ", UNBROKEN) if on else ""
                details = "".join(f"  {detail}" for detail in (day, note) if detail)
                mark = HAPPENED if tone == Tone.QUIET and (on or note) else MARKS[tone]
                yield hanging_row(concat(text, styled(details, QUIET)), styled(mark, STYLES[tone]))
            case ProgressText(text):
                yield hanging_row(text)
            case TextLine(text, label, tone) if len(label) > LABEL_WIDTH:
                yield from (hanging_row(styled(label, STRONG)), hanging_row(styled(text, STYLES[tone])))
            case TextLine(text, label, tone):
                yield hanging_row(styled(text, STYLES[tone]), styled(f"{label}  ", QUIET) if label else "")
            case _:
                yield from section_rows((block,))


def reading_rows(page: Page) -> Iterator[Row]:
    """Yield the rows of a text to read at leisure: headings, lists with a bullet or number, an empty row between paragraphs."""
    for index, section in enumerate(section for section in page.sections if section.blocks):
        if index:
            yield hanging_row("")
        for position, block in enumerate(section.blocks):
            if position and isinstance(block, TextBlock):
                yield hanging_row("")
            yield from _reading_rows_of(block)


def _reading_rows_of(block: PageBlock) -> Iterator[Row]:
    match block:
        case Heading(_, line):
            yield hanging_row(styled(line_text(line), STRONG))
        case ListBlock(items):
            yield from (hanging_row(styled_line(item.line), f"{item.number}.  " if item.number else "·  ") for item in items)
        case Quote(lines):
            yield from (hanging_row(styled_line(line), "│  ") for line in lines)
        case TextLine(text, label, _) if label.removesuffix(".").isdigit():
            yield hanging_row(text, f"{label}  ")
        case TextLine(text, "", Tone.NORMAL):
            yield hanging_row(text, "·  ")
        case TextLine(text, label, tone) if label:
            yield hanging_row(concat(styled(label, ALERT if tone == Tone.ALERT else STRONG), text, by=" "))
        case _:
            yield from block_rows((block,))


def group_options(groups: Iterable[ChoiceGroup]) -> Iterator[Option]:
    """Yield the labels of choices as list options, each group under its title."""
    for index, group in enumerate(groups):
        yield group_heading(group.title, is_first=not index)
        yield from map(choice_option, group.choices)


def group_heading(title: str, *, is_first: bool = False) -> Option:
    """Return the title of a group as an option that cannot be chosen, with an empty line before it."""
    return Option(concat("" if is_first else "\n", styled(title, STRONG)), disabled=True)


def label_option(label: str, id: str, style: str = "") -> Option:
    """Return a row of a list that is no more than its label."""
    return Option(HangingOption(hanging_row(styled(label, style))), id=id)


def choice_option(choice: PageChoice, lead: str = "") -> Option:
    """Return a choice as a list option: label and hint, with the summary below; `lead` is its number, if it has one."""
    rows = [hanging_row(choice.label, lead)]
    rows += [hanging_row(styled(choice.summary, QUIET), "  ")] if choice.summary else []
    return Option(HangingOption(*rows, hint=choice.hint), id=choice.id)
