"""Several people at one computer, in line mode: who is this for, someone new, and nobody sees the answers of another."""

from pathlib import Path

import pytest

from tests.plain import telling
from tests.plain.telling import HAMBURG, Answers, heard
from wizard.content.content_loader import load_shipped_content
from wizard.storage.people import other_people, person_path
from wizard.storage.session import Session
from wizard.storage.store import Store
from wizard.system.environment import state_path

FRENCH: Answers = {"country": ("FR",)}


@pytest.fixture
def first(state_file: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The state file of the first person, in its usual place."""
    monkeypatch.delenv("PROTECT_MY_PHOTOS_STATE")
    return state_path(None, {})


def session(state: Path, answers: Answers | None = None) -> Session:
    """A session over the shipped content."""
    return telling.session(state, answers, library=load_shipped_content())


def of_anna(first: Path) -> Session:
    """A session of Anna, who lives in France."""
    anna = session(first, HAMBURG)
    anna.open_person("Anna")
    anna.record_answers(FRENCH)
    return anna


def test_as_soon_as_there_is_more_than_one_it_is_asked_for_whom_this_is(first: Path) -> None:
    of_anna(first)
    said = heard(session(first), "2", asks_for_person=True)
    assert said.index("Who is this for?") < said.index("This is for Anna now.") < said.index("Welcome back")
    assert "France" in said
    assert "Germany" not in said


def test_a_single_person_is_not_asked(first: Path) -> None:
    assert "Who is this for?" not in heard(session(first, HAMBURG), asks_for_person=True)


def test_back_stays_with_the_first_person(first: Path) -> None:
    of_anna(first)
    said = heard(session(first), "b", asks_for_person=True)
    assert "Hamburg" in said
    assert "France" not in said


def test_someone_new_gets_a_file_of_their_own(first: Path) -> None:
    """A name that is none is asked again, and the name is cleaned."""
    old = session(first, HAMBURG)
    kept = first.read_bytes()
    said = heard(old, "What is stored", "5", "2", "x" * 101, " ../O\x1bma ")
    assert "This name is too long: 100 characters fit." in said
    assert "This is for ../Oma now." in said
    (oma,) = other_people(first)
    assert (oma.name, oma.path.parent) == ("../Oma", first.parent)
    assert first.read_bytes() == kept
    assert old.store.path == oma.path
    assert not old.answers


def test_a_file_that_was_named_by_its_path_has_nobody_beside_it(tmp_path: Path) -> None:
    said = heard(session(tmp_path / "state.json", HAMBURG), "What is stored", asks_for_person=True)
    assert "Someone else at this computer" not in said


def test_a_broken_file_of_someone_else_leaves_everything_as_it_is(first: Path) -> None:
    mine = session(first, HAMBURG)
    person_path("Opa", first).mkdir()
    said = heard(mine, "1", asks_for_person=True)
    assert mine.store.path == first
    assert "Traceback" not in said
    assert Store(first).read().answers


def numbered(said: str, words: str) -> str:
    """The number of the last row with these words."""
    return [line.partition(".")[0].strip() for line in said.splitlines() if words in line][-1]


def test_another_person_is_a_row_of_the_menu_as_soon_as_there_are_several(first: Path) -> None:
    """A single person finds it in the settings and where everything stored is; nobody is asked more than needed."""
    alone = heard(session(first, HAMBURG))
    assert "Someone else at this computer" not in alone
    assert "Someone else at this computer" in heard(session(first), "Settings")
    of_anna(first)
    assert "Someone else at this computer: This is for the first person now." in heard(session(first))
    said = heard(session(first), numbered(heard(session(first)), "Someone else"), "2")
    assert said.index("Who is this for?") < said.index("This is for Anna now.")


def test_documents_cover_everyone_as_soon_as_there_are_several(first: Path, tmp_path: Path) -> None:
    """One page with a part for each, one calendar; a single person is not bothered with it."""
    papers = "Plan or calendar as a file"
    assert "for everyone at this computer" not in heard(session(first, HAMBURG), papers)
    of_anna(first)
    offered = heard(session(first), papers)
    row, file = numbered(offered, "plain text, for everyone at this computer"), tmp_path / "all.txt"
    said = heard(session(first), papers, row, "2", "1", str(file))
    assert {"The first person", "Hamburg, Germany", "Anna", "France"} <= {
        word for word in ("The first person", "Hamburg, Germany", "Anna", "France") if word in said
    }
    written = file.read_text(encoding="utf-8")
    assert written.index("The first person") < written.index("Anna")
    row, dates = numbered(offered, "one calendar for everyone"), tmp_path / "all.ics"
    heard(session(first), papers, row, "1", str(dates))
    assert "Anna: " in dates.read_text(encoding="utf-8")


def test_a_document_for_everyone_never_replaces_a_file_of_progress(first: Path) -> None:
    """Neither one's own nor that of someone else."""
    of_anna(first)
    papers = "Plan or calendar as a file"
    row = numbered(heard(session(first), papers), "plain text, for everyone")
    for path in (first, person_path("Anna", first)):
        kept = path.read_bytes()
        heard(session(first), papers, row, "1", str(path), "y")
        assert path.read_bytes() == kept
