"""The only way from the program to the outside: shows an address before it is opened."""

from collections.abc import Callable
from typing import ClassVar

from textual.widget import Widget
from textual.widgets import Static

from wizard.export.qr import qr_half_blocks
from wizard.i18n import _
from wizard.system.link_actions import link_target, open_link
from wizard.tui.keys import Key
from wizard.tui.widgets.frame import KeyBar
from wizard.tui.widgets.hanging_text import HangingText, hanging_row
from wizard.tui.widgets.styled_text import stack_lines, styled
from wizard.views import key_texts
from wizard.views.link import ADDRESS, ADVICE, NO_CODE, NO_ROOM, link_page, opening_message
from wizard.views.page import Page

from .dialog import CLOSE, Dialog

COPY = Key("c", "copy", key_texts.COPY_ADDRESS)
QR = Key("r", "qr", key_texts.ADDRESS_CODE)
OPEN = Key("enter,o", "open", key_texts.OPEN_ADDRESS)
LONGEST_SHOWN = 300
FRAME_ROWS, FRAME_COLUMNS, TEXT_MARGIN = 2, 6, 4
"""How much larger than a code its dialog is."""


class LinkDialog(Dialog):
    """Shows an address, and opens or copies it or shows it as a QR code.

    `then` is called once the address was opened.
    """

    KEYS: ClassVar[tuple[Key, ...]] = (OPEN, QR, COPY, CLOSE)

    def __init__(self, label: str, url: str, code: bool = False, then: Callable[[], None] | None = None) -> None:
        super().__init__()
        self._label = label
        self._url = url
        self._shows_code = code
        self._then = then

    @property
    def drawn_page(self) -> Page:
        """The page of the link; its choices are keys here."""
        return link_page(self._label, link_target(self._url, self.wizard_app.env))

    @property
    def purpose(self) -> str:
        """What the dialog is for, as the help says it."""
        return self.drawn_page.help

    def _body_widgets(self) -> list[Widget]:
        self._link_target = link_target(self._url, self.wizard_app.env)
        page = self.drawn_page
        [address], [advice] = page.lines(ADDRESS), page.lines(ADVICE)
        return [
            Static(styled(page.title), classes="big words"),
            Static("", id="code", classes="gone"),
            HangingText([hanging_row(shorten_url(address.text))], id="address"),
            Static(styled(advice.text), id="advice", classes="quiet words"),
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
            self.wizard_app.show_status(self.drawn_page.lines(ADVICE)[0].text)
            return
        opened = open_link(self._link_target, self.wizard_app.env)
        self.wizard_app.show_status(opening_message(self._link_target, opened=opened))
        if opened and self._then:
            self._then()

    def action_copy(self) -> None:
        """Copy the address to the clipboard."""
        if not self._link_target.is_mail:
            self.wizard_app.copy(self._url)

    def action_qr(self) -> None:
        """Show the QR code."""
        if not self._link_target.has_code:
            self.wizard_app.show_status(_(NO_CODE))
            return
        text = qr_half_blocks(self._url)
        lines = text.splitlines()
        if len(lines) + FRAME_ROWS > self.app.size.height or len(lines[0]) + FRAME_COLUMNS > self.app.size.width:
            self.wizard_app.show_status(_(NO_ROOM, key=COPY.key))
            return
        self._shows_code = True
        code = self.query_one("#code", Static)
        code.update(stack_lines(styled(line, "black on white") for line in lines))
        self.query_one("#dialog").styles.width = max(
            len(lines[0]) + FRAME_COLUMNS, min(len(self._url) + FRAME_COLUMNS + TEXT_MARGIN, self.app.size.width)
        )
        code.remove_class("gone")
        self.add_class("-code")
        self.query_one(KeyBar).say(self.active_keys)


def shorten_url(text: str) -> str:
    """Cut an address off after LONGEST_SHOWN characters."""
    return text if len(text) <= LONGEST_SHOWN else f"{text[:LONGEST_SHOWN]}…"
