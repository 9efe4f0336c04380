"""Who reads what in the steps of an objection: the words of their own place, and of no other."""

import re

import pytest

from wizard.content.markdown import section_blocks
from wizard.core.blocks import block_lines, line_text
from wizard.core.content_models import Library
from wizard.core.snapshot import Snapshot, build_snapshot

from .test_shipped import TODAY, homes

FORMS = ("objection/facebook-form", "objection/instagram-form")
STEPS = (*FORMS, "objection/note-the-answer", "objection/whatsapp-ai")
PERSON = {"services": ("facebook", "instagram", "threads", "whatsapp"), "habits": ("meta-ai",)}
FOREIGN = {
    "DE": r"Switzerland|Swiss|Brazil|Brit|Norway|expressly forbid|Exerço",
    "GB": r"Switzerland|Swiss|Brazil|German|Norway|expressly forbid|Exerço",
    "CH": r"Brazil\b|Brit|Norway|Exerço",
    "BR": r"Switzerland|Swiss|Brit|Norway|Europe|expressly forbid",
    "KR": r"Switzerland|Swiss|Brit|Norway|Brazil|Europe|expressly forbid|Exerço",
}
"""Words that people there have no use for."""


def plan(content: Library, country: str, region: str = "", **more: tuple[str, ...]) -> Snapshot:
    """The case of somebody with all services."""
    return build_snapshot(
        content, {"country": (country,), **({"region": (region,)} if region else {}), **PERSON, **more}, (), TODAY
    )


def words(case: Snapshot, id: str) -> str:
    """All that the step says."""
    entry = case.step(id)
    assert entry, id
    return "\n".join((entry.step.title, entry.step.intro, *(each.text for each in entry.step.sections)))


@pytest.mark.parametrize("country", FOREIGN)
@pytest.mark.parametrize("id", STEPS)
def test_nobody_reads_the_words_of_another_place(content: Library, country: str, id: str) -> None:
    """In no step of the objection."""
    assert not re.search(FOREIGN[country], words(plan(content, country), id))


@pytest.mark.parametrize(
    ("country", "reason"),
    [
        ("DE", "may stay empty"), ("GB", "may stay empty"), ("CH", "expressly forbid"), ("BR", "Exerço"),
        ("KR", "a sentence or two"), ("MC", "a sentence or two"), ("JE", "a sentence or two"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("id", FORMS)
def test_the_reason_is_that_of_the_place(content: Library, country: str, reason: str, id: str) -> None:
    """Optional in most of Europe, a sentence of law in Switzerland, Portuguese in Brazil."""
    assert reason in words(plan(content, country), id)


def test_everybody_everywhere_is_told_of_the_reason_once(content: Library) -> None:
    """Wherever the form may open there is one way to fill it in; its taps are counted without a gap, a screenshot ends it."""
    for country, region in homes(content):
        case = plan(content, country, region, form=("opened",))
        for id in FORMS:
            entry = case.step(id)
            assert entry, (country, id)
            ways = entry.step.passage("anywhere")
            assert ways
            taps = [(number, line_text(line)) for number, line in block_lines(section_blocks(ways))]
            assert [number for number, _ in taps] == [str(each) for each in range(1, 7)], (country, id)
            assert sum("reason" in text for _, text in taps) == 1, (country, id)
            assert "screenshot" in taps[-1][1]
            limits = entry.step.passage("limits")
            assert limits
            assert limits.text.count("honour") >= 1, (country, id)


def test_only_norwegians_hear_of_norway(content: Library) -> None:
    """In Svalbard, too."""
    told = {country for country, _ in homes(content) if "Norway" in words(plan(content, country, form=("opened",)), FORMS[0])}
    assert told == {"NO", "SJ"}


def test_what_is_to_be_recorded_can_be_recorded_on_paper(content: Library) -> None:
    """Whoever reads the printed plan finds the command; none of them says only “tell this program”."""
    for country in ("DE", "US", "JP"):
        for opened in ((), ("opened",), ("not-opened",)):
            case = plan(content, country, form=opened)
            for entry in case.steps:
                assert not re.search(r"tell (this|the) program", words(case, entry.id), re.IGNORECASE), entry.id
    assert "protect-my-photos answer form=not-opened" in words(plan(content, "DE"), FORMS[0])


def test_the_form_about_other_sources_promises_no_objection(content: Library) -> None:
    """In Texas it says first what it is not."""
    found = words(plan(content, "US", "US-TX", people=("others-post",)), "objection/third-party-form")
    assert found.splitlines()[1].startswith("This form is no opt-out")


def test_an_app_that_few_have_does_not_come_first(content: Library) -> None:
    """Muse is there for those who have it, behind ten steps that concern everybody."""
    found = [entry.id for entry in plan(content, "US", "US-TX").steps]
    assert found.index("privacy-settings/muse-training") >= 10
