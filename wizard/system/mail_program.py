"""Hand a letter to the mail program: by a private file, never in the arguments of a program."""

from collections.abc import Mapping
from urllib.parse import parse_qs, urlsplit

from wizard.core.mail_draft import build_mail_draft
from wizard.core.urls import MAILTO_SCHEME, is_openable

from .desktop import open_file
from .private_files import write_private_file

DRAFT_FILE = "letter.eml"
"""The ending tells the desktop to open the file in the mail program."""


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
