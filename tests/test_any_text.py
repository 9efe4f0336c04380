"""Whatever is typed behind a command: an answer or a sentence, never a traceback, and nothing that steers the terminal."""

import io
import json
import re
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.tui.making import BERLIN, session
from wizard.cli import main

ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=30)
NAMES = st.sampled_from(
    ["Germany", "Côte d'Ivoire", "한국", "🇧🇷", "UK", "ελλάδα", "ประเทศไทย", "O'Higgins", "ÅLAND", "İstanbul", "ﬁnland"]
)
NEARLY_NAMES = st.builds(
    lambda name, at, text: name[: at % (len(name) + 1)] + text + name[at % (len(name) + 1) :], NAMES, st.integers(0, 20), ANY_TEXT
)
HOSTILE = (
    "\x1b]52;c;aGk=\x07",
    "\udce4\udcff",
    "\ud800",
    "\u202eevil",
    "a" * 3000,
    "%s{}{{x}}",
    "--",
    "-h",
    "\n\n",
    "\r",
    "\x00",
    "=",
    "",
)
_STEERS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
TARGETS = (
    "mark {} done",
    "mark case/facebook {}",
    "mark contact/{} asked",
    "why {}",
    "learn {}",
    "letter {}",
    "answer {}",
    "answer country={}",
)


@contextmanager
def berlin() -> Iterator[Path]:
    """A state file of somebody in Berlin."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "kept" / "state.json"
        session(path, BERLIN)
        yield path


def said(*words: str) -> tuple[int, str, str]:
    """Code, answer and complaint of a command; none of it steers a terminal."""
    streams = [io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="") for _ in range(2)]
    with redirect_stdout(streams[0]), redirect_stderr(streams[1]):
        code = main([*words])
        for stream in streams:
            stream.flush()
    out, err = (stream.buffer.getvalue().decode() for stream in streams)
    assert code in (0, 1, 2), words
    assert not _STEERS.search(out.replace("\r\n", "\n") + err), words
    assert code == 0 or err.strip(), words
    return code, out, err


@settings(max_examples=60)
@given(st.lists(ANY_TEXT | NAMES | NEARLY_NAMES, min_size=1, max_size=3))
@example([*HOSTILE])
def test_any_name_of_a_country(names: list[str]) -> None:
    """What is found has a name and a code; what is chosen is among it. For people each text begins one line."""
    assert said("countries", "--", *names)[0] == 0
    code, out, _ = said("countries", "--json", "--", *names)
    assert code == 0
    queries = json.loads(out)["queries"]
    assert len(queries) == len(names)
    for query in queries:
        found = [match["alpha2"] for match in query["matches"]]
        assert query["chosen"] is None or query["chosen"] in found
        assert all(match["name"] for match in query["matches"])


@pytest.mark.parametrize("pattern", TARGETS)
@settings(max_examples=12)
@given(text=ANY_TEXT | st.sampled_from(HOSTILE))
def test_any_word_for_a_command(pattern: str, text: str) -> None:
    """It is understood or refused in a sentence, and the state file stays whole."""
    with berlin() as path:
        words = [word.replace("{}", text) for word in pattern.split()]
        said("--state", str(path), words[0], "--", *words[1:])
        assert json.loads(path.read_bytes())["answers"]["services"]


@pytest.mark.parametrize("format", ["txt", "md", "html", "eml"])
@settings(max_examples=15)
@given(name=ANY_TEXT | st.sampled_from(HOSTILE), own=ANY_TEXT, accounts=ANY_TEXT, kept=st.booleans())
def test_any_words_in_a_letter(format: str, name: str, own: str, accounts: str, kept: bool) -> None:
    """The letter is written, or a sentence says what is missing; a second one with what was kept, too."""
    with berlin() as path:
        fields = [
            f"--set=name={name}",
            f"--set=own={own}",
            f"--set=accounts={accounts}",
            "--set=email=kim@example.org",
            "--set=reasons=face",
        ]
        words = ("--state", str(path), "letter", "objection", f"--format={format}")
        said(*words, *fields, *(["--keep"] if kept else []))
        said(*words, "--set=reasons=face")
        json.loads(path.read_bytes())


@settings(max_examples=8)
@given(text=ANY_TEXT | st.sampled_from(HOSTILE), kind=st.sampled_from(["note", "done", "skipped"]))
def test_any_note(text: str, kind: str) -> None:
    """It is kept, shown and written into every document."""
    with berlin() as path:
        named = ("--state", str(path))
        code, _, _ = said(*named, "mark", "privacy-settings/instagram-private", kind, f"--note={text}")
        for words in (
            ["status"],
            ["plan", "--format=md"],
            ["plan", "--format=html"],
            ["state", "show"],
            ["calendar"],
            ["mark", "--undo"],
        ):
            assert said(*named, *words)[0] == 0, code
