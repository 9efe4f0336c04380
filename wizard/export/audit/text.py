"""The audit as lines for a terminal: no wider than it is, each with what it is, so that a face may colour it."""

from collections.abc import Iterator, Mapping, Sequence
from textwrap import wrap

from wizard.audit.compare import Comparison
from wizard.audit.report import AuditReport, ServiceReport
from wizard.audit.risks import SERVICE_NAMES, Risk

from . import phrases

WIDTH = 80
NARROWEST = 40
HEAD, PLAIN, BAR, TABLE, QUIET, WARNING = "head", "plain", "bar", "table", "quiet", "warning"
_BAR = "━"
Line = tuple[str, str]
"""What a line is, and its words."""


def audit_text(
    report: AuditReport,
    worst: Sequence[Risk],
    titles: Mapping[str, str],
    comparison: Comparison | None = None,
    width: int = WIDTH,
) -> str:
    """The whole report as text."""
    return "\n".join(text for _, text in audit_lines(report, worst, titles, comparison, width)) + "\n"


def audit_lines(
    report: AuditReport,
    worst: Sequence[Risk],
    titles: Mapping[str, str],
    comparison: Comparison | None = None,
    width: int = WIDTH,
    *,
    table: bool = True,
) -> Iterator[Line]:
    """The report: what is worst, each service with its years, what changed, what cannot be known, what could not be read.

    Without a table the years are told in words, for who hears them.
    """
    width = max(NARROWEST, width)
    yield HEAD, phrases.TITLE
    yield from _wrapped(f"{phrases.files_line(report)} {phrases.READ_HERE}", width, kind=QUIET)
    if report.is_html_export:
        yield from _steps(phrases.HOW_TO_GET_JSON, width)
        return
    if comparison:
        yield from _changes(comparison, width)
    yield from _worst(report, worst, titles, width)
    for service in report.services:
        yield from _service(service, width, table=table)
    yield from _section("What no export can show", phrases.EXPORT_LIMITS, width, PLAIN)
    yield from _section("What could not be read", report.unreadable, width, WARNING)


def _wrapped(text: str, width: int, *, first: str = "", rest: str = "", kind: str = PLAIN) -> Iterator[Line]:
    yield from ((kind, line) for line in wrap(text, width, initial_indent=first, subsequent_indent=rest, break_on_hyphens=False))


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


def _worst(report: AuditReport, worst: Sequence[Risk], titles: Mapping[str, str], width: int) -> Iterator[Line]:
    if not worst:
        return
    yield from ((PLAIN, ""), (HEAD, phrases.ranking_title(report)))
    for number, concern in enumerate(worst[: phrases.MAX_LISTED_RISKS], 1):
        yield from _wrapped(phrases.risk_text(concern, report), width, first=f"{number:>4}. ", rest="      ")
        if concern.step:
            yield from _wrapped(
                f"{titles.get(concern.step, '')} ({concern.step})", width, first="      -> ", rest="         ", kind=QUIET
            )


def _service(service: ServiceReport, width: int, *, table: bool) -> Iterator[Line]:
    years = phrases.years_covered(service)
    yield from ((PLAIN, ""), (HEAD, f"{SERVICE_NAMES[service.service]}{', ' if years else ''}{years}"))
    for line in phrases.account_lines(service):
        yield from _wrapped(line, width, first="  ", rest="  ")
    rows = phrases.count_rows(service)
    longest = max((len(value) for _, value in rows), default=0)
    for label, value in rows:
        yield from _wrapped(label, width, first=f"  {value:>{longest}}  ", rest=" " * (longest + 4))
    if table or len(phrases.kinds_by_year(service)) == 1:  # in words the years need no second telling
        yield from _chart(service, width)
    yield from _by_year(service, width, table=table)


def _chart(service: ServiceReport, width: int) -> Iterator[Line]:
    kinds, years = phrases.chart_series(service)
    most = max((value for _, value in years), default=0)
    if not most:
        return
    longest = len(phrases.format_number(most))
    room = min(60, width - longest - 9)
    yield from ((PLAIN, ""), (QUIET, f"  {kinds[:1].upper()}{kinds[1:]} by year (UTC)"))
    for year, value in years:
        yield BAR, f"  {year} {phrases.format_number(value):>{longest}} {text_bar(value, most, room)}".rstrip()


def _by_year(service: ServiceReport, width: int, *, table: bool) -> Iterator[Line]:
    """All kinds by year: columns where they fit, and words where they do not."""
    kinds = phrases.kinds_by_year(service)
    if len(kinds) < 2:
        return
    told = {year: [phrases.format_number(found.get(kind, 0)) for kind in kinds] for year, found in service.years.items()}
    columns = [max(len(kind), *(len(values[at]) for values in told.values())) for at, kind in enumerate(kinds)]
    yield from ((PLAIN, ""), (QUIET, "  Everything by year (UTC)"))
    if table and len("  Year") + sum(columns) + 2 * len(columns) <= width:
        heads = ("Year", [kind.capitalize() for kind in kinds])
        for year, cells in (heads, *told.items()):
            yield TABLE, f"  {year}" + "".join(f"  {cell:>{size}}" for cell, size in zip(cells, columns, strict=True))
    else:
        for year, text in phrases.yearly_lines(service):
            yield from _wrapped(f"{year}: {text}", width, first="  ", rest="        ")


def text_bar(value: int, most: int, room: int, block: str = _BAR) -> str:
    """A bar; whatever is not nought can be seen."""
    return block * (max(1, round(value * room / most)) if value else 0)


def encodable_bars(text: str, encoding: str | None) -> str:
    """The text with bars that can be written in this encoding."""
    try:
        _BAR.encode(encoding or "utf-8")
    except (UnicodeEncodeError, LookupError):
        return text.replace(_BAR, "=")
    return text


def _changes(comparison: Comparison, width: int) -> Iterator[Line]:
    yield from ((PLAIN, ""), (HEAD, "What has changed"))
    yield from _wrapped(phrases.comparison_head(comparison), width, first="  ", rest="  ")
    for note in phrases.comparison_notes(comparison):
        yield from _wrapped(note, width, first="  ", rest="  ")
    for change in comparison.kinds:
        if change.difference:
            yield from _wrapped(phrases.change_line(change), width, first="  - ", rest="    ")
    for name, year, changes in phrases.changes_by_year(comparison):
        yield from _wrapped(f"{year}, {name}: {changes}", width, first="    ", rest="      ", kind=QUIET)
