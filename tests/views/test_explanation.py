"""Why a step is in the plan, how it is weighed, and what would take it out."""

from typing import Any

import pytest

from tests.core.test_account import snapshot
from tests.making import case, event, library, question, said, step, when
from wizard.core.condition import Condition
from wizard.core.jurisdiction import FORM_EXPECTATIONS
from wizard.core.place import PATHS
from wizard.views.explanation import EXPECTATION_REASONS, PATH_REASONS, Explanation, explain_step, inclusion_reasons

ANSWERS = {"country": "DE", "region": "DE-HH", "services": "facebook instagram", "visibility": "unknown"}


def reasons(condition: Condition, **answers: str) -> tuple[str, ...]:
    made = library(step("a", when=condition))
    return inclusion_reasons(case(made, said(**(ANSWERS | answers))), made.steps["privacy-settings/a"])


@pytest.mark.parametrize(
    ("condition", "answers", "reason"),
    [
        (when(), {}, "It helps everyone, whatever the answers."),
        (when(services="facebook threads"), {}, "You said “label of facebook” to “What about services?”."),
        (
            when(services="facebook instagram"),
            {},
            "You said “label of facebook” and “label of instagram” to “What about services?”.",
        ),
        (when(visibility="public"), {}, "You don't know “What about visibility?”, so the plan also covers “label of public”."),
        (
            when(visibility="public"),
            {"visibility": ""},
            "You left open “What about visibility?”, so the plan also covers “label of public”.",
        ),
        (when(visibility="unknown"), {}, "You said “label of unknown” to “What about visibility?”."),
        (when(country="DE AT"), {}, "You live in Land DE."),
        (when(region="DE-HH"), {}, "You live in Part DE-HH, Land DE."),
        (when(regime="eu"), {}, "The rules of your place (GDPR) give you this."),
        (when(path="opt-out"), {}, "Your path is “you can object”: Meta has an objection form for people who live there."),
        (when(expected="yes"), {}, "In Land DE, Meta's objection form is documented."),
        (when({"form": "opened"}, {"services": "facebook"}), {}, "You said “label of facebook” to “What about services?”."),
    ],
)
def test_the_answers_that_put_a_step_into_the_plan(condition: Condition, answers: dict[str, str], reason: str) -> None:
    """A sentence for each fact of the alternative that holds."""
    assert reasons(condition, **answers) == (reason,)


def test_what_was_not_answered_yet_is_said_to_be_so() -> None:
    """The plan covers it, and says that it does."""
    made = library(step("a", when=when(services="facebook")))
    found = inclusion_reasons(case(made, said(country="KR")), made.steps["privacy-settings/a"])
    assert found == ("You have not answered “What about services?”, so the plan also covers “label of facebook”.",)


def test_a_covering_answer_is_named_itself() -> None:
    """“Some of each” covers both kinds; the person is told what they said."""
    made = library(step("a", when=when(account="personal")), questions=(
        question("country", kind="country"), question("account", "personal professional both=personal+professional"),
    ))  # fmt: skip
    found = inclusion_reasons(case(made, said(country="KR", account="both")), made.steps["privacy-settings/a"])
    assert found == ("You said “label of both” to “What about account?”.",)


def test_every_path_and_expectation_has_its_words() -> None:
    """No place is left without a reason."""
    assert set(PATH_REASONS) == set(PATHS.values())
    assert set(EXPECTATION_REASONS) == set(FORM_EXPECTATIONS)


def explains(id: str, *happened: Any, **answers: str) -> Explanation:
    made = library(
        step("a", 5, 10, "b"),
        step("b", 3, 5, when=when(services="facebook")),
        step("c", 1, 10, when=when(path="opt-out", services="facebook instagram")),
    )
    found = case(made, said(**(ANSWERS | answers)), *happened)
    entry = found.step(f"privacy-settings/{id}")
    assert entry
    return explain_step(found, entry)


def test_nothing_about_the_weighing_is_hidden() -> None:
    """Impact and its reason, minutes, rank, share of the exposure, prerequisites."""
    assert explains("a").weight == (
        "Impact 5 of 5: It helps.",
        "It brings much for 10 minutes.",
        "It is number 2 of 3 in the plan.",
        "It counts 5 of the 9 points of your plan.",
        "It comes after: Do b.",
    )


def test_a_step_skipped_with_a_reason_makes_up_nothing() -> None:
    """It no longer counts."""
    weight = explains("a", event("a", "skipped", note="no")).weight
    assert not any("It counts" in line for line in weight)


@pytest.mark.parametrize(
    ("impact", "minutes", "expected"),
    [
        (4, 2, "It brings much for 2 minutes."),
        (1, 1, "It brings much for 1 minute."),
        (2, 10, "It brings a fair amount for 10 minutes."),
        (1, 30, "It takes 30 minutes; in that time other steps bring more."),
    ],
)
def test_what_a_step_brings_is_said_in_words(impact: int, minutes: int, expected: str) -> None:
    """No sum that the reader has to weigh."""
    made = library(step("a", impact, minutes))
    found = case(made, said(**ANSWERS))
    assert expected in explain_step(found, found.steps[0]).weight


def test_what_would_take_a_step_out() -> None:
    """For each answer that others could be given to, and for the form that may open or not."""
    assert explains("a").changes == ()
    assert explains("b").changes == ("If you did not use label of facebook, you would not need it.",)
    assert explains("c").changes == (
        "If Meta's form worked differently for you, you wouldn't need it: say whether it opened.",
        "If you did not use label of facebook or label of instagram, you would not need it.",
    )


HABITS = question("habits", "ai glasses none!", kind="many")


@pytest.mark.parametrize(
    ("condition", "answers", "changes"),
    [
        (when(visibility="public"), {},
         ("If your answer to “What about visibility?” were “label of private”, you would not need it.",)),
        (when(habits="ai glasses"), {"habits": "ai"},
         ("If your answer to “What about habits?” were without “label of ai”, you would not need it.",)),
        (when(habits="ai glasses"), {},
         ("If your answer to “What about habits?” were without “label of ai” or “label of glasses”, you would not need it.",)),
        (when({"services": "facebook"}, {"habits": "ai"}), {"habits": "ai"}, ()),
        (when(services="facebook instagram none"), {}, ()),
    ],
)  # fmt: skip
def test_only_what_would_really_take_it_out_is_said(
    condition: Condition, answers: dict[str, str], changes: tuple[str, ...]
) -> None:
    """What another answer keeps in the plan is not promised to go."""
    made = library(step("a", when=condition), questions=(*library().questions, HABITS))
    found = case(made, said(**(ANSWERS | answers)))
    assert explain_step(found, found.steps[0]).changes == changes


@pytest.mark.parametrize(
    ("told", "reason"),
    [
        ("account/instagram:shop access-locked", "You said “It's mine, but I can't get in” about Instagram (shop)."),
        ("access=locked", "You said “It's mine, but I can't get in” to “Can you get into this account?”."),
    ],
)
def test_what_was_said_of_one_account_is_named_with_it(told: str, reason: str) -> None:
    """An answer for all accounts is named as any other."""
    found = snapshot(told)
    assert reason in inclusion_reasons(found, found.library.steps["limit-visibility/get-back-in"])
