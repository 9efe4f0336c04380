"""The list of requests says which dates an export covers; where that is not certain none are named, and never wrong ones."""

from datetime import date
from itertools import permutations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wizard.audit.timestamps import YEAR_STARTS
from wizard.views.audit_sentences import date_line, limited_lines

from .reading import MOMENT, of, report_of

DAY = 86_400
YEAR = 365 * DAY
ALL_TIME = -2_048_515_200
POSTS = "your_instagram_activity/media/posts_1.json"
REQUESTS = "your_instagram_activity/other_activity/your_information_download_requests.json"
END = date(2024, 6, 15)
LAST_YEAR = (date(2023, 6, 16), END)
ALL_OF_IT = (None, END)


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


def labelled(moment: float, begin: float, end: float) -> dict[str, Any]:
    """One request with the labels that are known, in another order and with a further date."""
    return {
        "timestamp": moment,
        "label_values": [
            {"label": "Output format", "value": "JSON"},
            {"label": "End date", "timestamp_value": end},
            {"label": "Expires", "timestamp_value": moment + 4 * DAY},
            {"label": "Start date", "timestamp_value": begin},
        ],
    }


def post(moment: float = MOMENT) -> dict[str, Any]:
    """A post of this moment."""
    return {"media": [{"uri": f"media/posts/202406/{moment}.jpg", "creation_timestamp": moment}]}


def asked(*requests: Any, posts: tuple[Any, ...] = (post(),), made_on: date | None = END) -> tuple[date | None, date] | None:
    """Return the days that the report names for an export with these requests."""
    return of(report_of({POSTS: list(posts), REQUESTS: list(requests)}, made_on=made_on), "instagram").asked_range


@pytest.mark.parametrize(
    ("requests", "expected"),
    [
        pytest.param([request(MOMENT, MOMENT - YEAR, MOMENT)], LAST_YEAR, id="one year"),
        pytest.param([request(MOMENT, ALL_TIME, MOMENT)], ALL_OF_IT, id="all time"),
        pytest.param(
            [request(MOMENT, MOMENT - YEAR, MOMENT), request(MOMENT - 900 * DAY, ALL_TIME, MOMENT - 900 * DAY)],
            LAST_YEAR,
            id="the latest request counts, not the widest",
        ),
        pytest.param([labelled(MOMENT, MOMENT - YEAR, MOMENT)], LAST_YEAR, id="labels win over the order"),
        pytest.param([labelled(MOMENT, ALL_TIME, MOMENT)], ALL_OF_IT, id="all time, with labels"),
        pytest.param([request(MOMENT * 1000, (MOMENT - YEAR) * 1000, MOMENT * 1000)], LAST_YEAR, id="in milliseconds"),
        pytest.param([{"label_values": [{"label": "x", "timestamp_value": MOMENT}]}], None, id="too few fields"),
        pytest.param([request(MOMENT, MOMENT, MOMENT - DAY)], None, id="the end before the begin"),
        pytest.param([request(MOMENT, MOMENT - DAY, MOMENT + 90 * DAY)], None, id="an end after the export"),
        pytest.param([request(MOMENT, MOMENT - 60, MOMENT)], None, id="a range of a minute: the dates mean something else"),
        pytest.param([request(MOMENT, 0, MOMENT)], None, id="a start that is not there"),
        pytest.param([request(MOMENT, -1e300, MOMENT)], None, id="a start before all time"),
        pytest.param([request(MOMENT, 1e300, 1e300)], None, id="a start after all time"),
        pytest.param([request(0, 0, 0)], None, id="no moments"),
        pytest.param([labelled(0, MOMENT - YEAR, MOMENT)], None, id="a request without a moment"),
        pytest.param(
            [request(MOMENT, MOMENT - YEAR, MOMENT), request(0, ALL_TIME, MOMENT + DAY)],
            None,
            id="one of the requests makes no sense, so that none is trusted",
        ),
        pytest.param([{"label_values": None}, {}], None, id="empty records"),
        pytest.param([], None, id="no request"),
    ],
)
def test_the_range_of_the_latest_request(requests: list[Any], expected: tuple[date | None, date] | None) -> None:
    """What does not fit is ignored, and no request counts as a post."""
    assert asked(*requests) == expected
    assert of(report_of({POSTS: [post()], REQUESTS: requests}), "instagram").counts["posts"] == 1


@pytest.mark.parametrize(
    ("posts", "expected"),
    [
        pytest.param([post(MOMENT - YEAR), post(MOMENT)], LAST_YEAR, id="within the range"),
        pytest.param([post(MOMENT - YEAR - DAY), post(MOMENT + DAY)], LAST_YEAR, id="a day beside it, as of another time zone"),
        pytest.param([post(MOMENT - YEAR - 5 * DAY)], None, id="older than the start"),
        pytest.param([post(MOMENT + 5 * DAY)], None, id="newer than the end"),
    ],
)
def test_what_the_export_holds_contradicts_a_range(posts: list[Any], expected: tuple[date | None, date] | None) -> None:
    """Then no range is named, with labels or without."""
    for shape in (request, labelled):
        assert asked(shape(MOMENT, MOMENT - YEAR, MOMENT), posts=tuple(posts)) == expected


@pytest.mark.parametrize(
    ("made_on", "requests", "expected"),
    [
        pytest.param(date(2024, 6, 18), [request(MOMENT, ALL_TIME, MOMENT)], ALL_OF_IT, id="made soon after the request"),
        pytest.param(date(2025, 1, 1), [request(MOMENT, ALL_TIME, MOMENT)], None, id="made long after: of another request"),
        pytest.param(date(2024, 1, 1), [request(MOMENT, ALL_TIME, MOMENT)], None, id="made before the request"),
        pytest.param(None, [request(MOMENT, ALL_TIME, MOMENT)], ALL_OF_IT, id="not known when it was made, one request"),
        pytest.param(
            None,
            [request(MOMENT, ALL_TIME, MOMENT), request(MOMENT - YEAR, ALL_TIME, MOMENT - YEAR)],
            ALL_OF_IT,
            id="not known when it was made, all requests alike",
        ),
        pytest.param(
            None,
            [request(MOMENT, ALL_TIME, MOMENT), request(MOMENT - YEAR, MOMENT - 2 * YEAR, MOMENT - YEAR)],
            None,
            id="not known when it was made, and requests of different ranges",
        ),
    ],
)
def test_the_request_of_another_export(
    made_on: date | None, requests: list[Any], expected: tuple[date | None, date] | None
) -> None:
    """Its range is not that of this one."""
    assert asked(*requests, made_on=made_on) == expected


@pytest.mark.parametrize("order", list(permutations(range(4))))
@pytest.mark.parametrize("begin", [MOMENT - YEAR, ALL_TIME], ids=["one year", "all time"])
def test_another_order_of_the_fields_names_no_wrong_range(order: tuple[int, ...], begin: float) -> None:
    """Whatever the order is in which Meta lists request, completion, start and end: the right range, or none."""
    noon = MOMENT + 12 * 3600
    moments = [noon - 3600, noon, begin, noon - 3600]
    fields = [{"label": "?", "timestamp_value": moments[position]} for position in order]
    right = LAST_YEAR if begin > 0 else ALL_OF_IT
    assert asked({"label_values": fields}) in (right, None)


@settings(deadline=None, max_examples=100)
@given(moments=st.lists(st.one_of(st.integers(-(10**13), 10**15), st.sampled_from([*YEAR_STARTS, 0, ALL_TIME])), max_size=5))
def test_any_dates_name_no_range_that_leaves_out_the_posts(moments: list[int]) -> None:
    """And never end in an error."""
    report = report_of({POSTS: [post()], REQUESTS: [{"label_values": [{"timestamp_value": each} for each in moments]}]})
    found = of(report, "instagram").asked_range
    assert found is None or (found[1] >= date(2024, 6, 13) and (found[0] is None or found[0] <= date(2024, 6, 17)))
    assert bool(list(limited_lines(report))) == bool(found and found[0])
    assert ("does not say which dates" in date_line(report)) == (found is None)
