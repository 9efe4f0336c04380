"""What the board shows of a case: what is due, the one thing to do now, what follows, and how far each action is."""

from collections.abc import Iterable, Iterator

from textual.content import Content
from textual.widgets.option_list import Option

from wizard.core.case import Case, Entry, Part
from wizard.core.due import how_far
from wizard.core.event import Event
from wizard.core.objection import ObjectionCase
from wizard.core.progress import DONE
from wizard.core.prose import blocks, plain
from wizard.core.recheck import look_again
from wizard.core.sentences import SHORT_SITTING, last_done, short_sitting
from wizard.core.ways import ways
from wizard.core.words import DEVICE, event_words, weekday
from wizard.tui.widgets.bar import LINES, bar
from wizard.tui.widgets.due import due_row, is_late
from wizard.tui.widgets.hanging import Hung, Row, row
from wizard.tui.widgets.prose import ACCENT, GOOD, QUIET, STRONG, joined, marked_up, said

from .steps import step_option

THEN = 3
TAPS = 3
BAR, LONGEST = 5, 28
"""How long the bar of an action is, and the longest title that it stands beside; below a longer one."""
UNDER = " " * 10
"""Where the words of a step begin: below its title."""


def now(case: Case, *, taps: bool) -> list[Option]:
    """What is due, then the best open step and what it is about, then the next three; each under a word of its own."""
    found = [Option(Hung(due_row(case, each)), id=each.id) for each in case.deadlines]
    if case.next is None:
        return found
    found.append(_head("Now", first=not found))
    found.append(step_option(case.next))
    found.append(Option(Hung(*_about(case, case.next, taps=taps)), disabled=True))
    following = case.open[1 : 1 + THEN]
    if following:
        found.append(_head("Then"))
    return [*found, *map(step_option, following)]


def start(case: Case) -> int | None:
    """Where the cursor begins: on what is late, else on the one thing to do now."""
    late = any(is_late(case, each) for each in case.deadlines)
    if late or not case.next:
        return 0 if case.deadlines else None
    return len(case.deadlines) + 1


def _head(words: str, *, first: bool = False) -> Option:
    return Option(joined("" if first else "\n", said(words, STRONG)), disabled=True)


def _about(case: Case, entry: Entry, *, taps: bool) -> Iterator[Row]:
    """What the step is about, and how it begins."""
    yield row(said(plain(entry.step.intro.split("\n\n")[0]), QUIET), UNDER)
    way = next(iter(ways(case, entry.step)), None)
    if not taps or way is None:
        return
    yield row("")
    yield row(said(f"{DEVICE[way.id]}:", QUIET), UNDER)
    found = [(number, words) for number, words in blocks(way.text) if number]
    for number, words in found[:TAPS]:
        yield row(marked_up(words), said(f"{UNDER}{number}  ", QUIET))
    if len(found) > TAPS:
        yield row(said("…", QUIET), UNDER)


def finished(case: Case) -> Content:
    """What to say when no step is open."""
    if case.open or not case.total:
        return said("")
    look = f"  Next look: {weekday(look_again(case))}. The key p has that day for your calendar."
    return joined(said("You have done all of it.", STRONG), look)


def actions(case: Case) -> list[Option]:
    """Each action with a bar for how far it is."""
    room = min(LONGEST, max((len(part.action.title) for part in case.parts), default=0))
    signs = {True: said("✓ ", GOOD), False: said("  ")}
    return [Option(Hung(row(_far(part, room), signs[part.status == DONE])), id=part.action.id) for part in case.parts]


def _far(part: Part, room: int) -> Content:
    share = part.done / part.total if part.total else 1.0
    title = part.action.title
    beside = f"{title:<{room}}  " if len(title) <= room else f"{title}\n{'':<{room}}  "
    return joined(beside, bar(share, BAR, LINES), said(f" {part.done}/{part.total}", QUIET))


def beside(case: Case, events: Iterable[Event]) -> Iterator[Row]:
    """The objections, what was done lately, and what ten minutes would bring: each also a page of its own, with its key."""
    done = [event for event in last_done(events) if event.kind == "done"]
    groups = (
        ("Your objections", "o", [_objection(case, each) for each in case.objections]),
        ("Done lately", "", [row(event_words(case, event)[0], said("✓ ", GOOD)) for event in done]),
        ("Ten minutes", "t", [row(short_sitting(case, SHORT_SITTING), "  ")] if case.open else []),
    )
    for title, key, rows in groups:
        if rows:
            yield from (row(joined(said(title, STRONG), said(f"  {key}", ACCENT))), *rows, row(""))


def _objection(case: Case, found: ObjectionCase) -> Row:
    return row(joined(found.title, said(f"  {how_far(found, case.today)[-1]}", QUIET)), "  ")
