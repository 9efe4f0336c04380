"""The Markdown of the content as blocks: what each piece becomes, and that a run does not parse shipped texts anew."""

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wizard.content import markdown
from wizard.content.markdown import dump_parsed_texts, library_texts, parse_markdown, section_blocks
from wizard.core.blocks import (
    Heading,
    Kind,
    ListBlock,
    ListItem,
    Paragraph,
    Quote,
    Span,
    TextBlock,
    block_lines,
    build_list,
    line_text,
    paragraph,
    plain_line,
)
from wizard.core.content_models import Library, StepSection


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("", ()),
        ("A word.\nAnother.\n\nA second paragraph.", (paragraph("A word. Another."), paragraph("A second paragraph."))),
        (
            "Open **Settings**, then **Privacy**.",
            (
                Paragraph(
                    ((Span("Open "), Span("Settings", strong=True), Span(", then "), Span("Privacy", strong=True), Span(".")),)
                ),
            ),
        ),
        ("2 ** 3 and a **b", (paragraph("2 ** 3 and a **b"),)),
        ("## A *quiet* heading", (Heading(2, plain_line("A quiet heading")),)),
        ("- One\n- Two", (build_list(["One", "Two"]),)),
        ("1. One\n2. Two\n   goes on", (build_list(["One", "Two goes on"], numbered=True),)),
        (
            "1. One.\n\nA word.\n\n7. Seven.",
            (
                build_list(["One."], numbered=True),
                paragraph("A word."),
                ListBlock((ListItem(plain_line("Seven."), "7"),)),
            ),
        ),
        (
            "1. One\n\n   More.\n   - inside",
            (ListBlock((ListItem(plain_line("One"), "1"), *build_list(["More.", "inside"]).items)),),
        ),
        ("> As the\n> law says.\n>\n> Twice.", (Quote((plain_line("As the law says."), plain_line("Twice."))),)),
        (
            "See [a page](source:page).",
            (Paragraph(((Span("See "), Span("a page", kind=Kind.SOURCE, value="page"), Span(".")),)),),
        ),
        ("See [a page](https://x.example).", (paragraph("See a page."),)),
        ("<b>x</b> &amp; `code` \\*", (paragraph("<b>x</b> & code *"),)),
        ("Use exiftool -all= photo.jpg & -icc_profile", (paragraph("Use exiftool -all= photo.jpg & -icc_profile"),)),
    ],
)
def test_each_piece_of_markdown_is_a_block(text: str, blocks: tuple[TextBlock, ...]) -> None:
    """Numbers are those that were written; lines that were wrapped are joined; no words are lost."""
    assert parse_markdown(text) == blocks


def test_sections_of_one_kind_are_one_text() -> None:
    """Numbered without a gap."""
    merged = StepSection("anywhere", "", "1. One.\n\n1. Two.", merged=("1. One.", "1. Two."))
    assert section_blocks(merged) == (build_list(["One.", "Two."], numbered=True),)
    assert section_blocks(StepSection("web", "", "1. One.")) == (build_list(["One."], numbered=True),)


def test_stored_blocks_are_those_of_the_text(content: Library) -> None:
    """Every text of the content, by way of the file and without it."""
    texts = list(library_texts(content))
    assert len(texts) == len(set(texts)) > 200
    _, *lines = dump_parsed_texts(texts).splitlines()
    assert len(lines) == len(texts)
    for text, line in zip(texts, lines, strict=True):
        assert markdown.load_blocks(line) == markdown.build_blocks(text)


@given(st.text(alphabet=st.sampled_from("ab1 .\n*-_#>[]()`~|<&\\")))
def test_no_text_breaks_the_parser(text: str) -> None:
    """Whatever somebody writes; and what can be parsed can be stored."""
    blocks = markdown.build_blocks(text)
    (_, *lines) = dump_parsed_texts([text]).splitlines()
    assert markdown.load_blocks(lines[0]) == blocks
    assert all("\n" not in line_text(line) for _, line in block_lines(blocks))


def test_a_plan_in_full_needs_no_parser() -> None:
    """Its texts were parsed when the index was built; importing the parser would cost more than the rest of the plan."""
    code = (
        "import sys\n"
        "from tests.making import case, said\n"
        "from wizard.content.content_loader import load_shipped_content\n"
        "from wizard.export import FULL_FORMATS\n"
        "for place in ('DE', 'BR', 'US'):\n"
        "    of = case(load_shipped_content(), said(country=place, services='facebook instagram whatsapp threads'))\n"
        "    assert 'Pages read' in FULL_FORMATS['text'](of, of.steps)\n"
        "print('markdown_it' in sys.modules)\n"
    )
    made = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert made.stdout == "False\n"
