"""The shapes of `--json`, exactly as DESIGN.md promises them in section 4."""

from datetime import date
from typing import Any

Shape = Any
"""A type, a set of values, a list of one shape, a table of shapes, or two of these in a tuple."""

NONE = type(None)


def day(value: object) -> bool:
    """A day as text."""
    return isinstance(value, str) and date.fromisoformat(value).isoformat() == value


AUTHORITY = ({"id": str, "name": str, "url": str}, NONE)
OFFICE = ({"id": str, "name": str, "url": str, "form": str}, NONE)
EXPOSURE = {"open": int, "total": int}
DEADLINES = [{"id": str, "due": day, "why": str}]
EXPECTED = {"yes", "likely", "reported", "unknown", "no"}
PATHS = {"opt-out", "try-form", "mitigation"}
STEP = {
    "id": str,
    "title": str,
    "status": {"open", "done", "skipped"},
    "minutes": int,
    "impact": {1, 2, 3, 4, 5},
    "essential": bool,
    "links": [{"label": str, "url": str, "confidence": str}],
    "why": [str],
    "sources": [str],
    "checked": day,
    "stale": bool,
    "confidence": {"confirmed", "reported", "unconfirmed", "disputed"},
}
SHAPES: dict[str, Shape] = {
    "plan": {
        "schema": {1},
        "content_as_of": day,
        "country": str,
        "regime": str,
        "path": PATHS,
        "law": str,
        "authority": OFFICE,
        "form": {"expected": EXPECTED, "urls": [str]},
        "exposure": EXPOSURE,
        "next": (str, NONE),
        "deadlines": DEADLINES,
        "actions": [{"id": str, "title": str, "status": {"open", "begun", "done"}, "steps": [STEP]}],
    },
    "status": {
        "schema": {1},
        "progress": {"done": int, "total": int},
        "essentials": {"done": int, "total": int, "minutes": int},
        "exposure": EXPOSURE,
        "next": (str, NONE),
        "cases": [{"target": str, "status": str, "due": (day, NONE), "recommend": str}],
        "deadlines": DEADLINES,
        "contacts": [{"nickname": str, "status": str, "on": day}],
    },
    "search": {
        "schema": {1},
        "query": str,
        "corrected": (str, NONE),
        "hits": [{"kind": {"step", "article", "letter", "outcome", "page", "place", "question"}, "id": str, "title": str}],
    },
    "countries": {
        "schema": {1},
        "countries": [
            {"alpha2": str, "name": str, "regime": str, "path": PATHS, "law": str, "authority": AUTHORITY, "form": EXPECTED}
        ],
    },
    "queries": {
        "schema": {1},
        "queries": [{"text": str, "matches": [{"alpha2": str, "name": str}], "chosen": (str, NONE)}],
    },
    "guess": {"schema": {1}, "guess": (str, NONE)},
}


def fits(value: Any, name: str) -> None:
    """The answer has this shape: all of its fields and no others."""
    _fits(value, SHAPES[name], name)


def _fits(value: Any, shape: Shape, where: str) -> None:
    if isinstance(shape, dict):
        assert isinstance(value, dict), where
        assert list(value) == list(shape), where
        for key, inner in shape.items():
            _fits(value[key], inner, f"{where}.{key}")
    elif isinstance(shape, list):
        assert isinstance(value, list), where
        for number, each in enumerate(value):
            _fits(each, shape[0], f"{where}[{number}]")
    elif isinstance(shape, tuple):
        _fits(value, shape[1] if value is None else shape[0], where)
    elif isinstance(shape, set):
        assert value in shape, (where, value)
    elif isinstance(shape, type):
        assert type(value) is shape, (where, value)
    else:
        assert shape(value), (where, value)
