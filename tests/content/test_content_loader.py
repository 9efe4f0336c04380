"""A content folder becomes a library; a file that breaks its form is named."""

from collections.abc import Callable
from pathlib import Path
from shutil import copytree

import pytest

from tests.errors import raises_message
from tests.making import day, period, when
from tests.samples import CONTENT, small
from wizard.content.content_loader import load_content_folder
from wizard.core.content_models import ACTION_IDS, AnswerOption, Library, RequestLink


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the small content folder that a test may break."""
    return copytree(CONTENT, tmp_path / "content")


def test_a_folder_is_read_whole() -> None:
    """In the order of file names, actions in the order of the program."""
    made = small()
    assert [each.id for each in made.questions] == ["country", "region", "services", "visibility", "form"]
    assert [each.id for each in made.actions] == list(ACTION_IDS)
    assert list(made.steps)[:3] == ["objection/facebook-form", "objection/instagram-form", "delete-your-data/export-your-data"]
    assert [list(each) for each in (made.countries, made.regimes, made.articles)] == [
        ["DE", "KR", "NZ", "US"],
        ["eu", "kr", "us"],
        ["what-is-public"],
    ]
    assert made.retired == {"privacy-settings/private-instagram": "privacy-settings/instagram-private"}
    assert made.as_of == day("2026-11-20")


def test_a_step_is_read_with_its_logic_and_its_prose() -> None:
    """Fields, links, passages, and what it means for a case."""
    step = small().steps["objection/facebook-form"]
    assert (step.action, step.minutes, step.impact, step.kind) == ("objection", 5, 5, "form")
    assert step.when == when({"path": "opt-out try-form", "services": "facebook"}, {"form": "opened", "services": "facebook"})
    assert step.records == RequestLink("facebook", "sent")
    assert step.intro == "With this form you object.\nIt takes **one** form for each account.\n\nA second paragraph."
    assert [(each.id, each.title) for each in step.sections] == [
        ("anywhere", "What to do"),
        ("moved", "If the menu has moved"),
        ("limits", "What it does not do"),
    ]
    assert step.sections[0].text == "1. Open the link.\n2. Choose **Submit**."
    assert [each.when for each in step.links] == [when(), when(path="try-form")]
    write = small().steps["advocate/write"]
    assert (write.valid.first, write.valid.last, write.gain, write.records) == (day("2026-01-01"), None, "", None)
    assert small().steps["delete-your-data/old-posts"].requires == ("delete-your-data/export-your-data",)


def test_a_passage_is_read_with_its_condition(folder: Path) -> None:
    """From the table in the front matter; the others always hold, and a condition of nothing is left to the check."""
    path = folder / FORM
    fields, text = path.read_text(encoding="utf-8").rsplit("+++", 1)
    tables = '[passages.limits-swiss]\nwhen = { country = ["CH"] }\n[passages.gone]\n'
    path.write_text(f"{fields}{tables}+++{text}\n## There {{#limits-swiss}}\nNo.\n", encoding="utf-8")
    found = load_content_folder(folder).steps["objection/facebook-form"].sections
    assert [(each.id, each.kind, each.when) for each in found[-2:]] == [
        ("limits", "limits", when()),
        ("limits-swiss", "limits", when(country="CH")),
    ]


def test_a_question_is_read_with_its_choices() -> None:
    """Hints, what stands alone, what covers others, and what is not part of the interview."""
    services, visibility, form = small().questions[2:]
    assert services.choices[2] == AnswerOption("none", "None of them", "others may still post photos of you", exclusive=True)
    assert visibility.choices[2].implies == ("public", "private")
    assert (services.in_interview, form.in_interview, services.kind) == (True, False, "many")


def test_a_regime_is_read_with_its_clocks() -> None:
    """Statements, rights, clocks with extension, escalations, forms in their order."""
    eu, kr = small().regimes["eu"], small().regimes["kr"]
    assert eu.headlines == {"opt-out": "You can object.", "mitigation": "No form for you? The law still helps."}
    assert [each.when for each in eu.can] == [when(path="opt-out"), when(path="mitigation")]
    assert eu.notes[0].valid.last == day("2026-11-22")
    assert (eu.rights[0].id, eu.rights[0].article) == ("object", "Art. 21(1) GDPR")
    assert (eu.time_limits[0].extension, eu.time_limits[0].statutory) == (period("2 months"), True)
    assert (kr.time_limits[0].start, kr.time_limits[0].statutory, kr.time_limits[0].extension) == (
        "day-after-receipt",
        False,
        None,
    )
    assert (eu.escalations[0].to, eu.escalations[0].starts_limit) == ("authority", "authority")
    assert [each.service for each in eu.forms] == ["facebook", "instagram", "third-party"]


def test_places_offices_and_sources_are_read() -> None:
    """Empty cells are empty, missing fields have their defaults."""
    made = small()
    assert made.countries["KR"].safety == "Think before you name your account."
    assert made.regions["US-XX"].valid.holds(day("2030-01-01"))
    assert (made.regions["US-CA"].country, made.regions["US-CA"].law) == ("US", "CCPA")
    assert (made.authorities["kr"].url, made.authorities["de-hh"].languages) == ("", ("de", "en"))
    assert (made.sources["help"].confidence, made.sources["no-address"].confidence) == ("reported", "confirmed")
    assert (made.services["instagram"].note, made.articles["what-is-public"].keywords) == ("A note.", ("public", "private"))


def replaced(path: str, old: str, new: str) -> Callable[[Path], None]:
    def act(folder: Path) -> None:
        text = (folder / path).read_text()
        assert old in text
        (folder / path).write_text(text.replace(old, new, 1))

    return act


def removed(path: str) -> Callable[[Path], None]:
    return lambda folder: (folder / path).unlink()


STEP, FORM = "actions/disconnect-apps/apps.md", "actions/objection/facebook-form.md"


@pytest.mark.parametrize(
    ("breaks", "names"),
    [
        (replaced(STEP, "minutes    = 90", "minutes    = 'long'"), r"apps\.md: “minutes” should be a whole number"),
        (replaced(STEP, "title ", "titel "), r"apps\.md: “title” is missing"),
        (replaced(STEP, "+++", "---"), r"apps\.md has no front matter"),
        (replaced(FORM, 'source = "help"', 'sauce = "help"'), r"facebook-form\.md \[\[links\]\] 2: “source”"),
        (replaced(FORM, 'kind = "sent" }', "art = 1 }"), r"facebook-form\.md \[means\]: “kind”"),
        (replaced("questions/20-services.toml", 'label = "Facebook"', "label = 1"), r"20-services\.toml .* 1: “label”"),
        (replaced("regimes/kr.toml", '"days"', '"years"'), r"kr\.toml \[\[clocks\]\] 1: “unit” should be days"),
        (replaced("authorities.toml", "= 2026-11-20", "= 'today'"), r"authorities\.toml \[de\]: “checked”"),
        (replaced("countries.csv", "safety", "danger"), r"countries\.csv.*columns"),
        (replaced("regions.csv", "valid_until", "until"), r"regions\.csv.*columns"),
        (replaced("regions.csv", "2030-01-01", "soon"), r"regions\.csv US-XX: “valid_from” should be a day"),
        (replaced("sources.toml", "title     = ", "title     "), r"sources\.toml"),
        (removed("actions/advocate/action.md"), r"action\.md is missing"),
        (removed("countries.csv"), r"countries\.csv is missing"),
    ],
)
def test_a_broken_file_is_named(folder: Path, breaks: Callable[[Path], None], names: str) -> None:
    """One sentence with file and field, and no traceback."""
    breaks(folder)
    with raises_message(names):
        load_content_folder(folder)


def test_another_folder_is_not_content(tmp_path: Path) -> None:
    """It says what it looked for."""
    with raises_message("is not a content folder"):
        load_content_folder(tmp_path)


def test_the_shipped_content_holds_together(content: Library) -> None:
    """What the program itself relies on: the check guards the rest."""
    assert all(need in content.steps for step in content.steps.values() for need in step.requires)
    assert all(link.source in content.sources for step in content.steps.values() for link in step.links)
    assert {each.regime for each in content.countries.values()} <= set(content.regimes)
    assert {each.country for each in content.regions.values()} <= set(content.countries)
    assert {step.action for step in content.steps.values()} == set(ACTION_IDS)
    assert sum(question.in_interview for question in content.questions) == 7
