"""The little markup of steps: bold menu words and numbered taps."""

import pytest

from wizard.core.markup import bold_spans, parse_paragraphs, strip_markup


def test_bold_words_are_told_apart() -> None:
    """A face draws menu words differently; the pieces make up the text again."""
    text = "Open **Settings**, then **Account privacy**."
    assert list(bold_spans(text)) == [
        ("Open ", False),
        ("Settings", True),
        (", then ", False),
        ("Account privacy", True),
        (".", False),
    ]


@pytest.mark.parametrize(
    ("text", "without"),
    [
        ("**Settings**", "Settings"),
        ("over\n**two\nlines**", "over\ntwo\nlines"),
        ("2 ** 3", "2 ** 3"),
        ("a **b", "a **b"),
        ("no markup", "no markup"),
    ],
)
def test_plain_text_has_no_markup(text: str, without: str) -> None:
    """Only pairs of stars are markup."""
    assert strip_markup(text) == without


def test_blocks_are_paragraphs_and_taps() -> None:
    """Wrapped lines are joined; a paragraph after an empty line begins anew, also after taps."""
    text = "First\nparagraph.\n\n1. Open it.\n2. Choose **this**\n   or that.\n\nAnd then\nwait.\n10. Last."
    assert parse_paragraphs(text) == (
        ("", "First paragraph."),
        ("1", "Open it."),
        ("2", "Choose **this** or that."),
        ("", "And then wait."),
        ("10", "Last."),
    )
    assert parse_paragraphs("") == ()
