"""The items behind a step of the audit report, with the way to them at Meta; the step can be marked here."""

from time import monotonic
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option
from textual.worker import Worker, WorkerState, get_current_worker

from wizard.core.progress import OPEN
from wizard.core.snapshot import Snapshot
from wizard.core.transfer_progress import SCANNING_MESSAGE, TransferProgress
from wizard.errors import WizardError
from wizard.i18n import _
from wizard.tui.keys import BACK, QUIET_LEAVE, Key
from wizard.tui.messages import EventRecorded, LinkRequested
from wizard.tui.widgets.frame import KeyBar
from wizard.tui.widgets.hanging_text import HangingOption, hanging_row
from wizard.tui.widgets.option_lists import ItemList
from wizard.tui.widgets.styled_text import styled, styled_line
from wizard.views import audit_messages, help_texts, key_texts
from wizard.views.audit_items import item_line, items_summary
from wizard.views.audit_report import ItemsPage, StepAdvice, build_items_page
from wizard.views.documents import SAVE_AS
from wizard.views.error_messages import error_text
from wizard.views.find_at_meta import MetaLink, page_at_meta, way_at_meta

from .base import SCROLLING, WizardScreen
from .format_dialog import FormatDialog

if TYPE_CHECKING:
    from wizard.audit.listing.item_loader import ItemLoader

SAVE = Key("s", "save", key_texts.SAVE_ITEMS)
EVERY = 0.2
"""Seconds between two updates of the progress."""


class _StopReading(Exception):  # noqa: N818 - a request of the user, not an error
    """The screen was left while the items were read."""


class AuditItemsScreen(WizardScreen):
    """Lists the items that a step mends."""

    KEYS: ClassVar[tuple[Key, ...]] = (
        Key("enter", "open", key_texts.OPEN_AT_META),
        Key("d", "done", key_texts.ITEM_STEP_DONE, records=True),
        SAVE,
        BACK,
        QUIET_LEAVE,
        Key("question_mark", "app.help", key_texts.ALL_KEYS, "?"),
        *SCROLLING,
    )
    PURPOSE = help_texts.AUDIT_ITEMS

    def __init__(self, advice: StepAdvice, loader: "ItemLoader", missing: int = 0) -> None:
        """Show the items behind a step; `missing` files of the export could not be read in full."""
        super().__init__()
        self._advice, self._loader, self._missing = advice, loader, missing
        self._progress: TransferProgress | None = TransferProgress()
        self._page = ItemsPage(advice, (), 0)

    def _body_widgets(self) -> list[Widget]:
        return [
            Static(styled(self._advice.title), classes="big"),
            Static(id="summary", classes="quiet"),
            Static(id="way", classes="text gone"),
            ItemList("items"),
        ]

    @property
    def active_keys(self) -> tuple[Key, ...]:
        """Without saving as long as nothing was read."""
        return tuple(key for key in self.KEYS if key is not SAVE or self._page.total)

    def on_mount(self) -> None:
        """Start the reading thread, and update the progress in intervals."""
        super().on_mount()
        self.set_interval(EVERY, self._draw_summary)
        self.run_worker(self._load, thread=True, exclusive=True)

    def _show_snapshot(self, snapshot: Snapshot) -> None:
        planned = snapshot.step(self._advice.step)
        is_open = planned is None or planned.status == OPEN
        self.title_line.say(_(audit_messages.PAGE_TITLE), "" if is_open else _(audit_messages.STEP_CLOSED))
        self._draw_summary()

    def _draw_summary(self) -> None:
        if self._progress is None:
            text = items_summary(len(self._page.items), self._page.total)
        else:
            details = (self._progress.sizes if self._progress.total else _(SCANNING_MESSAGE), self._progress.time_left)
            text = f"{_(audit_messages.READING_ITEMS)} {', '.join(part for part in details if part)}"
        self.query_one("#summary", Static).update(styled(text))

    def _load(self) -> ItemsPage | WizardError | None:
        """Read the items in the thread; return None if the screen was left."""
        worker, start = get_current_worker(), monotonic()

        def report_progress(done: int, total: int) -> None:
            if worker.is_cancelled:
                raise _StopReading
            self._progress = TransferProgress(done, total, monotonic() - start)

        try:
            return build_items_page(self._advice, self._loader.load(report_progress))
        except WizardError as error:
            return error
        except _StopReading:
            return None

    @on(Worker.StateChanged)
    def _loading_finished(self, event: Worker.StateChanged) -> None:
        if event.state is not WorkerState.SUCCESS or event.worker.result is None:
            return
        self._progress = None
        if isinstance(event.worker.result, WizardError):
            self.wizard_app.show_status(error_text(event.worker.result), wrong=True)
        else:
            self._page = event.worker.result
        self._draw_summary()
        self.query_one(KeyBar).say(self.active_keys)
        items = self._page.items
        option_list = self.query_one("#items", ItemList)
        option_list.show(Option(HangingOption(hanging_row(item_line(item))), id=str(at)) for at, item in enumerate(items))
        option_list.set_class(not items, "gone")

    @on(OptionList.OptionHighlighted, "#items")
    def _show_way(self, event: OptionList.OptionHighlighted) -> None:
        """Show the way at Meta to the item under the cursor."""
        item = self._page.items[int(event.option_id or 0)]
        way = self.query_one("#way", Static)
        way.update(styled_line(way_at_meta(item.service, item.kind, item.year)))
        way.remove_class("gone")

    @on(OptionList.OptionSelected, "#items")
    def _open(self, event: OptionList.OptionSelected) -> None:
        item = self._page.items[int(event.option_id or 0)]
        page = page_at_meta(item.service, item.kind, self.wizard_app.snapshot.library.sources)
        link = MetaLink(_(audit_messages.THIS_ITEM), item.url) if item.url else page
        if link:
            self.post_message(LinkRequested(link.label, link.url))
        else:
            self.wizard_app.show_status(_(audit_messages.NO_ADDRESS_KNOWN))

    def action_save(self) -> None:
        """Ask for the format of the list of all items, then for the path."""
        if self._page.total:
            formats, stem = audit_messages.SAVE_LIST_CHOICES, audit_messages.LIST_FILE_NAME
            self.wizard_app.show(FormatDialog(SAVE_AS, formats, stem, help_texts.SAVED_ITEMS, self._item_list))

    def _item_list(self, extension: str) -> str:
        from wizard.audit.listing.media_files import MediaFolders
        from wizard.export.audit.item_list import item_list

        sources, today = self.wizard_app.snapshot.library.sources, self.wizard_app.session.today
        picture = MediaFolders(self._loader.paths).picture_finder
        return "".join(item_list(extension, self._loader.load(), sources, today, picture, self._missing))

    def action_done(self) -> None:
        """Record the step as done."""
        planned = self.wizard_app.snapshot.step(self._advice.step)
        if planned is None:
            self.wizard_app.show_status(_(audit_messages.NOT_IN_PLAN))
        elif planned.status != OPEN:
            self.wizard_app.show_status(_(audit_messages.SETTLED))
        else:
            self.submit(EventRecorded(self._advice.step, "done"))
