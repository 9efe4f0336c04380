"""What is drawn of an audit, in words."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from wizard.audit.report import AuditReport, ServiceReport
from wizard.audit.risks import SERVICE_NAMES, Risk
from wizard.views.audit_drawing import PARTS_NOTE, UTC_NOTE, counting_notes, folded_texts, main_numbers, place_series
from wizard.views.audit_report import StepAdvice


def service(name: str = "facebook", counts: Mapping[str, int] | None = None) -> ServiceReport:
    """A service with these counts."""
    return ServiceReport(
        service=name,
        counts=dict(counts or {}),
        years={},
        odd_dates=0,
        account_private=None,
        flag_unknown=False,
        professional=False,
        default_audience=None,
        spans={},
    )


def report(*services: str) -> AuditReport:
    """A report on these services."""
    return AuditReport(services=tuple(map(service, services)), read=1, skipped=0, unreadable=(), is_html_export=False)


def advice(*ids: str) -> StepAdvice:
    """A step that resolves these findings, each with its position as its number."""
    risks = (Risk(id, f"of {id.partition('.')[2]}", count, 5, "a/b") for count, id in enumerate(ids, 1))
    return StepAdvice("a/b", "Do it", tuple(risks))


@pytest.mark.parametrize(
    ("counts", "text"),
    [
        ({"posts": 120, "photos": 1, "videos": 3, "comments": 9}, "120 posts, 1 photo and 3 videos"),
        ({"stories": 1}, "1 story"),
        ({"comments": 9, "posts": 0}, ""),
    ],
)
def test_the_main_numbers_of_a_service(counts: dict[str, int], text: str) -> None:
    """What there is none of is not said."""
    assert main_numbers(service(counts=counts)) == text


def test_everything_with_a_place_is_drawn() -> None:
    """Most first."""
    found = place_series(service(counts={"gps": 43, "gps_history": 300, "check_ins": 5, "gps_videos": 0, "photos": 900}))
    assert found == [
        ("Places in your location history", 300),
        ("Photos with their location", 43),
        ("Check-ins (posts, too)", 5),
    ]


@pytest.mark.parametrize(
    ("ids", "services", "texts"),
    [
        pytest.param(["facebook.a"], ["facebook"], ["1 of a"], id="one"),
        pytest.param(
            [f"facebook.{each}" for each in "abcd"], ["facebook"], ["1 of a", "2 of b", "3 of c", "4 of d"], id="one more in full"
        ),
        pytest.param(
            [f"facebook.{each}" for each in "abcde"],
            ["facebook"],
            ["1 of a", "2 of b", "3 of c", "and 4 of d, 5 of e"],
            id="folded",
        ),
        pytest.param(
            [f"facebook.{each}" for each in "abcde"] + ["instagram.f", "instagram.g"],
            ["facebook", "instagram"],
            [
                "1 of a (Facebook)",
                "2 of b (Facebook)",
                "3 of c (Facebook)",
                "and 4 of d, 5 of e (Facebook), 6 of f, 7 of g (Instagram)",
            ],
            id="a service is named once for what follows each other",
        ),
    ],
)
def test_findings_in_few_lines(ids: list[str], services: list[str], texts: list[str]) -> None:
    """The worst with a line each, the others together; nothing is left out."""
    assert folded_texts(advice(*ids), report(*services)) == texts
    assert {*services} <= {*SERVICE_NAMES}


@pytest.mark.parametrize(
    ("found", "notes"),
    [
        (service(counts={"photos": 9, "album_photos": 4}), [PARTS_NOTE]),
        (service(counts={"photos": 9, "profile_pictures": 1}), [PARTS_NOTE]),
        (replace(service(counts={"posts": 1}), years={2020: {"posts": 1}}), [UTC_NOTE]),
        (service(counts={"comments": 3, "profile_pictures": 0}), []),
    ],
)
def test_how_the_numbers_are_to_be_read(found: ServiceReport, notes: list[str]) -> None:
    """What is part of another number is said, and which clock the years follow; nothing where neither is there."""
    assert list(counting_notes(replace(report(), services=(found,)))) == notes
