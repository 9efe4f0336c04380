"""A letter that became too long, in lines: it is heard, named and made shorter; nothing ends and nothing goes out."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.journeys.by_numbers import listen
from tests.journeys.intents import BACK, Intent, Pick, Text, fill_in
from tests.plain.telling import BERLIN, session
from wizard.core.content_models import Library
from wizard.core.letter.draft import build_draft
from wizard.core.letter.selection import select_letter
from wizard.errors import WizardError
from wizard.plain import run
from wizard.storage.session import Session

LONG, SHORT = "a b c d e f g " * 48, "Meta took my pictures and did not ask."
TOO_LONG = "The text has 427 words; at most 300 fit. Shorten what you wrote yourself."
FILLED = {"name": "Kim", "address": "1 Way", "town": "Berlin", "recipient": "The office", "own": SHORT, "request": "opt-in"}
OWN = "What happened to you"


@pytest.fixture
def berlin(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: Library) -> Session:
    """Somebody in Berlin, in a folder of their own."""
    monkeypatch.chdir(tmp_path)
    return session(tmp_path / "state.json", BERLIN, library=content)


def written(on: Session, own: str) -> Iterator[Intent]:
    """From the main menu to a letter to a representative with this in it."""
    letter, about = select_letter(on.snapshot, "representative")
    yield from (Pick("Letters"), Pick(letter.title))
    yield from fill_in(build_draft(letter, on.snapshot, about, {}), {id: (text,) for id, text in (FILLED | {"own": own}).items()})


def changed(own: str) -> tuple[Intent, ...]:
    """The sentence of one's own is another."""
    return Pick("Change what I filled in"), Pick(OWN), Text(own, lines=True)


@pytest.mark.parametrize("act", ["Save it to a file", "Copy it", "Open it in your mail program"])
def test_what_is_too_long_does_not_go_out(berlin: Session, act: str) -> None:
    """It is said why, as often as one tries, and one goes on."""
    said = listen([*written(berlin, SHORT), *changed(LONG), Pick(act), Pick(act), BACK, BACK], berlin).out.getvalue()
    assert said.count(TOO_LONG) == 2


def test_it_is_heard_all_the_same_and_made_shorter(berlin: Session, tmp_path: Path) -> None:
    """Also where it is too long from the start; nothing that was typed is lost."""
    save = (Pick("Save it to a file"), Pick("Plain text"), Text("letter.txt"))
    said = listen([*written(berlin, LONG), Pick("Hear the letter"), *changed(SHORT), *save, BACK, BACK], berlin).out.getvalue()
    assert said.count(TOO_LONG) == 2
    assert SHORT in " ".join((tmp_path / "letter.txt").read_text(encoding="utf-8").split())


def test_it_can_be_made_shorter_in_the_editor(berlin: Session, tmp_path: Path) -> None:
    """What comes back from there is measured too."""
    script = tmp_path / "editor.py"
    act = "path.write_text(text.replace('b c d ', '', 20 if text.count('b c d ') > 30 else -1))"
    script.write_text(f"import sys, pathlib\npath = pathlib.Path(sys.argv[1])\ntext = path.read_text()\n{act}\n")
    edit, save = Pick("Edit the finished text"), Pick("Save it to a file")
    wishes = [*written(berlin, LONG), edit, save, edit, save, Pick("Plain text"), Text("letter.txt"), BACK, BACK]
    said = listen(wishes, berlin, {"EDITOR": f"{sys.executable} {script}"}).out.getvalue()
    assert said.count("Your edit is kept.") == 2
    assert said.count("The text has 367 words; at most 300 fit.") == 1
    assert "b c d" not in (tmp_path / "letter.txt").read_text(encoding="utf-8")


def test_a_conversation_that_cannot_go_on_ends_with_its_last_words(
    berlin: Session, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """What went wrong, and how to begin again; the exit code says that something did."""

    def conversation(_: object) -> None:
        raise WizardError("editor-failed")

    monkeypatch.setattr(run, "run_main_menu", conversation)
    (tmp_path / "typed.txt").write_text("")
    assert run.run_line_mode(str(berlin.store.path), str(tmp_path / "typed.txt")) == 1
    said = capsys.readouterr().out.splitlines()
    assert said[-3] == "The editor ended with an error, so nothing was changed. Try again, or save the letter."
    assert "protect-my-photos" in said[-1]


def test_a_letter_about_a_case_that_has_not_begun_turns_to_one_that_has(tmp_path: Path, content: Library) -> None:
    """It stands among the others only once something has happened in it."""
    begun = [("case/facebook", "sent", "2026-11-20"), ("case/instagram", "sent", "2026-11-21")]
    on = session(tmp_path / "state.json", BERLIN, begun, content)
    letter, about = select_letter(on.snapshot, "objection", "case/whatsapp-ai")
    samples = {"name": ("Kim",), "email": ("k@example.org",), "accounts": ("Facebook: k",), "reasons": ("face",)}
    filled = fill_in(build_draft(letter, on.snapshot, about, {}), samples)
    wishes = (Pick("Requests"), Pick("Messages"), Pick("Write the "), *filled)
    said = listen([*wishes, Pick("It is about messages"), BACK, BACK, BACK, BACK], on).out.getvalue()
    assert "It is about Facebook: take" in said
