"""The audit: which export is read, and how far its reading has come."""

from time import monotonic
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.events import ScreenResume
from textual.widget import Widget
from textual.widgets import Input, Static
from textual.worker import Worker, WorkerState, get_current_worker

from wizard.core.snapshot import Snapshot
from wizard.core.transfer_progress import SCANNING_MESSAGE, TransferProgress
from wizard.errors import WizardError
from wizard.export.audit.phrases import HOW_TO_GET_JSON
from wizard.system.path_input import parse_paths
from wizard.tui.keys import BACK, Key
from wizard.tui.widgets.bar import progress_bar
from wizard.tui.widgets.hanging_text import HangingText, hanging_row
from wizard.tui.widgets.path_field import PathField
from wizard.tui.widgets.styled_text import ACCENT, STRONG, concat, stack_lines, styled

from .base import SCROLLING, WizardScreen

if TYPE_CHECKING:
    from wizard.audit.compare import Comparison
    from wizard.audit.report import AuditReport

    Read = tuple[AuditReport, Comparison | None] | WizardError

EVERY = 0.2
"""Seconds between two looks at how far the reading has come."""
WIDTH = 30
NEW, OLD = "new", "old"
NAMING = (
    "Type or paste a file name, or drop the file here; → completes a name. "
    "Several parts of one export: one name after another, or the folder they lie in."
)
TITLE = "Your data export"


class AuditScreen(WizardScreen):
    """Which export is to be read, and how one gets it."""

    KEYS: ClassVar[tuple[Key, ...]] = (
        Key("enter", "read", "read it", "Read the export that is named."),
        Key("tab", "app.focus_next", "next field", "Go to the field for an older export, and back."),
        BACK,
        Key("f1", "app.help", "help", "Show all keys."),
        *SCROLLING,
    )
    PURPOSE = (
        "Name the data export that Meta gave you, to see what Meta holds of yours. "
        "It is read on this computer only: nothing is unpacked, written or sent."
    )

    def _body_widgets(self) -> list[Widget]:
        return [
            Static("What does Meta hold of yours?", classes="big"),
            Static("Your export is read on this computer only. Nothing is unpacked, written or sent.", classes="text"),
            Static(styled("The ZIP file that Meta gave you, or its folder", STRONG)),
            PathField(NEW),
            Static(NAMING, id="naming", classes="quiet"),
            Static(styled("An older export, to see what has changed (if you like)", STRONG)),
            PathField(OLD),
            Static(styled("You have none yet? Ask Meta for it", STRONG), id="asking"),
            HangingText(hanging_row(step, styled(f"{number}  ", ACCENT)) for number, step in enumerate(HOW_TO_GET_JSON[1:-1], 1)),
        ]

    def on_mount(self) -> None:
        """The cursor waits in the first field."""
        super().on_mount()
        self.query_one(f"#{NEW}").focus(scroll_visible=False)

    def _show_snapshot(self, _: Snapshot) -> None:
        self.title_line.say(TITLE)

    @on(Input.Submitted)
    def action_read(self) -> None:
        """Read what is named, once it is named."""
        new, old = (self.query_one(f"#{id}", Input).value for id in (NEW, OLD))
        if new.strip():
            self.wizard_app.open_screen("audit.ReadingScreen", new, old)
        else:
            self.wizard_app.show_status(
                "Name the export first: the ZIP file that Meta gave you, or the folder it was unpacked to."
            )
            self.query_one(f"#{NEW}").focus()


class _Stopped(Exception):  # noqa: N818 - no error: what the person wants
    """The person has stopped the reading."""


class ReadingScreen(WizardScreen):
    """How far the reading has come. It is done beside the screen, which leaves when it is over."""

    KEYS: ClassVar[tuple[Key, ...]] = (
        Key("escape", "back", "stop", "Stop reading. Nothing of it is kept.", "esc"),
        Key("question_mark", "app.help", "help", "Show all keys.", "?"),
        *SCROLLING,
    )
    PURPOSE = "Your export is being read. Escape stops it; nothing of it is kept."

    def __init__(self, new: str, old: str) -> None:
        super().__init__()
        self._names = (new, old)
        self._what, self._began = "", monotonic()
        self._pace = TransferProgress()
        self._found: Read | None = None

    def _body_widgets(self) -> list[Widget]:
        return [Static("Reading your export", classes="big"), Static(id="far", classes="text"),
                Static("Large exports take a minute. Escape stops; nothing of it is kept.", classes="quiet")]  # fmt: skip

    def on_mount(self) -> None:
        """Read in a thread of its own; the screen looks now and then how far it is."""
        super().on_mount()
        self.set_interval(EVERY, self._draw)
        self.run_worker(self._read, thread=True, exclusive=True)

    def _show_snapshot(self, _: Snapshot) -> None:
        self.title_line.say(TITLE)
        self._draw()

    def _draw(self) -> None:
        pace = self._pace
        far = concat(progress_bar(pace.share, min(WIDTH, max(1, self.size.width - 16))), f"  {pace.percent} %")
        about = ", ".join(part for part in (pace.sizes if pace.total else SCANNING_MESSAGE, pace.time_left) if part)
        self.query_one("#far", Static).update(stack_lines(each for each in (self._what, far, about) if each))

    def _read(self) -> "Read | None":
        """In the thread: the report and what changed, or what went wrong; None when it was stopped."""
        try:
            return self._read_both()
        except WizardError as error:
            return error
        except OSError as error:
            return WizardError(f"The export cannot be read: {error.strerror or 'the disk gave no reason'}.")
        except _Stopped:
            return None

    def _read_both(self) -> "tuple[AuditReport, Comparison | None]":
        from wizard.audit.compare import compare_reports

        new, old = self._names
        if not old.strip():
            return self._report(new), None
        self._what = "First the older export"
        before = self._report(old)
        self._what = "Now the newer export"
        after = self._report(new)
        return after, compare_reports(before, after)

    def _report(self, name: str) -> "AuditReport":
        from wizard.audit.audit_runner import run_audit

        worker = get_current_worker()
        self._pace, self._began = TransferProgress(), monotonic()

        def told(done: int, total: int) -> None:
            if worker.is_cancelled:
                raise _Stopped
            if not total:
                self._began = monotonic()  # a look at what there is tells nothing of how long the reading takes
            self._pace = TransferProgress(done, total, monotonic() - self._began)

        return run_audit(parse_paths(name), self.wizard_app.session.today, told)

    @on(Worker.StateChanged)
    def _over(self, event: Worker.StateChanged) -> None:
        if event.state is WorkerState.SUCCESS:
            self._found = event.worker.result
            self._go_on()

    @on(ScreenResume)
    def _go_on(self) -> None:
        """The report takes the place of this screen; what went wrong is said where the file was named.

        Nothing happens below the help while the person reads it, but after it.
        """
        found = self._found
        if self.app.screen is not self:
            return
        if isinstance(found, WizardError):
            self.leave()
            self.wizard_app.show_status(str(found), wrong=True)
        elif found:
            self.leave(self.wizard_app.page("audit_report.AuditReportScreen", *found))

    def action_back(self) -> None:
        """Stop: the thread ends when its screen does."""
        super().action_back()
        self.wizard_app.show_status("Stopped. Nothing was kept.")
