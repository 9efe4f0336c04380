"""Reels, short videos and IGTV."""

from msgspec import Struct

from wizard.audit.kind import FACEBOOK, INSTAGRAM, CountLabel, RecordReader
from wizard.audit.listing.facebook_items import facebook_items
from wizard.audit.listing.instagram_items import instagram_items
from wizard.audit.media import InstagramMedia, ListedMedia, Media, count_media
from wizard.audit.tally import Tally
from wizard.audit.translated_fields import as_list

from .facebook_posts import Attachment


class Reel(Struct, gc=False):
    """A reel in any of its forms: with a list of media, with attachments, or as a video itself."""

    media: list[InstagramMedia] | InstagramMedia | None = None
    attachments: tuple[Attachment, ...] = ()
    uri: str | None = None
    timestamp: float = 0
    creation_timestamp: float = 0

    def all_media(self) -> list[Media | InstagramMedia]:
        """Return the videos of the reel."""
        media: list[Media | InstagramMedia] = [*as_list(self.media)]
        media += [item.media for attachment in self.attachments for item in attachment.data if item.media]
        return media or ([InstagramMedia(uri=self.uri, creation_timestamp=self.creation_timestamp)] if self.uri else [])


def count_reels(reels: list[Reel], tally: Tally) -> None:
    """Count reels by year, and their videos, which may be listed with the posts too and count once."""
    listed: list[ListedMedia] = []
    timestamps = []
    for reel in reels:
        media = reel.all_media()
        timestamp = reel.timestamp or reel.creation_timestamp or next((item.creation_timestamp for item in media), 0)
        timestamps.append(timestamp)
        listed += [(item, timestamp, 0) for item in media]
    tally.add_dated("reels", timestamps)
    count_media(listed, tally)


READERS = (
    RecordReader(
        FACEBOOK,
        ("reels/your_reels.json", "short_videos/your_reels.json"),
        ("lasso_videos_v2",),
        Reel,
        count_reels,
        facebook_items("reels"),
    ),
    RecordReader(
        INSTAGRAM, ("media/reels.json", "content/reels.json"), ("ig_reels_media",), Reel, count_reels, instagram_items("reels")
    ),
    RecordReader(
        INSTAGRAM,
        ("media/igtv_videos.json", "content/igtv_videos.json"),
        ("ig_igtv_media",),
        Reel,
        count_reels,
        instagram_items("reels"),
    ),
)
LABELS = (CountLabel("reels", "reel", "reels", 35, severity=3),)
