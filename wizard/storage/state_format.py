"""What the state file holds, and how it is written down: readable by a person, whole or broken, ours or not."""

import json
from pathlib import Path
from typing import Any

from wizard.errors import WizardError
from wizard.system.disk import ELSEWHERE

from .ownership import (
    MARK,
    SCHEMA,
    ForeignFileError,
    begins_as_ours,
    decode,
    has_mark,
    has_right_parts,
    is_blank,
    is_state,
)

__all__ = ["ABOUT", "ELSEWHERE", "SCHEMA", "BrokenStateError", "State", "parse_state", "serialize_state"]

ABOUT = f"{MARK}: your answers and what you did. It stays on this computer. `state wipe` removes it."
MAX_NESTING = 100
"""Levels of brackets; what this program writes has five, and what has more than a reader can follow is broken."""


class BrokenStateError(Exception):
    """The file is one of this program, but it is torn or damaged."""


class State:
    """What the state file holds, as it stands there: unknown keys, answers and events are carried along."""

    def __init__(self, data: dict[str, Any] | None = None) -> None:
        self.data = {} if data is None else data

    @property
    def answers(self) -> dict[str, Any]:
        """The answers by question id."""
        return self.data.setdefault("answers", {})  # type: ignore[no-any-return]

    @property
    def events(self) -> list[Any]:
        """The events, the oldest first."""
        return self.data.setdefault("events", [])  # type: ignore[no-any-return]

    @property
    def settings(self) -> dict[str, Any]:
        """The settings by name."""
        return self.data.setdefault("settings", {})  # type: ignore[no-any-return]


def parse_state(raw: bytes, path: Path) -> dict[str, Any]:
    """The data of a state file.

    Raises BrokenStateError when it is ours but damaged (or blank), ForeignFileError when it is not ours, and WizardError when a
    newer version of this program wrote it.
    """
    try:
        data = decode(raw)
    except (ValueError, RecursionError) as error:
        if is_blank(raw) or begins_as_ours(raw):
            raise BrokenStateError from error
        raise _foreign(path) from error
    if not (has_mark(data) or is_state(data)):
        raise _foreign(path)
    schema = data.get("schema")
    if not isinstance(schema, int) or isinstance(schema, bool):
        raise BrokenStateError
    if schema > SCHEMA:
        raise WizardError(
            f"{path} was written by a newer version of this program. It was left as it is.",
            "Update protect-my-photos, or use --state FILE to work with another file.",
        )
    if not has_right_parts(data):
        raise BrokenStateError
    if _deeper_than(MAX_NESTING, data):
        raise BrokenStateError
    return data


def _foreign(path: Path) -> ForeignFileError:
    return ForeignFileError(f"{path} is not a state file of this program. It was left as it is.", ELSEWHERE)


def _deeper_than(levels: int, data: object) -> bool:
    """Tell whether lists and objects lie in each other deeper than this."""
    layer = [data]
    for _ in range(levels):
        inner = (each.values() if isinstance(each, dict) else each for each in layer if isinstance(each, (dict, list)))
        layer = [value for values in inner for value in values if isinstance(value, (dict, list))]
    return bool(layer)


def serialize_state(data: dict[str, Any]) -> bytes:
    """The bytes of a state file: schema and a word about it first, then an answer, an event, a setting a line."""
    ordered = (
        {"schema": SCHEMA, "about": ABOUT, "answers": {}, "events": [], "settings": {}}
        | data
        | {"schema": SCHEMA, "about": ABOUT}
    )
    text = "{\n" + ",\n".join(f"  {json.dumps(key)}: {_lines(value)}" for key, value in ordered.items()) + "\n}\n"
    try:
        return text.encode()
    except UnicodeEncodeError:
        return (json.dumps(ordered, indent=1) + "\n").encode()


def _lines(value: object) -> str:
    if isinstance(value, dict) and value:
        inner = ",\n".join(f"    {json.dumps(str(key), ensure_ascii=False)}: {_line(each)}" for key, each in value.items())
        return "{\n" + inner + "\n  }"
    if isinstance(value, list) and value:
        return "[\n" + ",\n".join(f"    {_line(each)}" for each in value) + "\n  ]"
    return _line(value)


_line = json.JSONEncoder(ensure_ascii=False).encode
"""A value on one line, in its own letters."""
