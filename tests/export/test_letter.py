"""Letters as documents: whatever is filled in or left out, the text is whole; words of the person stay words."""

import re
from collections.abc import Callable, Iterator, Mapping
from email import message_from_bytes
from email.policy import default
from itertools import product
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given as property_given
from hypothesis import settings
from hypothesis import strategies as st
from syrupy.assertion import SnapshotAssertion

from tests.errors import raises_message
from tests.export.letters_golden import documents
from tests.export.reading import read_page, shape
from tests.golden_files import golden_names
from tests.letters import EVERYTHING, HAPPENED, PLACES, at, first_place, given, optional, person, subsets, suiting, written
from wizard.content.content_loader import load_shipped_content
from wizard.core.blocks import Heading
from wizard.core.letter.language import letter_in
from wizard.core.letter.models import Letter, LetterField
from wizard.core.snapshot import Snapshot
from wizard.errors import WizardError
from wizard.export.letter import LETTER_FORMATS, RenderedLetter, character_count, mail_address, paste_text, word_count

LETTERS = tuple(load_shipped_content().letters.values())
LEFT_OVER = re.compile(
    r"\{\{|\}\}|\{%|%\}|\bNone\b|\bundefined\b|\bTODO\b|\bXX+\b|[\x00-\x08\x0b-\x1f\x7f]|\[[A-Za-z_ ]+\]| {2}| [,.;:]|\.\.|,,"
)
"""What must never survive: placeholders, marks of the template, control characters, gaps and doubled signs."""
each_letter = pytest.mark.parametrize("letter", LETTERS, ids=lambda letter: letter.id)


def stray(text: str) -> list[str]:
    """What is wrong in a text: left-overs, stray blank lines, spaces at the end of a line. Tables are laid out with gaps."""
    found = [line for line in text.split("\n") if LEFT_OVER.search(line.replace("…", "").strip()) and line.count("  ") < 2]
    found += ["a stray blank line"] if "\n\n\n" in text or text.startswith("\n") or text.endswith("\n\n") else []
    return found + [f"a space at the end of “{line}”" for line in text.split("\n") if line != line.rstrip()]


def choices(letter: Letter) -> Iterator[tuple[str, ...]]:
    """Which optional blanks are filled in: none, all, each alone, and all but each."""
    ids = optional(letter)
    yield from dict.fromkeys(
        [(), tuple(ids), *((id,) for id in ids), *(tuple(other for other in ids if other != id) for id in ids)]
    )


def combinations(letter: Letter) -> Iterator[tuple[str, ...]]:
    """All combinations of a few blanks; of more the choices above."""
    ids = optional(letter)
    yield from subsets(ids) if len(ids) <= 5 else choices(letter)


@each_letter
def test_nothing_is_left_over(letter: Letter) -> None:
    """In every place where the letter may be given, after nothing, some or all that can happen, with each blank filled or not."""
    read_with_each(letter, choices)


@pytest.mark.exhaustive
@each_letter
def test_nothing_is_left_over_in_any_combination(letter: Letter) -> None:
    """The same with every combination of blanks."""
    read_with_each(letter, combinations)


def read_with_each(letter: Letter, choose: Callable[[Letter], Iterator[tuple[str, ...]]]) -> None:
    """Read the letter everywhere, after everything, with these blanks filled in."""
    tried = 0
    for place, happened in product(PLACES, ((), HAPPENED, EVERYTHING)):
        if letter not in suiting(place, *happened):
            continue
        case = at(place, *happened)
        for chosen in choose(letter):
            text = LETTER_FORMATS["txt"](written(letter, case, given(letter, case, chosen)))
            assert stray(text) == [], (place, happened, chosen, text)
            tried += 1
    assert tried


@pytest.mark.parametrize("name", documents())
def test_a_letter_is_what_it_was(name: str, golden: SnapshotAssertion) -> None:
    """Byte for byte; `make golden` writes the files again."""
    assert documents()[name]().encode() == golden(name=f"letters/{name}")


def test_no_golden_letter_is_left_behind() -> None:
    """A letter that is gone takes its file with it."""
    assert golden_names("letters") == set(documents())


HOSTILE = (
    "{{ 7 * 7 }} {% for x in y %} {# z #}",
    "# Heading\n- item\n| a | b |\n1. one",
    "<script>alert(1)</script> <b>bold</b> &lt;",
    "</p></main><h1>mine</h1>",
    "**bold** [link](https://x.example) `code` ![x](y) <https://z>",
    "\x1b[2J\x1b]0;title\x07 bell\a nul\0",
    "\u202egnp.exe\u202c \u2066isolate \ud800",
    "Kim\nBcc: all@example.org\n\nbody",
    "\x01\x02 [b]Kim[/b] %s {0}",
)


def filled_with(letter: Letter, words_: str) -> dict[str, list[str]]:
    """Everything that one may write oneself, filled in with these words."""
    case = person(PLACES[first_place(letter)], *EVERYTHING)
    free = {blank.id: [fitted(blank, words_)] for blank in letter.fields if not blank.choices and not blank.is_date}
    return given(letter, case, optional(letter)) | free


def fitted(blank: LetterField, text: str) -> str:
    """The words, as long as the blank wants them."""
    return f"x{text[: max(0, blank.max_length // 2 - 1)]}{' x' * blank.min_length}"


def fitting(letter: Letter, case: Snapshot, said: Mapping[str, list[str]]) -> RenderedLetter | None:
    """The letter, or None where a sentence of one line says that something is missing or too long."""
    try:
        return written(letter, case, said)
    except WizardError as error:
        if "\n" in str(error):
            raise
        return None


@each_letter
@pytest.mark.parametrize("words_", HOSTILE)
def test_hostile_words_stay_words(letter: Letter, words_: str) -> None:
    """In no document do they add an element, a header, a heading, or a sign that a terminal obeys."""
    case = person(PLACES[first_place(letter)], *EVERYTHING)
    made = fitting(letter, case, filled_with(letter, words_))
    if made is None:
        return
    harmless = written(letter, case, filled_with(letter, "x\ny" if "\n" in words_ else "x"))
    assert [block for block in made.blocks if isinstance(block, Heading)][1:] == [
        block for block in harmless.blocks if isinstance(block, Heading)
    ][1:]
    documents_ = {ending: write(made) for ending, write in LETTER_FORMATS.items()}
    for ending, text in documents_.items():
        assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", text), ending
    elements = {name for name, _ in shape(read_page(documents_["html"]))}
    assert elements <= {name for name, _ in shape(read_page(LETTER_FORMATS["html"](harmless)))} | {"br"}
    mail = message_from_bytes(documents_["eml"].encode(), policy=default)
    assert set(mail.keys()) == {
        "Subject",
        "X-Unsent",
        "MIME-Version",
        "Content-Type",
        "Content-Transfer-Encoding",
        "Content-Language",
    }
    assert not re.search(r"(?<!\\)<(?!https?://)[a-z/!]", documents_["md"])


@settings(max_examples=40)
@property_given(st.data())
def test_no_words_break_a_letter(data: st.DataObject) -> None:
    """Whatever is written into whichever letter: a document, or one sentence that says what to shorten."""
    letter = data.draw(st.sampled_from(LETTERS))
    case = at(first_place(letter), *EVERYTHING)
    free = [blank for blank in letter.fields if not blank.choices and not blank.is_date]
    said = {blank.id: [data.draw(st.text(max_size=blank.max_length + 5))] for blank in free}
    made = fitting(letter, case, given(letter, case, optional(letter)) | said)
    if made is None:
        return
    harmless = written(letter, case, given(letter, case, optional(letter)))
    names = {name for name, _ in shape(read_page(LETTER_FORMATS["html"](made)))}
    assert names <= {name for name, _ in shape(read_page(LETTER_FORMATS["html"](harmless)))} | {"br"}


@each_letter
def test_the_draft_and_the_address_say_the_same(letter: Letter) -> None:
    """The mail draft, the `mailto:` address and the clipboard hold one text under one subject, and name no recipient."""
    case = person(PLACES[first_place(letter)], *EVERYTHING)
    made = written(letter, case, given(letter, case, optional(letter)))
    mail = message_from_bytes(LETTER_FORMATS["eml"](made).encode(), policy=default)
    address = urlsplit(mail_address(made))
    asked = parse_qs(address.query, keep_blank_values=True)
    assert (address.scheme, address.path, mail["To"]) == ("mailto", "", None)
    assert asked.get("subject", [""])[0] == str(mail["Subject"]) == made.subject
    assert (
        asked["body"][0].replace("\r\n", "\n").strip()
        == paste_text(made).strip()
        == mail.get_content().replace("\r\n", "\n").strip()
    )


def test_lengths_are_those_of_the_place() -> None:
    """The short complaint fits into a web form of 1,000 characters, whatever happened; counts are those of the text."""
    letter = load_shipped_content().letters["complaint-short"]
    assert letter.most_characters == 1000
    for place in PLACES:
        case = at(place, *EVERYTHING)
        made = written(letter, case, given(letter, case))
        assert character_count(made) == len(paste_text(made).strip()) <= 1000
        assert 0 < word_count(made) < 200


def test_a_letter_that_is_too_long_says_what_to_do() -> None:
    """And by how much."""
    letter = load_shipped_content().letters["objection-form-text"]
    case = at("IE")
    own = next(blank for blank in letter.fields if blank.id == "own")
    with raises_message(r"(at most|fit).*Shorten|Make it shorter"):
        written(letter, case, given(letter, case, own="word " * own.max_length))


def test_the_page_prints_the_letter_alone() -> None:
    """In the language of the letter, with its subject as the title, and nothing that loads or runs."""
    case = at("BR", "sent 2026-11-01")
    letter = letter_in(case.library.letters["objection-br"], "pt", case)
    found = read_page(LETTER_FORMATS["html"](written(letter, case, given(letter, case))))
    text = LETTER_FORMATS["html"](written(letter, case, given(letter, case)))
    assert found.attributes.get("lang", "").startswith("pt") or 'lang="pt"' in text
    assert "<script" not in text
    assert not re.search(r"(src|href)=", text)
    assert len(found.all("main")) == 1  # screen readers jump to it
    assert text.count("<h1") == len(found.one("main").all("h1"))
