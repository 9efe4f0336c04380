"""What a user can do with a link: open it, copy it or scan it with a phone; the same in both front ends."""

from collections.abc import Callable, Mapping
from typing import NamedTuple
from urllib.parse import unquote

from wizard.core.urls import MAILTO_SCHEME, is_openable, is_web_address
from wizard.i18n import N_, _

from .desktop import copy_to_clipboard, has_browser, open_in_browser

PURPOSE = N_("Where the link leads. Nothing is opened before you say so.")
MAX_QR_LENGTH = 400
"""The longest URL for which a QR code is shown; a larger code cannot be scanned from a terminal."""
COPIED = N_("Sent to the clipboard; paste to see whether it arrived.")
NOT_COPIED = N_("There is no clipboard that this program could reach.")


class LinkTarget(NamedTuple):
    """A URL, and whether a program on this computer can open it."""

    url: str
    opens: bool

    @property
    def is_mail(self) -> bool:
        """Return True if the URL opens a mail draft."""
        return self.url.startswith(MAILTO_SCHEME)

    @property
    def has_code(self) -> bool:
        """Return True if a QR code can be shown: for a web page whose URL is not too long."""
        return not self.is_mail and len(self.url) <= MAX_QR_LENGTH

    @property
    def display_url(self) -> str:
        """Return the URL as it is shown; of a mail draft only the subject."""
        if not self.is_mail:
            return self.url
        return _("Subject: {subject}", subject=unquote(self.url.partition("&")[0].removeprefix(f"{MAILTO_SCHEME}?subject=")))

    @property
    def advice(self) -> str:
        """Return a sentence that says what opening the link does, or what to do instead."""
        if self.is_mail:
            if self.opens:
                return _("Nothing is sent by this program.")
            return _("No mail program can be opened from here. Save the letter as a mail draft instead.")
        if self.opens:
            return _("It opens in your own browser, outside this program. You sign in there, never here.")
        if not is_web_address(self.url):
            return _("This is not a web address, so it is not opened.")
        return _("No browser can be opened from here. Type the address elsewhere, or show the QR code to your phone.")


def link_target(url: str, env: Mapping[str, str]) -> LinkTarget:
    """Return the URL with what this computer can do with it."""
    return LinkTarget(url, has_browser(env) and is_openable(url))


class Opening(NamedTuple):
    """Whether the desktop accepted a URL, and the message for the user."""

    done: bool
    words: str


def open_link(target: LinkTarget, env: Mapping[str, str]) -> Opening:
    """Open a link in the default application and return the message for the user."""
    done = open_in_browser(target.url, env)
    if target.is_mail:
        opened = _("Your mail program was asked to open it. If nothing appears, save the letter.")
        return Opening(done, opened if done else _("It could not be opened from here: save the letter."))
    opened = _("Your browser was asked to open it. If nothing appears, use the address or the QR code.")
    return Opening(done, opened if done else _("It could not be opened from here: use the address or the QR code."))


def copy_text(text: str, env: Mapping[str, str], pass_on: Callable[[str], bool]) -> str:
    """Copy a text to the clipboard and return the message for the user. For `pass_on` see `copy_to_clipboard`."""
    return _(COPIED) if copy_to_clipboard(text, env, pass_on) else _(NOT_COPIED)
