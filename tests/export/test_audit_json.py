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
    assert list(FULL) == ["schema", "files", "services", "worst_first"]
    assert FULL["schema"] == 1
    assert {name: type(value) for name, value in FULL["files"].items()} == {
        "read": int,
        "skipped": int,
        "unreadable": list,
        "html": bool,
    }
    assert list(FULL["services"]) == ["facebook", "instagram", "threads"]
    for service in FULL["services"].values():
        assert list(service)[:5] == ["counts", "years", "odd_dates", "account_private", "default_audience"]
        assert all(type(number) is int and number > 0 for number in service["counts"].values())
        for year, found in service["years"].items():
            assert re.fullmatch(r"20\d\d", year)
            assert set(found) <= {"posts", "photos", "videos", "stories"}
    assert all(set(each) == {"id", "what", "count", "step"} for each in FULL["worst_first"])


def test_worst_comes_first() -> None:
    """A finding without a step says null."""
    assert FULL["worst_first"][0]["id"] == "facebook.gps"
    assert FULL["worst_first"][1]["step"] is None


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
        "files": {"read": 0, "skipped": 0, "unreadable": [], "html": True},
        "services": {},
        "worst_first": [],
    }


def test_it_can_always_be_written() -> None:
    """Every value that gets here can be encoded, and no escape is among its bytes."""
    said = document("json", hostile()).encode()
    assert not {0x1B, 0x00, 0x0D} & set(said)
