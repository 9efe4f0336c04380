"""What companies reported to Meta about the user, and advertisers that have the user on a list."""

from msgspec import Struct

from wizard.audit.kind import ANY, FACEBOOK, INSTAGRAM, UNNAMED_LIST, CountLabel, RecordReader
from wizard.audit.records import TimestampedRecord, counter_for
from wizard.audit.tally import Tally


class OffMetaEvent(Struct, gc=False):
    """An activity that was reported."""

    timestamp: float = 0


class OffMetaCompany(Struct, gc=False):
    """A company and what it reported."""

    events: list[OffMetaEvent] | OffMetaEvent | None = None


def count_companies(companies: list[OffMetaCompany], tally: Tally) -> None:
    """Count companies and their events; the newer form does not list events."""
    tally.add("off_meta.companies", len(companies))
    for company in companies:
        events = company.events
        if events is not None:
            tally.add("off_meta.events", len(events) if isinstance(events, list) else 1)


_FILES = ("your_activity_off_meta_technologies.json", "your_off-facebook_activity.json")
READERS = (
    RecordReader(FACEBOOK, _FILES, ("off_facebook_activity_v2", "off_facebook_activity"), OffMetaCompany, count_companies),
    RecordReader(INSTAGRAM, _FILES, ("apps_and_websites_off_meta_activity",), OffMetaCompany, count_companies),
    RecordReader(ANY, _FILES, (UNNAMED_LIST,), OffMetaCompany, count_companies),
    RecordReader(
        ANY,
        ("advertisers_using_your_activity_or_information.json",),
        ("custom_audiences_all_types_v2", "custom_audiences_all_types", "ig_custom_audiences_all_types"),
        TimestampedRecord,
        counter_for("advertisers"),
    ),
)
LABELS = (
    CountLabel("off_meta.companies", "company that reported on you", "companies that reported on you", 75, severity=2),
    CountLabel("off_meta.events", "thing they reported", "things they reported", 76),
    CountLabel("advertisers", "advertiser with you on a list", "advertisers with you on a list", 77, extra=True),
)
