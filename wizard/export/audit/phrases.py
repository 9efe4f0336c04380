"""What is said about an audit, the same in every format."""

from collections.abc import Iterator

from wizard.audit.compare import Comparison, CountChange
from wizard.audit.kind import CountLabel, count_labels
from wizard.audit.report import BY_YEAR, AuditReport, ServiceReport
from wizard.audit.risks import SERVICE_NAMES, Risk

TITLE = "What Meta holds of yours"
READ_HERE = "Read on this computer alone. Nothing was written, unpacked or sent."
EXPORT_LIMITS = (
    "Who can see a post, photo, album or story. No export says so; look at it in the app.",
    "Who could see it in the past, and whether Meta used it for AI training.",
    "Photos of you that others posted. Facebook gives addresses at most, Instagram nothing.",
    "Whether your objection was accepted. Keep Meta's answer.",
)
"""What an export cannot show."""
HOW_TO_GET_JSON = (
    "This export is in the format HTML, which is made for looking at. To count, JSON is needed. Ask for it like this:",
    "Open Settings, Accounts Center, Your information and permissions, Export your information.",
    "Choose Create export, the profile, and Export to device.",
    "Set the date range to All time, and the format to JSON.",
    "Start it. When Meta writes that it is ready, save the file soon.",
    "Then run this again with the new file.",
)
"""A first line, and steps."""
MAX_LISTED_RISKS = 10
"""How many findings are listed before it becomes too much."""
_WORDS = {each.name: each for each in count_labels()}


def format_number(value: int) -> str:
    """A number as one reads it: "1,204"."""
    return f"{value:,}"


def count_text(row: CountLabel, value: int) -> str:
    """What is counted, in the singular where it is one, with a capital."""
    words = row.one if value == 1 else row.many
    return words[:1].upper() + words[1:]


def files_line(report: AuditReport) -> str:
    """How many files were read, and how many were left closed."""
    if report.is_html_export:
        return "Nothing was counted."
    files = "1 file" if report.read == 1 else f"{format_number(report.read)} files"
    if not report.skipped:
        return f"{files} read."
    others = "1 other" if report.skipped == 1 else f"{format_number(report.skipped)} others"
    return f"{files} read. {others} stayed closed: messages, likes, searches and the like."


def account_lines(service: ServiceReport) -> Iterator[str]:
    """Who can see the account, as far as the export tells."""
    if service.account_private is not None:
        yield "The account is private." if service.account_private else "The account is public: everyone can see its posts."
    elif service.flag_unknown:
        yield "Whether the account is private could not be recognised, perhaps because of its language."
    if service.professional:
        yield "This is a page or a professional profile."
    if service.default_audience:
        yield f"Your next Facebook post would be shown to: {service.default_audience}. Older posts keep their own audience."
    if service.odd_dates:
        is_one = service.odd_dates == 1
        yield (
            f"{format_number(service.odd_dates)} of these {'has' if is_one else 'have'} a date that cannot be, or none, "
            f"and {'is' if is_one else 'are'} in no year."
        )


def years_covered(service: ServiceReport) -> str:
    """The years that the service knows: "2009 to 2026"."""
    return year_range(min(service.years), max(service.years)) if service.years else ""


def year_range(first: int, last: int) -> str:
    """Some years: "2009 to 2026", or "2009" alone."""
    return str(first) if first == last else f"{first} to {last}"


def count_rows(service: ServiceReport) -> list[tuple[str, str]]:
    """What is there and how much of it; with its years where they stand nowhere else: "Connected apps (2011 to 2024)"."""
    found = []
    for row, value in service.labelled_counts():
        years = f" ({year_range(*service.spans[row.name])})" if row.name in service.spans else ""
        found.append((count_text(row, value) + years, format_number(value)))
    return found


def kinds_by_year(service: ServiceReport) -> list[str]:
    """The kinds that have a number in some year."""
    return [kind for kind in BY_YEAR if any(kind in found for found in service.years.values())]


def yearly_lines(service: ServiceReport) -> list[tuple[int, str]]:
    """Each year and what there is in it: (2012, "posts 3, photos 7")."""
    return [
        (year, ", ".join(f"{kind} {format_number(found[kind])}" for kind in kinds_by_year(service) if found.get(kind)))
        for year, found in service.years.items()
    ]


def ranking_title(report: AuditReport) -> str:
    """The head of what is worst. A single service is named here, once."""
    return f"Worst first on {SERVICE_NAMES[report.services[0].service]}" if len(report.services) == 1 else "Worst first"


def risk_text(concern: Risk, report: AuditReport) -> str:
    """A finding in words: "47 connected apps (Facebook)"; without the service where the head names the only one."""
    what = concern.label if len(report.services) == 1 else concern.label_with_service
    return what if concern.is_public else f"{format_number(concern.count)} {what}"


def chart_series(service: ServiceReport) -> tuple[str, list[tuple[int, int]]]:
    """What the chart of a service shows, and how much of it there is in each year; years between count as empty."""
    kinds = (
        ("photos", "videos")
        if any(found.get("photos") or found.get("videos") for found in service.years.values())
        else ("posts",)
    )
    if not service.years:
        return "", []
    span = range(min(service.years), max(service.years) + 1)
    return " and ".join(kinds), [(year, sum(service.years.get(year, {}).get(kind, 0) for kind in kinds)) for year in span]


def change_label(change: CountChange) -> str:
    """What a change is about: "Posts (Facebook)"."""
    words = _WORDS[change.name].many
    return f"{words[:1].upper()}{words[1:]} ({SERVICE_NAMES[change.service]})"


def difference_text(change: CountChange) -> str:
    """By how much: "120 fewer", "3 more", "as before"."""
    by = change.difference
    return f"{format_number(abs(by))} {'more' if by > 0 else 'fewer'}" if by else "as before"


def change_line(change: CountChange) -> str:
    """A count before and after: "Posts (Facebook): 120 before, 0 now (120 fewer)"."""
    before, after = format_number(change.before), format_number(change.after)
    return f"{change_label(change)}: {before} before, {after} now ({difference_text(change)})"


def changes_by_year(comparison: Comparison) -> list[tuple[str, int, str]]:
    """Service, year, and what changed in it: "posts 51 to 1, photos 56 to 3"."""
    found: dict[tuple[str, int], list[str]] = {}
    for year, change in comparison.years:
        told = f"{change.name} {format_number(change.before)} to {format_number(change.after)}"
        found.setdefault((SERVICE_NAMES[change.service], year), []).append(told)
    return [(name, year, ", ".join(told)) for (name, year), told in found.items()]


def comparison_notes(comparison: Comparison) -> Iterator[str]:
    """Who sees the account now, and what the comparison cannot tell."""
    yield from (f"Your {SERVICE_NAMES[name]} account is private now." for name in comparison.became_private)
    yield from (f"Your {SERVICE_NAMES[name]} account is public now." for name in comparison.became_public)
    yield from (
        f"{SERVICE_NAMES[name]} is in one of the two exports only, and was not compared." for name in comparison.one_sided
    )
    if comparison.old_is_partial:
        yield "Some of the older export could not be read, so there may have been more before than is said here."
    if comparison.has_removed_kinds:
        yield "Gone is what the newer export does not hold: be sure that both were asked for with everything, and for all time."


def comparison_head(comparison: Comparison) -> str:
    """What came of the work, in a line."""
    if not comparison.changed:
        return "Nothing has changed between the two exports."
    gone = sum(
        max(0, -each.difference) for each in comparison.kinds if each.name in ("posts", "photos", "videos", "stories", "reels")
    )
    if gone == 1:
        return "1 post, photo, video, story or reel is gone."
    return (
        f"{format_number(gone)} posts, photos, videos, stories and reels are gone."
        if gone
        else "What has changed since the older export:"
    )
