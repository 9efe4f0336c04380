"""A letter for the mail program: a draft in a file, or an address that opens one. Nothing is sent from here."""

from collections.abc import Sequence
from email.message import EmailMessage
from email.policy import SMTP
from urllib.parse import quote

from .blocks import Block
from .text import plain_text

MAX_MAILTO_LENGTH = 1_800
"""Longer addresses are cut by some mail programs without a word."""


def mail_draft(blocks: Sequence[Block], subject: str) -> str:
    """A mail draft without a recipient: the person chooses whom to send it to."""
    message = EmailMessage(policy=SMTP)
    message["Subject"] = subject
    message["X-Unsent"] = "1"
    message.set_content(plain_text(blocks), charset="utf-8", cte="quoted-printable")
    return f"{message.as_string().rstrip()}\r\n"


def mailto_url(blocks: Sequence[Block], subject: str) -> str:
    """An address that asks the mail program for a new message with this text; long ones are cut by some programs."""
    body = plain_text(blocks).strip().replace("\n", "\r\n")
    return f"mailto:?subject={quote(subject, safe='')}&body={quote(body, safe='')}"
