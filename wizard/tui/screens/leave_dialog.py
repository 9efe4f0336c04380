"""Ask before the program ends with unfinished work."""

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.widget import Widget
from textual.widgets import OptionList, Static

from wizard.core.unfinished_work import LEAVE_ANYWAY, LEAVE_HELP, STAY, leave_label, unfinished_summary
from wizard.i18n import _
from wizard.tui.keys import Key
from wizard.tui.page_content import label_option
from wizard.tui.unfinished_work import CompletableWork
from wizard.tui.widgets.option_lists import ItemList
from wizard.tui.widgets.styled_text import styled
from wizard.views import key_texts

from .dialog import CLOSE, Dialog

STAYING, LEAVING = "stay", "leave"


class LeaveDialog(Dialog):
    """Lists unfinished work and what to do about it.

    `leave` ends the program, or asks again if completing the work failed.
    """

    KEYS: ClassVar[tuple[Key, ...]] = (Key("enter", "take", key_texts.TAKE_ROW), CLOSE)
    PURPOSE = LEAVE_HELP

    def __init__(self, works: tuple[CompletableWork, ...], leave: Callable[[], None]) -> None:
        super().__init__()
        self._works = works
        self._leave_app = leave

    def _body_widgets(self) -> list[Widget]:
        summary = unfinished_summary([each.work for each in self._works])
        return [
            Static(styled(_(LEAVE_ANYWAY)), classes="big"),
            Static(styled(summary), id="lost", classes="words"),
            ItemList("leaving"),
        ]

    def on_mount(self) -> None:
        """List the choices; those that lose nothing come first."""
        completions = [
            label_option(each.work.completion, str(number)) for number, each in enumerate(self._works) if each.work.completion
        ]
        ends = [label_option(_(STAY), STAYING), label_option(leave_label(self._works), LEAVING)]
        self.query_one(ItemList).show([*completions, *ends])

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        option_id = event.option_id
        if option_id == LEAVING:
            self._leave_app()
            return
        if not self.leave() or option_id == STAYING or option_id is None:
            return
        work = self._works[int(option_id)]
        work.complete()
        if not work.leads_elsewhere:
            self.app.call_later(self._leave_app)
