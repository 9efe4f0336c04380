"""What a letter says about the law, claim by claim, and its sources."""

from wizard.core.letter.parts import LegalStatement, Letter
from wizard.core.words import CONFIDENCE, bracketed, day, doubt
from wizard.export.letter.about import statements_here
from wizard.export.text import DISCLAIMER

from .place import sources
from .talk import Talk


def law(talk: Talk, letter: Letter) -> None:
    """The claims that hold at the person's place, then the sources as links."""
    claims = statements_here(letter, talk.case)
    talk.teller.title("What the letter rests on")
    talk.say(*(map(_claim, claims) if claims else ["It names no article of a law."]))
    talk.say(f"{CONFIDENCE[letter.confidence].capitalize()}. Last checked {day(letter.checked)}. {DISCLAIMER}")
    sources(talk, dict.fromkeys([*(each.source for each in claims), *letter.sources]))


def _claim(claim: LegalStatement) -> str:
    return f"{f'{claim.article}: ' if claim.article else ''}{claim.text}{bracketed(doubt(claim.confidence))}"
