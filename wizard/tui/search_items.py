"""Everything that can be opened or done by name, and the search through it."""

from collections.abc import Callable, Iterable, Iterator
from functools import cache, partial
from typing import TYPE_CHECKING, NamedTuple

from textual.screen import Screen

from wizard.core.article import tokenize
from wizard.core.letter.applicability import applies_here
from wizard.core.snapshot import PlanStep
from wizard.core.suggestions import closest_matches

from .keys import GLOBAL, UNDO, Key

if TYPE_CHECKING:
    from .app import WizardApp

PAGES = (
    ("Ten minutes", "what helps most in a short time", "quick_wins.QuickWinsScreen", "short sitting quick time"),
    (
        "Your objections",
        "what was sent, what came back",
        "objections.ObjectionsScreen",
        "case facebook whatsapp refused",
    ),
    ("Letters", "for your case, for people you know", "letters.LettersScreen", "mail message template friends family complaint"),
    ("People you asked", "your contact book", "contacts.ContactsScreen", "friends family contacts"),
    ("What Meta holds of yours", "read your data export", "audit.AuditScreen", "audit zip download exposed"),
    (
        "The plan on paper",
        "see it, save it",
        "documents.DocumentScreen",
        "calendar dates print save document markdown html json pdf",
    ),
    ("What holds where you live", "law, office, form", "reader.PlaceScreen", "country rights authority gdpr complaint"),
    ("Your answers", "see and change them", "review.ReviewScreen", "questions country profile edit"),
    ("Texts to read", "how it works, common questions", "reader.ArticlesScreen", "articles learn faq questions background"),
    (
        "What is stored",
        "see, copy, merge, remove it",
        "stored_data.StoredDataScreen",
        "wipe delete remove everything all forget private data state file backup",
    ),
)
"""Pages that every user has: title, hint, screen, and more words that lead to it."""
EVERYWHERE = (
    UNDO,
    Key("", "app.go_on_in_lines", "go on in lines", "Plain lines and typed numbers.", "for a screen reader or braille"),
)
"""What can be done on every page, although not every screen has a key for it."""
BARE = frozenset({"search", "focus_next", "into_list", "interrupt"})
"""Actions that make no sense as a row to choose."""
STEP, ACTION, LETTER, TEXT = "step", "action", "letter", "to read"
WEIGHTS = (8, 6, 6, 4, 1)
"""Weight of a matching word: in the title, the hint, the keywords, the summary, the text."""
FIRST = 3
LEAST = 3
"""Words of at least this many letters are searched in texts too; shorter ones stand in all of them."""


class SearchItem(NamedTuple):
    """One thing to find; `open` opens it or carries it out, `keywords` are more words that lead to it."""

    title: str
    hint: str
    open: Callable[[], object]
    keywords: str = ""
    summary: str = ""
    text: str = ""


def initial_search_items(app: "WizardApp") -> list[SearchItem]:
    """Return what is offered before anything is typed: the next steps of the plan, then the pages."""
    return [*_step_items(app, app.snapshot.open_steps[:FIRST]), *_page_items(app), *_key_items(app, None)]


def all_search_items(app: "WizardApp", below: Screen[object] | None = None) -> list[SearchItem]:
    """Return everything that can be opened by name, and the keys of the screen below the search."""
    snapshot = app.snapshot
    items = [*_step_items(app, snapshot.steps)]
    items += [
        SearchItem(
            each.action.title,
            ACTION,
            partial(app.open_screen, "action.ActionScreen", each.action.id),
            summary=each.action.summary,
        )
        for each in snapshot.actions
    ]
    items += _page_items(app)
    items += _key_items(app, below)
    items += [
        SearchItem(each.title, LETTER, partial(app.open_screen, "letter.LetterScreen", each.id), summary=each.summary)
        for each in snapshot.library.letters.values()
        if applies_here(each, snapshot)
    ]
    return items + [
        SearchItem(
            each.title,
            TEXT,
            partial(app.open_screen, "reader.ArticleScreen", each.id),
            summary=f"{each.summary} {' '.join(each.keywords)}",
            text=each.text,
        )
        for each in snapshot.library.articles.values()
    ]


def _step_items(app: "WizardApp", plan_steps: Iterable[PlanStep]) -> Iterator[SearchItem]:
    """Yield the steps. The words of their ids count too: they are shorter, and differ from the title."""
    return (
        SearchItem(each.step.title, STEP, partial(app.open_screen, "step.StepScreen", each.id), each.id, each.step.intro)
        for each in plan_steps
    )


def _page_items(app: "WizardApp") -> Iterator[SearchItem]:
    return (SearchItem(title, hint, partial(app.open_screen, screen), keywords) for title, hint, screen, keywords in PAGES)


def _key_items(app: "WizardApp", below: Screen[object] | None) -> Iterator[SearchItem]:
    """Yield what keys do on the screen below and everywhere, without keys that only work in a list."""
    listed = {title.casefold() for title, *_ in PAGES}
    for key in (*getattr(below, "ready_keys", ()), *EVERYWHERE, *GLOBAL):
        name = key.action.rpartition(".")[2]
        if (
            key.label
            and not listed & {name, key.label}
            and name not in BARE
            and "(" not in name
            and not key.key.startswith("enter")
        ):
            listed.add(name)
            target = app if key in GLOBAL else below or app
            hint = f"key {key.name}" if key.key else key.display
            yield SearchItem(key.label.capitalize(), hint, partial(app.call_later, app.run_action, key.action, target), key.help)


def rank_search_items(items: Iterable[SearchItem], query: str) -> tuple[list[SearchItem], str]:
    """Return the items that match every word of the query, best first, and a corrected query.

    A word matches if some word of the item begins with it. If nothing matches, the most similar known words
    are searched for instead and returned as the corrected query; otherwise that is "".
    """
    words, items = tokenize(query), list(items)
    matching = _matching_items(items, words)
    if matching or not words:
        return matching, ""
    vocabulary = {word for each in items for word in _words(f"{each.title} {each.keywords} {each.summary}")}
    similar = tuple(word if _is_prefix(word, vocabulary) else next(iter(closest_matches(word, vocabulary)), "") for word in words)
    return (_matching_items(items, similar), " ".join(similar)) if all(similar) else ([], "")


def _matching_items(items: Iterable[SearchItem], words: tuple[str, ...]) -> list[SearchItem]:
    rated = [(_relevance(each, words), each) for each in items]
    return [each for relevance, each in sorted(rated, key=lambda pair: -pair[0]) if relevance]


def _relevance(item: SearchItem, words: tuple[str, ...]) -> int:
    """Return the relevance of an item; 0 if any word is missing."""
    weights = [_word_weight(item, word) for word in words]
    return sum(weights) if weights and all(weights) else 0


def _word_weight(item: SearchItem, word: str) -> int:
    texts = (item.title, item.hint, item.keywords, item.summary, item.text if len(word) >= LEAST else "")
    return next((weight for weight, text in zip(WEIGHTS, texts, strict=True) if _is_prefix(word, _words(text))), 0)


def _is_prefix(word: str, known: Iterable[str]) -> bool:
    return any(each.startswith(word) for each in known)


@cache
def _words(text: str) -> frozenset[str]:
    return frozenset(tokenize(text))
