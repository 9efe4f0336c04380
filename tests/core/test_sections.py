"""What a step says to one person: the passages that hold, those of a kind as one."""

from tests.making import case, library, replace, said, step, when
from wizard.content.markdown import section_blocks
from wizard.core.blocks import block_lines, line_text
from wizard.core.content_models import StepSection
from wizard.core.plan_entries import visible_sections

GERMAN = {"country": frozenset({"DE"})}
SWISS = {"country": frozenset({"CH"})}
WAYS = (
    StepSection("anywhere", "What to do", "1. Log in.\n2. Open the form."),
    StepSection("anywhere-swiss", "In Switzerland", "1. Write why.\n2. Write it twice.", when(country="CH")),
    StepSection("anywhere-end", "At the end", "1. Send."),
    StepSection("limits", "What it does not do", "It takes nothing back."),
    StepSection("limits-swiss", "In Switzerland", "Nobody has promised it.", when(country="CH")),
)


def told(facts: dict[str, frozenset[str]]) -> list[tuple[str, str, str]]:
    """Id, title and text of what is read."""
    return [(each.id, each.title, _text(each)) for each in visible_sections(WAYS, facts)]


def _text(section: StepSection) -> str:
    """Paragraphs and taps, a line each, with the numbers that are printed."""
    lines = block_lines(section_blocks(section))
    return "\n".join(f"{number}. {line_text(line)}" if number else line_text(line) for number, line in lines)


def test_who_is_not_meant_reads_nothing_of_it() -> None:
    """The taps count on without a gap."""
    assert told(GERMAN) == [
        ("anywhere", "What to do", "1. Log in.\n2. Open the form.\n3. Send."),
        ("limits", "What it does not do", "It takes nothing back."),
    ]


def test_who_is_meant_reads_it_in_its_place() -> None:
    """Under the title of the first passage of the kind; paragraphs stand apart."""
    assert told(SWISS) == [
        ("anywhere", "What to do", "1. Log in.\n2. Open the form.\n3. Write why.\n4. Write it twice.\n5. Send."),
        ("limits", "What it does not do", "It takes nothing back.\nNobody has promised it."),
    ]


def test_a_passage_without_a_condition_stays_as_it_is() -> None:
    """Nothing is made anew where nothing is to be joined."""
    plain = (WAYS[0], WAYS[3])
    assert visible_sections(plain, {}) == plain
    assert all(one is other for one, other in zip(visible_sections(plain, GERMAN), plain, strict=True))


def test_a_device_has_its_passage_only_where_it_holds() -> None:
    """Conditions of devices are no different from others."""
    ways = (StepSection("web", "On the web", "1. Open."), StepSection("phone", "On the phone", "1. Tap.", when(country="CH")))
    assert [each.id for each in visible_sections(ways, GERMAN)] == ["web"]
    assert [each.id for each in visible_sections(ways, SWISS)] == ["web", "phone"]


def test_the_plan_hands_on_what_holds() -> None:
    """Every face and document takes the step from its entry; the library keeps all of it."""
    made = library(replace(step("a"), sections=WAYS))
    (entry,) = case(made, said(country="DE", region="", services="facebook")).steps
    assert [each.id for each in entry.step.sections] == ["anywhere", "limits"]
    assert made.steps[entry.id].sections == WAYS
