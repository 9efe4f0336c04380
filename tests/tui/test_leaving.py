"""Leaving the full screen: at every place where one can type, by every way of leaving."""

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from textual.widgets import Input, Static, TextArea

from tests.letters import SAMPLES
from tests.tui.making import BERLIN, Sitting, session, sitting, wizard
from tests.tui.test_letters import at_letter, filled, opened
from wizard.core.letter.letter_request import LetterRequest
from wizard.storage.session import Session
from wizard.tui.app import INTERRUPTED
from wizard.tui.screens.leave_dialog import LeaveDialog
from wizard.tui.screens.letter import LetterScreen
from wizard.tui.widgets.option_lists import ItemList
from wizard.views.user_messages import exit_message

TERMINATED = 143
CASE, STEP = "case/facebook", "objection/facebook-form"
DATE = "Not recorded: the date for Facebook."
LETTER = "Neither saved nor copied: the letter “Objection to AI training, under the GDPR”."
PRIVATE = "Letters are private, so they are not kept here."
Way = Callable[[Sitting], Awaitable[None]]


def dialog(name: str, *arguments: object, field: str = "", text: str = "") -> Way:
    """Open a dialog, and type into a field of it."""

    async def there(person: Sitting) -> None:
        given = [argument(person) if callable(argument) else argument for argument in arguments]
        person.app.open_screen(name, *given)
        await person.at(name.partition(".")[2])
        if field:
            widget = person.app.screen.query_one(f"#{field}")
            assert isinstance(widget, Input | TextArea)
            widget.focus()
            if isinstance(widget, Input):
                widget.value = ""
            await person.paste(text)
            await person.until(lambda: text in (widget.value if isinstance(widget, Input) else widget.text))

    return there


async def board(person: Sitting) -> None:
    """Nothing is typed here."""
    await person.go("p", "BoardScreen")


async def in_a_gap(person: Sitting) -> None:
    """The first gap of a letter is half typed."""
    await at_letter(person, "objection", CASE)
    await opened(person, "name")
    await person.paste("Mia M")
    await person.until(lambda: ("name",) in person.app.letter_input)


async def behind_a_letter(person: Sitting) -> None:
    """A gap was filled in, and the person has gone on to something else."""
    await at_letter(person, "objection", CASE)
    await filled(person, "name", "Mia")
    await person.go("escape", "WelcomeBackScreen")


async def emptied(person: Sitting) -> None:
    """What was typed into the letter was taken out again."""
    await in_a_gap(person)
    person.app.screen.query_one("#line", Input).value = ""
    await person.until(lambda: person.app.letter_input[("name",)] == ("",))


async def kept(person: Sitting) -> None:
    """What was typed into the letter is kept for the next one."""
    await behind_a_letter(person)
    person.app.session.save_letter_fields({"name": ("Mia",)})


async def place_typed(person: Sitting) -> None:
    """A country is typed and not taken."""
    person.app.open_screen("interview.InterviewScreen", "country", True)
    await person.at("InterviewScreen")
    person.app.screen.query_one("#place", Input).value = "Fra"
    await person.pilot.pause()


async def boxes_chosen(person: Sitting) -> None:
    """One of several choices is changed, and Enter not pressed."""
    person.app.open_screen("interview.InterviewScreen", "services", True)
    await person.at("InterviewScreen")
    await person.press("space")


PLACES: dict[str, tuple[Way, str]] = {
    "the board": (board, ""),
    "the day of an event": (dialog("event_date.EventDateDialog", CASE, "sent"), DATE),
    "a day that is none": (dialog("event_date.EventDateDialog", CASE, "sent", field="day", text="the 32nd"), DATE),
    "the word about an event": (dialog("event_date.EventDateDialog", CASE, "sent", field="note", text="No. 12"), DATE),
    "a note": (dialog("dialogs.NoteDialog", STEP, field="note", text="Ask Kim"), "Not recorded: your note."),
    "an empty note": (dialog("dialogs.NoteDialog", STEP), ""),
    "a reason": (
        dialog("dialogs.ReasonDialog", STEP, field="own", text="No time"),
        "Not recorded: your reason for leaving out “Send the objection form for Facebook”.",
    ),
    "no reason": (dialog("dialogs.ReasonDialog", STEP), ""),
    "a nickname": (dialog("contacts.NicknameDialog", field="nickname", text="Kim"), "Not recorded: the nickname."),
    "no nickname": (dialog("contacts.NicknameDialog"), ""),
    "the name of a file": (dialog("dialogs.SaveDialog", "plan.html", "text"), "Not saved: the file plan.html."),
    "a search": (dialog("search.SearchDialog", lambda person: person.app.screen, field="sought", text="private"), ""),
    "a copy to merge": (dialog("stored_data.MergeDialog", field="path", text="copy.json"), ""),
    "a country": (place_typed, "Not recorded: your answer to “Where do you live?”."),
    "several choices": (boxes_chosen, "Not recorded: your answer to “Which of these do you use?”."),
    "a gap of a letter": (in_a_gap, f"{LETTER} {PRIVATE}"),
    "behind a letter": (behind_a_letter, f"{LETTER} {PRIVATE}"),
    "a letter that is empty again": (emptied, ""),
    "a letter whose texts are kept": (kept, ""),
}


def signalled(person: Sitting) -> None:
    """What a signal calls."""
    person.app.exit(return_code=TERMINATED)


WAYS: dict[str, tuple[tuple[str, ...] | Callable[[Sitting], None], int]] = {
    "Ctrl+Q, twice": (("ctrl+q", "ctrl+q"), 0),
    "Ctrl+C, twice": (("ctrl+c", "ctrl+c"), INTERRUPTED),
    "Ctrl+Q, and leave without it": (("ctrl+q", "end", "enter"), 0),
    "a signal": (signalled, TERMINATED),
}


async def left(person: Sitting, how: tuple[str, ...] | Callable[[Sitting], None], lost: str) -> None:
    """Leave, and be asked about it if there is something to ask."""
    if callable(how):
        how(person)
        return
    await person.press(how[0])
    if lost:
        await person.at("LeaveDialog")
        await person.shows("Leave anyway?")
        assert named(person) == lost
        await person.press(*how[1:])


@pytest.mark.parametrize(("place", "way"), [(place, way) for place in PLACES for way in WAYS])
async def test_leaving_names_what_is_lost(place: str, way: str, on_berlin: Session) -> None:
    """Asked about once where one can be asked; in the last words in any case."""
    there, lost = PLACES[place]
    how, code = WAYS[way]
    app = wizard(on_berlin)
    async with sitting(app, (100, 40)) as person:
        await person.at("WelcomeBackScreen")
        await there(person)
        await left(person, how, lost)
        await person.until(lambda: app._exit, "the program ends")
    rest = "Everything else is saved." if lost else "Everything is saved."
    assert exit_message("again", kept=True, unfinished=app.lost).startswith(f"{lost} {rest}".lstrip())
    assert app.return_code == code


@pytest.mark.parametrize("place", [place for place, (_, lost) in PLACES.items() if lost])
async def test_who_stays_finds_everything_as_it_was(place: str, on_berlin: Session) -> None:
    """By Esc, or by the choice to stay."""
    there, lost = PLACES[place]
    async with sitting(wizard(on_berlin), (100, 40)) as person:
        await person.at("WelcomeBackScreen")
        await there(person)
        before, fields = person.at_now, values(person)
        await person.go("ctrl+q", "LeaveDialog")
        await person.go("escape", before)
        await person.go("ctrl+q", "LeaveDialog")
        stay = person.app.screen.query_one(ItemList)
        stay.highlighted = stay.get_option_index("stay")
        await person.go("enter", before)
        assert values(person) == fields
        await person.go("ctrl+q", "LeaveDialog")
        assert named(person) == lost


def named(person: Sitting) -> str:
    """What the question before leaving names; a page behind it may stand on the same lines."""
    return str(person.app.screen.query_one("#lost", Static).render())


def values(person: Sitting) -> list[str]:
    """What stands in the fields."""
    fields = person.app.screen.query("Input, TextArea")
    return [each.value if isinstance(each, Input) else each.text if isinstance(each, TextArea) else "" for each in fields]


COMPLETED: dict[str, Callable[[Session], object]] = {
    "the word about an event": lambda on: (
        [(each.kind, each.note) for each in on.snapshot.requests[0].events] == [("sent", "No. 12")]
    ),
    "a note": lambda on: [note.note for note in on.snapshot.progress.notes[STEP]] == ["Ask Kim"],
    "a reason": lambda on: [each.step_status.reason for each in on.snapshot.steps if each.id == STEP] == ["No time"],
    "a nickname": lambda on: [each.nickname for each in on.snapshot.contacts] == ["Kim"],
}


@pytest.mark.parametrize("place", COMPLETED)
async def test_a_record_is_completed_on_the_way_out(place: str, on_berlin: Session) -> None:
    """The first choice records it, and the program ends with nothing lost."""
    app = wizard(on_berlin)
    async with sitting(app, (100, 40)) as person:
        await person.at("WelcomeBackScreen")
        await PLACES[place][0](person)
        await person.go("ctrl+q", "LeaveDialog")
        await person.press("enter")
        await person.until(lambda: app._exit, "the program ends")
    assert (app.lost, app.return_code) == ((), 0)
    assert COMPLETED[place](on_berlin)


async def test_what_cannot_be_recorded_is_not_lost_without_a_word(on_berlin: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the file cannot be written the program stays, and asks again."""
    from wizard.errors import WizardError

    def full(*_: object) -> None:
        raise WizardError("output-not-written", path="progress.json", reason="No space left on device")

    async with sitting(wizard(on_berlin), (100, 40)) as person:
        await person.at("WelcomeBackScreen")
        await PLACES["a note"][0](person)
        await person.go("ctrl+q", "LeaveDialog")
        monkeypatch.setattr(on_berlin, "add_note", full)
        await person.press("enter")
        await person.shows("No space left on device", "Leave anyway?")
        assert not person.app._exit


@pytest.mark.parametrize("place", ["a gap of a letter", "behind a letter"])
async def test_a_letter_is_saved_on_the_way_out(place: str, on_berlin: Session) -> None:
    """The first choice leads to its page, from wherever one is; once it is copied nothing is asked any more."""
    app = wizard(on_berlin)
    async with sitting(app, (100, 40)) as person:
        await person.at("WelcomeBackScreen")
        await PLACES[place][0](person)
        await person.go("ctrl+q", "LeaveDialog")
        await person.go("enter", "LetterScreen")
        await person.shows("Save it or copy it, then leave.")
        assert isinstance(app.screen, LetterScreen)
        draft, letter = app.screen.draft(), app.screen.open_letter
        assert draft
        assert letter
        for blank in draft.missing:
            text = draft.options(blank)[0].id if draft.options(blank) else SAMPLES[blank.id]
            app.letter_input = {**app.letter_input, LetterRequest(*letter.arguments).field_key(draft, blank): (text,)}
        await person.pilot.pause()
        await person.press("c")
        await person.press("ctrl+q")
        await person.until(lambda: app._exit, "the program ends")
    assert app.lost == ()


async def test_going_on_in_lines_asks_too(state: Path) -> None:
    """What was typed here is not there."""
    app = wizard(session(state, BERLIN))
    async with sitting(app, (100, 40)) as person:
        await person.at("WelcomeBackScreen")
        await behind_a_letter(person)
        app.action_go_on_in_lines()
        await person.at("LeaveDialog")
        assert isinstance(app.screen, LeaveDialog)
        assert not app.in_lines
        await person.press("end", "enter")
        await person.until(lambda: app._exit, "the program ends")
    assert app.in_lines
