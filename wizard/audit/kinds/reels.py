"""Reels, short videos and IGTV."""

from msgspec import Struct

from wizard.audit.kind import FACEBOOK, INSTAGRAM, CountLabel, RecordReader
from wizard.audit.media import InstagramMedia, ListedMedia, Media, count_media
from wizard.audit.tally import Tally
from wizard.audit.translated_fields import as_list

from .facebook_posts import Attachment


class Reel(Struct, gc=False):
    """A reel in any of its shapes: with a list of media, with attachments, or as the medium itself."""

    media: list[InstagramMedia] | InstagramMedia | None = None
    attachments: tuple[Attachment, ...] = ()
    uri: str | None = None
    timestamp: float = 0
    creation_timestamp: float = 0

    def all_media(self) -> list[Media | InstagramMedia]:
        """The videos of the reel."""
        found: list[Media | InstagramMedia] = [*as_list(self.media)]
        found += [item.media for each in self.attachments for item in each.data if item.media]
        return found or ([InstagramMedia(uri=self.uri, creation_timestamp=self.creation_timestamp)] if self.uri else [])


def count_reels(reels: list[Reel], tally: Tally) -> None:
    """A reel each; its video may stand in the posts too and counts once."""
    found: list[ListedMedia] = []
    moments = []
    for reel in reels:
        media = reel.all_media()
        moment = reel.timestamp or reel.creation_timestamp or next((each.creation_timestamp for each in media), 0)
        moments.append(moment)
        found += [(each, moment, 0) for each in media]
    tally.add_dated("reels", moments)
    count_media(found, tally)


READERS = (
    RecordReader(
        FACEBOOK,
        ("reels/your_reels.json", "short_videos/your_reels.json"),
        ("lasso_videos_v2",),
        Reel,
        count_reels,
    ),
    RecordReader(INSTAGRAM, ("media/reels.json", "content/reels.json"), ("ig_reels_media",), Reel, count_reels),
    RecordReader(INSTAGRAM, ("media/igtv_videos.json", "content/igtv_videos.json"), ("ig_igtv_media",), Reel, count_reels),
)
LABELS = (CountLabel("reels", "reel", "reels", 35, severity=3),)
