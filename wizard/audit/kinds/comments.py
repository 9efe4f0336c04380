"""Comments that the person wrote."""

from wizard.audit.kind import BARE, FACEBOOK, INSTAGRAM, Reader, Shown
from wizard.audit.labels import Envelope
from wizard.audit.records import Record, dated
from wizard.audit.tally import Tally


def count_instagram(comments: list[Envelope], tally: Tally) -> None:
    """A comment each, in either of the envelopes."""
    tally.dated("comments", [comment.moment for comment in comments])


READERS = (
    Reader(
        FACEBOOK,
        ("comments_and_reactions/comments.json", "comments/comments.json"),
        ("comments_v2", "comments"),
        Record,
        dated("comments"),
    ),
    Reader(
        INSTAGRAM,
        ("comments/post_comments*.json", "comments/reels_comments.json", "comments/hype.json"),
        (BARE, "comments_media_comments", "comments_reels_comments", "comments_story_comments"),
        Envelope,
        count_instagram,
    ),
)
SHOWN = (Shown("comments", "comment", "comments", 40, severity=2),)
