"""Parse and serialize the state file, and tell broken files from files of other programs. docs/state-file.md describes it."""

import json
from pathlib import Path
from typing import Any

from wizard.errors import WizardError

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

__all__ = ["ABOUT", "SCHEMA", "BrokenStateError", "State", "parse_state", "serialize_state"]

ABOUT = f"{MARK}: your answers and what you did. It stays on this computer. `state wipe` removes it."
MAX_NESTING = 100
"""Maximum nesting accepted. Files written by this program use five levels; deeper data is treated as broken."""


class BrokenStateError(Exception):
    """Report a file of this program that is cut off, damaged or blank."""


class State:
    """The content of a state file as it was read. Unknown keys, answers and events are kept, and written back."""

    def __init__(self, data: dict[str, Any] | None = None) -> None:
        self.data = {} if data is None else data

    @property
    def answers(self) -> dict[str, Any]:
        """The raw answers by question id."""
        return self.data.setdefault("answers", {})  # type: ignore[no-any-return]

    @property
    def events(self) -> list[Any]:
        """The raw events in the order in which they were recorded."""
        return self.data.setdefault("events", [])  # type: ignore[no-any-return]

    @property
    def settings(self) -> dict[str, Any]:
        """The raw settings by name."""
        return self.data.setdefault("settings", {})  # type: ignore[no-any-return]


def parse_state(raw: bytes, path: Path) -> dict[str, Any]:
    """Parse the bytes of a state file; `path` is only named in errors.

    Raises BrokenStateError if the file is ours but damaged, or blank. Raises ForeignFileError if it is not ours. Raises
    WizardError if a newer version of this program wrote it.
    """
    try:
        data = decode(raw)
    except (ValueError, RecursionError) as error:
        if is_blank(raw) or begins_as_ours(raw):
            raise BrokenStateError from error
        raise _foreign_error(path) from error
    if not (has_mark(data) or is_state(data)):
        raise _foreign_error(path)
    schema = data.get("schema")
    if not isinstance(schema, int) or isinstance(schema, bool):
        raise BrokenStateError
    if schema > SCHEMA:
        raise WizardError("state-newer", path=path)
    if not has_right_parts(data):
        raise BrokenStateError
    if _deeper_than(MAX_NESTING, data):
        raise BrokenStateError
    return data


def _foreign_error(path: Path) -> ForeignFileError:
    return ForeignFileError("state-foreign", path=path)


def _deeper_than(levels: int, data: object) -> bool:
    """Return True if lists and objects are nested more than this many levels deep."""
    # Level by level instead of recursively: hostile data must not reach the recursion limit.
    layer = [data]
    for _ in range(levels):
        children = (node.values() if isinstance(node, dict) else node for node in layer if isinstance(node, (dict, list)))
        layer = [value for values in children for value in values if isinstance(value, (dict, list))]
    return bool(layer)


def serialize_state(data: dict[str, Any]) -> bytes:
    """Return the bytes of a state file: schema and about first, then one answer, event or setting a line.

    Text with a lone surrogate cannot be encoded in UTF-8; such a file is written in ASCII with escapes.
    """
    ordered = (
        {"schema": SCHEMA, "about": ABOUT, "answers": {}, "events": [], "settings": {}}
        | data
        | {"schema": SCHEMA, "about": ABOUT}
    )
    text = "{\n" + ",\n".join(f"  {json.dumps(key)}: {_format_value(value)}" for key, value in ordered.items()) + "\n}\n"
    try:
        return text.encode()
    except UnicodeEncodeError:
        return (json.dumps(ordered, indent=1) + "\n").encode()


def _format_value(value: object) -> str:
    """Return a top-level value with each of its elements on a line of its own."""
    if isinstance(value, dict) and value:
        inner = ",\n".join(
            f"    {json.dumps(str(key), ensure_ascii=False)}: {_encode(element)}" for key, element in value.items()
        )
        return "{\n" + inner + "\n  }"
    if isinstance(value, list) and value:
        return "[\n" + ",\n".join(f"    {_encode(element)}" for element in value) + "\n  ]"
    return _encode(value)


_encode = json.JSONEncoder(ensure_ascii=False).encode
"""Encode a value on one line; letters outside ASCII stay readable."""
