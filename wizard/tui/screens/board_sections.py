"""The lists of the board: deadlines, current and following steps, actions."""

from collections.abc import Iterator, Sequence
from itertools import accumulate, islice
from typing import NamedTuple

from textual.content import Content
from textual.widgets.option_list import Option

from wizard.content.markdown import parse_markdown, section_blocks
from wizard.core.blocks import block_lines, line_text, opening_text
from wizard.core.device_instructions import instructions_for_devices
from wizard.core.formatting import DEVICE, format_weekday
from wizard.core.plan_entries import PlanAction, PlanStep
from wizard.core.progress import DONE, OPEN, SKIPPED
from wizard.core.review_date import next_review_date
from wizard.core.snapshot import Snapshot
from wizard.i18n import _, with_colon
from wizard.tui.page_content import label_option
from wizard.tui.widgets.bar import LINES, progress_bar
from wizard.tui.widgets.deadline_row import deadline_row, is_overdue
from wizard.tui.widgets.hanging_text import HangingOption, Row, hanging_row
from wizard.tui.widgets.styled_text import ACCENT, GOOD, QUIET, STRONG, concat, styled, styled_line
from wizard.views.info_panels import SEE_ACHIEVED
from wizard.views.plan import ALL_DONE, NEXT_LOOK

from .steps import step_option, step_row

BAR, LONGEST = 5, 34
"""Width of an action's bar, and the longest title beside it; under a longer one it has its own line."""
COUNT = 6
"""What the number of steps takes before the tiles: " 0/12 "."""
MOST_TILES = 16
"""An action with more steps has a bar instead of a tile for each."""
TAP_WIDTH, MOST_TAPS, LEAST_ROOM = 40, 4, 6
"""About how wide an instruction is written on the board, how many are shown at most, and from how many rows on."""
UNDER, ON_ROW = " " * 10, " " * 8
"""The indent of a step's text, so that it starts below the title; less in the row that the cursor can be on."""
FINISHED = "finished"
"""The id of the row that leads to the page of a finished plan."""
FURTHER = "further"
"""The id of the row that shows or hides the actions."""
TILES = {DONE: ("■", GOOD), SKIPPED: ("–", QUIET), OPEN: ("□", QUIET)}


class BoardRoom(NamedTuple):
    """How many rows of instructions, following steps and steps beyond the essentials the list of steps has room for.

    If they take less than `rows`, the following steps have their introductions as long as there is room.
    """

    taps: int
    then: int
    further: int
    rows: int = 0
    width: int = 0


def step_list(snapshot: Snapshot, room: BoardRoom) -> list[Option]:
    """Return the deadlines, the best open step with its introduction, then what follows."""
    options = [Option(HangingOption(deadline_row(snapshot, each)), id=each.id) for each in snapshot.deadlines]
    if snapshot.next_step is None:
        return [*options, label_option(_(SEE_ACHIEVED), FINISHED)] if snapshot.total else options
    options.append(_heading(_("Now"), first=not options))
    options.append(step_option(snapshot.next_step))
    options.append(Option(HangingOption(*_step_introduction(snapshot, snapshot.next_step, room.taps)), disabled=True))
    later = snapshot.open_steps[1:]
    following = [each for each in later if each.essential or not room.further][: room.then]
    if following:
        options.append(_heading(_("Then")))
    options += map(step_option, following)
    further = [each for each in later if each not in following][: room.further]
    if further:
        options.append(_heading(_("Go further")))
    return _with_introductions([*options, *map(step_option, further)], [*following, *further], room)


def _with_introductions(options: list[Option], steps: Sequence[PlanStep], room: BoardRoom) -> list[Option]:
    """Return the options with the introductions of these steps, as long as all of it has room."""
    spare = room.rows - sum(option_height(option, room.width) for option in options)
    introduced = {}
    for plan_step in steps:
        option = Option(HangingOption(step_row(plan_step), _opening_row(plan_step, ON_ROW)), id=plan_step.id)
        spare -= option_height(option, room.width) - option_height(step_option(plan_step), room.width)
        if spare < 0:
            break
        introduced[plan_step.id] = option
    return [introduced.get(option.id or "", option) for option in options]


def option_height(option: Option, width: int) -> int:
    """Return how many rows an option takes."""
    prompt = option.prompt
    return prompt.get_height({}, width) if isinstance(prompt, HangingOption) else 1 + str(prompt).count("\n")


def _opening_row(plan_step: PlanStep, indent: str) -> Row:
    """Return the beginning of the introduction of a step, below its title."""
    return hanging_row(styled(opening_text(parse_markdown(plan_step.step.intro)), QUIET), indent)


def initial_highlight(snapshot: Snapshot) -> int | None:
    """Return the index to highlight first: an overdue deadline, or else the current step."""
    has_overdue = any(is_overdue(snapshot, each) for each in snapshot.deadlines)
    if has_overdue or not snapshot.next_step:
        return 0 if snapshot.deadlines else None
    return len(snapshot.deadlines) + 1


def _heading(text: str, *, first: bool = False) -> Option:
    return Option(concat("" if first else "\n", styled(text, STRONG)), disabled=True)


def _step_introduction(snapshot: Snapshot, plan_step: PlanStep, room: int) -> Iterator[Row]:
    """Yield the introduction of a step, and as many of its instructions as have room in this many rows."""
    yield _opening_row(plan_step, UNDER)
    device_section = next(iter(instructions_for_devices(snapshot, plan_step.step)), None)
    if room < LEAST_ROOM or device_section is None:
        return
    yield hanging_row("")
    yield hanging_row(styled(with_colon(DEVICE[device_section.id]), QUIET), UNDER)
    instructions = [(number, instruction) for number, instruction in block_lines(section_blocks(device_section)) if number]
    taps = fitting_count([line_text(instruction) for _number, instruction in instructions], room)
    for number, instruction in instructions[:taps]:
        yield hanging_row(styled_line(instruction), styled(f"{UNDER}{number}  ", QUIET))
    if len(instructions) > taps:
        yield hanging_row(styled("…", QUIET), UNDER)


def all_done_text(snapshot: Snapshot) -> Content:
    """Return the text that replaces the steps if no step is open, else an empty one."""
    if snapshot.open_steps or not snapshot.total:
        return styled("")
    day = format_weekday(next_review_date(snapshot))
    next_review = _(NEXT_LOOK, day=day)
    return concat(styled(_(ALL_DONE), STRONG), next_review, by="  ")


def fitting_count(texts: Sequence[str], room: int) -> int:
    """Return how many of the texts fit into this many rows, at least one and at most MOST_TAPS."""
    ends = accumulate(1 + len(text) // TAP_WIDTH for text in texts)
    return max(1, sum(end <= room for end in islice(ends, MOST_TAPS)))


def fold_option(text: str, *, folded: bool) -> Option:
    """Return the row that shows or hides the actions."""
    return Option(HangingOption(hanging_row(text, styled("+ " if folded else "- ", ACCENT))), id=FURTHER)


def action_progress_options(snapshot: Snapshot, width: int, *, tiles: bool) -> list[Option]:
    """Return each action with its progress: a tile for each step, or a bar; `width` is what title and progress may take."""
    progress = [_progress_marks(each, tiles=tiles) for each in snapshot.actions]
    titles = [each.action.title for each in snapshot.actions]
    room = max(width - COUNT, BAR + 1)
    column = title_column(titles, [marks.cell_length for marks in progress], room)
    signs = {True: styled("✓ ", GOOD), False: styled("  ")}
    return [
        Option(
            HangingOption(
                *(
                    hanging_row(line, styled("  ") if index else signs[plan_action.status == DONE])
                    for index, line in enumerate(_progress_lines(plan_action, marks, column, room - column))
                )
            ),
            id=plan_action.action.id,
        )
        for plan_action, marks in zip(snapshot.actions, progress, strict=True)
    ]


def title_column(titles: Sequence[str], marks: Sequence[int], width: int) -> int:
    """Return how wide the column of the titles is if all of them, with these numbers of marks, shall take the fewest lines.

    A title that is longer has a line of its own; marks that are wider than what is left go on in a further line.
    """

    def lines(column: int) -> int:
        return sum((len(title) > column) - (-count // (width - column)) for title, count in zip(titles, marks, strict=True))

    longest = max((len(title) for title in titles), default=0)
    return min(range(1, min(longest, LONGEST, width - BAR) + 1), key=lambda column: (lines(column), -column), default=1)


def _progress_lines(plan_action: PlanAction, marks: Content, column: int, room: int) -> Iterator[Content]:
    title, count = plan_action.action.title, f"{plan_action.done}/{plan_action.total}"
    if len(title) > column:
        yield styled(title)
        title = ""
    lead = concat(f"{title:<{column}} ", styled(f"{count:<{COUNT - 1}}", QUIET))
    lines = -(-marks.cell_length // room)
    length = -(-marks.cell_length // lines)  # no line of a single tile
    for start in range(0, marks.cell_length, length):
        yield concat(" " * lead.cell_length if start else lead, marks[start : start + length])


def _progress_marks(plan_action: PlanAction, *, tiles: bool) -> Content:
    if tiles and len(plan_action.entries) <= MOST_TILES:
        ordered = sorted(plan_action.entries, key=lambda each: each.status != DONE)
        return concat(*(styled(*TILES[each.status]) for each in ordered))
    return progress_bar(plan_action.done / plan_action.total if plan_action.total else 1.0, BAR, LINES)
