"""The words of an output that were never translated, in the language of `pseudo`."""

import re
from functools import cache

from wizard.content.content_loader import load_shipped_content
from wizard.core.contact import CONTACT_KINDS
from wizard.core.content_models import Library
from wizard.core.event import STEP_KINDS
from wizard.views.actions import PageName

from .pseudo import pseudo_content, unmarked

WORD = re.compile(r"[A-Za-z][A-Za-z’']+")
FORMAL = re.compile(
    r"`[^`]*`|https?://\S+|mailto:\S+|\S*[/=~]\S*|\b[\w-]+(?:\.[a-z][\w-]*)+\b|--[a-z]+|\b[a-z]+(?:-[a-z]+)+\b"
    r"|\b[A-Z]{2}-[A-Z]+\b|\bPMP-[0-9A-F]+|zzz+"
)
"""What is the same in every language: commands, addresses, files, options and ids."""
PROPER = frozenset({"Facebook", "Instagram", "Threads", "GDPR", "protect", "photos", "Kim", "Sam", "Zyx", "DE"})


@cache
def library() -> Library:
    """The shipped content, with every text that is translated in brackets; no other language is offered by its own name."""
    content = pseudo_content(load_shipped_content())
    others = {id: each._replace(offered=id == "en") for id, each in content.interface_languages.items()}
    return content._replace(interface_languages=others)


@cache
def ids() -> frozenset[str]:
    """The ids of the content and the words that the state file uses for events."""
    content = load_shipped_content()
    options = (option.id for question in content.questions for option in question.choices)
    fields = [field for letter in content.letters.values() for field in letter.fields]
    letters = (word for letter in content.letters.values() for word in (letter.id, letter.family))
    choices = (option.id for field in fields for option in field.choices)
    pages = (page.value for page in PageName)
    questions = (question.id for question in content.questions)
    return frozenset(
        (
            *content.outcomes, *content.countries, *content.articles, *questions, *options, *letters, *choices, *pages,
            *(field.id for field in fields), *CONTACT_KINDS, *STEP_KINDS,
        )
    )  # fmt: skip


def leftovers(text: str) -> set[str]:
    """Return the words that are in no language."""
    return set(WORD.findall(FORMAL.sub(" ", unmarked(text)))) - PROPER - ids()
