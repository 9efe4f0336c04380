"""What companies reported to Meta about the user, and advertisers that have the user on a list."""

from msgspec import Struct

from wizard.audit.kind import ANY, FACEBOOK, INSTAGRAM, UNNAMED_LIST, CountLabel, RecordReader
from wizard.audit.records import TimestampedRecord, counter_for
from wizard.audit.tally import Tally
from wizard.audit.translated_fields import LabelValue, LabelValueRecord, as_list


class OffMetaEvent(Struct, gc=False):
    """An activity that was reported."""

    timestamp: float = 0


class OffMetaCompany(Struct, gc=False):
    """A company and what it reported."""

    events: list[OffMetaEvent] | OffMetaEvent | None = None
    label_values: list[LabelValue] | LabelValue | None = None

    def event_count(self) -> int | None:
        """Return the number of events, or None if the company has no list of them."""
        if self.events is not None:
            return len(self.events) if isinstance(self.events, list) else 1
        lists = [list(as_list(field.vec)) for field in as_list(self.label_values) if field.vec]
        return sum(len([event for event in events if event.dict]) for events in lists) if lists else None


def count_companies(companies: list[OffMetaCompany], tally: Tally) -> None:
    """Count companies and their events; in the newer form these are label values inside a list."""
    tally.add("off_meta.companies", len(companies))
    for company in companies:
        events = company.event_count()
        if events is not None:
            tally.add("off_meta.events", events)


def count_labelled_advertisers(records: list[LabelValueRecord], tally: Tally) -> None:
    """Count advertisers in the newer form: one record whose fields list names."""
    names = [name for record in records for field in as_list(record.label_values) for name in as_list(field.vec)]
    tally.add("advertisers", sum(bool(name.value) for name in names))


_ADVERTISERS = ("advertisers_using_your_activity_or_information.json",)
_FILES = ("your_activity_off_meta_technologies.json", "your_off-facebook_activity.json")
READERS = (
    RecordReader(
        FACEBOOK,
        _FILES,
        ("off_facebook_activity_v2", "off_facebook_activity"),
        OffMetaCompany,
        count_companies,
        pages=False,
        newest_only=True,
    ),
    RecordReader(
        INSTAGRAM,
        _FILES,
        ("apps_and_websites_off_meta_activity",),
        OffMetaCompany,
        count_companies,
        pages=False,
        newest_only=True,
    ),
    RecordReader(ANY, _FILES, (UNNAMED_LIST,), OffMetaCompany, count_companies, pages=False, newest_only=True),
    RecordReader(
        ANY,
        _ADVERTISERS,
        ("custom_audiences_all_types_v2", "custom_audiences_all_types", "ig_custom_audiences_all_types"),
        TimestampedRecord,
        counter_for("advertisers"),
        pages=False,
        newest_only=True,
    ),
    RecordReader(ANY, _ADVERTISERS, (UNNAMED_LIST,), LabelValueRecord, count_labelled_advertisers, pages=False, newest_only=True),
)
LABELS = (
    CountLabel("off_meta.companies", "company that told Meta about you", "companies that told Meta about you", 75, severity=2),
    CountLabel("off_meta.events", "thing that companies told Meta", "things that companies told Meta", 76),
    CountLabel("advertisers", "advertiser that has you on a list", "advertisers that have you on a list", 77, extra=True),
)
