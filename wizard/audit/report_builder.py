"""The report that follows from what was counted."""

from collections import Counter, defaultdict
from collections.abc import Iterable

from wizard.core.sanitize import sanitize_line

from .deduplication import (
    CAMERA,
    COVER,
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
from .report import BY_YEAR, CHART_KINDS, AuditReport, ServiceReport
from .tally import Tally
from .timestamps import UNKNOWN_YEAR, to_unix_seconds, year_code, year_of_code

_KINDS = {PHOTO: "photos", VIDEO: "videos", OTHER: "other_media", POST: "posts"}
_MARKS = {
    PHOTO: {GPS: "gps", CAMERA: "camera", PROFILE: "profile_pictures"},
    VIDEO: {GPS: "gps_videos"},
    POST: {HAS_TEXT: "captions", MADE_BY_AI: "ai_labelled", NAMES_PEOPLE: "naming"},
    OTHER: {PROFILE: "profile_pictures"},
}


def build_report(shelf: ExportManifest, reading: ReadResult, this_year: int) -> AuditReport:
    """The report on what was read; years after the next one cannot be."""
    return AuditReport(
        services=tuple(_service(name, reading.tallies[name], this_year) for name in SERVICES if name in reading.tallies),
        read=reading.read,
        skipped=shelf.skipped,
        unreadable=(*reading.troubles.sentences(), *_unknown_files(shelf)),
        is_html_export=bool(shelf.pages) and not shelf.members,
    )


def _unknown_files(shelf: ExportManifest) -> Iterable[str]:
    """The files that may list posts and pictures under new names."""
    if shelf.strange:
        yield f"Not known here, and not looked at: {', '.join(sanitize_line(each, 80) for each in sorted(shelf.strange))}."


def _service(name: str, tally: Tally, this_year: int) -> ServiceReport:
    counts: Counter[str] = Counter(tally.counts)
    by_year: defaultdict[int, Counter[str]] = defaultdict(Counter)
    for (told, code), number in tally.years.items():
        by_year[code][told] += number
    for about, number in [*tally.items.distinct_counts().items(), *tally.nameless.items()]:
        kind, code, flags = unpack_attributes(about)
        counts[_KINDS[kind]] += number
        by_year[code][_KINDS[kind]] += number
        for mark in _named_marks(kind, flags):
            counts[mark] += number
    known = {code: found for code, found in by_year.items() if code != UNKNOWN_YEAR and year_of_code(code) <= this_year + 1}
    odd = sum(found[kind] for code, found in by_year.items() if code not in known for kind in CHART_KINDS)
    flag = tally.facts.get("account_private")
    audience = sanitize_line(tally.facts.get("default_audience", ""), 100)
    unknown_flag = counts.pop("unknown_flag", 0)
    return ServiceReport(
        service=name,
        counts=dict(counts),
        years={year_of_code(code): found for code in sorted(known) if (found := _yearly_counts(known[code]))},
        odd_dates=odd,
        account_private=None if flag is None else flag == "yes",
        flag_unknown=bool(unknown_flag) and flag is None,
        professional=tally.facts.get("professional") == "yes",
        default_audience=audience or None,
        spans={name: (_year(first), _year(last)) for name, (first, last) in tally.spans.items()},
    )


def _named_marks(kind: int, flags: int) -> Iterable[str]:
    yield from (name for mark, name in _MARKS[kind].items() if flags & mark)
    if flags & COVER and not flags & PROFILE:
        yield "cover_pictures"


def _year(moment: float) -> int:
    return year_of_code(year_code(to_unix_seconds(moment)))


def _yearly_counts(found: Counter[str]) -> dict[str, int]:
    return {kind: found[kind] for kind in BY_YEAR if found[kind]}
