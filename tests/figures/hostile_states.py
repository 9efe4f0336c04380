"""State files as a torn write, a wrong merge, a clumsy hand or an enemy leaves them."""

import json
from collections.abc import Iterator
from typing import Any

from tests.making import day
from tests.tui.making import BERLIN
from wizard.storage.state_format import serialize_state

STEP = "privacy-settings/instagram-private"
AT = "2026-11-20T10:00:00+00:00"
ANSWERS: dict[str, Any] = {id: list(given) if len(given) > 1 else given[0] for id, given in BERLIN.items()}
EVENTS: list[Any] = [
    {"at": AT, "on": "2026-11-20", "kind": "sent", "target": "case/facebook", "id": "a"},
    {"at": AT, "on": "2026-11-20", "kind": "done", "target": STEP, "id": "b", "note": "a note"},
]
WHOLE: dict[str, Any] = {"answers": ANSWERS, "events": EVENTS, "settings": {"theme": "textual-dark"}}
ODD: tuple[Any, ...] = (None, True, 1, -1.5, "", "\x1b[2J", [], [[]], {}, {"a": {"b": []}})
"""A value of every kind of JSON."""
STEERING = (
    "\x1b]52;c;aGk=\x07",
    "\x9b2J",
    "before\u202eafter",
    "\x00",
    "\ud800",
    "a\r\nb\u2028c",
    "<script>",
    "\U000e0041",
    "x" * 9000,
)


def state(**parts: Any) -> bytes:
    """A state with these parts instead of its own."""
    return serialize_state(WHOLE | parts)


def loose(data: object) -> bytes:
    """JSON without the line that says whose it is."""
    return json.dumps(data).encode()


def torn() -> Iterator[tuple[str, bytes]]:
    """Bytes that are no JSON, or not only."""
    raw = state()
    for part in range(16):
        yield f"torn after {part} of 16 parts", raw[: len(raw) * part // 16]
    yield "zeros", b"\0" * 4096
    yield "zeros at the end", raw[:-200] + b"\0" * 200
    yield "zeros in the middle", raw[:300] + b"\0" * 100 + raw[400:]
    yield "a mark of byte order", b"\xef\xbb\xbf" + raw
    yield "UTF-16", raw.decode().encode("utf-16")
    yield "no UTF-8 in a text", raw.replace(b"a note", b"a \xff\xfe")
    yield "lines of Windows", raw.replace(b"\n", b"\r\n")
    yield "words behind it", raw + b"and more\n"
    yield "twice", raw + raw
    yield "marks of a merge", b"<<<<<<< mine\n" + raw + b"=======\n" + raw + b">>>>>>> theirs\n"
    yield "single quotes", raw.replace(b'"', b"'")
    yield "a comma too many", raw.replace(b"]", b",]", 1)
    yield "endless nesting", b'{"schema": 1, "answers": ' + b"[" * 200_000
    yield "not ours", b"my thesis\n"


def other_shapes() -> Iterator[tuple[str, bytes]]:
    """JSON of another shape or version."""
    for value in ODD:
        yield f"{value!r} alone", loose(value)
    for version in (0, -1, 2, 10**30, 1.0, "1", None, True, [1], {"1": 1}):
        yield f"schema {version!r}"[:40], loose({"schema": version, **WHOLE})
        yield f"ours, schema {version!r}"[:40], state().replace(b'"schema": 1', f'"schema": {json.dumps(version)}'.encode(), 1)
    yield "keys twice", b'{"schema": 1, "answers": {"country": "DE"}, "events": [], "answers": {"country": "FR"}}'
    yield "lists twice", b'{"schema": 1, "answers": {"country": "DE"}, "events": [], "events": [{}]}'
    yield "numbers that are none", b'{"schema": 1, "answers": {}, "x": [NaN, Infinity, -Infinity, 1e999]}'


def odd_parts() -> Iterator[tuple[str, bytes]]:
    """A state whose parts are of another type, or hold something else."""
    for part in ("answers", "events", "settings", "about", "unknown"):
        for value in ODD:
            yield f"{part} {value!r}", state(**{part: value})
    for question in ("country", "services", "visibility"):
        for value in ODD:
            yield f"{question} {value!r}", state(answers=ANSWERS | {question: value})
    for name, value in (("region of another country", "US-CA"), ("a country that is none", "XX"), ("a thousand", ["x"] * 1000)):
        yield name, state(answers=ANSWERS | {"region": value} | ({"country": value} if value == "XX" else {}))
    for setting in ("theme", "language", "letter"):
        for value in (*ODD[:6], "../../../etc/passwd", "xx", "de"):
            yield f"setting {setting} {value!r}", state(settings={setting: value})


def odd_events() -> Iterator[tuple[str, bytes]]:
    """Events of another type, without a part, with a part of another type, or of a day that is none."""
    for value in ODD:
        yield f"event {value!r}", state(events=[*EVENTS, value])
    for key in ("at", "on", "kind", "target", "id"):
        yield f"an event without {key}", state(events=[{name: value for name, value in EVENTS[0].items() if name != key}])
        for value in (None, 1, [], {}, "", "\x1b[2J"):
            yield f"an event with {key} {value!r}", state(events=[EVENTS[0] | {key: value}])
    for moment in ("9999-12-31", "0001-01-01", "2026-02-30", "-1", "2026-11-20T25:00:00Z", "20261120", str(day("2026-11-20"))):
        yield f"at {moment}", state(events=[EVENTS[0] | {"at": moment, "on": moment}])
    for text in STEERING:
        yield f"a note {text!r}"[:40], state(events=[EVENTS[1] | {"note": text}, EVENTS[0] | {"kind": text, "id": "c"}])
        yield f"a target {text!r}"[:40], state(events=[EVENTS[1] | {"target": text}, EVENTS[0] | {"target": f"case/{text}"}])
    yield "the same id twice", state(events=[*EVENTS, EVENTS[0]])
    yield "taken back by itself", state(events=[EVENTS[0] | {"kind": "undone", "undoes": "a"}])
    yield (
        "taken back in a circle",
        state(events=[EVENTS[0] | {"kind": "undone", "undoes": "b"}, EVENTS[1] | {"kind": "undone", "undoes": "a"}]),
    )
    yield "ten thousand events", state(events=[EVENTS[1] | {"id": str(number)} for number in range(10_000)])


def hostile_states() -> dict[str, bytes]:
    """All of them by name."""
    return {name: raw for some in (torn(), other_shapes(), odd_parts(), odd_events()) for name, raw in some}
