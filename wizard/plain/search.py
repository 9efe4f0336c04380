"""Search steps, actions, letters for the user's place and articles by their words."""

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
RESULTS_HELP = "Choose one to hear it. b leads back to the search."
STEP_RESULT, ACTION_RESULT, LETTER_RESULT, ARTICLE_RESULT = "step", "action", "letter", "text"


def show_search(conversation: Conversation) -> None:
    """Ask for words, then open the chosen results, until the user goes back."""
    while query := conversation.ask_text("Which words?", help=HELP):
        matches = list(_title_matches(conversation.snapshot, query))
        rows = [*matches, *_article_matches(conversation, query, similar=not matches)]
        if not rows:
            conversation.say(f"Nothing has “{query}” in it. Try another word.")
        while rows and (chosen := conversation.select("Which one?", rows, RESULTS_HELP)) is not None:
            kind, _, id = chosen.partition(" ")
            _OPENERS[kind](conversation, id)


def _title_matches(snapshot: Snapshot, query: str) -> Iterator[Choice]:
    """Yield the steps, actions and letters whose titles contain words that begin with all of these."""
    prefixes = tokenize(query)
    for plan_step in snapshot.steps:
        if _matches_title(plan_step.step.title, prefixes):
            yield Choice(f"{STEP_RESULT} {plan_step.id}", plan_step.step.title, "a step of your plan")
    for plan_action in snapshot.actions:
        if _matches_title(plan_action.action.title, prefixes):
            yield Choice(f"{ACTION_RESULT} {plan_action.action.id}", plan_action.action.title, "an action of your plan")
    for letter in snapshot.library.letters.values():
        if applies_here(letter, snapshot) and _matches_title(letter.title, prefixes):
            yield Choice(f"{LETTER_RESULT} {letter.id}", letter.title, "a letter")


def _matches_title(title: str, prefixes: tuple[str, ...]) -> bool:
    title_words = tokenize(title)
    return bool(prefixes) and all(any(each.startswith(prefix) for each in title_words) for prefix in prefixes)


def _article_matches(conversation: Conversation, query: str, *, similar: bool) -> Iterator[Choice]:
    """Return the articles with these words; with `similar`, also for a corrected query or a similar title."""
    library = conversation.snapshot.library
    result = find_articles(library, query)
    articles = result.articles if similar or not result.corrected_query else ()
    if articles and result.corrected_query:
        conversation.say(f"Nothing has “{query}” in it; this is what “{result.corrected_query}” finds.")
    if not articles and similar:
        articles = similar_titles(library, query)
        conversation.say(*([f"Nothing has “{query}” in it. These are the nearest."] if articles else []))
    return (Choice(f"{ARTICLE_RESULT} {each.id}", each.title, each.summary) for each in articles)


_OPENERS: dict[str, Callable[[Conversation, str], object]] = {
    STEP_RESULT: show_step,
    ACTION_RESULT: show_action,
    LETTER_RESULT: compose_letter,
    ARTICLE_RESULT: show_article,
}
