"""Who reads what in the steps of an objection: the words of their own place, and of no other."""

import re

import pytest

from wizard.content.content_loader import load_shipped_content
from wizard.content.language_choice import interface_languages
from wizard.content.markdown import section_blocks
from wizard.core.blocks import block_lines, line_text
from wizard.core.content_models import Library
from wizard.core.place import applicable_statements
from wizard.core.snapshot import Snapshot, build_snapshot
from wizard.i18n import speaking
from wizard.views.request import requests_page

from .test_shipped import TODAY, homes

FORMS = ("objection/facebook-form", "objection/instagram-form")
STEPS = (*FORMS, "objection/whatsapp-ai")
PERSON = {"services": ("facebook", "instagram", "threads", "whatsapp"), "habits": ("meta-ai",)}
FOREIGN = {
    "DE": r"Switzerland|Swiss|Brazil|Brit|Norway|expressly prohibit|Exerço",
    "GB": r"Switzerland|Swiss|Brazil|German|Norway|expressly prohibit|Exerço",
    "CH": r"Brazil\b|Brit|Norway|Exerço",
    "BR": r"Switzerland|Swiss|Brit|Norway|Europe|expressly prohibit",
    "KR": r"Switzerland|Swiss|Brit|Norway|Brazil|Europe|expressly prohibit|Exerço",
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
        ("DE", "leave the reason empty"), ("GB", "leave the reason empty"), ("CH", "expressly prohibit"), ("BR", "Exerço"),
        ("KR", "a sentence or two"), ("MC", "a sentence or two"), ("JE", "a sentence or two"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("id", FORMS)
def test_the_reason_is_that_of_the_place(content: Library, country: str, reason: str, id: str) -> None:
    """Optional in most of Europe, a sentence of law in Switzerland, Portuguese in Brazil."""
    assert reason in words(plan(content, country), id)


TYPED = {
    # step, in how many of its instructions somebody types or sends a given text
    "objection/facebook-form": 4,
    "objection/instagram-form": 4,
    "objection/whatsapp-ai": 1,
    "objection/third-party-form": 1,
    "objection/if-the-form-did-not-open": 1,
    "inform-your-network/ask-friends-and-family": 1,
    "inform-your-network/ask-about-childrens-photos": 1,
    "inform-your-network/ask-school-and-clubs": 1,
}
QUOTED = re.compile(r""": ["„«“]\s?([^"„“”«»]+)["“”»]""")
"""After a colon, in the quotation marks of any language."""
SENTENCES = 2
"""A text to type or send has more sentences than one; the name of a menu has none."""


@pytest.mark.parametrize("language", interface_languages())
@pytest.mark.parametrize("id", TYPED)
def test_a_text_to_type_stands_in_quotation_marks(language: str, id: str) -> None:
    """It's clear where the text ends and the instruction goes on, in every language."""
    with speaking(language):
        texts = [section.text for section in load_shipped_content().steps[id].sections]
    quoted = [text for text in QUOTED.findall("\n".join(texts)) if len(re.findall(r"[.!?](?:\s|$)", text)) >= SENTENCES]
    assert len(quoted) == TYPED[id], texts


@pytest.mark.parametrize("language", interface_languages())
def test_a_step_that_leads_to_a_page_of_the_program_names_it_as_the_page_does(language: str) -> None:
    """A page that was given another name is not found by its old one, nor by its English one."""
    with speaking(language):
        texts = [section.text for section in load_shipped_content().steps["objection/without-login"].sections]
        title = requests_page(build_snapshot(load_shipped_content(), {}, (), TODAY)).title
    assert len(re.findall(rf"""["„«“]\s?{title}\s?["“”»]""", "\n".join(texts))) == 2, title


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
            assert case.place
            told = [each.text for each in applicable_statements(case.place.regime.notes, case.interview.facts, TODAY)]
            assert "honour" in " ".join((limits.text, *told)), (country, id)


def test_only_norwegians_hear_of_norway(content: Library) -> None:
    """In Svalbard, too."""
    told = {country for country, _ in homes(content) if "Norway" in words(plan(content, country, form=("opened",)), FORMS[0])}
    assert told == {"NO", "SJ"}


COMMAND_OR_KEY = re.compile(r"protect-my-photos (?!check\b)|\bcommand\b.*--|with the key\b|the key [a-z]\b", re.IGNORECASE)
"""How something is recorded in one front end: a command or a key, of no use in the others and on paper."""


def test_no_text_names_a_command_or_a_key(content: Library) -> None:
    """A text says what to record; each front end adds its own button, key or command."""
    steps = content.steps.values()
    texts = {step.id: " ".join((step.intro, step.impact_why, *(each.text for each in step.sections))) for step in steps}
    texts |= {article.id: article.text for article in content.articles.values()}
    for outcome in content.outcomes.values():
        texts[outcome.id] = " ".join((outcome.label, outcome.recommend, outcome.reply_advice, outcome.interim_advice))
    assert {id: found[0] for id, text in texts.items() if (found := COMMAND_OR_KEY.search(text))} == {}


def test_a_form_says_what_to_record_if_nothing_opens(content: Library) -> None:
    """The plan can only change if the program learns it."""
    for id in FORMS:
        assert "record that the form did not open" in words(plan(content, "DE"), id)


def test_the_form_about_other_sources_promises_no_objection(content: Library) -> None:
    """In Texas it says first what it is not; and somebody with an account there is not asked to send it."""
    case = plan(content, "US", "US-TX", people=("others-post",), services=("none",))
    assert words(case, "objection/third-party-form").splitlines()[1].startswith("This form isn't an opt-out")
    assert plan(content, "US", "US-TX", people=("others-post",)).step("objection/third-party-form") is None


@pytest.mark.parametrize(("country", "told"), [("IE", True), ("DE", True), ("GB", False), ("CH", False), ("US", False)])
def test_the_word_of_the_italian_authority_is_for_the_eu(content: Library, country: str, told: bool) -> None:
    """People without an account and parents may object by this form; the Polish authority disagrees, and both are named."""
    found = words(plan(content, country, services=("none",), people=("children",)), "objection/third-party-form")
    assert ("Italian authority" in found, "Polish authority" in found) == (told, told)


def test_an_app_that_few_have_does_not_come_first(content: Library) -> None:
    """Muse is there for those who have it, behind ten steps that concern everybody."""
    found = [entry.id for entry in plan(content, "US", "US-TX").steps]
    assert found.index("privacy-settings/muse-training") >= 10
