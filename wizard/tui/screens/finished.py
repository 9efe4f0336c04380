"""The page of a finished plan: what was achieved, and when to look again."""

from typing import ClassVar

from wizard.core.snapshot import Snapshot
from wizard.tui.keys import BACK, LEAVE, UNDO, Key
from wizard.views import key_texts
from wizard.views.page import Page
from wizard.views.plan import finished_page

from .base import SCROLLING
from .page import PageScreen


class FinishedScreen(PageScreen):
    """Shown from the board once no step is open."""

    KEYS: ClassVar[tuple[Key, ...]] = (
        Key("enter", "open", key_texts.CHOOSE_ROW),
        UNDO,
        BACK,
        LEAVE,
        *SCROLLING,
    )

    def make_page(self, snapshot: Snapshot) -> Page:
        return finished_page(snapshot)
