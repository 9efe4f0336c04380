"""The line of a file that a finding is about: looked for by the part of the file and by the word that it names."""

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from functools import partial

_PLACE = re.compile(r"(?P<file>.*\.(?:md|toml|csv))(?::(?P<line>\d+))?(?: (?P<part>.*))?", re.DOTALL)
_TABLE = re.compile(r"\[\[(?P<name>[a-z_]+)\]\] (?P<number>\d+)")
_RECORD = re.compile(r"^\[[^\[\]]+\](?: \[[^\[\]]+\])*")
_PASSAGE = re.compile(r"^\{#(?P<id>[a-z-]+)\}")
_NAMED = re.compile(r"“(?P<quoted>[^“”]+)”|\b(?P<day>\d{4}-\d\d-\d\d)\b")
_MISSING = re.compile(r"“[^“”]+” is missing\.$")
_FIELD = re.compile(r"^(?P<name>[a-z_]+)\s*=")

LineRange = tuple[int, int]
"""Lines from one to before another, counted from nought."""


def split_location(place: str) -> tuple[str, str]:
    """The file of a place, and the part of it that is meant; the name of a file may have spaces in it."""
    found = _PLACE.fullmatch(place)
    return (found["file"], found["part"] or "") if found else (place, "")


def locate_line(place: str, what: str, text: str) -> int:
    """The line, counted from one; nought where it cannot be told."""
    found = _PLACE.fullmatch(place)
    if found and found["line"]:
        return int(found["line"])
    lines = text.removesuffix("\n").split("\n") if text else []
    start, end = _span(split_location(place)[1], lines)
    numbers = (_first(lines, (start, end), fits) for fits in _line_tests(what))
    return next((number + 1 for number in numbers if number is not None), min(len(lines), start + 1))


def _line_tests(what: str) -> Iterator[Callable[[str], bool]]:
    """How to tell the line, the surest way first: a field, a value, a word; what is missing stands on none."""
    if _MISSING.search(what):
        return
    for found in _NAMED.finditer(what):
        word = (found["quoted"] or found["day"]).partition("\n")[0].removesuffix("…")
        yield partial(_is_field, {word})
        yield partial(_has, re.compile(rf"[\"',]{re.escape(word)}[\"',]"))
        yield partial(_has, re.compile(rf"(?<![\w-]){re.escape(word)}(?![\w-])"))
        yield partial(_has, re.compile(re.escape(word)))
    yield partial(_is_field, {form for word in re.findall(r"\w+", what.lower()) for form in (word, f"{word}s")})


def _is_field(names: Collection[str], line: str) -> bool:
    field = _FIELD.match(line)
    return field is not None and field["name"] in names


def _has(pattern: re.Pattern[str], line: str) -> bool:
    return bool(pattern.search(line))


def _first(lines: Sequence[str], span: LineRange, fits: Callable[[str], bool]) -> int | None:
    """The first line of a span that fits."""
    return next((number for number in range(*span) if fits(lines[number])), None)


def _span(part: str, lines: Sequence[str]) -> LineRange:
    """The lines of a part of the file; all of them where it is not found."""
    if not part or _TABLE.search(part):
        return _of_table(part, lines)
    passage = _PASSAGE.match(part)
    if passage:
        return _of_passage(passage["id"], lines)
    return _of_record(_record(part) or part.split(maxsplit=1)[0], lines)


def _record(part: str) -> str:
    """The path of the record that a part begins with: "en.happenings.sent" of "[en] [happenings] [sent]"."""
    found = _RECORD.match(part)
    return found[0].replace("] [", ".").strip("[]") if found else ""


def _of_record(name: str, lines: Sequence[str]) -> LineRange:
    """The lines of a row, a question or a record; those of the record that it stands in where it has no head of its own."""
    whole = (0, len(lines))
    word = re.escape(name)
    row = _first(lines, whole, partial(_has, re.compile(rf"^{word},")))
    if row is not None:
        return row, row + 1
    head = _first(lines, whole, partial(_has, re.compile(rf'^id\s*=\s*"{word}"|^"?{word}"?\s*=|^\[{word}\]')))
    if head is None:
        return _of_record(name.rpartition(".")[0], lines) if "." in name else whole
    return head, _end(lines, head, "questions" if _is_field({"id"}, lines[head]) else name)


def _of_passage(id: str, lines: Sequence[str]) -> LineRange:
    start = _first(lines, (0, len(lines)), lambda line: f"{{#{id}}}" in line) or 0
    return start, _first(lines, (start + 1, len(lines)), lambda line: line.startswith("## ")) or len(lines)


def _of_table(part: str, lines: Sequence[str]) -> LineRange:
    """The lines of a table in a list of tables, or of one within that one, as far as it is written with a head of its own."""
    start, end, path = 0, len(lines), _record(part)
    for table in _TABLE.finditer(part):
        path = f"{path}.{table['name']}".removeprefix(".")
        heads = [number for number in range(start, end) if lines[number].strip() == f"[[{path}]]"]
        if len(heads) < int(table["number"]):
            break
        start = heads[int(table["number"]) - 1]
        end = _end(lines, start, path)
    return start, end


def _end(lines: Sequence[str], start: int, own: str) -> int:
    """The line on which something else begins: another table, or the prose."""
    inner = (f"[[{own}.", f"[{own}.")
    rest = range(start + 1, len(lines))
    ends = (number for number in rest if lines[number].startswith(("[", "+++")) and not lines[number].startswith(inner))
    return next(ends, len(lines))
