"""The search: people's own words lead to the right thing, nothing is changed in silence, and nonsense finds nothing."""

import csv
import re
from collections import Counter
from collections.abc import Callable
from functools import cache
from pathlib import Path
from time import process_time
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.making import TODAY
from wizard.content.content_loader import load_shipped_content
from wizard.content.full_text_index import split_words
from wizard.content.search_words import load_search_words
from wizard.core.snapshot import Snapshot, build_snapshot
from wizard.views.actions import OpenPage, PageName
from wizard.views.outcome import outcome_page
from wizard.views.place import found_place_page
from wizard.views.search import (
    KINDS,
    Search,
    SearchHit,
    SearchHits,
    hit_choice,
    nearest_pages,
    opening_action,
    search_page,
    searchable_ids,
)
from wizard.views.step import INSTRUCTIONS, step_page

SAMPLE = Path(__file__).parents[1] / "samples" / "search-phrases.csv"
"""Real phrases, each with what one of the first three hits must match as `kind id title`; NONE is no hit at all."""
NOTHING = "NONE"
AT_LEAST = 0.95
BERLIN = {
    "country": ("DE",),
    "region": ("BE",),
    "services": ("facebook", "instagram"),
    "visibility": ("mixed",),
    "people": ("children",),
    "depth": ("delete",),
}
PEOPLE = {"nobody yet": {}, "Berlin": BERLIN}


class Phrase(NamedTuple):
    """One row of the sample."""

    phrase: str
    expected: str
    language: str
    note: str


PHRASES = [Phrase(*row.values()) for row in csv.DictReader(SAMPLE.read_text(encoding="utf-8").splitlines())]


@cache
def searching(person: str) -> Search:
    """The search of a person, built once."""
    return Search(snapshot_of(person))


@cache
def snapshot_of(person: str) -> Snapshot:
    """The plan of a person."""
    return build_snapshot(load_shipped_content(), PEOPLE[person], (), TODAY)


def shown(found: SearchHits) -> list[str]:
    """The first three hits, as the sample names them."""
    return [f"{hit.kind} {hit.id} {hit.title}" for hit in found.hits[:3]]


def missed(person: str, phrases: list[Phrase]) -> list[str]:
    """The phrases that lead elsewhere, with where they lead."""
    found = {each: shown(searching(person).find(each.phrase)) for each in phrases}
    return [f"{each.phrase}: {hits}" for each, hits in found.items() if not leads_right(each, hits)]


def leads_right(each: Phrase, hits: list[str]) -> bool:
    """Whether one of the hits is what was meant."""
    return not hits if each.expected == NOTHING else any(re.search(each.expected, hit, re.IGNORECASE) for hit in hits)


@pytest.mark.parametrize("person", PEOPLE)
def test_people_find_what_they_mean(person: str) -> None:
    """Nearly all phrases that were really typed lead to the right thing, before and after the questions."""
    wrong = missed(person, [each for each in PHRASES if each.expected != NOTHING])
    assert len(wrong) <= (1 - AT_LEAST) * len(PHRASES), wrong


@pytest.mark.parametrize("person", PEOPLE)
def test_what_is_not_there_is_not_found(person: str) -> None:
    """No word of it is taken for another."""
    assert not missed(person, [each for each in PHRASES if each.expected == NOTHING])


@pytest.mark.parametrize("person", PEOPLE)
def test_no_phrase_is_changed(person: str) -> None:
    """All of them are spelled as people spell them."""
    assert not [each.phrase for each in PHRASES if searching(person).find(each.phrase).corrected]


KINDS_OF_SITUATIONS = [
    (
        "article no-access",
        "locked out",
        "can't remember my password",
        "konto gehackt",
        "compte piraté",
        "senha esquecida",
        "lost phone 2fa",
    ),
    (
        "article dead-relatives",
        "my mother died",
        "mein vater ist gestorben",
        "mon mari est mort",
        "fallecido",
        "zmarły",
        "overleden",
    ),
    ("article pages-and-shops", "my shop", "page admin", "facebook-seite", "tienda", "sklep", "a page can't be private"),
    ("article groups", "group admin", "private group made public", "gruppe", "groupe", "grupo", "groep"),
    ("article moving", "I moved from Germany to Texas", "vpn", "two homes", "umgezogen", "déménagé", "trasferito"),
    (
        "article real-or-fake-mail",
        "is this mail really from meta",
        "facebook support phone number",
        "arnaque",
        "truffa",
        "oszustwo",
    ),
    ("article deletion-stopped", "it stops deleting after 50", "action blocked", "posts came back", "you're temporarily blocked"),
    ("article teens", "daughter lied about her age", "turned 18", "teen account", "minderjährig", "tiener"),
    ("article photo-reports", "fake profile with my photo", "someone posted nudes of me", "without my consent"),
    ("article acting-for-others", "on behalf of my mother", "power of attorney", "vollmacht", "procuration", "pełnomocnictwo"),
    ("article phone-number-only", "only a phone number", "email not recognised", "keine e-mail", "número de teléfono"),
    ("article meta-ai-in-apps", "meta ai in threads", "discover feed", "hide meta ai in browser", "shared my chat by mistake"),
    ("article move-your-pictures", "read my export", "pixelfed import", "take my photos elsewhere"),
    ("page letters", "where do i send the letter", "postal address of meta", "courrier", "lettera"),
    (
        "step objection/facebook-form",
        "ki bei meta",
        "l'ia chez meta",
        "ia en meta",
        "si w meta",
        "come mi oppongo",
        "jak zgłosić sprzeciw",
    ),
    (
        "step privacy-settings/facebook-camera-roll",
        "allow cloud processing",
        "photos i never posted",
        "scans my phone",
        "rullino",
    ),
    ("step privacy-settings/meta-ai-button", "blauer kreis", "cercle bleu", "get rid of meta ai", "disattivare meta ai"),
    (
        "step delete-your-data/facebook-posts",
        "alle bilder löschen",
        "supprimer mes photos",
        "usunąć zdjęcia",
        "delete everything old",
    ),
    ("outcome refused", "they said no", "abgelehnt", "refusé", "rechazado", "odmowa", "geweigerd"),
    ("outcome no-answer", "meta doesn't answer", "keine antwort", "sem resposta", "geen antwoord"),
    ("outcome code-missing", "code didn't arrive", "kein code", "verification code missing"),
    ("place DE", "Germany", "Deutschland", "Allemagne", "Niemcy"),
    ("place US-CA", "California", "Kalifornien"),
]


@pytest.mark.parametrize(("target", "words"), [(target, word) for target, *words in KINDS_OF_SITUATIONS for word in words])
def test_every_kind_of_situation_is_found_in_several_languages(target: str, words: str) -> None:
    """Among the first three hits, and without a word that was changed."""
    found = searching("nobody yet").find(words)
    assert target in [" ".join(hit.split()[:2]) for hit in shown(found)]
    assert found.corrected == ""


MISTYPED = [
    ("objecton form", "objection form"),
    ("instgram private", "instagram private"),
    ("pasword", "password"),
    ("facebok", "facebook"),
    ("camera rol", ""),  # the beginning of a word
    ("delet my posts", ""),  # the stem of a word
    ("thraeds", "threads"),
    ("watsap", "whatsapp"),
    ("wattsap photos", "whatsapp photos"),
    ("facbok", "facebook"),
    ("wiederspuch", "widerspruch"),
]


@pytest.mark.parametrize(("typed", "meant"), MISTYPED)
def test_a_slip_of_typing_is_mended_and_told(typed: str, meant: str) -> None:
    """It finds what the right word finds."""
    found = searching("nobody yet").find(typed)
    assert (found.corrected, bool(found.hits)) == (meant, True)
    if meant:
        assert found.hits == searching("nobody yet").find(meant).hits
        assert f"Did you mean “{meant}”?" in str(search_page(typed, found))


@pytest.mark.parametrize(
    ("typed", "meant", "place"),
    [
        ("deutchland", "Deutschland", "DE"),
        ("frankriech", "Frankreich", "FR"),
        ("nederlnad", "Nederland", "NL"),
        ("danmrk", "Danmark", "DK"),
        ("magyarorzag", "Magyarország", "HU"),
        ("osterrich", "Österreich", "AT"),
        ("untied states", "United States", "US"),
        ("polska", "", "PL"),  # no slip of "polsku", which is a word of the content, but a name
    ],
)
def test_a_country_is_found_by_its_name_in_any_language_also_with_a_slip(typed: str, meant: str, place: str) -> None:
    """As when the program asks where one lives; the name that was meant is said."""
    found = searching("nobody yet").find(typed)
    assert [hit[:2] for hit in found.hits] == [("place", place)]
    assert found.corrected == meant


@pytest.mark.parametrize(
    "word",
    [
        "weather",
        "plumber",
        "asdfgh",
        "horoscope",
        "sourdough",
        "garden furniture",
        "bicycle repair",
        "coffee machine",
        "train ticket",
        "hamster",
        "xylophone",
        "planet",
        "moment",
        "cylinder",
        "consul",
        "regular percussion",
    ],
)
def test_nonsense_finds_nothing(word: str) -> None:
    """That is said plainly, with the nearest pages, which are no hits."""
    found = searching("nobody yet").find(word)
    assert (found.hits, found.corrected) == ((), "")
    page = search_page(word, found)
    assert f"Nothing was found for “{word}”" in str(page)
    assert [choice.label for choice in page.choices] == [hit.title for hit in nearest_pages()]


@given(st.text(max_size=80))
def test_any_text_can_be_typed(text: str) -> None:
    """Nothing is found twice, and what is found exists."""
    found = searching("Berlin").find(text)
    assert max(Counter(found.hits).values(), default=1) == 1
    known = searchable_ids(snapshot_of("Berlin").library)
    assert all(hit.kind in KINDS and hit.id in known[hit.kind] and hit.title for hit in found.hits)
    assert found.hits or not found.corrected


@given(st.sampled_from(PHRASES), st.lists(st.sampled_from(load_search_words().stop_words), max_size=3), st.integers(0, 5))
def test_stop_words_do_not_matter(each: Phrase, stop_words: list[str], place: int) -> None:
    """Wherever they stand, the same is found in the same order."""
    words = each.phrase.split()
    longer = " ".join([*words[:place], *stop_words, *words[place:]])
    assert searching("Berlin").find(longer).hits == searching("Berlin").find(each.phrase).hits


@given(st.sampled_from(PHRASES), st.sampled_from([str.upper, str.title, "  {}?! ".format, lambda text: text.replace("'", "’")]))
def test_capitals_and_signs_do_not_matter(each: Phrase, write: Callable[[str], str]) -> None:
    """However it is written, the same is found."""
    assert searching("Berlin").find(write(each.phrase)).hits == searching("Berlin").find(each.phrase).hits


def test_every_phrase_of_the_content_finds_its_own() -> None:
    """What a thing is called in search.toml leads to it, among the first of those that have this name."""
    words = load_search_words()
    wrong = []
    for kind, by_id in words.by_kind.items():
        for id, phrases in by_id.items():
            for phrase in phrases:
                hits = [(hit.kind, hit.id) for hit in searching("nobody yet").find(phrase).hits[:8]]
                wrong += [] if (kind, id) in hits else [(phrase, kind, id)]
    assert len(wrong) <= 0.01 * sum(len(phrases) for by_id in words.by_kind.values() for phrases in by_id.values()), wrong


def test_everything_can_be_found_by_its_title() -> None:
    """As one of the first three, whatever its kind."""
    search, library = searching("nobody yet"), snapshot_of("nobody yet").library
    named = [("step", each.id, each.title) for each in library.steps.values()]
    named += [("article", each.id, each.title) for each in library.articles.values()]
    named += [("letter", each.id, each.title) for each in library.letters.values()]
    named += [("outcome", each.id, each.label) for each in library.outcomes.values()]
    missing = [title for kind, id, title in named if (kind, id) not in [hit[:2] for hit in search.find(title).hits[:3]]]
    assert not missing


def test_a_search_is_as_fast_as_typing() -> None:
    """In 95 of 100 cases it takes 16 milliseconds of this computer's work at most."""
    search = searching("Berlin")
    search.find("xyzzy")  # names of places are read once
    times = []
    for typed in [each.phrase[:length] for each in PHRASES for length in range(1, len(each.phrase) + 1, 3)]:
        begun = process_time()
        search.find(typed)
        times.append(process_time() - begun)
    assert sorted(times)[len(times) * 95 // 100] < 0.016


def test_words_are_compared_without_accents_and_signs() -> None:
    """As people type them in a hurry."""
    assert split_words("Can't, can’t: Décédé; szkoła Ærø?") == ["cant", "cant", "decede", "szkola", "aero"]


def test_whatever_is_found_opens_a_page_that_says_something() -> None:
    """Before any answer and with a plan: every step, also outside the plan, every reply, every place."""
    empty = []
    for person in PEOPLE:
        snapshot = snapshot_of(person)
        library = snapshot.library
        places = [*library.countries, *library.regions, *list(library.authorities)[::10]]
        pages = [(id, bool(step_page(snapshot, id).section(INSTRUCTIONS))) for id in library.steps]
        pages += [(id, bool(outcome_page(snapshot, id).section("advice"))) for id in library.outcomes]
        pages += [(id, bool(found_place_page(snapshot, id).sections)) for id in places[::5]]
        empty += [(person, id) for id, says_something in pages if not says_something]
    assert empty == []


@pytest.mark.parametrize("kind", ["step", "outcome", "place", "article", "letter", "question", "page"])
def test_each_kind_has_an_action(kind: str) -> None:
    """Each opens its own page; without a place, pages about the plan lead to the questions."""
    ids = searchable_ids(snapshot_of("Berlin").library)[kind]
    assert all(opening_action(SearchHit(kind, str(id), "x")) for id in ids)
    for has_place in (True, False):
        choice = hit_choice(SearchHit("page", "plan", "x"), SearchHits((), has_place=has_place))
        assert choice.action == OpenPage(PageName.PLAN if has_place else PageName.PLACE)


@pytest.mark.parametrize(
    ("id", "page"), [("access", PageName.ACCOUNTS), ("form", PageName.ACCOUNTS), ("depth", PageName.ANSWERS)]
)
def test_a_question_opens_where_it_is_answered(id: str, page: PageName) -> None:
    """What each account answers for itself is on the page of the accounts."""
    assert opening_action(SearchHit("question", id, "x")) == OpenPage(page)
