"""The whole plan as a text: for a mail, or read aloud line by line."""

import re

import pytest

from tests.making import case, country, library, said, step
from tests.samples import PEOPLE, germany, korea
from wizard.core.content_models import Library, StepSection
from wizard.core.snapshot import Snapshot
from wizard.export.plan.text import full_text

ANSWERS = said(country="KR", services="none")


def whole(of: Snapshot, width: int = 72) -> str:
    """The text of all steps."""
    return full_text(of, of.steps, width)


@pytest.mark.parametrize("person", PEOPLE)
def test_lines_are_plain(person: str) -> None:
    """No markup, no blanks at the end, no blank that some terminal lacks, one line break at the very end."""
    text = whole(PEOPLE[person]())
    assert not re.search(r"\*\*| \n|\n\n\Z|\u00a0", text)
    assert text.endswith("\n")


def test_nothing_that_the_page_says_is_left_out(content: Library) -> None:
    """Every title, link and limit of a person in Germany, as on the page."""
    of = case(content, said(country="DE", services="facebook instagram", visibility="public", device="web", depth="delete"))
    text = " ".join(whole(of).split())
    for entry in of.steps:
        assert entry.step.title in text
        limits = entry.step.passage("limits")
        assert limits is None or " ".join(re.sub(r"\*\*(.+?)\*\*", r"“\1”", limits.text).split()) in text
        assert all(link.url in text for link in entry.links)


def test_a_step_says_all_there_is_to_know() -> None:
    """What cannot be undone comes before the taps."""
    part = whole(germany()).partition("[ ] 2. Delete old posts\n")[2].partition("\n\n\n")[0]
    assert (
        part
        == """\
    30 min
    First: Keep a copy first
    Old posts are easy to forget.

    What cannot be undone
    Deleted posts do not come back.

    On the web
    1. Open “Activity log”.

    What it does not do
    Models keep what they learned.

    Your note of 3 Nov 2026: ask `Kim` <first> # please

    Pages read 20 Nov 2026; disputed: sources differ."""
    )


def test_it_begins_with_what_is_to_be_done() -> None:
    """Safety before it, dates and the place behind it."""
    text = whole(korea())
    places = [text.index(words) for words in ("First, your safety:", "\nNow\n", "\nEssentials\n", "\nDates\n", "\nYou can\n")]
    assert places == sorted(places)


def test_the_office_stands_with_its_addresses() -> None:
    """The form for complaints first."""
    text = whole(germany())
    assert "Form for complaints: https://hh.example/form\nWebsite: https://hh.example/\n" in text


@pytest.mark.parametrize("width", [40, 72])
def test_lines_are_wrapped_between_words(width: int) -> None:
    """No line is wider, but for addresses and names that are one word; lengths of time are not torn."""
    taps = StepSection("web", "", f"1. {'many **words** ' * 12}for 3 h 33 min\n2. Go on.")
    text = whole(case(library(step("a", intro="about 3 h 33 min " * 20, sections=(taps,))), ANSWERS), width)
    free = ("Still open to Meta", "0 of 1", "    5 min, impact", "[x] done", "Facts as of")
    assert max(len(line) for line in text.splitlines() if not line.startswith(free)) <= width
    assert not re.search(r"3\n *h|h\n *33|33\n *min", text)
    assert re.search(r"\n    1\. many “words” .*\n       (many|“words”)", text)


def test_a_place_without_headline_or_authority() -> None:
    """Nothing is made up."""
    text = whole(case(library(step("a"), countries={"KR": country("KR", authority="", form="no")}), ANSWERS))
    assert "\nLand KR\n" in text
    assert "Your authority" not in text
    assert "Objections" not in text
    assert "Sources" not in text


def test_without_a_country_there_is_nothing_to_say_about_the_place() -> None:
    """The head remains."""
    assert whole(case(library(), {})).startswith("My plan: keep my photos out of Meta's AI\n\nNo country yet\n")
