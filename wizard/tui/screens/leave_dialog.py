"""Before the program ends: what is unfinished, and what to do about it."""

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from wizard.core.unfinished_work import LEAVE_ANYWAY, LEAVE_HELP, STAY, leave_label, unfinished_summary
from wizard.tui.keys import Key
from wizard.tui.unfinished_work import OpenWork
from wizard.tui.widgets.option_lists import ItemList
from wizard.tui.widgets.styled_text import styled

from .dialog import CLOSE, Dialog

STAYING, LEAVING = "stay", "leave"


class LeaveDialog(Dialog):
    """Asks once; `leave` ends the program, or asks again where completing something did not work."""

    KEYS: ClassVar[tuple[Key, ...]] = (Key("enter", "take", "choose", "Do what is under the cursor."), CLOSE)
    PURPOSE = LEAVE_HELP

    def __init__(self, works: tuple[OpenWork, ...], leave: Callable[[], None]) -> None:
        super().__init__()
        self._works = works
        self._end = leave

    def _body_widgets(self) -> list[Widget]:
        summary = unfinished_summary([each.work for each in self._works])
        return [
            Static(styled(LEAVE_ANYWAY), classes="big"),
            Static(styled(summary), id="lost", classes="words"),
            ItemList("leaving"),
        ]

    def on_mount(self) -> None:
        """What loses nothing comes first."""
        completions = [
            Option(styled(each.work.completion), id=str(number))
            for number, each in enumerate(self._works)
            if each.work.completion
        ]
        ends = [Option(styled(STAY), id=STAYING), Option(styled(leave_label(self._works)), id=LEAVING)]
        self.query_one(ItemList).show([*completions, *ends])

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        chosen = event.option_id
        if chosen == LEAVING:
            self._end()
            return
        if not self.leave() or chosen == STAYING or chosen is None:
            return
        work = self._works[int(chosen)]
        work.complete()
        if not work.leads_elsewhere:
            self.app.call_later(self._end)
