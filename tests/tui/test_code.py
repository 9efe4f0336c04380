"""QR codes: what the screen shows is scanned as a phone would scan it, and says the address."""

import pytest
import zxingcpp
from rich.color import Color
from rich.segment import Segment

from tests.tui.making import Sitting, sitting, wizard
from wizard.storage.session import Session
from wizard.tui import themes

DOT = 4
"""How many points of the picture a square of the code is wide and high."""
HALVES = {" ": (0, 0), "▀": (1, 0), "▄": (0, 1), "█": (1, 1)}
LINKS = (
    "https://www.facebook.com/help/contact/712876720715583",
    "https://help.instagram.com/contact/767264225370182",
    "https://www.datenschutz-berlin.de/beschwerde/?a=1&b=%C3%A9",
)


def grey(colour: Color | None, otherwise: int) -> int:
    """How light a colour is, from 0 to 255."""
    return sum(colour.get_truecolor()) // 3 if colour and not colour.is_default else otherwise


def halves(segment: Segment) -> list[tuple[int, int]]:
    """The upper and the lower half of each cell of a segment, as light as they are drawn."""
    style = segment.style
    ink, paper = grey(style.color if style else None, 255), grey(style.bgcolor if style else None, 0)
    shades = (paper, ink)
    return [(shades[up], shades[down]) for up, down in (HALVES.get(sign, (0, 0)) for sign in segment.text)]


def picture(person: Sitting) -> memoryview:
    """The screen on top as a grey picture, drawn from its cells: letters become their background, half blocks are drawn."""
    rows: list[bytes] = []
    for strip in person.app.screen._compositor.render_strips():
        cells = [half for segment in strip for half in halves(segment)]
        for half in (0, 1):
            line = b"".join(bytes([cell[half]]) * DOT for cell in cells)
            rows += [line] * DOT
    return memoryview(b"".join(rows)).cast("B", (len(rows), len(rows[0])))


@pytest.mark.parametrize("theme", [theme.name for theme in themes.OWN_THEMES])
@pytest.mark.parametrize("link", LINKS)
async def test_a_code_on_screen_says_the_address(on_berlin: Session, link: str, theme: str) -> None:
    """In every theme, on the smallest usual terminal: dark squares on light ground, with a quiet edge around them."""
    on_berlin.set_setting("theme", theme)
    async with sitting(wizard(on_berlin)) as person:
        await person.at("WelcomeBackScreen")
        person.app.open_screen("link.LinkDialog", "A link", link, True)
        await person.at("LinkDialog")
        await person.until(lambda: "▀" in person.text)
        found = zxingcpp.read_barcodes(picture(person))
    assert [each.text for each in found] == [link]


async def test_an_address_that_is_too_long_for_a_code_says_so(on_berlin: Session) -> None:
    """Nothing is drawn that could not be scanned."""
    async with sitting(wizard(on_berlin)) as person:
        await person.at("WelcomeBackScreen")
        person.app.open_screen("link.LinkDialog", "A link", f"https://example.org/{'x' * 4_000}", True)
        await person.at("LinkDialog")
        await person.shows("too long for a code")
        assert "▀" not in person.text
