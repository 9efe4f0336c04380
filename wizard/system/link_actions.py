"""What a user can do with a link: open it, copy it or scan it with a phone; the same in both front ends."""

from collections.abc import Callable, Mapping
from typing import NamedTuple
from urllib.parse import parse_qs, unquote, urlsplit

from wizard.core.mail_draft import build_mail_draft
from wizard.core.urls import MAILTO_SCHEME, is_openable

from .desktop import copy_to_clipboard, has_browser, open_file, open_in_browser
from .private_files import write_private_file

MAX_QR_LENGTH = 400
"""The longest URL for which a QR code is shown; a larger code cannot be scanned from a terminal."""
DRAFT_FILE = "letter.eml"
"""The ending tells the desktop to open the file in the mail program."""


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


def open_mail_draft(url: str, env: Mapping[str, str]) -> bool:
    """Open the subject and text of a `mailto:` URL as a draft in the mail program. Returns False if that is not possible.

    The mail program reads the file at a time that is not known, so the file stays until a later start or `state wipe`.
    """
    # A URL that is given to a program stands in its arguments, which every user of the computer can list.
    if not url.startswith(MAILTO_SCHEME) or not is_openable(url):
        return False
    fields = parse_qs(urlsplit(url).query)
    subject, text = (fields.get(name, [""])[0].replace("\r\n", "\n") for name in ("subject", "body"))
    try:
        path = write_private_file(DRAFT_FILE, build_mail_draft(subject, text))
    except OSError:
        return False
    return open_file(path, env)


def copy_text(text: str, env: Mapping[str, str], pass_on: Callable[[str], bool]) -> bool:
    """Copy a text to the clipboard. Returns False if there is none. For `pass_on` see `copy_to_clipboard`."""
    return copy_to_clipboard(text, env, pass_on)
