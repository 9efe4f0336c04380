"""Links, settings, search and papers in lines: what the full screen has keys for."""

from pathlib import Path

import pytest

from tests.journeys.by_numbers import listen
from tests.journeys.intents import BACK, MORE, Intent, Letter1, Pick, Text, Yes
from tests.plain.telling import BERLIN, HAMBURG, heard, session
from wizard.core.content_models import Library
from wizard.core.findings import SETTING
from wizard.export.qr import qr_ascii
from wizard.storage.session import Session
from wizard.system import link_actions

FORM = "https://facebook.example/form"
TO_FORM = ("plan", "objection", "1", "link")
NUMBERS = {"on": "2026-11-20", "found": [{"id": "gps", "count": 12, "what": "photos with a place"}]}


@pytest.fixture
def hamburg(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Session:
    """A person in Hamburg, over the small library."""
    monkeypatch.chdir(tmp_path)
    return session(tmp_path / "state.json", HAMBURG)


def test_a_code_for_the_phone_is_never_broken(hamburg: Session) -> None:
    """However narrow the window is said to be: a broken code is none."""
    assert qr_ascii(FORM) in heard(hamburg, *TO_FORM, "qr", "y", width=40)


def test_a_link_is_opened_only_when_told_so(hamburg: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its address is said before; without a desktop it is not offered at all."""
    opened: list[str] = []
    monkeypatch.setattr(link_actions, "open_in_browser", lambda url, _: not opened.append(url))  # type: ignore[func-returns-value]
    assert "Open it" not in heard(hamburg, *TO_FORM, "b")
    assert f"{FORM}\nIt opens in your own browser, outside this program." in heard(hamburg, *TO_FORM, "b", env={"DISPLAY": ":0"})
    assert not opened
    said = heard(hamburg, *TO_FORM, "open", env={"DISPLAY": ":0"})
    assert "Your browser was asked to open it. If nothing appears, use the address or the QR code." in said
    assert opened == [FORM]


def test_what_is_kept_beside_the_answers_is_said_and_can_be_forgotten(hamburg: Session) -> None:
    """Name and addresses for letters, and the numbers of an export; each on its own."""
    hamburg.save_letter_fields({"name": ("Kim",)})
    hamburg.set_setting(SETTING, NUMBERS)
    said = heard(hamburg, "settings", "forget my name", "forget the numbers", "b")
    assert "For letters your name or addresses are kept." in said
    assert "Of your export 1 number from 20 November 2026 is kept, and nothing else of it." in said
    assert said.count("Forgotten.") == 2
    assert dict(hamburg.settings) == {}


@pytest.mark.parametrize(
    ("env", "row", "said"),
    [
        ({"TERM": "xterm"}, "answer with typed numbers", "Changed. It applies from the next start."),
        ({"TERM": "xterm", "ACCESSIBLE": "1"}, "answer with typed numbers", "Changed. It applies from the next start."),
        ({"TERM": "xterm"}, "answer with arrow keys", "Changed. It applies from the next start."),
        ({"TERM": "xterm", "ACCESSIBLE": "1"}, "answer with arrow keys", "Saved, but typed numbers stay while ACCESSIBLE is set"),
        ({"TERM": "dumb"}, "answer with arrow keys", "Saved, but typed numbers stay while ACCESSIBLE is set"),
    ],
)
def test_the_setting_of_line_mode_says_when_it_counts(hamburg: Session, env: dict[str, str], row: str, said: str) -> None:
    """Where the environment asks for typed numbers, arrow keys do not come with the next start either."""
    hamburg.set_setting("lines", "numbers" if "arrow" in row else "arrows")
    assert f"\n{said}" in heard(hamburg, "settings", row, "b", env=env)
    assert hamburg.settings["lines"] == ("arrows" if "arrow" in row else "numbers")


@pytest.mark.parametrize(
    ("words", "row", "heading"),
    [
        ("instagram private", "Make your Instagram account private", "Make your Instagram account private, "),
        ("grandparents", "To grandparents", "To grandparents and relatives: no pictures of the children in public"),
        ("disconnect", "Disconnect", "Disconnect "),
        ("watermark", "", "Which one?"),
    ],
)
def test_one_search_finds_steps_letters_actions_and_texts(
    tmp_path: Path, content: Library, words: str, row: str, heading: str
) -> None:
    """By words of their titles, and of texts by words in them; what is chosen opens."""
    on = session(tmp_path / "state.json", BERLIN, library=content)
    opened: list[Intent] = [Pick(row), BACK] if row else []
    wishes = [Pick("Search"), Text(words), *opened, BACK, Letter1("b", in_text=True)]
    assert f"\n{heading}" in listen(wishes, on).out.getvalue()


def test_a_search_that_finds_nothing_says_so(hamburg: Session) -> None:
    """And asks again."""
    said = heard(hamburg, "search", "xyzzy", "b")
    assert "Nothing was found for “xyzzy”." in said


def test_all_open_steps_can_be_heard_the_best_first(hamburg: Session) -> None:
    """As the board shows them: across all actions."""
    best = [entry.step.title for entry in hamburg.snapshot.open_steps]
    said = heard(hamburg, "plan", "all open", "b").partition("Which step?\n")[2].splitlines()
    assert [line.partition(". ")[2].partition(": ")[0] for line in said[: len(best)]] == best


def test_the_plan_is_said_without_boxes_ids_and_addresses(tmp_path: Path, content: Library) -> None:
    """In words: what is to do, what is done; a document with boxes has words for them too."""
    on = session(tmp_path / "state.json", BERLIN, [("privacy-settings/instagram-private", "done", "2026-11-20")], content)
    wishes: list[Intent] = [
        MORE,
        Pick("Plan or calendar"),
        Pick("Say the plan"),
        Pick("A file: Markdown"),
        Pick("Hear"),
        BACK,
        BACK,
    ]
    said = listen(wishes, on).out.getvalue().partition("Which document?")[2]
    assert "\nTo do: " in said
    assert "\nDone: " in said
    assert "[ ]" not in said
    assert "privacy-settings/" not in said.partition("Facts as of")[0]
    assert "https://" not in said.partition("Facts as of")[0]


def test_wiping_asks_first_and_says_what_is_gone(hamburg: Session) -> None:
    """No is what Enter means."""
    assert "Nothing was removed." in heard(hamburg, "kept", "wipe", "")
    assert hamburg.store.path.exists()
    listen([MORE, Pick("What is stored"), Pick("Remove everything"), Yes(), BACK], hamburg)
    assert not hamburg.store.path.exists()


def test_what_stays_elsewhere_is_said_once(hamburg: Session) -> None:
    """Before the question, where it can still change the answer; not again behind it."""
    said = heard(hamburg, "kept", "wipe", "yes", "b")
    assert said.count("What this program cannot remove") == 1
    assert said.index("What this program cannot remove") < said.index("Remove everything for good?") < said.index("Removed ")


def test_a_folder_that_is_gone_is_no_end(hamburg: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another place is offered, and a name without a folder is refused in a sentence."""
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    said = heard(hamburg, "papers", "html", "save", "plan.html", "", "b", "b")
    assert f"Enter takes: {Path.home()}/my-photo-plan.html." in said
    assert "the folder you are in is gone. Name a file in another one." in said
    assert f"Saved to {Path.home().resolve()}/my-photo-plan.html" in said
    monkeypatch.chdir(tmp_path)
