"""Plan and status as lines."""

import re
from typing import Any

import pytest

from tests.making import case, country, event, form_step, library, link, said, step
from tests.samples import PEOPLE, germany
from wizard.core.snapshot import Snapshot
from wizard.export.plan.status import status_text
from wizard.export.plan.text import plan_text

ANSWERS = said(country="KR", services="facebook", visibility="public")


def tells(text: str, *lines: str) -> bool:
    """Whether these lines stand there, in this order."""
    return re.search(".*\n(?:.*\n)*?".join(re.escape(line) for line in lines), text) is not None


def status(*happened: Any, answers: dict[str, tuple[str, ...]] = ANSWERS) -> str:
    return status_text(case(library(form_step("facebook"), step("a")), answers, *happened))


@pytest.mark.parametrize("person", PEOPLE)
def test_lines_are_plain(person: str) -> None:
    """No markup, no blanks at the end, one line break at the very end."""
    of: Snapshot = PEOPLE[person]()
    text = plan_text(of, of.steps)
    assert not re.search(r"\*|`| \n|\n\n\Z", text)
    assert text.endswith("\n")


def test_the_short_form_has_a_box_for_each_open_essential() -> None:
    """With its time, what comes first and one link; what is done is not repeated."""
    text = plan_text(germany(), germany().steps)
    essentials = text.partition("\nEssentials\n")[2].partition("\nDates\n")[0]
    boxes = [f"  [ ] {each.step.title} (" for each in germany().essential_steps if each.status == "open"]
    assert boxes
    assert all(box in essentials for box in boxes)
    assert "[x]" not in essentials


def test_one_link_stands_in_the_lines() -> None:
    """More are found in the step itself."""
    made = library(step("a", links=(link("form"), link("page"), link("form"))))
    of = case(made, said(country="KR", services="none"))
    assert plan_text(of, of.steps).count("https://") == 1


def test_the_rest_is_folded_by_action() -> None:
    """How many further steps, and how long; nothing is said where there are none."""
    made = library(*(step(f"s{number}", 5, 5) for number in range(5)), step("advocate/b", 1, 20))
    of = case(made, said(country="KR", services="none"))
    assert tells(plan_text(of, of.steps), "Go further", "- Action advocate: 1 step, 20 min")
    assert "Go further" not in plan_text(case(library(step("a")), said(country="KR")), of.steps[:1])


def test_a_choice_of_steps_says_that_it_is_one() -> None:
    """How many, how long, and why these."""
    of = germany()
    assert tells(
        plan_text(of, of.best_within(10)), "1 step for 10 min, chosen to help most in this time.", "Now", "  Ask your friends"
    )
    assert "chosen" not in plan_text(of, of.steps)


def test_the_first_status_says_how_to_begin() -> None:
    """Nothing is known yet."""
    assert status(answers={}) == (
        "Nothing is known yet. Start with `protect-my-photos`, or `protect-my-photos answer country=DE`.\n"
    )


def test_a_status_says_where_one_stands_and_what_is_next() -> None:
    """Place, progress, exposure, dates, objections, next step, open question."""
    text = status(event("case/facebook", "sent", "2026-10-01"), answers=said(country="KR", services="facebook"))
    assert tells(
        text,
        "Land KR · law of kr · try the form",
        "2 of 3 questions answered. Your plan is counted once all are.",
        "Overdue Mon 2 Nov 2026 (21 days ago): Meta's answer about Facebook is due (the Monday, as the last day is a Sunday).",
        "Objection, Facebook: overdue. No further step is known for your place",
        "Next: Do a (5 min)",
        "      privacy-settings/a",
        "Still unanswered: What about visibility? (`protect-my-photos answer --list`)",
    )


def test_when_nothing_is_open_one_is_told_when_to_look_again() -> None:
    """The work has an end."""
    text = status(event("case/facebook", "sent"), event("a", "done"))
    assert tells(text, "Nothing is open. Look again in three months")
    assert "Next:" not in text
    assert "Due Wed 23 Dec 2026 (in 30 days)" in text


def test_a_stale_step_says_so() -> None:
    """Only while it is open."""
    made = library(step("a", checked=case(library(), {}).today.replace(year=2025)), countries={"KR": country("KR")})
    answers = said(country="KR", services="none")
    stale = "Pages read 23 Nov 2025. It may have changed since: look twice."
    assert stale in " ".join(plan_text(case(made, answers), case(made, answers).steps).split())
    done = case(made, answers, event("a", "done"))
    assert "last read" not in plan_text(done, done.steps)
