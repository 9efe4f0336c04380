"""The one value that every view takes: plan, progress, exposure, dates, next step."""

from collections.abc import Iterable

import pytest

from tests.making import case, country, day, event, form_step, library, link, replace, said, step, when
from wizard.core.plan_entries import Exposure, PlanStep
from wizard.core.snapshot import Snapshot

LIBRARY = library(
    form_step("facebook", minutes=5, links=(link("form"), link("page", when=when(form="opened")))),
    form_step("instagram", minutes=5),
    step("a", 3, 5),
    step("b", 2, 5, "a"),
    step("advocate/write", 1, 10, when=when(path="mitigation")),
)
ANSWERS = said(country="DE", region="", services="facebook")


def plans(*happened: str, answers: dict[str, tuple[str, ...]] = ANSWERS, today: str = "2026-11-23") -> Snapshot:
    """The case after events like "a done" or "case/facebook sent 2026-10-01"."""
    return case(LIBRARY, answers, *(event(*each.split()) for each in happened), today=day(today))


def ids(entries: Iterable[PlanStep]) -> list[str]:
    return [each.id.partition("/")[2] for each in entries]


@pytest.mark.parametrize(
    ("answers", "steps"),
    [
        ({"country": "DE", "services": "facebook"}, "facebook-form a b"),
        ({"country": "DE", "services": "facebook instagram"}, "facebook-form instagram-form a b"),
        ({"country": "DE"}, "facebook-form instagram-form a b"),
        ({"country": "US", "services": "none"}, "a b write"),
        ({"services": "facebook"}, ""),
    ],
)
def test_the_plan_follows_the_answers(answers: dict[str, str], steps: str) -> None:
    """What is not known is covered; without a country there is no plan yet."""
    assert ids(plans(answers=said(**answers)).steps) == steps.split()


@pytest.mark.parametrize(
    ("happened", "exposure", "done", "total", "following"),
    [
        ([], Exposure(10, 10), 0, 3, "facebook-form"),
        (["case/facebook sent"], Exposure(5, 10), 1, 3, "a"),
        (["case/facebook sent", "a done", "b done"], Exposure(0, 10), 3, 3, None),
        (["case/facebook sent", "case/facebook refused"], Exposure(10, 10), 1, 3, "a"),
        (["case/facebook sent", "case/facebook refused", "case/facebook follow-up"], Exposure(10, 10), 1, 3, "a"),
        (["case/facebook sent", "case/facebook refused", "case/facebook partly"], Exposure(5, 10), 1, 3, "a"),
        (["case/facebook sent", "case/facebook refused", "case/facebook sent 2026-11-24"], Exposure(5, 10), 1, 3, "a"),
        (["a skipped"], Exposure(10, 10), 0, 3, "facebook-form"),
        (["unheard-of done"], Exposure(10, 10), 0, 3, "facebook-form"),
    ],
)
def test_exposure_is_the_impact_still_open(
    happened: list[str], exposure: Exposure, done: int, total: int, following: str | None
) -> None:
    """Out of all that counts, and what Meta refused is open; the next step is the first one to be done."""
    found = plans(*happened)
    assert (found.exposure, found.done, found.total) == (exposure, done, total)
    assert (ids([found.next_step]) if found.next_step else [None]) == [following]


def test_what_was_skipped_with_a_reason_leaves_the_count() -> None:
    """Not for me, and why: then it is neither open nor done."""
    found = case(LIBRARY, ANSWERS, event("a", "skipped", note="not my account"))
    assert (found.exposure, found.total, ids(found.open_steps)) == (Exposure(7, 7), 2, ["facebook-form", "b"])


def test_a_share_is_never_more_than_whole() -> None:
    """And nothing to do is nothing open."""
    assert (Exposure(1, 4).share, Exposure(0, 0).share, plans(answers={}).exposure.share) == (0.25, 0.0, 0.0)


def test_the_parts_are_the_actions_in_their_order() -> None:
    """Only those that have steps; each with its own status."""
    fresh, begun, over = plans(), plans("a done"), plans("a done", "b skipped")
    assert [part.action.id for part in fresh.actions] == ["objection", "privacy-settings"]
    assert [each.actions[1].status for each in (fresh, begun, over)] == ["open", "begun", "done"]
    assert (begun.actions[1].done, begun.actions[1].total) == (1, 2)


def test_without_a_form_what_is_left_of_the_objection_comes_last() -> None:
    """In words of its own: there is nothing to object with."""
    made = library(form_step("facebook"), step("a"), countries={each: country(each) for each in ("DE", "US")})
    first, *others = made.actions
    made = replace(made, actions=(first._replace(without_form=first._replace(title="About other data")), *others))
    made = replace(made, countries={**made.countries, "US": country("US", form="no")})
    there, here = (case(made, said(country=each, services="facebook")) for each in ("US", "DE"))
    assert [part.action.title for part in here.actions] == [first.title, "Action privacy-settings"]
    assert [part.action.title for part in there.actions] == ["Action privacy-settings", "About other data"]


def test_the_open_steps_say_how_long_they_take() -> None:
    """All open steps together."""
    assert (plans().minutes, plans("a done").minutes) == (15, 10)


@pytest.mark.parametrize(
    ("happened", "minutes", "chosen"),
    [
        ([], 5, "facebook-form"),
        ([], 10, "facebook-form a"),
        (["case/facebook sent"], 10, "a b"),
        (["a done"], 5, "facebook-form"),
        ([], 1, ""),
    ],
)
def test_ten_minutes_choose_among_what_is_open(happened: list[str], minutes: int, chosen: str) -> None:
    """What is done is not proposed again, and what it opened is."""
    assert ids(plans(*happened).best_within(minutes)) == chosen.split()


def test_dates_come_in_their_order() -> None:
    """The nearest first, each with what is due."""
    both = ANSWERS | said(services="facebook instagram")
    found = plans("case/facebook sent 2026-11-20", "case/instagram sent 2026-11-02", answers=both)
    assert [(each.id, each.due.isoformat()) for each in found.deadlines] == [
        ("case/instagram", "2026-12-02"),
        ("case/facebook", "2026-12-21"),
    ]


def test_a_case_that_has_begun_stays_in_sight() -> None:
    """Also when its step is no longer in the plan; before anything happened only the plan's own cases are there."""
    assert [each.target for each in plans().requests] == ["case/facebook"]
    found = plans("case/instagram sent 2026-11-20")
    assert [each.target for each in found.requests] == ["case/facebook", "case/instagram"]
    assert plans("case/instagram sent", answers={}).requests == ()


def test_links_are_made_ready() -> None:
    """Those that apply, with their address; a source without an address gives none."""
    entry = plans().step("objection/facebook-form")
    assert entry
    assert [(each.label, each.url) for each in entry.links] == [("To the form", "https://form.example/")]
    opened = plans(answers=ANSWERS | said(form="opened")).step("objection/facebook-form")
    assert opened
    assert [each.label for each in opened.links] == ["To the form", "To the page"]
    nowhere = replace(LIBRARY, sources={id: replace(each, url="") for id, each in LIBRARY.sources.items()})
    assert all(each.links == () for each in case(nowhere, ANSWERS).steps)


@pytest.mark.parametrize(
    ("kind", "checked", "stale"),
    [
        ("form", "2026-09-24", False),
        ("form", "2026-09-23", True),
        ("setting", "2026-05-27", False),
        ("setting", "2026-05-26", True),
        ("law", "2025-11-23", False),
        ("law", "2025-11-22", True),
    ],
)
def test_facts_go_stale_by_their_kind(kind: str, checked: str, stale: bool) -> None:
    """Forms after 60 days, settings after 180, laws after a year."""
    made = library(step("a", kind=kind, checked=day(checked)))
    assert case(made, ANSWERS).steps[0].needs_review is stale


def test_an_entry_is_found_by_an_old_name() -> None:
    """Links from elsewhere keep working."""
    made = replace(LIBRARY, retired={"privacy-settings/old": "privacy-settings/a"})
    found = case(made, ANSWERS).step("privacy-settings/old")
    assert found
    assert found.id == "privacy-settings/a"
    assert case(made, ANSWERS).step("nowhere/at-all") is None


def test_an_entry_brings_its_notes() -> None:
    """The person's own words stand beside the step."""
    found = case(LIBRARY, ANSWERS, event("a", "note", note="asked Kim"))
    assert [each.note for each in found.step("privacy-settings/a").notes] == ["asked Kim"]  # type: ignore[union-attr]


def test_a_case_is_the_same_for_the_same_facts() -> None:
    """Equal facts make equal cases, which is what keeps the faces quiet."""
    assert plans("a done") == plans("a done")
    assert plans("a done") != plans()


def test_the_path_changes_with_what_the_person_saw() -> None:
    """The form did not open: mitigation from here on, and the law stays."""
    seen = plans(answers=ANSWERS | said(form="not-opened"))
    assert seen.place
    assert (seen.place.path, seen.place.law, "write" in ids(seen.steps)) == ("mitigation", "GDPR", True)
