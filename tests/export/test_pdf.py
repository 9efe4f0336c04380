"""Plans, steps and letters as PDF: the words of the other formats, tagged for screen readers, with pages one can refer to."""

import re
from collections.abc import Iterator
from io import BytesIO
from itertools import pairwise
from typing import Any

import pytest
from pypdf import PdfReader

from tests.errors import raises_message
from tests.samples import PEOPLE, germany, korea
from wizard.core.blocks import (
    Heading,
    LinkItem,
    LinkList,
    ListBlock,
    ListItem,
    Paragraph,
    Quote,
    Span,
    Table,
    paragraph,
    plain_line,
)
from wizard.core.snapshot import Snapshot
from wizard.export import FULL_FORMATS
from wizard.export.plan.pdf import plan_pdf, short_pdf, step_pdf
from wizard.export.plan.text import LEGEND
from wizard.export.render_pdf import A4, US_LETTER, PdfDocument, paper_size, render_pdf

NAMES = ["Łukasz Żółć", "Şule Işık Ğ", "Ελένη", "Олена Ї", "Bùi Thị Ngà", "O’Neill–Müller", "#evil[*x*] $y$ \\ <a> @b"]


def read(document: bytes) -> PdfReader:
    """The document as a reader of PDFs sees it."""
    return PdfReader(BytesIO(document))


def root_of(document: bytes) -> Any:
    """The root of the document, whose entries have no types."""
    return read(document).root_object


def words(document: bytes) -> str:
    """All text in order, without what only the layout needs."""
    text = " ".join(page.extract_text() for page in read(document).pages)
    return " ".join(text.replace("\u200b", "").replace("\u00a0", " ").split())


def tags(document: bytes) -> Iterator[tuple[str, str]]:
    """Each tag in the order of reading, with the text for those who cannot see it."""

    def walk(node: Any) -> Iterator[tuple[str, str]]:
        node = node.get_object() if hasattr(node, "get_object") else node
        if isinstance(node, list):
            for each in node:
                yield from walk(each)
        elif isinstance(node, dict):
            if "/S" in node:
                yield str(node["/S"]), str(node.get("/Alt", ""))
            yield from walk(node.get("/K", []))

    yield from walk(root_of(document)["/StructTreeRoot"]["/K"])


@pytest.mark.parametrize("person", PEOPLE)
def test_a_plan_is_tagged_and_says_what_it_is(person: str) -> None:
    """Title and language, headings without a gap, links, lists, and a name for each picture."""
    document = plan_pdf(PEOPLE[person](), PEOPLE[person]().steps)
    root = root_of(document)
    assert (root["/Lang"], root["/MarkInfo"]["/Marked"]) == ("en", True)
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert read(document).metadata.title == "My plan: keep my photos out of Meta's AI"  # type: ignore[union-attr]
    found = list(tags(document))
    levels = [int(tag[2:]) for tag, _ in found if re.fullmatch(r"/H\d", tag)]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert {"/P", "/L", "/LI", "/Link"} <= {tag for tag, _ in found}
    assert all(alt.startswith("QR code: ") for tag, alt in found if tag == "/Figure")


@pytest.mark.parametrize("person", PEOPLE)
def test_a_plan_says_what_the_page_says(person: str) -> None:
    """Every title and tap, in the same order."""
    snapshot = PEOPLE[person]()
    text = words(plan_pdf(snapshot, snapshot.steps))
    for line in FULL_FORMATS["text"](snapshot, snapshot.steps).removesuffix(f"{LEGEND}\n").splitlines():
        shown = re.sub(r"^(\[.\]|-)? *", "", line).removesuffix("...").removesuffix(":").strip()
        if len(shown) > 12 and "://" not in shown and not re.search(r"step \d|\[x\]|\d\. ", shown):
            assert shown in text, line


def test_page_one_says_where_each_step_stands() -> None:
    """The page that it names is the page on which the step is printed."""
    snapshot = germany()
    pages = [" ".join(page.extract_text().split()) for page in read(plan_pdf(snapshot, snapshot.steps)).pages]
    named = re.findall(r"step (\d+), page (\d+)", pages[0].replace("\u00a0", " "))
    assert len(named) == len([each for each in snapshot.open_steps if each.essential])
    titles = {int(number): title for number, title in re.findall(r"(\d+)\. ([A-Z][^.]+?) \d+ min", " ".join(pages[1:]))}
    for number, page in named:
        assert f"{number}. {titles[int(number)]}" in pages[int(page) - 1]
    assert "Delete your data" not in pages[0]  # page 1 can be hung up alone


def test_the_short_form_is_one_page() -> None:
    """It names no page of a document that it is not."""
    document = short_pdf(korea(), korea().steps)
    assert len(read(document).pages) == 1
    assert ", page " not in words(document)


@pytest.mark.parametrize("name", NAMES)
def test_names_of_people_are_kept_letter_by_letter(name: str) -> None:
    """Whatever they mean to a typesetter: they are data."""
    blocks = (
        paragraph(name),
        Heading(1, plain_line(name)),
        Paragraph((plain_line(name), plain_line(name))),
        ListBlock((ListItem(plain_line(name), "1"), ListItem((Span(name, strong=True),), "2"))),
        ListBlock((ListItem((Span(name, kind="user"),)),)),
        Table(((plain_line(name), plain_line("b")), (plain_line("c"), plain_line(name)))),
        Quote((plain_line(name),)),
    )
    document = render_pdf(PdfDocument(name, "en", blocks, is_letter=True))
    assert words(document).count(" ".join(name.split())) == 10
    assert read(document).metadata.title == name  # type: ignore[union-attr]


def test_a_letter_is_never_printed_with_empty_boxes() -> None:
    """A character that is not assigned, so that no font shows it; the sentence says what to do instead."""
    with raises_message("No font on this computer has all letters of the document, so no PDF was made."):
        render_pdf(PdfDocument("x", "en", (paragraph("Kim \u0378"),), is_letter=True))


def test_another_document_says_that_boxes_stand_for_letters() -> None:
    """A plan may name a Korean authority where no font is Korean: all the rest of it can be read."""
    text = words(render_pdf(PdfDocument("My plan", "en", (paragraph("Kim \u0378"),))))
    assert "Kim" in text
    assert "My plan. This computer has no font for some of the letters; boxes stand for them." in text


@pytest.mark.parametrize("tail", ["x" * 200, "a=1&" * 60, "key_" * 60, "folder/" * 40, "?q=" + "PHOTOS" * 40])
def test_a_long_address_stays_beside_its_code(tail: str) -> None:
    """Whatever it is made of, it breaks: none of its letters is printed where the code stands or outside of the paper."""
    link = LinkItem("A page", f"https://www.example.org/{tail}")
    page = read(render_pdf(PdfDocument("x", "en", (LinkList((link,)),)))).pages[0]
    ends: list[float] = []

    def note_width(text: str, _matrix: object, place: Any, _font: object, size: float) -> None:
        ends.append(float(place[4]) + len(text) * 0.9 * size * 0.35)  # narrower than any font: what is found is certain

    page.extract_text(visitor_text=note_width)
    code_begins = float(page.mediabox.width) - (20 + 20) * 72 / 25.4
    assert max(ends) < code_begins
    assert link.url in words(render_pdf(PdfDocument("x", "en", (LinkList((link,)),)))).replace(" ", "")


def test_the_same_document_is_the_same_file() -> None:
    """No clock and no chance in it."""
    snapshot = germany()
    assert plan_pdf(snapshot, snapshot.steps) == plan_pdf(snapshot, snapshot.steps)


@pytest.mark.parametrize(("country", "size"), [("US", US_LETTER), ("CA", US_LETTER), ("DE", A4), ("GB", A4), ("", A4)])
def test_paper_has_the_size_of_the_country(country: str, size: str) -> None:
    """As the printer there holds it."""
    assert paper_size(country) == size
    width = read(render_pdf(PdfDocument("x", "en", (paragraph("x"),), paper_size(country)))).pages[0].mediabox.width
    assert round(float(width)) == (612 if size == US_LETTER else 595)


def snapshots() -> list[Snapshot]:
    """Every sample person."""
    return [make() for make in PEOPLE.values()]


def test_every_step_can_be_a_pdf() -> None:
    """Whatever its status."""
    for snapshot in snapshots():
        for plan_step in snapshot.steps:
            assert plan_step.step.title.split()[0] in words(step_pdf(snapshot, plan_step))
