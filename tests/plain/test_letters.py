"""Letters in lines: which request, which language; then what one does with the finished letter, and what is recorded of it."""

import base64
import re
import stat
import sys
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import pytest

from tests.journeys.by_numbers import listen
from tests.journeys.intents import BACK, MORE, Intent, Letter1, Pick, Text, fill_in
from tests.letters import SAMPLES
from tests.plain.telling import BERLIN, Answers, heard, session
from wizard.core.content_models import Library
from wizard.core.letter.catalogue import build_catalogue
from wizard.core.letter.draft import build_draft
from wizard.core.letter.letter_request import LetterRequest
from wizard.core.letter.selection import select_letter, usable_letters
from wizard.export.letter.handoff import WHOLE
from wizard.plain import letter_actions
from wizard.plain.conversation import Conversation
from wizard.plain.letter_fields import ask_missing_fields
from wizard.plain.letter_session import LetterSession
from wizard.plain.numbered_prompter import NumberedPrompter
from wizard.storage.session import Session
from wizard.system import link_actions
from wizard.views.link import COPIED, NOT_COPIED

RECIFE: Answers = {**BERLIN, "country": ("BR",), "region": ()}
SENT = (("case/facebook", "sent", "2026-09-01"), ("case/instagram", "sent", "2026-09-02"))
DESKTOP = {"DISPLAY": ":0"}
KIM = {"name": ("Kim Example",), "email": ("kim@example.org",), "accounts": ("Facebook: kim.example",)}


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Files without a folder go where this test may write."""
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def berlin(tmp_path: Path, content: Library) -> Session:
    """A person in Berlin, with Facebook and Instagram, who has sent nothing yet."""
    return session(tmp_path / "state.json", BERLIN, library=content)


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The addresses that were opened."""
    found: list[str] = []

    def open_in_browser(url: str, _: object) -> bool:
        found.append(url)
        return True

    monkeypatch.setattr(link_actions, "open_in_browser", open_in_browser)
    monkeypatch.setattr(link_actions, "open_mail_draft", open_in_browser)
    return found


def written(on: Session, kind: str, *first: Intent) -> Iterator[Intent]:
    """From the main menu to the finished letter; `first` is what is asked before its blanks."""
    letter, about = select_letter(on.snapshot, kind, sure=False)
    current = build_draft(letter, on.snapshot, about, {})
    samples = {
        blank.id: ("2026-09-01",)
        if blank.is_date
        else (current.options(blank)[0].id,)
        if current.options(blank)
        else (SAMPLES.get(blank.id, "Something that is true"),)
        for blank in letter.fields
        if blank.required
    }
    yield from (Pick("Letters"), Pick(letter.title), *first)
    yield from fill_in(current, samples | {id: texts for id, texts in KIM.items() if letter.field(id)})


def an_editor(folder: Path, act: str) -> dict[str, str]:
    """An environment whose editor does this with the text."""
    script = folder / "editor.py"
    script.write_text(
        f"import sys, pathlib\npath = pathlib.Path(sys.argv[1])\ntext = path.read_text()\n{act}\n", encoding="utf-8"
    )
    return {"EDITOR": f"{sys.executable} {script}"}


def test_where_a_letter_has_several_languages_another_one_can_be_taken(tmp_path: Path, content: Library) -> None:
    """It begins in the language of the program, without a question; what was filled in stays."""
    on = session(tmp_path / "state.json", RECIFE, library=content)
    said = listen([*written(on, "objection"), Pick("It is in English"), BACK, BACK], on).out.getvalue()
    assert "In which language?" not in said
    first, second = said.split("\nThe letter\n")[1:]
    assert first.startswith("Kim Example")
    assert "Ao Encarregado" not in first
    assert "Ao Encarregado pelo Tratamento de Dados Pessoais" in second


def test_which_of_several_cases_is_asked_and_can_be_changed(tmp_path: Path, content: Library) -> None:
    """In the person's words, never in those of a command; who goes back from it is back at the letters."""
    waiting = [("case/facebook", "sent", "2026-11-20"), ("case/instagram", "sent", "2026-11-21")]
    on = session(tmp_path / "state.json", BERLIN, waiting, content)
    letter, about = select_letter(on.snapshot, "follow-up", "case/instagram")
    chosen = (Pick("Letters"), Pick("Letters for later"), Pick(letter.title))
    said = listen([*chosen, BACK, BACK], on).out.getvalue()
    assert "About which request?\n1. Objection, Facebook: waiting for Meta's answer\n2. Objection, Instagram: " in said
    assert "--case" not in said
    filled = fill_in(build_draft(letter, on.snapshot, about, {}), KIM | {"reference": ("PMP-1",)})
    turn = (Pick("It is about Instagram"), Pick("I sent it"), Text("2026-11-22"), Letter1("s"))
    listen([*chosen, Pick("Objection, Instagram"), *filled, *turn, BACK, BACK], on)
    assert [each.events[-1].kind for each in on.snapshot.requests if each.events] == ["follow-up", "sent"]


def test_the_letter_that_a_case_calls_for_comes_first_with_its_case(tmp_path: Path, content: Library) -> None:
    """Chosen there, nothing more is asked about which."""
    on = session(tmp_path / "state.json", BERLIN, SENT, content)
    said = listen([Pick("Letters"), BACK], on).out.getvalue()
    first, second = said.partition("These fit you now.\n")[2].splitlines()[:2]
    assert first.endswith(": for Facebook, overdue")
    assert second.endswith(": for Instagram, overdue")


def test_a_letter_for_several_accounts_is_recorded_for_all_of_them_or_for_one(berlin: Session) -> None:
    """Each has a request of its own; the day can be a word."""
    sent = (Pick("I sent it"), Pick("For all of these"), Text("yesterday"), Letter1("s"))
    said = listen([*written(berlin, "objection"), *sent, BACK, BACK], berlin).out.getvalue()
    cases = {each.target: [(event.kind, event.on.isoformat()) for event in each.events] for each in berlin.snapshot.requests}
    begun = [target for target, events in cases.items() if events]
    assert len(begun) > 1
    assert {tuple(cases[target]) for target in begun} == {(("sent", "2026-11-22"),)}
    assert said.count("Recorded. Objection, ") == len(begun)


def test_a_letter_for_one_account_is_recorded_for_that_one(berlin: Session) -> None:
    """The others are still to be sent."""
    sent = (Pick("I sent it"), Pick("Objection, Instagram"), Text("today"), Text("File 12"))
    listen([*written(berlin, "objection"), *sent, BACK, BACK], berlin)
    begun = [each for each in berlin.snapshot.requests if each.events]
    assert [(each.target, each.events[0].note) for each in begun] == [("case/instagram", "File 12")]


def test_a_message_to_a_friend_is_recorded(berlin: Session) -> None:
    """From the people you asked their name is filled in already; and it is said what was recorded."""
    berlin.mark("contact/Aunt", "declined")
    letter, _ = select_letter(berlin.snapshot, "ask-friend")
    samples = {blank.id: (SAMPLES.get(blank.id, "true"),) for blank in letter.fields if blank.required and blank.id != "friend"}
    filled = fill_in(build_draft(letter, berlin.snapshot, None, {"friend": ("Aunt",)}), samples)
    said = listen(
        [MORE, Pick("People I asked"), Pick("Aunt"), Pick("Write to Aunt"), *filled, Pick("I sent it"), BACK, BACK], berlin
    )
    assert "Recorded. Aunt: asked." in said.out.getvalue()
    assert [(each.nickname, each.status) for each in berlin.snapshot.contacts] == [("Aunt", "asked")]


def test_the_finished_text_can_be_edited_and_the_edit_taken_back(berlin: Session, tmp_path: Path) -> None:
    """What is saved is what the person made of it, until they want the other text again."""
    editor = an_editor(tmp_path, "path.write_text(text.replace('Kim Example', 'Kimberley'))")
    save = (Pick("Save it to a file"), Pick("Plain text"))
    wishes = (Pick("Edit the finished text"), *save, Text("edited.txt"), Pick("Take my edit back"), *save, Text("plain.txt"))
    said = listen([*written(berlin, "access"), *wishes, BACK, BACK], berlin, editor).out.getvalue()
    assert "Your edit is kept." in said
    assert "Kimberley" in (tmp_path / "edited.txt").read_text(encoding="utf-8")
    assert "Kim Example" in (tmp_path / "plain.txt").read_text(encoding="utf-8")
    assert stat.S_IMODE((tmp_path / "edited.txt").stat().st_mode) == 0o600


@pytest.mark.parametrize(
    ("act", "sentence"),
    [("", "Nothing was changed."), ("path.write_text('')", "Nothing was changed."), ("sys.exit(3)", "ended with an error")],
)
def test_an_editor_that_gives_nothing_back_changes_nothing(berlin: Session, tmp_path: Path, act: str, sentence: str) -> None:
    """And without any editor it is said what to do instead."""
    said = listen([*written(berlin, "access"), Pick("Edit the"), BACK, BACK], berlin, an_editor(tmp_path, act)).out.getvalue()
    assert sentence in said
    assert "Take my edit back" not in said
    said = listen([*written(berlin, "access"), Pick("Edit the"), BACK, BACK], berlin, {"PATH": str(tmp_path)}).out.getvalue()
    assert "No editor is known here. Save the letter and edit the file" in said


def test_copying_never_claims_that_it_worked(berlin: Session, tmp_path: Path) -> None:
    """The desktop's own program is fed where there is one, else the terminal; else it is said that there is no clipboard."""
    program, got = tmp_path / "xclip", tmp_path / "got"
    program.write_text(f"#!/bin/sh\ncat > {got}\n", encoding="utf-8")
    program.chmod(0o755)
    wishes = [*written(berlin, "access"), Pick("Copy it"), BACK, BACK]
    said = listen(wishes, berlin, {**DESKTOP, "PATH": f"{tmp_path}:/bin:/usr/bin"}).out.getvalue()
    assert (COPIED in said, "\x1b" in said) == (True, False)
    letter = got.read_text(encoding="utf-8")
    assert "Kim Example" in letter
    said = listen(wishes, berlin, {"PATH": str(tmp_path)}).out.getvalue()
    assert (NOT_COPIED in said, COPIED in said) == (True, False)
    said = listen(wishes, berlin, {"PATH": str(tmp_path)}, clipboard=True).out.getvalue()
    sequences = re.findall("\x1b\\]52;c;([^\x07]*)\x07", said)
    assert [base64.b64decode(each).decode() for each in sequences] == [letter]
    assert said.count("\x1b") == 1


@pytest.mark.parametrize("kind", ["ask-friend", "objection"])
def test_the_mail_program_gets_the_whole_letter_however_long(kind: str, berlin: Session, opened: list[str]) -> None:
    """What to do with a mail program that cannot write from a draft is said beforehand; the address is never read out."""
    said = listen([*written(berlin, kind), Pick("Open it in your mail"), Pick("Open it in the mail"), BACK, BACK],
                  berlin, DESKTOP).out.getvalue()  # fmt: skip
    assert len(opened[0].partition("&body=")[2]) > 100
    assert WHOLE in said
    assert "Your mail program was asked to open it." in said
    assert "mailto:" not in said


def test_without_a_mail_program_the_draft_is_named_instead(berlin: Session) -> None:
    """Nothing is offered that could not work."""
    said = listen([*written(berlin, "access"), Pick("Open it in your mail"), BACK, BACK], berlin).out.getvalue()
    assert "No mail program can be opened from here. Save the letter as a mail draft instead." in said
    assert "This link:" not in said


def test_one_blank_can_be_changed_and_everything_else_stays(berlin: Session) -> None:
    """What stands in each is said beside its name; names are kept for the next letter only on request."""
    name = berlin.library.letters["access"].field("name")
    assert name
    wishes = (Pick("Change what I filled in"), Pick(name.label), Text("Kimberley"), Pick("Hear the letter"), Pick("Keep my name"))
    said = listen([*written(berlin, "access"), *wishes, BACK, BACK], berlin).out.getvalue()
    assert f"{name.label}: Kim Example" in said
    assert said.split("\nThe letter\n")[2].startswith("Kimberley")
    assert berlin.saved_letter_fields["name"] == ("Kimberley",)


def test_what_the_letter_rests_on_is_said_with_its_sources(berlin: Session) -> None:
    """Claim by claim; each source can be opened."""
    said = listen([*written(berlin, "objection"), Pick("What it says about the law"), BACK, BACK, BACK], berlin).out.getvalue()
    rests = said.partition("What the letter is based on\n")[2]
    assert rests.startswith("Article 21(1): ")
    assert "Links and sources: which one?" in rests


def test_going_back_from_a_letter_loses_nothing_of_it(berlin: Session) -> None:
    """Of this sitting: what was typed stands there again; and nothing of it was written to the disk."""
    letters, title, name, *_ = written(berlin, "access")
    said = listen([letters, title, name, BACK, BACK, title, BACK, BACK], berlin).out.getvalue()
    assert said.count("Enter takes: Kim Example.") == 2
    assert "Kim Example" not in berlin.store.path.read_text(encoding="utf-8")


@pytest.mark.parametrize("country", ["DE", "GB", "BR"])
def test_no_letter_goes_out_with_a_gap_in_it(tmp_path: Path, content: Library, country: str) -> None:
    """Every letter that fits somewhere, with only what it needs, said and saved."""
    on = session(tmp_path / "state.json", {**BERLIN, "country": (country,), "region": ()}, library=content)
    for letter in usable_letters(on.snapshot):
        save = (Pick("Save it to a file"), Pick("Plain text"), Text("letter.txt"))
        listen([*written(on, letter.id), *save, BACK, BACK], on)
        text = (tmp_path / "letter.txt").read_text(encoding="utf-8")
        assert not re.search(r"[‹›{}]|\bNone\b", text), letter.id
        (tmp_path / "letter.txt").unlink()


def test_a_letter_in_another_language_may_need_more(tmp_path: Path, content: Library) -> None:
    """It is asked for before anything of it goes out."""
    on = session(tmp_path / "state.json", RECIFE, library=content)
    assert set(letter_actions.OUT) < set(letter_actions.ACTIONS)
    writing = LetterSession(
        Conversation(on, NumberedPrompter(StringIO("b\n"), StringIO()), {}), LetterRequest("objection", "", "en")
    )
    assert writing.draft.missing
    assert not ask_missing_fields(writing)


def test_a_letter_for_other_places_is_described_and_not_refused(berlin: Session) -> None:
    """As in the full screen: what it says and cannot do; no id, no command, and the list comes back."""
    letters = build_catalogue(berlin.snapshot).other_places
    assert letters
    for letter in letters:
        said = heard(berlin, "Letters", "Letters for other", letter.title, "b")
        page = said.rpartition(f"\n{letter.title}\n")[2].partition("Which letter? These fit you now.")[0]
        assert "This letter is not for Berlin, Germany." in page
        assert f"What it says: {letter.summary}" in page
        assert "protect-my-photos" not in page
        assert f"“{letter.id}”" not in page


NO_REGION: Answers = {**BERLIN, "region": (), "visibility": ()}
WAITED = (("case/facebook", "sent", "2026-08-01"), ("case/facebook", "follow-up", "2026-10-05"))


@pytest.mark.parametrize(
    ("answer", "region", "named"),
    [(Pick("Berlin"), ("DE-BE",), True), (Letter1("s"), (), False)],
    ids=["answered", "skipped"],
)
def test_a_complaint_asks_first_for_the_region_that_names_the_authority(
    tmp_path: Path, content: Library, answer: Intent, region: tuple[str, ...], named: bool
) -> None:
    """No other open question is asked on the way; who skips it fills in the name of the authority among the blanks."""
    on = session(tmp_path / "state.json", NO_REGION, WAITED, content)
    letter, _ = select_letter(on.snapshot, "complaint-to-authority", "case/facebook")
    said = listen([Pick("Letters"), Pick(letter.title), answer, BACK, BACK], on).out.getvalue()
    asked = said.partition("Which authority takes this complaint depends on the part of Germany where you live.")[2]
    assert asked
    assert "Who can see what you post?" not in asked
    assert on.snapshot.answers.get("region", ()) == region
    current = build_draft(letter, on.snapshot, select_letter(on.snapshot, letter.id, "case/facebook")[1], {})
    assert ("office" not in [blank.id for blank in current.missing]) is named
    again = listen([Pick("Letters"), Pick(letter.title), *([] if named else [BACK]), BACK, BACK], on).out.getvalue()
    assert ("depends on the part of" in again) is not named


def test_going_back_from_the_question_about_the_region_is_going_back_from_the_letter(tmp_path: Path, content: Library) -> None:
    """Nothing is recorded, and the list of letters is there again."""
    on = session(tmp_path / "state.json", NO_REGION, WAITED, content)
    letter, _ = select_letter(on.snapshot, "complaint-to-authority", "case/facebook")
    said = listen([Pick("Letters"), Pick(letter.title), BACK, BACK], on).out.getvalue()
    assert "These fit you now." in said.partition("depends on the part of")[2]
    assert not on.snapshot.answers.get("region")
