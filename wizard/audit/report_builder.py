"""Build the audit report from the tallies."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, timedelta

from wizard.core.sanitize import sanitize_line

from .deduplication import (
    BARE_POST,
    CAMERA,
    COVER,
    DEVICE,
    GPS,
    HAS_TEXT,
    MADE_BY_AI,
    NAMES_PEOPLE,
    OTHER,
    PHOTO,
    POST,
    PROFILE,
    VIDEO,
    unpack_attributes,
)
from .export_reader import ReadResult
from .kind import SERVICES
from .manifest import ExportManifest
from .report import BY_YEAR, AuditReport, ServiceReport
from .skipped_files import NOT_COUNTED, Skipped
from .tally import ASKED_RANGE, CHANGED_TO, ITEM_RANGE, RANGES_DIFFER, REQUESTED, Tally
from .timestamps import FIRST_YEAR, UNKNOWN_YEAR, to_unix_seconds, year_code, year_of_code

_KIND_COUNTS = {PHOTO: "photos", VIDEO: "videos", OTHER: "other_media", POST: "posts", BARE_POST: "posts"}
"""The count of each kind of item; others only say something about an item that is counted elsewhere."""
_RANGES = (ASKED_RANGE, ITEM_RANGE, REQUESTED, *CHANGED_TO.values())
"""The time ranges of everything; others belong to a count."""
_RANGE_SLACK = timedelta(days=2)
"""By how much something may lie outside of the range that was asked for: the days of a range are those of some time zone."""
_LONGEST_WAIT = timedelta(days=7)
"""The longest time between a request and the export that it brought; most take hours."""
_POST_FLAGS = {HAS_TEXT: "captions", MADE_BY_AI: "ai_labelled", NAMES_PEOPLE: "naming"}
_FLAG_COUNTS = {
    PHOTO: {GPS: "gps", CAMERA: "camera", DEVICE: "device_media", PROFILE: "profile_pictures"},
    VIDEO: {GPS: "gps_videos", DEVICE: "device_media"},
    POST: _POST_FLAGS,
    BARE_POST: _POST_FLAGS,
    OTHER: {PROFILE: "profile_pictures"},
}
"""The count of each flag by kind; other flags of a kind are not counted."""


def build_report(manifest: ExportManifest, result: ReadResult, this_year: int, made_on: date | None = None) -> AuditReport:
    """Build the report. Years after the one after `this_year` count as impossible; `made_on` is when Meta made the export."""
    tallies = result.tallies
    for service, names in manifest.ai_conversations.items():
        tally = tallies.setdefault(service, Tally())
        if "ai_chats" not in tally.counts:  # the list in JSON holds the same ones
            tally.add("ai_chats", len(names))
    return AuditReport(
        services=tuple(_service_report(name, tallies[name], this_year, made_on) for name in SERVICES if name in tallies),
        read=result.read,
        skipped=manifest.skipped,
        unreadable=result.problems.all(),
        unknown_lists=_sanitized(manifest.unknown_lists),
        unread_pages=_sanitized(manifest.unread_pages),
        is_html_export=bool(manifest.html_pages) and not manifest.files and not manifest.ai_conversations,
        closed=manifest.reasons[Skipped.CLOSED],
        left_alone=manifest.reasons[Skipped.LEFT_ALONE],
        not_counted={code: manifest.not_counted[code] for code in NOT_COUNTED if manifest.not_counted[code]},
        unknown=manifest.reasons[Skipped.UNKNOWN],
        pages_read=sum(file.is_page for file in manifest.accepted_files()),
        pages_unread=manifest.html_pages,
        incomplete=result.problems.incomplete,
        made_on=made_on,
    )


def _sanitized(paths: Iterable[str]) -> tuple[str, ...]:
    return tuple(sanitize_line(path, 80) for path in sorted(paths))


def _service_report(name: str, tally: Tally, this_year: int, made_on: date | None) -> ServiceReport:
    counts, by_year = _sum_counts(tally)
    known = {code: yearly for code, yearly in by_year.items() if code != UNKNOWN_YEAR and year_of_code(code) <= this_year + 1}
    odd_dates = sum(yearly[kind] for code, yearly in by_year.items() if code not in known for kind in BY_YEAR)
    flag = tally.facts.get("account_private")
    audience = sanitize_line(tally.facts.get("default_audience", ""), 100)
    days = _item_days(tally, this_year)
    unknown = {fact: counts.pop(f"unknown_{fact}", 0) for fact in ("flag", "audience", "comment_setting")}
    comments_from = sanitize_line(tally.facts.get("comments_from", ""), 100)
    return ServiceReport(
        service=name,
        counts=dict(counts),
        years={year_of_code(code): yearly for code in sorted(known) if (yearly := _yearly_counts(known[code]))},
        odd_dates=odd_dates,
        account_private=None if flag is None else flag == "yes",
        flag_unknown=bool(unknown["flag"]) and flag is None,
        professional=tally.facts.get("professional") == "yes",
        default_audience=audience or None,
        comments_from=comments_from or None,
        comments_unknown=bool(unknown["comment_setting"]) and not comments_from,
        last_privacy_change=_last_privacy_change(tally),
        audience_unknown=bool(unknown["audience"]) and not audience,
        spans={name: (_year(first), _year(last)) for name, (first, last) in tally.spans.items() if name not in _RANGES},
        asked_range=_asked_days(tally, made_on),
        first_day=days[0] if days else None,
        last_day=days[1] if days else None,
    )


def _last_privacy_change(tally: Tally) -> tuple[date, bool] | None:
    """Return the day of the last change between private and public, and whether it was to private.

    Returns None if the words of the last change are not known, or if two changes of the same moment differ.
    """
    changes = sorted((tally.spans[name][1], to) for to, name in CHANGED_TO.items() if name in tally.spans)
    moments = [moment for moment, _ in changes]
    if not changes or moments.count(max(moments)) > 1:
        return None
    moment, to = changes[-1]
    return None if to is None else (_day(to_unix_seconds(moment)), to)


def _asked_days(tally: Tally, made_on: date | None) -> tuple[date | None, date] | None:
    """Return the days for which the export was asked; the first is None for all time.

    Returns None if the export does not say it, or if what it says does not fit what it holds or when it was made: a range that
    is wrong would mislead more than none.
    """
    if ASKED_RANGE not in tally.spans or ASKED_RANGE not in tally.facts:
        return None
    begin = datetime.fromtimestamp(int(tally.facts[ASKED_RANGE]), UTC).date()
    first = begin if begin.year >= FIRST_YEAR else None
    last = _day(tally.spans[ASKED_RANGE][1])
    is_fitting = _fits_items(tally, first, last) and _fits_request(tally, made_on)
    return (first, last) if is_fitting else None


def _fits_items(tally: Tally, first: date | None, last: date) -> bool:
    """Return True if nothing in the export is dated outside of a range."""
    if ITEM_RANGE not in tally.spans:
        return True
    earliest, latest = map(_day, tally.spans[ITEM_RANGE])
    return latest <= last + _RANGE_SLACK and (first is None or earliest >= first - _RANGE_SLACK)


def _fits_request(tally: Tally, made_on: date | None) -> bool:
    """Return True if a request, as far as the range comes from one, is probably the one that brought this export."""
    if REQUESTED not in tally.spans:
        return True
    if made_on is None:
        return RANGES_DIFFER not in tally.facts
    return abs(made_on - _day(tally.spans[REQUESTED][1])) <= _LONGEST_WAIT


def _day(timestamp: float) -> date:
    return datetime.fromtimestamp(timestamp, UTC).date()


def _item_days(tally: Tally, this_year: int) -> tuple[date, date] | None:
    """Return the first and the last day of everything that has a date, or None if no day is known or one is in the future."""
    first, last = (datetime.fromtimestamp(end, UTC).date() for end in tally.spans.get(ITEM_RANGE, (0, 0)))
    return (first, last) if first.year >= FIRST_YEAR and last.year <= this_year + 1 else None


def _sum_counts(tally: Tally) -> tuple[Counter[str], Mapping[int, Counter[str]]]:
    """Return all counts by name, and the dated ones by year code and name."""
    counts: Counter[str] = Counter(tally.counts)
    by_year: defaultdict[int, Counter[str]] = defaultdict(Counter)
    for (name, code), number in tally.years.items():
        by_year[code][name] += number
    for attributes, number in [*tally.items.distinct_counts().items(), *tally.items_without_uri.items()]:
        kind, code, flags = unpack_attributes(attributes)
        if kind not in _KIND_COUNTS:
            continue
        counts[_KIND_COUNTS[kind]] += number
        by_year[code][_KIND_COUNTS[kind]] += number
        for flag_count in _flag_counts(kind, flags):
            counts[flag_count] += number
    return counts, by_year


def _flag_counts(kind: int, flags: int) -> Iterable[str]:
    yield from (name for flag, name in _FLAG_COUNTS[kind].items() if flags & flag)
    if kind in (PHOTO, VIDEO, OTHER) and flags & COVER and not flags & PROFILE:
        yield "cover_pictures"


def _year(timestamp: float) -> int:
    return year_of_code(year_code(to_unix_seconds(timestamp)))


def _yearly_counts(counts: Counter[str]) -> dict[str, int]:
    return {kind: counts[kind] for kind in BY_YEAR if counts[kind]}
