"""The journeys in full screen, by keys; lists are walked through until the cursor stands on what is wanted."""

from textual.events import Key
from textual.widgets import Input, OptionList

from tests.journeys.deeds import Deed, Done, Given, Happened, Interview, Journey, Letter, Merge, Note, TenMinutes, Undo, Wipe
from tests.journeys.world import World
from tests.tui.making import Sitting, sitting, wizard
from tests.tui.writing import words_of
from wizard.tui.screens.field_dialog import FieldDialog
from wizard.tui.screens.interview import InterviewScreen
from wizard.tui.widgets.option_lists import ChoiceList, ItemList
from wizard.views.request import REPLIES


class Quick(Sitting):
    """Someone who presses the next key as soon as the last one was heard; the journey waits for what it leads to."""

    async def press(self, *keys: str) -> None:
        for key in keys:
            self.app.post_message(Key(key, key if len(key) == 1 else None))
        await self.pilot.pause()


async def travel(journey: Journey, world: World) -> None:
    """Take the journey; each sitting starts the app anew."""
    for deeds in journey.sittings:
        async with sitting(wizard(world.session()), (80, 24)) as slow:
            person = Quick(slow.app, slow.pilot, slow.passed)
            if not isinstance(deeds[0], Interview):
                await person.at("WelcomeBackScreen")
                await person.go("p", "BoardScreen")
            for deed in deeds:
                await _do(deed, person)
            await person.press("ctrl+q")
            await person.until(lambda person=person: person.app.return_code is not None)  # type: ignore[misc]


async def _do(deed: Deed, person: Sitting) -> None:
    match deed:
        case Interview():
            await _interview(deed, person)
        case Done(step):
            await _open(step, person)
            await person.press("d")
            await person.at("ActionScreen")
            await person.go("b", "BoardScreen")
        case TenMinutes():
            await person.go("t", "QuickWinsScreen")
            await person.go("d", "SentDateDialog")
            await person.go("enter", "QuickWinsScreen")
            await person.until(lambda: person.app.snapshot.done == 1)
        case Happened():
            await _happened(deed, person)
        case Letter():
            await _letter(deed, person)
        case Undo():
            done = person.app.snapshot.done
            await person.press("u")
            await person.until(lambda: person.app.snapshot.done < done)
        case Note(step, text):
            await _open(step, person)
            await person.go("n", "NoteDialog")
            await person.paste(text)
            await person.go("ctrl+s", "StepScreen")
        case Merge(file):
            events = len(person.app.session.events)
            await person.go("s", "StoredDataScreen")
            await _take(person, "Merge another")
            await _type(file, person)
            await person.press("enter")
            await person.until(lambda: len(person.app.session.events) > events)
        case Wipe():
            await person.go("s", "StoredDataScreen")
            await _take(person, "Remove everything")
            await person.at("WipeDialog")
            await _take(person, "Yes")
            await person.until(lambda: not person.app.session.answers)


async def _open(step: str, person: Sitting) -> None:
    """From the board by its list of actions to a step."""
    part = next(part for part in person.app.snapshot.actions if any(entry.id == step for entry in part.entries))
    actions = person.app.screen.query_one("#actions", ItemList)
    if part.action.id not in {option.id for option in actions.options}:
        await _point(person, "actions", "further")
        await person.press("enter")
        await person.until(lambda: actions.option_count > 1)
    await _point(person, "actions", part.action.id)
    await person.go("enter", "ActionScreen")
    await _point(person, "steps", step)
    await person.go("enter", "StepScreen")


async def _point(person: Sitting, list: str, id: str) -> None:
    """Go over to a list by tab, and to a line of it by arrow keys."""
    found = person.app.screen.query_one(f"#{list}", ItemList)
    while not found.has_focus:
        await person.press("tab")
    await _walk(person, found, found.get_option_index(id))


async def _walk(person: Sitting, found: OptionList, number: int) -> None:
    """Go to a line by arrow keys, as fast as one can press them; what cannot be chosen is passed over."""
    at = -1 if found.highlighted is None else found.highlighted
    passed = found.options[at + 1 : number + 1] if at < number else found.options[number:at]
    for _ in [option for option in passed if not option.disabled]:
        person.app.post_message(Key("down" if at < number else "up", None))
    await person.until(lambda: found.highlighted == number, f"line {number} of {found}")


async def _take(person: Sitting, words: str) -> None:
    """Choose the line that begins with these words."""
    found = person.app.screen.query_one(ItemList)
    number = next(number for number, line in enumerate(words_of(found)) if line.strip().startswith(words))
    await _walk(person, found, number)
    await person.press("enter")


async def _interview(deed: Interview, person: Sitting) -> None:
    await person.at("WelcomeBackScreen" if person.app.session.answers else "WelcomeScreen")
    await person.go("enter", "InterviewScreen")
    for id in deed.given:
        if id in deed.slip:
            await _answer(person, id, deed.slip)
            await person.until(lambda id=id: _asked(person) not in ("", id))  # type: ignore[misc]
            await person.press("b")
        await _answer(person, id, deed.given)
    if deed.leaves:
        await person.until(lambda: _asked(person) not in deed.given)
    else:
        await person.at("ReviewScreen")
        await person.go("enter", "PlaceSummaryScreen")
        await person.go("p", "BoardScreen")


async def _answer(person: Sitting, id: str, given: Given) -> None:
    await person.until(lambda: _asked(person) == id, id)
    await person.pilot.pause()
    question = person.app.session.question(id)
    if question.kind == "country":
        person.app.screen.query_one(Input).value = ""
        await person.write(person.app.session.library.countries[given[id][0]].name)
        await person.pilot.pause()
    else:
        choices = person.app.screen.query_one(ChoiceList)
        for value in given[id]:
            await _walk(person, choices, next(number for number, each in enumerate(choices._choices) if each.id == value))
            await person.press(*(["space"] if question.kind == "many" else []))
    await person.press("enter")


def _asked(person: Sitting) -> str:
    screen = person.app.screen
    return screen.question.id if isinstance(screen, InterviewScreen) and screen.question else ""


async def _happened(deed: Happened, person: Sitting) -> None:
    case = next(each for each in person.app.snapshot.requests if each.target == deed.case)
    await person.go("o", "RequestsScreen")
    await _take(person, case.title)
    await person.at("RequestScreen")
    if deed.came_back:
        await _take(person, dict(REPLIES)[deed.came_back])
        await person.pilot.pause()
    await _take(person, person.app.snapshot.library.outcomes[deed.kind].label)
    await person.at("EventDateDialog")
    person.app.screen.query_one("#day", Input).value = deed.on
    person.app.screen.query_one("#note", Input).value = deed.note
    await person.press("enter")
    await person.at("RequestScreen")
    await person.go("escape", "RequestsScreen")
    await person.go("escape", "BoardScreen")


async def _letter(deed: Letter, person: Sitting) -> None:
    await person.go("l", "LettersScreen")
    await _point(person, person.app.screen.query_one(ItemList).id or "", deed.kind)
    await person.go("enter", "LetterScreen")
    await _fill_in(person, {**deed.blanks, **deed.slip})
    if deed.slip:
        await person.press("s")
        await person.shows("Shorten what you wrote yourself.")
        assert person.at_now == "LetterScreen"
        await _fill_in(person, {id: deed.blanks[id] for id in deed.slip})
    await person.go("s", "LetterFormatDialog")
    await person.go("enter", "SaveDialog")
    await _type(deed.file, person)
    await person.press("enter")
    await person.at("LetterScreen")


async def _fill_in(person: Sitting, blanks: Given) -> None:
    for id, texts in blanks.items():
        await _point(person, "form", f"field {id}")
        await person.go("enter", "FieldDialog")
        await _blank(person, "\n".join(texts))
        while person.at_now == "FieldDialog":
            await person.press("escape")
            await person.pilot.pause()
        await person.at("LetterScreen")


async def _blank(person: Sitting, text: str) -> None:
    dialog = person.app.screen
    assert isinstance(dialog, FieldDialog)
    if dialog.query(Input):
        dialog.query_one(Input).value = text
        await person.press("enter")
    else:
        await person.paste(text)
        await person.press("ctrl+s")
    await person.until(lambda: person.app.screen is not dialog, "the blank is taken")


async def _type(file: str, person: Sitting) -> None:
    await person.until(lambda: bool(person.app.screen.query(Input)), "a field")
    person.app.screen.query_one(Input).value = file
