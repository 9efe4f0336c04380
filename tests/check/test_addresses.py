"""An address in a sentence is found with its line; in a link to a source or in code marks it is right."""

from pathlib import Path

import pytest

from wizard.check import check_content

from .check_pairs import ARTICLE
from .checking import TODAY, changed, edit

RULE = "bare-address"


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the sound content that the tests change and restore."""
    return tmp_path_factory.mktemp("addresses") / "content"


def _found(content: Path, words: str) -> list[tuple[int, str]]:
    """The line of each address that the rule finds in the article with these words, and what it says."""
    with changed(content, edit(ARTICLE, "- Your", f"- {words} Your")) as root:
        return [(each.line, each.what) for each in check_content(root, TODAY).findings if each.rule == RULE]


@pytest.mark.parametrize(
    ("words", "address"),
    [
        ("See https://x.example/a.", "https://x.example/a"),
        ("See (http://x.example), please.", "http://x.example"),
        ("At WWW.x.example/b?c=d there is more.", "WWW.x.example/b?c=d"),
        ('It says "https://x.example/".', "https://x.example/"),
        ("Open fb-messenger://x now.", "fb-messenger://x"),
        ("Type `this` at https://x.example.", "https://x.example"),
    ],
)
def test_an_address_in_a_sentence_is_found_with_its_line(copy: Path, words: str, address: str) -> None:
    """Without the sign that ends the sentence."""
    [(line, what)] = _found(copy, words)
    assert what == f"The address “{address}” stands in the text."
    with changed(copy, edit(ARTICLE, "- Your", f"- {words} Your")) as root:
        assert address in (root / ARTICLE).read_text(encoding="utf-8").splitlines()[line - 1]


@pytest.mark.parametrize(
    "words", ["Type `https://x.example/a` there.", "See [the news](source:news).", "And/or: either.", "Write to x@www.example."]
)
def test_code_marks_and_links_are_right(copy: Path, words: str) -> None:
    """So is what only looks a little like an address."""
    assert _found(copy, words) == []
