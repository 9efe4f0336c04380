"""No reply comes before what it answers: which day is the first on which something can have happened to a request."""

from datetime import date

import pytest

from tests.making import event
from wizard.content.content_loader import load_shipped_content
from wizard.core.event import Event
from wizard.core.event_day import first_possible_day

CASE, COMPLAINT = "case/facebook", "case/authority-complaint"
SENT = event(CASE, "sent", "2026-11-09")
AGAIN, EARLIER = event(CASE, "sent", "2026-11-20"), event(CASE, "sent", "2026-10-01")
COMPLAINED = event(CASE, "complaint", "2026-11-15")


@pytest.mark.parametrize(
    ("target", "kind", "events", "expected"),
    [
        (CASE, "receipt", (SENT,), "2026-11-09"),
        (CASE, "refused", (SENT, AGAIN), "2026-11-09"),  # a late reply to the first form
        (CASE, "refused", (SENT, EARLIER), "2026-10-01"),  # the day of the sending was put right
        (CASE, "follow-up", (SENT,), "2026-11-09"),
        (CASE, "complaint", (SENT,), "2026-11-09"),
        (CASE, "complaint-receipt", (SENT, COMPLAINED), "2026-11-15"),
        (COMPLAINT, "complaint-receipt", (event(COMPLAINT, "sent", "2026-11-02"),), "2026-11-02"),
        (CASE, "complaint-receipt", (SENT,), None),  # the complaint is not recorded here
        (CASE, "receipt", (), None),
        *(
            (CASE, kind, (SENT,), None)
            for kind in ("sent", "prepared", "unreachable", "reopened", "form-opened", "of-a-later-version")
        ),
        ("privacy-settings/instagram-private", "done", (SENT,), None),
        ("contact/Kim", "no-answer", (SENT,), None),
    ],
)
def test_the_first_possible_day(target: str, kind: str, events: tuple[Event, ...], expected: str | None) -> None:
    """That of the sending, or of the complaint that an authority answers; anything else can have happened on any day."""
    first = first_possible_day(load_shipped_content(), target, kind, events)
    assert first == (date.fromisoformat(expected) if expected else None)
