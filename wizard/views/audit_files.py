"""The sentences that say which files of an export were read, and why the others were not."""

from collections.abc import Iterable, Iterator

from wizard.audit.report import AuditReport
from wizard.core.formatting import join_with_and
from wizard.i18n import N_, MessageTable, _, ngettext

NOT_COUNTED_THINGS = MessageTable(
    {
        "events": N_("events"),
        "polls": N_("polls"),
        "fundraisers": N_("fundraisers"),
        "marketplace": N_("your details as a seller"),
        "places": N_("places that you added"),
        "recommendations": N_("pages that you recommended"),
        "story_answers": N_("answers to stories"),
        "live_audio": N_("live audio rooms"),
        "voice": N_("voice recordings"),
        "dating": N_("your dating profile"),
        "profile": N_("the words of your profile"),
    }
)
"""Things of the user that are known and not counted, by their code."""


def files_line(report: AuditReport) -> str:
    """Return how many files were read, and how many were not and why."""
    return _("Nothing was counted.") if report.is_html_export else " ".join(_file_sentences(report))


def _file_sentences(report: AuditReport) -> Iterator[str]:
    if not report.pages_read:
        yield ngettext("1 file was read.", "{count:,} files were read.", report.read)
    elif report.pages_read >= report.read:
        yield ngettext("1 page in HTML was read.", "{count:,} pages in HTML were read.", report.read)
    else:
        yield _("{files:,} files were read, some of them in HTML ({pages:,}).", files=report.read, pages=report.pages_read)
    if report.closed:
        yield ngettext(
            "1 was never opened: it holds messages, likes, saved items or searches.",
            "{count:,} were never opened: they hold messages, likes, saved items or searches.",
            report.closed,
        )
    if report.left_alone:
        yield ngettext(
            "1 other holds nothing that is counted here.",
            "{count:,} others hold nothing that is counted here.",
            report.left_alone,
        )
    if report.not_counted:
        yield _("They include things of yours that are not counted: {things}.", things=not_counted_text(report.not_counted))
    if report.unknown:
        yield ngettext("1 is not known here: see the end.", "{count:,} are not known here: see the end.", report.unknown)
    if report.pages_unread:
        yield ngettext(
            "1 page is not read in HTML: see the end.", "{count:,} pages are not read in HTML: see the end.", report.pages_unread
        )


def not_counted_text(codes: Iterable[str]) -> str:
    """Return things of the user that are not counted in words: "events, polls and fundraisers"."""
    return join_with_and([NOT_COUNTED_THINGS[code] for code in codes])
