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


def test_long_words_of_a_step_are_wrapped() -> None:
    """Its first paragraph fits into any terminal; the second is found in the step itself."""
    made = library(step("a", intro="many **words** " * 30 + "\n\nand more"))
    of = case(made, said(country="KR", services="none"))
    wrapped = [line for line in plan_text(of, of.steps).splitlines() if "many words" in line]
    assert len(wrapped) > 3
    assert max(map(len, wrapped)) <= 78
    assert "and more" not in plan_text(of, of.steps)


def test_a_step_shows_mark_time_impact_and_id() -> None:
    """Done and skipped ones in one line each; open ones with a word and their links."""
    text = plan_text(germany(), germany().steps)
    assert tells(
        text, "  [x] Make your Instagram account private (2 min, impact 5 of 5)", "      privacy-settings/instagram-private"
    )
    assert tells(text, "  [-] Remove old apps (1 h 30 min, impact 3 of 5)")
    assert tells(text, "  [ ] Delete old posts (30 min, impact 4 of 5)", "      First: Keep a copy first", "      Old posts are")


def test_at_most_two_links_stand_in_the_lines() -> None:
    """More are found in the step itself."""
    made = library(step("a", links=(link("form"), link("page"), link("form"))))
    of = case(made, said(country="KR", services="none"))
    assert plan_text(of, of.steps).count("https://") == 2


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
        "1 of 2 steps done",
        "Still open to Meta: 38 % (3 of 8 impact points).",
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
    stale = "Last checked 23 Nov 2025. It may have changed since: look twice."
    assert stale in plan_text(case(made, answers), case(made, answers).steps)
    done = case(made, answers, event("a", "done"))
    assert "Last checked" not in plan_text(done, done.steps)
