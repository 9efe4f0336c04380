"""Choose a data export, and show the progress of reading it."""

from time import monotonic
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.events import ScreenResume
from textual.widget import Widget
from textual.widgets import Input, Static
from textual.worker import Worker, WorkerState, get_current_worker

from wizard.core.formatting import format_percent
from wizard.core.snapshot import Snapshot
from wizard.core.transfer_progress import SCANNING_MESSAGE, TransferProgress
from wizard.errors import WizardError
from wizard.i18n import _
from wizard.system.path_input import parse_paths
from wizard.tui.keys import BACK, Key
from wizard.tui.widgets.bar import progress_bar
from wizard.tui.widgets.hanging_text import HangingText, hanging_row
from wizard.tui.widgets.path_field import PathField
from wizard.tui.widgets.styled_text import ACCENT, STRONG, concat, stack_lines, styled
from wizard.views import audit_messages, help_texts, key_texts
from wizard.views.audit_start import export_request_steps
from wizard.views.error_messages import error_text

from .base import SCROLLING, WizardScreen
from .side import SideScreen

if TYPE_CHECKING:
    from wizard.audit.compare import Comparison
    from wizard.audit.report import AuditReport

    Read = tuple[AuditReport, Comparison | None] | WizardError

EVERY = 0.2
"""Seconds between two updates of the progress."""
WIDTH = 30
NEW, OLD = "new", "old"


class AuditScreen(SideScreen):
    """Asks which export to read, and explains how to get one."""

    KEYS: ClassVar[tuple[Key, ...]] = (
        Key("enter", "read", key_texts.READ_EXPORT),
        Key("tab", "app.focus_next", key_texts.OLDER_EXPORT),
        BACK,
        Key("f1", "app.help", key_texts.ALL_KEYS),
        *SCROLLING,
    )
    PURPOSE = help_texts.AUDIT

    def _body_widgets(self) -> list[Widget]:
        steps = enumerate(export_request_steps(), 1)
        return [
            Static(_(audit_messages.QUESTION), classes="big"),
            Static(_(audit_messages.READ_ON_THIS_COMPUTER), classes="text"),
            Static(styled(_(audit_messages.NEW_EXPORT), STRONG)),
            PathField(NEW),
            Static(_(audit_messages.HOW_TO_NAME), id="naming", classes="quiet"),
            Static(styled(_(audit_messages.OLD_EXPORT), STRONG)),
            PathField(OLD),
            Static(styled(_(audit_messages.NO_EXPORT_YET), STRONG), id="asking"),
            HangingText(hanging_row(step, styled(f"{number}  ", ACCENT)) for number, step in steps),
        ]

    def on_mount(self) -> None:
        """Focus the first field."""
        super().on_mount()
        self.query_one(f"#{NEW}").focus(scroll_visible=False)

    def _show_snapshot(self, snapshot: Snapshot) -> None:
        self.title_line.say(_(audit_messages.PAGE_TITLE))

    @on(Input.Submitted)
    def action_read(self) -> None:
        """Read the export, if a path is given."""
        new, old = (self.query_one(f"#{id}", Input).value for id in (NEW, OLD))
        if new.strip():
            self.wizard_app.open_screen("audit.ReadingScreen", new, old)
        else:
            self.wizard_app.show_status(_(audit_messages.NAME_EXPORT_FIRST))
            self.query_one(f"#{NEW}").focus()


class _StopRequested(Exception):  # noqa: N818 - a request of the user, not an error
    """The user stopped the reading."""


class ReadingScreen(WizardScreen):
    """Shows the progress while a thread reads the export, then the report or the error."""

    KEYS: ClassVar[tuple[Key, ...]] = (
        Key("escape", "back", key_texts.STOP_READING, "esc"),
        Key("question_mark", "app.help", key_texts.ALL_KEYS, "?"),
        *SCROLLING,
    )
    PURPOSE = help_texts.READING

    def __init__(self, new: str, old: str) -> None:
        super().__init__()
        self._paths = (new, old)
        self._stage, self._start_time = "", monotonic()
        self._progress = TransferProgress()
        self._result: Read | None = None

    def _body_widgets(self) -> list[Widget]:
        return [Static(_(audit_messages.READING_TITLE), classes="big"), Static(id="far", classes="text"),
                Static(_(audit_messages.READING_NOTE), classes="quiet")]  # fmt: skip

    def on_mount(self) -> None:
        """Start the reading thread, and update the progress in intervals."""
        super().on_mount()
        self.set_interval(EVERY, self._draw_progress)
        self.run_worker(self._read, thread=True, exclusive=True)

    def _show_snapshot(self, snapshot: Snapshot) -> None:
        self.title_line.say(_(audit_messages.PAGE_TITLE))
        self._draw_progress()

    def _draw_progress(self) -> None:
        progress = self._progress
        percent = format_percent(progress.percent)
        bar = concat(progress_bar(progress.share, min(WIDTH, max(1, self.size.width - 16))), f"  {percent}")
        details = ", ".join(
            part for part in (progress.sizes if progress.total else _(SCANNING_MESSAGE), progress.time_left) if part
        )
        self.query_one("#far", Static).update(stack_lines(each for each in (self._stage, bar, details) if each))

    def _read(self) -> "Read | None":
        """Read in the thread; return the report and the comparison, the error, or None if stopped."""
        try:
            return self._read_both()
        except WizardError as error:
            return error
        except OSError as error:
            return WizardError("export-not-read", reason=error.strerror or type(error).__name__)
        except _StopRequested:
            return None

    def _read_both(self) -> "tuple[AuditReport, Comparison | None]":
        from wizard.audit.compare import compare_reports

        new, old = self._paths
        if not old.strip():
            return self._read_report(new), None
        self._stage = _(audit_messages.READING_OLD)
        older_report = self._read_report(old)
        self._stage = _(audit_messages.READING_NEW)
        newer_report = self._read_report(new)
        return newer_report, compare_reports(older_report, newer_report)

    def _read_report(self, name: str) -> "AuditReport":
        from wizard.audit.audit_runner import run_audit

        worker = get_current_worker()
        self._progress, self._start_time = TransferProgress(), monotonic()

        def report_progress(done: int, total: int) -> None:
            if worker.is_cancelled:
                raise _StopRequested
            if not total:
                self._start_time = monotonic()  # listing the files says nothing about the reading time
            self._progress = TransferProgress(done, total, monotonic() - self._start_time)

        return run_audit(parse_paths(name), self.wizard_app.session.today, report_progress)

    @on(Worker.StateChanged)
    def _reading_finished(self, event: Worker.StateChanged) -> None:
        if event.state is WorkerState.SUCCESS:
            self._result = event.worker.result
            self._show_result()

    @on(ScreenResume)
    def _show_result(self) -> None:
        """Replace this screen by the report, or close it and show the error.

        While the help is open on top, wait until it is closed.
        """
        result = self._result
        if self.app.screen is not self:
            return
        if isinstance(result, WizardError):
            self.leave()
            self.wizard_app.show_status(error_text(result), wrong=True)
        elif result:
            self.leave(self.wizard_app.page("audit_report.AuditReportScreen", *result, parse_paths(self._paths[0])))

    def action_back(self) -> None:
        """Stop reading: closing the screen cancels the thread."""
        super().action_back()
        self.wizard_app.show_status(_(audit_messages.STOPPED))
