"""The shapes that scripts rely on: DESIGN.md, section 4."""

import json
from typing import Any

import pytest

from tests.making import case, country, event, form_step, library, regime, said, step
from tests.samples import PEOPLE
from wizard.core.jurisdiction import ObjectionForm
from wizard.core.snapshot import Snapshot
from wizard.export.plan.json import plan_json, status_json

PLAN = {
    "schema", "content_as_of", "country", "regime", "path", "law", "authority", "form", "exposure", "next", "deadlines",
    "actions",
}  # fmt: skip
ACTION = {"id", "title", "status", "steps"}
STEP = {"id", "title", "status", "minutes", "impact", "links", "why", "sources", "checked"}
STATUS = {"schema", "progress", "essentials", "exposure", "next", "cases", "deadlines", "contacts"}
FORMS = (
    ObjectionForm("facebook", "form"),
    ObjectionForm("instagram", "page"),
    ObjectionForm("instagram", "form"),
    ObjectionForm("third-party", "unheard-of"),
)


def plan(of: Snapshot) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(plan_json(of, of.steps))
    return found


@pytest.mark.parametrize("person", PEOPLE)
def test_a_plan_has_its_fields(person: str) -> None:
    """All of the contract, at every level, for every path."""
    found = plan(PEOPLE[person]())
    assert set(found) == PLAN
    assert found["schema"] == 1
    assert set(found["authority"]) == {"id", "name", "url", "form"}
    assert set(found["form"]) == {"expected", "urls"}
    assert set(found["exposure"]) == {"open", "total"}
    assert all(set(each) == {"id", "due", "why"} for each in found["deadlines"])
    assert all(set(each) == ACTION for each in found["actions"])
    steps = [step for action in found["actions"] for step in action["steps"]]
    assert all(set(each) >= STEP for each in steps)
    assert all(set(each) == {"label", "url", "confidence"} for step in steps for each in step["links"])
    assert {each["id"] for each in steps} >= {found["next"]}
    assert all(each["id"].startswith(f"{action['id']}/") for action in found["actions"] for each in action["steps"])


@pytest.mark.parametrize("person", PEOPLE)
def test_a_status_has_its_fields(person: str) -> None:
    """The same numbers as the plan."""
    of = PEOPLE[person]()
    found = json.loads(status_json(of))
    assert set(found) == STATUS
    assert found["schema"] == 1
    assert found["progress"] == {"done": of.done, "total": of.total}
    assert all(set(each) == {"target", "status", "due", "recommend"} for each in found["cases"])
    assert {key: found[key] for key in ("exposure", "next", "deadlines")} == {
        key: plan(of)[key] for key in ("exposure", "next", "deadlines")
    }


def test_what_is_not_known_is_null() -> None:
    """Before the country is known there is a shape, and nothing in it."""
    nobody = case(library(), {})
    found = plan(nobody)
    assert set(found) == PLAN
    assert [found[key] for key in ("country", "regime", "path", "law", "authority", "next")] == [None] * 6
    assert (found["form"], found["deadlines"], found["actions"]) == ({"expected": None, "urls": []}, [], [])
    assert json.loads(status_json(nobody))["cases"] == []
    assert plan(case(library(), said(country="NZ")))["authority"] is None


@pytest.mark.parametrize(
    ("services", "urls"),
    [
        ("facebook", ["https://form.example/"]),
        ("instagram", ["https://page.example/", "https://form.example/"]),
        ("facebook instagram", ["https://form.example/", "https://page.example/"]),
        ("none", []),
    ],
)
def test_the_forms_are_those_of_the_accounts(services: str, urls: list[str]) -> None:
    """Each address once, in the order to try them; an unknown source is left out."""
    made = library(form_step("facebook"), regimes={"eu": regime(forms=FORMS)})
    assert plan(case(made, said(country="DE", services=services)))["form"]["urls"] == urls


def test_without_an_account_the_form_about_others_remains() -> None:
    """What third parties share about someone who has no account."""
    made = library(regimes={"eu": regime(forms=(ObjectionForm("facebook", "page"), ObjectionForm("third-party", "form")))})
    assert plan(case(made, said(country="DE", services="none")))["form"]["urls"] == ["https://form.example/"]


def test_only_the_chosen_steps_are_written() -> None:
    """Actions without one are left out; the numbers stay those of the whole plan."""
    of = case(library(step("a", 3, 5), step("advocate/b", 2, 30)), said(country="KR", services="none"), event("a", "reopened"))
    found = json.loads(plan_json(of, of.best_within(10)))
    assert [action["id"] for action in found["actions"]] == ["privacy-settings"]
    assert found["exposure"] == {"open": 5, "total": 5}


def test_every_language_stays_readable() -> None:
    """No escapes for people's names and places; one line break at the end."""
    made = library(countries={"DE": country("DE", name="Österreich 한국")}, steps={"x/a": step("x/a", title="Über 한국")})
    of = case(made, said(country="DE"))
    text = plan_json(case(made, said(country="DE")), of.steps)
    assert text.endswith("}\n")
    assert "\\u" not in text
