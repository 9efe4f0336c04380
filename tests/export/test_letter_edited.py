"""A letter that was edited by hand: what it was stays, what was changed is changed, in every format."""

import pytest

from tests.letters import PLACES, at, given, suiting, written
from wizard.core.blocks import Heading, ListBlock, Paragraph, Table, line_text, paragraph
from wizard.core.letter.selection import select_letter
from wizard.export.letter import LETTER_FORMATS, RenderedLetter, paste_text
from wizard.export.letter.handoff import parse_edited_text

SENT = ("sent 2026-09-01", "follow-up 2026-10-05")


def complaint() -> RenderedLetter:
    """A letter with everything: headings, a table, lists."""
    case = at("IE", *SENT)
    letter, _ = select_letter(case, "complaint-to-authority")
    return written(letter, case, given(letter, case))


@pytest.mark.parametrize("place", PLACES)
def test_what_comes_back_unchanged_is_the_same_text(place: str) -> None:
    """Every letter survives the way through an editor; a table becomes lines that still stand in columns."""
    case = at(place, *SENT)
    for letter in suiting(place, *SENT):
        before = written(letter, case, given(letter, case))
        after = parse_edited_text(paste_text(before), before)
        assert paste_text(after) == paste_text(before), letter.id
        assert after.subject == before.subject
        if not any(isinstance(block, Table) for block in before.blocks):
            assert LETTER_FORMATS["txt"](after) == LETTER_FORMATS["txt"](before)


def test_headings_lists_and_lines_are_known_again() -> None:
    """So that the page to print still has a heading, and not a bold guess."""
    before = complaint()
    kinds = [type(block) for block in parse_edited_text(paste_text(before), before).blocks]
    assert kinds == [Paragraph if isinstance(block, Table) else type(block) for block in before.blocks]


def test_what_was_written_by_hand_is_there_in_every_format() -> None:
    """One paragraph more, one list item less."""
    before = complaint()
    text = paste_text(before).replace("1. Investigate the matter (Article 58(1) GDPR).\n", "")
    after = parse_edited_text(text.replace("Enclosures", "Enclosures\n\nBy hand."), before)
    for format, write in LETTER_FORMATS.items():
        document = write(after)
        assert "By hand." in document, format
        assert "Investigate the matter" not in document, format
    lists = [block for block in after.blocks if isinstance(block, ListBlock) and block.items[0].number]
    assert line_text(lists[1].items[0].line).startswith("Order the company")


@pytest.mark.parametrize("typed", ["<b>x</b>", "# not a heading", "{{ name }}", "| a | b |", "[x](javascript:alert(1))"])
def test_what_looks_like_markup_is_words(typed: str) -> None:
    """Only headings that stood there before are headings."""
    after = parse_edited_text(f"Dear reader,\n\n{typed}\n", complaint())
    assert after.blocks == (paragraph("Dear reader,"), paragraph(typed))
    assert "<b>" not in LETTER_FORMATS["html"](after).partition("<body")[2]


def test_what_could_steer_a_terminal_is_dropped() -> None:
    """The file came back from another program."""
    after = parse_edited_text("a\x1b[2Jb\r\n\r\n\u202ec\tc \n", complaint())
    assert after.blocks == (paragraph("a[2Jb"), paragraph("c   c"))


def test_a_heading_that_was_changed_is_a_line() -> None:
    """What one wrote oneself has no rank."""
    before = complaint()
    after = parse_edited_text("My own heading\n\nWhat happened\n", before)
    assert [type(block) for block in after.blocks] == [Paragraph, Heading]
