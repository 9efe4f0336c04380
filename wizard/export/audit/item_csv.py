"""The list of items as a table for spreadsheets (CSV). No cell can be taken for a formula."""

import csv
import re
from collections.abc import Iterator, Mapping
from functools import cache, partial
from io import StringIO

from wizard.audit.exposed_item import CAMERA, PEOPLE, PLACE
from wizard.audit.listing.item_store import ItemStore, ListedItem
from wizard.audit.risks import SERVICE_NAMES
from wizard.core.blocks import line_text
from wizard.core.content_models import Source
from wizard.i18n import N_, _
from wizard.views.audit_items import item_date, kind_word, place_text
from wizard.views.find_at_meta import page_at_meta, way_at_meta

COLUMNS = (
    N_("date (UTC)"), N_("service"), N_("kind"), N_("first words"), N_("photos"), N_("videos"), N_("place"), N_("camera"),
    N_("names people"), N_("where"), N_("album"), N_("file in the export"), N_("photo or video"), N_("how to find it at Meta"),
    N_("address at Meta"),
)  # fmt: skip
BYTE_ORDER_MARK = "\ufeff"
"""Tells spreadsheets that the text is UTF-8."""
ROWS_AT_ONCE = 500
_FORMULA = re.compile(r"(^|[;\t|])(\s*)([=+\-@\uff1d\uff0b\uff0d\uff20])")
"""What spreadsheets take for a formula: at the beginning, or after a character at which some of them part cells."""


def item_csv(store: ItemStore, sources: Mapping[str, Source]) -> Iterator[str]:
    """Yield the table in pieces, so that any number of items fits: those with a place first, then the oldest."""
    text = StringIO()
    writer = csv.writer(text, lineterminator="\n", quoting=csv.QUOTE_ALL)
    writer.writerow(list(map(_, COLUMNS)))
    yield BYTE_ORDER_MARK
    ways = cache(partial(_way_cells, sources))
    for number, item in enumerate(store.items(), 1):
        way, page = ways(item.service, item.kind, item.year)
        writer.writerow((*_cells(item), way, item.url or page))
        if number % ROWS_AT_ONCE == 0:
            yield text.getvalue()
            text.seek(0)
            text.truncate()
    yield text.getvalue()


def harmless_cell(text: str) -> str:
    """Return the text with an apostrophe before everything that a spreadsheet would calculate."""
    return _FORMULA.sub(r"\1\2'\3", text)


def _cells(item: ListedItem) -> Iterator[str]:
    """Yield what is in the item; words of the export are made harmless."""
    yield from (item_date(item), SERVICE_NAMES[item.service], kind_word(item.kind), harmless_cell(item.text))
    yield from (str(number) if number else "" for number in (item.photos, item.videos))
    yield from (_("yes") if item.marks & mark else "" for mark in (PLACE, CAMERA, PEOPLE))
    yield from map(harmless_cell, (place_text(item), item.album, item.file, item.media[0] if item.media else ""))


def _way_cells(sources: Mapping[str, Source], service: str, kind: str, year: int) -> tuple[str, str]:
    """Return how items of a kind and a year are found at Meta, and the address of the page."""
    page = page_at_meta(service, kind, sources)
    return line_text(way_at_meta(service, kind, year)), page.url if page else ""
