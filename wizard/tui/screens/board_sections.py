"""The sections of the board: deadlines, current and following steps, actions, side panel."""

from collections.abc import Iterable, Iterator

from textual.content import Content
from textual.widgets.option_list import Option

from wizard.content.markdown import parse_markdown, section_blocks
from wizard.core.blocks import block_lines, opening_text
from wizard.core.device_instructions import instructions_for_devices
from wizard.core.event import Event
from wizard.core.formatting import DEVICE, event_text, format_weekday
from wizard.core.objection import Objection
from wizard.core.progress import DONE
from wizard.core.review_date import next_review_date
from wizard.core.snapshot import PlanAction, PlanStep, Snapshot
from wizard.tui.widgets.bar import LINES, progress_bar
from wizard.tui.widgets.deadline_row import deadline_row, is_overdue
from wizard.tui.widgets.hanging_text import HangingOption, Row, hanging_row
from wizard.tui.widgets.styled_text import ACCENT, GOOD, QUIET, STRONG, concat, styled, styled_line
from wizard.views.deadline_text import objection_progress
from wizard.views.user_messages import QUICK_WINS_MINUTES, quick_wins_summary, recent_events

from .steps import step_option

THEN = 3
TAPS = 3
BAR, LONGEST = 5, 28
"""Width of an action's bar, and the longest title beside it; under a longer one it has its own line."""
UNDER = " " * 10
"""The indent of a step's text, so that it starts below the title."""


def current_step_options(snapshot: Snapshot, *, taps: bool) -> list[Option]:
    """Return the deadlines, the best open step with its introduction, then the next three steps."""
    options = [Option(HangingOption(deadline_row(snapshot, each)), id=each.id) for each in snapshot.deadlines]
    if snapshot.next_step is None:
        return options
    options.append(_heading("Now", first=not options))
    options.append(step_option(snapshot.next_step))
    options.append(Option(HangingOption(*_step_introduction(snapshot, snapshot.next_step, taps=taps)), disabled=True))
    following = snapshot.open_steps[1 : 1 + THEN]
    if following:
        options.append(_heading("Then"))
    return [*options, *map(step_option, following)]


def initial_highlight(snapshot: Snapshot) -> int | None:
    """Return the index to highlight first: an overdue deadline, or else the current step."""
    has_overdue = any(is_overdue(snapshot, each) for each in snapshot.deadlines)
    if has_overdue or not snapshot.next_step:
        return 0 if snapshot.deadlines else None
    return len(snapshot.deadlines) + 1


def _heading(text: str, *, first: bool = False) -> Option:
    return Option(concat("" if first else "\n", styled(text, STRONG)), disabled=True)


def _step_introduction(snapshot: Snapshot, plan_step: PlanStep, *, taps: bool) -> Iterator[Row]:
    """Yield the introduction of a step, and its first instructions if `taps` is set."""
    yield hanging_row(styled(opening_text(parse_markdown(plan_step.step.intro)), QUIET), UNDER)
    device_section = next(iter(instructions_for_devices(snapshot, plan_step.step)), None)
    if not taps or device_section is None:
        return
    yield hanging_row("")
    yield hanging_row(styled(f"{DEVICE[device_section.id]}:", QUIET), UNDER)
    instructions = [(number, instruction) for number, instruction in block_lines(section_blocks(device_section)) if number]
    for number, instruction in instructions[:TAPS]:
        yield hanging_row(styled_line(instruction), styled(f"{UNDER}{number}  ", QUIET))
    if len(instructions) > TAPS:
        yield hanging_row(styled("…", QUIET), UNDER)


def all_done_text(snapshot: Snapshot) -> Content:
    """Return the text that replaces the steps if no step is open, else an empty one."""
    if snapshot.open_steps or not snapshot.total:
        return styled("")
    next_review = f"  Next look: {format_weekday(next_review_date(snapshot))}. The key p has that day for your calendar."
    return concat(styled("You have done all of it.", STRONG), next_review)


def action_progress_options(snapshot: Snapshot) -> list[Option]:
    """Return each action with a bar of its progress."""
    title_width = min(LONGEST, max((len(plan_action.action.title) for plan_action in snapshot.actions), default=0))
    signs = {True: styled("✓ ", GOOD), False: styled("  ")}
    return [
        Option(
            HangingOption(hanging_row(_progress_line(plan_action, title_width), signs[plan_action.status == DONE])),
            id=plan_action.action.id,
        )
        for plan_action in snapshot.actions
    ]


def _progress_line(plan_action: PlanAction, title_width: int) -> Content:
    share = plan_action.done / plan_action.total if plan_action.total else 1.0
    title = plan_action.action.title
    label = f"{title:<{title_width}}  " if len(title) <= title_width else f"{title}\n{'':<{title_width}}  "
    return concat(label, progress_bar(share, BAR, LINES), styled(f" {plan_action.done}/{plan_action.total}", QUIET))


def side_panel(snapshot: Snapshot, events: Iterable[Event]) -> Iterator[Row]:
    """Yield the objections, the latest steps done and the quick wins, each with the key of its page."""
    done = [event for event in recent_events(events) if event.kind == "done"]
    groups = (
        ("Your requests", "o", [_objection_row(snapshot, each) for each in snapshot.objections]),
        ("Done lately", "", [hanging_row(event_text(snapshot, event)[0], styled("✓ ", GOOD)) for event in done]),
        (
            "Ten minutes",
            "t",
            [hanging_row(quick_wins_summary(snapshot, QUICK_WINS_MINUTES), "  ")] if snapshot.open_steps else [],
        ),
    )
    for title, key, rows in groups:
        if rows:
            yield from (hanging_row(concat(styled(title, STRONG), styled(f"  {key}", ACCENT))), *rows, hanging_row(""))


def _objection_row(snapshot: Snapshot, objection: Objection) -> Row:
    return hanging_row(
        concat(
            objection.label,
            styled(f"  {objection_progress(objection, snapshot.today)[-1]}", QUIET),
        ),
        "  ",
    )
