"""Explain syntax errors of a TOML file in plain words, for authors who do not know parser messages."""

import re
from collections.abc import Callable
from typing import NamedTuple

FORM_OF_A_LINE = 'Write it like name = "text in quotes", name = 5, name = 2026-11-23, or name = ["a", "list"].'
SHOWN = 60
"""Characters of a line that a message quotes at most."""
_POSITION = re.compile(r" \(at (?:line (?P<line>\d+), column (?P<column>\d+)|end of document)\)")
_FIELD = re.compile(r"^\s*(?P<name>[\w-]+)\s*=\s*(?P<value>.*)$")
_CURLY = "“”„‟‘’‚"
_COMMENT = r"\s*(?:#.*)?$"
_DAY = re.compile(rf"(?P<day>\d{{1,4}}([./–-])\d{{1,2}}\2\d{{1,4}}){_COMMENT}")
_ISO = re.compile(r"\d{4}-\d\d-\d\d")
_BARE = re.compile(rf"(?P<words>[^\W\d_][^\"'\[\]{{}}#=]*?){_COMMENT}")
_BARE_IN_A_LIST = re.compile(r"[^\W\d_][^\"'\[\]{}#=,]*")
_TEXT_AND_REST = re.compile(r"""(?P<quoted>"(?:[^"\\]|\\.)*"|'[^']*')\s*(?P<rest>[^\s#].*)$""")


class TomlProblem(NamedTuple):
    """The line, counted from one, what is wrong with it, and what to write instead."""

    line: int
    what: str
    next_step: str


class _ErrorContext(NamedTuple):
    """What an explanation is based on.

    `line` is the stripped line, `name` and `value` are its field or "", `message` is the parser message without position,
    `rest` is the line from the column of the error on, or "" if there is no column.
    """

    line: str
    name: str
    value: str
    message: str
    rest: str


def explain_toml_error(text: str, message: str) -> TomlProblem:
    """Explain a parser error if the line leaves no doubt, else quote the message of the parser."""
    lines = text.split("\n")
    line_number, column = _error_position(lines, message)
    line = lines[line_number - 1]
    field = _FIELD.match(line)
    name, value = (field["name"], field["value"].rstrip()) if field else ("", "")
    context = _ErrorContext(line.strip(), name, value, _POSITION.sub("", message), line[column - 1 :] if column else "")
    for explain in _EXPLAINERS:
        explanation = explain(context)
        if explanation:
            return TomlProblem(line_number, *explanation)
    return TomlProblem(line_number, f"This line cannot be read: “{context.message}”.", FORM_OF_A_LINE)


def _error_position(lines: list[str], message: str) -> tuple[int, int]:
    """Return line and column of the error, counted from one; column 0 if unknown.

    At the end of the document this is the last line with content, for an unclosed array the line on which it begins.
    """
    match = _POSITION.search(message)
    if match is None:  # an integer with thousands of digits; the parser gives no position, so take the longest line
        return max(range(1, len(lines) + 1), key=lambda line_number: len(lines[line_number - 1])), 0
    last_line = max((line_number for line_number, line in enumerate(lines, 1) if line.strip()), default=1)
    line_number = int(match["line"] or last_line)
    if message.startswith("Unclosed array") and "[" not in lines[line_number - 1]:
        return max((candidate for candidate, line in enumerate(lines[:line_number], 1) if "[" in line), default=line_number), 0
    return line_number, int(match["column"] or 0)


Explanation = tuple[str, str] | None


def _explain_curly_quote(context: _ErrorContext) -> Explanation:
    unclosed = _is_unclosed_text(context) and context.line.endswith(tuple(_CURLY))
    if unclosed or context.rest.startswith(tuple(_CURLY)):
        return "A curly quote stands where a straight one belongs.", 'Write name = "text", with the quotes of the keyboard.'
    return None


def _explain_unclosed_quote(context: _ErrorContext) -> Explanation:
    if _is_unclosed_text(context) and '"""' not in context.line and "'''" not in context.line:
        return "The text on this line has no quote at its end.", 'Write name = "text", with a quote before and behind it.'
    return None


def _is_unclosed_text(context: _ErrorContext) -> bool:
    return context.message in ("Illegal character '\\n'", "Unterminated string") and bool(set("\"'").intersection(context.line))


def _explain_date(context: _ErrorContext) -> Explanation:
    match = _DAY.match(context.value)
    if not match:
        return None
    if _ISO.fullmatch(match["day"]):
        return f"“{match['day']}” is no day of the calendar.", "Write one that is, like 2026-11-23."
    what = f"“{match['day']}” is a day in another form."
    return what, "Write the year first, then month and day with two digits each: 2026-11-23."


def _explain_bare_text(context: _ErrorContext) -> Explanation:
    match = _BARE.match(context.value)
    list_item = _BARE_IN_A_LIST.match(context.rest) if context.message == "Invalid value" else None
    bare_text = match["words"] if match else list_item[0].strip() if list_item else ""
    if not bare_text or bare_text in ("true", "false"):
        return None
    if bare_text.lower() in ("true", "false"):
        return f"“{bare_text}” begins with a capital letter.", f"Write {bare_text.lower()}, in small letters."
    shown = bare_text if len(bare_text) <= SHOWN else f"{bare_text[:SHOWN]}…"
    return f"“{shown}” has no quotes around it.", 'Put " before it and behind it.'


def _explain_trailing_text(context: _ErrorContext) -> Explanation:
    if not context.message.startswith("Expected newline"):
        return None
    match = _TEXT_AND_REST.match(context.value)
    if match and match["rest"] == ",":
        return "A comma stands behind the text.", "Take it out."
    if match and match["quoted"].startswith("'"):
        return "The text ends at its second quote, and more stands behind it.", 'Put "double quotes" around it instead.'
    if match:
        return "The text ends at its second quote, and more stands behind it.", 'Write \\" for a quote within a text.'
    return None


def _explain_missing_value(context: _ErrorContext) -> Explanation:
    if context.name and not context.value:
        return f"Nothing stands behind “{context.name} =”.", "Write its value there, or take the line out."
    return None


def _explain_missing_equals(context: _ErrorContext) -> Explanation:
    if context.message.startswith("Expected '=' after a key"):
        return "This line is no field: an = is missing behind its first word.", FORM_OF_A_LINE
    return None


def _explain_duplicate(context: _ErrorContext) -> Explanation:
    if context.message.startswith("Cannot overwrite a value") and context.name:
        return f"“{context.name}” is there twice.", "Take one of the two lines out."
    if context.message.startswith("Cannot declare") and context.line.startswith("["):
        return f"“{context.line}” is there twice.", "Take one of the two out, or give it an id of its own."
    return None


def _explain_list(context: _ErrorContext) -> Explanation:
    if context.message == "Unclosed array":
        return "In this list a comma, a quote or the ] at its end is missing.", 'Write it like name = ["a", "b"].'
    return None


_EXPLAINERS: tuple[Callable[[_ErrorContext], Explanation], ...] = (
    _explain_duplicate,
    _explain_list,
    _explain_missing_equals,
    _explain_curly_quote,
    _explain_unclosed_quote,
    _explain_date,
    _explain_bare_text,
    _explain_trailing_text,
    _explain_missing_value,
)
"""In this order: the first explanation counts, so the specific ones come first."""
