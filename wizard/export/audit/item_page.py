"""The list of items as a page: checklists by year, places, albums, and the items with small pictures from the export."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from wizard.audit.exposed_item import PLACE
from wizard.audit.kind import SERVICES
from wizard.audit.listing.item_store import ItemStore, ListedItem, YearOfKind
from wizard.audit.risks import SERVICE_NAMES
from wizard.core.blocks import Line
from wizard.core.content_models import Source
from wizard.core.formatting import in_brackets, join_with_and
from wizard.export.html_page import stream_page
from wizard.i18n import _
from wizard.views import audit_items
from wizard.views.audit_sentences import format_number
from wizard.views.find_at_meta import MetaLink, page_at_meta, way_at_meta

MAX_SHOWN = 20_000
"""Maximum number of items on a page: browsers become slow beyond. The table for spreadsheets holds all of them."""
LOCAL_IMAGES = "file: data:"
"""Pictures of the page are files on this computer."""
MAX_ROWS = 500
"""Maximum number of places, and of albums, in their tables."""


@dataclass(frozen=True, slots=True)
class ChecklistRow:
    """One year of a service in the checklist: what it holds in words."""

    year: int
    text: str


@dataclass(frozen=True, slots=True)
class KindAtMeta:
    """Where a kind of item is found at Meta."""

    service: str
    kind: str
    way: Line
    link: MetaLink | None


PictureFinder = Callable[[Iterable[str]], str]
"""Returns the local address of a picture among the paths of an item, or ""."""


def item_page(
    store: ItemStore, sources: Mapping[str, Source], read_on: date, picture: PictureFinder | None, missing: int = 0
) -> Iterator[str]:
    """Yield the page in pieces; `missing` is the number of files that could not be read in full.

    Without `picture`, as for a ZIP file, there is no column for pictures.
    """
    years = list(store.years())
    total = sum(year.items for year in years)
    return stream_page(
        "items",
        images=LOCAL_IMAGES,
        words=audit_items,
        _=_,
        texts=audit_items.PAGE_TEXTS,
        names=SERVICE_NAMES,
        number=format_number,
        read_on=read_on,
        missing=audit_items.missing_line(missing),
        total=total,
        shown=min(total, MAX_SHOWN),
        checklists=_checklists(years),
        kinds=_kinds_at_meta(years, sources),
        places=_first_rows(store.places()),
        albums=_first_rows(store.albums()),
        sections=_sections(store.items(limit=MAX_SHOWN, by_service=True)),
        picture=picture,
    )


def _checklists(years: Iterable[YearOfKind]) -> list[tuple[str, list[ChecklistRow]]]:
    """Return the rows of each service."""
    return [
        (service, [ChecklistRow(year, _year_text(kinds)) for year, kinds in groupby(rows, key=lambda row: row.year)])
        for service, rows in groupby(years, key=lambda row: row.service)
    ]


def _year_text(kinds: Iterable[YearOfKind]) -> str:
    """Return what a year holds: "32 posts (with 140 photos), 11 photos"."""
    rows = sorted(kinds, key=lambda row: audit_items.kind_order(row.kind))
    words = audit_items.kind_word
    return ", ".join(
        _("{count:,} {things}", count=row.items, things=words(row.kind, row.items)) + in_brackets(_media_text(row))
        for row in rows
    )


def _media_text(row: YearOfKind) -> str:
    """Return the photos and videos in the items of a kind that can hold several."""
    if row.kind not in ("posts", "group_posts", "archived", "deleted"):
        return ""
    numbers = (("photos", row.photos), ("videos", row.videos))
    parts = [
        _("{count:,} {things}", count=number, things=audit_items.kind_word(kind, number)) for kind, number in numbers if number
    ]
    return _("with {media}", media=join_with_and(parts)) if parts else ""


def _kinds_at_meta(years: Iterable[YearOfKind], sources: Mapping[str, Source]) -> list[KindAtMeta]:
    kinds = dict.fromkeys((row.service, row.kind) for row in sorted(years, key=_order_in_service))
    return [
        KindAtMeta(service, kind, way_at_meta(service, kind), page_at_meta(service, kind, sources)) for service, kind in kinds
    ]


def _order_in_service(row: YearOfKind) -> tuple[int, int]:
    return SERVICES.index(row.service), audit_items.kind_order(row.kind)


def _first_rows(rows: Iterable[tuple[object, ...]]) -> list[tuple[object, ...]]:
    return [row for _number, row in zip(range(MAX_ROWS), rows, strict=False)]


def _sections(items: Iterable[ListedItem]) -> Iterator[tuple[str, str, Iterator[ListedItem]]]:
    """Yield id, heading and items of each section: first those with a place, then each year of each service."""
    for (service, year), group in groupby(items, key=_section_of):
        if not service:
            yield "places-first", _("With their location"), group
        else:
            yield f"{service}-{year}", f"{SERVICE_NAMES[service]}, {year or _(audit_items.NO_DATE)}", group


def _section_of(item: ListedItem) -> tuple[str, int]:
    return ("", 0) if item.marks & PLACE else (item.service, item.year)
