"""Worst first: each step once, with everything that it resolves, and with its pages at Meta."""

import pytest

from tests.audit.kinds.reading import report_of
from tests.making import case, library, said, step, when
from wizard.audit.kind import count_labels
from wizard.content.content_loader import load_shipped_content
from wizard.core.content_models import ACTION_IDS, Link
from wizard.core.finding_steps import steps_by_finding
from wizard.core.findings import PUBLIC
from wizard.core.snapshot import Snapshot
from wizard.views import audit_sentences
from wizard.views.audit_report import IN_PLAN, LEFT_OUT, NO_PLAN, build_audit_page

from .audits import document, full, page_of
from .reading import read_page, text

SHIPPED = load_shipped_content()
POSSIBLE = {
    "facebook": "posts photos videos gps gps_videos camera naming profile_pictures cover_pictures stories reels comments "
    "group_posts tagged ai_chats apps.active apps.inactive apps.unknown off_meta.companies gps_posts gps_stories camera_stories "
    "gps_archived gps_comments gps_groups gps_listings gps_history media_comments media_groups check_ins app_posts",
    "instagram": "posts photos videos gps gps_videos camera naming profile_pictures stories reels comments ai_chats apps.active "
    "apps.expired off_meta.companies public gps_posts gps_stories camera_stories gps_archived "
    "gps_comments media_comments instants",
    "threads": "posts photos videos gps gps_videos camera naming public",
    "meta-ai": "ai_chats ai_media",
}
"""What can be found of each service and is a risk."""
PHOTO = [{"data": [{"media": {"uri": "posts/media/x/1.jpg", "creation_timestamp": 1_420_070_400}}]}]
POST = {"timestamp": 1_420_070_400, "data": [{"post": "x"}], "tags": [{"name": "Jo"}]}


@pytest.mark.parametrize("finding", [f"{service}.{name}" for service, names in POSSIBLE.items() for name in names.split()])
def test_every_risk_has_a_step(finding: str) -> None:
    """Nobody is left with a number and no way on."""
    assert any(finding in each.resolves for each in SHIPPED.steps.values())


def test_the_table_above_names_every_risk() -> None:
    """A new kind with a severity must be given a step, too."""
    risks = {label.name for label in count_labels() if label.severity} | {PUBLIC}
    assert risks == {name for names in POSSIBLE.values() for name in names.split()}


@pytest.mark.parametrize("answers", [{}, {"country": "DE"}])
def test_the_milder_step_comes_first(answers: dict[str, str]) -> None:
    """Before the questions and after them: what cannot be taken back is no first advice where something milder helps."""
    milder = step("limit", 2, resolves=("facebook.posts",))
    deletion = step("delete", 5, resolves=("facebook.posts", "facebook.comments"))
    deletion = deletion._replace(id=f"{ACTION_IDS[1]}/delete", action=ACTION_IDS[1])
    found = steps_by_finding(case(library(deletion, milder), said(**answers)))
    assert (found["facebook.posts"], found["facebook.comments"]) == (milder.id, deletion.id)


def with_posts(snapshot: Snapshot) -> list[tuple[str, list[str], str]]:
    """The advice on an export with posts that name people: step, findings and standing."""
    page = build_audit_page(report_of({"posts/your_posts_1.json": [POST] * 3}), snapshot)
    return [(each.step, [risk.id for risk in each.risks], each.standing) for each in page.advice]


def test_a_step_is_named_once_with_all_its_findings() -> None:
    """In the order of the worst of them; what no step resolves stands alone."""
    findings = ("facebook.naming", "facebook.posts")
    both = step("both", 3, resolves=findings)
    assert with_posts(case(library(both), said(country="DE"))) == [(both.id, ["facebook.posts", "facebook.naming"], IN_PLAN)]
    one = step("one", 3, resolves=("facebook.naming",))
    assert with_posts(case(library(one), said(country="DE"))) == [
        ("", ["facebook.posts"], IN_PLAN),
        (one.id, ["facebook.naming"], IN_PLAN),
    ]


def test_whether_a_step_is_in_the_plan() -> None:
    """Unknown before the questions are answered; said of a step that the answers left out."""
    elsewhere = step("elsewhere", 3, resolves=("facebook.posts", "facebook.naming"), when=when(country="FR"))
    for answers, standing, note in (({"country": "DE"}, LEFT_OUT, False), ({}, NO_PLAN, True)):
        planned = step("planned", 1)
        snapshot = case(library(elsewhere, planned), said(**answers))
        assert [found[2] for found in with_posts(snapshot)] == [standing]
        page = build_audit_page(report_of({"posts/your_posts_1.json": [POST]}), snapshot)
        assert bool(audit_sentences.plan_note(page)) is note
        assert ("left out of your plan" in audit_sentences.advice_title(page.advice[0])) is (standing == LEFT_OUT)


def test_the_links_of_a_step_are_those_of_its_sources() -> None:
    """Only addresses; in the plan and outside of it."""
    source = next(id for id, each in SHIPPED.sources.items() if each.url)
    empty = next(id for id, each in SHIPPED.sources.items() if not each.url)
    linked = step("linked", 3, resolves=("facebook.posts", "facebook.naming"))._replace(
        links=(Link("Posts", source), Link("Nowhere", empty))
    )
    shelf = library(linked)._replace(sources=SHIPPED.sources)
    for answers in ({"country": "DE"}, {}):
        page = build_audit_page(report_of({"posts/your_posts_1.json": [POST]}), case(shelf, said(**answers)))
        assert [(link.label, link.url) for link in page.advice[0].links] == [("Posts", SHIPPED.sources[source].url)]


def test_a_step_without_links_leads_to_the_pages_of_what_it_resolves() -> None:
    """Each page once, and only one that shows nothing but that; a step with links keeps them."""
    found = ("facebook.posts", "facebook.photos", "facebook.naming")
    shelf = library(step("alone", 3, resolves=found))._replace(sources=SHIPPED.sources)
    page = build_audit_page(
        report_of({"posts/your_posts_1.json": [POST | {"attachments": PHOTO}]}), case(shelf, said(country="DE"))
    )
    assert [risk.id for risk in page.advice[0].risks] == ["facebook.photos", "facebook.posts", "facebook.naming"]
    assert [link.url for link in page.advice[0].links] == [SHIPPED.sources["facebook-activity-posts"].url]


def test_every_place_in_the_page_leads_to_meta() -> None:
    """Each entry has the links of its step, and no other entry has any."""
    entries = read_page(document("html", full())).one("ol", class_="findings").all("li")
    advice = page_of(full()).advice
    assert len(entries) == len(advice)
    for entry, expected in zip(entries, advice, strict=True):
        assert [link.attributes["href"] for link in entry.all("a")] == [link.url for link in expected.links]
        assert all(phrase in text(entry) for phrase in audit_sentences.advice_texts(expected, full()))
