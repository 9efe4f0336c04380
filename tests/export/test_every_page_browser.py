"""Every other page that the program writes, in a real browser: short plans, single steps, letters. None shuts anybody out."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.export.browser import Browser, browser, find_chromium
from tests.export.letters_golden import documents
from tests.export.test_html_browser import ALL_RULES, AXE, FOUND, needs_axe
from tests.running import needs_tool
from tests.samples import PEOPLE
from wizard.export import PLAN_FORMATS
from wizard.export.plan.single_step import STEP_FORMATS

CHROMIUM = find_chromium()
pytestmark = needs_tool(CHROMIUM is not None, "there is no Chromium on the PATH; .ci/browser installs it")


@pytest.fixture(scope="module")
def tab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """One browser for all tests of this module."""
    with browser(CHROMIUM or "", tmp_path_factory.mktemp("browser")) as opened:
        yield opened


def pages() -> dict[str, str]:
    """The pages by name."""
    found = {}
    for name, make in PEOPLE.items():
        snapshot = make()
        found[f"{name}-short"] = PLAN_FORMATS["html"](snapshot, snapshot.steps)
        found[f"{name}-selection"] = PLAN_FORMATS["html"](snapshot, snapshot.best_within(15))
        found[f"{name}-step"] = STEP_FORMATS["html"](snapshot, snapshot.steps[0])
        found[f"{name}-done"] = STEP_FORMATS["html"](snapshot, snapshot.steps[-1])
    return found | {name: write() for name, write in documents().items() if name.endswith(".html")}


@needs_axe
@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("name", pages())
def test_nobody_is_shut_out(tab: Browser, tmp_path: Path, name: str, dark: bool) -> None:
    """Not one violation of what axe knows to check; nothing is loaded, nothing breaks the rules of the page."""
    path = tmp_path / "page.html"
    path.write_text(pages()[name], encoding="utf-8")
    tab.show(path, 390, dark=dark)
    tab.ask(AXE.read_text(encoding="utf-8"))
    found = tab.ask(f"{ALL_RULES}.then({FOUND})")
    assert found["failed"] == []
    assert "landmark-one-main" in found["passed"]
    assert tab.complaints == []
