"""The line of a file that a finding is about: looked for by the part of the file and by the word that it names."""

import re
from collections.abc import Callable, Collection, Iterable
from functools import partial

_NUMBERED = re.compile(r"^(?P<file>[^:]+):(?P<line>\d+)$")
_TABLE = re.compile(r"\[\[(?P<name>[a-z_]+)\]\] (?P<number>\d+)")
_RECORD = re.compile(r"^\[(?P<id>[^\[\]]+)\]")
_PASSAGE = re.compile(r"^\{#(?P<id>[a-z-]+)\}")
_NAMED = re.compile(r"“(?P<quoted>[^“”]+)”|\b(?P<day>\d{4}-\d\d-\d\d)\b")
_SAID = re.compile(r"\(at line (?P<line>\d+)")
_FIELD = re.compile(r"^(?P<name>[a-z_]+)\s*=")


def split_place(place: str) -> tuple[str, str]:
    """The file of a place, and the part of it that is meant."""
    file, _, part = place.partition(" ")
    numbered = _NUMBERED.match(file)
    return (numbered["file"] if numbered else file), part


def line_of(place: str, what: str, text: str) -> int:
    """The line, counted from one; nought where it cannot be told."""
    file, _, part = place.partition(" ")
    numbered = _NUMBERED.match(file) or _SAID.search(what)
    if numbered:
        return int(numbered["line"])
    lines = text.splitlines()
    start = _start(part, lines)
    named = [(found["quoted"] or found["day"]).partition("\n")[0].removesuffix("…") for found in _NAMED.finditer(what)]
    spoken = set(re.findall(r"\w+", what.lower()))
    tests = [*(partial(_holds, word) for word in named), partial(_is_field, spoken)]
    numbers = (_first(lines, start, fits) for fits in tests)
    return next((number for number in numbers if number), min(len(lines), start + 1))


def _start(part: str, lines: list[str]) -> int:
    """Where the part of the file begins, counted from nought."""
    if not part:
        return 0
    table, record, passage = _TABLE.search(part), _RECORD.match(part), _PASSAGE.match(part)
    if table:
        heads = [number for number, line in enumerate(lines) if line.strip() == f"[[{table['name']}]]"]
        return heads[int(table["number"]) - 1] if len(heads) >= int(table["number"]) else 0
    if record:
        return max(0, _first(lines, 0, lambda line: line.strip() == f"[{record['id']}]") - 1)
    if passage:
        return max(0, _first(lines, 0, lambda line: f"{{#{passage['id']}}}" in line) - 1)
    word = part.split(maxsplit=1)[0]
    named = re.compile(rf'^{re.escape(word)},|^id\s*=\s*"{re.escape(word)}"|^"?{re.escape(word)}"?\s*=|^\[{re.escape(word)}\]')
    return max(0, _first(lines, 0, lambda line: bool(named.match(line))) - 1)


def _holds(word: str, line: str) -> bool:
    return word in line


def _is_field(spoken: Collection[str], line: str) -> bool:
    """Tell whether a line sets a field that is spoken of, in the singular or the plural."""
    field = _FIELD.match(line)
    return field is not None and bool({field["name"], field["name"].removesuffix("s")}.intersection(spoken))


def _first(lines: Iterable[str], start: int, fits: Callable[[str], bool]) -> int:
    """The number of the first line that fits, counted from one; nought where none does."""
    return next((number for number, line in enumerate(lines, 1) if number > start and fits(line)), 0)
