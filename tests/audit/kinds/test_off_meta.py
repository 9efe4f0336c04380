"""What companies told Meta."""

from typing import Any

import pytest

from tests.audit.shapes import labelled

from .reading import counts

EVENTS = [{"name": "Shop", "events": [{"id": 1, "timestamp": 1}, {"id": 2}]}, {"name": "Bank", "events": {"id": 3}}]
FACEBOOK, INSTAGRAM = "apps_and_websites_off_of_facebook", "apps_and_websites_off_of_instagram/apps_and_websites"
NAME = "your_activity_off_meta_technologies.json"


@pytest.mark.parametrize(
    ("name", "value", "service"),
    [
        (f"{FACEBOOK}/{NAME}", {"off_facebook_activity_v2": EVENTS}, "facebook"),
        (f"{FACEBOOK}/your_off-facebook_activity.json", {"off_facebook_activity_v2": EVENTS}, "facebook"),
        ("ads_and_businesses/your_off-facebook_activity.json", {"off_facebook_activity": EVENTS}, "facebook"),
        (f"{INSTAGRAM}/{NAME}", {"apps_and_websites_off_meta_activity": EVENTS}, "instagram"),
    ],
)
def test_companies_and_what_they_reported(name: str, value: Any, service: str) -> None:
    """On either service."""
    assert counts(name, value, service) == {"off_meta.companies": 2, "off_meta.events": 3}


@pytest.mark.parametrize(("folder", "service"), [(FACEBOOK, "facebook"), (INSTAGRAM, "instagram")])
def test_the_newer_shape_names_companies_only(folder: str, service: str) -> None:
    """The folder tells the service."""
    assert counts(f"{folder}/{NAME}", [labelled(Name="Shop")] * 3, service) == {"off_meta.companies": 3}


def test_advertisers() -> None:
    """Those that hold a list with the person on it."""
    name = "ads_information/advertisers_using_your_activity_or_information.json"
    assert counts(name, {"custom_audiences_all_types_v2": [{"advertiser_name": "x"}] * 4}) == {"advertisers": 4}
