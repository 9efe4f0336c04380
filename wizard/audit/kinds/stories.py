"""Stories on Facebook and Instagram. Their photos and videos are not counted among those of posts."""

from wizard.audit.kind import FACEBOOK, INSTAGRAM, CountLabel, RecordReader
from wizard.audit.listing.facebook_items import facebook_items
from wizard.audit.listing.instagram_items import instagram_items
from wizard.audit.media import InstagramMedia, is_located
from wizard.audit.tally import Tally

from .facebook_posts import FacebookPost


def count_facebook(stories: list[FacebookPost], tally: Tally) -> None:
    """Count stories by the year of the record, or else of its first photo or video."""
    timestamps = [story.timestamp or next((media.creation_timestamp for media in story.media()), 0) for story in stories]
    tally.add_dated("stories", timestamps)
    _count_located(sum(story.has_place or any(map(is_located, story.media())) for story in stories), tally)


def count_instagram(stories: list[InstagramMedia], tally: Tally) -> None:
    """Count stories by year."""
    tally.add_dated("stories", [story.creation_timestamp for story in stories])
    _count_located(sum(map(is_located, stories)), tally)


def _count_located(number: int, tally: Tally) -> None:
    if number:
        tally.add("gps_stories", number)


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
)
