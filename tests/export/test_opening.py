"""What every plan opens with: a word about menus, now and then, what is due."""

import pytest

from tests.making import TODAY, authority, case, country, day, event, library, replace, said, step
from wizard.core.blocks import Kind
from wizard.core.snapshot import Deadline, Snapshot
from wizard.export.plan.summary import MENUS, dated_deadline_line, menu_language_note, next_four_steps


def living(languages: tuple[str, ...]) -> Snapshot:
    """Someone whose office works in these languages."""
    office = replace(authority("office"), languages=languages)
    return case(library(countries={"KR": country("KR")}, authorities={"office": office}), said(country="KR"))


@pytest.mark.parametrize(
    ("languages", "told"), [((), True), (("de",), True), (("de", "en"), True), (("en",), False), (("en", "fr"), False)]
)
def test_menus_in_other_languages_are_spoken_of(languages: tuple[str, ...], told: bool) -> None:
    """Everywhere but where the office works in English first."""
    assert menu_language_note(living(languages)) == (MENUS if told else "")


def test_without_a_country_there_are_no_menus_to_speak_of() -> None:
    """There is no plan either."""
    assert menu_language_note(case(library(), {})) == ""


def test_now_and_then_are_the_best_four_that_are_open() -> None:
    """In the order of the plan, without what is done or left out."""
    made = library(*(step(name) for name in "abcdefg"))
    of = case(made, said(country="KR", services="none"), event("a", "done"), event("c", "skipped"))
    assert [entry.step.title for entry in next_four_steps(of.steps)] == ["Do b", "Do d", "Do e", "Do f"]


@pytest.mark.parametrize(
    ("why", "dated", "on", "sentence"),
    [
        ("The answer is due.", "The answer is due on {day}, {distance}.", "2026-12-23", "The answer is due on DAY, in 30 days."),
        ("The answer is due.", "The answer is due on {day}, {distance}.", "2026-11-23", "The answer is due on DAY, today."),
        (
            "The answer is due.",
            "The answer was due on {day}, {distance}.",
            "2026-11-02",
            "The answer was due on DAY, 21 days ago.",
        ),
        ("What is due is done.", "", "2026-12-23", "DAY: What is due is done."),
    ],
)
def test_what_is_due_names_its_day(why: str, dated: str, on: str, sentence: str) -> None:
    """So that nobody takes it for due today."""
    of = case(library(), {}, today=TODAY)
    line = dated_deadline_line(of, Deadline("case/x", day(on), why, dated))
    assert "".join("DAY" if span.kind == Kind.DATE else span.text for span in line) == sentence
