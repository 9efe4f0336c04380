"""Keys: declared once, as many shown as fit, no letter with two meanings, none while one types."""

import pkgutil
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from string import ascii_lowercase, digits

import pytest
from textual.binding import Binding
from textual.widgets import Input, TextArea

from tests.catalogues import interface_languages
from tests.tui.making import Sitting, session, sitting, wizard
from wizard.i18n import speaking
from wizard.storage.session import Session
from wizard.tui import screens
from wizard.tui.app import WizardApp
from wizard.tui.guarded_screen import GuardedScreen
from wizard.tui.keys import FIND_KEY, GLOBAL, HELP, LEAVE, UNDO, Key
from wizard.tui.messages import Answered, EventRecorded, NoteWritten, SaveRequested
from wizard.tui.screens.base import WizardScreen
from wizard.tui.screens.dialog import Dialog
from wizard.tui.screens.step import StepScreen
from wizard.tui.widgets.frame import bar_width, main_key, select_bar_keys
from wizard.views.key_texts import KeyText

LETTERS = f"{ascii_lowercase}{digits}"
Shown = type[WizardScreen] | type[Dialog]


def every_screen() -> Iterator[Shown]:
    """All screens and dialogs of the wizard."""
    for module in pkgutil.iter_modules(screens.__path__):
        for kind in vars(import_module(f"{screens.__name__}.{module.name}")).values():
            if (
                isinstance(kind, type)
                and issubclass(kind, (WizardScreen, Dialog))
                and kind.__module__.endswith(f".{module.name}")
            ):
                yield kind


SCREENS = sorted(set(every_screen()), key=lambda kind: kind.__name__)
each_screen = pytest.mark.parametrize("screen", SCREENS, ids=lambda kind: kind.__name__)


def bound(screen: Shown, key: str) -> list[Binding]:
    """What a key is bound to on a screen."""
    return screen._merge_bindings().key_to_bindings.get(key, [])


def pressed(keys: tuple[Key, ...]) -> list[tuple[str, str]]:
    """Each single key with the action it calls."""
    return [(key, each.action) for each in keys for key in each.key.split(",")]


@each_screen
def test_what_a_screen_declares_is_what_is_bound(screen: Shown) -> None:
    """Every declared key calls its action, and its name in the bar is the one for people."""
    for key in screen.KEYS:
        for single in key.key.split(","):
            found = [binding for binding in bound(screen, single) if binding.action == key.action]
            shown = [(binding.key_display, binding.description, binding.tooltip) for binding in found]
            assert (key.name, key.label, key.help) in shown
            assert {name for name, *_ in shown} == {key.name}


@each_screen
def test_every_key_has_an_action_or_belongs_to_the_list_below_the_cursor(screen: Shown) -> None:
    """No key is offered that does nothing: only Enter may be left to the field or list that has the focus."""
    for key in screen.KEYS:
        owner, _, action = key.action.partition("(")[0].rpartition(".")
        target = WizardApp if owner == "app" else screen
        assert hasattr(target, f"action_{action}") or key.key == "enter", key


WIDTHS = (36, 56, 76, 96, 116, 196)


@each_screen
@pytest.mark.parametrize("width", WIDTHS)
def test_the_bar_shows_what_fits_the_width(screen: Shown, width: int) -> None:
    """One row with the help at its end, from 60 columns on also the search and the way back; a wider bar shows no fewer keys.

    The search gives way to a first key that records something: it is what one comes to the page for.
    """
    is_dialog = issubclass(screen, Dialog)
    shown = select_bar_keys(screen.KEYS, width, typing=False, finds=not is_dialog)
    assert bar_width(shown) <= width
    assert all(key.label for key in screen.KEYS if key.in_bar)
    if screen.__name__ != "HelpDialog":
        assert shown[-1] == HELP
        assert is_dialog != (FIND_KEY in shown) or width < (76 if screen.KEYS[0].records else 56)
    ways_back = {key.label for key in screen.KEYS if key.in_bar and key.action in ("back", "close")}
    assert ways_back <= {key.label for key in shown} or width < 56
    wider = select_bar_keys(screen.KEYS, width + 40, typing=False, finds=not is_dialog)
    assert len(wider) >= len(shown)


@each_screen
@pytest.mark.parametrize("language", interface_languages(Path(__file__).parents[2]))
def test_a_narrow_bar_keeps_the_main_key_in_every_language(screen: Shown, language: str) -> None:
    """Enter, or else the first key, is what one comes to the page for: other keys, the search and the way back give way to it."""
    with speaking(language):
        main = main_key([key for key in screen.KEYS if key.in_bar])
        for width in WIDTHS:
            shown = select_bar_keys(screen.KEYS, width, typing=False, finds=not issubclass(screen, Dialog))
            assert bar_width(shown) <= width
            assert main is None or main in shown


@pytest.mark.parametrize("language", interface_languages(Path(__file__).parents[2]))
def test_the_key_that_records_a_step_stays_in_a_narrow_bar(language: str) -> None:
    """Beside Enter, which opens its link, from 60 columns on in every language; the search gives way to it."""
    with speaking(language):
        shown = select_bar_keys(StepScreen.KEYS, 56, typing=False)
        assert {"d", "enter"} <= {key.key.split(",")[0] for key in shown}


def test_what_gives_way_on_a_full_bar() -> None:
    """First leaving, then undo, then what is last; while one types find and help have other keys, as their signs are text."""
    keys = tuple(Key(name, name, KeyText("word", f"{name}.")) for name in "abcd")
    back, undo, leave = Key("escape", "back", KeyText("back", "Back.")), UNDO, LEAVE
    everything = (*keys, back, undo, leave)

    def names(width: int, *, typing: bool = False) -> list[str]:
        return [key.name for key in select_bar_keys(everything, width, typing=typing)]

    full = bar_width(select_bar_keys(everything, 1000, typing=False))
    assert names(full) == ["a", "b", "c", "d", "escape", "u", "q", "/", "?"]
    assert names(full - 1) == ["a", "b", "c", "d", "escape", "u", "/", "?"]
    assert names(40) == ["a", "escape", "/", "?"]
    assert names(30) == ["a", "escape", "?"]
    assert names(20) == ["a", "?"]
    assert names(full + 10, typing=True)[-2:] == ["ctrl+p", "f1"]


def test_a_wide_bar_shows_keys_that_a_narrow_one_leaves_out() -> None:
    """A key that is not declared for the bar is shown where there is room, unless it only scrolls or is a number."""
    keys = (
        Key("a", "a", KeyText("word", "A.")),
        Key("p", "p", KeyText("paper", "P."), in_bar=False),
        Key("9", "open(9)", KeyText("link", "L."), in_bar=False),
    )
    assert [key.name for key in select_bar_keys(keys, 30, typing=False)] == ["a", "/", "?"]
    assert [key.name for key in select_bar_keys(keys, 60, typing=False)] == ["a", "p", "/", "?"]


TYPED_IN = {"InterviewScreen", "AuditScreen", "ReadingScreen"}
"""Pages with a field in which q is a letter, or with work that is under way."""


@each_screen
def test_q_leaves_from_every_page(screen: Shown) -> None:
    """Except where it is typed; a dialog is closed first."""
    if screen.KEYS and not issubclass(screen, Dialog) and screen.__name__ not in TYPED_IN:
        assert [key.action for key in screen.KEYS if "q" in key.key.split(",")] == ["app.leave"]


@each_screen
def test_no_key_means_two_things_on_one_screen(screen: Shown) -> None:
    """A key has one action; the keys that work everywhere keep theirs."""
    meanings: dict[str, set[str]] = {}
    everywhere = [(key, f"app.{action}") for key, action in pressed(GLOBAL)] if issubclass(screen, WizardScreen) else []
    for key, action in [*pressed(screen.KEYS), *everywhere]:
        meanings.setdefault(key, set()).add(action)
    assert {key: actions for key, actions in meanings.items() if len(actions) > 1} == {}


BASES = ("WizardScreen", "StepsScreen", "LetterActionsScreen", "Dialog", "PageScreen", "SideScreen", "PageDialog", "FirstScreen")
"""Classes that are never shown themselves."""


@each_screen
def test_every_screen_says_what_it_is_for_and_how_to_leave_it(screen: Shown) -> None:
    """The help has a sentence for each, each key has one, and a key leads away from it."""
    if screen.__name__ in (
        "WizardScreen",
        "StepsScreen",
        "LetterActionsScreen",
        "Dialog",
        "PageScreen",
        "SideScreen",
        "PageDialog",
        "FirstScreen",
    ):
        return
    has_own = screen.purpose is not GuardedScreen.purpose
    assert screen.PURPOSE or has_own or screen.__name__ == "HelpDialog"
    assert all(key.help.endswith(".") for key in screen.KEYS)
    ways = {action for _, action in pressed(screen.KEYS)}
    assert ways & {"back", "close", "app.leave", "answers", "go_on"}


def test_what_works_everywhere_has_a_sentence_too() -> None:
    """The keys of the app are declared in the same way."""
    assert all(key.help.endswith(".") and key.label for key in GLOBAL)
    for key in GLOBAL:
        for single in key.key.split(","):
            assert WizardApp._merge_bindings().key_to_bindings[single][0].action == key.action


async def only_typed(person: Sitting) -> None:
    """Type all letters, digits and signs into what has the focus: the screen stays, and they are text."""
    before, field = person.app.screen, person.app.focused
    signs = LETTERS + "?+-= "
    await person.write(signs)
    assert person.app.screen is before
    assert person.app.focused is field
    assert isinstance(field, (Input, TextArea))
    assert (field.value if isinstance(field, Input) else field.text) == signs
    assert not any(person.sent(kind) for kind in (Answered, EventRecorded, NoteWritten, SaveRequested))


async def test_no_letter_is_a_key_where_a_country_is_typed(state: Path) -> None:
    """The field of the first question takes every letter."""
    async with sitting(wizard(session(state))) as person:
        await person.at("WelcomeScreen")
        await person.go("enter", "InterviewScreen")
        await only_typed(person)


async def test_no_letter_is_a_key_in_a_dialog_with_a_field(on_berlin: Session) -> None:
    """A reason, a note and a file name take every letter."""
    async with sitting(wizard(on_berlin)) as person:
        await person.at("WelcomeBackScreen")
        await person.go("p", "BoardScreen")
        await person.go("x", "ReasonDialog")
        await person.press("tab")
        await only_typed(person)
        await person.go("escape", "BoardScreen")
        await person.go("enter", "StepScreen")
        await person.go("n", "NoteDialog")
        await only_typed(person)
        await person.go("escape", "StepScreen")
        await person.go("b", "BoardScreen")
        await person.go("p", "DocumentScreen")
        await person.go("s", "SaveDialog")
        person.app.screen.query_one(Input).value = ""
        await only_typed(person)
