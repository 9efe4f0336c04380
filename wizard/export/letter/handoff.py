"""How a finished letter leaves the program: into the mail program, into the person's own editor and back, to a clipboard.

Every face does the same here, and says the same.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from wizard.errors import WizardError
from wizard.export.letter import RenderedLetter, mail_address, paste_text
from wizard.export.letter.edited_text import parse_edited_text
from wizard.export.letter.mail import MAX_MAILTO_LENGTH, mailto_url
from wizard.system.editor import edit_text, editor_command

IF_NOT = "If that does not work, save the letter to a file."
WHOLE = "A new message in your mail program, with this letter in it. You choose whom it goes to, and you send it."
SUBJECT_ONLY = (
    "A new message in your mail program, with the subject only: the letter is too long for this way. "
    "Copy it here first and paste it there, or save it as a mail draft."
)


class MailLink(NamedTuple):
    """An address with the words that say what opening it does."""

    words: str
    url: str


def mail_link(written: RenderedLetter) -> MailLink:
    """The way into the mail program; a long letter does not fit through it, since some programs cut it without a word."""
    whole = mail_address(written)
    return MailLink(WHOLE, whole) if len(whole) <= MAX_MAILTO_LENGTH else MailLink(SUBJECT_ONLY, mailto_url((), written.subject))


def require_editor(env: Mapping[str, str]) -> list[str]:
    """The command of the person's own editor. Raises WizardError where there is none."""
    command = editor_command(env)
    if not command:
        raise WizardError("No editor is known here.", "Save the letter and edit the file; or set EDITOR first.")
    return command


def edit_letter(written: RenderedLetter, command: Sequence[str]) -> RenderedLetter | None:
    """The letter as the person's own editor gave it back; None where nothing was changed, or all of it was deleted.

    Raises WizardError where the editor failed.
    """
    before = paste_text(written)
    after = edit_text(before, command)
    return parse_edited_text(after, written) if after.strip() and after.rstrip() != before.rstrip() else None
