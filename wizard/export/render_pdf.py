"""Render blocks as a PDF: tagged for screen readers (PDF/UA-1), with title, language, page numbers and QR codes.

Typst sets the pages. It gets the document as data, so that no text can become markup, and the template
`pages/document.typ`. It is an optional package: pyproject.toml says why it was chosen.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from importlib.resources import files
from typing import Final, Literal, NamedTuple

from wizard.core.blocks import (
    Block,
    CheckItem,
    Heading,
    Kind,
    Line,
    LinkItem,
    LinkList,
    ListBlock,
    ListItem,
    Paragraph,
    Quote,
    Section,
    Table,
)
from wizard.core.formatting import NO_ADDRESS
from wizard.core.sanitize import sanitize
from wizard.core.urls import is_web_address
from wizard.errors import WizardError
from wizard.i18n import N_, _

from .html_page import qr_svg_path, qr_title
from .nonbreaking import nonbreaking

STANDARD: Final = "ua-1"
"""PDF/UA-1: every text is tagged, in the order in which it is read."""
A4, US_LETTER = "a4", "us-letter"
LETTER_COUNTRIES = frozenset(["BZ", "CA", "CL", "CO", "CR", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE"])
"""Where paper has the size US Letter, after the Unicode CLDR (paperSize)."""
PAGE_WORDS = N_("page {number}")
OWNER = N_("Name:")
BOXES = N_("{title}. This computer has no font for some of the letters; boxes stand for them.")
ZERO_WIDTH_SPACE = "\u200b"
URL_PIECES = re.compile(r"[^/?&=_]{0,24}[/?&=_]*")
"""The pieces of an address between which a line may break: after its separators, and in words that no column could hold."""


class PdfDocument(NamedTuple):
    """What becomes a PDF. `paged_ids` are the blocks whose page is told where they are named; `new_page_id` begins a page."""

    title: str
    language: str
    blocks: tuple[Block, ...]
    paper: str = A4
    is_letter: bool = False
    paged_ids: frozenset[str] = frozenset()
    new_page_id: str = ""


def paper_size(country: str) -> str:
    """Return the usual size of paper in a country, by its two letters; A4 if it is not known."""
    return US_LETTER if country in LETTER_COUNTRIES else A4


def require_pdf_package() -> None:
    """Raise WizardError if the package that makes PDFs is not installed; ask before the user names a file."""
    try:
        import typst  # noqa: F401 - whether it is there
    except ImportError as error:
        raise WizardError("pdf-not-installed") from error


def render_pdf(document: PdfDocument) -> bytes:
    """Return the document as a PDF.

    Raises WizardError if the package that makes PDFs is not installed, or if no font of this computer has all letters of a
    letter. Other documents then say in the footer that boxes stand for some letters.
    """
    require_pdf_package()
    import typst

    # The fonts that the package brings come first: the document is then the same on every computer. They have Latin, Greek
    # and Cyrillic letters; for others, as in Japanese names, a font of this computer steps in.
    for own_fonts_only in (True, False):
        with suppress(typst.TypstError):
            return _compile(_data(document), own_fonts_only=own_fonts_only, standard=STANDARD)
    data = _data(document)
    with_boxes = _compile(data | {"footer": _(BOXES, title=data["footer"])})  # an error of the template itself comes here
    if document.is_letter:
        raise WizardError("pdf-font-missing")
    return with_boxes


def _compile(data: Mapping[str, object], *, own_fonts_only: bool = False, standard: Literal["ua-1"] | None = None) -> bytes:
    """Set the pages. Raises TypstError, with a standard also for each letter that no font has."""
    import typst

    template = files(__package__).joinpath("pages", "document.typ").read_bytes()
    inputs = {"document": json.dumps(data, ensure_ascii=False)}
    return bytes(
        typst.compile(template, format="pdf", pdf_standards=standard, ignore_system_fonts=own_fonts_only, sys_inputs=inputs)
    )


def _data(document: PdfDocument) -> dict[str, object]:
    """Return the document as the template reads it."""
    language, _sign, region = document.language.partition("-")
    return {
        "title": sanitize(document.title),
        "language": language,
        "region": region or None,
        "paper": document.paper,
        "letter": document.is_letter,
        "numbered": not document.is_letter,
        "footer": sanitize(document.title),
        "owner": _(OWNER) if document.new_page_id else "",
        "page-words": _(PAGE_WORDS, number="{number}"),
        "ids": sorted(_ids(document.blocks)),
        "paged": sorted(document.paged_ids),
        "break-before": document.new_page_id,
        "blocks": [_block(block) for block in document.blocks],
    }


def _ids(blocks: Iterable[Block]) -> Iterator[str]:
    """Yield the ids of all blocks, which links can lead to."""
    for block in blocks:
        if isinstance(block, Section | CheckItem):
            yield from filter(None, [block.id])
            yield from _ids(block.blocks)
        elif isinstance(block, LinkList) and block.role:
            yield from (item.id for item in block.items if item.id)


def _block(block: Block) -> dict[str, object]:
    """Return a block as the template reads it, with the name of its type."""
    return {"type": type(block).__name__, **_fields(block)}


def _fields(block: Block) -> Mapping[str, object]:
    """Return the fields of a block in the words of the template."""
    fields: dict[str, object] = {"id": block.id} if isinstance(block, Section | CheckItem) else {}
    if isinstance(block, Heading | Section | CheckItem):
        fields["line"] = _line(block.line)
    if isinstance(block, Heading | Section):
        fields["level"] = block.level
    if isinstance(block, Paragraph | ListBlock | LinkList | Section):
        fields["role"] = str(block.role)
    if isinstance(block, Paragraph | Quote):
        fields["lines"] = _lines(block.lines)
    if isinstance(block, Section | CheckItem):
        fields["blocks"] = [_block(each) for each in block.blocks]
    if isinstance(block, ListBlock):
        fields["items"] = [_list_item(item) for item in block.items]
    if isinstance(block, LinkList):
        fields["items"] = [_link(item, with_code=not block.role) for item in block.items]
    if isinstance(block, Table):
        fields["rows"] = [_lines(row) for row in block.rows]
    if isinstance(block, CheckItem):
        facts = (fact for fact in block.facts if all(span.kind != Kind.CODE for span in fact))  # ids are for Markdown and JSON
        fields |= {"status": block.status, "facts": _lines(facts)}
    return fields


def _list_item(item: ListItem) -> dict[str, object]:
    return {"line": _line(item.line), "number": item.number, "notes": [_block(note) for note in item.notes]}


def _lines(lines: Iterable[Line]) -> list[list[dict[str, object]]]:
    return [_line(line) for line in lines]


def _line(line: Line) -> list[dict[str, object]]:
    return [
        {"text": nonbreaking(sanitize(span.text)), "strong": span.strong, "kind": str(span.kind), "value": span.value}
        for span in line
    ]


def _link(item: LinkItem, *, with_code: bool) -> dict[str, object]:
    """Return a link; its address can break, so that it never runs into the code beside it."""
    is_web = is_web_address(item.url)
    return {
        "label": sanitize(item.label),
        "url": item.url,
        "shown-url": ZERO_WIDTH_SPACE.join(filter(None, URL_PIECES.findall(item.url))) or _(NO_ADDRESS),
        "web": is_web,
        "note": _line(item.note),
        "id": item.id,
        "code": _qr_svg(item.url) if with_code and is_web else "",
        "code-title": qr_title(item.label),
    }


def _qr_svg(url: str) -> str:
    """Return a QR code as an image."""
    width, path = qr_svg_path(url)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {width}">'
        f'<rect width="{width}" height="{width}" fill="#fff"/><path d="{path}" fill="#000"/></svg>'
    )
