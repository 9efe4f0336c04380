"""What the search of the full screen offers beside the content: the keys of the page below, by their words."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from textual.screen import Screen

from wizard.content.full_text_index import split_words
from wizard.i18n import _, capitalized
from wizard.views import key_texts
from wizard.views.page import PageChoice
from wizard.views.search import PAGE_TITLES, Search, SearchHit, SearchHits, hit_choice, nearest_pages

from .guarded_screen import GuardedScreen
from .keys import GLOBAL, UNDO, Key
from .perform import perform_action

if TYPE_CHECKING:
    from .app import WizardApp

EVERYWHERE = (
    UNDO,
    Key("", "app.choose_theme", key_texts.CHOOSE_THEME, key_texts.CHOOSE_THEME_HINT),
    Key("", "app.save_picture", key_texts.SAVE_PICTURE, key_texts.SAVE_PICTURE_HINT),
    Key("", "app.leave", key_texts.LEAVE_PROGRAM, key_texts.LEAVE_PROGRAM_HINT),
    Key("", "app.go_on_in_lines", key_texts.LINE_MODE, key_texts.LINE_MODE_HINT),
)
"""What can be done on every page, although not every screen has a key for it."""
BARE = frozenset({"search", "focus_next", "into_list", "interrupt"})
"""Actions that make no sense as a row to choose."""
NEXT_STEPS = 3
"""How many steps are offered before anything is typed."""


class SearchItem(NamedTuple):
    """One thing to find; `open` opens it or carries it out, `keywords` are more words that lead to it.

    `is_kind` is True if the hint only names what kind of thing it is.
    """

    title: str
    hint: str
    open: Callable[[], object]
    keywords: str = ""
    is_kind: bool = False


class ItemSearch:
    """The search over the content and the keys of the screen below."""

    def __init__(self, app: "WizardApp", below: Screen[Any]) -> None:
        self._app = app
        self._below = below
        self._search = Search(app.snapshot)
        self._keys = list(_key_items(app, below))
        self._unasked = SearchHits((), has_place=self._search.has_place)
        self.nearest = [self._content_item(hit, self._unasked) for hit in nearest_pages()]
        """The pages that are offered when nothing is found."""

    def initial_items(self) -> list[SearchItem]:
        """Return what is offered before anything is typed: the next steps of the plan, then the pages and keys."""
        steps = (SearchHit("step", each.id, each.step.title) for each in self._app.snapshot.open_steps[:NEXT_STEPS])
        pages = (SearchHit("page", page.value, _(title)) for page, title in PAGE_TITLES.items())
        return [*(self._content_item(hit, self._unasked) for hit in (*steps, *pages)), *self._keys]

    def find(self, query: str) -> tuple[list[SearchItem], SearchHits]:
        """Return the items that match, keys by their name and what works everywhere first; and what the content has.

        If nothing matches, the nearest pages are offered as such.
        """
        found = self._search.find(query)
        words = split_words(query)
        keys = [item for item in self._keys if words and _matches(words, f"{item.title} {item.keywords}")]
        everywhere = {key.label.capitalize() for key in EVERYWHERE}
        by_name = [item for item in keys if item.title in everywhere or any(_matches([word], item.title) for word in words)]
        content = [self._content_item(hit, found) for hit in found.hits]
        matches = [*by_name, *content, *(item for item in keys if item not in by_name)]
        return matches or self.nearest, found

    def _content_item(self, hit: SearchHit, found: SearchHits) -> SearchItem:
        choice = hit_choice(hit, found)
        return SearchItem(choice.label, choice.hint, partial(self._perform, choice), is_kind=True)

    def _perform(self, choice: PageChoice) -> None:
        if isinstance(self._app.screen, GuardedScreen):
            perform_action(self._app.screen, choice.action)  # type: ignore[arg-type]


def _key_items(app: "WizardApp", below: Screen[Any]) -> Iterator[SearchItem]:
    """Yield what keys do on the screen below and everywhere, without keys that only work in a list."""
    listed: set[str] = set()
    described = {key.action for key in EVERYWHERE}  # with more words to find them by than the key of a screen
    own = (key for key in getattr(below, "ready_keys", ()) if key.action not in described)
    for key in (*own, *EVERYWHERE, *GLOBAL):
        name = key.action.rpartition(".")[2]
        if key.label and name not in listed | BARE and "(" not in name and not key.key.startswith("enter"):
            listed.add(name)
            target = app if key in GLOBAL else below or app
            hint = _("key {key}", key=key.name) if key.key else _(key.display)
            yield SearchItem(capitalized(key.label), hint, partial(app.call_later, app.run_action, key.action, target), key.help)


def _matches(words: Iterable[str], text: str) -> bool:
    """Return True if each word is the beginning of a word of the text."""
    known = split_words(text)
    return all(any(each.startswith(word) for each in known) for word in words)
