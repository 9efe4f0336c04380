"""Text that is not ours: shown as it is, never obeyed, wherever it comes from."""

import json
import re
from pathlib import Path

import pytest
from textual.widgets import Input, TextArea

from tests.tui.making import BERLIN, Sitting, session, sitting, wizard
from wizard.core.sanitize import sanitize
from wizard.storage.session import Session
from wizard.tui.screens.documents import DocumentScreen
from wizard.tui.screens.link import LinkDialog
from wizard.tui.screens.step import StepScreen

HOSTILE = (
    "[/",
    "[/b]",
    "[@click=app.leave]x[/]",
    "\x1b]52;c;aGk=\x07",
    "before\u202eafter",
    "half a pair \ud800",
    "\x9b2J \x00 \x07 \x1b[2J",
    "long " * 2_000,
)
CAMERA = "privacy-settings/facebook-camera-roll"
_STEERS = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def harmless(person: Sitting) -> None:
    """Nothing on screen steers the terminal or can be clicked into an action, and the program still runs."""
    assert person.app.return_code is None
    for strip in person.app.screen._compositor.render_strips():
        for segment in strip:
            assert not _STEERS.search(segment.text), segment
            assert "@click" not in (segment.style.meta if segment.style else {})


async def step(person: Sitting) -> None:
    """From the welcome back to a step."""
    await person.at("WelcomeBackScreen")
    person.app.push_screen(StepScreen(CAMERA))
    await person.at("StepScreen")


async def test_a_note_is_shown_and_not_obeyed(on_berlin: Session) -> None:
    """Pasted into the field, kept, shown on the step: words at every place."""
    async with sitting(wizard(on_berlin), (80, 60)) as person:
        await step(person)
        for text in HOSTILE:
            await person.go("n", "NoteDialog")
            await person.paste(text)
            harmless(person)
            assert person.app.screen.query_one(TextArea).text
            await person.go("ctrl+s", "StepScreen")
            harmless(person)
    entry = on_berlin.snapshot.step(CAMERA)
    assert entry is not None
    assert [event.note for event in entry.notes] == [sanitize(text) for text in HOSTILE]


async def test_a_reason_is_shown_and_not_obeyed(on_berlin: Session) -> None:
    """Pasted as one's own words, it is shown beside the title of the step."""
    async with sitting(wizard(on_berlin)) as person:
        for text in HOSTILE:
            await step(person)
            await person.go("x", "ReasonDialog")
            await person.press("tab")
            await person.paste(f"because {text}")
            harmless(person)
            await person.go("enter", "WelcomeBackScreen")
            harmless(person)
            await step(person)
            await person.shows("not for me, today: because")
            harmless(person)
            await person.press("a")
            await person.go("escape", "WelcomeBackScreen")


async def test_a_typed_country_is_a_text(state: Path) -> None:
    """The type-ahead finds nothing or something, and breaks on nothing."""
    async with sitting(wizard(session(state))) as person:
        await person.at("WelcomeScreen")
        await person.go("enter", "InterviewScreen")
        for text in HOSTILE:
            person.app.screen.query_one(Input).value = ""
            await person.paste(text)
            harmless(person)
            await person.press("enter")
            harmless(person)
            person.app.screen.query_one(Input).focus()


async def test_a_file_name_is_a_name(on_berlin: Session, tmp_path: Path) -> None:
    """Written under that name inside the folder, or refused with a sentence; nothing appears elsewhere."""
    async with sitting(wizard(on_berlin)) as person:
        await person.at("WelcomeBackScreen")
        for text in HOSTILE:
            person.app.clear_notifications()
            person.app.open_screen("dialogs.SaveDialog", "plan.txt", "the plan")
            await person.at("SaveDialog")
            person.app.screen.query_one(Input).value = ""
            await person.paste(text)
            harmless(person)
            await person.press("enter")
            await person.until(lambda: person.at_now == "WelcomeBackScreen" or bool(person.app._notifications))
            harmless(person)
            if person.at_now == "SaveDialog":
                await person.go("escape", "WelcomeBackScreen")
    found = {path for path in tmp_path.rglob("*") if path.is_file() and path.parent.name != "state"}
    assert {path.parent for path in found} == {tmp_path}


def written_by_hand(state: Path) -> None:
    """A state file with hostile text in every place that can hold one."""
    events: list[object] = [7, None, [], {"kind": "done"}]
    for number, text in enumerate(HOSTILE):
        at = f"2026-11-22T10:00:{number:02}+00:00"
        events += [
            {"at": at, "kind": "note", "target": CAMERA, "id": f"n{number}", "note": text},
            {"at": at, "kind": "done", "target": text, "id": text},
            {"at": at, "kind": text, "target": "objection/whatsapp-ai", "id": f"k{number}"},
            {"at": at, "kind": "skipped", "target": CAMERA, "id": f"s{number}", "note": text},
            {"at": at, "kind": "refused", "target": f"case/{text}", "id": f"c{number}", "note": text},
            {"at": at, "kind": text, "target": "case/facebook", "id": f"f{number}", "note": text},
            {"at": at, "kind": "sent", "target": "case/facebook", "id": f"g{number}", "note": text},
            {"at": text, "kind": "done", "target": CAMERA, "on": text, "undoes": text, text: text},
        ]
    answers = {id: [*given] for id, given in BERLIN.items()} | {"country": "DE", "region": HOSTILE[2], "people": [*HOSTILE]}
    data = {
        "schema": 1,
        "about": HOSTILE[3],
        "answers": answers | {text: text for text in HOSTILE},
        "events": events,
        "settings": {"theme": HOSTILE[0]} | {text: text for text in HOSTILE},
    }
    state.parent.mkdir(parents=True)
    state.write_text(json.dumps(data), encoding="utf-8")


@pytest.mark.parametrize("size", [(40, 12), (120, 80)], ids=str)
async def test_a_state_written_by_hand_is_shown_everywhere(state: Path, size: tuple[int, int]) -> None:
    """Answers, notes, targets, kinds and settings: every screen that can show them does, and none obeys them."""
    written_by_hand(state)
    on = session(state)
    async with sitting(wizard(on), size) as person:
        await person.at("WelcomeBackScreen")
        harmless(person)
        for name, *arguments in (
            ("review.ReviewScreen",),
            ("board.BoardScreen",),
            ("action.ActionScreen", "privacy-settings"),
            ("step.StepScreen", CAMERA),
            ("reader.ExplanationScreen", CAMERA),
            ("reader.PlaceScreen",),
            ("quick_wins.QuickWinsScreen",),
            ("requests.RequestsScreen",),
            ("requests.RequestScreen", f"case/{HOSTILE[0]}"),
            ("requests.RequestScreen", "case/facebook"),
            ("place_summary.PlaceSummaryScreen",),
            ("interview.InterviewScreen", "people"),
        ):
            person.app.open_screen(name, *arguments)
            await person.at(name.partition(".")[2])
            harmless(person)
        for _ in range(4):
            person.app.action_undo()
            await person.pilot.pause()
            harmless(person)
    assert json.loads(state.read_text(encoding="utf-8"))["events"][0] == 7


async def test_the_document_shows_hostile_text_too(state: Path) -> None:
    """The plan on paper, in each format, with notes of every kind."""
    written_by_hand(state)
    async with sitting(wizard(session(state)), (80, 24)) as person:
        await person.at("WelcomeBackScreen")
        person.app.push_screen(DocumentScreen())
        await person.at("DocumentScreen")
        for _ in range(3):
            harmless(person)
            await person.press("f")


async def test_the_link_door_opens_web_addresses_only(on_berlin: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever else stands in a link is shown, said to be no web address, and given to no one."""
    monkeypatch.setattr("subprocess.Popen", None)
    async with sitting(wizard(on_berlin, {"DISPLAY": ":0"})) as person:
        await person.at("WelcomeBackScreen")
        for address in ("javascript:alert(1)", "file:///etc/passwd", "https://[", "[@click=app.leave]x[/]", "\x1b]0;x\x07"):
            person.app.clear_notifications()
            person.app.push_screen(LinkDialog(address, address))
            await person.at("LinkDialog")
            harmless(person)
            await person.press("enter")
            await person.shows("This is not a web address, so it is not opened.")
            await person.press("c", "r")
            harmless(person)
            await person.go("escape", "WelcomeBackScreen")
