"""The one door to the outside: it shows where a link leads, opens it if there is a browser, or shows it for the phone."""

from collections.abc import Callable
from typing import ClassVar

from textual.widget import Widget
from textual.widgets import Static

from wizard.export.qr import qr_half_blocks
from wizard.system.link_actions import PURPOSE, link_target, open_link
from wizard.tui.keys import Key
from wizard.tui.widgets.frame import KeyBar
from wizard.tui.widgets.styled_text import styled

from .dialog import CLOSE, Dialog

COPY = Key("c", "copy", "copy", "Send the address to the clipboard.")
QR = Key("r", "qr", "QR code", "Show the address as a QR code for the phone.")
OPEN = Key("enter,o", "open", "open", "Open the address in your browser or mail program.")
LONGEST_SHOWN = 300


class LinkDialog(Dialog):
    """An address and what one can do with it."""

    KEYS: ClassVar[tuple[Key, ...]] = (OPEN, QR, COPY, CLOSE)
    PURPOSE = PURPOSE

    def __init__(self, label: str, url: str, code: bool = False, then: Callable[[], None] | None = None) -> None:
        super().__init__()
        self._label = label
        self._url = url
        self._code = code
        self._then = then

    def _body_widgets(self) -> list[Widget]:
        self._address = link_target(self._url, self.wizard_app.env)
        return [
            Static(styled(self._label), classes="big words"),
            Static("", id="code", classes="gone"),
            Static(styled(shorten_url(self._address.display_url)), id="address", classes="text"),
            Static(styled(self._address.advice), id="advice", classes="quiet words"),
        ]

    @property
    def active_keys(self) -> tuple[Key, ...]:
        """Only what can be done with this address here; a code that stands there is not offered again."""
        able = {OPEN: self._address.opens, QR: self._address.has_code and not self._code, COPY: not self._address.is_mail}
        return tuple(key for key in super().active_keys if able.get(key, True))

    def on_mount(self) -> None:
        """Show the keys that do something here, and the code where that is what was asked for."""
        if self._code:
            self.action_qr()
        self.query_one(KeyBar).say(self.active_keys)

    def action_open(self) -> None:
        """Open the address, where there is a program for it."""
        if not self._address.opens:
            self.wizard_app.show_status(self._address.advice)
            return
        opening = open_link(self._address, self.wizard_app.env)
        self.wizard_app.show_status(opening.words)
        if opening.done and self._then:
            self._then()

    def action_copy(self) -> None:
        """Send the address to the clipboard."""
        if not self._address.is_mail:
            self.wizard_app.copy(self._url)

    def action_qr(self) -> None:
        """Show the QR code."""
        if not self._address.has_code:
            self.wizard_app.show_status("This address is too long for a code that a phone could scan from here.")
            return
        self._code = True
        code = self.query_one("#code", Static)
        text = qr_half_blocks(self._url)
        code.update(styled(text, "black on white"))
        self.query_one("#dialog").styles.width = max(len(line) for line in text.splitlines()) + 6
        code.remove_class("gone")
        self.add_class("-code")
        self.query_one(KeyBar).say(self.active_keys)


def shorten_url(text: str) -> str:
    """As much of an address as can be taken in."""
    return text if len(text) <= LONGEST_SHOWN else f"{text[:LONGEST_SHOWN]}…"
