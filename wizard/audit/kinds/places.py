"""Places outside of photos: check-ins, things offered for sale, and the history of the user's location."""

from msgspec import Struct

from wizard.audit.kind import FACEBOOK, UNNAMED_LIST, CountLabel, RecordReader
from wizard.audit.media import Coordinate, TaggedPlace, is_valid_location
from wizard.audit.tally import Tally
from wizard.audit.translated_fields import LabelValueRecord


class Listing(Struct, gc=False):
    """Something that the user offered on Marketplace."""

    created_timestamp: float = 0
    location: TaggedPlace | None = None


class LocationPoint(Struct, gc=False):
    """A place at which Facebook noted the user."""

    creation_timestamp: float = 0
    coordinate: Coordinate | None = None


def count_check_ins(check_ins: list[LabelValueRecord], tally: Tally) -> None:
    """Count check-ins. Nearly all are posts, too, and count among those."""
    tally.add("check_ins", len(check_ins))
    for check_in in check_ins:
        tally.widen_time_range("check_ins", check_in.first_timestamp)


def count_listings(listings: list[Listing], tally: Tally) -> None:
    """Count what was offered for sale, and how much of it has coordinates."""
    tally.add("listings", len(listings))
    for listing in listings:
        tally.widen_time_range("listings", listing.created_timestamp)
        if listing.location is not None and listing.location.is_located:
            tally.add("gps_listings")


def count_location_history(points: list[LocationPoint], tally: Tally) -> None:
    """Count the points that have coordinates."""
    located = [
        point
        for point in points
        if point.coordinate is not None and is_valid_location(point.coordinate.latitude, point.coordinate.longitude)
    ]
    tally.add("gps_history", len(located))
    for point in located:
        tally.widen_time_range("gps_history", point.creation_timestamp)


READERS = (
    RecordReader(FACEBOOK, ("posts/check-ins.json",), (UNNAMED_LIST,), LabelValueRecord, count_check_ins),
    RecordReader(
        FACEBOOK,
        ("facebook_marketplace/items_sold.json",),
        ("items_selling_v2", "items_selling"),
        Listing,
        count_listings,
        pages=False,
    ),
    RecordReader(
        FACEBOOK,
        ("location/location_history.json",),
        ("location_history_v2", "location_history"),
        LocationPoint,
        count_location_history,
        pages=False,
    ),
)
LABELS = (
    CountLabel("check_ins", "check-in (posts, too)", "check-ins (posts, too)", 49, severity=3, extra=True),
    CountLabel("gps_history", "place in your location history", "places in your location history", 61, severity=5, extra=True),
    CountLabel("listings", "thing offered for sale", "things offered for sale", 52, extra=True),
    CountLabel(
        "gps_listings", "thing for sale with its location", "things for sale with their location", 62, severity=3, extra=True
    ),
)
