"""The user in posts of others, and posts of the user on the pages and profiles of others."""

from wizard.audit.kind import FACEBOOK, UNNAMED_LIST, CountLabel, RecordReader
from wizard.audit.listing.facebook_items import facebook_items
from wizard.audit.records import TimestampedRecord, counter_for

READERS = (
    RecordReader(
        FACEBOOK,
        ("photos_and_videos_you*re_tagged_in.json",),
        (UNNAMED_LIST,),
        TimestampedRecord,
        counter_for("tagged"),
        facebook_items("tagged"),
    ),
    RecordReader(
        FACEBOOK, ("places_you_have_been_tagged_in.json",), (UNNAMED_LIST,), TimestampedRecord, counter_for("tagged_places")
    ),
    RecordReader(
        FACEBOOK,
        ("posts/posts_on_other_pages_and_profiles.json",),
        (UNNAMED_LIST,),
        TimestampedRecord,
        counter_for("elsewhere"),
        facebook_items("elsewhere"),
    ),
    RecordReader(
        FACEBOOK,
        ("posts/other_people*s_posts_to_your_timeline.json",),
        ("wall_posts_sent_to_you", "wall_posts_sent_to_you_v2"),
        TimestampedRecord,
        counter_for("by_others"),
    ),
)
LABELS = (
    CountLabel("tagged", "photo or video by others that names you", "photos and videos by others that name you", 45, severity=3),
    CountLabel("tagged_places", "place you were tagged at", "places you were tagged at", 46, extra=True),
    CountLabel(
        "elsewhere", "post on other people's pages or profiles", "posts on other people's pages or profiles", 47, extra=True
    ),
    CountLabel("by_others", "post by others on your timeline", "posts by others on your timeline", 48, extra=True),
)
