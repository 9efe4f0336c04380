"""Stories on Facebook and Instagram. Their photos and videos are not counted among those of posts."""

from functools import reduce
from operator import or_

from wizard.audit.deduplication import CAMERA, DEVICE, GPS
from wizard.audit.kind import FACEBOOK, INSTAGRAM, CountLabel, RecordReader
from wizard.audit.listing.facebook_items import facebook_items
from wizard.audit.listing.instagram_items import instagram_items
from wizard.audit.media import InstagramMedia, media_flags
from wizard.audit.tally import Tally

from .facebook_posts import FacebookPost


def count_facebook(stories: list[FacebookPost], tally: Tally) -> None:
    """Count stories by the year of the record, or else of its first photo or video."""
    timestamps = [story.timestamp or next((media.creation_timestamp for media in story.media()), 0) for story in stories]
    tally.add_dated("stories", timestamps)
    _count_marks([GPS * story.has_place | reduce(or_, map(media_flags, story.media()), 0) for story in stories], tally)


def count_instagram(stories: list[InstagramMedia], tally: Tally) -> None:
    """Count stories by year."""
    tally.add_dated("stories", [story.creation_timestamp for story in stories])
    _count_marks([media_flags(story) for story in stories], tally)


def _count_marks(flags: list[int], tally: Tally) -> None:
    """Count the stories with a place, with camera data, and with the number of a device; `flags` has an entry for each."""
    for name, mark in (("gps_stories", GPS), ("camera_stories", CAMERA), ("device_stories", DEVICE)):
        if number := sum(bool(found & mark) for found in flags):
            tally.add(name, number)


READERS = (
    RecordReader(
        FACEBOOK,
        ("stories/archived_stories.json", "stories/archived_stories_*.json"),
        ("archived_stories_v2", "archived_stories"),
        FacebookPost,
        count_facebook,
        facebook_items("stories"),
    ),
    RecordReader(
        INSTAGRAM,
        ("media/stories.json", "content/stories.json", "media/stories_*.json", "content/stories_*.json"),
        ("ig_stories",),
        InstagramMedia,
        count_instagram,
        instagram_items("stories"),
    ),
)
LABELS = (
    CountLabel("stories", "story", "stories", 30, severity=2),
    CountLabel("gps_stories", "story with a place", "stories with a place", 62, severity=5, extra=True),
    CountLabel("camera_stories", "story with camera data", "stories with camera data", 64, severity=1, extra=True),
    CountLabel("device_stories", "story with a device number", "stories with a device number", 64, extra=True),
)
