"""The audit in lines: an export is named and read, what it shows is said, worst first; each finding leads to its step."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from time import monotonic
from typing import TYPE_CHECKING

from wizard.core.pace import Pace

from .papers import save
from .step import step
from .talk import Talk
from .teller import Back, Prompt, Row, Skip

if TYPE_CHECKING:  # what reads exports is loaded only when one is read
    from wizard.audit.compare import Comparison
    from wizard.audit.report import Report
    from wizard.audit.worst import Concern

HELP = (
    "The ZIP file that Meta gave you, or the folder it was unpacked to. Several parts: one name after another, or their folder. "
    "It is read on this computer only."
)
EVERY = 4.0
"""Seconds between two words about how far the reading has come."""
WIDE = 100_000
KEEP, PAGE, TEXT = "keep", "page", "text"
BARE = str.maketrans({"━": None})


def audit(talk: Talk) -> None:
    """Ask for the export, perhaps for an older one, then say what is in it."""
    new = _path(talk, "Which file or folder is the export?", can_skip=False)
    if new is None:
        return
    old = _path(talk, "Which file or folder is an older export, to hear what has changed?", can_skip=True)
    found: list[tuple[Report, Comparison | None]] = []
    talk.say("Reading. This can take a minute.")
    if talk.attempt(lambda: found.append(_read(talk, new, old))):
        _told(talk, *found[0])


def _path(talk: Talk, words: str, *, can_skip: bool) -> str | None:
    try:
        return talk.teller.ask_path(Prompt(words, HELP, can_skip=can_skip))
    except (Back, Skip):
        return None


def _read(talk: Talk, new: str, old: str | None) -> "tuple[Report, Comparison | None]":
    from wizard.audit.compare import compare
    from wizard.services.audits import audit as read_export
    from wizard.services.named import named_paths

    report = read_export(named_paths(new), talk.session.today, heard(talk.say))
    return report, compare(read_export(named_paths(old), talk.session.today, heard(talk.say)), report) if old else None


def heard(say: Callable[[str], None], clock: Callable[[], float] = monotonic) -> Callable[[int, int], None]:
    """Told of bytes read, of how many: says now and then how far it is, so that nobody waits in silence."""
    began = said = clock()

    def told(done: int, total: int) -> None:
        nonlocal said
        now = clock()
        if now - said >= EVERY:
            said = now
            pace = Pace(done, total, now - began)
            say(", ".join(part for part in (f"{pace.percent} percent read", pace.spoken_left) if part) + ".")

    return told


def _told(talk: Talk, report: "Report", comparison: "Comparison | None") -> None:
    from wizard.audit.worst import worst_first
    from wizard.export.audit.words import MOST
    from wizard.services.audits import keep, mending

    worst = worst_first(report, mending(talk.case))[:MOST]
    titles = {each.step: talk.case.library.steps[each.step].title for each in worst if each.step}
    talk.say(*_lines(report, worst, titles, comparison))
    steps = [Row(id, f"The step: {title}") for id, title in titles.items()]
    rows = [*steps, Row(TEXT, "Save this as text"), Row(PAGE, "Save this as a page to print")]
    rows += [] if report.html else [Row(KEEP, "Keep the numbers, and nothing else, so that the plan speaks of them")]
    while (chosen := talk.pick("What now?", rows, HELP)) is not None:
        if chosen == KEEP:
            if talk.attempt(lambda: keep(talk.session, report)):
                talk.say("Kept: the numbers, and nothing else.")
        elif chosen in (TEXT, PAGE):
            name = f"my-photo-audit.{'txt' if chosen == TEXT else 'html'}"
            save(talk, name, partial(_document, chosen, report, worst, titles, comparison))
        else:
            step(talk, chosen)


def _document(
    kind: str, report: "Report", worst: "Sequence[Concern]", titles: dict[str, str], comparison: "Comparison | None"
) -> str:
    from wizard.export.audit.html import audit_html
    from wizard.export.audit.text import audit_text

    return (audit_html if kind == PAGE else audit_text)(report, worst, titles, comparison)


def _lines(
    report: "Report", worst: "Sequence[Concern]", titles: dict[str, str], comparison: "Comparison | None"
) -> Iterator[str]:
    """The report without bars and columns: each line says what it counts."""
    from wizard.export.audit.text import BAR, audit_lines

    for kind, text in audit_lines(report, worst, titles, comparison, WIDE, table=False):
        words = " ".join(text.translate(BARE).replace("->", "Step:").split())
        if kind == BAR:
            words = words.replace(" ", ": ", 1)
        if words:
            yield words.removeprefix("- ")
