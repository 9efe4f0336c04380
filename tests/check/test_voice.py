"""The patterns of the voice guide: what is noticed in a text, and the better words, which are not."""

import re
from pathlib import Path

import pytest

from wizard.check.check_runner import CheckReport
from wizard.check.content_tree import load_content_tree
from wizard.check.diagnostics import Diagnostic
from wizard.check.rules.voice import PATTERNS, translated_wording
from wizard.content.content_files import content_root

from .check_pairs import ARTICLE, FORM
from .checking import TODAY, checked, edit

SENTENCE = "It takes nothing back."
PAIRS = [
    # what a translation says, what is noticed of it, and what an editor writes
    ("It is no objection.", "is no objection", "It isn't an objection. There is no form any more, and it is no longer open."),
    ("Your rights stand in the law.", "stand in", "The law sets out your rights. It can't stand it."),
    ("It is listed in a guide of October 2026.", "guide of October 2026", "It's in a guide from October 2026."),
    ("The forms of 2024 sent one.", "forms of 2024", "In 2024 the form sent one. The law of 3 December holds."),
    ("It is said to be on by default.", "is said to", "One guide says it's on by default."),
    ("By one report people review it.", "By one report", "One report says people review it."),
    ("Delete what one sends.", "one sends", "Delete what you send. One form is enough, and one of them can wait."),
    ("It never covered one's own posts.", "one's", "It never covered your own posts."),
    ("The office watches over privacy.", "watches over", "The office enforces privacy law."),
    ("Think first if you live from being seen.", "live from", "Think twice if your work depends on being visible."),
]


def wording_notices(report: CheckReport) -> list[Diagnostic]:
    """The notices of wording. The translation of a text that was changed is stale too, which is another notice."""
    return [each for each in report.notices if each.rule == "translated-wording"]


@pytest.mark.parametrize(("translated", "noticed", "edited"), PAIRS)
def test_wording_that_reads_like_a_translation_is_noticed(tmp_path: Path, translated: str, noticed: str, edited: str) -> None:
    """As a notice with the place and what to write, never as an error; the edited sentence is none."""
    report = checked(tmp_path / "content", edit(FORM, SENTENCE, translated))
    assert report.findings == ()
    (notice,) = wording_notices(report)
    assert notice.place == FORM
    assert f"“{noticed}”" in notice.what
    assert notice.next_step in dict(PATTERNS).values()
    assert wording_notices(checked(tmp_path / "content", edit(FORM, SENTENCE, edited))) == []


def test_every_pattern_has_a_pair() -> None:
    """None of them is there for nothing."""
    assert all(any(_finds(pattern, translated) for translated, *_ in PAIRS) for pattern, _ in PATTERNS)


def _finds(pattern: str, text: str) -> bool:
    return re.search(pattern, text, re.IGNORECASE) is not None


def test_words_of_others_are_left_alone(tmp_path: Path) -> None:
    """What an article quotes is not ours to edit."""
    quoted = edit(ARTICLE, "- Your", "> It is said to be no objection.\n\n- Your")
    assert checked(tmp_path / "content", quoted).notices == ()


def test_nothing_shipped_reads_like_a_translation() -> None:
    """The content keeps its own guide."""
    content, _ = load_content_tree(content_root(), TODAY)
    assert [f"{each.place}: {each.what}" for each in translated_wording(content)] == []
