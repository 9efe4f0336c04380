"""The audit report as lines for a terminal, wrapped to its width, each with its type, so that front ends can colour it."""

from collections.abc import Iterable, Iterator

from wizard.audit.report import ServiceReport
from wizard.export.render_text import wrap_line
from wizard.i18n import _, labelled
from wizard.views import audit_lines as views
from wizard.views import audit_sentences
from wizard.views.audit_lines import ReportLine, report_lines
from wizard.views.audit_report import AuditPage

WIDTH = 80
NARROWEST = 40
HEAD, PLAIN, BAR, TABLE, QUIET, WARNING = "head", "plain", "bar", "table", "quiet", "warning"
_BAR = "━"
Line = tuple[str, str]
"""The type of a line, such as HEAD, and its text."""
_INDENTS = {
    views.PLAIN: ("", ""),
    views.BELOW: ("  ", "  "),
    views.MORE: ("      ", "      "),
    views.BULLET: ("  - ", "    "),
}
"""What stands before the first and before the other lines of each type in usual style."""
_QUIET_INDENTS = {
    views.QUIET: ("", ""),
    views.NOTE: ("  ", "  "),
    views.STEP: ("      -> ", "         "),
    views.YEAR_CHANGE: ("    ", "      "),
}
_WARNING_INDENTS = {views.WARNING: ("", ""), views.PROBLEM: ("  - ", "    ")}
_STYLED_INDENTS = ((PLAIN, _INDENTS), (QUIET, _QUIET_INDENTS), (WARNING, _WARNING_INDENTS))
_STYLES = {kind: (style, *indents) for style, kinds in _STYLED_INDENTS for kind, indents in kinds.items()}


def audit_text(page: AuditPage, width: int = WIDTH) -> str:
    """Return the report as text of this width in columns."""
    return "\n".join(text for _kind, text in audit_lines(page, width)) + "\n"


def audit_lines(page: AuditPage, width: int = WIDTH) -> Iterator[Line]:
    """Yield the report in lines of this width in columns."""
    width, lines = max(NARROWEST, width), list(report_lines(page))
    for number, line in enumerate(lines):
        if line.kind == views.HEAD:
            yield from (((PLAIN, ""),) if number else ())
            yield HEAD, line.text
        elif line.kind == views.CHART and line.service:
            yield from _chart(line.text, line.service, width)
        elif line.kind == views.YEARS and line.service:
            yield from _by_year(line.text, line.service, width)
        elif line.kind == views.COUNT:
            size = max(len(other.mark) for other in _neighbours(lines, number))
            yield from _wrapped(line.text, width, first=f"  {line.mark:>{size}}  ", rest=" " * (size + 4))
        else:
            yield from (((PLAIN, ""),) if line.kind == views.PLAIN else ())
            yield from _text_line(line, width)


def _neighbours(lines: list[ReportLine], number: int) -> Iterable[ReportLine]:
    """Yield the counts of the same service as the one at this position."""
    heads = [position for position, line in enumerate(lines) if line.kind == views.HEAD]
    start = max(position for position in heads if position < number)
    end = min((position for position in heads if position > number), default=len(lines))
    return (line for line in lines[start:end] if line.kind == views.COUNT)


def _text_line(line: ReportLine, width: int) -> Iterator[Line]:
    if line.kind == views.NUMBERED:
        yield from _wrapped(line.text, width, first=f"{line.mark:>5} ", rest="      ")
    elif line.kind == views.INSTRUCTION:
        yield from _wrapped(line.text, width, first=f"  {line.mark} ", rest="     ")
    else:
        style, first, rest = _STYLES[line.kind]
        text = f"{line.text} ({line.mark})" if line.kind == views.STEP else line.text
        yield from _wrapped(text, width, first=first, rest=rest, kind=style)


def _wrapped(text: str, width: int, *, first: str = "", rest: str = "", kind: str = PLAIN) -> Iterator[Line]:
    yield from ((kind, line) for line in wrap_line(text, width, first, rest, breaks_words=True))


def _chart(title: str, service: ServiceReport, width: int) -> Iterator[Line]:
    _title, years = audit_sentences.chart_series(service)
    maximum = max(value for _year, value in years)
    number_width = len(audit_sentences.format_number(maximum))
    bar_width = min(60, width - number_width - 9)
    yield from ((PLAIN, ""), (QUIET, f"  {title}"))
    for year, value in years:
        number = audit_sentences.format_number(value)
        yield BAR, f"  {year} {number:>{number_width}} {text_bar(value, maximum, bar_width)}".rstrip()


def _by_year(title: str, service: ServiceReport, width: int) -> Iterator[Line]:
    """Yield all kinds by year: as a table if it fits, otherwise in words."""
    kinds, number = audit_sentences.kinds_by_year(service), audit_sentences.format_number
    rows = {year: [number(counts.get(kind, 0)) for kind in kinds] for year, counts in service.years.items()}
    titles = list(map(audit_sentences.kind_title, kinds))
    widths = [max(len(title), *(len(cells[column]) for cells in rows.values())) for column, title in enumerate(titles)]
    yield from ((PLAIN, ""), (QUIET, f"  {title}"))
    if len("  ") + len(_("Year")) + sum(widths) + 2 * len(widths) <= width:
        header = (_("Year"), titles)
        for year, cells in (header, *rows.items()):
            yield TABLE, f"  {year}" + "".join(f"  {cell:>{size}}" for cell, size in zip(cells, widths, strict=True))
    else:
        for year, text in audit_sentences.yearly_lines(service):
            yield from _wrapped(labelled(year, text), width, first="  ", rest="        ")


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
