"""The list of requests for exports says which dates the export covers."""

from datetime import date
from typing import Any

import pytest

from .reading import MOMENT, of, report_of

DAY = 86_400
ALL_TIME = -2_048_515_200
POSTS = "your_instagram_activity/media/posts_1.json"
REQUESTS = "your_instagram_activity/other_activity/your_information_download_requests.json"
POST = {"media": [{"uri": "media/posts/202406/1.jpg", "creation_timestamp": MOMENT}]}
END = date(2024, 6, 15)


def request(completed: float, begin: float, end: float) -> dict[str, Any]:
    """One request as Instagram lists it, with labels in a language that nothing here knows."""
    return {
        "label_values": [
            {"label": "Opgehaald", "timestamp_value": completed},
            {"label": "Pogingen", "value": "1"},
            {"label": "Van", "timestamp_value": begin},
            {"label": "Tot", "timestamp_value": end},
        ]
    }


def asked(*requests: Any) -> tuple[date | None, date] | None:
    """Return the days that the report names for an export with these requests."""
    return of(report_of({POSTS: [POST], REQUESTS: list(requests)}), "instagram").asked_range


@pytest.mark.parametrize(
    ("requests", "expected"),
    [
        pytest.param([request(MOMENT, MOMENT - 365 * DAY, MOMENT)], (date(2023, 6, 16), END), id="one year"),
        pytest.param([request(MOMENT, ALL_TIME, MOMENT)], (None, END), id="all time"),
        pytest.param(
            [request(MOMENT, MOMENT - 365 * DAY, MOMENT), request(MOMENT - 900 * DAY, ALL_TIME, MOMENT - 900 * DAY)],
            (date(2023, 6, 16), END),
            id="the latest request counts, not the widest",
        ),
        pytest.param([{"label_values": [{"label": "x", "timestamp_value": MOMENT}]}], None, id="too few fields"),
        pytest.param([request(MOMENT, MOMENT, MOMENT - DAY)], None, id="the end before the begin"),
        pytest.param([request(MOMENT, MOMENT - DAY, MOMENT + 90 * DAY)], None, id="an end after the export"),
        pytest.param([request(0, 0, 0)], None, id="no moments"),
        pytest.param([{"label_values": None}, {}], None, id="empty records"),
        pytest.param([], None, id="no request"),
    ],
)
def test_the_range_of_the_latest_request(requests: list[Any], expected: tuple[date | None, date] | None) -> None:
    """What does not fit is ignored, and no request counts as a post."""
    assert asked(*requests) == expected
    assert of(report_of({POSTS: [POST], REQUESTS: requests}), "instagram").counts["posts"] == 1
