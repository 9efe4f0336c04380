"""`state`: every stored byte in words, a copy, another copy merged in, everything removed."""

import json
import stat
from pathlib import Path

import pytest

from tests.running import Run
from tests.storage.keeping import NEWER, TORN, around, held, record, recorded


@pytest.fixture
def living(run: Run) -> Run:
    """Someone with answers, a mark, and one taken back."""
    run("answer", "country=DE", "services=facebook,instagram", "visibility=skip")
    run("mark", "case/facebook", "sent", "--on", "2026-11-20", "--note", "from my\nphone")
    run("mark", "privacy-settings/instagram-private", "done")
    run("mark", "--undo")
    return run


def test_what_is_stored_is_shown_in_words(living: Run, state_file: Path) -> None:
    """Answers with their questions, events with their days, settings."""
    assert living("state", "show").out.splitlines() == [
        f"File: {state_file} (about {round(state_file.stat().st_size / 1000)} KB)",
        "Answers (3):",
        "  Where do you live?  Germany",
        "  Which of these do you use?  Facebook, Instagram",
        "  Who can see what you post?  skipped",
        "What happened (6):",
        "  23 Nov 2026  answered: Where do you live?",
        "  23 Nov 2026  answered: Which of these do you use?",
        "  23 Nov 2026  answered: Who can see what you post?",
        "  20 Nov 2026  Objection, Facebook: I sent the form, or the letter “from my phone”",
        "  23 Nov 2026  Make your Instagram account private: done",
        "  23 Nov 2026  taken back: Make your Instagram account private",
    ]


def test_before_anything_is_stored(run: Run, state_file: Path) -> None:
    """It says where it would be, and makes nothing."""
    assert run("state", "show").out == f"Nothing is stored. The file would be {state_file}\n"
    assert not state_file.parent.exists()


def test_what_is_not_understood_is_shown_too(run: Run, state_file: Path) -> None:
    """And that it is kept; nothing in it can steer the terminal."""
    state_file.parent.mkdir()
    strange = {
        "schema": 1,
        "answers": {"country": "DE", "\x1b[2Jold": "x\x1b[2J", "odd": 5},
        "events": [7, {"at": "2026-11-01", "kind": "dan\x07ced", "target": "so\u202elo", "note": "\x9b1m"}],
        "settings": {"\x1b[2J": "\x1b[2J", "theme": "dark"},
        "ex\x1btra": 1,
    }
    state_file.write_text(json.dumps(strange))
    said = run("state", "show")
    assert not set(said.out) & set("\x1b\x07\x9b\u202e")
    assert said.out.splitlines()[1:] == [
        "Answers (3):",
        "  Where do you live?  Germany",
        "  [2Jold  x[2J",
        "  and 1 that this version does not understand; they are kept",
        "What happened (2):",
        "  1 Nov 2026  solo: danced “1m”",
        "  and 1 that this version does not understand; they are kept",
        "Settings (2):",
        '  [2J: "\\u001b[2J"',
        '  theme: "dark"',
        'Kept for other versions: "ex\\u001btra"',
    ]


def test_a_copy_is_the_whole_state(living: Run, state_file: Path, tmp_path: Path) -> None:
    """In a file for its owner alone, or on standard output."""
    copy = tmp_path / "copy.json"
    assert living("state", "export", str(copy)).out == f"Saved to {copy}\n"
    assert held(copy) == held(state_file)
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert living("state", "export", "-").json == held(state_file)


def test_another_copy_is_merged_in(living: Run, state_file: Path, tmp_path: Path) -> None:
    """The union of both; once is enough."""
    other = tmp_path / "other.json"
    living("--state", str(other), "answer", "country=KR", "people=children")
    living("--state", str(other), "mark", "privacy-settings/instagram-private", "done")
    mine, theirs = recorded(state_file), recorded(other)
    assert living("state", "import", str(other)).out == "Merged: 3 events were new. Nothing was removed.\n"
    assert sorted(recorded(state_file)) == sorted(mine + theirs)
    assert held(state_file)["answers"] == {
        "country": "KR",
        "services": ["facebook", "instagram"],
        "visibility": None,
        "people": ["children"],
    }
    assert living("state", "import", str(other)).out == "Merged: 0 events were new. Nothing was removed.\n"
    assert recorded(other) == theirs


def test_two_computers_end_alike(run: Run, tmp_path: Path) -> None:
    """Each takes in the other's copy."""
    one, two = tmp_path / "one.json", tmp_path / "two.json"
    run("--state", str(one), "answer", "country=DE", "services=facebook")
    run("state", "import", str(one), "--state", str(two))
    run("--state", str(one), "mark", "case/facebook", "sent")
    run("--state", str(two), "answer", "services=facebook,instagram")
    run("--state", str(one), "state", "import", str(two))
    run("--state", str(two), "state", "import", str(one))
    assert {key: held(one)[key] for key in ("answers", "events")} == {key: held(two)[key] for key in ("answers", "events")}


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (None, "cannot be read: No such file or directory. Name a file made by `state export`."),
        (TORN, "is damaged and was not merged. Export it again on the other computer."),
        (b"{half", "is not a state file of this program. It was left as it is. Name a file made by `state export`."),
        (b"", "is damaged and was not merged."),
        (b"\x00\x00", "is damaged and was not merged."),
        (b'{"schema": 1, "events": ' + b"[" * 200 + b"]" * 200 + b"}", "is damaged and was not merged."),
        (NEWER, "was written by a newer version of this program. It was left as it is."),
        (b'{"theme": "dark"}', "is not a state file of this program. It was left as it is."),
    ],
)
def test_a_copy_that_cannot_be_merged(
    living: Run, state_file: Path, tmp_path: Path, content: bytes | None, sentence: str
) -> None:
    """Neither file is touched."""
    other, before = tmp_path / "other.json", state_file.read_bytes()
    if content is not None:
        other.write_bytes(content)
    said = living("state", "import", str(other))
    assert said.code == 1
    assert sentence in said.sentence
    assert state_file.read_bytes() == before
    assert list(tmp_path.glob("*")) == ([] if content is None else [other])


def test_wiping_asks_to_be_meant(living: Run, state_file: Path) -> None:
    """Not by asking: by a word on the command line."""
    said = living("state", "wipe")
    assert said.code == 1
    assert said.sentence == (
        f"This would remove {state_file} and its backup for good. Run `protect-my-photos state wipe --yes` to do it."
    )
    assert state_file.exists()


def test_wiping_leaves_nothing(living: Run, state_file: Path) -> None:
    """Each file is named; then one begins anew."""
    assert around(state_file, lock=True) == {"", ".bak", ".lock"}
    said = living("state", "wipe", "--yes")
    assert {f"Removed {state_file}{ending}" for ending in ("", ".bak", ".lock")} < set(said.out.splitlines())
    assert list(state_file.parent.iterdir()) == []
    assert living("state", "wipe", "--yes").out == "There was nothing to remove.\n"
    assert living("status").out.startswith("Nothing is known yet.")


@pytest.mark.parametrize("content", [NEWER, TORN, b"", b"\x00"])
def test_what_cannot_be_read_can_be_wiped(run: Run, home: Path, monkeypatch: pytest.MonkeyPatch, content: bytes) -> None:
    """Of all things this must always work, as long as the file is one of this program."""
    monkeypatch.setenv("XDG_STATE_HOME", str(home / "kept"))
    monkeypatch.delenv("PROTECT_MY_PHOTOS_STATE")
    own = home / "kept" / "protect-my-photos"
    own.mkdir(parents=True)
    (own / "state.json").write_bytes(content)
    assert run("state", "wipe", "--yes").code == 0
    assert not own.exists()


@pytest.mark.parametrize(("words", "code"), [(["state"], 2), (["state", "burn"], 2), (["state", "export"], 2)])
def test_wrong_usage(run: Run, words: list[str], code: int) -> None:
    """One sentence."""
    said = run(*words)
    assert said.code == code
    assert "--help` says how." in said.sentence


def test_a_broken_file_is_told_on_standard_error(run: Run, state_file: Path) -> None:
    """So that scripts still get their JSON."""
    record(state_file, "privacy-settings/instagram-private", "x")
    state_file.write_bytes(TORN)
    said = run("status", "--json")
    assert said.json["schema"] == 1
    assert said.err.startswith("The state file could not be read. It was kept as ")
    assert said.err.endswith(". The previous copy is used.\n")
    assert run("status", "--json").err == ""
