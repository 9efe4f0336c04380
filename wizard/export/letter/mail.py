"""A letter for the mail program: a draft in a file, or an address that opens one. Nothing is sent."""

from collections.abc import Sequence
from email.message import EmailMessage
from email.policy import SMTP
from urllib.parse import quote

from wizard.core.blocks import Block
from wizard.export.render_text import UNWRAPPED, render_text

MAX_MAILTO_LENGTH = 1_800
"""Characters of a `mailto:` address; some mail programs cut longer ones without a warning."""


def mail_draft(blocks: Sequence[Block], subject: str, language: str) -> str:
    """Return a mail draft without a recipient, so that the user chooses one before sending."""
    message = EmailMessage(policy=SMTP)
    message["Subject"] = subject
    message["X-Unsent"] = "1"
    message["Content-Language"] = language
    message.set_content(render_text(blocks, UNWRAPPED), charset="utf-8", cte="quoted-printable")
    return f"{message.as_string().rstrip()}\r\n"


def mailto_url(blocks: Sequence[Block], subject: str) -> str:
    """Return a `mailto:` address with this subject and text. See MAX_MAILTO_LENGTH for its limit."""
    body = render_text(blocks, UNWRAPPED).strip().replace("\n", "\r\n")
    return f"mailto:?subject={quote(subject, safe='')}&body={quote(body, safe='')}"
