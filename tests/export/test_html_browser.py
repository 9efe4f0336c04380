"""The page in a real browser: readable by everyone, in light and dark, on screens and on paper; and it loads nothing."""

import re
from collections.abc import Callable, Iterator, Mapping
from io import BytesIO
from pathlib import Path
from unicodedata import normalize

import pytest
from pypdf import PdfReader

from tests.export.browser import Browser, browser, find_chromium
from tests.making import event, said
from tests.running import needs_tool
from tests.samples import germany
from wizard.check.sample_plans import NAMED_PEOPLE, parse_sample
from wizard.content.content_loader import load_shipped_content
from wizard.core.snapshot import build_snapshot
from wizard.export import FULL_FORMATS, PLAN_FORMATS

CHROMIUM = find_chromium()
AXE = Path(__file__).parents[2] / ".browser" / "node_modules" / "axe-core" / "axe.min.js"
A4, LETTER = (8.27, 11.69), (8.5, 11.0)
ALL_RULES = "axe.run(document, {rules: {'target-size': {enabled: true}}})"
FOUND = (
    "found => ({passed: found.passes.map(each => each.id), failed: found.violations.map(each => [each.id, each.nodes[0].html])})"
)
SEEN = "(selector => getComputedStyle(document.querySelector(selector)))"

pytestmark = needs_tool(CHROMIUM is not None, "there is no Chromium on the PATH; .ci/browser installs it")
needs_axe = needs_tool(AXE.exists(), "there is no axe-core; .ci/browser fetches it with npm")


@pytest.fixture(scope="module")
def tab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """One browser for all tests of this module."""
    with browser(CHROMIUM or "", tmp_path_factory.mktemp("browser")) as opened:
        yield opened


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The page of a sample person, in which everything occurs, and a page of what is shipped."""
    shown = germany()
    answers = said(country="DE", services="facebook instagram", visibility="unknown", depth="delete")
    full = build_snapshot(load_shipped_content(), answers, (), shown.today)
    folder = tmp_path_factory.mktemp("pages")
    for name, of in (("sample", shown), ("shipped", full)):
        (folder / f"{name}.html").write_text(FULL_FORMATS["html"](of, of.steps), encoding="utf-8")
    return {path.stem: path for path in folder.iterdir()}


@needs_axe
@pytest.mark.parametrize("width", [1000, 390])
@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("name", ["sample", "shipped"])
def test_nobody_is_shut_out(tab: Browser, pages: dict[str, Path], name: str, dark: bool, width: int) -> None:
    """Not one violation of what axe knows to check, contrast and size of targets included."""
    tab.show(pages[name], width, dark=dark)
    tab.ask(AXE.read_text(encoding="utf-8"))
    found = tab.ask(f"{ALL_RULES}.then({FOUND})")
    assert found["failed"] == []
    assert {"color-contrast", "label", "svg-img-alt", "target-size", "region", "skip-link"} <= {*found["passed"]}


@pytest.mark.parametrize("dark", [False, True])
def test_the_page_loads_nothing_and_breaks_none_of_its_rules(tab: Browser, pages: dict[str, Path], dark: bool) -> None:
    """Its own style sheet is accepted by the policy; one request, for the file itself."""
    tab.show(pages["shipped"], dark=dark)
    assert tab.ask(f"{SEEN}('body').backgroundColor") == ("rgb(21, 24, 28)" if dark else "rgb(255, 255, 255)")
    assert tab.complaints == []
    assert [url for url in tab.requests if not url.startswith("data:,")] == [pages["shipped"].as_uri()]


def test_the_policy_stops_what_should_never_be_there(tab: Browser, pages: dict[str, Path], tmp_path: Path) -> None:
    """Even if markup got in: no script runs, no style counts, no picture is fetched."""
    evil = (
        "<script>document.title = 'owned'</script><img src=https://evil.example/ onerror=\"document.title='owned'\">"
        "<style>h1 { color: red }</style><h2 style='color: red'>x</h2>"
    )
    page = tmp_path / "evil.html"
    page.write_text(pages["sample"].read_text(encoding="utf-8").replace("<main", f"{evil}<main"), encoding="utf-8")
    tab.show(page)
    assert "owned" not in tab.ask("document.title")
    assert "rgb(255, 0, 0)" not in (tab.ask(f"{SEEN}('h1').color"), tab.ask(f"{SEEN}('h2').color"))
    assert not [url for url in tab.requests if "evil.example" in url]
    assert len(tab.complaints) >= 3


@pytest.mark.parametrize("width", [320, 390, 768, 1000, 1920])
def test_nothing_sticks_out(tab: Browser, pages: dict[str, Path], width: int) -> None:
    """Narrow or wide, there is nothing to scroll sideways."""
    tab.show(pages["shipped"], width)
    assert tab.ask("document.documentElement.scrollWidth") <= width


def test_boxes_can_be_ticked_with_the_keyboard(tab: Browser, pages: dict[str, Path]) -> None:
    """A box is a real one: it has a name, takes the focus, and a space ticks it."""
    tab.show(pages["shipped"])
    tab.ask("document.querySelector('article input').focus()")
    for kind in ("keyDown", "keyUp"):
        tab.call("Input.dispatchKeyEvent", type=kind, key=" ", code="Space", text=" " if kind == "keyDown" else "")
    assert tab.ask("document.activeElement.checked && document.activeElement.labels[0].innerText.length > 5")


@pytest.mark.parametrize(("size", "points"), [(A4, (596, 842)), (LETTER, (612, 792))])
@pytest.mark.parametrize("dark", [False, True])
def test_it_fits_on_paper(
    tab: Browser, pages: dict[str, Path], size: tuple[float, float], points: tuple[int, int], dark: bool
) -> None:
    """On A4 and on Letter, several sheets of that size."""
    tab.show(pages["shipped"], dark=dark)
    sheets = re.findall(rb"/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)", tab.paper(*size))
    assert len(sheets) > 3
    assert {(round(float(wide)), round(float(high))) for wide, high in sheets} == {points}


@pytest.mark.parametrize(("formats", "most"), [(PLAN_FORMATS, 1), (FULL_FORMATS, 12)], ids=["short", "whole"])
@pytest.mark.parametrize("person", NAMED_PEOPLE)
def test_a_plan_is_no_stack_of_paper(
    tab: Browser, tmp_path: Path, person: str, formats: Mapping[str, Callable[..., str]], most: int
) -> None:
    """On A4 the short plan is one page, and the whole one twelve at most, for each of the people that the check measures."""
    case = build_snapshot(load_shipped_content(), parse_sample(NAMED_PEOPLE[person]), (), germany().today)
    page = tmp_path / "plan.html"
    page.write_text(formats["html"](case, case.steps), encoding="utf-8")
    tab.show(page)
    assert len(re.findall(rb"/MediaBox\s*\[", tab.paper(*A4))) <= most


@pytest.mark.exhaustive
@pytest.mark.parametrize("size", [A4, LETTER])
@pytest.mark.parametrize("person", NAMED_PEOPLE)
def test_no_title_is_left_alone_at_the_foot_of_a_page(
    tab: Browser, tmp_path: Path, person: str, size: tuple[float, float]
) -> None:
    """However much is done already: what a title announces begins on its page."""
    today = germany().today
    answers = parse_sample(NAMED_PEOPLE[person])
    steps = build_snapshot(load_shipped_content(), answers, (), today).steps
    for done in range(0, 7, 2):
        events = [event(step.id, "done", str(today)) for step in steps[:done]]
        snapshot = build_snapshot(load_shipped_content(), answers, events, today)
        page = tmp_path / "plan.html"
        page.write_text(FULL_FORMATS["html"](snapshot, snapshot.steps), encoding="utf-8")
        tab.show(page)
        titles = tab.ask("[...document.querySelectorAll('h2, h3, h4')].map(each => each.innerText.trim())")
        for sheet in PdfReader(BytesIO(tab.paper(*size))).pages:
            last = sheet.extract_text().strip().splitlines()[-1]
            assert normalize("NFKC", last) not in titles


@pytest.mark.parametrize("millimetres", [180, 185])
def test_what_is_printed_is_dark_on_white(tab: Browser, pages: dict[str, Path], millimetres: int) -> None:
    """Also where the screen is dark; nothing is cut off, what is no use on paper is left out, a code is large enough."""
    width = round(millimetres / 25.4 * 96)
    tab.show(pages["shipped"], width, dark=True, media="print")
    assert tab.ask("document.documentElement.scrollWidth") <= width
    assert tab.ask(f"{SEEN}('body').color") == "rgb(27, 31, 36)"
    assert tab.ask(f"{SEEN}('nav').display") == "none"
    assert tab.ask("document.querySelector('.code').getBoundingClientRect().width") > 70


@pytest.mark.parametrize("size", [A4, LETTER])
@pytest.mark.parametrize("name", ["short", "whole"])
def test_the_first_sheet_can_be_hung_up(tab: Browser, tmp_path: Path, name: str, size: tuple[float, float]) -> None:
    """The short form is one sheet; in the whole plan the first step begins on the second."""
    answers = said(country="DE", region="DE-HH", services="facebook instagram", visibility="mixed", depth="limit", device="web")
    snapshot = build_snapshot(load_shipped_content(), answers, (), germany().today)
    page = tmp_path / "plan.html"
    page.write_text((PLAN_FORMATS if name == "short" else FULL_FORMATS)["html"](snapshot, snapshot.steps), encoding="utf-8")
    tab.show(page)
    sheets = [" ".join(sheet.extract_text().split()) for sheet in PdfReader(BytesIO(tab.paper(*size))).pages]
    assert (len(sheets) == 1) == (name == "short")
    assert "Dates" in sheets[0]
    if name == "whole":
        assert "1. Send the objection form" not in sheets[0]
        assert "Object to AI training" in sheets[1][:40]
