"""Everything that has a name and can be opened or done: what the search looks through, and what it finds."""

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
"""Pages that are there for everyone: words, a word about each, the screen, and words by which one may look for it."""
EVERYWHERE = (
    UNDO,
    Key("", "app.go_on_in_lines", "go on in lines", "Plain lines and typed numbers.", "for a screen reader or braille"),
)
"""What can be done wherever one is, though not every screen has a key for it."""
BARE = frozenset({"search", "focus_next", "into_list", "interrupt"})
"""Keys that mean nothing as a line to choose."""
STEP, ACTION, LETTER, TEXT = "step", "action", "letter", "to read"
WEIGHTS = (8, 6, 6, 4, 1)
"""What a word counts for in a title, in the word beside it, among the words that lead to it, in a summary, and in a text."""
FIRST = 3
LEAST = 3
"""From how many letters on texts are searched too: fewer are in all of them."""


class SearchItem(NamedTuple):
    """One thing to find: its title, a word about it, how to open it; more words that lead to it, and its text."""

    title: str
    hint: str
    open: Callable[[], object]
    keywords: str = ""
    summary: str = ""
    text: str = ""


def initial_search_items(app: "WizardApp") -> list[SearchItem]:
    """What is offered before anything is typed: what is next in the plan, then the pages."""
    return [*_steps(app, app.snapshot.open_steps[:FIRST]), *_pages(app), *_keys(app, None)]


def all_search_items(app: "WizardApp", below: Screen[object] | None = None) -> list[SearchItem]:
    """Everything that can be opened by name, and what the keys of the screen below do."""
    case = app.snapshot
    found = [*_steps(app, case.steps)]
    found += [
        SearchItem(
            each.action.title,
            ACTION,
            partial(app.open_screen, "action.ActionScreen", each.action.id),
            summary=each.action.summary,
        )
        for each in case.actions
    ]
    found += _pages(app)
    found += _keys(app, below)
    found += [
        SearchItem(each.title, LETTER, partial(app.open_screen, "letter.LetterScreen", each.id), summary=each.summary)
        for each in case.library.letters.values()
        if applies_here(each, case)
    ]
    return found + [
        SearchItem(
            each.title,
            TEXT,
            partial(app.open_screen, "reader.ArticleScreen", each.id),
            summary=f"{each.summary} {' '.join(each.keywords)}",
            text=each.text,
        )
        for each in case.library.articles.values()
    ]


def _steps(app: "WizardApp", entries: Iterable[PlanStep]) -> Iterator[SearchItem]:
    """Steps, also by the words of their ids: those are shorter than titles, and say it in other words."""
    return (
        SearchItem(each.step.title, STEP, partial(app.open_screen, "step.StepScreen", each.id), each.id, each.step.intro)
        for each in entries
    )


def _pages(app: "WizardApp") -> Iterator[SearchItem]:
    return (SearchItem(title, aside, partial(app.open_screen, screen), seek) for title, aside, screen, seek in PAGES)


def _keys(app: "WizardApp", below: Screen[object] | None) -> Iterator[SearchItem]:
    """What keys do on the screen below and everywhere; what a key does in a list alone is left out."""
    known = {title.casefold() for title, *_ in PAGES}
    for key in (*getattr(below, "ready_keys", ()), *EVERYWHERE, *GLOBAL):
        name = key.action.rpartition(".")[2]
        if (
            key.label
            and not known & {name, key.label}
            and name not in BARE
            and "(" not in name
            and not key.key.startswith("enter")
        ):
            known.add(name)
            home = app if key in GLOBAL else below or app
            aside = f"key {key.name}" if key.key else key.display
            yield SearchItem(key.label.capitalize(), aside, partial(app.call_later, app.run_action, key.action, home), key.help)


def rank_search_items(everything: Iterable[SearchItem], query: str) -> tuple[list[SearchItem], str]:
    """The things that have a word beginning with each of these, the best first; else what is most like, and its words."""
    wanted, everything = tokenize(query), list(everything)
    found = _fitting(everything, wanted)
    if found or not wanted:
        return found, ""
    known = {word for each in everything for word in _words(f"{each.title} {each.keywords} {each.summary}")}
    similar = tuple(word if _begins(word, known) else next(iter(closest_matches(word, known)), "") for word in wanted)
    return (_fitting(everything, similar), " ".join(similar)) if all(similar) else ([], "")


def _fitting(everything: Iterable[SearchItem], wanted: tuple[str, ...]) -> list[SearchItem]:
    weighed = [(_worth(each, wanted), each) for each in everything]
    return [each for worth, each in sorted(weighed, key=lambda pair: -pair[0]) if worth]


def _worth(thing: SearchItem, wanted: tuple[str, ...]) -> int:
    """How well a thing fits; nought where one of the words is missing."""
    reached = [_reached(thing, word) for word in wanted]
    return sum(reached) if reached and all(reached) else 0


def _reached(thing: SearchItem, word: str) -> int:
    places = (thing.title, thing.hint, thing.keywords, thing.summary, thing.text if len(word) >= LEAST else "")
    return next((weight for weight, place in zip(WEIGHTS, places, strict=True) if _begins(word, _words(place))), 0)


def _begins(word: str, known: Iterable[str]) -> bool:
    return any(each.startswith(word) for each in known)


@cache
def _words(text: str) -> frozenset[str]:
    return frozenset(tokenize(text))
