"""The plan as Markdown, with the words of the person made harmless."""

import pytest

from tests.making import case, country, event, library, replace, said, step
from tests.samples import PEOPLE, germany, korea
from wizard.export.plan.text import plan_markdown

ANSWERS = said(country="KR", services="none")


@pytest.mark.parametrize(
    ("note", "written"),
    [
        ("plain", "plain"),
        ("two\nlines", "two lines"),
        ("# no heading", "\\# no heading"),
        ("[link](https://evil.example)", "\\[link\\](https://evil.example)"),
        ("<script>", "\\<script\\>"),
        ("**bold** `code` _it_", "\\*\\*bold\\*\\* \\`code\\` \\_it\\_"),
        ("a|b ~c~ !x \\", "a\\|b \\~c\\~ \\!x \\\\"),
    ],
)
def test_words_of_the_person_are_no_markup(note: str, written: str) -> None:
    """Notes and reasons stay on one line, and what they look like is what they are."""
    of = case(library(step("a")), ANSWERS, event("a", "note", note=note), event("a", "skipped", note=note))
    text = plan_markdown(of, of.steps)
    assert f"> Your note of 23 Nov 2026: {written}\n" in text
    assert f"\nNot for me, 23 Nov 2026: {written}\n" in text


@pytest.mark.parametrize("person", PEOPLE)
def test_every_step_has_a_box_and_its_day(person: str) -> None:
    """Open, done, or not for me; an open essential has one more on the first page."""
    of = PEOPLE[person]()
    text = plan_markdown(of, of.steps)
    assert sum(text.count(f"\n### {box} ") for box in ("[ ]", "[x]", "[-]")) == len(of.steps) + sum(
        each.essential and each.status == "open" for each in of.steps
    )
    assert "Information, not legal advice." in text


def test_safety_comes_before_everything_else_about_the_place() -> None:
    """Where naming one's account can be risky: before anything is to be done."""
    text = plan_markdown(korea(), korea().steps)
    assert text.index("**First, your safety:** Think before") < text.index("## Now") < text.index("You can:")


def test_what_is_to_be_done_comes_first() -> None:
    """The best step, a box for each open essential, then the dates and the objections."""
    text = plan_markdown(germany(), germany().steps)
    assert "## Now\n\nOverdue: Meta's answer about Facebook was due on **Mon 2 Nov 2026**" in text
    assert "**Ask your friends** (10\u00a0min, step\u00a03)\n\n## Essentials\n\n### [ ] Ask your friends" in text.replace(
        "step 3", "step\u00a03"
    )
    heads = [line for line in text.splitlines() if line.startswith("## ")]
    assert heads[:5] == ["## Now", "## Essentials", "## Dates", "## Delete your data (0 of 2)", "## Inform your network (0 of 1)"]
    assert "- Overdue: Meta's answer about Facebook was due on **Mon 2 Nov 2026**, 21 days ago (the Monday" in text
    assert "Your requests:\n\n- **Objection, Facebook:** overdue. Complain. It costs nothing." in text


def test_actions_stand_in_the_order_of_the_case() -> None:
    """Whatever that is: the last may come first."""
    of = germany()
    turned = replace(of, actions=of.actions[::-1])
    text = plan_markdown(turned, turned.steps)
    heads = [line.removeprefix("## ").partition(" (")[0] for line in text.splitlines() if line.startswith("## ")]
    open_parts = [part.action.title for part in of.actions[::-1] if any(entry.status == "open" for entry in part.entries)]
    assert [head for head in heads if head in {part.action.title for part in of.actions}] == open_parts


def test_the_office_is_named_with_its_form_for_complaints_first() -> None:
    """Then its site."""
    text = plan_markdown(germany(), germany().steps)
    ways = "- Form for complaints: <https://hh.example/form>\n- Website: <https://hh.example/>\n"
    assert f"Your authority: Hamburg's commissioner\n\n{ways}" in text


def test_sources_are_left_to_the_page() -> None:
    """On paper their addresses are of little use, and they would be a quarter of it."""
    assert "Sources" not in plan_markdown(germany(), germany().steps)


def test_how_sure_we_are_is_said() -> None:
    """Of the place's rules, and of each step that is not confirmed."""
    text = plan_markdown(germany(), germany().steps)
    assert "- Trained models keep what they learned. (disputed: sources differ)" in text
    assert "Pages read 20 Nov 2026; disputed: sources differ.*" in text
    assert "Tell no one your password." not in text  # told until yesterday only


def test_only_the_chosen_steps_are_written() -> None:
    """With a box on the first page, and then in full."""
    text = plan_markdown(germany(), germany().best_within(10))
    assert text.count("\n### ") == 2


def test_a_place_without_headline_authority_or_dates() -> None:
    """Nothing is made up: the place's own name stands there, and the rest is left out."""
    made = library(step("a"), countries={"KR": country("KR", authority="", form="no")})
    of = case(made, ANSWERS)
    text = plan_markdown(of, of.steps)
    assert "## Land KR\n" in text
    assert "Your authority" not in text
    assert "Objections" not in text
    assert "## Sources" not in text


def test_without_a_country_there_is_nothing_to_say_about_the_place() -> None:
    """The head remains."""
    nobody = replace(case(library(), {}))
    assert plan_markdown(nobody, ()).startswith("# My plan: keep my photos out of Meta's AI\n\n**No country yet**\n")
