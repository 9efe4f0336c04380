"""One search over everything that has a name: steps and actions of the plan, letters for the person's place, texts to read."""

from collections.abc import Callable, Iterator

from wizard.core.article import words_of
from wizard.core.case import Case
from wizard.core.letter.fit import suits
from wizard.services.topics import find_topic, nearest_titles

from .letters import write
from .plan import action
from .reading import article
from .step import step
from .talk import Talk
from .teller import Row

HELP = "Type a word or several, for example: private, friend, watermark. Steps, letters and texts that have them are listed."
FOUND_HELP = "Choose one to hear it. b leads back to the search."
STEP, ACTION, LETTER, TEXT = "step", "action", "letter", "text"


def search(talk: Talk) -> None:
    """Ask for words, then open what is chosen of all that has them."""
    while words := talk.text("Which words?", help=HELP):
        named = list(_named(talk.case, words))
        rows = [*named, *_texts(talk, words, alike=not named)]
        if not rows:
            talk.say(f"Nothing has “{words}” in it. Try another word.")
        while rows and (chosen := talk.pick("Which one?", rows, FOUND_HELP)) is not None:
            kind, _, id = chosen.partition(" ")
            _OPEN[kind](talk, id)


def _named(case: Case, words: str) -> Iterator[Row]:
    """Steps, actions and letters whose titles have a word that begins with each of these."""
    wanted = words_of(words)
    for entry in case.entries:
        if _has(entry.step.title, wanted):
            yield Row(f"{STEP} {entry.id}", entry.step.title, "a step of your plan")
    for part in case.parts:
        if _has(part.action.title, wanted):
            yield Row(f"{ACTION} {part.action.id}", part.action.title, "an action of your plan")
    for letter in case.library.letters.values():
        if suits(letter, case) and _has(letter.title, wanted):
            yield Row(f"{LETTER} {letter.id}", letter.title, "a letter")


def _has(title: str, wanted: tuple[str, ...]) -> bool:
    known = words_of(title)
    return bool(wanted) and all(any(each.startswith(word) for each in known) for word in wanted)


def _texts(talk: Talk, words: str, *, alike: bool) -> Iterator[Row]:
    """Texts with these words, or `alike`: with words that are like them."""
    library = talk.case.library
    found = find_topic(library, words)
    articles = found.articles if alike or not found.taken_as else ()
    if articles and found.taken_as:
        talk.say(f"Nothing has “{words}” in it; this is what “{found.taken_as}” finds.")
    if not articles and alike:
        articles = nearest_titles(library, words)
        talk.say(*([f"Nothing has “{words}” in it. These are the nearest."] if articles else []))
    return (Row(f"{TEXT} {each.id}", each.title, each.summary) for each in articles)


_OPEN: dict[str, Callable[[Talk, str], object]] = {STEP: step, ACTION: action, LETTER: write, TEXT: article}
