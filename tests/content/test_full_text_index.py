"""The engine of the search: what ranks first, what is found at all, and which words are corrected."""

import sqlite3
from gc import collect

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wizard.content.full_text_index import FullTextIndex, SearchText, split_words
from wizard.content.typing_slips import is_slip

STOP_WORDS = ("the", "my", "how", "can't", "did")
FILLER = tuple(
    SearchText(f"Text number {name}", body=f"It speaks of {name}.")
    for name in ["anvils", "boats", "candles", "drums", "elephants"]
)


def index(*texts: SearchText) -> FullTextIndex:
    """An index of these texts and some that are about something else."""
    return FullTextIndex((*texts, *FILLER), STOP_WORDS)


def found(query: str, *texts: SearchText) -> list[int]:
    """The positions of what is found, the best first."""
    return list(index(*texts).search(query).rows)


def text(title: str = "Title", *words: str, summary: str = "", body: str = "") -> SearchText:
    """A text."""
    return SearchText(title, words, summary, body)


ORDERS = [
    ("a title counts more than the text below it", "photos", text("Other", body="photos photos photos photos"), text("Photos")),
    ("people's words count as much as a title", "photos", text("Other", body="photos photos photos"), text("Pictures", "photos")),
    ("a summary counts more than the text below it", "photos", text("One", body="photos"), text("Two", summary="photos")),
    (
        "a short phrase counts more than a long one",
        "locked out",
        text("A", "locked out of a house in the country"),
        text("B", "locked out"),
    ),
    ("words together count more than apart", "private group", text("Private", "group"), text("Other", "private group")),
    ("two words count more than one of them", "private group", text("Private"), text("The private side of a group")),
    ("a whole word counts more than a beginning", "agent", text("Agentless"), text("Agent")),
    ("what is for this user counts more", "photos", SearchText("Photos", weight=0.5), SearchText("Photos")),
    (
        "many phrases don't make one count less",
        "blue",
        text("Blue sky, blue sea"),
        text("Long", "blue", *["one", "two", "three", "four", "five"]),
    ),
]


@pytest.mark.parametrize(("query", "second", "first"), [row[1:] for row in ORDERS], ids=[row[0] for row in ORDERS])
def test_what_ranks_first(query: str, second: SearchText, first: SearchText) -> None:
    """In whichever order they stand."""
    assert found(query, second, first)[0] == 1
    assert found(query, first, second)[0] == 0


MATCHES = [
    ("every word", "delete photos", text("Delete photos"), True),
    ("another ending", "deleting photo", text("Delete photos"), True),
    ("the beginning of a word", "dele", text("Delete photos"), True),
    ("too short a beginning", "del", text("Delete photos"), False),
    ("the beginning of a later word", "delete pho", text("Delete photos"), True),
    ("the beginning of a word in the middle", "del photos", text("Delete photos"), True),
    ("half of the words", "delete kittens", text("Delete photos"), True),
    ("a common word among unknown ones", "number seven bicycles", text("Other"), False),
    ("one word of the text below among unknown ones", "knitting pattern", text("Other", body="a pattern"), False),
    (
        "a word of a phrase in a long question",
        "my grandmother died last year",
        text("Grief", "died", "grandmother"),
        True,
    ),
    ("stop words only around it", "how did my photos", text("Photos"), True),
    ("a stop word alone", "my", text("My photos"), True),
    ("without accents", "deces", text("Décès"), True),
    ("with accents", "décès", text("deces"), True),
    ("with an apostrophe", "can’t log", text("Cant log in"), True),
    ("a word that is not there", "pizza", text("Photos"), False),
    ("no word", "?!", text("Photos"), False),
    ("nothing", "", text("Photos"), False),
]


@pytest.mark.parametrize(("query", "one", "is_found"), [row[1:] for row in MATCHES], ids=[row[0] for row in MATCHES])
def test_what_is_found_at_all(query: str, one: SearchText, is_found: bool) -> None:
    """Not every word has to be there, but enough of them."""
    assert (0 in found(query, one)) is is_found


SLIPS = [
    ("phtos", "photos"),  # a letter is missing
    ("photoos", "photos"),  # one too many
    ("phtoos", "photos"),  # two changed places
    ("photps", "photos"),  # a key beside the right one
    ("objextion", "objection"),
    ("publik", "public"),  # a letter that sounds like the right one
    ("grandmothar", "grandmother"),  # a long word may have any letter wrong
]
BY_EAR = [
    ("watsap", "whatsapp"),  # letters that are not heard
    ("wattsap", "whatsapp"),  # one is heard and written twice
    ("watsup", "whatsapp"),  # a slip besides
    ("fasebok", "facebook"),
    ("telefone", "telephone"),
    ("wiederspuch", "widerspruch"),
    ("recieeved", "received"),
    ("facbok", "facebook"),  # two letters are missing, heard or not
    ("instgrm", "instagram"),
]
NO_SLIPS = [
    ("could", "cloud", False),  # two letters changed places and yet it is a word: only what is unknown is looked at at all
    ("bezwaar", "beware", True),
    ("opposizione", "opposition", True),
    ("cart", "card", True),  # too far apart on the keyboard
    ("portal", "postal", True),
    ("portal", "portugal", True),  # two letters in a row are not left out by a slip
    ("espana", "espanola", True),
    ("moment", "memento", True),  # the consonants alone say little
    ("planet", "plainte", True),
    ("watch", "what", True),  # too short to be heard
    ("tread", "threads", True),
    ("faces", "facebook", True),
    ("hoto", "photo", True),  # the first letter is nearly always right
    ("photograph", "photos", True),
    ("12345", "12346", True),
    ("photos", "photos", True),
]


@pytest.mark.parametrize(("typed", "meant"), [*SLIPS, *BY_EAR])
def test_a_slip_is_corrected_and_told(typed: str, meant: str) -> None:
    """The known word is looked for instead."""
    result = index(text(meant.title())).search(f"my {typed}")
    assert (result.rows[:1], result.corrected) == ((0,), f"my {meant}")


@pytest.mark.parametrize(("typed", "other"), [row[:2] for row in NO_SLIPS if row[2]])
def test_another_word_is_no_slip(typed: str, other: str) -> None:
    """A word that only looks alike is never put in its place."""
    assert not is_slip(typed, other)
    assert index(text(other.title())).search(typed).corrected == ""


@pytest.mark.parametrize("known", ["cloud", "clouds"])
def test_a_known_word_is_never_corrected(known: str) -> None:
    """However near another one is."""
    assert index(text("Could"), text(known)).search(known).corrected == ""


def test_a_slip_is_likelier_than_a_word_by_ear() -> None:
    """And that is likelier than missing letters, however often the other word is used."""
    assert index(text("Phones"), text("Fonies", "fonies", "fonies two")).search("phonnes").corrected == "phones"
    assert index(text("Whatsapp"), text("Watersap", "watersap two")).search("watsap").corrected == "whatsapp"


def test_the_word_used_most_often_is_meant() -> None:
    """If several are equally near."""
    assert index(text("Phones"), text("Photos"), text("Photos too")).search("phoes photoss").corrected == "phones photos"


WORDS = st.sampled_from(["photos", "delete", "private", "group", "the", "my", "did", "anvils", "xyzzy", "pho"])


@given(st.lists(WORDS, max_size=6), st.integers(0, 6), st.sampled_from(STOP_WORDS))
def test_stop_words_never_decide(words: list[str], place: int, stop_word: str) -> None:
    """With one more of them, the same is found."""
    texts = text("Delete photos"), text("Private group", "my group"), text("The photos")
    if any(word not in STOP_WORDS for word in words):
        assert found(" ".join([*words[:place], stop_word, *words[place:]]), *texts) == found(" ".join(words), *texts)


@given(st.text(max_size=60))
def test_any_text_can_be_looked_for(query: str) -> None:
    """Signs that mean something to the library are text here."""
    for typed in (query, f'"{query}', f"photos AND {query} NOT *", f"{{words}}: {query}"):
        rows = found(typed, text("Photos"))
        assert len(set(rows)) == len(rows)


@given(st.text(max_size=60))
def test_words_are_plain(written: str) -> None:
    """Split again, nothing changes."""
    words = split_words(written)
    assert split_words(" ".join(words)) == words


def test_an_index_that_is_forgotten_closes_its_database() -> None:
    """Python 3.13 and later warn of one that stays open."""
    made = index(SearchText("Object to the use of your photos"))
    database = made._database
    del made
    collect()
    with pytest.raises(sqlite3.ProgrammingError, match="closed database"):
        database.execute("SELECT 1")
