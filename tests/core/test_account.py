"""Several accounts with one service: each has its own answers about the form and about access, and its own request."""

import pytest

from tests.core.test_residence import request, story
from tests.making import TODAY, day
from wizard.content.content_loader import load_shipped_content
from wizard.core.event import ANSWERED, Event
from wizard.core.place import Answers
from wizard.core.snapshot import Snapshot, build_snapshot

FACEBOOK, INSTAGRAM, SHOP = "case/facebook", "case/instagram", "case/instagram:shop"
FACEBOOK_FORM, INSTAGRAM_FORM = "objection/facebook-form", "objection/instagram-form"
OTHER_WAY = "objection/if-the-form-did-not-open"
LIVES: Answers = {
    "country": ("DE",),
    "services": ("facebook", "instagram"),
    "visibility": ("public",),
    "account": ("personal",),
    "habits": ("none",),
    "people": ("none",),
    "depth": ("limit",),
}


def snapshot(*told: str, country: str = "DE", services: str = "facebook instagram") -> Snapshot:
    """Somebody after events like "account/instagram:shop access-locked" and answers like "form=opened", in this order."""
    answers = {**LIVES, "country": (country,), "services": tuple(services.split())}
    events = []
    for number, each in enumerate(told):
        if "=" in each:
            question, value = each.split("=")
            answers[question] = (value,)
            events.append(Event(str(number), "", ANSWERED, question, TODAY, value=(value,)))
        else:
            target, kind, note, *_rest = (*each.split(maxsplit=2), "")
            events.append(Event(str(number), "", kind, target, day("2026-11-02"), note))
    return build_snapshot(load_shipped_content(), answers, events, TODAY)


def requests(*told: str, **lives: str) -> dict[str, str]:
    """The requests with their recommendations."""
    return {each.target: each.recommendation for each in snapshot(*told, **lives).requests}


def has_step(found: Snapshot, step_id: str) -> bool:
    return found.step(step_id) is not None


LISTED = [
    ("", [FACEBOOK, INSTAGRAM]),
    ("account/instagram:shop added", [FACEBOOK, INSTAGRAM, SHOP]),
    ("case/instagram:shop sent", [FACEBOOK, INSTAGRAM, SHOP]),
    ("account/facebook:old added", [FACEBOOK, "case/facebook:old", INSTAGRAM]),
    ("account/instagram:shop access-locked", [FACEBOOK, INSTAGRAM, SHOP]),
    ("account/instagram:shop added; account/instagram:shop removed", [FACEBOOK, INSTAGRAM]),
    ("case/instagram:shop sent; account/instagram:shop removed", [FACEBOOK, INSTAGRAM]),
    ("account/instagram:shop removed; case/instagram:shop sent", [FACEBOOK, INSTAGRAM, SHOP]),
    ("account/instagram:shop removed; account/instagram:shop added", [FACEBOOK, INSTAGRAM, SHOP]),
    ("account/instagram access-locked", [FACEBOOK, INSTAGRAM]),
    ("account/instagram form-not-opened", [FACEBOOK, INSTAGRAM]),
    ("case/instagram:shop sent; case/instagram sent; account/instagram access-locked", [FACEBOOK, INSTAGRAM, SHOP]),
]


@pytest.mark.parametrize(("told", "targets"), LISTED)
def test_each_account_has_a_request(told: str, targets: list[str]) -> None:
    assert list(requests(*filter(None, told.split("; ")))) == targets


def test_a_further_account_has_its_own_events_and_dates() -> None:
    found = snapshot("case/instagram:shop sent", "case/facebook:old added")
    assert {each.id for each in found.deadlines} == {SHOP}
    assert request(found, SHOP).status == "waiting"
    assert request(found, INSTAGRAM).status == "open"
    assert found.progress.status_of(INSTAGRAM_FORM).status == "open"


NAMES = [
    ("account/instagram:shop added", SHOP, "Instagram (shop)", "Objection, Instagram (shop)"),
    ("account/instagram:shop renamed My business", SHOP, "Instagram (My business)", "Objection, Instagram (My business)"),
    ("account/instagram renamed private", INSTAGRAM, "Instagram (private)", "Objection, Instagram (private)"),
    ("account/instagram:shop renamed \u202e \n", SHOP, "Instagram (shop)", "Objection, Instagram (shop)"),
    ("case/facebook sent", FACEBOOK, "Facebook", "Objection, Facebook"),
]


@pytest.mark.parametrize(("told", "target", "title", "name"), NAMES)
def test_an_account_is_called_by_its_nickname(told: str, target: str, title: str, name: str) -> None:
    found = request(snapshot(told), target)
    assert (found.title, found.name) == (title, name)


FORM_RESULTS = [
    ("", "opt-out", [FACEBOOK_FORM, INSTAGRAM_FORM]),
    ("form=not-opened", "mitigation", [OTHER_WAY]),
    ("form=opened", "opt-out", [FACEBOOK_FORM, INSTAGRAM_FORM]),
    ("account/instagram form-not-opened", "opt-out", [FACEBOOK_FORM, OTHER_WAY]),
    ("account/instagram form-not-opened; account/instagram:shop form-opened", "opt-out",
     [FACEBOOK_FORM, INSTAGRAM_FORM, OTHER_WAY]),
    ("account/instagram form-not-opened; account/facebook form-not-opened", "mitigation", [OTHER_WAY]),
    ("account/instagram form-not-opened; form=opened", "opt-out", [FACEBOOK_FORM, INSTAGRAM_FORM]),
    ("form=not-opened; account/instagram form-opened", "opt-out", [INSTAGRAM_FORM, OTHER_WAY]),
    ("form=not-opened; account/instagram form-open-question", "opt-out", [INSTAGRAM_FORM, OTHER_WAY]),
    ("account/instagram form-not-opened; account/instagram form-opened", "opt-out", [FACEBOOK_FORM, INSTAGRAM_FORM]),
]  # fmt: skip


@pytest.mark.parametrize(("told", "path", "steps"), FORM_RESULTS)
def test_each_account_has_its_own_form_result(told: str, path: str, steps: list[str]) -> None:
    """An answer for all accounts counts until one answers for itself, and again if it is given after that."""
    found = snapshot(*filter(None, told.split("; ")))
    assert found.place
    assert found.place.path == path
    assert [step for step in (FACEBOOK_FORM, INSTAGRAM_FORM, OTHER_WAY) if has_step(found, step)] == steps


def test_where_no_form_is_known_it_opens_only_for_the_account_for_which_it_opened() -> None:
    found = snapshot("account/instagram form-opened", country="US")
    assert has_step(found, INSTAGRAM_FORM)
    assert not has_step(found, FACEBOOK_FORM)


CLOSED = [
    ("account/instagram access-locked", [FACEBOOK_FORM]),
    ("account/instagram access-deactivated", [FACEBOOK_FORM]),
    ("account/instagram access-locked; account/instagram access-open", [FACEBOOK_FORM, INSTAGRAM_FORM]),
    ("account/instagram access-locked; account/instagram:shop added", [FACEBOOK_FORM, INSTAGRAM_FORM]),
    ("account/instagram access-locked; account/instagram:shop access-locked", [FACEBOOK_FORM]),
    ("account/instagram:shop access-locked", [FACEBOOK_FORM, INSTAGRAM_FORM]),
    ("access=locked", []),
    ("access=locked; account/facebook access-open", [FACEBOOK_FORM]),
]


@pytest.mark.parametrize("country", ["DE", "US"])
@pytest.mark.parametrize(("told", "forms"), CLOSED)
def test_a_step_that_needs_a_login_is_left_out_where_no_account_can_be_entered(told: str, forms: list[str], country: str) -> None:
    """Every step of the service, not only the form."""
    found, before = snapshot(*told.split("; "), country=country), snapshot(country=country)
    open_services = {form.split("/")[1].removesuffix("-form") for form in forms}
    for entry in before.steps:
        named = {service for each in entry.step.when.alternatives for service in each.get("services", ())} - {"threads"}
        is_left = has_step(found, entry.id)
        if entry.step.login is None and named:
            assert is_left is bool(named & open_services), entry.id
        elif entry.step.login == ():
            assert is_left, entry.id


def test_a_step_that_was_done_still_counts() -> None:
    found = snapshot("privacy-settings/instagram-private done", "account/instagram access-locked")
    assert has_step(found, "privacy-settings/instagram-private")


@pytest.mark.parametrize("access", ["locked", "deactivated"])
@pytest.mark.parametrize("target", [INSTAGRAM, SHOP])
def test_without_a_login_the_letter_takes_the_place_of_the_form(access: str, target: str) -> None:
    found = request(snapshot(f"{target.replace('case', 'account')} access-{access}"), target)
    assert "letter" in found.recommendation
    assert found.letter == "objection"
    assert found.facts["access"] == {access}


def test_a_request_about_one_account_has_the_answers_of_that_account() -> None:
    found = snapshot("form=opened", "account/instagram access-locked", "account/instagram:shop access-open")
    facts = {each.target: each.facts["access"] for each in found.requests}
    assert facts == {FACEBOOK: frozenset(), INSTAGRAM: {"locked"}, SHOP: {"open"}}
    assert found.interview.facts["access"] == {"locked", "open"}
    assert found.for_request(request(found, SHOP)).interview.facts["access"] == {"open"}


MOVES = [
    ("", "DE", False),
    ("country=US", "DE", True),
    ("country=US region=US-TX", "DE", True),
    ("country=US residence moved", "DE", False),
    ("country=US residence mistaken", "US", False),
    ("country=US residence mistaken region=US-TX", "US", False),
    ("country=US region=US-TX residence mistaken", "US", False),
    ("country=US country=DE", "DE", False),
    ("country=US residence moved country=DE", "DE", False),
    ("country=US residence moved country=GB residence mistaken", "DE", False),
    ("country=! country=GB", "DE", True),
    ("region=DE-BY", "DE", False),
    ("region=DE-BY region=DE-HH", "DE", True),
]


@pytest.mark.parametrize(("told", "country", "asked"), MOVES)
def test_a_changed_answer_is_a_move_or_a_mistake(told: str, country: str, asked: bool) -> None:
    """Only a mistake corrects the place of a request; the question is open until one of the two is said."""
    lines = told.replace("residence ", "case/residence ").split(" case/")
    parts = [f"{lines[0]}", *(f"case/residence {line.split()[1]} 2026-11-25 {' '.join(line.split()[2:])}" for line in lines[1:])]
    found = story("country=DE services=facebook,instagram", "case/instagram sent 2026-10-01", *parts)
    place = request(found, INSTAGRAM).place
    assert place
    assert place.country.alpha2 == country
    assert (INSTAGRAM in found.progress.unexplained) is asked
