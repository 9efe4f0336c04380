"""What companies told Meta about the person, and advertisers that hold a list with the person on it."""

from msgspec import Struct

from wizard.audit.kind import ANY, BARE, FACEBOOK, INSTAGRAM, Reader, Shown
from wizard.audit.records import Record, numbered
from wizard.audit.tally import Tally


class Event(Struct, gc=False):
    """Something that was done there."""

    timestamp: float = 0


class Company(Struct, gc=False):
    """A company and what it reported."""

    events: list[Event] | Event | None = None


def count_companies(companies: list[Company], tally: Tally) -> None:
    """A company each; the newer shape does not list its events."""
    tally.add("off_meta.companies", len(companies))
    for company in companies:
        events = company.events
        if events is not None:
            tally.add("off_meta.events", len(events) if isinstance(events, list) else 1)


_FILES = ("your_activity_off_meta_technologies.json", "your_off-facebook_activity.json")
READERS = (
    Reader(FACEBOOK, _FILES, ("off_facebook_activity_v2", "off_facebook_activity"), Company, count_companies),
    Reader(INSTAGRAM, _FILES, ("apps_and_websites_off_meta_activity",), Company, count_companies),
    Reader(ANY, _FILES, (BARE,), Company, count_companies),
    Reader(
        ANY,
        ("advertisers_using_your_activity_or_information.json",),
        ("custom_audiences_all_types_v2", "custom_audiences_all_types", "ig_custom_audiences_all_types"),
        Record,
        numbered("advertisers"),
    ),
)
SHOWN = (
    Shown("off_meta.companies", "company that reported on you", "companies that reported on you", 75, severity=2),
    Shown("off_meta.events", "thing they reported", "things they reported", 76),
    Shown("advertisers", "advertiser with you on a list", "advertisers with you on a list", 77, extra=True),
)
