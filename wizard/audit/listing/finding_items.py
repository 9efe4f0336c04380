"""Which items stand behind a finding: the condition in SQL for the item store."""

from collections.abc import Iterable

from wizard.audit.exposed_item import CAMERA, PEOPLE, PLACE

_WITH_PHOTOS = "photos > 0 AND kind IN ('posts', 'photos', 'profile_pictures', 'cover_pictures')"
_WITH_VIDEOS = "videos > 0 AND kind IN ('posts', 'videos', 'reels')"
_LISTED_KINDS = (
    "posts", "stories", "reels", "comments", "group_posts", "group_comments", "profile_pictures", "cover_pictures", "tagged",
    "elsewhere", "archived", "deleted",
)  # fmt: skip
_CONDITIONS = {kind: f"kind = '{kind}'" for kind in _LISTED_KINDS} | {
    "photos": _WITH_PHOTOS,
    "videos": _WITH_VIDEOS,
    "gps": f"marks & {PLACE} AND {_WITH_PHOTOS}",
    "gps_videos": f"marks & {PLACE} AND {_WITH_VIDEOS}",
    "camera": f"marks & {CAMERA} AND {_WITH_PHOTOS}",
    "naming": f"marks & {PEOPLE} AND kind = 'posts'",
    "gps_posts": f"marks & {PLACE} AND kind = 'posts'",
    "gps_stories": f"marks & {PLACE} AND kind = 'stories'",
    "gps_archived": f"marks & {PLACE} AND kind IN ('archived', 'deleted')",
    "gps_comments": f"marks & {PLACE} AND kind = 'comments'",
    "gps_groups": f"marks & {PLACE} AND kind IN ('group_posts', 'group_comments')",
}


def condition_of_findings(ids: Iterable[str]) -> tuple[str, tuple[str, ...]]:
    """Return a condition that the items of any of these findings meet, and its parameters; ("", ()) if none has items."""
    pairs = [(service, name) for service, _, name in (id.partition(".") for id in ids) if name in _CONDITIONS]
    condition = " OR ".join(f"(service = ? AND {_CONDITIONS[name]})" for _, name in pairs)
    return condition, tuple(service for service, _ in pairs)
