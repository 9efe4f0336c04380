"""What one can do with an address here: open it, copy it, show it to a phone. Every face offers the same, and says the same."""

from collections.abc import Callable, Mapping
from typing import NamedTuple
from urllib.parse import unquote

from wizard.core.urls import MAILTO_SCHEME, is_openable, is_web_address

from .desktop import copy_to_clipboard, has_browser, open_in_browser

PURPOSE = "Where the link leads. Nothing is opened before you say so."
MAX_QR_LENGTH = 400
"""A longer address makes a code that no phone could scan from a terminal."""
COPIED = "Sent to the clipboard; paste to see whether it arrived."
NOT_COPIED = "There is no clipboard that this program could reach."


class LinkTarget(NamedTuple):
    """An address, and whether there is a program here that opens it."""

    url: str
    opens: bool

    @property
    def is_mail(self) -> bool:
        """Tell whether it begins a new message."""
        return self.url.startswith(MAILTO_SCHEME)

    @property
    def has_code(self) -> bool:
        """Tell whether a phone could scan it: a page whose address is not too long."""
        return not self.is_mail and len(self.url) <= MAX_QR_LENGTH

    @property
    def display_url(self) -> str:
        """The address as people see it; of a new message only its subject."""
        return (
            f"Subject: {unquote(self.url.partition('&')[0].removeprefix(f'{MAILTO_SCHEME}?subject='))}"
            if self.is_mail
            else self.url
        )

    @property
    def advice(self) -> str:
        """What opening it does, or what to do instead."""
        if self.is_mail:
            return (
                "Nothing is sent by this program."
                if self.opens
                else "No mail program can be opened from here. Save the letter as a mail draft instead."
            )
        if self.opens:
            return "It opens in your own browser, outside this program. You sign in there, never here."
        if not is_web_address(self.url):
            return "This is not a web address, so it is not opened."
        return "No browser can be opened from here. Type the address elsewhere, or show the QR code to your phone."


def link_target(url: str, env: Mapping[str, str]) -> LinkTarget:
    """The address with what is possible on this computer."""
    return LinkTarget(url, has_browser(env) and is_openable(url))


class Opening(NamedTuple):
    """Whether the desktop took an address, and what to say of it."""

    done: bool
    words: str


def open_link(found: LinkTarget, env: Mapping[str, str]) -> Opening:
    """Ask the desktop to open it."""
    program, instead = ("mail program", "save the letter") if found.is_mail else ("browser", "use the address or the QR code")
    if open_in_browser(found.url, env):
        return Opening(True, f"Your {program} was asked to open it. If nothing appears, {instead}.")
    return Opening(False, f"It could not be opened from here: {instead}.")


def copy_text(text: str, env: Mapping[str, str], pass_on: Callable[[str], bool]) -> str:
    """Send a text to the clipboard; what to say of it. `pass_on` hands a sequence to the terminal, or says False."""
    return COPIED if copy_to_clipboard(text, env, pass_on) else NOT_COPIED
