"""The user's requests for exports, as the newer exports of Instagram list them: they say which dates an export covers."""

from wizard.audit.kind import ANY, UNNAMED_LIST, CountLabel, RecordReader
from wizard.audit.tally import Tally
from wizard.audit.timestamps import UNKNOWN_YEAR, year_code
from wizard.audit.translated_fields import LabelValueRecord

_DAY = 86_400


def note_latest_request(requests: list[LabelValueRecord], tally: Tally) -> None:
    """Note the range of the latest request, which is taken to be the one that brought this export.

    The names of the fields are translated, so the order tells them apart: when the request was completed, then the start and
    the end of the range. For all time, the start is before 1970. A record in which this order makes no sense is ignored, and
    the report then says that the export does not name its dates. The order was described to us; we have seen no real file.
    """
    ranges = [found for request in requests if (found := _asked_range(request))]
    if ranges:
        start, end = max(ranges, key=lambda found: found[1])
        tally.note_asked_range(start, end)


def _asked_range(request: LabelValueRecord) -> tuple[float, float] | None:
    moments = [field.timestamp_value for field in request.fields() if field.timestamp_value is not None]
    if len(moments) < 3:
        return None
    completed, start, end = moments[:3]
    is_plausible = start < end and UNKNOWN_YEAR not in (year_code(end), year_code(completed)) and end <= completed + _DAY
    return (start, end) if is_plausible else None


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
