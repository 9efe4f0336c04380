"""The audit in lines: an export is named and read, what it shows is said, worst first; each finding leads to its step."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from time import monotonic
from typing import TYPE_CHECKING

from wizard.core.pace import LOOKING, Pace

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
KEEP = "keep"
DOCUMENTS = {"txt": "Save this as text", "html": "Save this as a page to print", "json": "Save this as JSON for programs"}
"""The words for each document, by the ending of its file."""
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
        return talk.teller.ask_path(Prompt(words, HELP, can_skip=can_skip, optional=can_skip))
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
        nonlocal began, said
        now = clock()
        began = began if total else now  # a look at what there is tells nothing of how long the reading takes
        if now - said >= EVERY:
            said = now
            pace = Pace(done, total, now - began)
            far = [f"{pace.percent} percent read", pace.spoken_left] if total else [LOOKING]
            say(f"{', '.join(filter(None, far))}.")

    return told


def _told(talk: Talk, report: "Report", comparison: "Comparison | None") -> None:
    from wizard.audit.worst import worst_first
    from wizard.export.audit.words import MOST
    from wizard.services.audits import keep, mending

    worst = worst_first(report, mending(talk.case))
    titles = {each.step: talk.case.library.steps[each.step].title for each in worst if each.step}
    talk.say(*_lines(report, worst, titles, comparison))
    steps = dict.fromkeys(each.step for each in worst[:MOST] if each.step)
    rows = [Row(id, f"The step: {titles[id]}") for id in steps]
    rows += [Row(ending, words) for ending, words in DOCUMENTS.items()]
    rows += [] if report.html else [Row(KEEP, "Keep the numbers, and nothing else, so that the plan speaks of them")]
    while (chosen := talk.pick("What now?", rows, HELP)) is not None:
        if chosen == KEEP:
            if talk.attempt(lambda: keep(talk.session, report)):
                talk.say("Kept: the numbers, and nothing else.")
        elif chosen in DOCUMENTS:
            save(talk, f"my-photo-audit.{chosen}", partial(_document, chosen, report, worst, titles, comparison))
        else:
            step(talk, chosen)


def _document(
    ending: str, report: "Report", worst: "Sequence[Concern]", titles: dict[str, str], comparison: "Comparison | None"
) -> str:
    if ending == "json":
        from wizard.export.audit.data import audit_json

        return audit_json(report, worst, comparison)
    from wizard.export.audit.html import audit_html
    from wizard.export.audit.text import audit_text

    return (audit_html if ending == "html" else audit_text)(report, worst, titles, comparison)


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
