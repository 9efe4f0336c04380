"""Colours: every text can be read in every theme, and who wants no colours gets none."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from rich.color import ColorType
from rich.console import Console
from rich.style import Style as RichStyle
from textual.color import Color
from textual.theme import Theme

from tests.tui.making import BERLIN, Sitting, session, sitting, wizard
from wizard.storage.session import Session
from wizard.tui import themes
from wizard.tui.guarded_screen import GuardedScreen
from wizard.tui.page_picture import black_out
from wizard.tui.search_items import ItemSearch

ENOUGH = 4.5
BLOCKS = {" ", *map(chr, range(0x2580, 0x25A0))}
"""What lines, bars and QR codes are drawn with: no words."""
FORM = "objection/facebook-form"
COLOURED = [theme for theme in themes.OWN_THEMES if not theme.ansi]
each_theme = pytest.mark.parametrize("theme", COLOURED, ids=lambda theme: theme.name)
FRAMES = set(" ─│┌┐└┘╭╮╰╯")
"""The frames of panels, which say nothing by themselves: each panel has a title."""


def luminance(colour: Color) -> float:
    """How light a colour is, as WCAG counts it."""
    parts = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour.normalized]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: Color, other: Color) -> float:
    """The contrast of two colours, from 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", [*COLOURED, *map(themes.readable_theme, themes.OTHER_NAMES)], ids=lambda theme: theme.name)
def test_every_pair_of_a_theme_has_enough_contrast(theme: Theme) -> None:
    """Text, quiet text, accent, alert and good on the ground and on what is raised; what stands on a cursor."""
    named = theme.variables
    texts = {theme.foreground, theme.accent, named["quiet"], named["alert"], named["good"]}
    assert themes.readable_theme(theme.name) == theme
    pairs = {(text, ground) for text in texts for ground in (theme.background, named["raised"])}
    pairs |= {(named[f"{cursor}-foreground"], named[f"{cursor}-background"]) for cursor in
              ("block-cursor", "block-cursor-blurred", "input-cursor")}  # fmt: skip
    found = {(a, b): contrast(Color.parse(str(a)), Color.parse(str(b))) for a, b in pairs}
    assert {pair: ratio for pair, ratio in found.items() if ratio < ENOUGH} == {}


def test_the_contrast_is_counted_as_the_standard_does() -> None:
    """Black on white is 21, equal colours are 1, and a known grey is what others say."""
    white, black, grey = (Color.parse(name) for name in ("#ffffff", "#000000", "#767676"))
    assert contrast(black, white) == pytest.approx(21)
    assert contrast(grey, grey) == 1
    assert contrast(grey, white) == pytest.approx(4.54, abs=0.01)


def words(person: Sitting) -> Iterator[tuple[str, RichStyle]]:
    """The texts on screen with their styles, what shines through behind a dialog left out."""
    screen = person.app.screen
    room = next((part.region for part in screen.query("#dialog")), screen.region)
    for line in screen._compositor.render_strips()[room.y : room.bottom]:
        for segment in line.crop(room.x, room.right):
            if segment.text.strip() and segment.style:
                yield segment.text, segment.style


def unreadable(person: Sitting) -> dict[str, float]:
    """The texts on screen whose contrast is too low."""
    found = {}
    for text, style in words(person):
        assert style.color is not None
        assert style.bgcolor is not None
        ratio = contrast(Color.from_rich_color(style.color), Color.from_rich_color(style.bgcolor))
        if ratio < ENOUGH and set(text) - BLOCKS - FRAMES:
            found[f"{text} {style}"] = ratio
    return found


PAGES = (
    ("board.BoardScreen",),
    ("action.ActionScreen", "objection"),
    ("step.StepScreen", FORM),
    ("reader.ArticleScreen", "alternatives"),
    ("requests.RequestScreen", "case/facebook"),
    ("letters.LettersScreen",),
    ("letter.LetterScreen", "follow-up"),
    ("reader.LegalStatementsScreen", "objection-eu"),
    ("contacts.ContactsScreen",),
    ("audit.AuditScreen",),
    ("contacts.NicknameDialog",),
    ("interview.InterviewScreen", "country"),
    ("interview.InterviewScreen", "people"),
    ("review.ReviewScreen",),
    ("dialogs.ReasonDialog",),
    ("dialogs.NoteDialog", FORM),
    ("link.LinkDialog", "Form", "https://example.org"),
)


@each_theme
async def test_every_text_on_screen_can_be_read(state: Path, theme: Theme) -> None:
    """Lists, links, fields with and without text, bold words, due days, dialogs, the palette, what went wrong."""
    on = session(state, BERLIN | {"people": ()}, [(FORM, "done")])
    on.set_setting("theme", theme.name)
    async with sitting(wizard(on), (100, 60)) as person:
        await person.at("WelcomeBackScreen")
        assert unreadable(person) == {}
        for name, *arguments in PAGES:
            given = [on.snapshot.open_steps[0].id] if name == "dialogs.ReasonDialog" else arguments
            person.app.open_screen(name, *given)
            await person.at(name.partition(".")[2])
            person.app.show_status("Something was done.")
            person.app.show_status("Something went wrong.", wrong=True)
            await person.shows("Something went wrong.")
            assert unreadable(person) == {}, name
            if name == "interview.InterviewScreen":
                await person.press("backspace", "z", "z", "z", "z")
                assert unreadable(person) == {}, name
            person.app.pop_screen()
            await person.at("WelcomeBackScreen")
        await person.press("ctrl+p")
        await person.at("SearchDialog")
        offered = on.snapshot.open_steps[2].step.title  # one of the next steps, which the dialog lists before anything is typed
        await person.until(lambda: offered in person.text)
        assert unreadable(person) == {}
        await person.write("camera")
        await person.until(lambda: offered not in person.text)
        assert unreadable(person) == {}


async def test_who_wants_no_colours_gets_the_terminals_own(state: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With NO_COLOR the kept theme is not used, and no text asks for a colour."""
    on = session(state, BERLIN)
    on.set_setting("theme", themes.DARK.name)
    monkeypatch.setenv("NO_COLOR", "1")
    async with sitting(wizard(on, {"NO_COLOR": "1"})) as person:
        await person.at("WelcomeBackScreen")
        assert person.app.theme == themes.TERMINAL.name
        for key, name in (("p", "BoardScreen"), ("enter", "StepScreen"), ("n", "NoteDialog")):
            await person.go(key, name)
            asked = [(text, colour) for text, style in words(person) for colour in (style.color, style.bgcolor) if colour]
            assert [each for each in asked if each[1].type != ColorType.DEFAULT] == []


async def test_a_theme_is_shown_before_it_is_kept(on_berlin: Session) -> None:
    """The cursor shows each theme; Esc brings back the old one, Enter keeps the new one, also one of Textual."""
    async with sitting(wizard(on_berlin)) as person:
        await person.at("WelcomeBackScreen")
        person.app.action_choose_theme()
        await person.at("ThemeDialog")
        await person.press("down")
        await person.until(lambda: person.app.theme == themes.LIGHT.name)
        await person.go("escape", "WelcomeBackScreen")
        assert person.app.theme == themes.DARK.name
        person.app.action_choose_theme()
        await person.at("ThemeDialog")
        await person.press("end")
        await person.until(lambda: person.app.theme == themes.OTHER_NAMES[-1])
        await person.go("enter", "WelcomeBackScreen")
        await person.shows(f"Colours: {themes.OTHER_NAMES[-1]}.")
    again = wizard(on_berlin)
    assert again.theme == themes.OTHER_NAMES[-1]
    async with sitting(again) as person:
        await person.at("WelcomeBackScreen")
        assert unreadable(person) == {}


@pytest.mark.parametrize(
    ("words", "found"),
    [("theme", "Theme"), ("dark mode", "Theme"), ("colour", "Theme"), ("quit", "Leave"), ("exit", "Leave"),
     ("screenshot", "Save a picture"), ("print", "file, on paper"), ("pdf", "file, on paper"),
     ("export my plan", "file, on paper"),
     ("refuse", "Object"), ("form", "objection form")],
)  # fmt: skip
def test_the_search_knows_peoples_own_words(on_berlin: Session, words: str, found: str) -> None:
    """What people call it leads to it: among the first three."""
    items, _ = ItemSearch(wizard(on_berlin), GuardedScreen()).find(words)
    assert any(found.lower() in item.title.lower() for item in items[:3]), [item.title for item in items[:5]]


async def test_a_picture_of_a_page_hides_names(state: Path, tmp_path: Path) -> None:
    """What the user typed about people is black in it; the rest is as on screen."""
    on = session(state, BERLIN, [("contact/Margarete", "asked")])
    async with sitting(wizard(on, {"HOME": str(tmp_path)}), (120, 40)) as person:
        await person.at("WelcomeBackScreen")
        person.app.open_screen("contacts.ContactsScreen")
        await person.at("ContactsScreen")
        await person.shows("Margarete")
        person.app.action_save_picture()
        await person.shows("Names are blacked out.")
    [picture] = tmp_path.rglob("protect-my-photos.svg")
    drawn = picture.read_text(encoding="utf-8")
    assert "Margarete" not in drawn
    assert "█████████" in drawn
    assert "People" in drawn


@pytest.mark.parametrize(
    ("drawn", "words", "black"),
    [
        ('<text class="Ann">Ann &amp; Anna</text>', {"Ann", "Anna"}, '<text class="Ann">███ &amp; ████</text>'),
        ("<text>a&lt;b</text>", {"a<b"}, "<text>███</text>"),
        ("<text>none</text>", set[str](), "<text>none</text>"),
    ],
)
def test_words_are_blacked_out_in_texts_only(drawn: str, words: set[str], black: str) -> None:
    """Longer words first, and never a part of a tag."""
    assert black_out(f"</style>{drawn}", words) == f"</style>{black}"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no TERM")
@pytest.mark.parametrize(
    ("env", "theme"),
    [
        ({"TERM": "xterm-256color"}, "calm-light"),
        ({"TERM": "xterm-kitty"}, "calm-light"),
        ({"TERM": "foot", "COLORTERM": "truecolor"}, "calm-light"),
        ({"TERM": "linux", "COLORTERM": "24bit"}, "calm-light"),
        ({}, "calm-light"),
        ({"TERM": "linux"}, "terminal"),
        ({"TERM": "xterm"}, "terminal"),
        ({"TERM": "xterm-16color", "COLORTERM": ""}, "terminal"),
        ({"TERM": "xterm-256color", "NO_COLOR": "1"}, "terminal"),
    ],
    ids=str,
)
def test_a_terminal_with_few_colours_has_its_own(env: dict[str, str], theme: str) -> None:
    """Whatever was chosen elsewhere: reduced to 16 colours, a theme cannot be read. What counts is what Rich makes of it."""
    assert themes.initial_theme("calm-light", env) == theme
    system = Console(force_terminal=True, _environ=env).color_system
    assert themes.has_few_colours(env) == (system == "standard" and "TERM" in env)
