"""Blocks: joining texts, and what a line says without its marks."""

from datetime import date

import pytest

from wizard.core.blocks import (
    Kind,
    ListBlock,
    ListItem,
    Span,
    TextBlock,
    block_lines,
    build_list,
    date_span,
    join_blocks,
    line_text,
    opening_text,
    paragraph,
    plain_line,
)

ONE, TWO = build_list(["One.", "Two."], numbered=True), build_list(["Three."], numbered=True)
BULLETS = build_list(["A point."])


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ((Span("Open "), Span("Settings", strong=True), Span(".")), "Open Settings."),
        ((Span("Old posts"), Span("30 min", kind=Kind.ASIDE)), "Old posts (30 min)"),
        ((Span("Note: "), Span("two\n lines", kind=Kind.USER)), "Note: two lines"),
        ((Span("On "), date_span(date(2026, 11, 23))), "On 23 Nov 2026"),
        ((), ""),
    ],
)
def test_a_line_is_one_line_of_text(line: tuple[Span, ...], text: str) -> None:
    """Whatever it is made of."""
    assert line_text(line) == text


@pytest.mark.parametrize(
    ("parts", "numbers"),
    [
        ([(ONE,), (TWO,)], [["1", "2", "3"]]),
        ([(TWO,), (paragraph("Then:"), ONE)], [["1"], ["2", "3"]]),
        ([(ONE, BULLETS), (TWO,)], [["1", "2"], [""], ["3"]]),
        ([(BULLETS,), (BULLETS,)], [[""], [""]]),
        ([], []),
    ],
)
def test_joined_instructions_are_numbered_without_a_gap(parts: list[tuple[TextBlock, ...]], numbers: list[list[str]]) -> None:
    """Lists that meet become one; nothing else is changed."""
    joined = join_blocks(parts)
    lists = [[item.number for item in block.items] for block in joined if isinstance(block, ListBlock)]
    assert lists == numbers
    texts = [line_text(line) for part in parts for _, line in block_lines(part)]
    assert [line_text(line) for _, line in block_lines(joined)] == texts


def test_the_opening_is_the_first_paragraph() -> None:
    """Not a list before it; without a paragraph there is none."""
    assert opening_text([ONE, paragraph("First."), paragraph("Second.")]) == "First."
    assert opening_text([ListBlock((ListItem(plain_line("x")),))]) == ""
