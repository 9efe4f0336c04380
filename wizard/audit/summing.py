"""The report that follows from what was counted."""

from collections import Counter, defaultdict
from collections.abc import Iterable

from wizard.core.clean import clean_line

from .items import CAMERA, COVER, GPS, MADE_BY_AI, OTHER, PHOTO, POST, PROFILE, VIDEO, WORDS, parts
from .kind import SERVICES
from .moments import ODD, seconds, year, year_code
from .reading import Reading
from .report import CHARTED, Report, ServiceReport
from .shelf import Shelf
from .tally import Tally

_KINDS = {PHOTO: "photos", VIDEO: "videos", OTHER: "other_media", POST: "posts"}
_MARKS = {
    PHOTO: {GPS: "gps", CAMERA: "camera", PROFILE: "profile_pictures"},
    VIDEO: {GPS: "gps_videos"},
    POST: {WORDS: "captions", MADE_BY_AI: "ai_labelled"},
    OTHER: {PROFILE: "profile_pictures"},
}


def make_report(shelf: Shelf, reading: Reading, this_year: int) -> Report:
    """The report on what was read; years after the next one cannot be."""
    return Report(
        services=tuple(_service(name, reading.tallies[name], this_year) for name in SERVICES if name in reading.tallies),
        read=reading.read,
        skipped=shelf.skipped,
        unreadable=tuple(dict.fromkeys(_sentence(name, why) for name, why in reading.troubles)),
        html=bool(shelf.pages) and not shelf.members,
    )


def _sentence(name: str, why: str) -> str:
    return f"{clean_line(name, 120)} {why}."


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
    odd = sum(_charted(found).total() for code, found in by_year.items() if code not in known)
    flag = tally.facts.get("account_private")
    audience = clean_line(tally.facts.get("default_audience", ""), 100)
    unknown_flag = counts.pop("unknown_flag", 0)
    return ServiceReport(
        service=name,
        counts=dict(counts),
        years={year(code): dict(found) for code in sorted(known) if (found := _charted(known[code]))},
        odd_dates=odd,
        account_private=None if flag is None else flag == "yes",
        flag_unknown=bool(unknown_flag) and flag is None,
        default_audience=audience or None,
        since={name: year(year_code(seconds(first))) for name, (first, _) in tally.spans.items()},
    )


def _named_marks(kind: int, flags: int) -> Iterable[str]:
    yield from (name for mark, name in _MARKS[kind].items() if flags & mark)
    if flags & COVER and not flags & PROFILE:
        yield "cover_pictures"


def _charted(found: Counter[str]) -> Counter[str]:
    return Counter({kind: found[kind] for kind in CHARTED if found[kind]})
