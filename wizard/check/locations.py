"""Find the line of a violation from its place, its path of field names and its quotation."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial

from .diagnostics import Violation

_PLACE = re.compile(r"(?P<file>.*\.(?:md|toml|csv))(?::(?P<line>\d+))?(?: (?P<part>.*))?", re.DOTALL)
_TABLE = re.compile(r"\[\[(?P<name>[a-z_]+)\]\] (?P<number>\d+)")
_RECORD = re.compile(r"^\[[^\[\]]+\](?: \[[^\[\]]+\])*")
_SECTION = re.compile(r"^\{#(?P<id>[a-z-]+)\}")

LineTest = Callable[[str], bool]
LineRange = tuple[int, int]
"""First line and the line after the last one, counted from zero."""


def split_location(place: str) -> tuple[str, str]:
    """Split a place into file and part of the file, which may be "". File names may contain spaces."""
    match = _PLACE.fullmatch(place)
    return (match["file"], match["part"] or "") if match else (place, "")


def locate_line(violation: Violation, text: str) -> int:
    """Return the line of a violation, counted from one, or 0 if the file has no text."""
    match = _PLACE.fullmatch(violation.place)
    if match and match["line"]:
        return int(match["line"])
    lines = text.removesuffix("\n").split("\n") if text else []
    start, end = _part_range(split_location(violation.place)[1], lines)
    # Each test narrows the range: the part, in it the outer field, below that the inner field, below that the quotation.
    # A test without a match changes nothing, so the line of the last match remains.
    for depth, name in enumerate(violation.fields):
        start = _first_match(lines, (start, end), _field_tests(name, nested=depth > 0), start)
    start = _first_match(lines, (start, end), _quote_tests(violation.quote), start)
    return min(len(lines), start + 1)


def _first_match(lines: Sequence[str], line_range: LineRange, tests: Iterable[LineTest], otherwise: int) -> int:
    """Return the first line that passes the first test which any line passes, else `otherwise`."""
    matches = (_first_line(lines, line_range, is_match) for is_match in tests)
    return next((line for line in matches if line is not None), otherwise)


def _field_tests(name: str, *, nested: bool) -> Iterator[LineTest]:
    """Yield tests for the line of a field. A nested one may stand in an inline table: `when = { country = ["DE"] }`."""
    anywhere = partial(_has, re.compile(rf"(?<![\w-]){re.escape(name)}[\"']?\s*="))
    if not nested:
        yield partial(_has, re.compile(rf"^\s*[\"']?{re.escape(name)}[\"']?\s*="))
    yield anywhere


def _quote_tests(quote: str) -> Iterator[LineTest]:
    """Yield tests for the line of a quotation, most reliable first: a whole value, whole words, any text."""
    word = re.escape(quote.partition("\n")[0].removesuffix("…"))
    if word:
        yield partial(_has, re.compile(rf"[\"',]{word}[\"',]"))
        yield partial(_has, re.compile(rf"(?<![\w-]){word}(?![\w-])"))
        yield partial(_has, re.compile(word))


def _has(pattern: re.Pattern[str], line: str) -> bool:
    return bool(pattern.search(line))


def _first_line(lines: Sequence[str], line_range: LineRange, is_match: LineTest) -> int | None:
    """Return the first line of a range that passes the test, or None."""
    return next((number for number in range(*line_range) if is_match(lines[number])), None)


def _part_range(part: str, lines: Sequence[str]) -> LineRange:
    """Return the lines of a part of the file, or all lines if it is not found."""
    if not part or _TABLE.search(part):
        return _table_range(part, lines)
    section = _SECTION.match(part)
    if section:
        return _section_range(section["id"], lines)
    return _record_range(_record_path(part) or part.split(maxsplit=1)[0], lines)


def _record_path(part: str) -> str:
    """Return the path of the record that a part begins with: "en.cases" for "[en] [cases]"."""
    match = _RECORD.match(part)
    return match[0].replace("] [", ".").strip("[]") if match else ""


def _record_range(name: str, lines: Sequence[str]) -> LineRange:
    """Return the lines of a row, question or record. Without a header, the enclosing record counts."""
    all_lines = (0, len(lines))
    word = re.escape(name)
    row_line = _first_line(lines, all_lines, partial(_has, re.compile(rf"^{word},")))
    if row_line is not None:
        return row_line, row_line + 1
    head_line = _first_line(lines, all_lines, partial(_has, re.compile(rf'^id\s*=\s*"{word}"|^"?{word}"?\s*=|^\[{word}\]')))
    if head_line is None:
        return _record_range(name.rpartition(".")[0], lines) if "." in name else all_lines
    return head_line, _range_end(lines, head_line, "questions" if re.match(r"id\s*=", lines[head_line]) else name)


def _section_range(id: str, lines: Sequence[str]) -> LineRange:
    """Return the lines of a section of a step, with its heading."""
    start = _first_line(lines, (0, len(lines)), lambda line: f"{{#{id}}}" in line) or 0
    return start, _first_line(lines, (start + 1, len(lines)), lambda line: line.startswith("## ")) or len(lines)


def _table_range(part: str, lines: Sequence[str]) -> LineRange:
    """Return the lines of a table in an array of tables, as far as the nested ones have headers."""
    start, end, path = 0, len(lines), _record_path(part)
    for table in _TABLE.finditer(part):
        path = f"{path}.{table['name']}".removeprefix(".")
        head_lines = [number for number in range(start, end) if lines[number].strip() == f"[[{path}]]"]
        if len(head_lines) < int(table["number"]):
            break
        start = head_lines[int(table["number"]) - 1]
        end = _range_end(lines, start, path)
    return start, end


def _range_end(lines: Sequence[str], start: int, own_path: str) -> int:
    """Return the line on which another table or the prose begins."""
    nested_heads = (f"[[{own_path}.", f"[{own_path}.")
    rest = range(start + 1, len(lines))
    ends = (number for number in rest if lines[number].startswith(("[", "+++")) and not lines[number].startswith(nested_heads))
    return next(ends, len(lines))
