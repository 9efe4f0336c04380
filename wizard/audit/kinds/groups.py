"""Posts and comments in groups, and the groups and pages of the user."""

from functools import partial

from wizard.audit.kind import FACEBOOK, CountLabel, RecordReader
from wizard.audit.listing.facebook_items import facebook_items
from wizard.audit.records import TimestampedRecord, yearly_counter_for
from wizard.audit.tally import Tally

from .facebook_posts import RecordWithMedia, count_attached

_POSTS = (
    "groups/group_posts_and_comments.json",
    "groups/your_posts_in_groups.json",
    "groups/your_group_posts.json",
    "groups/your_posts_and_comments_in_groups.json",
)
_COMMENTS = ("groups/your_comments_in_groups.json", "groups/group_posts_and_comments.json")


def count_group_posts(name: str, records: list[RecordWithMedia], tally: Tally) -> None:
    """Count posts or comments in groups by year, and their photos and videos as those of groups, not of posts."""
    tally.add_dated(name, [record.timestamp for record in records])
    count_attached("groups", records, tally)


_DATED_WITH_MEDIA = {
    # id of the count: (paths of the files, names of the lists in them)
    "group_posts": (_POSTS, ("group_posts_v2", "group_posts", "group_posts/activity_log_data")),
    "group_comments": (_COMMENTS, ("group_comments_v2", "group_comments")),
}
_DATED = {
    "groups": (("groups/your_group_membership_activity.json",), ("groups_joined_v2", "groups_joined")),
    "groups_run": (("groups/your_groups.json",), ("groups_admined_v2", "groups_admined")),
    "pages_liked": (("pages/pages_you*ve_liked.json",), ("page_likes_v2", "page_likes")),
    "pages_followed": (
        ("pages/pages_and_profiles_you_follow.json",),
        ("pages_followed_v2", "pages_followed"),
    ),
    "pages": (("pages/your_pages.json",), ("pages_v2", "pages")),
}
READERS = (
    *(
        RecordReader(FACEBOOK, paths, lists, RecordWithMedia, partial(count_group_posts, name), facebook_items(name))
        for name, (paths, lists) in _DATED_WITH_MEDIA.items()
    ),
    *(
        RecordReader(FACEBOOK, paths, lists, TimestampedRecord, yearly_counter_for(name))
        for name, (paths, lists) in _DATED.items()
    ),
)
LABELS = (
    CountLabel("group_posts", "post in groups", "posts in groups", 42, severity=2),
    CountLabel("group_comments", "comment in groups", "comments in groups", 43),
    CountLabel("media_groups", "picture in groups", "pictures in groups", 44, severity=2, extra=True),
    CountLabel(
        "gps_groups",
        "picture in groups with its location",
        "pictures in groups with their location",
        62,
        severity=5,
        extra=True,
    ),
    CountLabel("groups", "group that you joined", "groups that you joined", 80, extra=True),
    CountLabel("groups_run", "group that you run", "groups that you run", 81, extra=True),
    CountLabel("pages_liked", "page liked", "pages liked", 82, extra=True),
    CountLabel("pages_followed", "page or profile followed", "pages and profiles followed", 83, extra=True),
    CountLabel("pages", "page of your own", "pages of your own", 84, extra=True),
)
