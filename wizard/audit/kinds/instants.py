"""Instants on Instagram: photos that are shown for a short time only, in exports since 2026."""

from wizard.audit.kind import INSTAGRAM, UNNAMED_LIST, CountLabel, RecordReader
from wizard.audit.media import is_located
from wizard.audit.tally import Tally
from wizard.audit.translated_fields import LabelValueRecord


def count_instants(instants: list[LabelValueRecord], tally: Tally) -> None:
    """Count instants; like those of stories, their photos are not counted among those of posts."""
    tally.add("instants", len(instants))
    located = 0
    for instant in instants:
        tally.widen_time_range("instants", instant.first_timestamp)
        located += any(map(is_located, instant.all_media()))
    if located:
        tally.add("gps_stories", located)


READERS = (RecordReader(INSTAGRAM, ("instants/your_instants*.json",), (UNNAMED_LIST,), LabelValueRecord, count_instants),)
LABELS = (CountLabel("instants", "instant", "instants", 31, severity=2, extra=True),)
