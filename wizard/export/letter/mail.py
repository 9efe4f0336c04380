"""A letter for the mail program: a draft in a file, or an address that opens one. Nothing is sent."""

from collections.abc import Sequence
from urllib.parse import quote

from wizard.core.blocks import Block
from wizard.core.mail_draft import build_mail_draft
from wizard.export.render_text import UNWRAPPED, render_text


def mail_draft(blocks: Sequence[Block], subject: str, language: str) -> str:
    """Return a mail draft without a recipient, so that the user chooses one before sending."""
    return build_mail_draft(subject, render_text(blocks, UNWRAPPED), language)


def mailto_url(blocks: Sequence[Block], subject: str) -> str:
    """Return a `mailto:` address with this subject and text. It is kept within the program: see `open_mail_draft`."""
    body = render_text(blocks, UNWRAPPED).strip().replace("\n", "\r\n")
    return f"mailto:?subject={quote(subject, safe='')}&body={quote(body, safe='')}"
