"""The audit in lines: an export is named and read, what it shows is said, worst first; each finding leads to its step."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from time import monotonic
from typing import TYPE_CHECKING

from wizard.core.transfer_progress import SCANNING_MESSAGE, TransferProgress

from .conversation import Conversation
from .documents import save_document
from .prompter import BackRequested, Choice, Prompt, SkipRequested
from .step import show_step

if TYPE_CHECKING:  # what reads exports is loaded only when one is read
    from wizard.audit.compare import Comparison
    from wizard.audit.report import AuditReport
    from wizard.audit.risks import Risk

HELP = (
    "The ZIP file that Meta gave you, or the folder it was unpacked to. Several parts: one name after another, or their folder. "
    "It is read on this computer only."
)
ANNOUNCE_SECONDS = 4.0
"""Seconds between two words about how far the reading has come."""
WIDE = 100_000
KEEP = "keep"
DOCUMENTS = {"txt": "Save this as text", "html": "Save this as a page to print", "json": "Save this as JSON for programs"}
"""The words for each document, by the ending of its file."""
BARE = str.maketrans({"━": None})


def show_audit(talk: Conversation) -> None:
    """Ask for the export, perhaps for an older one, then say what is in it."""
    new = _path(talk, "Which file or folder is the export?", can_skip=False)
    if new is None:
        return
    old = _path(talk, "Which file or folder is an older export, to hear what has changed?", can_skip=True)
    found: list[tuple[AuditReport, Comparison | None]] = []
    talk.say("Reading. This can take a minute.")
    if talk.run_or_report(lambda: found.append(_read(talk, new, old))):
        _show_report(talk, *found[0])


def _path(talk: Conversation, words: str, *, can_skip: bool) -> str | None:
    try:
        return talk.teller.ask_path(Prompt(words, HELP, can_skip=can_skip, optional=can_skip))
    except (BackRequested, SkipRequested):
        return None


def _read(talk: Conversation, new: str, old: str | None) -> "tuple[AuditReport, Comparison | None]":
    from wizard.audit.audit_runner import run_audit as read_export
    from wizard.audit.compare import compare_reports
    from wizard.system.path_input import parse_paths

    report = read_export(parse_paths(new), talk.session.today, progress_announcer(talk.say))
    return report, compare_reports(
        read_export(parse_paths(old), talk.session.today, progress_announcer(talk.say)), report
    ) if old else None


def progress_announcer(say: Callable[[str], None], clock: Callable[[], float] = monotonic) -> Callable[[int, int], None]:
    """Told of bytes read, of how many: says now and then how far it is, so that nobody waits in silence."""
    began = said = clock()

    def told(done: int, total: int) -> None:
        nonlocal began, said
        now = clock()
        began = began if total else now  # a look at what there is tells nothing of how long the reading takes
        if now - said >= ANNOUNCE_SECONDS:
            said = now
            pace = TransferProgress(done, total, now - began)
            far = [f"{pace.percent} percent read", pace.spoken_left] if total else [SCANNING_MESSAGE]
            say(f"{', '.join(filter(None, far))}.")

    return told


def _show_report(talk: Conversation, report: "AuditReport", comparison: "Comparison | None") -> None:
    from wizard.audit.audit_runner import store_findings
    from wizard.audit.risks import rank_risks
    from wizard.core.finding_steps import steps_by_finding
    from wizard.export.audit.phrases import MAX_LISTED_RISKS

    worst = rank_risks(report, steps_by_finding(talk.case))
    titles = {each.step: talk.case.library.steps[each.step].title for each in worst if each.step}
    talk.say(*_lines(report, worst, titles, comparison))
    steps = dict.fromkeys(each.step for each in worst[:MAX_LISTED_RISKS] if each.step)
    rows = [Choice(id, f"The step: {titles[id]}") for id in steps]
    rows += [Choice(ending, words) for ending, words in DOCUMENTS.items()]
    rows += [] if report.is_html_export else [Choice(KEEP, "Keep the numbers, and nothing else, so that the plan speaks of them")]
    while (chosen := talk.select("What now?", rows, HELP)) is not None:
        if chosen == KEEP:
            if talk.run_or_report(lambda: store_findings(talk.session, report)):
                talk.say("Kept: the numbers, and nothing else.")
        elif chosen in DOCUMENTS:
            save_document(talk, f"my-photo-audit.{chosen}", partial(_document, chosen, report, worst, titles, comparison))
        else:
            show_step(talk, chosen)


def _document(
    ending: str, report: "AuditReport", worst: "Sequence[Risk]", titles: dict[str, str], comparison: "Comparison | None"
) -> str:
    if ending == "json":
        from wizard.export.audit.json import audit_json

        return audit_json(report, worst, comparison)
    from wizard.export.audit.html import audit_html
    from wizard.export.audit.text import audit_text

    return (audit_html if ending == "html" else audit_text)(report, worst, titles, comparison)


def _lines(
    report: "AuditReport", worst: "Sequence[Risk]", titles: dict[str, str], comparison: "Comparison | None"
) -> Iterator[str]:
    """The report without bars and columns: each line says what it counts."""
    from wizard.export.audit.text import BAR, audit_lines

    for kind, text in audit_lines(report, worst, titles, comparison, WIDE, table=False):
        words = " ".join(text.translate(BARE).replace("->", "Step:").split())
        if kind == BAR:
            words = words.replace(" ", ": ", 1)
        if words:
            yield words.removeprefix("- ")
