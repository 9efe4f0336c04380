"""Read a data export in line mode, print the audit report and lead from each risk to its step."""

from collections.abc import Callable, Iterator
from functools import partial
from time import monotonic
from typing import TYPE_CHECKING

from wizard.core.transfer_progress import SCANNING_MESSAGE, TransferProgress
from wizard.i18n import _, labelled
from wizard.views import audit_messages
from wizard.views.help_texts import SPOKEN_AUDIT

from .audit_items import save_item_list, show_advice
from .conversation import Conversation
from .documents import save_document
from .pages import hold_page
from .prompter import BackRequested, Choice, Prompt, SkipRequested

if TYPE_CHECKING:  # the readers of exports are imported only when an export is read
    from wizard.audit.compare import Comparison
    from wizard.audit.listing.item_loader import ItemLoader
    from wizard.audit.report import AuditReport
    from wizard.views.audit_report import AuditPage

    ReadReports = tuple[AuditReport, Comparison | None]
ANNOUNCE_SECONDS = 4.0
"""Seconds between two progress messages."""
KEEP_FINDINGS, HAVE, HAVE_NONE, LIST = "keep", "have", "none", "list-"


def show_audit(conversation: Conversation) -> None:
    """Ask for the export and for an optional older one, read both, and show the report.

    After an error the same question stands again.
    """
    conversation.prompter.title(_(audit_messages.PAGE_TITLE))
    conversation.say(_(audit_messages.READ_ON_THIS_COMPUTER))
    while _has_export(conversation):
        while (export_path := _ask_export(conversation, _(audit_messages.WHICH_EXPORT))) is not None:
            older_path = _ask_export(conversation, _(audit_messages.WHICH_OLD_EXPORT), can_skip=True)
            if older_path is not None and _read_and_show(conversation, export_path, older_path):
                return


def _has_export(conversation: Conversation) -> bool:
    """Ask for the export, and explain how to get one. Returns False if the user goes back."""
    rows = [Choice(HAVE, _(audit_messages.NEW_EXPORT)), Choice(HAVE_NONE, _(audit_messages.NO_EXPORT_YET))]
    while (chosen := conversation.select(_(audit_messages.WHICH_EXPORT), rows, _(SPOKEN_AUDIT))) == HAVE_NONE:
        from wizard.views.audit_start import export_request_page

        hold_page(conversation, lambda: export_request_page(conversation.snapshot))
    return chosen is not None


def _ask_export(conversation: Conversation, question: str, *, can_skip: bool = False) -> str | None:
    """Return the path of an export that can be opened, "" for none if that `can_skip`, or None if the user goes back."""
    while True:
        try:
            path = conversation.prompter.ask_path(Prompt(question, _(SPOKEN_AUDIT), can_skip=can_skip, optional=can_skip))
        except BackRequested:
            return None
        except SkipRequested:
            return ""
        if not path.strip():
            return ""
        if conversation.run_or_report(partial(_check_export, conversation, path)):
            return path


def _check_export(conversation: Conversation, path: str) -> None:
    from wizard.audit.audit_runner import check_export
    from wizard.system.path_input import parse_paths

    check_export(parse_paths(path), progress_announcer(conversation.say))


def _read_and_show(conversation: Conversation, export_path: str, older_path: str) -> bool:
    """Read one export or two and show the report. Returns False if they could not be read."""
    from wizard.audit.listing.item_loader import ItemLoader
    from wizard.system.path_input import parse_paths

    reports: list[tuple[AuditReport, Comparison | None]] = []
    conversation.say(_(audit_messages.READING))
    if not conversation.run_or_report(lambda: reports.append(_read_reports(conversation, export_path, older_path))):
        return False
    loader = ItemLoader(parse_paths(export_path))
    try:
        _show_report(conversation, *reports[0], loader)
    finally:
        loader.close()
    return True


def _read_reports(conversation: Conversation, export_path: str, older_path: str) -> "ReadReports":
    from wizard.audit.audit_runner import run_audit
    from wizard.audit.compare import compare_reports
    from wizard.system.path_input import parse_paths

    today = conversation.session.today
    report = run_audit(parse_paths(export_path), today, progress_announcer(conversation.say))
    if not older_path:
        return report, None
    older = run_audit(parse_paths(older_path), today, progress_announcer(conversation.say))
    return report, compare_reports(older, report)


def progress_announcer(say: Callable[[str], None], clock: Callable[[], float] = monotonic) -> Callable[[int, int], None]:
    """Return a callback for bytes done and bytes in total that prints progress at most every few seconds.

    A total of 0 means that the size is still unknown.
    """
    started = last_message = clock()

    def announce(done: int, total: int) -> None:
        nonlocal started, last_message
        now = clock()
        started = started if total else now  # the scan before reading says nothing about how long the reading takes
        if now - last_message >= ANNOUNCE_SECONDS:
            last_message = now
            transfer = TransferProgress(done, total, now - started)
            share_read = _("{percent} percent read", percent=transfer.percent)
            parts = [share_read, transfer.spoken_left] if total else [_(SCANNING_MESSAGE)]
            say(f"{', '.join(filter(None, parts))}.")

    return announce


def _show_report(
    conversation: Conversation, report: "AuditReport", comparison: "Comparison | None", loader: "ItemLoader"
) -> None:
    from wizard.audit.audit_runner import store_findings
    from wizard.views.audit_report import build_audit_page, has_items
    from wizard.views.audit_sentences import kept_message

    page = build_audit_page(report, conversation.snapshot, comparison)
    conversation.say_in_parts(list(_report_lines(page)))
    rows = [Choice(advice.step, _(audit_messages.THE_STEP, step=advice.title)) for advice in page.advice if advice.step]
    rows += [Choice(extension, _(label)) for extension, label in audit_messages.SAVE_CHOICES.items()]
    if any(map(has_items, page.advice)):
        rows += [Choice(f"{LIST}{extension}", _(label)) for extension, label in audit_messages.SAVE_LIST_CHOICES.items()]
    if not report.is_html_export:
        rows.append(Choice(KEEP_FINDINGS, _(audit_messages.KEEP_NUMBERS)))
    while (chosen := conversation.select(_(audit_messages.WHAT_NOW), rows, _(SPOKEN_AUDIT))) is not None:
        if chosen == KEEP_FINDINGS:
            conversation.run_or_report(lambda: conversation.say(kept_message(store_findings(conversation.session, report))))
        elif chosen in audit_messages.SAVE_CHOICES:
            save_document(conversation, f"{audit_messages.FILE_NAME}.{chosen}", partial(_report_document, chosen, page))
        elif chosen.startswith(LIST):
            announce = progress_announcer(conversation.say)
            save_item_list(conversation, chosen.removeprefix(LIST), loader, report.incomplete, announce)
        else:
            advice = next(advice for advice in page.advice if advice.step == chosen)
            show_advice(conversation, advice, lambda: loader.load(progress_announcer(conversation.say)))


def _report_document(extension: str, page: "AuditPage") -> str:
    if extension == "json":
        from wizard.export.audit.json import audit_json

        return audit_json(page)
    from wizard.export.audit.html import audit_html
    from wizard.export.audit.text import audit_text

    return audit_html(page) if extension == "html" else audit_text(page)


def _report_lines(page: "AuditPage") -> Iterator[str]:
    """Yield the report without bars and columns, so that each line names what it counts."""
    from wizard.views import audit_lines, audit_sentences

    for position, line in enumerate(audit_lines.report_lines(page)):
        if line.kind == audit_lines.HEAD and position:
            yield ""
        years = audit_sentences.yearly_lines(line.service) if line.service else []
        if line.kind == audit_lines.STEP:
            yield _("Step: {step}", step=line.text)
        elif line.kind != audit_lines.CHART or (line.service and len(audit_sentences.kinds_by_year(line.service)) == 1):
            yield f"{line.mark} {line.text}".lstrip()  # a chart of several kinds only repeats what follows in words
            yield from (labelled(year, text) for year, text in years)
