"""Every other page that the program writes, in a real browser: short plans, single steps, letters. None shuts anybody out."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.export.browser import Browser, browser, find_chromium
from tests.export.letters_golden import documents
from tests.export.test_html_browser import ALL_RULES, AXE, FOUND, needs_axe
from tests.running import needs_tool
from tests.samples import PEOPLE, germany
from wizard.check.sample_plans import NAMED_PEOPLE, parse_sample
from wizard.content.content_loader import load_shipped_content
from wizard.content.language_choice import interface_languages
from wizard.core.snapshot import build_snapshot
from wizard.export import FULL_FORMATS, PLAN_FORMATS
from wizard.export.plan.single_step import STEP_FORMATS
from wizard.i18n import SOURCE_LANGUAGE, speaking

CHROMIUM = find_chromium()
pytestmark = needs_tool(CHROMIUM is not None, "there is no Chromium on the PATH; .ci/browser installs it")


@pytest.fixture(scope="module")
def tab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """One browser for all tests of this module."""
    with browser(CHROMIUM or "", tmp_path_factory.mktemp("browser")) as opened:
        yield opened


def pages() -> dict[str, Callable[[], str]]:
    """The pages by name, each written when it is asked for."""
    found: dict[str, Callable[[], str]] = {}
    for name, make in PEOPLE.items():
        found[f"{name}-short"] = lambda make=make: PLAN_FORMATS["html"](make(), make().steps)  # type: ignore[misc]
        found[f"{name}-selection"] = lambda make=make: PLAN_FORMATS["html"](make(), make().best_within(15))  # type: ignore[misc]
        found[f"{name}-step"] = lambda make=make: STEP_FORMATS["html"](make(), make().steps[0])  # type: ignore[misc]
        found[f"{name}-done"] = lambda make=make: STEP_FORMATS["html"](make(), make().steps[-1])  # type: ignore[misc]
    return found | {name: write for name, write in documents().items() if name.endswith(".html")}


@needs_axe
@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("name", pages())
def test_nobody_is_shut_out(tab: Browser, tmp_path: Path, name: str, dark: bool) -> None:
    """Not one violation of what axe knows to check; nothing is loaded, nothing breaks the rules of the page."""
    check_page(tab, tmp_path, pages()[name](), 390, dark=dark)


@pytest.mark.exhaustive
@needs_axe
@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("language", [each for each in interface_languages() if each != SOURCE_LANGUAGE])
def test_nobody_is_shut_out_in_any_language(tab: Browser, tmp_path: Path, language: str, width: int, dark: bool) -> None:
    """The same in each language that is offered: the page says which one it is in, and longer words have room."""
    with speaking(language):
        answers = parse_sample(NAMED_PEOPLE["an ordinary person in Bavaria"])
        snapshot = build_snapshot(load_shipped_content(), answers, (), germany().today)
        for formats in (PLAN_FORMATS, FULL_FORMATS):
            check_page(tab, tmp_path, formats["html"](snapshot, snapshot.steps), width, dark=dark)
            assert tab.ask("document.documentElement.lang").startswith(language)


def check_page(tab: Browser, folder: Path, page: str, width: int, *, dark: bool) -> None:
    """Show a page as wide as this, and look for what shuts somebody out."""
    path = folder / "page.html"
    path.write_text(page, encoding="utf-8")
    tab.show(path, width, dark=dark)
    tab.ask(AXE.read_text(encoding="utf-8"))
    found = tab.ask(f"{ALL_RULES}.then({FOUND})")
    assert found["failed"] == []
    assert "landmark-one-main" in found["passed"]
    assert tab.complaints == []
    assert tab.ask("document.documentElement.scrollWidth") <= width
