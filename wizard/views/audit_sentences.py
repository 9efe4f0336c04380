"""The sentences of an audit report, the same in every format and front end. `audit_comparison` has those of two exports."""

from collections.abc import Iterator, Sequence
from datetime import date

from wizard.audit.kind import MANY, CountLabel, count_labels
from wizard.audit.report import BY_YEAR, AuditReport, ServiceReport
from wizard.audit.risks import SERVICE_NAMES, NarrowedService, Risk
from wizard.core.date_format import format_date
from wizard.i18n import N_, _, capitalized, ngettext

from .audit_report import LEFT_OUT, NO_PLAN, AuditPage, StepAdvice
from .read_problem_text import read_problem_text, unknown_lists_line, unread_pages_line

TITLE = N_("What Meta has about you")
READ_HERE = N_("Read on this computer alone. Nothing was written, unpacked or sent.")
CHANGES_TITLE = N_("What has changed")
LIMITS_TITLE = N_("What no export can show")
UNREAD_TITLE = N_("What could not be read")
ALL_YEARS = N_("Everything by year (UTC)")
EXPORT_LIMITS = (
    N_("Who can see a post, photo, album or story. No export says so; look at it in the app."),
    N_("Who could see it in the past, and whether Meta used it for AI training."),
    N_("Photos of you that others posted. Facebook gives addresses at most, Instagram nothing."),
    N_("Whether your objection was accepted. Keep Meta's answer."),
)
HOW_TO_GET_JSON = (
    N_("This export is made of HTML pages in a form that is not known here. JSON can be counted. Ask Meta for it like this:"),
    N_("Open Settings, Accounts Center, Your information and permissions, Export your information."),
    N_("Choose Create export, the profile, and Export to device."),
    N_("Set the date range to All time, and the format to JSON."),
    N_("Start it. When Meta writes that it is ready, save the file soon."),
    N_("Then run this again with the new file."),
)
"""An introduction, followed by the steps."""
YEAR_LENGTH = 4
"""Characters of a date of which only the year is known."""


def export_limits() -> tuple[str, ...]:
    """Return what no export can show."""
    return tuple(map(_, EXPORT_LIMITS))


def json_instructions() -> tuple[str, ...]:
    """Return an introduction, followed by the steps to an export that can be counted."""
    return tuple(map(_, HOW_TO_GET_JSON))


def format_number(value: int) -> str:
    """Return a number with separators: "1,204"."""
    return f"{value:,}"


def count_text(label: CountLabel, value: int) -> str:
    """Return the label of a count in singular or plural, with a capital."""
    return capitalized(label.text(value))


def incomplete_line(report: AuditReport) -> str:
    """Return that the numbers are too low, or "" if everything was read that should be."""
    if not report.incomplete:
        return ""
    return ngettext(
        "These numbers are too low: 1 file could not be read, or only in part. It is named at the end, with the reason.",
        "These numbers are too low: {count:,} files could not be read, or only in part. "
        "They are named at the end, with the reason.",
        report.incomplete,
    )


def unread_lines(report: AuditReport) -> tuple[str, ...]:
    """Return a sentence for each problem in reading, and the files that are not known here."""
    notes = (unknown_lists_line(report.unknown_lists), unread_pages_line(report.unread_pages))
    return (*map(read_problem_text, report.unreadable), *filter(None, notes))


def limited_lines(report: AuditReport) -> Iterator[str]:
    """Yield for each service that the export was not asked for with all dates."""
    for service in report.services:
        first, last = service.asked_range or (None, None)
        if first and last:
            yield _(
                "The export of {service} covers only {first} to {last}. Ask Meta again with All time for the rest.",
                service=SERVICE_NAMES[service.service],
                first=format_date(first),
                last=format_date(last),
            )


def date_line(report: AuditReport) -> str:
    """Return when the export was read and made, what dates it was asked for, and from when to when its contents are."""
    return " ".join(_date_sentences(report))


def _date_sentences(report: AuditReport) -> Iterator[str]:
    if report.read_on:
        yield _("Read on {day}.", day=format_date(report.read_on))
    if report.made_on:
        yield _("Meta made the export on {day}.", day=format_date(report.made_on))
    if report.services and not any(service.asked_range for service in report.services):
        yield _("The export does not say which dates it covers.")
    for service in report.services:
        if service.asked_range and service.asked_range[0] is None:
            name, last = SERVICE_NAMES[service.service], format_date(service.asked_range[1])
            yield _("The export of {service} covers all time up to {last}.", service=name, last=last)
    if ends := report.item_range():
        first, last = map(_day_or_year, ends)
        if first != last:
            yield _("What it holds is dated {first} to {last}.", first=first, last=last)
        else:
            yield _("What it holds is dated {first}.", first=first)


def _day_or_year(text: str) -> str:
    return text if len(text) == YEAR_LENGTH else format_date(date.fromisoformat(text))


def kept_message(narrowed: Sequence[NarrowedService]) -> str:
    """Return that the numbers are kept, and which of them replaced numbers that went further back."""
    return " ".join([_("Kept: the numbers, and nothing else."), *map(_narrowed_sentence, narrowed)])


def _narrowed_sentence(service: NarrowedService) -> str:
    return _(
        "The numbers of {service} that were kept before went back to {before}, these begin in {now}. If you have not deleted "
        "what is older, ask Meta again with All time, and keep those.",
        service=SERVICE_NAMES[service.service],
        before=service.before,
        now=service.now,
    )


def service_title(service: ServiceReport) -> str:
    """Return the heading of a service: "Facebook, 2009 to 2026"."""
    name, years = SERVICE_NAMES[service.service], years_covered(service)
    return _("{service}, {years}", service=name, years=years) if years else name


def years_covered(service: ServiceReport) -> str:
    """Return the range of years with data, as in "2009 to 2026", or ""."""
    return year_range(min(service.years), max(service.years)) if service.years else ""


def year_range(first: int, last: int) -> str:
    """Return a range of years: "2009 to 2026", or "2009" if it is a single one."""
    return str(first) if first == last else _("{first} to {last}", first=first, last=last)


def count_rows(service: ServiceReport) -> list[tuple[str, str]]:
    """Return label and number of each count. Years that are in no chart are added: "Connected apps (2011 to 2024)"."""
    rows = []
    for label, value in service.labelled_counts():
        years = (
            f" ({year_range(*service.spans[label.name])})" if label.name in service.spans and label.name not in BY_YEAR else ""
        )
        rows.append((count_text(label, value) + years, format_number(value)))
    return rows


def kinds_by_year(service: ServiceReport) -> list[str]:
    """Return the kinds that have a count in any year."""
    return [kind for kind in BY_YEAR if any(kind in counts for counts in service.years.values())]


def kind_name(kind: str) -> str:
    """Return the name of a kind that is counted by year, in the plural."""
    return next(label.text(MANY) for label in count_labels() if label.name == kind)


def kind_title(kind: str) -> str:
    """Return the name of a kind as the title of a column."""
    return capitalized(kind_name(kind))


def yearly_lines(service: ServiceReport) -> list[tuple[int, str]]:
    """Return each year with its counts: (2012, "posts 3, photos 7")."""
    kinds = kinds_by_year(service)
    return [
        (year, ", ".join(_("{kind} {count:,}", kind=kind_name(kind), count=counts[kind]) for kind in kinds if counts.get(kind)))
        for year, counts in service.years.items()
    ]


def ranking_title(report: AuditReport) -> str:
    """Return the title of the list of risks. It names the service if there is only one."""
    if len(report.services) != 1:
        return _("Worst first")
    return _("Worst first on {service}", service=SERVICE_NAMES[report.services[0].service])


def risk_text(risk: Risk, report: AuditReport) -> str:
    """Return a risk in words: "47 connected apps (Facebook)", without the service if `ranking_title` names it."""
    label = risk.label if len(report.services) == 1 else risk.label_with_service
    return label if risk.is_public else _("{count:,} {things}", count=risk.count, things=label)


def advice_texts(advice: StepAdvice, report: AuditReport) -> list[str]:
    """Return in words everything that a step resolves, with a capital at the beginning of the first."""
    texts = [risk_text(risk, report) for risk in advice.risks]
    return [capitalized(texts[0]), *texts[1:]]


def advice_title(advice: StepAdvice) -> str:
    """Return the title of the step, and that it is not in the plan if the answers left it out."""
    return _("{step} (left out of your plan)", step=advice.title) if advice.standing == LEFT_OUT else advice.title


def plan_note(page: AuditPage) -> str:
    """Return how to see which steps are in the plan, or "" if the questions were answered."""
    is_open = any(advice.standing == NO_PLAN for advice in page.advice)
    return _("Answer the questions to see which of these steps are in your plan.") if is_open else ""


def chart_series(service: ServiceReport) -> tuple[str, list[tuple[int, int]]]:
    """Return the title of the chart of a service, and the value of each year, none left out; ("", []) without years."""
    if not service.years:
        return "", []
    has_media = any(counts.get("photos") or counts.get("videos") for counts in service.years.values())
    kinds = ("photos", "videos") if has_media else ("posts",)
    title = _("Photos and videos by year (UTC)") if has_media else _("Posts by year (UTC)")
    years = range(min(service.years), max(service.years) + 1)
    return title, [(year, sum(service.years.get(year, {}).get(kind, 0) for kind in kinds)) for year in years]


def years_drawn_label(service: ServiceReport) -> str:
    """Return the name of the chart of a service, for those who cannot see it."""
    return _("{service}, the years drawn", service=SERVICE_NAMES[service.service])


def years_in_numbers_label(service: ServiceReport) -> str:
    """Return the name of the table with the years of a service."""
    return _("{service}, the years in numbers", service=SERVICE_NAMES[service.service])


def most_in_a_year(value: int) -> str:
    """Return the highest value of a chart in words."""
    return ngettext("{count:,} at most in a year", "{count:,} at most in a year", value)
