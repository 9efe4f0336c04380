"""What a letter says about the law, claim by claim, and its sources."""

from wizard.core.formatting import CONFIDENCE, confidence_note, format_date, in_brackets
from wizard.core.letter.models import LegalStatement, Letter
from wizard.export.letter.description import applicable_legal_statements
from wizard.export.plan.text import DISCLAIMER

from .conversation import Conversation
from .place import show_sources


def show_legal_statements(talk: Conversation, letter: Letter) -> None:
    """The claims that hold at the person's place, then the sources as links."""
    claims = applicable_legal_statements(letter, talk.case)
    talk.teller.title("What the letter rests on")
    talk.say(*(map(_claim, claims) if claims else ["It names no article of a law."]))
    talk.say(f"{CONFIDENCE[letter.confidence].capitalize()}. Last checked {format_date(letter.checked)}. {DISCLAIMER}")
    show_sources(talk, dict.fromkeys([*(each.source for each in claims), *letter.sources]))


def _claim(claim: LegalStatement) -> str:
    return f"{f'{claim.article}: ' if claim.article else ''}{claim.text}{in_brackets(confidence_note(claim.confidence))}"
