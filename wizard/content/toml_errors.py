"""A slip of the pen in a TOML file, told in words for people who do not know what a parser says."""

import re
from collections.abc import Callable
from typing import NamedTuple

FORM_OF_A_LINE = 'Write it like name = "text in quotes", name = 5, name = 2026-11-23, or name = ["a", "list"].'
SHOWN = 60
"""So many characters of a line are shown at most."""
_SPOT = re.compile(r" \(at (?:line (?P<line>\d+), column (?P<column>\d+)|end of document)\)")
_FIELD = re.compile(r"^\s*(?P<name>[\w-]+)\s*=\s*(?P<value>.*)$")
_CURLY = "“”„‟‘’‚"
_REMARK = r"\s*(?:#.*)?$"
_DAY = re.compile(rf"(?P<day>\d{{1,4}}([./–-])\d{{1,2}}\2\d{{1,4}}){_REMARK}")
_ISO = re.compile(r"\d{4}-\d\d-\d\d")
_BARE = re.compile(rf"(?P<words>[^\W\d_][^\"'\[\]{{}}#=]*?){_REMARK}")
_BARE_IN_A_LIST = re.compile(r"[^\W\d_][^\"'\[\]{}#=,]*")
_MORE = re.compile(r"""(?P<quoted>"(?:[^"\\]|\\.)*"|'[^']*')\s*(?P<rest>[^\s#].*)$""")


class TomlProblem(NamedTuple):
    """The line, counted from one, what is wrong with it, and what to write instead."""

    line: int
    what: str
    next_step: str


class _ErrorContext(NamedTuple):
    """What there is to judge by: the line, its field's name and value if it has one, the parser's words, and where it stopped."""

    line: str
    name: str
    value: str
    said: str
    onward: str


def explain_toml_error(text: str, said: str) -> TomlProblem:
    """The slip behind an error of the parser: told plainly where the line leaves no doubt, else in the parser's own words."""
    lines = text.split("\n")
    number, column = _error_position(lines, said)
    line = lines[number - 1]
    field = _FIELD.match(line)
    name, value = (field["name"], field["value"].rstrip()) if field else ("", "")
    seen = _ErrorContext(line.strip(), name, value, _SPOT.sub("", said), line[column - 1 :] if column else "")
    for judge in _EXPLAINERS:
        told = judge(seen)
        if told:
            return TomlProblem(number, *told)
    return TomlProblem(number, f"This line cannot be read: “{seen.said}”.", FORM_OF_A_LINE)


def _error_position(lines: list[str], said: str) -> tuple[int, int]:
    """Line and column; where the parser ran to the end, the last line that holds something; for a list, where it begins."""
    found = _SPOT.search(said)
    if found is None:  # a number of thousands of digits: the parser does not say where
        return max(range(1, len(lines) + 1), key=lambda number: len(lines[number - 1])), 0
    last = max((number for number, line in enumerate(lines, 1) if line.strip()), default=1)
    number = int(found["line"] or last)
    if said.startswith("Unclosed array") and "[" not in lines[number - 1]:
        return max((each for each, line in enumerate(lines[:number], 1) if "[" in line), default=number), 0
    return number, int(found["column"] or 0)


Told = tuple[str, str] | None


def _curly(seen: _ErrorContext) -> Told:
    unclosed = _never_ends(seen) and seen.line.endswith(tuple(_CURLY))
    if unclosed or seen.onward.startswith(tuple(_CURLY)):
        return "A curly quote stands where a straight one belongs.", 'Write name = "text", with the quotes of the keyboard.'
    return None


def _open_quote(seen: _ErrorContext) -> Told:
    if _never_ends(seen) and '"""' not in seen.line and "'''" not in seen.line:
        return "The text on this line has no quote at its end.", 'Write name = "text", with a quote before and behind it.'
    return None


def _never_ends(seen: _ErrorContext) -> bool:
    return seen.said in ("Illegal character '\\n'", "Unterminated string") and bool(set("\"'").intersection(seen.line))


def _other_day(seen: _ErrorContext) -> Told:
    found = _DAY.match(seen.value)
    if not found:
        return None
    if _ISO.fullmatch(found["day"]):
        return f"“{found['day']}” is no day of the calendar.", "Write one that is, like 2026-11-23."
    what = f"“{found['day']}” is a day in another form."
    return what, "Write the year first, then month and day with two digits each: 2026-11-23."


def _bare_text(seen: _ErrorContext) -> Told:
    found = _BARE.match(seen.value)
    within = _BARE_IN_A_LIST.match(seen.onward) if seen.said == "Invalid value" else None
    words = found["words"] if found else within[0].strip() if within else ""
    if not words or words in ("true", "false"):
        return None
    if words.lower() in ("true", "false"):
        return f"“{words}” begins with a capital letter.", f"Write {words.lower()}, in small letters."
    shown = words if len(words) <= SHOWN else f"{words[:SHOWN]}…"
    return f"“{shown}” has no quotes around it.", 'Put " before it and behind it.'


def _more_behind(seen: _ErrorContext) -> Told:
    if not seen.said.startswith("Expected newline"):
        return None
    found = _MORE.match(seen.value)
    if found and found["rest"] == ",":
        return "A comma stands behind the text.", "Take it out."
    if found and found["quoted"].startswith("'"):
        return "The text ends at its second quote, and more stands behind it.", 'Put "double quotes" around it instead.'
    if found:
        return "The text ends at its second quote, and more stands behind it.", 'Write \\" for a quote within a text.'
    return None


def _nothing(seen: _ErrorContext) -> Told:
    if seen.name and not seen.value:
        return f"Nothing stands behind “{seen.name} =”.", "Write its value there, or take the line out."
    return None


def _no_field(seen: _ErrorContext) -> Told:
    if seen.said.startswith("Expected '=' after a key"):
        return "This line is no field: an = is missing behind its first word.", FORM_OF_A_LINE
    return None


def _twice(seen: _ErrorContext) -> Told:
    if seen.said.startswith("Cannot overwrite a value") and seen.name:
        return f"“{seen.name}” is there twice.", "Take one of the two lines out."
    if seen.said.startswith("Cannot declare") and seen.line.startswith("["):
        return f"“{seen.line}” is there twice.", "Take one of the two out, or give it an id of its own."
    return None


def _list(seen: _ErrorContext) -> Told:
    if seen.said == "Unclosed array":
        return "In this list a comma, a quote or the ] at its end is missing.", 'Write it like name = ["a", "b"].'
    return None


_EXPLAINERS: tuple[Callable[[_ErrorContext], Told], ...] = (
    _twice, _list, _no_field, _curly, _open_quote, _other_day, _bare_text, _more_behind, _nothing,
)  # fmt: skip
