"""A request keeps the place and the law under which it was sent, whatever the person answers or records after that."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.making import TODAY, day, replace
from wizard.content.content_loader import load_shipped_content
from wizard.core.content_models import Library
from wizard.core.event import Event
from wizard.core.place import Answers
from wizard.core.request import Request
from wizard.core.snapshot import Snapshot, build_snapshot

FACEBOOK, INSTAGRAM = "case/facebook", "case/instagram"
GERMANY = "country=DE services=facebook,instagram visibility=mixed"
FROM_GERMANY = "Sent from Germany, under the GDPR"
TEXAS = ("country=US", "region=US-TX")


def story(*told: str, today: str = "2026-11-30", library: Library | None = None) -> Snapshot:
    """The case after answers like "country=DE" and events like "case/facebook sent 2026-10-01", in this order."""
    answers: dict[str, tuple[str, ...]] = {}
    events: list[Event] = []
    for each in " ".join(told).replace(" case/", "\ncase/").split("\n"):
        for line in [each] if each.startswith("case/") else []:
            target, kind, on, *rest = line.split()
            events.append(Event(f"{len(events)}", "", kind, target.replace("case/residence", "residence"), day(on)))
            events += _answers(rest, answers, len(events))
        if not each.startswith("case/"):
            events += _answers(each.split(), answers, len(events))
    return build_snapshot(library or load_shipped_content(), answers, events, day(today))


def _answers(pairs: Sequence[str], answers: dict[str, tuple[str, ...]], number: int) -> list[Event]:
    found: list[Event] = []
    for question, _, values in (pair.partition("=") for pair in pairs):
        value = None if values == "!" else tuple(filter(None, values.split(",")))
        if value is None:
            answers.pop(question, None)
        else:
            answers[question] = value
        found.append(Event(f"{number + len(found)} {question}", "", "answered", question, TODAY, value=value))
    return found


def request(case: Snapshot, target: str) -> Request:
    """The case of this name."""
    return next(each for each in case.requests if each.target == target)


def kept(found: Request) -> tuple[object, ...]:
    """What a request keeps: place and law, the office, time limits, where it stands and what follows."""
    assert found.place
    where = (found.place.country.alpha2, found.place.region, found.place.law, found.place.authority)
    return (*where, found.status, found.due, found.due_reason, found.recommendation, found.letter, found.refused)


@pytest.mark.parametrize(
    ("told", "origin", "due"),
    [
        ((GERMANY, "case/instagram sent 2026-10-01"), "", "2026-11-02"),
        ((GERMANY, "case/instagram sent 2026-10-01", *TEXAS), FROM_GERMANY, "2026-11-02"),
        ((GERMANY, "region=DE-BY", "case/instagram sent 2026-10-01", "country=GB"), FROM_GERMANY, "2026-11-02"),
        ((GERMANY, "region=DE-BY", "case/instagram sent 2026-10-01", "region=DE-HH"),
         "Sent from Bavaria (Bayern), Germany, under the GDPR", "2026-11-02"),
        ((GERMANY, "case/instagram sent 2026-10-01", "region=DE-BY"), "", "2026-11-02"),
        ((GERMANY, *TEXAS, "case/instagram sent 2026-10-01"), "", "2026-11-16"),
        ((GERMANY, *TEXAS, "case/instagram sent 2026-10-01", "country=DE"),
         "Sent from Texas, United States, under the TDPSA", "2026-11-16"),
        (("services=instagram", "case/instagram sent 2026-10-01", "country=DE"), "", "2026-11-02"),
        (("services=instagram", "case/instagram sent 2026-10-01", "country=DE", "country=GB"),
         FROM_GERMANY, "2026-11-02"),
        ((GERMANY, "case/instagram sent 2026-10-01", "country=!", "country=GB"), FROM_GERMANY, "2026-11-02"),
        ((GERMANY, "case/instagram receipt 2026-10-01", *TEXAS), FROM_GERMANY, "2026-11-02"),
        ((GERMANY, "case/instagram prepared 2026-10-01", *TEXAS), "", None),
        ((GERMANY, "case/instagram sent 2026-09-01", *TEXAS, "case/instagram reopened 2026-09-20"), "", None),
        ((GERMANY, "case/instagram sent 2026-09-01", *TEXAS, "case/instagram code-missing 2026-09-20"), "", None),
        ((GERMANY, "case/instagram sent 2026-09-01", *TEXAS, "case/instagram sent 2026-10-01"), "", "2026-11-16"),
    ],
)  # fmt: skip
def test_a_request_runs_under_the_law_of_the_place_that_it_was_sent_from(
    told: tuple[str, ...], origin: str, due: str | None
) -> None:
    """A move changes nothing of it; what is sent after that follows the new place. To say more of a place is no move."""
    found = request(story(*told), INSTAGRAM)
    assert (found.sent_from, found.due) == (origin, due and day(due))


def test_other_requests_follow_the_new_place() -> None:
    """One is pinned, the other is sent from where the person lives now."""
    case = story(GERMANY, "case/facebook sent 2026-10-01", "country=GB", "case/instagram sent 2026-10-20")
    places = {each.target: each.place and each.place.country.alpha2 for each in case.requests if each.events}
    assert places == {FACEBOOK: "DE", INSTAGRAM: "GB"}
    assert case.place
    assert case.place.country.alpha2 == "GB"


def test_what_was_granted_stays_granted() -> None:
    """The form's step counts as done for exposure and progress, also where the plan of the new place has no such form."""
    before = story(GERMANY, "case/facebook sent 2026-10-01", "case/facebook granted 2026-10-02")
    after = story(GERMANY, "case/facebook sent 2026-10-01", "case/facebook granted 2026-10-02", *TEXAS)
    never = story(GERMANY, *TEXAS)
    assert (before.done, after.done, never.done) == (1, 1, 0)
    form = after.step("objection/facebook-form")
    assert form
    assert after.exposure.total - after.exposure.open == form.step.impact
    assert never.step("objection/facebook-form") is None


def test_a_place_that_is_no_longer_in_the_content_leaves_the_case_to_the_place_of_today() -> None:
    """A country that the content does not know cannot give a law."""
    few = replace(
        load_shipped_content(), countries={id: each for id, each in load_shipped_content().countries.items() if id != "DE"}
    )
    found = request(story(GERMANY, "case/facebook sent 2026-10-01", "country=FR", library=few), FACEBOOK)
    assert found.place
    assert (found.place.country.alpha2, found.sent_from) == ("FR", "")


def test_answers_without_events_are_the_place_of_every_case() -> None:
    """As in a state file that was written by hand."""
    answers: Answers = {"country": ("DE",), "services": ("facebook",)}
    case = build_snapshot(load_shipped_content(), answers, [Event("1", "", "sent", FACEBOOK, day("2026-10-01"))], TODAY)
    assert request(case, FACEBOOK).sent_from == ""


ANSWERS = ["visibility=public", "account=personal", "depth=delete", "people=children"]
HAPPENED = [f"case/facebook {kind} 2026-10-{number:02}" for number, kind in enumerate(
    ("receipt", "extended", "granted", "partly", "refused", "id-asked", "no-answer", "follow-up", "complaint"), 5
)]  # fmt: skip
MOVES = [TEXAS, ("country=GB",), ("country=BR",), ("country=US", "region=US-CA"), ("country=CH",), ("country=KR",)]
STARTS = ["country=DE region=DE-HH", "country=DE region=", "country=US region=US-CA", "country=GB", "country=IN", "country=CH"]


@settings(deadline=None, max_examples=150, derandomize=True)
@given(
    start=st.sampled_from(STARTS),
    later=st.lists(st.sampled_from([*ANSWERS, *HAPPENED]), max_size=6),
    moves=st.lists(st.tuples(st.integers(0, 6), st.sampled_from(MOVES)), min_size=1, max_size=3),
)
def test_a_move_changes_nothing_of_a_request_that_was_sent(
    start: str, later: list[str], moves: list[tuple[int, tuple[str, ...]]]
) -> None:
    """Whatever happens or is answered before and after it."""
    first = (f"{start} services=facebook,instagram", "case/facebook sent 2026-10-01")
    moved = list(later)
    for at, move in moves:
        moved[at:at] = move
    here, there = (request(story(*first, *rest), FACEBOOK) for rest in (later, moved))
    assert kept(there) == kept(here)
