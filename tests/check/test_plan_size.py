"""Rules for whole plans: what breaks each, what does not, and the samples that they look at."""

from pathlib import Path

import pytest

from wizard.check.content_tree import load_content_tree
from wizard.check.sample_plans import NAMED_PEOPLE, parse_sample, sample_plans
from wizard.content.content_files import content_root

from .check_pairs import FORM, INSTAGRAM, WRITE
from .checking import SOUND, TODAY, Change, add, checked, edit

STEP = (SOUND / WRITE).read_text(encoding="utf-8")


def more_steps(count: int, minutes: int, impact: int) -> list[Change]:
    """Further steps for everybody."""
    numbers = ["".join("abcdefghij"[int(digit)] for digit in str(number)) for number in range(count)]
    sized = STEP.replace("minutes    = 20", f"minutes = {minutes}").replace("impact     = 1", f"impact = {impact}")
    assert sized.count(f"minutes = {minutes}\nimpact = {impact}") == 1
    return [add(f"actions/advocate/write-{name}.md", sized.replace("somebody", f"somebody {name}")) for name in numbers]


BROKEN = [
    # rule, what breaks it, the words of the finding, and the same change within the limit
    ("long-plan", more_steps(24, 20, 1), "25 is the most", more_steps(15, 20, 1)),
    ("number-of-essentials", more_steps(6, 19, 1), "4 essentials", more_steps(6, 5, 1)),
    ("weak-essentials", more_steps(5, 60, 5), "points of impact", more_steps(1, 60, 1)),
    ("objection-not-first", [edit(FORM, "leads      = true\n", ""), edit(INSTAGRAM, "leads      = true\n", "")],
     "begin with", []),
    ("objection-not-first", [edit(FORM, "minutes    = 5", "minutes = 11"), edit(INSTAGRAM, "minutes    = 5", "minutes = 11")],
     "10 minutes", [edit(FORM, "minutes    = 5", "minutes = 10")]),
]  # fmt: skip
RULES = {rule for rule, *_ in BROKEN}
"""The rules that are shown broken here."""


@pytest.mark.parametrize(("rule", "broken", "words", "within"), BROKEN)
def test_a_plan_that_breaks_a_limit_is_found(
    tmp_path: Path, rule: str, broken: list[Change], words: str, within: list[Change]
) -> None:
    """Once, for the first person; within the limit nothing is found."""
    (finding,) = [each for each in checked(tmp_path / "content", *broken).findings if each.rule == rule]
    assert words in f"{finding.what} {finding.next_step}"
    assert rule not in {each.rule for each in checked(tmp_path / "content", *within).findings}


def test_the_samples_cover_every_regime_and_every_choice() -> None:
    """Beside the people with names."""
    content, _ = load_content_tree(content_root(), TODAY)
    samples = sample_plans(content)
    assert len([each for each in samples if each.named]) == len(NAMED_PEOPLE) == 9
    places = [each.snapshot.place for each in samples]
    assert {place.regime.id for place in places if place} == content.library.regimes.keys()
    asked = [question for question in content.library.questions if question.kind in ("one", "many")]
    wanted = {(question.id, choice.id) for question in asked for choice in question.choices}
    given = {(id, value) for each in samples for id, values in each.snapshot.answers.items() for value in values}
    assert wanted <= given


def test_the_named_people_are_written_as_for_the_command() -> None:
    """Every question and choice is one of the shipped content."""
    content, _ = load_content_tree(content_root(), TODAY)
    for sample, text in zip(sample_plans(content), NAMED_PEOPLE.values(), strict=False):
        assert sample.snapshot.answers == parse_sample(text), sample.user
