"""How a finished letter leaves the program: into the mail program, into the person's own editor and back, to a clipboard.

Every face does the same here, and says the same.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from wizard.errors import WizardError
from wizard.export.letter import Written, mail_address, paste_text
from wizard.export.letter.edited import read_back
from wizard.export.letter.mail import LONGEST, mailto

from .editor import edit_text, find_editor

IF_NOT = "If that does not work, save the letter to a file."
WHOLE = "A new message in your mail program, with this letter in it. You choose whom it goes to, and you send it."
SUBJECT_ONLY = (
    "A new message in your mail program, with the subject only: the letter is too long for this way. "
    "Copy it here first and paste it there, or save it as a mail draft."
)


class Door(NamedTuple):
    """An address with the words that say what opening it does."""

    words: str
    url: str


def mail_door(written: Written) -> Door:
    """The way into the mail program; a long letter does not fit through it, since some programs cut it without a word."""
    whole = mail_address(written)
    return Door(WHOLE, whole) if len(whole) <= LONGEST else Door(SUBJECT_ONLY, mailto((), written.subject))


def editor(env: Mapping[str, str]) -> list[str]:
    """The command of the person's own editor. Raises WizardError where there is none."""
    command = find_editor(env)
    if not command:
        raise WizardError("No editor is known here.", "Save the letter and edit the file; or set EDITOR first.")
    return command


def edited(written: Written, command: Sequence[str]) -> Written | None:
    """The letter as the person's own editor gave it back; None where nothing was changed, or all of it was deleted.

    Raises WizardError where the editor failed.
    """
    before = paste_text(written)
    after = edit_text(before, command)
    return read_back(after, written) if after.strip() and after.rstrip() != before.rstrip() else None
