"""Fourteen small exports whose shapes were seen in public, each with what the audit has to say of it."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.running import Run

SAMPLES = Path(__file__).parents[1] / "samples" / "exports"
CASES = {
    path.name.removesuffix(".expected.json"): json.loads(path.read_text(encoding="utf-8")) for path in SAMPLES.glob("*.json")
}
READ = {
    name: case["expected"].get("if_read", case["expected"])
    for name, case in sorted(CASES.items())
    if not case["expected"].keys() & {"refused", "refused_or_empty"}
}
"""The cases with numbers; pages in HTML are read, so that the numbers for them apply."""
REFUSED = {
    "06_data_logs_only": ("Data logs", "Your information"),
    "24_whatsapp_account_info": ("WhatsApp", "account report", "no photos or posts"),
    "28_ig_only_connections": ("Instagram", "posts", "stories", "other media"),
}
"""What has to be said where an export is refused: what it is, and what to ask Meta for."""


def test_each_case_is_read_or_refused() -> None:
    """None is left out."""
    assert len(CASES) == 14
    assert {*READ, *REFUSED} == {*CASES}


def test_reading_no_case_writes_a_file(run: Run, tmp_path: Path) -> None:
    """Nothing is unpacked."""
    for name in CASES:
        run("audit", str(SAMPLES / f"{name}.zip"))
    assert list(SAMPLES.glob("*")) == [path for path in SAMPLES.glob("*") if path.suffix in (".zip", ".json", ".md")]


@pytest.mark.parametrize("name", READ)
def test_the_numbers_of_a_case(run: Run, name: str) -> None:
    """Kind by kind, as far as the case names them."""
    said = run("audit", str(SAMPLES / f"{name}.zip"), "--format", "json").json
    expected = {key: value for key, value in READ[name].items() if key != "note"}
    assert {service: differences(said["services"].get(service, {}), wanted) for service, wanted in expected.items()} == {
        service: {} for service in expected
    }


@pytest.mark.parametrize("name", REFUSED)
def test_a_refusal_says_what_it_is_and_what_to_ask_for(run: Run, name: str) -> None:
    """In one sentence, and with a next step."""
    said = run("audit", str(SAMPLES / f"{name}.zip"))
    assert said.code == 1
    assert [words for words in REFUSED[name] if words not in said.sentence] == []


def differences(found: Any, wanted: Any) -> dict[Any, Any]:
    """What the report says in another way; a number is looked up in `counts`, then in `more`, and 0 or null is absent."""
    values = {**found.get("more", {}), **found.get("counts", {}), "account_private": found.get("account_private")}
    values["off_meta"] = found.get("off_meta")
    pairs = {key: (value, values.get(key)) for key, value in wanted.items() if key != "years"}
    for year, kinds in wanted.get("years", {}).items():
        pairs |= {(year, kind): (number, found["years"].get(year, {}).get(kind)) for kind, number in kinds.items()}
    return {key: there for key, (value, there) in pairs.items() if not _is_allowed(there, value)}


def _is_allowed(there: Any, wanted: Any) -> bool:
    allowed = wanted if isinstance(wanted, list) else [wanted]
    return there in allowed or (there is None and 0 in allowed)
