"""The user's requests for exports, as the newer exports of Instagram list them: they say which dates an export covers."""

from typing import NamedTuple

from wizard.audit.kind import ANY, UNNAMED_LIST, CountLabel, RecordReader
from wizard.audit.mojibake import normalize_label
from wizard.audit.tally import Tally
from wizard.audit.timestamps import UNKNOWN_YEAR, to_unix_seconds, year_code
from wizard.audit.translated_fields import LabelValueRecord, normalize_labels

_DAY = 86_400
_EARLIEST = -100 * 366 * _DAY
"""No start is before it; the one of all time is in 1905."""
_START, _END = normalize_labels("Start date"), normalize_labels("End date")
"""The labels in English, as programs name them that read such files. Those of other languages are not known."""


class _AskedRange(NamedTuple):
    moment: float
    """When the request was made or completed."""
    start: float
    """Before 1970 if all time was asked for."""
    end: float

    @property
    def extent(self) -> tuple[float, float] | None:
        """Return None for all time, so that two requests for it are the same, whenever they were made."""
        return (self.start, self.end) if self.start > 0 else None


def note_latest_request(requests: list[LabelValueRecord], tally: Tally) -> None:
    """Note the range of the latest request, which is taken to be the one that brought this export.

    If one of the requests makes no sense as it is read here, none of them is trusted: the report then says that the export does
    not name its dates. Whether the latest one fits the export and what it holds is seen when the report is built.
    """
    ranges = [_asked_range(request) for request in requests]
    known = [found for found in ranges if found is not None]
    if not known or len(known) < len(ranges):
        return
    latest = max(known)
    tally.note_asked_range(latest.start, latest.end)
    tally.note_request(latest.moment, is_only_range=len({found.extent for found in known}) == 1)


def _asked_range(request: LabelValueRecord) -> _AskedRange | None:
    """Return the range of a request, or None if its dates cannot be what they are taken for."""
    found = _labelled_range(request) or _ordered_range(request)
    if found is None or UNKNOWN_YEAR in (year_code(found.end), year_code(found.moment)):
        return None
    is_possible_start = _EARLIEST < found.start < 0 or year_code(found.start) != UNKNOWN_YEAR
    is_possible_range = found.start + _DAY <= found.end <= found.moment + _DAY
    return found if is_possible_start and is_possible_range else None


def _labelled_range(request: LabelValueRecord) -> _AskedRange | None:
    moments = {normalize_label(field.label or ""): field.timestamp_value for field in request.fields()}
    start, end = (next((moments[label] for label in labels if label in moments), None) for labels in (_START, _END))
    return None if start is None or end is None else _AskedRange(*map(to_unix_seconds, (request.timestamp, start, end)))


def _ordered_range(request: LabelValueRecord) -> _AskedRange | None:
    """Return the range by the order of the dates: when the request was completed, the start, the end.

    The order was described to us; we have seen no real file.
    """
    moments = [field.timestamp_value for field in request.fields() if field.timestamp_value is not None]
    return _AskedRange(*map(to_unix_seconds, moments[:3])) if len(moments) >= 3 else None


READERS = (
    RecordReader(
        ANY,
        ("other_activity/your_information_download_requests.json",),
        (UNNAMED_LIST,),
        LabelValueRecord,
        note_latest_request,
        pages=False,
        newest_only=True,
    ),
)
LABELS: tuple[CountLabel, ...] = ()
