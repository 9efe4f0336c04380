"""What the board shows of a case: what is due, the one thing to do now, what follows, and how far each action is."""

from collections.abc import Iterable, Iterator

from textual.content import Content
from textual.widgets.option_list import Option

from wizard.core.deadline_text import objection_progress
from wizard.core.device_instructions import instructions_for_devices
from wizard.core.event import Event
from wizard.core.formatting import DEVICE, event_text, format_weekday
from wizard.core.markup import parse_paragraphs, strip_markup
from wizard.core.objection import Objection
from wizard.core.progress import DONE
from wizard.core.review_date import next_review_date
from wizard.core.snapshot import PlanAction, PlanStep, Snapshot
from wizard.core.user_messages import QUICK_WINS_MINUTES, quick_wins_summary, recent_events
from wizard.tui.widgets.bar import LINES, progress_bar
from wizard.tui.widgets.deadline_row import deadline_row, is_overdue
from wizard.tui.widgets.hanging_text import HangingOption, Row, hanging_row
from wizard.tui.widgets.styled_text import ACCENT, GOOD, QUIET, STRONG, bold_markup, concat, styled

from .steps import step_option

THEN = 3
TAPS = 3
BAR, LONGEST = 5, 28
"""How long the bar of an action is, and the longest title that it stands beside; below a longer one."""
UNDER = " " * 10
"""Where the words of a step begin: below its title."""


def current_step_options(case: Snapshot, *, taps: bool) -> list[Option]:
    """What is due, then the best open step and what it is about, then the next three; each under a word of its own."""
    found = [Option(HangingOption(deadline_row(case, each)), id=each.id) for each in case.deadlines]
    if case.next_step is None:
        return found
    found.append(_head("Now", first=not found))
    found.append(step_option(case.next_step))
    found.append(Option(HangingOption(*_about(case, case.next_step, taps=taps)), disabled=True))
    following = case.open_steps[1 : 1 + THEN]
    if following:
        found.append(_head("Then"))
    return [*found, *map(step_option, following)]


def initial_highlight(case: Snapshot) -> int | None:
    """Where the cursor begins: on what is late, else on the one thing to do now."""
    late = any(is_overdue(case, each) for each in case.deadlines)
    if late or not case.next_step:
        return 0 if case.deadlines else None
    return len(case.deadlines) + 1


def _head(words: str, *, first: bool = False) -> Option:
    return Option(concat("" if first else "\n", styled(words, STRONG)), disabled=True)


def _about(case: Snapshot, entry: PlanStep, *, taps: bool) -> Iterator[Row]:
    """What the step is about, and how it begins."""
    yield hanging_row(styled(strip_markup(entry.step.intro.split("\n\n")[0]), QUIET), UNDER)
    way = next(iter(instructions_for_devices(case, entry.step)), None)
    if not taps or way is None:
        return
    yield hanging_row("")
    yield hanging_row(styled(f"{DEVICE[way.id]}:", QUIET), UNDER)
    found = [(number, words) for number, words in parse_paragraphs(way.text) if number]
    for number, words in found[:TAPS]:
        yield hanging_row(bold_markup(words), styled(f"{UNDER}{number}  ", QUIET))
    if len(found) > TAPS:
        yield hanging_row(styled("…", QUIET), UNDER)


def all_done_text(case: Snapshot) -> Content:
    """What to say when no step is open."""
    if case.open_steps or not case.total:
        return styled("")
    look = f"  Next look: {format_weekday(next_review_date(case))}. The key p has that day for your calendar."
    return concat(styled("You have done all of it.", STRONG), look)


def action_progress_options(case: Snapshot) -> list[Option]:
    """Each action with a bar for how far it is."""
    room = min(LONGEST, max((len(part.action.title) for part in case.actions), default=0))
    signs = {True: styled("✓ ", GOOD), False: styled("  ")}
    return [
        Option(HangingOption(hanging_row(_far(part, room), signs[part.status == DONE])), id=part.action.id)
        for part in case.actions
    ]


def _far(part: PlanAction, room: int) -> Content:
    share = part.done / part.total if part.total else 1.0
    title = part.action.title
    beside = f"{title:<{room}}  " if len(title) <= room else f"{title}\n{'':<{room}}  "
    return concat(beside, progress_bar(share, BAR, LINES), styled(f" {part.done}/{part.total}", QUIET))


def side_panel(case: Snapshot, events: Iterable[Event]) -> Iterator[Row]:
    """The objections, what was done lately, and what ten minutes would bring: each also a page of its own, with its key."""
    done = [event for event in recent_events(events) if event.kind == "done"]
    groups = (
        ("Your objections", "o", [_objection(case, each) for each in case.objections]),
        ("Done lately", "", [hanging_row(event_text(case, event)[0], styled("✓ ", GOOD)) for event in done]),
        ("Ten minutes", "t", [hanging_row(quick_wins_summary(case, QUICK_WINS_MINUTES), "  ")] if case.open_steps else []),
    )
    for title, key, rows in groups:
        if rows:
            yield from (hanging_row(concat(styled(title, STRONG), styled(f"  {key}", ACCENT))), *rows, hanging_row(""))


def _objection(case: Snapshot, found: Objection) -> Row:
    return hanging_row(concat(found.title, styled(f"  {objection_progress(found, case.today)[-1]}", QUIET)), "  ")
