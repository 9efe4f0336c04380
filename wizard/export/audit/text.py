"""The audit report as lines for a terminal, wrapped to its width, each with its type, so that front ends can colour it."""

from collections.abc import Iterator, Sequence

from wizard.audit.compare import Comparison
from wizard.audit.report import ServiceReport
from wizard.audit.risks import SERVICE_NAMES
from wizard.export.render_text import wrap_line
from wizard.views.audit_report import AuditPage

from . import phrases

WIDTH = 80
NARROWEST = 40
HEAD, PLAIN, BAR, TABLE, QUIET, WARNING = "head", "plain", "bar", "table", "quiet", "warning"
_BAR = "━"
Line = tuple[str, str]
"""The type of a line, such as HEAD, and its text."""


def audit_text(page: AuditPage, width: int = WIDTH) -> str:
    """Return the report as text. For the parameters see `audit_lines`."""
    return "\n".join(text for _, text in audit_lines(page, width)) + "\n"


def audit_lines(page: AuditPage, width: int = WIDTH, *, table: bool = True) -> Iterator[Line]:
    """Yield the report: what is missing from it, its dates, changes, what to do first, each service with its years, the limits.

    `width` is in columns. Without `table` the years are listed in words, for screen readers.
    """
    report, width = page.report, max(NARROWEST, width)
    yield HEAD, phrases.TITLE
    yield from _wrapped(phrases.incomplete_line(report), width, kind=WARNING)
    yield from _wrapped(f"{phrases.files_line(report)} {phrases.READ_HERE}", width, kind=QUIET)
    yield from _wrapped(phrases.date_line(report), width, kind=QUIET)
    if report.is_html_export:
        yield from _steps(phrases.HOW_TO_GET_JSON, width)
        return
    if page.comparison:
        yield from _changes(page.comparison, width)
    yield from _advice(page, width)
    for service in report.services:
        yield from _service_lines(service, width, table=table)
    yield from _section("What no export can show", phrases.EXPORT_LIMITS, width, PLAIN)
    yield from _section("What could not be read", report.unreadable, width, WARNING)


def _wrapped(text: str, width: int, *, first: str = "", rest: str = "", kind: str = PLAIN) -> Iterator[Line]:
    yield from ((kind, line) for line in wrap_line(text, width, first, rest, breaks_words=True))


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


def _advice(page: AuditPage, width: int) -> Iterator[Line]:
    """Yield each step once, numbered, with everything that it resolves."""
    if not page.advice:
        return
    yield from ((PLAIN, ""), (HEAD, phrases.ranking_title(page.report)))
    for number, advice in enumerate(page.advice, 1):
        for position, text in enumerate(phrases.advice_texts(advice, page.report)):
            yield from _wrapped(text, width, first="      " if position else f"{number:>4}. ", rest="      ")
        if advice.step:
            yield from _wrapped(
                f"{phrases.advice_title(advice)} ({advice.step})", width, first="      -> ", rest="         ", kind=QUIET
            )
    yield from _wrapped(phrases.plan_note(page), width, first="  ", rest="  ", kind=QUIET)


def _service_lines(service: ServiceReport, width: int, *, table: bool) -> Iterator[Line]:
    years = phrases.years_covered(service)
    yield from ((PLAIN, ""), (HEAD, f"{SERVICE_NAMES[service.service]}{', ' if years else ''}{years}"))
    for line in phrases.account_lines(service):
        yield from _wrapped(line, width, first="  ", rest="  ")
    rows = phrases.count_rows(service)
    number_width = max((len(value) for _, value in rows), default=0)
    for label, value in rows:
        yield from _wrapped(label, width, first=f"  {value:>{number_width}}  ", rest=" " * (number_width + 4))
    if table or len(phrases.kinds_by_year(service)) == 1:  # with a single kind the list of years in words would repeat the chart
        yield from _chart(service, width)
    yield from _by_year(service, width, table=table)


def _chart(service: ServiceReport, width: int) -> Iterator[Line]:
    kinds, years = phrases.chart_series(service)
    maximum = max((value for _, value in years), default=0)
    if not maximum:
        return
    number_width = len(phrases.format_number(maximum))
    bar_width = min(60, width - number_width - 9)
    yield from ((PLAIN, ""), (QUIET, f"  {kinds[:1].upper()}{kinds[1:]} by year (UTC)"))
    for year, value in years:
        yield BAR, f"  {year} {phrases.format_number(value):>{number_width}} {text_bar(value, maximum, bar_width)}".rstrip()


def _by_year(service: ServiceReport, width: int, *, table: bool) -> Iterator[Line]:
    """Yield all kinds by year: as a table if it fits, otherwise in words."""
    kinds = phrases.kinds_by_year(service)
    if len(kinds) < 2:
        return
    rows = {year: [phrases.format_number(counts.get(kind, 0)) for kind in kinds] for year, counts in service.years.items()}
    widths = [max(len(kind), *(len(cells[column]) for cells in rows.values())) for column, kind in enumerate(kinds)]
    yield from ((PLAIN, ""), (QUIET, "  Everything by year (UTC)"))
    if table and len("  Year") + sum(widths) + 2 * len(widths) <= width:
        header = ("Year", [kind.capitalize() for kind in kinds])
        for year, cells in (header, *rows.items()):
            yield TABLE, f"  {year}" + "".join(f"  {cell:>{size}}" for cell, size in zip(cells, widths, strict=True))
    else:
        for year, text in phrases.yearly_lines(service):
            yield from _wrapped(f"{year}: {text}", width, first="  ", rest="        ")


def text_bar(value: int, maximum: int, width: int, block: str = _BAR) -> str:
    """Return a bar of at most `width` columns. Any value above zero is visible."""
    return block * (max(1, round(value * width / maximum)) if value else 0)


def encodable_bars(text: str, encoding: str | None) -> str:
    """Return the text with bars that this encoding can represent. None means UTF-8."""
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
