"""The list of the items of an export as a file: a table, or a page to tick off."""

from collections.abc import Iterator, Mapping
from datetime import date

from wizard.audit.listing.item_store import ItemStore
from wizard.core.content_models import Source

from .item_csv import item_csv
from .item_page import PictureFinder, item_page

TABLE = "csv"
"""The extension of the table; any other one makes the page."""


def item_list(
    extension: str,
    store: ItemStore,
    sources: Mapping[str, Source],
    read_on: date,
    picture: PictureFinder | None,
    missing: int,
) -> Iterator[str]:
    """Yield the file in pieces. `missing` is the number of files of the export that could not be read in full."""
    return item_csv(store, sources) if extension == TABLE else item_page(store, sources, read_on, picture, missing)
