"""Leaving in lines, by typed numbers: at every place where one can type, by every way of leaving."""

from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import pytest

from tests.plain.telling import BERLIN, session
from wizard.core.content_models import Library
from wizard.plain.numbered_prompter import NumberedPrompter
from wizard.plain.run import INTERRUPTED, _run_conversation
from wizard.storage.session import Session

TERMINATED = 143
DATE = "Not recorded: the date for Facebook."
LETTER = (
    "Neither saved nor copied: the letter “Objection to AI training, under the GDPR”. "
    "Letters are private, so they are not kept here."
)
BEGUN = ("letters", "objection to", "Kim")
FINISHED = (*BEGUN, "k@example.org", "@kim", ".", "1", "", "", "", "", "n")
"""All gaps are filled, and the letter is not heard to its end."""
PLACES: dict[str, tuple[tuple[str, ...], str]] = {
    "the main menu": ((), ""),
    "words to search for": (("search",), ""),
    "a question of the interview": (("answers", "2"), ""),
    "the day of an event": (("cases", "face", "sent"), DATE),
    "the day, after one that is none": (("cases", "face", "sent", "the 32nd"), DATE),
    "the word about an event": (("cases", "face", "sent", "10 oct"), DATE),
    "the day, once more": (("cases", "face", "sent", "10 oct", "b"), DATE),
    "a case after going back": (("cases", "face", "sent", "10 oct", "b", "b"), ""),
    "a case with its event recorded": (("cases", "face", "sent", "10 oct", ""), ""),
    "a note": (("plan", "objection", "1", "note"), ""),
    "a reason": (("plan", "objection", "1", "skip", "another"), ""),
    "a nickname": (("contacts", "1"), ""),
    "the name of a file": (("papers", "html", "save"), "Not saved: the file my-photo-plan.html."),
    "the export to read": (("audit",), ""),
    "the first gap of a letter": (BEGUN[:2], ""),
    "the second gap of a letter": (BEGUN, LETTER),
    "the second line of a gap": ((*BEGUN, "k@example.org", "@kim"), LETTER),
    "a finished letter": (FINISHED, LETTER),
    "the file of a letter": ((*FINISHED, "save", "1"), LETTER),
    "the day of a letter that was sent": (
        (*FINISHED, "i sent", "every"),
        f"Not recorded: the date for Facebook and Instagram. {LETTER}",
    ),
    "the main menu after a letter": ((*FINISHED, "b", "b"), LETTER),
    "a letter that was saved": ((*FINISHED, "save", "1", "letter.txt"), ""),
    "a letter that was sent": ((*FINISHED, "i sent", "every", "", ""), ""),
    "a letter that was changed after it was saved": (
        (*FINISHED, "save", "1", "letter.txt", "change", "your name", "Mia"),
        LETTER,
    ),
}


class Hands:
    """Someone who types these lines, then does something else: None ends the input."""

    def __init__(self, typed: tuple[str, ...], *ends: BaseException | str | None) -> None:
        self._lines: Iterator[BaseException | str | None] = iter((*typed, *ends))

    def readline(self) -> str:
        """The next line."""
        line = next(self._lines, None)
        if isinstance(line, BaseException):
            raise line
        return "" if line is None else f"{line}\n"


WAYS: dict[str, tuple[tuple[BaseException | str | None, ...], int]] = {
    "q, and q again": (("q", "q"), 0),
    "q, and leave without it": (("q", "leave without"), 0),
    "q, and the end of the input": (("q", None), 0),
    "the end of the input": ((None,), 0),
    "Ctrl+C, twice": ((KeyboardInterrupt(), KeyboardInterrupt()), INTERRUPTED),
    "a signal": ((SystemExit(TERMINATED),), TERMINATED),
}


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Files without a folder go where this test may write."""
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def berlin(tmp_path: Path, content: Library) -> Session:
    """A person in Berlin, with Facebook and Instagram, who has sent nothing yet."""
    return session(tmp_path / "state.json", {**BERLIN, "services": ("facebook", "instagram")}, library=content)


def left(on: Session, typed: tuple[str, ...], *ends: BaseException | str | None, interactive: bool = True) -> tuple[int, str]:
    """The exit code, and everything that was said."""
    out = StringIO()
    return _run_conversation(
        on, NumberedPrompter(Hands(typed, *ends), out, echo=True, interactive=interactive), "again"
    ), out.getvalue()


def last_words(lost: str) -> str:
    """What is said when this is lost."""
    return f"\n{f'{lost} Everything else' if lost else 'Everything'} is saved. To go on where you stopped:\nagain\n"


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("place", PLACES)
def test_leaving_names_what_is_lost(place: str, way: str, berlin: Session) -> None:
    """Asked about once where one can be asked; in the last words in any case."""
    typed, lost = PLACES[place]
    ends, expected = WAYS[way]
    code, said = left(berlin, typed, *ends)
    assert said.endswith(last_words(lost)), said[-600:]
    assert said.count("Leave anyway?") == (1 if lost and (way.startswith(("q", "Ctrl+C"))) else 0)
    assert code == expected


@pytest.mark.parametrize("place", [place for place, (_, lost) in PLACES.items() if lost])
def test_who_stays_is_asked_the_same_again(place: str, berlin: Session) -> None:
    """And what was unfinished still is."""
    typed, lost = PLACES[place]
    said = left(berlin, typed, "q", "stay", None)[1]
    before, _, after = said.partition("\nq\n") if "\nq\n" in said else said.partition(": q\n")
    *_, asked, last = before.splitlines()
    question = "More: " if last.startswith("More") else asked.partition(" Type s to")[0]
    assert question.partition(" b back")[0] in after.partition("stay\n")[2]
    assert said.endswith(last_words(lost))


def test_a_signal_from_outside_asks_nobody(berlin: Session) -> None:
    """Where lines come from a file, an interruption ends the conversation at once."""
    code, said = left(berlin, PLACES["the day of an event"][0], KeyboardInterrupt(), interactive=False)
    assert (code, said.count("Leave anyway?")) == (INTERRUPTED, 0)
    assert said.endswith(last_words(DATE))


def test_a_record_is_completed_on_the_way_out(berlin: Session) -> None:
    """With the day that was typed."""
    code, said = left(berlin, (*PLACES["the word about an event"][0], "q", "record it"))
    assert (code, said.endswith(last_words(""))) == (0, True)
    assert "Record it now: Facebook, 10 October 2026" in said
    assert [event.kind for event in berlin.snapshot.requests[0].events] == ["sent"]


def test_a_letter_is_saved_on_the_way_out(tmp_path: Path, berlin: Session) -> None:
    """From wherever one is; what is still needed is asked for first."""
    said = left(
        berlin, (*BEGUN, "b", "b", "b", "q", "save or", "k@example.org", "@kim", ".", "1", "n", "save", "1", "a.txt", "b")
    )[1]
    assert said.endswith(last_words(""))
    assert "Kim" in (tmp_path / "a.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("end", [KeyboardInterrupt(), SystemExit(TERMINATED)])
def test_the_lines_of_a_note_are_named_when_it_is_broken_off(end: BaseException, berlin: Session) -> None:
    """Where the input ends instead, the note is kept."""
    typed = (*PLACES["a note"][0], "Ask Kim,", "she knows")
    assert left(berlin, typed, end, "q")[1].endswith(last_words("Not recorded: your note."))
    assert left(berlin, typed, None)[1].endswith(last_words(""))
    assert left(berlin, typed, KeyboardInterrupt(), "stay", "her form.", ".")[1].endswith(last_words(""))
    assert [note.note for notes in berlin.snapshot.progress.notes.values() for note in notes] == [
        "Ask Kim,\nshe knows",
        "Ask Kim,\nshe knows\nher form.",
    ]


def test_where_nothing_is_stored_nothing_is_said_to_be_saved(tmp_path: Path, content: Library) -> None:
    """Neither by the prompts nor in the last words."""
    said = left(session(tmp_path / "none.json", library=content), ("?", "q"))[1]
    assert said.endswith("Nothing was stored. To begin again:\nagain\n")
    assert "everything is saved" not in said.casefold()


OPTIONAL = {
    "the word about an event": (*PLACES["the word about an event"][0], ""),
    "a gap of a letter": FINISHED,
}


@pytest.mark.parametrize("field", OPTIONAL)
def test_an_optional_field_may_be_left_empty(field: str, berlin: Session) -> None:
    """The question says so, and goes on."""
    said = left(berlin, OPTIONAL[field], None)[1]
    assert "Enter leaves it empty." in said
    assert "Nothing was typed." not in said


def test_a_field_that_is_needed_is_asked_again(berlin: Session) -> None:
    """An empty line is no answer there."""
    said = left(berlin, (*BEGUN[:2], ""), None)[1]
    assert "Nothing was typed." in said
    assert "Enter leaves it empty" not in said


def test_a_note_that_is_left_in_its_second_line_is_named(berlin: Session) -> None:
    """The first line is typed already; with the end of the input the note is kept instead."""
    note = ("plan", "objection", "1", "note", "Ask Kim")
    assert left(berlin, note, "q", "q")[1].endswith(last_words("Not recorded: your note."))
    assert left(berlin, note, None)[1].endswith(last_words(""))
    assert [event.note for event in berlin.events if event.kind == "note"] == ["Ask Kim"]
