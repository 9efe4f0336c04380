"""One search over everything that has a name: steps and actions of the plan, letters for the person's place, texts to read."""

from collections.abc import Callable, Iterator

from wizard.content.article_search import find_articles, similar_titles
from wizard.core.article import tokenize
from wizard.core.letter.applicability import applies_here
from wizard.core.snapshot import Snapshot

from .articles import show_article
from .conversation import Conversation
from .letters import compose_letter
from .plan import show_action
from .prompter import Choice
from .step import show_step

HELP = "Type a word or several, for example: private, friend, watermark. Steps, letters and texts that have them are listed."
FOUND_HELP = "Choose one to hear it. b leads back to the search."
STEP, ACTION, LETTER, TEXT = "step", "action", "letter", "text"


def show_search(talk: Conversation) -> None:
    """Ask for words, then open what is chosen of all that has them."""
    while words := talk.ask_text("Which words?", help=HELP):
        named = list(_named(talk.case, words))
        rows = [*named, *_texts(talk, words, alike=not named)]
        if not rows:
            talk.say(f"Nothing has “{words}” in it. Try another word.")
        while rows and (chosen := talk.select("Which one?", rows, FOUND_HELP)) is not None:
            kind, _, id = chosen.partition(" ")
            _OPEN[kind](talk, id)


def _named(case: Snapshot, words: str) -> Iterator[Choice]:
    """Steps, actions and letters whose titles have a word that begins with each of these."""
    wanted = tokenize(words)
    for entry in case.steps:
        if _has(entry.step.title, wanted):
            yield Choice(f"{STEP} {entry.id}", entry.step.title, "a step of your plan")
    for part in case.actions:
        if _has(part.action.title, wanted):
            yield Choice(f"{ACTION} {part.action.id}", part.action.title, "an action of your plan")
    for letter in case.library.letters.values():
        if applies_here(letter, case) and _has(letter.title, wanted):
            yield Choice(f"{LETTER} {letter.id}", letter.title, "a letter")


def _has(title: str, wanted: tuple[str, ...]) -> bool:
    known = tokenize(title)
    return bool(wanted) and all(any(each.startswith(word) for each in known) for word in wanted)


def _texts(talk: Conversation, words: str, *, alike: bool) -> Iterator[Choice]:
    """Texts with these words, or `alike`: with words that are like them."""
    library = talk.case.library
    found = find_articles(library, words)
    articles = found.articles if alike or not found.corrected_query else ()
    if articles and found.corrected_query:
        talk.say(f"Nothing has “{words}” in it; this is what “{found.corrected_query}” finds.")
    if not articles and alike:
        articles = similar_titles(library, words)
        talk.say(*([f"Nothing has “{words}” in it. These are the nearest."] if articles else []))
    return (Choice(f"{TEXT} {each.id}", each.title, each.summary) for each in articles)


_OPEN: dict[str, Callable[[Conversation, str], object]] = {
    STEP: show_step,
    ACTION: show_action,
    LETTER: compose_letter,
    TEXT: show_article,
}
