"""The words of the list of items, the same in every format."""

from datetime import UTC, date, datetime

from wizard.audit.exposed_item import CAMERA, PEOPLE, PLACE
from wizard.audit.kind import count_labels
from wizard.audit.listing.item_store import ListedItem
from wizard.audit.risks import SERVICE_NAMES
from wizard.core.date_format import format_date
from wizard.core.formatting import in_brackets
from wizard.i18n import N_, MessageTable, _, join_parts, labelled, ngettext

LIST_TITLE = N_("What is exposed, item by item")
PRIVACY_NOTE = N_(
    "This list holds your words, places and the names of your albums. It is on this computer only. Keep it to yourself, and "
    "delete it when you are through."
)
AUDIENCE_NOTE = N_("No export says who can see a single item. Look at it in the app before you delete it.")
NO_DATE = N_("no date")
MARKS = MessageTable({PLACE: N_("place"), CAMERA: N_("camera"), PEOPLE: N_("names people")})
"""What an item has in it, by its mark."""
PAGE_TEXTS = MessageTable(
    {
        "skip": N_("Skip to the list"),
        "export": N_("A data export, item by item"),
        "csv": N_("A list whose name ends in .csv holds all of them."),
        "checklist": N_("Checklist by year"),
        "print": N_("Print this page, and tick a year when you are through with it."),
        "year": N_("Year"),
        "holds": N_("What it holds"),
        "done": N_("Done"),
        "no_date": N_("No date"),
        "not_done": N_("not done yet"),
        "find": N_("How to find it at Meta"),
        "menus_change": N_("Menus change now and then. Look at the oldest years first."),
        "places": N_("Places"),
        "rounded": N_("Rounded to about a kilometre."),
        "places_table": N_("Places, the table"),
        "place": N_("Place"),
        "where": N_("Where"),
        "all_items": N_("Items"),
        "no_name": N_("Without a name"),
        "albums": N_("Albums"),
        "albums_table": N_("Albums, the table"),
        "album": N_("Album"),
        "service": N_("Service"),
        "photos": N_("Photos"),
        "picture": N_("Picture"),
        "date": N_("Date"),
        "what": N_("What"),
        "first_words": N_("First words"),
        "in_export": N_("In the export"),
        "alt": N_("The picture of this item"),
        "open": N_("Open at Meta"),
        "made_by": N_(
            "Made by protect-my-photos on your own computer. Pictures are shown from your unpacked export. "
            "This page loads nothing else and sends nothing."
        ),
    }
)
"""The texts of the page with all items, by the name that its template has for them."""
_LABELS = {label.name: label for label in count_labels()}


def kind_word(kind: str, number: int = 1) -> str:
    """Return the word for a kind of item: "post", or "posts" unless `number` is 1."""
    return _LABELS[kind].text(number)


def kind_order(kind: str) -> int:
    """Return the position of a kind in lists, as in the report."""
    return _LABELS[kind].order


def item_date(item: ListedItem) -> str:
    """Return the day of an item as an ISO date (UTC), or "" if it is unknown."""
    return datetime.fromtimestamp(item.moment, UTC).date().isoformat() if item.year else ""


def item_day_text(item: ListedItem) -> str:
    """Return the day of an item in words."""
    return format_date(datetime.fromtimestamp(item.moment, UTC).date()) if item.year else _(NO_DATE)


def mark_words(item: ListedItem) -> list[str]:
    """Return the marks of an item in words."""
    return [MARKS[mark] for mark in MARKS if item.marks & mark]


def location_text(latitude: float | None, longitude: float | None) -> str:
    """Return a location, rounded to about a kilometre: "52.10 N, 4.20 E", or "" if it is unknown."""
    if latitude is None or longitude is None:
        return ""
    north, east = ("N" if latitude >= 0 else "S"), ("E" if longitude >= 0 else "W")
    return f"{abs(latitude):.2f} {north}, {abs(longitude):.2f} {east}"


def item_line(item: ListedItem) -> str:
    """Return an item in one line: "24 Feb 2009, Facebook post: Hello (1 photo; place, camera: Café)"."""
    media = (("photos", item.photos), ("videos", item.videos))
    numbers = ", ".join(_("{count:,} {things}", count=number, things=kind_word(kind, number)) for kind, number in media if number)
    marks, place = ", ".join(mark_words(item)), place_text(item)
    details = join_parts(part for part in (numbers, labelled(marks, place) if marks and place else marks) if part)
    what = f"{item_day_text(item)}, {SERVICE_NAMES[item.service]} {kind_word(item.kind)}"
    return f"{labelled(what, item.text) if item.text else what}{in_brackets(details)}"


def items_summary(shown: int, total: int, *, read_out: bool = False) -> str:
    """Return how many items there are and in which order they are shown, or with `read_out` said.

    It names no command: the full screen saves the list by a key, line mode by a choice.
    """
    if not total:
        return _("No single items were found for this. The export holds their number only.")
    summary = ngettext("1 item.", "{count:,} items: those with a place first, then the oldest.", total)
    if shown == total:
        return summary
    if read_out:
        rest = _("The first {shown:,} are read out. To save the list of all, go back and choose that.", shown=shown)
    else:
        rest = _("The first {shown:,} are shown.", shown=shown)
    return f"{summary} {rest}"


def missing_line(files: int) -> str:
    """Return that items are missing, because so many files could not be read in full; "" if there are none."""
    if not files:
        return ""
    return ngettext(
        "Some items are missing here: 1 file of the export could not be read, or only in part. The report says which.",
        "Some items are missing here: {count:,} files of the export could not be read, or only in part. The report says which.",
        files,
    )


def place_text(item: ListedItem) -> str:
    """Return name and location of the place of an item."""
    return ", ".join(part for part in (item.place, location_text(*item.location) if item.location else "") if part)


def page_head(total: int, read_on: date) -> str:
    """Return how many items there are, and when the export was read."""
    return ngettext(
        "1 item, read on {day}. Dates are in UTC.",
        "{count:,} items, read on {day}. Dates are in UTC.",
        total,
        day=format_date(read_on),
    )


def page_limit(shown: int, total: int) -> str:
    """Return that a page shows only the first items."""
    return _(
        "This page shows the first {shown:,} of {total:,} items: those with a place, then the oldest.", shown=shown, total=total
    )


def items_table_label(heading: str) -> str:
    """Return the name of the table below a heading."""
    return _("{heading}, the items", heading=heading)


def album_text(album: str) -> str:
    """Return the name of the album in which an item is."""
    return _("Album: {album}", album=album)
