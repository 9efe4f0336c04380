"""The audit in lines: what is said while an export is read, and that several parts may be named."""

from pathlib import Path

import pytest

from tests.audit.facebook import GENERATIONS, as_bytes
from tests.audit.packing import one_zip, parts
from tests.audit.world import facebook_life
from tests.plain.telling import BERLIN, heard, session
from wizard.content.content_loader import load_shipped_content
from wizard.errors import WizardError
from wizard.plain import audit
from wizard.views.audit_start import export_request_steps


def test_now_and_then_a_word_about_how_far_it_is() -> None:
    """A line every few seconds, and none in between."""
    moments = iter([0.0, 1.0, 4.0, 4.1, 7.9, 8.5, 60.0])
    said: list[str] = []
    told = audit.progress_announcer(said.append, lambda: next(moments))
    for done in (5, 20, 21, 40, 50, 100):
        told(done, 100)
    assert said == [
        "20 percent read, about 16 seconds left.",
        "50 percent read, about 8 seconds left.",
        "100 percent read, about 1 second left.",
    ]


def test_a_long_look_is_not_silent() -> None:
    """While it is not known how much there is, that is said; how long it took does not count for the rest."""
    moments = iter([0.0, 5.0, 10.0, 12.0, 15.0])
    said: list[str] = []
    told = audit.progress_announcer(said.append, lambda: next(moments))
    for done, total in ((0, 0), (0, 0), (20, 100), (50, 100)):
        told(done, total)
    assert said == ["Looking at what is in it.", "Looking at what is in it.", "50 percent read, about 5 seconds left."]


@pytest.mark.parametrize(
    ("chosen", "ending", "sign"),
    [
        ("Save this as text", "txt", "What Meta has about you"),
        ("Save this as a page to print", "html", "<svg"),
        ("Save this as JSON for programs", "json", '"schema": 1'),
    ],
)
def test_the_report_is_saved(tmp_path: Path, chosen: str, ending: str, sign: str) -> None:
    """In every format that the full screen offers, with all of it inside."""
    export, path = one_zip(tmp_path, as_bytes(GENERATIONS["2024"][0](facebook_life())))[0], tmp_path / f"report.{ending}"
    on = session(tmp_path / "s.json", BERLIN, library=load_shipped_content())
    said = heard(on, "Look into my data", "1", str(export), "s", chosen, str(path), "b", "q")
    assert f"Saved to {path}" in said
    assert sign in path.read_text(encoding="utf-8")


def test_steps_are_named_by_their_titles_alone(tmp_path: Path) -> None:
    """Their ids mean nothing to a listener, and the steps are choices below; sections stand apart."""
    export = one_zip(tmp_path, as_bytes(GENERATIONS["2024"][0](facebook_life())))[0]
    said = heard(
        session(tmp_path / "s.json", BERLIN, library=load_shipped_content()), "Look into my data", "1", str(export), "s", "b", "q"
    )
    assert "Step: Limit old Facebook posts to friends\n" in said
    assert "privacy-settings/" not in said
    assert "\n\nWhat no export can show\n" in said


def test_a_single_service_is_named_once(tmp_path: Path) -> None:
    """At the head of what is worst, and not with each finding."""
    export = one_zip(tmp_path, as_bytes(GENERATIONS["2024"][0](facebook_life())))[0]
    said = heard(
        session(tmp_path / "s.json", BERLIN, library=load_shipped_content()), "Look into my data", "1", str(export), "s", "b", "q"
    )
    assert "Worst first on Facebook" in said
    assert "(Facebook)" not in said


def test_a_long_reading_is_not_silent(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both in the conversation: three parts named in one line, and words while they are read."""
    monkeypatch.setattr(audit, "ANNOUNCE_SECONDS", 0.0)
    made = parts(tmp_path, as_bytes(GENERATIONS["2024"][0](facebook_life())))
    on = session(tmp_path / "s.json", BERLIN, library=load_shipped_content())
    said = heard(on, "Look into my data", "1", " ".join(map(str, made)), "s", "b", "q")
    assert " percent read" in said
    assert "Worst first" in said


def test_a_finding_leads_to_its_items_and_its_step(tmp_path: Path) -> None:
    """What stands behind the numbers is read out, with the way to it; then the step is marked."""
    export = one_zip(tmp_path, as_bytes(GENERATIONS["2024"][0](facebook_life())))[0]
    on = session(tmp_path / "s.json", BERLIN, library=load_shipped_content())
    step = "The step: Delete Facebook posts and photos in bulk"
    said = heard(
        on, "Look into my data", "1", str(export), "s", step, "See the posts, photos and comments behind it", "The step is done",
        "b", "b", "q",
    )  # fmt: skip
    assert "those with a place first, then the oldest." in said
    assert "Facebook comment" in said
    assert "The first 40 are read out. To save the list of all, go back and choose that." in said
    assert "then Activity log, and look for your comments." in said
    assert [event.target for event in on.events if event.kind == "done"] == ["delete-your-data/facebook-posts"]
    assert "\x1b" not in said


def test_a_finding_without_items_leads_to_its_step_at_once(tmp_path: Path) -> None:
    """Apps are no posts."""
    export = one_zip(tmp_path, as_bytes(GENERATIONS["2024"][0](facebook_life())))[0]
    on = session(tmp_path / "s.json", BERLIN, library=load_shipped_content())
    said = heard(
        on, "Look into my data", "1", str(export), "s", "The step: Remove apps and websites you no longer use", "b", "b", "q"
    )
    assert "See the posts, photos and comments behind it" not in said
    assert "It is done" in said


def test_who_has_no_export_hears_how_to_ask_for_one(tmp_path: Path) -> None:
    """The same steps as in the full screen, with the addresses where it is ordered; back leads to the question."""
    said = heard(
        session(tmp_path / "s.json", BERLIN, library=load_shipped_content()), "Look into my data", "2", "1", "b", "b", "b"
    )
    for number, step in enumerate(export_request_steps(), 1):
        assert f"\n{number}. {step}\n" in said
    assert "https://accountscenter.facebook.com/info_and_permissions/dyi" in said
    assert said.count("\nWhich file or folder is the export?") == 2


@pytest.mark.parametrize("question", ["Which file or folder is the export?", "Which file or folder is an older export"])
def test_a_file_that_is_no_export_is_refused_at_once_and_asked_for_again(tmp_path: Path, question: str) -> None:
    """Before the next question, and not at its end; nothing leads back to the main menu."""
    export, text = one_zip(tmp_path, as_bytes(GENERATIONS["2024"][0](facebook_life())))[0], tmp_path / "notes.txt"
    text.write_text("x", encoding="utf-8")
    is_older = "an older" in question
    wrong = (str(text), str(tmp_path / "nothing.zip"), str(tmp_path / "empty"))
    (tmp_path / "empty").mkdir()
    typed = ("Look into my data", "1", *((str(export),) if is_older else ()), *wrong)
    said = heard(session(tmp_path / "s.json", BERLIN, library=load_shipped_content()), *typed)
    asked = said.split("\nText: ")[2 if is_older else 1 :]
    assert len(asked) == len(wrong) + 1
    for answer in asked[:-1]:
        assert question in answer
        assert "Reading." not in answer
    assert said.count("Main menu") == 1


def test_an_older_export_may_be_left_out_with_enter_and_back_leads_to_the_newer_one(tmp_path: Path) -> None:
    """The question says so."""
    export = one_zip(tmp_path, as_bytes(GENERATIONS["2024"][0](facebook_life())))[0]
    on = session(tmp_path / "s.json", BERLIN, library=load_shipped_content())
    said = heard(on, "Look into my data", "1", str(export), "b", str(export), "")
    before, _, after = said.partition("Which file or folder is an older export")
    assert "Enter leaves it empty." in after
    assert after.index("Which file or folder is the export?") < after.index("Worst first")
    assert "Worst first" not in before


def test_what_is_found_only_while_it_is_read_leads_back_to_the_question(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not to the main menu."""

    def refuse(*_: object) -> None:
        raise WizardError("older-not-comparable")

    monkeypatch.setattr(audit, "_read_reports", refuse)
    export = one_zip(tmp_path, as_bytes(GENERATIONS["2024"][0](facebook_life())))[0]
    on = session(tmp_path / "s.json", BERLIN, library=load_shipped_content())
    said = heard(on, "Look into my data", "1", str(export), str(export))
    assert said.count("Main menu") == 1
    assert said.count("\nText: ") == 3


@pytest.mark.parametrize(("row", "name", "sign"), [("as a table", "list.csv", "Facebook"), ("to tick off", "list.html", "<html")])
def test_the_list_of_all_items_can_be_saved(tmp_path: Path, row: str, name: str, sign: str) -> None:
    """Only forty are read out; whoever wants all needs no command. The file is the user's alone."""
    [export, *_], path = one_zip(tmp_path, as_bytes(GENERATIONS["2024"][0](facebook_life()))), tmp_path / name
    on = session(tmp_path / "s.json", BERLIN, library=load_shipped_content())
    said = heard(on, "Look into my data", "1", str(export), "s", "1", "See", "b", row, str(path), "b", "q")
    assert "To save the list of all, go back and choose that." in said
    assert "--list" not in said
    assert f"Saved to {path}" in said
    assert sign in path.read_text(encoding="utf-8")
    assert path.stat().st_mode & 0o077 == 0
