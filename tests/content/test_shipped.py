"""The content that is shipped keeps every rule, and whoever answers whatever gets a plan that begins somewhere."""

from datetime import date
from itertools import product

import pytest

from wizard.check import check_content
from wizard.content.content_files import content_root
from wizard.core.content_models import ACTION_IDS, Library
from wizard.core.snapshot import Snapshot, build_snapshot

TODAY = date(2026, 11, 23)
EXPORT = "delete-your-data/export-your-data"
PEOPLE: dict[str, dict[str, tuple[str, ...]]] = {
    "said nothing more": {},
    "has no account": {"services": ("none",), "people": ("others-post",)},
    "has no account and nobody posts": {"services": ("none",), "people": ("none",)},
    "keeps everything private": {
        "services": ("facebook",),
        "visibility": ("private",),
        "account": ("personal",),
        "habits": ("none",),
        "people": ("none",),
        "depth": ("limit",),
        "device": ("web",),
    },
    "leaves": {"services": ("facebook", "instagram", "threads"), "visibility": ("mixed",), "depth": ("leave",)},
    "only writes messages": {"services": ("whatsapp", "messenger"), "habits": ("meta-ai",), "depth": ("delete",)},
}
OPENED: tuple[tuple[str, ...], ...] = ((), ("opened",), ("not-opened",))
Home = tuple[str, str]


def homes(library: Library) -> list[Home]:
    """Every country, and every part of one that the interview asks for."""
    return [(alpha2, "") for alpha2 in library.countries] + [(region.country, region.id) for region in library.regions.values()]


def plan_of(library: Library, home: Home, person: dict[str, tuple[str, ...]], opened: tuple[str, ...]) -> Snapshot:
    """The case of a person in a home, for whom the form opened or not."""
    country, region = home
    answers = {"country": (country,), **person}
    answers |= {"region": (region,)} if region else {}
    answers |= {"form": opened} if opened else {}
    return build_snapshot(library, answers, (), TODAY)


def begins_somewhere(case: Snapshot) -> None:
    """State that a case has a place with its law, a headline for its path, and a first thing to do."""
    assert case.place is not None
    assert case.place.law, f"{case.place.name} has no law label"
    assert case.place.regime.headlines.get(case.place.path), f"{case.place.name} has no headline for {case.place.path}"
    assert case.next_step is not None, f"{case.place.name} has no first step"


def newest(library: Library) -> date:
    """The day of the latest look at anything: on no day before it could this content have been written."""
    facts = (library.steps, library.articles, library.regimes, library.sources, library.authorities, library.letters)
    days = [each.checked for kind in facts for each in kind.values()]
    return max([TODAY, *days, *(each.checked for each in library.addressees.values())])


def test_the_shipped_content_keeps_every_rule(content: Library) -> None:
    """The check finds nothing, on the day of its latest fact."""
    report = check_content(content_root(), newest(content))
    assert report.findings == ()
    assert report.complete
    assert report.measured, "the reading grade was not measured: textstat belongs to the group dev"


@pytest.mark.parametrize("person", PEOPLE)
def test_everybody_everywhere_has_a_first_step_and_a_headline(content: Library, person: str) -> None:
    """In each of 250 countries and their parts."""
    assert len(content.countries) == 250
    for home in homes(content):
        begins_somewhere(plan_of(content, home, PEOPLE[person], ()))


@pytest.mark.parametrize("opened", OPENED)
def test_a_form_that_opened_or_did_not_leaves_nobody_without_a_plan(content: Library, opened: tuple[str, ...]) -> None:
    """What the person saw of the form changes the path, and there is something to do on each."""
    for alpha2 in content.countries:
        begins_somewhere(plan_of(content, (alpha2, ""), {"services": ("facebook",)}, opened))
        begins_somewhere(plan_of(content, (alpha2, ""), {"services": ("none",)}, opened))


@pytest.mark.parametrize("person", PEOPLE)
def test_nothing_is_deleted_for_good_before_it_is_saved(content: Library, person: str) -> None:
    """In every plan the export comes before the deletions that cannot be undone."""
    for country, opened in product(("DE", "GB", "US", "KR", "IN", "CN"), OPENED):
        order = [entry.id for entry in plan_of(content, (country, ""), PEOPLE[person], opened).steps]
        final = [id for id in order if id != EXPORT and id.startswith("delete-") and content.steps[id].passage("irreversible")]
        assert not final or EXPORT in order[: order.index(final[0])]


def test_every_action_has_steps_somewhere(content: Library) -> None:
    """The objection and each of the six actions hold something to do."""
    assert {step.action for step in content.steps.values()} == set(ACTION_IDS)
