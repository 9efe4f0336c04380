"""The list of contacts: whom one asked, and what came of it."""

import pytest

from tests.making import TODAY, event, library
from wizard.core.contact import CONTACT_KINDS, contacts_from_events
from wizard.core.formatting import CONTACT_STATUS, event_text
from wizard.core.snapshot import build_snapshot

KIM, MUM = "contact/Kim", "contact/Mum"


@pytest.mark.parametrize(
    ("happened", "book"),
    [
        ([], []),
        ([f"{KIM} asked"], ["Kim asked"]),
        ([f"{KIM} asked", f"{KIM} done"], ["Kim done"]),
        ([f"{KIM} asked", f"{MUM} declined"], ["Kim asked", "Mum declined"]),
        ([f"{KIM} asked", f"{KIM} forgotten"], []),
        ([f"{KIM} forgotten", f"{KIM} asked"], ["Kim asked"]),
        ([f"{KIM} from-a-later-version"], []),
        (["case/facebook no-answer", "privacy-settings/instagram-private done"], []),
    ],
)
def test_the_latest_event_decides(happened: list[str], book: list[str]) -> None:
    """Who was forgotten is gone; steps and cases are no people."""
    found = contacts_from_events(event(target, kind, "2026-11-20") for target, kind in map(str.split, happened))
    assert [f"{each.nickname} {each.status}" for each in found] == book


def test_a_contact_is_no_step() -> None:
    """Somebody who did it changes nothing about the plan."""
    marked = event(KIM, "done", "2026-11-20")
    case = build_snapshot(library(), {}, [marked], TODAY)
    assert ([each.nickname for each in case.contacts], dict(case.progress.steps)) == (["Kim"], {})
    assert event_text(case, marked) == ("Kim", "did it")


def test_everything_that_can_be_recorded_has_words() -> None:
    """In every face the same."""
    assert set(CONTACT_STATUS) == set(CONTACT_KINDS)
