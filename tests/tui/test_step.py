"""One step: the taps for the device in hand, links, notes, and the form that did not open."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from textual.containers import VerticalScroll

from tests.tui.making import BERLIN, Sitting, flat, living_in, session, sitting, wizard
from wizard.core.formatting import format_minutes
from wizard.errors import WizardError
from wizard.storage.session import Session
from wizard.system import link_actions
from wizard.tui.messages import EventRecorded, LinkRequested, NoteWritten
from wizard.tui.screens.step import StepScreen
from wizard.tui.widgets.option_lists import ItemList

FORM = "objection/facebook-form"
CAMERA = "privacy-settings/facebook-camera-roll"
DESKTOP = {"DISPLAY": ":0"}


async def step(person: Sitting, id: str) -> StepScreen:
    """From the welcome back to a step."""
    await person.at("WelcomeBackScreen")
    screen = StepScreen(id)
    person.app.push_screen(screen)
    await person.at("StepScreen")
    return screen


@pytest.mark.parametrize(
    ("devices", "there", "not_there"),
    [
        (("web", "android"), {"On Android"}, {"On iPhone or iPad"}),
        (("ios",), {"On iPhone or iPad"}, {"On Android"}),
        (("android", "ios"), {"On Android", "On iPhone or iPad"}, set()),
        ((), {"On Android", "On iPhone or iPad"}, set()),
    ],
)
async def test_the_taps_are_those_of_the_device_in_hand(
    state: Path, devices: tuple[str, ...], there: set[str], not_there: set[str]
) -> None:
    """What is not in hand is left out; who skipped the question sees all ways."""
    async with sitting(wizard(session(state, living_in("DE", "DE-BE", device=devices))), (80, 90)) as person:
        await step(person, CAMERA)
        await person.shows(*there)
        assert not {way for way in not_there if way in person.text}


async def test_a_step_says_why_what_not_and_how_sure(on_berlin: Session) -> None:
    """Title, taps, where the menu may be, limits, links with their addresses, reason, sources and the day they were read."""
    entry = on_berlin.snapshot.step(FORM)
    assert entry is not None
    async with sitting(wizard(on_berlin), (80, 90)) as person:
        await step(person, FORM)
        await person.shows(entry.step.title, "Looks different?", "What it does not do", "Why it is here:")
        await person.shows("last read 23 Nov 2026: confirmed", "3 min · impact ●●●●●")
        for each in entry.links:
            assert each.label in flat(person.text)
            assert each.url.removeprefix("https://") in flat(person.text)


async def test_a_step_names_what_comes_before_it(on_berlin: Session) -> None:
    """Nothing is deleted before it was saved."""
    async with sitting(wizard(on_berlin), (80, 90)) as person:
        await step(person, "delete-your-data/facebook-posts")
        await person.shows("First: Save a copy of your data")


async def test_the_arrows_scroll_the_text(on_berlin: Session) -> None:
    """In a small window a step can be read to its end with the arrows and the page keys."""
    async with sitting(wizard(on_berlin), (60, 20)) as person:
        screen = await step(person, FORM)
        body = screen.query_one("#body", VerticalScroll)
        await person.press("down")
        await person.until(lambda: body.scroll_y == 2)
        while body.scroll_y < body.max_scroll_y:
            before = body.scroll_y
            await person.press("pagedown")
            await person.until(lambda before=before: body.scroll_y > before)  # type: ignore[misc]
        await person.shows("last read")


async def test_what_could_not_be_saved_leads_nowhere(on_berlin: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    """The step stays open beside the sentence that says why."""
    async with sitting(wizard(on_berlin)) as person:
        await step(person, CAMERA)
        monkeypatch.setattr(on_berlin, "mark", full)
        await person.press("d")
        await person.shows("could not be written")
        assert person.at_now == "StepScreen"


def full(*_: object) -> None:
    """No room to save anything."""
    raise WizardError("output-not-written", path="progress.json", reason="No space left on device")


async def test_done_leads_back_and_says_the_gain(on_berlin: Session) -> None:
    """`d` marks the step and returns; opened again it says since when, and it can be reopened."""
    async with sitting(wizard(on_berlin)) as person:
        await person.at("WelcomeBackScreen")
        await person.go("p", "BoardScreen")
        first = on_berlin.snapshot.open_steps[0]
        await person.go("enter", "StepScreen")
        await person.go("d", "SentDateDialog")
        await person.go("enter", "BoardScreen")
        then = on_berlin.snapshot.open_steps[0].step
        await person.shows(f"✓ {first.step.gain} Next: {then.title}, {format_minutes(then.minutes)}.")
        person.app.push_screen(StepScreen(first.id))
        await person.at("StepScreen")
        await person.shows("done, today")
        await person.press("a")
        await person.until(lambda: on_berlin.snapshot.progress.status_of(first.id).status == "open")
        await person.press("a")
    assert [message.kind for message in person.sent(EventRecorded)] == ["done", "reopened"]


async def test_what_is_settled_is_not_recorded_again(state: Path) -> None:
    """On a step that is done the bar offers to open it again and not to do it; the other keys say so and keep the day."""
    on = session(state, BERLIN, [(CAMERA, "done")])
    async with sitting(wizard(on)) as person:
        screen = await step(person, CAMERA)
        keys = {key.key for key in screen.active_keys if key.in_bar}
        assert "a" in keys
        assert not keys & {"d", "x"}
        await person.shows("a open again")
        for key in ("d", "x"):
            await person.press(key)
            await person.shows("This step is settled already: a opens it again.")
        assert person.at_now == "StepScreen"
        await person.press("a")
        await person.until(lambda: on.snapshot.progress.status_of(CAMERA).status == "open")
        await person.shows("d done", "x not for me")
        await person.press("a")
        await person.shows("This step is open.")
    assert [message.kind for message in person.sent(EventRecorded)] == ["reopened"]


async def test_not_for_me_leads_back_as_done_does(on_berlin: Session) -> None:
    """The step is named, and how to take it back; a reason declined leaves one on the step."""
    async with sitting(wizard(on_berlin)) as person:
        await person.at("WelcomeBackScreen")
        await person.go("p", "BoardScreen")
        first = on_berlin.snapshot.open_steps[0]
        await person.go("enter", "StepScreen")
        await person.go("x", "ReasonDialog")
        await person.go("escape", "StepScreen")
        await person.go("x", "ReasonDialog")
        await person.go("enter", "BoardScreen")
        await person.shows(f"Left out: {first.step.title}. u takes it back.")
        await person.press("u")
        await person.shows("Taken back:")
    assert on_berlin.snapshot.progress.status_of(first.id).status == "open"


async def test_a_note_is_kept_with_the_step(on_berlin: Session) -> None:
    """A note of several lines stands on the step with its day; letters in it are letters."""
    async with sitting(wizard(on_berlin), (80, 90)) as person:
        await step(person, CAMERA)
        await person.go("n", "NoteDialog")
        await person.write("done by dad")
        await person.press("enter")
        await person.write("[b]ask again[/b]")
        await person.go("ctrl+s", "StepScreen")
        await person.shows("Note kept.", "Your note of 23 Nov 2026: done by dad [b]ask again[/b]")
    assert [message.text for message in person.sent(NoteWritten)] == ["done by dad\n[b]ask again[/b]"]


async def test_an_empty_note_is_none_and_escape_keeps_nothing(on_berlin: Session) -> None:
    """Closing the dialog without words records nothing."""
    async with sitting(wizard(on_berlin)) as person:
        await step(person, CAMERA)
        await person.go("n", "NoteDialog")
        await person.go("ctrl+s", "StepScreen")
        await person.go("n", "NoteDialog")
        await person.write("never mind")
        await person.go("escape", "StepScreen")
    assert not person.sent(NoteWritten)


async def test_links_open_by_number_and_by_cursor(on_berlin: Session) -> None:
    """A number opens that link, Enter the first one; after tab the cursor chooses; a number without a link says so."""
    entry = on_berlin.snapshot.step(FORM)
    assert entry is not None
    async with sitting(wizard(on_berlin)) as person:
        screen = await step(person, FORM)
        for keys in (["2"], ["enter"], ["tab", "down", "down", "enter"], ["o"]):
            await person.press(*keys)
            await person.at("LinkDialog")
            await person.go("escape", "StepScreen")
        assert person.app.focused is screen.query_one("#links", ItemList)
        await person.press("9")
        await person.shows("There is no such link here.")
    opened = [entry.links[number].url for number in (1, 0, 2, 2)]
    assert [message.url for message in person.sent(LinkRequested)] == opened


class Desktop:
    """Stands in for the browser: remembers what it was asked to open."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.asked: list[str] = []
        monkeypatch.setattr(link_actions, "open_in_browser", self.open)

    def open(self, url: str, env: Mapping[str, str]) -> bool:
        """Note the address, as the real one does only with a desktop."""
        self.asked += [url] if env.get("DISPLAY") else []
        return bool(env.get("DISPLAY"))


async def test_the_link_door_shows_the_address_and_asks_the_browser_once(
    on_berlin: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With a desktop, Enter asks the browser for exactly the address that is shown, once."""
    desktop = Desktop(monkeypatch)
    async with sitting(wizard(on_berlin, DESKTOP)) as person:
        await step(person, FORM)
        await person.go("1", "LinkDialog")
        assert not desktop.asked
        await person.press("enter")
        await person.shows("Your browser was asked to open it.")
        (address,) = desktop.asked
        assert address in "".join(person.text.split())


async def test_without_a_browser_the_door_says_so_and_opens_nothing(on_berlin: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    """Over SSH the address is shown, opening is not offered, and Enter explains."""
    desktop = Desktop(monkeypatch)
    async with sitting(wizard(on_berlin)) as person:
        await step(person, FORM)
        await person.go("1", "LinkDialog")
        await person.shows("No browser can be opened from here.", "facebook.com/help/contact/")
        assert "enter open" not in person.text
        await person.press("enter")
        await person.until(lambda: person.app.status_text.startswith("No browser can be opened from here."), "the reason")
    assert not desktop.asked


async def test_the_code_for_the_phone_comes_at_once(on_berlin: Session) -> None:
    """`r` on a step shows the QR code with the address below it; in the door `r` does the same."""
    async with sitting(wizard(on_berlin), (80, 40)) as person:
        await step(person, FORM)
        for keys in (["r"], ["1", "r"]):
            await person.press(*keys)
            await person.at("LinkDialog")
            await person.shows("█▀▀▀▀▀█", "https://")
            await person.go("escape", "StepScreen")


@pytest.mark.parametrize("opens_link", [False, True], ids=["on the step", "on its link"])
async def test_the_address_goes_to_the_clipboard_without_a_promise(on_berlin: Session, opens_link: bool) -> None:
    """Copying cannot be confirmed by a terminal, and the words do not claim it."""
    app = wizard(on_berlin)
    async with sitting(app) as person:
        await step(person, FORM)
        if opens_link:
            await person.go("1", "LinkDialog")
        await person.press("c")
        await person.shows("Sent to the clipboard; paste to see whether it arrived.")
        assert app.clipboard.startswith("https://")


@pytest.mark.parametrize(("country", "region"), [("DE", "DE-BE"), ("GB", "")])
async def test_the_form_did_not_open_and_the_path_changes_at_once(state: Path, country: str, region: str) -> None:
    """One key on an objection step, one answer: the path is another one, the step is gone, and the way back is open."""
    on = session(state, living_in(country, region, services=("facebook",)))
    async with sitting(wizard(on)) as person:
        await step(person, FORM)
        await person.shows("f did it open?")
        await person.go("f", "FormDialog")
        await person.press("down")
        await person.go("enter", "StepScreen")
        await person.shows("Your path is now “limit and protect”", "Your answers took this step out of your plan.")
        assert on.snapshot.step("objection/if-the-form-did-not-open") is not None
        await person.go("f", "FormDialog")
        await person.press("end")
        await person.go("enter", "StepScreen")
        await person.shows("Send the objection form for Facebook", "Your path is now “you can object”")
    assert [(message.target, message.kind) for message in person.sent(EventRecorded)] == [
        ("case/facebook", "form-not-opened"),
        ("case/facebook", "form-open-question"),
    ]


async def test_the_form_did_not_open_for_one_of_two_services(on_berlin: Session) -> None:
    """Only the form that did not open leaves the plan, and the other ways to object join it."""
    async with sitting(wizard(on_berlin)) as person:
        await step(person, FORM)
        await person.go("f", "FormDialog")
        await person.press("down")
        await person.go("enter", "StepScreen")
        await person.shows("Recorded. Facebook: No, it didn't open", "Your path is now “you can object”")
    assert on_berlin.snapshot.step(FORM) is None
    assert on_berlin.snapshot.step("objection/instagram-form") is not None
    assert on_berlin.snapshot.step("objection/if-the-form-did-not-open") is not None


async def test_the_form_opened_where_none_was_expected(state: Path) -> None:
    """Where a form is only reported, the objection steps appear as soon as it did open."""
    on = session(state, living_in("KR"))
    request = next(entry.id for entry in on.snapshot.steps if entry.step.action == "objection")
    async with sitting(wizard(on)) as person:
        await step(person, request)
        await person.go("f", "FormDialog")
        await person.go("enter", "StepScreen")
        await person.shows("Your path is now “you can object”")
    assert on.snapshot.step(FORM) is not None


async def test_the_form_opened_where_no_step_asks_about_it(state: Path) -> None:
    """In the United States the page of objections asks, and the objection steps appear."""
    on = session(state, living_in("US", "US-TX"))
    assert on.snapshot.step(FORM) is None
    async with sitting(wizard(on)) as person:
        await person.at("WelcomeBackScreen")
        person.app.open_screen("requests.RequestsScreen")
        await person.at("RequestsScreen")
        await person.go("enter", "FormDialog")
        await person.go("enter", "RequestsScreen")
        await person.shows("Your path is now “you can object”", "Facebook")
    assert on.snapshot.step(FORM) is not None


async def test_the_form_is_only_asked_about_where_one_objects(on_berlin: Session) -> None:
    """On another step the key does nothing, and neither the bar nor the help offers it."""
    async with sitting(wizard(on_berlin)) as person:
        screen = await step(person, CAMERA)
        await person.press("f")
        assert person.at_now == "StepScreen"
        assert "f" not in {key.key for key in screen.active_keys}


async def test_every_step_of_a_plan_can_be_shown(state: Path) -> None:
    """No step of a plan breaks the screen, and each says its title and its reason."""
    on = session(state, BERLIN | {"depth": ("leave",)})
    async with sitting(wizard(on), (80, 120)) as person:
        screen = await step(person, CAMERA)
        for entry in on.snapshot.steps:
            screen._step = entry.id
            screen._snapshot_changed(on.snapshot)
            await person.shows(entry.step.title, "Why it is here:")
