"""The audit as JSON: the shape that scripts rely on, and that `docs/audit-json.md` describes."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from wizard.audit.kind import count_labels
from wizard.audit.report import BY_YEAR

from .audits import NOWHERE, changes, document, emptied, full, hostile

DOCUMENTED = (Path(__file__).parents[2] / "docs" / "audit-json.md").read_text(encoding="utf-8")
NAMED = set(re.findall(r"`([a-z_.]+)`", DOCUMENTED))
FULL: Any = json.loads(document("json", full()))
COMPARED: Any = json.loads(document("json", emptied(), changes()))


def keys(value: Any) -> set[str]:
    """All names in a value; years are none."""
    if isinstance(value, list):
        return {key for each in value for key in keys(each)}
    if not isinstance(value, dict):
        return set()
    return {key for key in value if not key.isdigit()} | {key for each in value.values() for key in keys(each)}


@pytest.mark.parametrize("said", [FULL, COMPARED], ids=["full", "compared"])
def test_every_key_is_documented(said: Any) -> None:
    """None is a secret."""
    assert {key for key in keys(said) if key not in NAMED and key.partition(".")[0] not in NAMED} == set()


def test_every_count_is_documented() -> None:
    """Also those that this export lacks."""
    assert {each.name for each in count_labels() if "." not in each.name} <= NAMED
    assert {each.name.partition(".")[2] for each in count_labels() if "." in each.name} <= NAMED
    assert set(BY_YEAR) <= NAMED


def test_the_shape() -> None:
    """What was promised, with its types."""
    head = ["schema", "complete", "files", "read_on", "made_on", "range"]
    assert list(FULL) == [*head, "services", "worst_first", "steps_first"]
    assert FULL["schema"] == 1
    assert {name: type(value) for name, value in FULL["files"].items()} == {
        "read": int,
        "skipped": int,
        "unreadable": list,
        "incomplete": int,
        "html": bool,
        "closed": int,
        "left_alone": int,
        "unknown": int,
        "pages_read": int,
        "pages_unread": int,
    }
    assert list(FULL["services"]) == ["facebook", "instagram", "threads"]
    for service in FULL["services"].values():
        assert list(service)[:5] == ["counts", "years", "odd_dates", "account_private", "default_audience"]
        assert all(type(number) is int and number > 0 for number in service["counts"].values())
        for year, found in service["years"].items():
            assert re.fullmatch(r"20\d\d", year)
            assert set(found) <= {"posts", "photos", "videos", "stories"}
    assert all(set(each) == {"id", "what", "count", "step"} for each in FULL["worst_first"])
    assert all(set(each) == {"step", "title", "findings", "links"} for each in FULL["steps_first"])


def test_worst_comes_first() -> None:
    """A public account before everything else, since it makes all of it worse; a finding without a step says null."""
    assert [each["id"] for each in FULL["worst_first"]][:3] == ["instagram.public", "threads.public", "facebook.gps"]
    assert {each["id"] for each in FULL["worst_first"] if each["step"] is None} >= {"facebook.tagged", "instagram.comments"}


def test_each_step_stands_once_with_all_its_findings() -> None:
    """In the order of the worst of them."""
    steps = [each["step"] for each in FULL["steps_first"]]
    assert steps == list(dict.fromkeys(each["step"] for each in FULL["worst_first"] if each["step"]))
    for advice in FULL["steps_first"]:
        assert advice["findings"] == [each["id"] for each in FULL["worst_first"] if each["step"] == advice["step"]]
    posts = next(each for each in FULL["steps_first"] if each["step"] == "delete-your-data/facebook-posts")
    assert posts["links"][1] == {"label": "Activity log", "url": "https://www.facebook.com/me/allactivity"}


def test_an_incomplete_reading_is_said_first() -> None:
    """By a flag, and by the number of files; what is closed on purpose, or not known here, is none of them."""
    assert (FULL["complete"], FULL["files"]["incomplete"]) == (False, 2)
    assert (COMPARED["complete"], COMPARED["files"]["incomplete"]) == (True, 0)
    assert len(FULL["files"]["unreadable"]) == 4
    assert COMPARED["files"]["skipped"] > 0


def test_the_report_has_its_dates() -> None:
    """When it was read and made, as far as known, and from when to when its contents are."""
    assert (FULL["read_on"], FULL["made_on"]) == ("2026-11-23", "2026-11-01")
    assert FULL["range"] == {"first": "2009-01-05", "last": "2026-08-27"}
    assert not {"read_on", "made_on"} & set(COMPARED)


def test_a_finding_always_names_its_service() -> None:
    """A script may take one out of the list; people read the service once, at its head."""
    assert {each["what"] for each in json.loads(document("json", hostile()))["worst_first"]} >= {"photos (Facebook)"}


def test_what_changed() -> None:
    """By kind and by year; a service that is in one export alone is named and not compared."""
    found = COMPARED["compare"]
    assert {"service": "facebook", "what": "posts", "before": 60, "after": 5} in found["kinds"]
    assert {"year": "2011", "service": "facebook", "what": "photos", "before": 6, "after": 4} in found["years"]
    assert (found["became_private"], found["became_public"]) == (["instagram"], [])
    assert (found["not_compared"], found["old_is_partial"]) == (["threads"], True)
    assert not [each for each in found["kinds"] if each["service"] == "threads"]
    assert "compare" not in FULL


def test_html_has_no_services() -> None:
    """And says so."""
    said = json.loads(document("json", NOWHERE))
    assert said == {
        "schema": 1,
        "complete": True,
        "files": {"read": 0, "skipped": 0, "unreadable": [], "incomplete": 0, "html": True}
        | dict.fromkeys(("closed", "left_alone", "unknown", "pages_read", "pages_unread"), 0),
        "services": {},
        "worst_first": [],
        "steps_first": [],
    }


def test_it_can_always_be_written() -> None:
    """Every value that gets here can be encoded, and no escape is among its bytes."""
    said = document("json", hostile()).encode()
    assert not {0x1B, 0x00, 0x0D} & set(said)
