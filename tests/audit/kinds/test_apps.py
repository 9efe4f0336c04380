"""Connected apps and websites."""

from typing import Any

import pytest

from tests.audit.shapes import labelled, mapped

from .reading import counts, emptied, of, report_of

FACEBOOK = "apps_and_websites_off_of_facebook/connected_apps_and_websites.json"
INSTAGRAM = "apps_and_websites_off_of_instagram/apps_and_websites/"


def test_facebook_tells_the_state() -> None:
    """A state that is not known is not guessed at."""
    states = ["active", "active", "inactive", "removed", "paused", None]
    apps = [{"name": "App", "category": state, "added_timestamp": 1_400_000_000} for state in states]
    found = of(report_of({FACEBOOK: {"installed_apps_v2": apps}}), "facebook")
    assert found.counts_with_prefix("apps") == {"active": 2, "inactive": 1, "removed": 1, "unknown": 2}
    assert found.first_year("apps.active") == 2014


def test_the_years_of_apps() -> None:
    """The first and the last that was added, state by state; a moment that cannot be tells nothing."""
    moments = [1_300_000_000, 1_600_000_000, 1_500_000_000, 0, 9]
    apps = [{"name": "App", "category": "active", "added_timestamp": moment} for moment in moments]
    apps += [{"name": "App", "category": "removed", "added_timestamp": 1_700_000_000}]
    found = of(report_of({FACEBOOK: {"installed_apps_v2": apps}}), "facebook")
    assert found.spans == {"apps.active": (2011, 2020), "apps.removed": (2023, 2023)}


def test_until_2020_it_did_not() -> None:
    """The state is unknown."""
    apps = [{"name": "App", "added_timestamp": 0}]
    assert counts("apps_and_websites/apps_and_websites.json", {"installed_apps": apps}) == {"apps.unknown": 1}


@pytest.mark.parametrize(
    ("name", "value", "state"),
    [
        ("active_apps.json", {"apps_and_websites_active_apps": [mapped(App_Name="x", Added_on=1_600_000_000)]}, "active"),
        ("active_apps.json", [labelled(Name="x")], "active"),
        ("active_apps.json", labelled(Name="x"), "active"),
        ("expired_apps.json", {"apps_and_websites_expired_apps": [mapped(Expired_on=1_600_000_000)]}, "expired"),
        ("expired_apps.json", [labelled(Name="x")], "expired"),
        ("expired_pps.json", {"apps_and_websites_expired_apps": [mapped(Expired_on=1_600_000_000)]}, "expired"),
        ("apps_and_websites.json", {"apps_and_websites_expired_apps": [mapped(Expired_on=1_600_000_000)]}, "expired"),
    ],
)
def test_on_instagram_the_file_tells_it(name: str, value: Any, state: str) -> None:
    """In any of the shapes."""
    assert counts(f"{INSTAGRAM}{name}", value, "instagram") == {f"apps.{state}": 1}


def test_none_is_known_to_be_none() -> None:
    """An empty list is an answer."""
    assert emptied(f"{INSTAGRAM}active_apps.json", {"apps_and_websites_active_apps": []}, "instagram") == {"apps.active"}


@pytest.mark.parametrize(
    ("states", "none"),
    [
        ([], {"apps.active", "apps.inactive", "apps.removed"}),
        (["removed"], {"apps.active", "apps.inactive"}),
        (["removed", "paused"], set()),
        ([None], set()),
    ],
)
def test_a_state_of_which_there_is_none(states: list[str | None], none: set[str]) -> None:
    """Facebook lists all apps in one file: who has removed them all has none that is active, if states are told."""
    assert emptied(FACEBOOK, {"installed_apps_v2": [{"category": state} for state in states]}) == none
