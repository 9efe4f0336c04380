"""What an export showed makes the plan speak in numbers, and weigh anew."""

from datetime import date

import pytest

from tests.making import TODAY, library, said, step
from wizard.core.findings import NO_FINDINGS, Finding, Findings, adjusted_impact, read_findings
from wizard.core.snapshot import build_snapshot
from wizard.i18n import speaking
from wizard.views.explanation import explain_step, inclusion_reasons
from wizard.views.finding_text import finding_summary

APPS = "facebook.apps.active"
KEPT = {"on": "2026-11-20", "found": [{"id": APPS, "count": 47, "what": "connected apps", "since": 2011}]}


def findings(**counts: int) -> Findings:
    """Findings of a day; an id is written with underscores."""
    found = [Finding(id.replace("_", "."), count, "connected apps") for id, count in counts.items()]
    return Findings(date(2026, 11, 20), {each.id: each for each in found})


@pytest.mark.parametrize(
    ("impact", "count", "weighs"),
    [(3, 0, 1), (3, 1, 3), (3, 99, 3), (3, 100, 4), (5, 100_000, 5), (1, 0, 1)],
)
def test_a_step_weighs_what_it_mends(impact: int, count: int, weighs: int) -> None:
    """Least where nothing is left, one more where there is very much."""
    assert adjusted_impact(step("tidy", impact, resolves=(APPS,)), findings(facebook_apps_active=count)) == weighs


@pytest.mark.parametrize("mends", [(), ("instagram.apps.active",)])
def test_without_a_finding_a_step_keeps_its_impact(mends: tuple[str, ...]) -> None:
    """What an export does not hold says nothing."""
    assert adjusted_impact(step("tidy", 3, resolves=mends), findings(facebook_apps_active=0)) == 3
    assert finding_summary(step("tidy", resolves=mends), findings(facebook_apps_active=0)) == ""


def test_the_plan_speaks_in_numbers() -> None:
    """In its order, in its reasons, and in how a step is weighed."""
    steps = library(step("first", 3), step("tidy", 2, resolves=(APPS,)))
    found = read_findings({"on": "2026-11-20", "found": [{"id": APPS, "count": 400, "what": "connected apps", "since": 2011}]})
    plain, weighed = (build_snapshot(steps, said(country="DE"), (), TODAY, each) for each in (NO_FINDINGS, found))
    assert [each.step.impact for each in plain.steps] == [3, 2]
    assert [each.step.impact for each in weighed.steps] == [3, 3]
    entry = weighed.step("privacy-settings/tidy")
    assert entry is not None
    assert inclusion_reasons(weighed, entry.step)[-1] == "In your export (read on 20 Nov 2026): 400 connected apps since 2011."
    assert "That is 3 instead of 2, because of what your export shows." in explain_step(weighed, entry).weight
    assert weighed.exposure.total == plain.exposure.total + 1


def test_the_same_of_two_services_is_said_once() -> None:
    """Added up, since the first year of both."""
    both = Findings(
        date(2026, 11, 20),
        {
            "facebook.off": Finding("facebook.off", 1200, "companies", 2012),
            "instagram.off": Finding("instagram.off", 4, "companies", 2019),
            "instagram.public": Finding("instagram.public", 0, "public account"),
        },
    )
    line = finding_summary(step("tidy", resolves=tuple(both.by_id)), both)
    assert line == "In your export (read on 20 Nov 2026): 1,204 companies since 2012, the account is private already."


@pytest.mark.parametrize(
    "raw",
    [
        None,
        5,
        [],
        {},
        {"on": "2026-11-20"},
        {"on": "soon", "found": []},
        {"on": "2026-11-20", "found": {"a": 1}},
        {"on": "2026-11-20", "found": [None, 5, {}, {"id": 5, "count": 1, "what": "x"}, {"id": "a", "count": "1", "what": "x"}]},
        {"on": "2026-11-20", "found": [{"id": "a", "count": -1, "what": "x"}, {"id": "a", "count": True, "what": "x"}]},
    ],
)
def test_what_is_no_finding_is_left_aside(raw: object) -> None:
    """A state file may hold anything."""
    assert read_findings(raw).by_id == {}


def test_words_from_the_state_are_made_harmless() -> None:
    """They came through a file that anybody may have changed."""
    raw = {"on": "2026-11-20", "found": [{"id": APPS, "count": 2, "what": "apps\x1b[2J\n\u202e" + "x" * 500}]}
    what = read_findings(raw).by_id[APPS].label
    assert what.startswith("apps[2J")
    assert len(what) <= 80


def test_what_was_kept_is_read() -> None:
    """Count, words and year."""
    assert read_findings(KEPT) == Findings(date(2026, 11, 20), {APPS: Finding(APPS, 47, "connected apps", 2011)})


@pytest.mark.parametrize(
    ("id", "stored", "language", "shown"),
    [
        ("facebook.gps", "photos with the place in them", "en", "photos with their location"),
        ("facebook.off_meta.events", "things they reported", "en", "things that companies told Meta"),
        ("facebook.albums", "albums", "de", "Alben"),
        ("facebook.albums", "photo books", "de", "Alben"),
        ("facebook.of_a_later_version", "holograms", "de", "holograms"),
    ],
)
def test_a_finding_is_shown_in_the_words_of_today(id: str, stored: str, language: str, shown: str) -> None:
    """Whatever an older version called it when the numbers were kept: what counts is its id."""
    with speaking(language):
        assert Finding(id, 2, stored).things == shown
