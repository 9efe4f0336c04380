"""The page of an audit in a real browser: readable by everyone, in light and dark, on a phone and on paper; it loads nothing."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.running import needs_tool

from .audits import changes, document, emptied, full, hostile
from .browser import Browser, browser, find_chromium

CHROMIUM = find_chromium()
AXE = Path(__file__).parents[2] / ".browser" / "node_modules" / "axe-core" / "axe.min.js"
RUN = "axe.run(document, {rules: {'target-size': {enabled: true}}})"
FOUND = (
    "found => ({passed: found.passes.map(each => each.id), failed: found.violations.map(each => [each.id, each.nodes[0].html])})"
)
SEEN = "(selector => getComputedStyle(document.querySelector(selector)))"
NAMES = ("full", "compared", "hostile")

pytestmark = needs_tool(CHROMIUM is not None, "there is no Chromium on the PATH; .ci/browser installs it")
needs_axe = needs_tool(AXE.exists(), "there is no axe-core; .ci/browser fetches it with npm")


@pytest.fixture(scope="module")
def tab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """One browser for all tests of this module."""
    with browser(CHROMIUM or "", tmp_path_factory.mktemp("browser")) as opened:
        yield opened


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The pages, as files."""
    folder = tmp_path_factory.mktemp("pages")
    made = {
        "full": document("html", full()),
        "compared": document("html", emptied(), changes()),
        "hostile": document("html", hostile()),
    }
    for name, words in made.items():
        (folder / f"{name}.html").write_text(words, encoding="utf-8")
    return {name: folder / f"{name}.html" for name in made}


@needs_axe
@pytest.mark.parametrize("width", [1000, 390])
@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("name", NAMES)
def test_nobody_is_shut_out(tab: Browser, pages: dict[str, Path], name: str, dark: bool, width: int) -> None:
    """Not one violation of what axe knows to check, with everything that can be folded out."""
    tab.show(pages[name], width, dark=dark)
    tab.ask("document.querySelectorAll('details').forEach(each => each.open = true)")
    tab.ask(AXE.read_text(encoding="utf-8"))
    found = tab.ask(f"{RUN}.then({FOUND})")
    assert found["failed"] == []
    assert {"color-contrast", "svg-img-alt", "region", "skip-link", "heading-order", "td-headers-attr"} <= {*found["passed"]}


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("name", NAMES)
def test_it_loads_nothing_and_breaks_none_of_its_rules(tab: Browser, pages: dict[str, Path], name: str, dark: bool) -> None:
    """One request, for the file itself; the chart has the colour of light and of dark."""
    tab.show(pages[name], dark=dark)
    assert tab.ask(f"{SEEN}('.bars').fill") == ("rgb(143, 188, 255)" if dark else "rgb(10, 82, 153)")
    assert tab.ask(f"{SEEN}('body').backgroundColor") == ("rgb(21, 24, 28)" if dark else "rgb(255, 255, 255)")
    assert tab.complaints == []
    assert [url for url in tab.requests if not url.startswith("data:,")] == [pages[name].as_uri()]


@pytest.mark.parametrize("width", [320, 390, 768, 1000, 1920])
@pytest.mark.parametrize("name", NAMES)
def test_nothing_sticks_out(tab: Browser, pages: dict[str, Path], name: str, width: int) -> None:
    """What is too wide for a phone scrolls in its own frame, and the frame takes the focus."""
    tab.show(pages[name], width)
    tab.ask("document.querySelectorAll('details').forEach(each => each.open = true)")
    assert tab.ask("document.documentElement.scrollWidth") <= width
    assert tab.ask("[...document.querySelectorAll('.scroll')].every(each => each.tabIndex == 0 && each.ariaLabel)")


def test_years_can_be_read_on_a_phone(tab: Browser, pages: dict[str, Path]) -> None:
    """The letters below the bars are not shrunk with the chart."""
    tab.show(pages["full"], 390)
    assert tab.ask("document.querySelector('.chart text:not(.most)').getBoundingClientRect().height") > 9


@pytest.mark.parametrize("name", NAMES)
def test_all_of_it_is_printed(tab: Browser, pages: dict[str, Path], name: str) -> None:
    """Dark on white, nothing cut off, and the folded years with it."""
    tab.show(pages[name], 680, dark=True, media="print")
    assert tab.ask("document.documentElement.scrollWidth") <= 680
    assert tab.ask(f"{SEEN}('body').color") == "rgb(27, 31, 36)"
    assert tab.ask("document.querySelector('details table').getBoundingClientRect().height") > 30
    sheets = re.findall(rb"/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)", tab.paper(8.27, 11.69))
    assert {(round(float(wide)), round(float(high))) for wide, high in sheets} == {(596, 842)}
