"""The only way from the program to the outside: shows an address before it is opened."""

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
    """Shows an address, and opens or copies it or shows it as a QR code.

    `then` is called once the address was opened.
    """

    KEYS: ClassVar[tuple[Key, ...]] = (OPEN, QR, COPY, CLOSE)
    PURPOSE = PURPOSE

    def __init__(self, label: str, url: str, code: bool = False, then: Callable[[], None] | None = None) -> None:
        super().__init__()
        self._label = label
        self._url = url
        self._shows_code = code
        self._then = then

    def _body_widgets(self) -> list[Widget]:
        self._link_target = link_target(self._url, self.wizard_app.env)
        return [
            Static(styled(self._label), classes="big words"),
            Static("", id="code", classes="gone"),
            Static(styled(shorten_url(self._link_target.display_url)), id="address", classes="text"),
            Static(styled(self._link_target.advice), id="advice", classes="quiet words"),
        ]

    @property
    def active_keys(self) -> tuple[Key, ...]:
        """Only what is possible with this address; a code that is shown is not offered again."""
        available = {
            OPEN: self._link_target.opens,
            QR: self._link_target.has_code and not self._shows_code,
            COPY: not self._link_target.is_mail,
        }
        return tuple(key for key in super().active_keys if available.get(key, True))

    def on_mount(self) -> None:
        """Show the active keys, and the code if it was requested."""
        if self._shows_code:
            self.action_qr()
        self.query_one(KeyBar).say(self.active_keys)

    def action_open(self) -> None:
        """Open the address, if a program for it is available."""
        if not self._link_target.opens:
            self.wizard_app.show_status(self._link_target.advice)
            return
        result = open_link(self._link_target, self.wizard_app.env)
        self.wizard_app.show_status(result.words)
        if result.done and self._then:
            self._then()

    def action_copy(self) -> None:
        """Copy the address to the clipboard."""
        if not self._link_target.is_mail:
            self.wizard_app.copy(self._url)

    def action_qr(self) -> None:
        """Show the QR code."""
        if not self._link_target.has_code:
            self.wizard_app.show_status("This address is too long for a code that a phone could scan from here.")
            return
        self._shows_code = True
        code = self.query_one("#code", Static)
        text = qr_half_blocks(self._url)
        code.update(styled(text, "black on white"))
        self.query_one("#dialog").styles.width = max(len(line) for line in text.splitlines()) + 6
        code.remove_class("gone")
        self.add_class("-code")
        self.query_one(KeyBar).say(self.active_keys)


def shorten_url(text: str) -> str:
    """Cut an address off after LONGEST_SHOWN characters."""
    return text if len(text) <= LONGEST_SHOWN else f"{text[:LONGEST_SHOWN]}…"
