"""The whole plan in its order: page 1 to hang up, the open steps, what is done, the rest; the same in every format."""

import re
from collections.abc import Callable

import pytest

from tests.samples import PEOPLE, germany
from wizard.core.blocks import CheckItem, Section, line_text
from wizard.core.snapshot import Snapshot
from wizard.export import FULL_FORMATS, PLAN_FORMATS
from wizard.export.plan.document import plan_document

PAPER = ("text", "html")
"""The formats that are printed or read by people who know no ids."""


def sections(snapshot: Snapshot) -> dict[str, Section]:
    """The parts of the whole plan by id."""
    return {part.id: part for part in plan_document(snapshot, snapshot.steps).parts if isinstance(part, Section)}


@pytest.mark.parametrize("person", PEOPLE.values(), ids=PEOPLE)
def test_open_steps_are_numbered_as_they_are_printed(person: Callable[[], Snapshot]) -> None:
    """From 1 without a gap, none of them done; page 1 names the same numbers."""
    snapshot = person()
    parts = sections(snapshot)
    full = [block for part in parts.values() for block in part.blocks if isinstance(block, CheckItem)]
    numbered = {block.id: line_text(block.line) for block in full if re.match(r"\d+\. ", line_text(block.line))}
    assert [title.partition(".")[0] for title in numbered.values()] == [str(number) for number in range(1, len(numbered) + 1)]
    assert set(numbered) == {each.id for each in snapshot.open_steps}
    for block in full:
        if block.id.startswith("short-"):
            number = numbered[block.id.removeprefix("short-")].partition(".")[0]
            assert f"step {number}" in {line_text(fact) for fact in block.facts}


@pytest.mark.parametrize("person", PEOPLE.values(), ids=PEOPLE)
def test_what_is_done_is_folded_behind_the_open_steps(person: Callable[[], Snapshot]) -> None:
    """A line each, with its day, and nothing else of the step."""
    snapshot = person()
    names = list(sections(snapshot))
    assert names[:3] == ["now", "essentials", "dates"]
    finished = [each for each in snapshot.steps if each.status != "open"]
    if finished:
        folded = sections(snapshot)["finished"]
        assert names.index("finished") < names.index("place")
        assert [block.id for block in folded.blocks if isinstance(block, CheckItem)] == [each.id for each in finished]
        assert not any(
            isinstance(inner, Section) for block in folded.blocks if isinstance(block, CheckItem) for inner in block.blocks
        )


@pytest.mark.parametrize("person", PEOPLE.values(), ids=PEOPLE)
@pytest.mark.parametrize("formats", [PLAN_FORMATS, FULL_FORMATS], ids=["short", "whole"])
@pytest.mark.parametrize("name", PAPER)
def test_paper_names_no_id_and_no_command(
    person: Callable[[], Snapshot], formats: dict[str, Callable[[Snapshot, object], str]], name: str
) -> None:
    """They are for Markdown and JSON."""
    snapshot = person()
    shown = re.sub(r"<[^>]*>", " ", formats[name](snapshot, snapshot.steps))
    assert not [each.id for each in snapshot.steps if each.id in shown]
    assert "protect-my-photos mark" not in shown
    assert "impact points" not in shown
    assert "(confirmed)" not in shown


def test_what_is_overdue_comes_first() -> None:
    """Before the next step, with what to do about it."""
    now = PLAN_FORMATS["text"](germany(), germany().steps).partition("\nNow\n")[2].partition("\n\n")[0]
    assert now.index("Overdue: Meta's answer about Facebook") < now.index("Complain.") < now.index("Ask your friends")
    selected = germany().best_within(10)
    assert "Overdue" not in PLAN_FORMATS["text"](germany(), selected).partition("\nNow\n")[2].partition("\n\n")[0]
