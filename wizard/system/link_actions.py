"""What a user can do with a link: open it, copy it or scan it with a phone; the same in both front ends."""

from collections.abc import Callable, Mapping
from typing import NamedTuple
from urllib.parse import unquote

from wizard.core.urls import MAILTO_SCHEME, is_openable

from .desktop import copy_to_clipboard, has_browser, open_in_browser
from .mail_program import open_mail_draft

MAX_QR_LENGTH = 400
"""The longest URL for which a QR code is shown; a larger code cannot be scanned from a terminal."""


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
    def mail_subject(self) -> str:
        """Return the subject of a mail draft."""
        return unquote(self.url.partition("&")[0].removeprefix(f"{MAILTO_SCHEME}?subject="))


def link_target(url: str, env: Mapping[str, str]) -> LinkTarget:
    """Return the URL with what this computer can do with it."""
    return LinkTarget(url, has_browser(env) and is_openable(url))


def open_link(target: LinkTarget, env: Mapping[str, str]) -> bool:
    """Open a link in the default application. Returns True if the desktop accepted it."""
    return open_mail_draft(target.url, env) if target.is_mail else open_in_browser(target.url, env)


def copy_text(text: str, env: Mapping[str, str], pass_on: Callable[[str], bool]) -> bool:
    """Copy a text to the clipboard. Returns False if there is none. For `pass_on` see `copy_to_clipboard`."""
    return copy_to_clipboard(text, env, pass_on)
