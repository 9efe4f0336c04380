"""The sentences of an audit report, the same in every format."""

from collections.abc import Iterator
from datetime import date

from wizard.audit.compare import Comparison, CountChange
from wizard.audit.kind import CountLabel, count_labels
from wizard.audit.report import BY_YEAR, AuditReport, ServiceReport
from wizard.audit.risks import SERVICE_NAMES, Risk
from wizard.core.date_format import format_date
from wizard.views.audit_report import LEFT_OUT, NO_PLAN, AuditPage, StepAdvice

TITLE = "What Meta holds of yours"
READ_HERE = "Read on this computer alone. Nothing was written, unpacked or sent."
EXPORT_LIMITS = (
    "Who can see a post, photo, album or story. No export says so; look at it in the app.",
    "Who could see it in the past, and whether Meta used it for AI training.",
    "Photos of you that others posted. Facebook gives addresses at most, Instagram nothing.",
    "Whether your objection was accepted. Keep Meta's answer.",
)
HOW_TO_GET_JSON = (
    "This export is in the format HTML, which is made for looking at. To count, JSON is needed. Ask for it like this:",
    "Open Settings, Accounts Center, Your information and permissions, Export your information.",
    "Choose Create export, the profile, and Export to device.",
    "Set the date range to All time, and the format to JSON.",
    "Start it. When Meta writes that it is ready, save the file soon.",
    "Then run this again with the new file.",
)
"""An introduction, followed by the steps."""
OLD_IS_PARTIAL = "Some of the older export could not be read, so there may have been more before than is said here."
YEAR_LENGTH = 4
"""Characters of a date of which only the year is known."""
_LABELS = {label.name: label for label in count_labels()}


def format_number(value: int) -> str:
    """Return a number with separators: "1,204"."""
    return f"{value:,}"


def count_text(label: CountLabel, value: int) -> str:
    """Return the label of a count in singular or plural, with a capital."""
    text = label.one if value == 1 else label.many
    return text[:1].upper() + text[1:]


def files_line(report: AuditReport) -> str:
    """Return how many files were read and how many were not opened."""
    if report.is_html_export:
        return "Nothing was counted."
    files = "1 file" if report.read == 1 else f"{format_number(report.read)} files"
    if not report.skipped:
        return f"{files} read."
    others = "1 other" if report.skipped == 1 else f"{format_number(report.skipped)} others"
    return f"{files} read. {others} stayed closed: messages, likes, searches and the like."


def incomplete_line(report: AuditReport) -> str:
    """Return that the numbers are too low, or "" if everything was read that should be."""
    if not report.incomplete:
        return ""
    is_one = report.incomplete == 1
    files = "1 file" if is_one else f"{format_number(report.incomplete)} files"
    return (
        f"These numbers are too low: {files} could not be read, or only in part. {'It is' if is_one else 'They are'} named at "
        f"the end, with the reason."
    )


def date_line(report: AuditReport) -> str:
    """Return when the export was read and made, and from when to when its contents are; "" if nothing of it is known."""
    sentences = [f"Read on {format_date(report.read_on)}."] if report.read_on else []
    sentences += [f"Meta made the export on {format_date(report.made_on)}."] if report.made_on else []
    ends = report.item_range()
    if ends:
        first, last = map(_day_or_year, ends)
        sentences.append(f"What it holds is dated {first} to {last}." if first != last else f"What it holds is dated {first}.")
    return " ".join(sentences)


def _day_or_year(text: str) -> str:
    return text if len(text) == YEAR_LENGTH else format_date(date.fromisoformat(text))


def account_lines(service: ServiceReport) -> Iterator[str]:
    """Yield sentences about the account: who can see it, and which of its dates are missing."""
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
    """Return the range of years with data, as in "2009 to 2026", or ""."""
    return year_range(min(service.years), max(service.years)) if service.years else ""


def year_range(first: int, last: int) -> str:
    """Return a range of years: "2009 to 2026", or "2009" if it is a single one."""
    return str(first) if first == last else f"{first} to {last}"


def count_rows(service: ServiceReport) -> list[tuple[str, str]]:
    """Return label and number of each count. Years that are in no chart are added: "Connected apps (2011 to 2024)"."""
    rows = []
    for label, value in service.labelled_counts():
        years = f" ({year_range(*service.spans[label.name])})" if label.name in service.spans else ""
        rows.append((count_text(label, value) + years, format_number(value)))
    return rows


def kinds_by_year(service: ServiceReport) -> list[str]:
    """Return the kinds that have a count in any year."""
    return [kind for kind in BY_YEAR if any(kind in counts for counts in service.years.values())]


def yearly_lines(service: ServiceReport) -> list[tuple[int, str]]:
    """Return each year with its counts: (2012, "posts 3, photos 7")."""
    return [
        (year, ", ".join(f"{kind} {format_number(counts[kind])}" for kind in kinds_by_year(service) if counts.get(kind)))
        for year, counts in service.years.items()
    ]


def ranking_title(report: AuditReport) -> str:
    """Return the title of the list of risks. It names the service if there is only one."""
    return f"Worst first on {SERVICE_NAMES[report.services[0].service]}" if len(report.services) == 1 else "Worst first"


def risk_text(risk: Risk, report: AuditReport) -> str:
    """Return a risk in words: "47 connected apps (Facebook)", without the service if `ranking_title` names it."""
    label = risk.label if len(report.services) == 1 else risk.label_with_service
    return label if risk.is_public else f"{format_number(risk.count)} {label}"


def advice_texts(advice: StepAdvice, report: AuditReport) -> list[str]:
    """Return in words everything that a step resolves, with a capital at the beginning of the first."""
    texts = [risk_text(risk, report) for risk in advice.risks]
    return [texts[0][:1].upper() + texts[0][1:], *texts[1:]]


def advice_title(advice: StepAdvice) -> str:
    """Return the title of the step, and that it is not in the plan if the answers left it out."""
    return f"{advice.title} (left out of your plan)" if advice.standing == LEFT_OUT else advice.title


def plan_note(page: AuditPage) -> str:
    """Return how to see which steps are in the plan, or "" if the questions were answered."""
    is_open = any(advice.standing == NO_PLAN for advice in page.advice)
    return "Answer the questions to see which of these steps are in your plan." if is_open else ""


def chart_series(service: ServiceReport) -> tuple[str, list[tuple[int, int]]]:
    """Return what the chart of a service shows, and the value of each year from the first to the last; ("", []) without years."""
    kinds = (
        ("photos", "videos")
        if any(counts.get("photos") or counts.get("videos") for counts in service.years.values())
        else ("posts",)
    )
    if not service.years:
        return "", []
    years = range(min(service.years), max(service.years) + 1)
    return " and ".join(kinds), [(year, sum(service.years.get(year, {}).get(kind, 0) for kind in kinds)) for year in years]


def change_label(change: CountChange) -> str:
    """Return the label of a change: "Posts (Facebook)"."""
    label = _LABELS[change.name].many
    return f"{label[:1].upper()}{label[1:]} ({SERVICE_NAMES[change.service]})"


def difference_text(change: CountChange) -> str:
    """Return the difference in words: "120 fewer", "3 more" or "as before"."""
    difference = change.difference
    return f"{format_number(abs(difference))} {'more' if difference > 0 else 'fewer'}" if difference else "as before"


def change_line(change: CountChange) -> str:
    """Return a count before and after: "Posts (Facebook): 120 before, 0 now (120 fewer)"."""
    before, after = format_number(change.before), format_number(change.after)
    return f"{change_label(change)}: {before} before, {after} now ({difference_text(change)})"


def changes_by_year(comparison: Comparison) -> list[tuple[str, int, str]]:
    """Return service, year and its changes: "posts 51 to 1, photos 56 to 3"."""
    changes: dict[tuple[str, int], list[str]] = {}
    for year, change in comparison.years:
        text = f"{change.name} {format_number(change.before)} to {format_number(change.after)}"
        changes.setdefault((SERVICE_NAMES[change.service], year), []).append(text)
    return [(name, year, ", ".join(texts)) for (name, year), texts in changes.items()]


def comparison_notes(comparison: Comparison) -> Iterator[str]:
    """Yield sentences about changes of the privacy flag, and about what the comparison cannot show."""
    yield from (f"Your {SERVICE_NAMES[name]} account is private now." for name in comparison.became_private)
    yield from (f"Your {SERVICE_NAMES[name]} account is public now." for name in comparison.became_public)
    yield from (
        f"{SERVICE_NAMES[name]} is in one of the two exports only, and was not compared." for name in comparison.one_sided
    )
    if comparison.old_is_partial:
        yield OLD_IS_PARTIAL
    if comparison.has_removed_kinds:
        yield "Gone is what the newer export does not hold: be sure that both were asked for with everything, and for all time."


def comparison_head(comparison: Comparison) -> str:
    """Return what the user's work has changed, in one line."""
    if not comparison.changed:
        return "Nothing has changed between the two exports."
    gone = sum(
        max(0, -change.difference)
        for change in comparison.kinds
        if change.name in ("posts", "photos", "videos", "stories", "reels")
    )
    if gone == 1:
        return "1 post, photo, video, story or reel is gone."
    return (
        f"{format_number(gone)} posts, photos, videos, stories and reels are gone."
        if gone
        else "What has changed since the older export:"
    )
