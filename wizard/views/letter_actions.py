"""What a choice on the page of a letter leads to. Both front ends carry out these values on the letter that is open."""

from typing import NamedTuple


class OpenLetterGroup(NamedTuple):
    """List the letters of one group (`views.letters`)."""

    group_id: str


class ChangeFields(NamedTuple):
    """Ask which field of the letter is to be changed."""


class EditField(NamedTuple):
    """Ask for the value of one field."""

    field_id: str


class EditAllFields(NamedTuple):
    """Ask for all fields, one after the other."""


class SwitchRequest(NamedTuple):
    """Write the letter about the next objection."""


class AskLetterLanguage(NamedTuple):
    """Ask in which language to write the letter."""


class SwitchLanguage(NamedTuple):
    """Write the letter in this language."""

    language: str


class ChooseRequest(NamedTuple):
    """Write the letter about this objection."""

    target: str


class ReadLetter(NamedTuple):
    """Show the letter itself."""


class SaveLetter(NamedTuple):
    """Ask for a format and a file, and save the letter."""


class SaveLetterAs(NamedTuple):
    """Ask for a file and save the letter in this format."""

    format: str


class CopyLetter(NamedTuple):
    """Copy the text of the letter."""


class MailLetter(NamedTuple):
    """Offer to open the letter in the mail program."""


class EditLetterText(NamedTuple):
    """Open the finished text in the editor of the user."""


class DiscardLetterEdit(NamedTuple):
    """Take back what the user edited by hand."""


class RecordLetterSent(NamedTuple):
    """Ask for which accounts and when the letter was sent, and record it."""


class RecordSentTo(NamedTuple):
    """Ask when the letter was sent, and record it for these targets."""

    targets: tuple[str, ...]


class OpenLegalStatements(NamedTuple):
    """Show what the letter says about the law, and its sources."""

    letter_id: str


class ShowAuthority(NamedTuple):
    """Show what to know about the authority before writing to it."""


class KeepLetterFields(NamedTuple):
    """Keep the name and addresses of this letter for the next one."""


LetterAction = (
    AskLetterLanguage
    | ChangeFields
    | ChooseRequest
    | CopyLetter
    | DiscardLetterEdit
    | EditAllFields
    | EditField
    | EditLetterText
    | KeepLetterFields
    | MailLetter
    | OpenLegalStatements
    | OpenLetterGroup
    | ReadLetter
    | RecordLetterSent
    | RecordSentTo
    | SaveLetter
    | SaveLetterAs
    | ShowAuthority
    | SwitchLanguage
    | SwitchRequest
)
