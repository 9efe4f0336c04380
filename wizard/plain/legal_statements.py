"""Show the legal statements of a letter, with their confidence and sources."""

from wizard.core.formatting import CONFIDENCE, DISCLAIMER, confidence_note, format_date, in_brackets
from wizard.core.letter.models import LegalStatement
from wizard.export.letter.description import applicable_legal_statements

from .conversation import Conversation
from .place import show_sources


def show_legal_statements(conversation: Conversation, letter_id: str) -> None:
    """Print the statements that apply at the user's place, then offer their sources as links."""
    letter = conversation.snapshot.library.letters[letter_id]
    statements = applicable_legal_statements(letter, conversation.snapshot)
    conversation.prompter.title("What the letter rests on")
    conversation.say(*(map(_statement_line, statements) if statements else ["It names no article of a law."]))
    conversation.say(f"{CONFIDENCE[letter.confidence].capitalize()}. Last checked {format_date(letter.checked)}. {DISCLAIMER}")
    show_sources(conversation, dict.fromkeys([*(each.source for each in statements), *letter.sources]))


def _statement_line(statement: LegalStatement) -> str:
    article = f"{statement.article}: " if statement.article else ""
    return f"{article}{statement.text}{in_brackets(confidence_note(statement.confidence))}"
