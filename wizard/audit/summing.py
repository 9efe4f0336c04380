"""The report that follows from what was counted."""

from collections import Counter, defaultdict
from collections.abc import Iterable

from wizard.core.clean import clean_line

from .items import CAMERA, COVER, GPS, MADE_BY_AI, NAMING, OTHER, PHOTO, POST, PROFILE, VIDEO, WORDS, parts
from .kind import SERVICES
from .moments import ODD, seconds, year, year_code
from .reading import Reading
from .report import BY_YEAR, CHARTED, Report, ServiceReport
from .shelf import Shelf
from .tally import Tally

_KINDS = {PHOTO: "photos", VIDEO: "videos", OTHER: "other_media", POST: "posts"}
_MARKS = {
    PHOTO: {GPS: "gps", CAMERA: "camera", PROFILE: "profile_pictures"},
    VIDEO: {GPS: "gps_videos"},
    POST: {WORDS: "captions", MADE_BY_AI: "ai_labelled", NAMING: "naming"},
    OTHER: {PROFILE: "profile_pictures"},
}


def make_report(shelf: Shelf, reading: Reading, this_year: int) -> Report:
    """The report on what was read; years after the next one cannot be."""
    return Report(
        services=tuple(_service(name, reading.tallies[name], this_year) for name in SERVICES if name in reading.tallies),
        read=reading.read,
        skipped=shelf.skipped,
        unreadable=(*reading.troubles.sentences(), *_strange(shelf)),
        html=bool(shelf.pages) and not shelf.members,
    )


def _strange(shelf: Shelf) -> Iterable[str]:
    """The files that may list posts and pictures under new names."""
    if shelf.strange:
        yield f"Not known here, and not looked at: {', '.join(clean_line(each, 80) for each in sorted(shelf.strange))}."


def _service(name: str, tally: Tally, this_year: int) -> ServiceReport:
    counts: Counter[str] = Counter(tally.counts)
    by_year: defaultdict[int, Counter[str]] = defaultdict(Counter)
    for (told, code), number in tally.years.items():
        by_year[code][told] += number
    for about, number in [*tally.items.count().items(), *tally.nameless.items()]:
        kind, code, flags = parts(about)
        counts[_KINDS[kind]] += number
        by_year[code][_KINDS[kind]] += number
        for mark in _named_marks(kind, flags):
            counts[mark] += number
    known = {code: found for code, found in by_year.items() if code != ODD and year(code) <= this_year + 1}
    odd = sum(found[kind] for code, found in by_year.items() if code not in known for kind in CHARTED)
    flag = tally.facts.get("account_private")
    audience = clean_line(tally.facts.get("default_audience", ""), 100)
    unknown_flag = counts.pop("unknown_flag", 0)
    return ServiceReport(
        service=name,
        counts=dict(counts),
        years={year(code): found for code in sorted(known) if (found := _told_by_year(known[code]))},
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
    return year(year_code(seconds(moment)))


def _told_by_year(found: Counter[str]) -> dict[str, int]:
    return {kind: found[kind] for kind in BY_YEAR if found[kind]}
