"""The one door to the outside: it shows where a link leads, opens it if there is a browser, or shows it for the phone."""

from typing import ClassVar
from urllib.parse import unquote

from textual.widget import Widget
from textual.widgets import Static

from wizard.core.address import MAIL, is_openable
from wizard.export.qr import half_blocks
from wizard.services.outbox import has_browser, open_in_browser
from wizard.tui.keys import Key
from wizard.tui.widgets.frame import KeyBar
from wizard.tui.widgets.prose import said

from .dialog import CLOSE, Dialog

COPY = Key("c", "copy", "copy", "Send the address to the clipboard, if your terminal allows it.")
QR = Key("r", "qr", "QR code", "Show the address as a QR code for the phone.")
NO_BROWSER = "There is no browser here. Use the address or the QR code."
NO_MAIL = "No mail program can be opened from here. Save the letter as a mail draft instead."
LONGEST_CODE = 400
LONGEST_SHOWN = 300
OPEN = Key("enter,o", "open", "open", "Open the address in your browser.")


class LinkDialog(Dialog):
    """An address and what one can do with it."""

    KEYS: ClassVar[tuple[Key, ...]] = (OPEN, QR, COPY, CLOSE)
    PURPOSE = "Where the link leads. Nothing is opened before you say so."

    def __init__(self, label: str, url: str, code: bool = False) -> None:
        super().__init__()
        self._label = label
        self._url = url
        self._code = code

    def _parts(self) -> list[Widget]:
        return [
            Static(said(self._label), classes="big words"),
            Static("", id="code", classes="gone"),
            Static(said(shortened(self._url)), id="address", classes="text"),
            Static(said(self._advice()), id="advice", classes="quiet words"),
        ]

    @property
    def live_keys(self) -> tuple[Key, ...]:
        """Nothing is offered to be opened where nothing can open it."""
        able = has_browser(self.wizard.env) and is_openable(self._url)
        return tuple(key for key in super().live_keys if able or key is not OPEN)

    def on_mount(self) -> None:
        """Show the keys that do something here, and the code where that is what was asked for."""
        self.query_one(KeyBar).say(self.live_keys)
        if self._code:
            self.action_qr()

    def _advice(self) -> str:
        if self._url.startswith(MAIL):
            return "Nothing is sent by this program." if has_browser(self.wizard.env) else NO_MAIL
        if has_browser(self.wizard.env):
            return "It opens in your own browser, outside this program. You sign in there, never here."
        return "No browser can be opened from here. Type the address elsewhere, or press r for a QR code."

    def action_open(self) -> None:
        """Open the address, where there is a browser."""
        if open_in_browser(self._url, self.wizard.env):
            self.wizard.tell("Your browser was asked to open it. If nothing appears, use the address or the QR code.")
        elif is_openable(self._url):
            self.wizard.tell(NO_MAIL if self._url.startswith(MAIL) else NO_BROWSER)
        else:
            self.wizard.tell("This is not a web address, so it is not opened.", wrong=True)

    def action_copy(self) -> None:
        """Send the address to the clipboard; whether it arrives cannot be known."""
        self.app.copy_to_clipboard(self._url)
        self.wizard.tell("Sent to the clipboard. If pasting gives nothing, select the address with the mouse.")

    def action_qr(self) -> None:
        """Show the QR code."""
        if len(self._url) > LONGEST_CODE:
            self.wizard.tell("This address is too long for a code that a phone could scan from here.")
            return
        code = self.query_one("#code", Static)
        text = half_blocks(self._url)
        code.update(said(text, "black on white"))
        self.query_one("#dialog").styles.width = max(len(line) for line in text.splitlines()) + 6
        code.remove_class("gone")
        self.add_class("-code")


def shortened(url: str) -> str:
    """The address as it is shown; of a mail only its subject, of others as much as can be taken in."""
    if url.startswith(MAIL):
        return unquote(url.partition("&")[0].removeprefix(f"{MAIL}?subject="))
    return url if len(url) <= LONGEST_SHOWN else f"{url[:LONGEST_SHOWN]}…"
