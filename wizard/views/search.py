"""Find steps, articles, letters, outcomes, questions, pages and places by people's own words."""

from collections.abc import Callable, Collection, Iterator, Mapping
from typing import NamedTuple

from wizard.content.full_text_index import FullTextIndex, SearchText
from wizard.content.search_words import load_search_words
from wizard.core.account import ACCOUNT_QUESTIONS
from wizard.core.article import LINK
from wizard.core.content_models import Library, Step
from wizard.core.letter.applicability import applies_here
from wizard.core.snapshot import Snapshot
from wizard.i18n import N_, _, ngettext

from .actions import Action, OpenArticle, OpenOutcome, OpenPage, OpenPlace, PageName, WriteLetter
from .page import Page, PageChoice, PageSection, TextLine
from .step_actions import OpenPlanAction, OpenStep

KINDS = {
    "step": N_("a step"),
    "article": N_("to read"),
    "letter": N_("a letter"),
    "outcome": N_("an answer you may get"),
    "page": N_("a page"),
    "place": N_("a place"),
    "question": N_("a question about you"),
}
"""What kinds of things are found, in the words that stand beside a result."""
PAGE_TITLES = {
    PageName.PLAN: N_("Your plan"),
    PageName.QUICK_WINS: N_("Ten minutes: what helps most in a short time"),
    PageName.REQUESTS: N_("Your requests: objections and others, what came back"),
    PageName.ACCOUNTS: N_("Your accounts: several with one service, access, the form"),
    PageName.LETTERS: N_("Letters: for your objection, for people you know"),
    PageName.CONTACTS: N_("People you asked about photos"),
    PageName.AUDIT: N_("What Meta has about you: read your data export"),
    PageName.DOCUMENTS: N_("Plan or calendar as a file, on paper"),
    PageName.PLACE: N_("The rules where you live: law, authority, form"),
    PageName.ANSWERS: N_("Your answers: see and change them"),
    PageName.ARTICLES: N_("Texts to read: how it works, common questions"),
    PageName.PEOPLE: N_("Someone else at this computer: a plan for each person"),
    PageName.LANGUAGE: N_("The language of the program"),
    PageName.STORED_DATA: N_("What is stored: see, copy, merge or remove it"),
}
SEARCH_PLACEHOLDER = N_("A step, a letter, a question, a setting")
WHICH_WORDS = N_("Which words?")
NEAREST_PAGES = (PageName.ARTICLES, PageName.LETTERS, PageName.PLAN)
"""The pages that are offered when nothing was found."""
_OPENING: Mapping[str, Callable[[str], Action]] = {
    "article": OpenArticle,
    "letter": WriteLetter,
    "outcome": OpenOutcome,
    "place": OpenPlace,
    "step": OpenStep,
}
NEEDS_PLACE = frozenset({PageName.PLAN.value, PageName.QUICK_WINS.value, PageName.DOCUMENTS.value, PageName.PLACE.value})
"""The pages that say nothing as long as the country is not known; so do those of the actions of the plan."""
_PAGE_IDS = frozenset(page.value for page in PageName)
MIN_PLACE_NAME, MIN_MISSPELT_NAME = 4, 6
"""The least length of the name of a place in another language, and of one that is looked for with a slip."""
MAX_SHOWN = 12
"""How many hits a list shows at most."""
ELSEWHERE_WEIGHT, PLACE_WEIGHT = 0.75, 0.6
"""How much less something counts that is not for this user, and a place, which people rarely look for here."""


class SearchHit(NamedTuple):
    """Something that was found: its kind (a key of KINDS), its id and its title."""

    kind: str
    id: str
    title: str


class SearchHits(NamedTuple):
    """What was found, the best first. `corrected` is the query that was used instead of a mistyped one, else "".

    `outside_plan` are the ids of the steps among them that the user's answers leave out of the plan. Without a place,
    pages about the plan lead to the questions first.
    """

    hits: tuple[SearchHit, ...]
    corrected: str = ""
    outside_plan: frozenset[str] = frozenset()
    has_place: bool = True

    def kind_text(self, hit: SearchHit) -> str:
        """Return the words for the kind of a hit; of a step, also whether it is in the plan."""
        return _("a step, not in your plan") if hit.kind == "step" and hit.id in self.outside_plan else _(KINDS[hit.kind])


class _Entry(NamedTuple):
    """A hit with the texts in which it is looked for."""

    hit: SearchHit
    words: tuple[str, ...] = ()
    summary: str = ""
    body: str = ""
    weight: float = 1.0


class Search:
    """A search over everything that a user can open; the index is built once."""

    def __init__(self, snapshot: Snapshot) -> None:
        phrases = load_search_words()
        self._library = snapshot.library
        self.has_place = snapshot.place is not None
        self._planned = frozenset(entry.id for entry in snapshot.steps) if self.has_place else frozenset()
        self._hits: list[SearchHit] = []
        texts = []
        for hit, words, summary, body, weight in _entries(snapshot):
            self._hits.append(hit)
            own_words = (*words, *phrases.of(hit.kind, hit.id))
            texts.append(SearchText(hit.title, own_words, summary, body, weight))
        self._index = FullTextIndex(texts, phrases.stop_words)

    def find(self, query: str) -> SearchHits:
        """Return what matches a query; if nothing does, the places of that name in any language, and last with a slip."""
        result = self._index.search(query)
        hits, corrected = tuple(self._hits[row] for row in result.rows), result.corrected
        if corrected or not hits:
            named = tuple(_places_named(self._library, query))
            hits, corrected = (named, "") if named else (hits, corrected)
        if not hits:
            hits, corrected = _misspelt_place(self._library, query)
        steps = (hit.id for hit in hits if hit.kind == "step") if self._planned else ()
        outside_plan = frozenset(id for id in steps if id not in self._planned)
        return SearchHits(hits, corrected, outside_plan, self.has_place)


def searchable_ids(library: Library) -> Mapping[str, Collection[str]]:
    """Return the ids of everything that can be found, by kind."""
    return {
        "step": library.steps,
        "article": library.articles,
        "letter": library.letters,
        "outcome": library.outcomes,
        "page": (*PAGE_TITLES, *(action.id for action in library.actions)),
        "place": {**library.countries, **library.regions, **library.authorities},
        "question": [question.id for question in library.questions],
    }


def search_page(query: str, found: SearchHits) -> Page:
    """Return what was found for a query; the nearest pages if nothing was."""
    shown = found.hits[:MAX_SHOWN] or nearest_pages()
    note = corrected_message(query, found) if found.hits else nothing_found_message(query)
    return Page(
        title="",
        sections=(PageSection("note", (TextLine(note),), is_introduction=True),) if note else (),
        prompt=_("Which one?"),
        choices=tuple(hit_choice(hit, found) for hit in shown),
        help=_("Choose one to open it. b leads back to the search."),
    )


def nothing_found_message(query: str) -> str:
    """Return that nothing was found; the nearest pages follow."""
    return _("Nothing was found for “{query}”. Try another word, or one of these pages.", query=query)


def corrected_message(query: str, found: SearchHits) -> str:
    """Return that another word was looked for than the one that was typed; "" if that is not so."""
    if not found.corrected:
        return ""
    return _("Nothing was found for “{query}”. Did you mean “{corrected}”?", query=query, corrected=found.corrected)


def hidden_matches_message(count: int) -> str:
    """Return that there are more matches than are shown; "" for none."""
    if not count:
        return ""
    return ngettext("And {count} more: type another word.", "And {count} more: type another word.", count)


def hit_choice(hit: SearchHit, found: SearchHits) -> PageChoice:
    """Return what was found as a choice that opens it, with the words for its kind."""
    is_plan = hit.kind == "page" and (hit.id in NEEDS_PLACE or hit.id not in _PAGE_IDS)
    action = opening_action(hit) if found.has_place or not is_plan else OpenPage(PageName.PLACE)
    return PageChoice(f"{hit.kind} {hit.id}", hit.title, action, found.kind_text(hit))


def opening_action(hit: SearchHit) -> Action:
    """Return the action that opens what was found; of a question, the page on which it can be answered."""
    match hit.kind:
        case "page":
            return OpenPage(PageName(hit.id)) if hit.id in _PAGE_IDS else OpenPlanAction(hit.id)
        case "question":
            return OpenPage(PageName.ACCOUNTS if hit.id in ACCOUNT_QUESTIONS else PageName.ANSWERS)
        case _:
            return _OPENING[hit.kind](hit.id)


def nearest_pages() -> tuple[SearchHit, ...]:
    """Return the pages to offer when nothing was found."""
    return tuple(SearchHit("page", page.value, _(PAGE_TITLES[page])) for page in NEAREST_PAGES)


def _entries(snapshot: Snapshot) -> Iterator[_Entry]:
    """Yield everything that can be found. Former and foreign content is left out."""
    yield from (_Entry(SearchHit("page", page.value, _(title)), (page.value,)) for page, title in PAGE_TITLES.items())
    library = snapshot.library
    for action in library.actions:
        yield _Entry(SearchHit("page", action.id, action.title), _words_of(action.id), action.summary, action.intro)
    yield from (_step_entry(snapshot, step) for step in library.steps.values())
    for letter in library.letters.values():
        weight = 1.0 if snapshot.place and applies_here(letter, snapshot) else ELSEWHERE_WEIGHT
        hit = SearchHit("letter", letter.id, letter.title)
        yield _Entry(hit, _words_of(letter.id), letter.summary, letter.limits, weight)
    yield from _library_entries(library)


def _places_named(library: Library, query: str) -> Iterator[SearchHit]:
    """Yield the countries, and the regions of the content, that have exactly this name, once each."""
    if len(query.strip()) < MIN_PLACE_NAME:  # short inputs are codes, or the beginning of something
        return
    from wizard.places.place_lookup import places_named  # its names take a third of a second to read

    found = dict.fromkeys(
        place.region if place.region in library.regions else place.alpha2 for place in places_named(library, query)
    )
    for id in found:
        place = library.regions.get(id) or library.countries.get(id)
        if place is not None:
            yield SearchHit("place", id, place.name)


def _misspelt_place(library: Library, query: str) -> tuple[tuple[SearchHit, ...], str]:
    """Return the place of which the query is a name with a slip, and that name; nothing if there is none, or several."""
    if len(query.strip()) < MIN_MISSPELT_NAME:
        return (), ""
    from wizard.places.place_lookup import misspelt_place  # as for the exact names

    match = misspelt_place(library, query)
    if match is None:
        return (), ""
    place = library.regions.get(match.region) or library.countries[match.alpha2]
    return (SearchHit("place", match.region if match.region in library.regions else match.alpha2, place.name),), (
        match.via or place.name
    )


def _step_entry(snapshot: Snapshot, step: Step) -> _Entry:
    body = " ".join(f"{section.title} {section.text}" for section in step.sections)
    is_outside_plan = snapshot.place is not None and snapshot.step(step.id) is None
    return _Entry(
        SearchHit("step", step.id, step.title),
        _words_of(step.id),
        f"{step.intro} {step.gain}",
        body,
        ELSEWHERE_WEIGHT if is_outside_plan else 1.0,
    )


def _library_entries(library: Library) -> Iterator[_Entry]:
    """Yield what is the same for every user: articles, outcomes, questions and places."""
    for article in library.articles.values():
        words = (*_words_of(article.id), *article.keywords)
        yield _Entry(
            SearchHit("article", article.id, article.title), words, article.summary, LINK.sub(r"\g<words>", article.text)
        )
    for outcome in library.outcomes.values():
        yield _Entry(SearchHit("outcome", outcome.id, outcome.label), _words_of(outcome.id), outcome.recommend)
    for question in library.questions:
        labels = " ".join(choice.label for choice in question.choices)
        yield _Entry(SearchHit("question", question.id, question.title), _words_of(question.id), labels, question.why)
    for country in library.countries.values():
        yield _Entry(SearchHit("place", country.alpha2, country.name), weight=PLACE_WEIGHT)
    for region in library.regions.values():
        yield _Entry(SearchHit("place", region.id, region.name), weight=PLACE_WEIGHT)
    for id, authority in library.authorities.items():
        yield _Entry(SearchHit("place", id, authority.name), weight=PLACE_WEIGHT)


def _words_of(id: str) -> tuple[str, ...]:
    """Return an id as words: it is often shorter than the title, and says the same in other words."""
    return (id.replace("/", " ").replace("-", " "),)
