"""Stories of Facebook and Instagram. Their photos and videos are kept apart from what is posted to stay."""

from wizard.audit.kind import FACEBOOK, INSTAGRAM, CountLabel, RecordReader
from wizard.audit.media import InstagramMedia
from wizard.audit.tally import Tally

from .facebook_posts import FacebookPost


def count_facebook(stories: list[FacebookPost], tally: Tally) -> None:
    """A story each, by the moment of the record or of its medium."""
    moments = [story.timestamp or next((media.creation_timestamp for media in story.media()), 0) for story in stories]
    tally.add_dated("stories", moments)


def count_instagram(stories: list[InstagramMedia], tally: Tally) -> None:
    """A story each."""
    tally.add_dated("stories", [story.creation_timestamp for story in stories])


READERS = (
    RecordReader(
        FACEBOOK, ("stories/archived_stories.json",), ("archived_stories_v2", "archived_stories"), FacebookPost, count_facebook
    ),
    RecordReader(INSTAGRAM, ("media/stories.json", "content/stories.json"), ("ig_stories",), InstagramMedia, count_instagram),
)
LABELS = (CountLabel("stories", "story", "stories", 30, severity=2),)
