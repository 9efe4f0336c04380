"""The audit as lines for a terminal: no wider than it is, each with what it is, so that a face may colour it."""

from collections.abc import Iterator, Mapping, Sequence
from textwrap import wrap

from wizard.audit.compare import Comparison
from wizard.audit.report import Report, ServiceReport
from wizard.audit.worst import NAMES, Concern

from . import words

WIDTH = 80
NARROWEST = 40
HEAD, PLAIN, BAR, QUIET, WARNING = "head", "plain", "bar", "quiet", "warning"
_BAR = "━"
Line = tuple[str, str]
"""What a line is, and its words."""


def audit_text(
    report: Report, worst: Sequence[Concern], titles: Mapping[str, str], comparison: Comparison | None = None, width: int = WIDTH
) -> str:
    """The whole report as text."""
    return "\n".join(text for _, text in audit_lines(report, worst, titles, comparison, width)) + "\n"


def audit_lines(
    report: Report, worst: Sequence[Concern], titles: Mapping[str, str], comparison: Comparison | None = None, width: int = WIDTH
) -> Iterator[Line]:
    """The report: what is worst, each service with its years, what changed, what cannot be known, what could not be read."""
    width = max(NARROWEST, width)
    yield HEAD, words.TITLE
    yield from _wrapped(f"{words.files_line(report)} {words.READ_HERE}", width, kind=QUIET)
    if report.html:
        yield from _steps(words.HOW_TO_GET_JSON, width)
        return
    if comparison:
        yield from _changes(comparison, width)
    yield from _worst(worst, titles, width)
    for service in report.services:
        yield from _service(service, width)
    yield from _section("What no export can show", words.LIMITS, width, PLAIN)
    yield from _section("What could not be read", report.unreadable, width, WARNING)


def _wrapped(text: str, width: int, *, first: str = "", rest: str = "", kind: str = PLAIN) -> Iterator[Line]:
    yield from ((kind, line) for line in wrap(text, width, initial_indent=first, subsequent_indent=rest))


def _section(head: str, lines: Sequence[str], width: int, kind: str) -> Iterator[Line]:
    if lines:
        yield from ((PLAIN, ""), (HEAD, head))
    for line in lines:
        yield from _wrapped(line, width, first="  - ", rest="    ", kind=kind)


def _steps(lines: Sequence[str], width: int) -> Iterator[Line]:
    yield PLAIN, ""
    yield from _wrapped(lines[0], width)
    for number, line in enumerate(lines[1:], 1):
        yield from _wrapped(line, width, first=f"  {number}. ", rest="     ")


def _worst(worst: Sequence[Concern], titles: Mapping[str, str], width: int) -> Iterator[Line]:
    if not worst:
        return
    yield from ((PLAIN, ""), (HEAD, "Worst first"))
    for number, concern in enumerate(worst[: words.MOST], 1):
        yield from _wrapped(f"{words.finding(concern)}", width, first=f"{number:>4}. ", rest="      ")
        if concern.step:
            yield from _wrapped(
                f"{titles.get(concern.step, '')} ({concern.step})", width, first="      -> ", rest="         ", kind=QUIET
            )


def _service(service: ServiceReport, width: int) -> Iterator[Line]:
    years = words.since(service)
    yield from ((PLAIN, ""), (HEAD, f"{NAMES[service.service]}{', ' if years else ''}{years}"))
    for line in words.account_lines(service):
        yield from _wrapped(line, width, first="  ", rest="  ")
    rows = [(words.label(row, value), words.number(value)) for row, value in service.rows()]
    longest = max((len(value) for _, value in rows), default=0)
    for label, value in rows:
        yield from _wrapped(label, width, first=f"  {value:>{longest}}  ", rest=" " * (longest + 4))
    yield from _chart(service, width)


def _chart(service: ServiceReport, width: int) -> Iterator[Line]:
    kinds, years = words.charted(service)
    most = max((value for _, value in years), default=0)
    if not most:
        return
    longest = len(words.number(most))
    room = min(60, width - longest - 9)
    yield from ((PLAIN, ""), (QUIET, f"  {kinds[:1].upper()}{kinds[1:]} by year (UTC)"))
    for year, value in years:
        yield BAR, f"  {year} {words.number(value):>{longest}} {bar(value, most, room)}".rstrip()


def bar(value: int, most: int, room: int) -> str:
    """A bar; whatever is not nought can be seen."""
    return _BAR * (max(1, round(value * room / most)) if value else 0)


def _changes(comparison: Comparison, width: int) -> Iterator[Line]:
    yield from ((PLAIN, ""), (HEAD, "What has changed"))
    yield from _wrapped(words.comparison_head(comparison), width, first="  ", rest="  ")
    for name in comparison.became_private:
        yield from _wrapped(f"Your {NAMES[name]} account is private now.", width, first="  ", rest="  ")
    for change in comparison.kinds:
        if change.difference:
            yield from _wrapped(words.change_line(change), width, first="  - ", rest="    ")
    for name, year, changes in words.changes_by_year(comparison):
        yield from _wrapped(f"{year}, {name}: {changes}", width, first="    ", rest="      ", kind=QUIET)
