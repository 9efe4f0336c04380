"""Blocks as text: any text in any width keeps its words, and nothing but a word or an address is wider than the line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.samples import germany, korea
from wizard.content.markdown import article_text_blocks, step_text_blocks
from wizard.core.blocks import Heading, LinkItem, LinkList, Paragraph, Quote, Table, build_list, paragraph, plain_line
from wizard.export.plan.text import full_text, plan_text
from wizard.export.render_markdown import render_markdown
from wizard.export.render_speech import spoken_lines
from wizard.export.render_text import UNWRAPPED, TextLayout, render_text, wrap_line
from wizard.i18n import speaking

WORDS = st.lists(st.text(alphabet="abcé", min_size=1, max_size=12), max_size=20).map(" ".join)
MARGINS = st.text(alphabet=" ", max_size=30)


@given(WORDS, st.integers(1, 120), MARGINS, MARGINS)
def test_a_line_survives_any_width(text: str, width: int, first: str, rest: str) -> None:
    """Even one that is narrower than its margin: then each word has a line."""
    lines = wrap_line(text, width, first, rest)
    assert " ".join(lines).split() == text.split()
    assert all(len(line) <= width or len(line.split()) == 1 for line in lines)


@pytest.mark.parametrize("text", ["for 3 h 33 min", "of 61 %", "about 5 min"])
@pytest.mark.parametrize("width", [1, 5, 12])
def test_a_length_of_time_is_never_torn(text: str, width: int) -> None:
    """Nor is a percentage; the spaces are ordinary ones."""
    assert " ".join(wrap_line(text, width)) == text
    assert text.partition(" ")[2] in wrap_line(text, width)[-1]


@pytest.mark.parametrize("width", [1, 7, 40, 72, 1000])
def test_a_plan_survives_any_width(width: int) -> None:
    """With every word in its place."""
    for of in (germany(), korea()):
        for write in (full_text, plan_text):
            assert write(of, of.steps, width).split() == write(of, of.steps).split()


@pytest.mark.parametrize(
    ("language", "step", "article"),
    [
        ("en", "Open “Settings”, then “Private account”. “Done”?", "Title. Open “Settings”. So what.\nWhen? Now."),
        ("de", "Open „Settings“, then „Private account“. „Done“?", "Title. Open „Settings“. So what.\nWhen? Now."),
        ("fr", "Open « Settings », then « Private account ». « Done »?", "Title. Open « Settings ». So what.\nWhen? Now."),
    ],
)
def test_menu_words_are_quoted(language: str, step: str, article: str) -> None:
    """Where they can't be bold, a reader and a listener still see what to look for; a title within an article is none."""
    in_step = step_text_blocks("Open **Settings**, then **Private account**. **Done**?")
    in_article = article_text_blocks("**Title.** Open **Settings**. **So what.**\n\n**When?** Now.")
    with speaking(language):
        texts = [render_text(blocks, TextLayout(80, flows=True)) for blocks in (in_step, in_article)]
        spoken = ["\n".join(spoken_lines(blocks)) for blocks in (in_step, in_article)]
    for found in (texts, spoken):
        assert [" ".join(text.split()) for text in found] == [" ".join(text.split()) for text in (step, article)]
    assert "**Settings**" in render_markdown(in_step)
    assert "“" not in render_markdown(in_article)


@pytest.mark.parametrize(
    ("block", "text"),
    [
        (Heading(1, plain_line("A title")), "A title\n"),
        (Paragraph((plain_line("A street 1"), plain_line("A town"))), "A street 1\nA town\n"),
        (build_list(["One, which is long", "Two"], numbered=True), "1. One, which\n   is long\n2. Two\n"),
        (build_list(["One"]), "- One\n"),
        (Quote((plain_line("As the law says."),)), "  As the law\n  says.\n"),
        (
            Table(((plain_line("Day"), plain_line("What")), (plain_line("1 Oct"), plain_line("sent")))),
            "Day    What\n1 Oct  sent\n",
        ),
        (LinkList((LinkItem("A page", "https://page.example/"),)), "A page:\nhttps://page.example/\n"),
        (LinkList((LinkItem("A page", "", marker="1. "),)), "1. A page\n   address not recorded\n"),
    ],
)
def test_each_block_has_its_form(block: Paragraph, text: str) -> None:
    """In lines of fourteen characters."""
    assert render_text([block], TextLayout(14)) == text


def test_unwrapped_text_has_a_line_for_each_paragraph() -> None:
    """As a form or a chat wants it."""
    assert render_text([paragraph("word " * 50 + "end"), paragraph("Two")], UNWRAPPED).count("\n") == 3
