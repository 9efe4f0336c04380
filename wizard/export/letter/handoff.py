"""How a finished letter leaves the program: to the mail program, or to the editor and back.

Both front ends use these functions and texts.
"""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from wizard.core.blocks import Block, Heading, Paragraph, build_list, line_text, plain_line
from wizard.core.sanitize import sanitize
from wizard.errors import WizardError
from wizard.export.letter import RenderedLetter, mail_address, paste_text
from wizard.i18n import N_
from wizard.system.editor import edit_text, editor_command

WHOLE = N_(
    "A draft in your mail program, with this letter in it. You choose whom it goes to, and you send it. "
    "If your mail program only shows it, copy the letter here and paste it into a new message there."
)
_BULLET, _NUMBER = re.compile(r"- +"), re.compile(r"\d+\. +")


class MailLink(NamedTuple):
    """An address with the text that says what opening it does."""

    words: str
    url: str


def mail_link(rendered: RenderedLetter) -> MailLink:
    """Return the link that opens the letter in the mail program."""
    return MailLink(WHOLE, mail_address(rendered))


def require_editor(env: Mapping[str, str]) -> list[str]:
    """Return the command of the user's editor.

    Raises WizardError if none is known.
    """
    command = editor_command(env)
    if not command:
        raise WizardError("no-editor")
    return command


def edit_letter(rendered: RenderedLetter, command: Sequence[str]) -> RenderedLetter | None:
    """Open the letter in the editor and return it as edited; None if it is unchanged or empty.

    Raises WizardError if the editor fails.
    """
    original = paste_text(rendered)
    edited = edit_text(original, command)
    return parse_edited_text(edited, rendered) if edited.strip() and edited.rstrip() != original.rstrip() else None


def parse_edited_text(text: str, original: RenderedLetter) -> RenderedLetter:
    """Return the letter after editing. A line equal to a heading of `original` stays a heading."""
    # Editors add spaces to empty lines and use tabs; both are normalized before the text is split at empty lines.
    headings = {line_text(block.line): block for block in original.blocks if isinstance(block, Heading)}
    paragraphs = (
        tuple(paragraph.split("\n")) for paragraph in re.split(r"\n[ \t]*(?:\n[ \t]*)+", sanitize(text).expandtabs(4).strip())
    )
    blocks = tuple(
        _build_block(tuple(line.rstrip() for line in paragraph), headings) for paragraph in paragraphs if any(paragraph)
    )
    return RenderedLetter(original.subject, original.language, blocks)


def _build_block(lines: Sequence[str], headings: dict[str, Heading]) -> Block:
    if len(lines) == 1 and lines[0].strip() in headings:
        return headings[lines[0].strip()]
    for marker, is_numbered in ((_BULLET, False), (_NUMBER, True)):
        if all(marker.match(line) for line in lines):
            texts = (marker.sub("", line, count=1) for line in lines)
            return build_list(texts, numbered=is_numbered)
    return Paragraph(tuple(map(plain_line, lines)))
