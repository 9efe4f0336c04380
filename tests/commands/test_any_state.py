"""Whatever stands in the state file: no traceback, no hang, and not a byte of it is lost."""

import io
import json
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import example, given, settings
from hypothesis import strategies as st

from wizard.cli import main
from wizard.storage.state_format import ABOUT

FIRST_CHANGE = (
    ["status", "--json"],
    ["plan", "--format", "md"],
    ["answer", "--list"],
    ["state", "show"],
    ["state", "export", "-"],
    ["why", "instagram-private"],
    ["mark", "privacy-settings/instagram-private", "done"],
)
"""Reading, and then one change."""
LATER = (["mark", "--undo"], ["answer", "services=facebook"], ["status"])

ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=8)
ANY_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | ANY_TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(ANY_TEXT, inner, max_size=3),
    max_leaves=8,
)
WORDS = st.sampled_from(
    [
        *("DE", "US", "US-CA", "KR", "facebook", "none", "unknown", "country", "done", "sent", "refused", "skipped", "undone"),
        *("note", "answered", "case/facebook", "case/nowhere", "privacy-settings/instagram-private"),
        *("2026-11-20", "9999-12-31", "0001-01-01"),
    ]
)
LIKELY = WORDS | st.lists(WORDS, max_size=3) | ANY_JSON
ANSWERS = st.dictionaries(st.sampled_from(["country", "region", "services", "visibility", "form", "\x1b"]), LIKELY, max_size=4)
EVENTS = st.lists(
    st.dictionaries(st.sampled_from(["at", "kind", "target", "id", "on", "note", "undoes"]), LIKELY, min_size=3) | ANY_JSON,
    max_size=4,
)
STATES = st.fixed_dictionaries(
    {"schema": st.just(1) | st.sampled_from([0, -1, 2, "1", None, True])},
    optional={
        "answers": ANSWERS | ANY_JSON,
        "events": EVENTS | ANY_JSON,
        "settings": ANY_JSON,
        "about": ANY_JSON | st.just(ABOUT),
        "x": ANY_JSON,
    },
)
FILES = STATES.map(json.dumps) | ANY_JSON.map(json.dumps) | st.text() | STATES.map(lambda data: json.dumps(data)[:-2])


def _sent(on: str) -> str:
    event = {"at": on, "kind": "sent", "target": "case/facebook", "id": "1", "on": on}
    return json.dumps({"schema": 1, "answers": {"country": "DE", "services": ["facebook"]}, "events": [event]})


@contextmanager
def _kept(content: bytes) -> Iterator[Path]:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "state.json"
        path.write_bytes(content)
        yield path


@example(_sent("9999-12-31"))
@example(_sent("0001-01-01"))
@example('{"schema": 1, "settings": ' + "[" * 950 + "]" * 950 + "}")
@example('{"schema": 1, "x": "\\ud800", "settings": ' + '{"a":' * 90 + "1" + "}" * 90 + "}")
@example('{"schema": 1, "x": ' + "9" * 4000 + "}")
@example('{"schema": 1, "x": 1e999, "y": NaN}')
@settings(max_examples=60)
@given(FILES)
def test_any_file_is_survived_and_kept(text: str) -> None:
    """Every command ends with 0, or with 1 and a sentence; the first bytes lie in the file, its backup, or beside them."""
    content = text.encode("utf-8", "surrogatepass")
    with _kept(content) as path:
        for command in FIRST_CHANGE:
            _is_survived(path, command)
            assert content in [each.read_bytes() for each in path.parent.iterdir()] or not content
        for command in LATER:
            _is_survived(path, command)


def _is_survived(path: Path, command: list[str]) -> None:
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        code = main(["--state", str(path), *command])
    assert code in (0, 1), command
    assert err.getvalue() or code == 0
    assert "\x1b" not in out.getvalue() + err.getvalue()


@settings(max_examples=60)
@given(STATES)
def test_a_state_that_is_understood_is_carried_along(data: dict[str, Any]) -> None:
    """After a mark everything that stood there stands there still."""
    data["schema"] = 1
    for key, kind in (("answers", dict), ("events", list), ("settings", dict)):
        if not isinstance(data.get(key, kind()), kind):
            del data[key]
    data.setdefault("events", [])
    content = json.dumps(data)
    with _kept(content.encode()) as path, redirect_stdout(io.StringIO()):
        assert main(["--state", str(path), "mark", "privacy-settings/instagram-private", "done"]) == 0
        now = json.loads(path.read_bytes())
    before = json.loads(content)
    assert json.dumps(now["events"][:-1]) == json.dumps(before.get("events", []))
    rest = {key: value for key, value in before.items() if key not in ("about", "events")}
    assert json.dumps({key: now[key] for key in rest}) == json.dumps(rest)
