"""What a front end draws of an audit: main numbers, places, findings in few lines, and how the numbers are to be read."""

from collections.abc import Iterator, Sequence

from wizard.audit.kind import count_labels
from wizard.audit.report import AuditReport, ServiceReport
from wizard.audit.risks import Risk
from wizard.core.formatting import join_with_and
from wizard.i18n import N_, _

from .audit_report import StepAdvice
from .audit_sentences import advice_texts, count_text, risk_text

PLACES_TITLE = N_("With a location")
PARTS_NOTE = N_("The photos include profile pictures and photos in albums; nothing is counted twice.")
UTC_NOTE = N_("Years are in world time (UTC): west of Europe the evening of 31 December counts in the next year.")
FINDINGS_IN_FULL = 3
"""As many findings of a step have a line each; the others share one."""
_MAIN_KINDS = ("posts", "photos", "videos", "stories", "reels")
_PLACE_PREFIX, _CHECK_INS = "gps", "check_ins"


def main_numbers(service: ServiceReport) -> str:
    """Return what a service holds, in one line: "120 posts, 175 photos and 37 videos"."""
    labels = {label.name: label for label in count_labels()}
    counts = [(labels[kind], service.counts.get(kind, 0)) for kind in _MAIN_KINDS]
    return join_with_and([_("{count:,} {things}", count=count, things=label.text(count)) for label, count in counts if count])


def place_series(service: ServiceReport) -> list[tuple[str, int]]:
    """Return label and number of everything that has a place in it, most first."""
    found = [
        (count_text(label, number), number)
        for label, number in service.labelled_counts()
        if label.name.startswith(_PLACE_PREFIX) or label.name == _CHECK_INS
    ]
    return sorted(found, key=lambda pair: -pair[1])


def counting_notes(report: AuditReport) -> Iterator[str]:
    """Yield which numbers are part of others, and which clock the years follow."""
    if any(service.counts.get("profile_pictures") or service.counts.get("album_photos") for service in report.services):
        yield _(PARTS_NOTE)
    if any(service.years for service in report.services):
        yield _(UTC_NOTE)


def folded_texts(advice: StepAdvice, report: AuditReport) -> list[str]:
    """Return what a step resolves: the worst with a line each, and all others together in one."""
    texts = advice_texts(advice, report)
    if len(texts) <= FINDINGS_IN_FULL + 1:
        return texts
    others = _findings_of_services(advice.risks[FINDINGS_IN_FULL:], report)
    return [*texts[:FINDINGS_IN_FULL], _("and {findings}", findings=", ".join(others))]


def _findings_of_services(risks: Sequence[Risk], report: AuditReport) -> Iterator[str]:
    """Yield the findings in words; of several of one service only the last names it."""
    for position, risk in enumerate(risks):
        following = risks[position + 1 : position + 2]
        is_last = not following or _service_of(following[0]) != _service_of(risk)
        yield risk_text(risk, report) if is_last else _("{count:,} {things}", count=risk.count, things=risk.label)


def _service_of(risk: Risk) -> str:
    return risk.id.partition(".")[0]
