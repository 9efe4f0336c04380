"""The person in what others post, and what the person posted in the places of others."""

from wizard.audit.kind import BARE, FACEBOOK, Reader, Shown
from wizard.audit.records import Record, numbered

READERS = (
    Reader(FACEBOOK, ("photos_and_videos_you*re_tagged_in.json",), (BARE,), Record, numbered("tagged")),
    Reader(FACEBOOK, ("places_you_have_been_tagged_in.json",), (BARE,), Record, numbered("tagged_places")),
    Reader(FACEBOOK, ("posts/posts_on_other_pages_and_profiles.json",), (BARE,), Record, numbered("elsewhere")),
    Reader(
        FACEBOOK,
        ("posts/other_people*s_posts_to_your_timeline.json",),
        ("wall_posts_sent_to_you", "wall_posts_sent_to_you_v2"),
        Record,
        numbered("by_others"),
    ),
)
SHOWN = (
    Shown("tagged", "photo or video of others with your name", "photos and videos of others with your name", 45, severity=3),
    Shown("tagged_places", "place you were tagged at", "places you were tagged at", 46, extra=True),
    Shown("elsewhere", "post in the places of others", "posts in the places of others", 47, extra=True),
    Shown("by_others", "post by others on your timeline", "posts by others on your timeline", 48, extra=True),
)
