"""The words of the list of items, the same in every format."""

from datetime import UTC, datetime

from wizard.audit.exposed_item import CAMERA, PEOPLE, PLACE
from wizard.audit.kind import count_labels
from wizard.audit.listing.item_store import ListedItem
from wizard.audit.risks import SERVICE_NAMES
from wizard.core.date_format import format_date

LIST_TITLE = "What is exposed, item by item"
PRIVACY_NOTE = (
    "This list holds your words, places and the names of your albums. It is on this computer only. Keep it to yourself, and "
    "delete it when you are through."
)
AUDIENCE_NOTE = "No export says who can see a single item. Look at it in the app before you delete it."
PLACE_WORD, CAMERA_WORD, PEOPLE_WORD = "place", "camera", "names people"
_MARKS = {PLACE: PLACE_WORD, CAMERA: CAMERA_WORD, PEOPLE: PEOPLE_WORD}
_LABELS = {label.name: label for label in count_labels()}


def kind_word(kind: str, number: int = 1) -> str:
    """Return the word for a kind of item: "post", or "posts" unless `number` is 1."""
    label = _LABELS[kind]
    return label.one if number == 1 else label.many


def kind_order(kind: str) -> int:
    """Return the position of a kind in lists, as in the report."""
    return _LABELS[kind].order


def item_date(item: ListedItem) -> str:
    """Return the day of an item as an ISO date (UTC), or "" if it is unknown."""
    return datetime.fromtimestamp(item.moment, UTC).date().isoformat() if item.year else ""


def item_day_text(item: ListedItem) -> str:
    """Return the day of an item in words."""
    return format_date(datetime.fromtimestamp(item.moment, UTC).date()) if item.year else "no date"


def mark_words(item: ListedItem) -> list[str]:
    """Return the marks of an item in words."""
    return [word for mark, word in _MARKS.items() if item.marks & mark]


def location_text(latitude: float | None, longitude: float | None) -> str:
    """Return a location, rounded to about a kilometre: "52.10 N, 4.20 E", or "" if it is unknown."""
    if latitude is None or longitude is None:
        return ""
    north, east = ("N" if latitude >= 0 else "S"), ("E" if longitude >= 0 else "W")
    return f"{abs(latitude):.2f} {north}, {abs(longitude):.2f} {east}"


def item_line(item: ListedItem) -> str:
    """Return an item in one line: "24 Feb 2009, Facebook post: Hello (1 photo; place, camera: Café)"."""
    media = (("photos", item.photos), ("videos", item.videos))
    numbers = ", ".join(f"{number} {kind_word(kind, number)}" for kind, number in media if number)
    marks, place = ", ".join(mark_words(item)), place_text(item)
    details = "; ".join(part for part in (numbers, f"{marks}: {place}" if marks and place else marks) if part)
    what = f"{item_day_text(item)}, {SERVICE_NAMES[item.service]} {kind_word(item.kind)}"
    return f"{what}{f': {item.text}' if item.text else ''}{f' ({details})' if details else ''}"


def items_summary(shown: int, total: int) -> str:
    """Return how many items there are and in which order they are shown."""
    if not total:
        return "No single items were found for this. The export holds their number only."
    number = "1 item" if total == 1 else f"{total:,} items"
    order = "" if total == 1 else ": those with a place first, then the oldest"
    rest = f" The first {shown:,} are shown; `protect-my-photos audit EXPORT --list FILE.csv` lists all." if shown < total else ""
    return f"{number}{order}.{rest}"


def missing_line(files: int) -> str:
    """Return that items are missing, because so many files could not be read in full; "" if there are none."""
    if not files:
        return ""
    number = "1 file" if files == 1 else f"{files:,} files"
    return f"Some items are missing here: {number} of the export could not be read, or only in part. The report says which."


def place_text(item: ListedItem) -> str:
    """Return name and location of the place of an item."""
    return ", ".join(part for part in (item.place, location_text(*item.location) if item.location else "") if part)
