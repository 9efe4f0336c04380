"""How a finished letter leaves the program: to the mail program, or to the editor and back.

Both front ends use these functions and texts.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from wizard.errors import WizardError
from wizard.export.letter import RenderedLetter, mail_address, paste_text
from wizard.export.letter.edited_text import parse_edited_text
from wizard.i18n import N_
from wizard.system.editor import edit_text, editor_command

WHOLE = N_(
    "A draft in your mail program, with this letter in it. You choose whom it goes to, and you send it. "
    "If your mail program only shows it, copy the letter here and paste it into a new message there."
)


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
