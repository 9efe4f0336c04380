"""Kinds of request are content: each has its time limit, outcomes, letters and place, and none needs a line of Python."""

import pytest

from tests.letters import PLACES, person
from tests.making import REQUESTS, case, day, event, library, said
from wizard.content.content_loader import load_shipped_content
from wizard.core.condition import Condition
from wizard.core.jurisdiction import Period
from wizard.core.letter.selection import select_letter
from wizard.core.request_kinds import (
    OutcomesOfKind,
    find_request_kind,
    offered_kinds,
    recordable_outcomes,
    request_heading,
    request_title,
)
from wizard.core.request_models import RequestKind
from wizard.core.snapshot import Snapshot, build_snapshot
from wizard.views.actions import OpenRequest
from wizard.views.step import step_page

LIBRARY = load_shipped_content()
NEW = tuple(kind for kind in LIBRARY.requests.values() if kind.group != "objection")
OLD_TITLES = {
    "case/facebook": ("Objection, Facebook", "Facebook"),
    "case/instagram": ("Objection, Instagram", "Instagram"),
    "case/whatsapp-ai": ("Objection, messages to Meta AI in WhatsApp", "messages to Meta AI in WhatsApp"),
    "case/third-party": ("Information from third parties", "information from third parties"),
    "case/of-a-later-version": ("of-a-later-version", "of-a-later-version"),
    "case/instagram:shop": ("Objection, Instagram (shop)", "Instagram (shop)"),
}
PEOPLE = "others-post children"


def lives(country: str, region: str = "", *happened: str, today: str = "2026-11-30") -> Snapshot:
    """The snapshot of someone with children and accounts, after events like "case/access-request sent 2026-10-01"."""
    answers = said(country=country, region=region, services="facebook instagram", people=PEOPLE)
    events = [event(*each.split()) for each in happened]
    return build_snapshot(LIBRARY, answers, events, day(today))


@pytest.mark.parametrize(("target", "names"), OLD_TITLES.items())
def test_the_names_of_a_request(target: str, names: tuple[str, str]) -> None:
    """Those of the four objections are as before; an unknown kind is called by its id."""
    assert (request_heading(LIBRARY, target), request_title(LIBRARY, target)) == names


OFFERED = [
    ("DE", "", {"access-request", "erasure-request", "parent-withdrawal", "photo-report", "authority-complaint"}),
    ("GB", "", {"access-request", "erasure-request", "parent-withdrawal", "photo-report", "authority-complaint"}),
    ("AU", "", {"access-request", "parent-withdrawal", "photo-report", "authority-complaint"}),
    ("US", "US-CA", {"state-request", "parent-withdrawal", "photo-report", "authority-complaint"}),
    ("US", "US-NY", {"parent-withdrawal", "photo-report", "authority-complaint"}),
]


@pytest.mark.parametrize(("country", "region", "ids"), OFFERED)
def test_what_is_offered_where(country: str, region: str, ids: set[str]) -> None:
    """A request that rests on a right is offered only where the law gives it."""
    here = lives(country, region)
    assert {kind.id for kind in offered_kinds(LIBRARY, here.place, here.interview.facts, here.today)} == ids


SUN, SAT = "the Monday, as the last day is a Sunday", "the Monday, as the last day is a Saturday"
DUE = [
    ("DE", "", "access-request", "2026-11-02", "Meta's answer about your access request is due (SUN)."),
    ("AU", "", "access-request", "2026-11-02", "Meta's answer about your access request is due (a day that we suggest; SAT)."),
    ("AR", "", "access-request", "2026-10-12", "Meta's answer about your access request is due (SUN)."),
    ("AR", "", "erasure-request", "2026-10-08", "Meta's answer about your erasure request is due."),
    ("US", "US-CA", "state-request", "2026-11-16", "Meta's answer about your request under your state's law is due (SUN)."),
    ("US", "US-IA", "state-request", "2026-12-30", "Meta's answer about your request under your state's law is due."),
    ("DE", "", "parent-withdrawal", "2026-11-02", "Meta's answer about your letter about your child is due (SUN)."),
    ("DE", "", "photo-report", "2026-10-15", "Meta's answer about the photo that you reported is due (a day that we suggest)."),
    ("DE", "", "authority-complaint", "2027-01-01", "The authority's answer about your complaint is due."),
    ("CH", "", "authority-complaint", "2027-01-01", "The authority's answer about your complaint is due (SUGGESTED)."),
]  # fmt: skip


@pytest.mark.parametrize(("country", "region", "id", "due", "reason"), DUE)
def test_the_time_limit_of_each_kind(country: str, region: str, id: str, due: str, reason: str) -> None:
    """The clock of the law counts, or else a time of ours that is called so."""
    found = lives(country, region, f"case/{id} sent 2026-10-01").request(f"case/{id}")
    assert found
    assert (found.due, found.due_reason) == (
        day(due),
        reason.replace("SUGGESTED", "a day that we suggest").replace("SUN", SUN).replace("SAT", SAT),
    )


@pytest.mark.parametrize("kind", NEW, ids=lambda kind: kind.id)
def test_a_request_is_followed_from_the_day_it_is_sent(kind: RequestKind) -> None:
    """Before, it is nowhere in the plan and among the deadlines; taken back, it is gone again."""
    before, sent = lives("DE"), lives("DE", "", f"{kind.target} sent 2026-11-20")
    assert kind.target not in {each.target for each in before.requests}
    page = before.request(kind.target)
    assert page
    assert (page.status, page.due, page.recommendation, page.events) == ("open", None, kind.recommend, ())
    assert kind.target in {each.target for each in sent.requests}
    assert kind.target in {each.id for each in sent.deadlines}


@pytest.mark.parametrize("kind", NEW, ids=lambda kind: kind.id)
def test_every_outcome_of_a_kind_has_advice_and_a_letter_that_can_be_written(kind: RequestKind) -> None:
    """At each place; a letter that is named for the next step is one about this kind of request."""
    events = f"{kind.target} sent 2026-11-01"
    for country, region in (*PLACES.values(), ("DE", "")):
        here = lives(country, region)
        if kind not in list(offered_kinds(LIBRARY, here.place, here.interview.facts, here.today)):
            continue
        for outcome in recordable_outcomes(LIBRARY, kind):
            if not LIBRARY.outcomes[outcome].when.holds(here.interview.facts):
                continue
            for today in ("2026-11-30", "2027-06-30"):
                found = lives(country, region, events, f"{kind.target} {outcome} 2026-11-20", today=today)
                about = found.request(kind.target)
                assert about
                assert about.recommendation, (country, outcome)
                assert not about.letter or select_letter(found, about.letter, kind.target)[0], (country, outcome)


ELSEWHERE = [
    ("case/access-request", "granted"),
    ("case/access-request", "code-missing"),
    ("case/facebook", "own-tool"),
    ("case/facebook", "removed"),
    ("case/photo-report", "follow-up"),
    ("case/authority-complaint", "refused"),
    ("case/authority-complaint", "complaint"),
    ("case/access-request", "request-sent"),
]


@pytest.mark.parametrize(("target", "outcome"), ELSEWHERE)
def test_an_outcome_belongs_to_its_kinds(target: str, outcome: str) -> None:
    """It can't be recorded for others; what stands for a sending is recorded as `sent`."""
    assert outcome not in recordable_outcomes(LIBRARY, find_request_kind(LIBRARY, target))


def test_whatever_could_be_recorded_for_an_objection_still_can() -> None:
    """The outcomes of earlier versions stay valid."""
    earlier = {
        "prepared", "sent", "receipt", "code-missing", "granted", "partly", "extended", "refused", "refused-with-reasons",
        "more-asked", "id-asked", "wrong-form", "other-language", "not-eligible", "no-answer", "follow-up", "appeal", "grievance",
        "complaint-meta", "complaint", "authority-answer", "closed", "reopened",
    }  # fmt: skip
    for target in ("case/facebook", "case/instagram", "case/whatsapp-ai", "case/third-party"):
        assert earlier <= set(recordable_outcomes(LIBRARY, find_request_kind(LIBRARY, target)))


def test_a_new_kind_of_request_needs_only_content() -> None:
    """A record with a time of its own is offered, followed and asked for its outcomes."""
    kind = RequestKind(
        "portability-request", "Data in a portable form", "your request for portable data", "Write to Meta.",
        summary="Take your data elsewhere.", suggested=Period(10, "days"), when=Condition(({"country": frozenset({"DE"})},)),
        sent_as="request-sent",
    )  # fmt: skip
    made = library(requests={**REQUESTS, kind.id: kind})
    here = case(made, said(country="DE"), event(kind.target, "sent", "2026-11-20"))
    found = here.request(kind.target)
    assert found
    assert (found.name, found.status, found.due) == ("Data in a portable form", "waiting", day("2026-11-30"))
    assert kind in list(offered_kinds(made, here.place, here.interview.facts, here.today))
    assert {"answered-in-full", "receipt", "refused"} <= set(recordable_outcomes(made, kind))
    assert OutcomesOfKind(made, kind)["sent"].label == "I sent the request"


AFTER_A_COMPLAINT = [
    ("complaint 2026-06-15, passed-on 2026-07-20", "2026-09-15", "overdue", "complaint-status"),
    ("complaint 2026-06-15, complaint-receipt 2026-06-20", "2026-09-15", "overdue", "complaint-status"),
    ("complaint 2026-06-15, no-news 2026-08-20", "2026-09-15", "overdue", "complaint-status"),
    ("complaint 2026-06-15, status-asked 2026-11-25", "2026-12-09", "complained", ""),
    ("complaint 2026-06-15, settlement-offered 2026-08-01", None, "settling", "decline-settlement"),
    ("complaint 2026-06-15, settlement-declined 2026-11-01", "2027-02-01", "complained", ""),
    ("complaint 2026-06-15, dismissed 2026-08-01", None, "dismissed", ""),
    ("complaint 2026-06-15, authority-answer 2026-08-01", None, "answered", ""),
]


@pytest.mark.parametrize(("happened", "due", "status", "letter"), AFTER_A_COMPLAINT)
@pytest.mark.parametrize("target", ["case/facebook", "case/access-request", "case/authority-complaint"])
def test_what_follows_a_complaint(target: str, happened: str, due: str | None, status: str, letter: str) -> None:
    """Passing it on decides nothing and does not stop the clock; when it has run out, one asks before one goes to court."""
    events = [f"{target} {each}" for each in happened.split(", ")]
    first = f"{target} sent 2026-06-15" if target.endswith("complaint") else f"{target} sent 2026-03-01"
    here = lives("AT", "", first, *(events[1:] if target.endswith("-complaint") else events))
    found = here.request(target)
    assert found
    assert (found.due, found.status, found.letter) == (due and day(due), status, letter)
    if letter:
        assert select_letter(here, letter, target)[0].id == letter


def test_the_state_request_leads_to_an_appeal_where_the_law_has_one() -> None:
    """In California, whose law has none, one writes again."""
    for region, letter in (("US-TX", "state-appeal"), ("US-CA", "request-reminder")):
        here = lives("US", region, "case/state-request sent 2026-11-01", "case/state-request refused 2026-11-20")
        found = here.request("case/state-request")
        assert found
        assert found.letter == letter


def test_a_person_helper_knows_the_targets() -> None:
    """The events of the tests' people are recorded for the old targets as before."""
    assert [each.target for each in person(PLACES["IE"], "sent 2026-09-01").requests][:1] == ["case/facebook"]


def test_the_steps_that_lead_to_a_request_say_so() -> None:
    """On the page of the step, in every front end; others have no such choice."""
    here = lives("DE")
    leading = {step for kind in LIBRARY.requests.values() for step in kind.steps}
    assert leading
    for entry in here.steps:
        opened = {each.action.target for each in step_page(here, entry.id).choices if isinstance(each.action, OpenRequest)}
        assert bool(opened) == (entry.id in leading), entry.id
