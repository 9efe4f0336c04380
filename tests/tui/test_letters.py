"""The list of letters and one letter: what it says, its blanks, its preview, and everything one can do with it."""

import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import unquote

import pytest
from textual.widgets import Input, OptionList, TextArea

from tests.letters import SAMPLES
from tests.tui.making import BERLIN, Sitting, flat, living_in, session, sitting, wizard
from tests.tui.test_hostile import HOSTILE, harmless
from tests.tui.writing import letter_id, shown_letter, take, words_of, write
from wizard.core.contact import Contact
from wizard.core.letter.selection import usable_letters
from wizard.export.letter import LETTER_FORMATS
from wizard.storage.session import Session
from wizard.tui.app import WizardApp
from wizard.tui.messages import EventRecorded, LinkRequested
from wizard.tui.screens.letter import LetterScreen
from wizard.tui.widgets.option_lists import ItemList

FACEBOOK = "case/facebook"
SENT = [(FACEBOOK, "sent")]
STACKED, BESIDE = (100, 80), (120, 44)
"""The form above the letter, and beside it; all of both on one page."""
REFUSED = [(FACEBOOK, "sent"), (FACEBOOK, "refused")]


@pytest.fixture
def on_refused(state: Path) -> Session:
    """Somebody in Berlin whose objection about Facebook was refused."""
    return session(state, BERLIN, REFUSED)


@pytest.fixture
def on_ready(on_refused: Session) -> Session:
    """The same, with name and addresses kept: the second letter is complete from the start."""
    on_refused.save_letter_fields({id: (SAMPLES[id],) for id in ("name", "email", "accounts")})
    return on_refused


async def at_letter(person: Sitting, kind: str, *more: str) -> None:
    """Open a letter from the welcome back."""
    await person.at("WelcomeBackScreen")
    person.app.open_screen("letter.LetterScreen", kind, *more)
    await person.at("LetterScreen")


def pointed(person: Sitting) -> str:
    """What stands under the cursor of the form."""
    option = person.app.screen.query_one("#form", ItemList).highlighted_option
    return (option.id or "") if option else ""


async def opened(person: Sitting, blank: str) -> None:
    """Open a blank of the letter."""
    part = person.app.screen.query_one("#form", ItemList)
    part.highlighted = part.get_option_index(f"field {blank}")
    await person.go("enter", "FieldDialog")


async def filled(person: Sitting, blank: str, text: str) -> None:
    """Write this into a blank that is not needed, or that is full already."""
    await opened(person, blank)
    field = person.app.screen.query_one("#line, #lines")
    if isinstance(field, Input):
        field.value = text
    elif isinstance(field, TextArea):
        field.text = text
    await person.press("ctrl+s" if isinstance(field, TextArea) else "enter")
    await person.until(
        lambda: not person.app.screen.query("#line, #lines") or person.app.screen.query_one("#line, #lines") is not field
    )
    if person.at_now == "FieldDialog":
        await person.go("escape", "LetterScreen")
    await person.at("LetterScreen")


# The list.


async def test_what_a_case_calls_for_comes_first(on_refused: Session) -> None:
    """Then what fits now, by who it goes to; then all others; each with a word about it."""
    async with sitting(wizard(on_refused), (100, 300)) as person:
        await person.at("WelcomeBackScreen")
        await person.go("p", "BoardScreen")
        await person.go("l", "LettersScreen")
        lines = words_of(person.app.screen.query_one(ItemList))
        headings = [
            "What your requests need",
            "To Meta",
            "To the authority",
            "To people you know",
            "To others",
            "Not now",
            "For other",
        ]
        places = [next(number for number, line in enumerate(lines) if line.startswith(heading)) for heading in headings]
        assert places == sorted(places)
        first = lines[1]
        assert first.startswith("Second letter: refused without reasons")
        assert "for Facebook, refused" in first
        assert "You" in first
        fit = {each.title for each in usable_letters(on_refused.snapshot)}
        listed = [line.partition("  ")[0] for line in lines[: places[5]] if line and line not in headings]
        assert fit <= set(listed)
        assert len([line for line in lines if line and not any(line.startswith(each) for each in headings)]) == len(
            on_refused.snapshot.library.letters
        )


async def test_without_a_case_nothing_is_called_for(on_berlin: Session) -> None:
    """The objection stands first among what fits."""
    async with sitting(wizard(on_berlin)) as person:
        await person.at("WelcomeBackScreen")
        person.app.open_screen("letters.LettersScreen")
        await person.at("LettersScreen")
        lines = words_of(person.app.screen.query_one(ItemList))
        assert lines[0] == "To Meta"
        await person.go("enter", "LetterScreen")
        assert letter_id(person.app) == "objection-eu"


async def test_a_letter_for_another_place_says_so_and_shows_no_form(on_berlin: Session) -> None:
    """One can still read what it says."""
    async with sitting(wizard(on_berlin), (80, 40)) as person:
        await at_letter(person, "objection-ch")
        await person.shows("This letter is not for Berlin, Germany.", "What it says", "What it cannot do")
        assert not person.app.screen.query_one("#writing").display
        for key in ("s", "c", "e", "m", "i", "w", "x", "p"):
            await person.press(key)
        assert person.at_now == "LetterScreen"


async def test_before_the_country_is_known_a_letter_of_the_law_waits(state: Path) -> None:
    """A message to a friend does not."""
    async with sitting(wizard(session(state, {"services": ("facebook",)})), (80, 40)) as person:
        await at_letter(person, "objection")
        await person.shows("depends on where you live")
        await person.go("escape", "WelcomeBackScreen")
        await at_letter(person, "ask-friend")
        await person.shows("Chat message")
        assert letter_id(person.app) == "ask-friend"


async def test_the_palette_finds_a_letter_by_its_title(on_refused: Session) -> None:
    """Only letters for the person's place are found."""
    async with sitting(wizard(on_refused)) as person:
        await person.at("WelcomeBackScreen")
        await person.press("ctrl+p")
        await person.at("SearchDialog")
        await person.write("second letter refused without reasons")
        await person.shows("Second letter: refused without reasons")
        await person.until(lambda: person.app.screen.query_one(OptionList).option_count > 0)
        await person.press("enter")
        await person.at("LetterScreen")
        assert letter_id(person.app) == "follow-up-no-reasons"


async def test_a_case_leads_to_its_letter(on_refused: Session) -> None:
    """And a case that calls for none leads to all letters."""
    async with sitting(wizard(on_refused)) as person:
        await person.at("WelcomeBackScreen")
        person.app.open_screen("requests.RequestScreen", FACEBOOK)
        await person.at("RequestScreen")
        await person.go("l", "LetterScreen")
        assert letter_id(person.app) == "follow-up-no-reasons"
        on_refused.mark(FACEBOOK, "granted")
        person.app.snapshot = on_refused.snapshot
        await person.go("escape", "RequestScreen")
        await person.go("l", "LettersScreen")


@pytest.mark.parametrize("step", ["objection/facebook-form", "inform-your-network/ask-friends-and-family"])
async def test_a_step_in_which_one_writes_leads_to_the_letters(on_refused: Session, step: str) -> None:
    """By the same key as on the board."""
    async with sitting(wizard(on_refused)) as person:
        await person.at("WelcomeBackScreen")
        person.app.open_screen("step.StepScreen", step)
        await person.at("StepScreen")
        await person.go("l", "LettersScreen")


async def test_a_step_names_the_letters_that_help_with_it(on_refused: Session) -> None:
    """Enter writes the one under the cursor, or the first; those for others' situations are not there."""
    async with sitting(wizard(on_refused), (80, 90)) as person:
        await person.at("WelcomeBackScreen")
        person.app.open_screen("step.StepScreen", "inform-your-network/ask-friends-and-family")
        await person.at("StepScreen")
        await person.shows("Letter: Chat message", "Letter: A friendly reminder", "enter letter")
        await person.go("enter", "LetterScreen")
        assert letter_id(person.app) == "ask-friend"
        await person.go("escape", "StepScreen")
        await person.press("tab", "down", "down")
        await person.go("enter", "LetterScreen")
        assert letter_id(person.app) == "ask-ex-partner"


# The form.


async def test_what_is_needed_is_said_in_words(on_refused: Session) -> None:
    """Beside the blank, above the letter, in the letter, and when one wants to save too early."""
    async with sitting(wizard(on_refused), STACKED) as person:
        await at_letter(person, "follow-up")
        await person.shows(
            "Your name needed", "A sentence of your own if you like", "from your request", "Still needed: Your name;"
        )
        assert "‹Your name›" in shown_letter(person)
        for key in ("s", "c", "e", "m"):
            await person.press("end")
            await person.press(key)
            await person.shows(
                "Still needed: Your name; E-mail address or phone number of the account; Your accounts, one a line."
            )
            assert person.at_now == "LetterScreen"
            assert pointed(person) == "field name"


async def test_each_letter_typed_is_in_the_letter_at_once(on_refused: Session) -> None:
    """Also while the dialog is open, and also when it is left without Enter."""
    async with sitting(wizard(on_refused), BESIDE) as person:
        await at_letter(person, "follow-up")
        await person.go("enter", "FieldDialog")
        await person.write("Kim Ex")
        letter = next(screen for screen in person.app.screen_stack if isinstance(screen, LetterScreen))
        await person.until(lambda: any("Kim Ex" in row for row in words_of(letter.query_one("#form", ItemList))))
        await person.go("escape", "LetterScreen")
        assert shown_letter(person).startswith("Kim Ex ‹E-mail")


async def test_enter_leads_from_gap_to_gap_and_then_to_what_follows(on_refused: Session) -> None:
    """What goes out is what one has read; then the cursor stands on what comes next."""
    async with sitting(wizard(on_refused), BESIDE) as person:
        await at_letter(person, "follow-up")
        text = await write(person)
        assert text.startswith("Kim Example\n")
        await person.shows("Nothing is missing.")
        assert flat(text) == shown_letter(person)
        assert pointed(person) == "sent"


async def test_a_day_that_is_none_stays_and_is_named(on_refused: Session) -> None:
    """It is not kept by Enter, is not lost by escape, and the letter says what does not fit."""
    async with sitting(wizard(on_refused), STACKED) as person:
        await at_letter(person, "follow-up")
        await opened(person, "sent")
        person.app.screen.query_one(Input).value = "31.13.2026"
        await person.press("enter")
        await person.shows("“31.13.2026” is not a day")
        assert person.at_now == "FieldDialog"
        await person.go("escape", "LetterScreen")
        await person.shows("does not fit", "Write it like 2026-11-23.")
        await opened(person, "sent")
        assert person.app.screen.query_one(Input).value == "31.13.2026"
        person.app.screen.query_one(Input).value = "2026-10-31"
        await person.go("escape", "LetterScreen")
        assert "objection of 31 October 2026" in shown_letter(person)


async def test_reasons_are_chosen_with_space_and_no_more_than_fit(on_berlin: Session) -> None:
    """A fourth one is refused in words; taking one back mends it."""
    async with sitting(wizard(on_berlin), (60, 20)) as person:
        await at_letter(person, "objection")
        await opened(person, "reasons")
        await person.press("space", "down", "space", "down", "space", "down", "space")
        await person.shows("Choose 3 at most.")
        await person.press("enter")
        assert person.at_now == "FieldDialog"
        await person.press("space")
        await person.press("enter")
        await person.until(lambda: person.at_now != "FieldDialog" or not person.app.screen.query("ChoiceList"))
        if person.at_now == "FieldDialog":
            await person.go("escape", "LetterScreen")
        assert "My face and body identify me for life" in shown_letter(person)
        assert "There are children in the pictures. They" not in shown_letter(person)


async def test_one_of_several_is_chosen_with_enter(state: Path) -> None:
    """The choice stands in the letter, and in the form by its label."""
    async with sitting(wizard(session(state, living_in("IE"), REFUSED)), (120, 80)) as person:
        await at_letter(person, "complaint-to-authority")
        await opened(person, "share")
        await person.press("space")
        await person.shows("Nothing is chosen yet: the arrow keys", "move, Enter takes a line.")
        await person.press("enter")
        await person.at("FieldDialog")
        await person.press("down", "down", "enter")
        await person.until(lambda: person.at_now != "FieldDialog" or not person.app.screen.query("ChoiceList"))
        await person.go("escape", "LetterScreen")
        await person.shows("No, it must not name me")
        assert "I do not agree to being named to Meta" in shown_letter(person)


async def test_nothing_typed_is_lost_between_letters_in_one_sitting(on_refused: Session) -> None:
    """Name and address serve the next letter, the rest waits in its own; nothing of it is written to the state file."""
    async with sitting(wizard(on_refused), BESIDE) as person:
        await at_letter(person, "follow-up")
        await filled(person, "name", "Kim Secret")
        await filled(person, "own", "Half a thought")
        await person.go("escape", "WelcomeBackScreen")
        await at_letter(person, "complaint-to-authority")
        assert shown_letter(person).startswith("Kim Secret")
        assert "Half a thought" not in shown_letter(person)
        await person.go("escape", "WelcomeBackScreen")
        await at_letter(person, "follow-up")
        assert "Half a thought" in shown_letter(person)
    stored = on_refused.store.path.read_text(encoding="utf-8")
    assert "Secret" not in stored
    assert "Half" not in stored


async def test_name_and_addresses_are_kept_on_request_and_forgotten_on_request(on_refused: Session) -> None:
    """Only what is personal; the next start has it."""
    async with sitting(wizard(on_refused), STACKED) as person:
        await at_letter(person, "follow-up")
        await write(person)
        await filled(person, "own", "Not personal")
        await take(person, "Keep my name and addresses")
        await person.shows("Kept on this computer")
    assert set(on_refused.saved_letter_fields) == {"name", "email", "accounts"}
    again = session(on_refused.store.path)
    async with sitting(wizard(again), STACKED) as person:
        await at_letter(person, "follow-up")
        await person.shows("Nothing is missing.")
        assert shown_letter(person).startswith("Kim Example")
        await take(person, "Forget my name and addresses")
        await person.shows("Nothing about you is kept")
        await person.shows("Still needed: Your name")
    assert again.saved_letter_fields == {}


async def test_the_case_can_be_changed_where_several_have_begun(state: Path) -> None:
    """The letter follows: to one that refused one writes something else than to one that is silent."""
    on = session(state, BERLIN, [*REFUSED, ("case/instagram", "sent"), ("case/instagram", "no-answer")])
    async with sitting(wizard(on), BESIDE) as person:
        await at_letter(person, "follow-up-no-reasons")
        await take(person, "It is about")
        await person.until(lambda: letter_id(person.app) == "follow-up-no-answer")
        assert "(Instagram)" in shown_letter(person)
        await take(person, "It is about")
        await person.until(lambda: letter_id(person.app) == "follow-up-no-reasons")


async def test_the_language_can_be_changed_where_there_are_several(state: Path) -> None:
    """What was typed stays; whoever sends a text that no lawyer has reviewed is told."""
    async with sitting(wizard(session(state, living_in("BR"))), STACKED) as person:
        await at_letter(person, "objection")
        assert letter_id(person.app) == "objection-br"
        await filled(person, "own", "Uma frase")
        await take(person, "It is in English")
        await person.shows("No lawyer who speaks Portuguese has reviewed this text yet.")
        assert "Uma frase" in shown_letter(person)
        assert "Encarregado" in shown_letter(person)


async def test_of_many_languages_one_is_chosen_from_a_list(on_berlin: Session) -> None:
    """The user's first, then that of the office, then the others; the cursor is on the present one."""
    async with sitting(wizard(on_berlin), STACKED) as person:
        await at_letter(person, "ask-friend")
        await take(person, "It is in English: choose another one")
        await person.at("LetterLanguageDialog")
        rows = person.app.screen.query_one(ItemList)
        assert [option.id for option in rows.options][:2] == ["en", "de"]
        assert {option.id for option in rows.options} == {"en", "de", "es", "fr", "it", "nl", "pl", "pt"}
        assert rows.highlighted == 0
        await person.press("down")
        await person.go("enter", "LetterScreen")
        await person.shows("It is in German: choose another one")
        await take(person, "It is in German: choose another one")
        await person.go("escape", "LetterScreen")
        await person.shows("It is in German")


async def test_the_law_behind_a_letter_is_one_key_away(on_refused: Session) -> None:
    """Article by article, with its sources."""
    async with sitting(wizard(on_refused), (100, 60)) as person:
        await at_letter(person, "follow-up")
        await person.go("w", "LegalStatementsScreen")
        await person.shows("What the letter is based on", "Article 12(4)", "Links and sources")


# What goes out.


async def test_a_letter_is_saved_in_the_format_one_chooses(on_ready: Session, tmp_path: Path) -> None:
    """For its owner alone; then the program offers to record that it was sent."""
    async with sitting(wizard(on_ready), BESIDE) as person:
        await at_letter(person, "follow-up")
        assert pointed(person) != "sent"
        for format, words in {"txt": "Plain text", "html": "A page", "eml": "A mail draft", "md": "Markdown"}.items():
            await person.go("s", "LetterFormatDialog")
            await take(person, words)
            await person.at("SaveDialog")
            path = tmp_path / f"follow-up-no-reasons.{format}"
            assert person.app.screen.query_one(Input).value == str(path)
            await person.go("enter", "LetterScreen")
            await person.shows("Saved to")
            assert pointed(person) == "sent"
            assert "Kim Example" in path.read_text(encoding="utf-8")
            assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert set(endings(tmp_path)) == set(LETTER_FORMATS)


def endings(folder: Path) -> list[str]:
    """The endings of the files in a folder."""
    return [path.suffix[1:] for path in folder.iterdir() if path.is_file()]


async def test_copying_claims_nothing(on_ready: Session) -> None:
    """It says what was done, and what to do if nothing arrived."""
    async with sitting(wizard(on_ready), BESIDE) as person:
        await at_letter(person, "follow-up")
        text = await write(person)
        await person.shows("Sent to the clipboard; paste to see whether it arrived.", "save the letter to a file")
        assert "copied" not in person.text.lower()
        assert flat(text) == shown_letter(person)


async def test_a_letter_goes_to_the_mail_program_whole_however_long(on_ready: Session) -> None:
    """By the one door to the outside; nothing is opened before one says so."""
    async with sitting(wizard(on_ready, {"DISPLAY": ":0"}), BESIDE) as person:
        await at_letter(person, "ask-friend")
        text = await write(person)
        await person.go("m", "LinkDialog")
        [short] = person.sent(LinkRequested)
        assert unquote(short.url).replace("\r\n", "\n").endswith(text.strip())
        await person.shows("with this letter in it", "Nothing is sent by this program.")
        await person.go("escape", "LetterScreen")
        await person.go("escape", "WelcomeBackScreen")
        await at_letter(person, "objection")
        text = await write(person)
        await person.go("m", "LinkDialog")
        long = person.sent(LinkRequested)[-1]
        assert unquote(long.url).replace("\r\n", "\n").endswith(text.strip())
        await person.shows("with this letter in it", "Objection to the use of my data")


async def test_the_ways_in_lead_through_the_door(on_ready: Session) -> None:
    """The office's form and site for a complaint."""
    async with sitting(wizard(on_ready), (120, 80)) as person:
        await at_letter(person, "complaint-to-authority")
        office = on_ready.snapshot.place.authority if on_ready.snapshot.place else None
        assert office
        await take(person, f"Site: {office.name}")
        await person.at("LinkDialog")
        assert person.sent(LinkRequested)[-1].url == office.url


async def test_sent_is_recorded_in_the_case(on_ready: Session) -> None:
    """With the day that one names."""
    async with sitting(wizard(on_ready), BESIDE) as person:
        await at_letter(person, "follow-up")
        await write(person)
        await take(person, "I sent it")
        await person.at("EventDateDialog")
        await person.shows("I wrote to Meta again")
        await person.go("enter", "LetterScreen")
    assert [(each.target, each.kind) for each in person.sent(EventRecorded)] == [(FACEBOOK, "follow-up")]
    assert on_ready.snapshot.requests[0].status == "followed-up"


async def test_an_objection_for_several_accounts_is_recorded_for_each(on_berlin: Session) -> None:
    """All of them at once, with one day."""
    async with sitting(wizard(on_berlin), BESIDE) as person:
        await at_letter(person, "objection")
        await write(person)
        await person.go("i", "SentDialog")
        await take(person, "For all of these")
        await person.at("EventDateDialog")
        await person.go("enter", "LetterScreen")
        await person.until(lambda: len([each for each in on_berlin.snapshot.requests if each.status == "waiting"]) >= 2)


async def test_a_message_to_a_friend_goes_into_the_contact_book(on_berlin: Session) -> None:
    """By the nickname in the message; other letters that belong to no request record nothing."""
    async with sitting(wizard(on_berlin), BESIDE) as person:
        await at_letter(person, "ask-friend")
        await write(person)
        await person.press("i")
        await person.until(lambda: bool(on_berlin.snapshot.contacts))
        assert on_berlin.snapshot.contacts == (Contact("Something that is true", "asked", on_berlin.today),)
        await person.go("escape", "WelcomeBackScreen")
        await at_letter(person, "ask-school")
        await write(person)
        await person.press("i")
        await person.shows("belongs to none of your requests")


# The editor.


@contextmanager
def in_front(_: WizardApp) -> Iterator[None]:
    """A terminal that can be handed over."""
    yield


def an_editor(folder: Path, act: str) -> dict[str, str]:
    """The environment of somebody whose editor does this with the text."""
    script = folder / "editor.py"
    script.write_text(
        f"import sys, pathlib\npath = pathlib.Path(sys.argv[1])\ntext = path.read_text()\n{act}\n", encoding="utf-8"
    )
    return {"EDITOR": f"{sys.executable} {script}"}


async def test_what_was_edited_is_what_goes_out(on_ready: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The form no longer changes it, nor is it lost when one looks elsewhere, until one takes the edit back."""
    monkeypatch.setattr(WizardApp, "suspend", in_front)
    env = an_editor(tmp_path, "path.write_text(text.replace('Dear Data Protection Team,', 'To whom it may concern,'))")
    async with sitting(wizard(on_ready, env), BESIDE) as person:
        await at_letter(person, "follow-up")
        await write(person)
        await person.press("e")
        await person.shows("You edited this text by hand")
        assert "To whom it may concern," in await write(person)
        await filled(person, "name", "Somebody Else")
        assert "Somebody Else" not in shown_letter(person)
        person.app.pop_screen()
        await at_letter(person, "follow-up")
        await person.shows("You edited this text by hand")
        await person.press("x")
        await person.shows("Nothing is missing.")
        assert "Somebody Else" in shown_letter(person)


@pytest.mark.parametrize(
    ("act", "says"), [("sys.exit(1)", "The editor ended with an error"), ("path.unlink()", "could not be used"), ("pass", "")]
)
async def test_an_editor_that_changes_nothing_changes_nothing(
    on_ready: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, act: str, says: str
) -> None:
    """What went wrong is said in a sentence."""
    monkeypatch.setattr(WizardApp, "suspend", in_front)
    async with sitting(wizard(on_ready, an_editor(tmp_path, act)), BESIDE) as person:
        await at_letter(person, "follow-up")
        before = await write(person)
        await person.press("e")
        await person.shows(says)
        assert await write(person) == before


async def test_without_an_editor_it_says_so(on_ready: Session) -> None:
    """And names another way; the same where the terminal cannot be handed over."""
    for env, says in (({}, "No editor is known here."), ({"EDITOR": "vi"}, "cannot be handed to an editor")):
        async with sitting(wizard(on_ready, env), BESIDE) as person:
            await at_letter(person, "follow-up")
            await write(person)
            await person.press("e")
            await person.shows(says)


# Text that is not ours.


@pytest.mark.parametrize("text", HOSTILE)
async def test_what_is_typed_into_a_letter_is_words(on_refused: Session, text: str) -> None:
    """In every blank with text, in the form, the preview, the questions about it, and on the way out."""
    async with sitting(wizard(on_refused), BESIDE) as person:
        await at_letter(person, "follow-up")
        for blank in ("own",):
            await opened(person, blank)
            person.app.screen.query_one(TextArea).text = ""
            await person.paste(text)
            harmless(person)
            await person.go("escape", "LetterScreen")
            harmless(person)
        for blank in ("name", "sent"):
            await opened(person, blank)
            person.app.screen.query_one(Input).value = ""
            await person.paste(text)
            harmless(person)
            await person.press("enter")
            harmless(person)
            await person.go("escape", "LetterScreen") if person.at_now == "FieldDialog" else None
            await person.at("LetterScreen")
            harmless(person)


@pytest.mark.parametrize("skipped", [False, True])
async def test_a_complaint_asks_first_for_the_region_that_names_the_authority(state: Path, skipped: bool) -> None:
    """That one question and no other; whoever skips it finds the blank for the authority in the form."""
    on = session(state, living_in("DE", visibility=()), [*REFUSED])
    async with sitting(wizard(on), BESIDE) as person:
        await person.at("WelcomeBackScreen")
        person.app.open_screen("letter.LetterScreen", "complaint-to-authority", FACEBOOK)
        await person.at("InterviewScreen")
        await person.until(lambda: "Which authority takes this complaint" in flat(person.text))
        if skipped:
            await person.press("ctrl+s")
        else:
            await person.press("b", "e", "r", "enter")
        await person.at("LetterScreen")
        missing = [blank.id for blank in person.app.screen.draft().missing]  # type: ignore[attr-defined]
        assert ("office" in missing) is skipped
        assert ("Berliner Beauftragte" in shown_letter(person)) is not skipped
