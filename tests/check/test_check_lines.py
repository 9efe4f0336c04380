"""The line of a finding follows from data: other words in a message do not move it."""

from collections.abc import Collection
from pathlib import Path

import pytest

from wizard.check import check_content
from wizard.check.diagnostics import Violation
from wizard.content.content_error import ContentError

from .check_letters import SLIPS as LETTER_SLIPS
from .check_pairs import ARTICLE, EU, FORM, INSTAGRAM, PAIRS, POSTS, PRIVATE, SOURCES, WRITE, YOU
from .checking import TODAY, Change, changed, country, edit
from .test_check_slips import SLIPS

Locations = list[tuple[str, str, int]]


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the sound content that the tests change and restore."""
    return tmp_path_factory.mktemp("lines") / "content"


@pytest.fixture
def other_words(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every rule and every reader of files says something else, which names other fields and looks like other findings."""
    build_violation, build_error = Violation.__init__, ContentError.__init__

    def violation(self: Violation, place: str, what: str, next_step: str, fields: tuple[str, ...] = (), quote: str = "") -> None:
        build_violation(self, place, f"title: “checked” is missing, {len(what)}.", next_step[:1], fields, quote)

    def error(self: ContentError, file: Path, problem: str, next_step: str, **data: object) -> None:
        build_error(self, file, f"“sources”: 2026-11-23, {len(problem)}.", next_step[:1], **data)  # type: ignore[arg-type]

    monkeypatch.setattr(Violation, "__init__", violation)
    monkeypatch.setattr(ContentError, "__init__", error)


def _locations(content: Path, change: Change) -> Locations:
    """Rule, place and line of what is wrong after a change, in the order of lines."""
    with changed(content, change) as root:
        return sorted((each.rule, each.place, each.line) for each in check_content(root, TODAY).findings)


ONE_FOR_EACH_RULE = {rule: change for rule, _, change, _ in reversed(PAIRS)}.values()
ALL_SLIPS = [*(slip[0] for slip in SLIPS), *(slip[1] for slip in LETTER_SLIPS)]


@pytest.mark.parametrize(
    "changes", [ONE_FOR_EACH_RULE, pytest.param(ALL_SLIPS, marks=pytest.mark.exhaustive)], ids=["each rule", "each slip"]
)
def test_other_words_leave_every_finding_on_its_line(
    copy: Path, changes: Collection[Change], request: pytest.FixtureRequest
) -> None:
    """Whatever is wrong, and whichever rule or reader says so."""
    usual = [_locations(copy, change) for change in changes]
    assert sum(line > 1 for locations in usual for _, _, line in locations) > len(changes) // 2
    request.getfixturevalue("other_words")
    for change, locations in zip(changes, usual, strict=True):
        assert _locations(copy, change) == locations, change.file


LINES = [
    ("minutes-range", edit(WRITE, "minutes    = 20", "minutes = 200"), "minutes = 200"),
    ("impact-range", edit(PRIVATE, "impact      = 5", "impact = 6"), "impact = 6"),
    ("long-title", edit(PRIVATE, "account private", "account private once and for all, today"), "title "),
    ("missing-source", edit(FORM, '["news"]', "[]"), "sources "),
    ("unknown-choice", edit(PRIVATE, '["instagram"], v', '["instagramm"], v'), "when "),
    ("unknown-request-link", edit(INSTAGRAM, '"sent"', '"send"'), "means "),
    ("unknown-value", edit(EU, 'to         = "authority"', 'to = "office"'), "to = "),
    ("unknown-value", edit(SOURCES, '"law"', '"laws"'), "about "),
    ("time-limit-length", edit(EU, "number     = 3", "number = 90"), "number = 90"),
    ("unknown-section", edit(POSTS, "{#phone}", "{#mobile}"), "## "),
    ("unknown-regime", country("AE", regime="ae"), "AE,"),
    ("condition-on-later-question", edit(YOU, '["DE"]', '["DE"], depth = ["limit"]'), "when "),
    ("unsupported-article-markup", edit(ARTICLE, "(source:news)", "(https://news.example)"), ""),
]


@pytest.mark.parametrize(("rule", "change", "start"), LINES, ids=[rule for rule, *_ in LINES])
def test_a_finding_stands_on_the_line_that_breaks_the_rule(copy: Path, rule: str, change: Change, start: str) -> None:
    """The line of the field, or of the text that is quoted."""
    with changed(copy, change) as root:
        (finding,) = check_content(root, TODAY).findings
        line = (root / change.file).read_text(encoding="utf-8").split("\n")[finding.line - 1]
    assert finding.rule == rule
    assert line.startswith(start)
    assert "source" not in rule or finding.line > 1
