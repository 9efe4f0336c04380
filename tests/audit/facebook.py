"""Exports of Facebook in every generation, made from a life."""

from collections.abc import Callable
from typing import Any

from .shapes import facebook_media, labelled, written
from .world import STATES, Life, Posting, Shot

Files = dict[str, Any]


def facebook_2018(life: Life) -> Files:
    """Until 2020: flat folders, names without `_v2`, the camera's words directly with the photo, no states of apps."""
    media = _media("photos_and_videos/", flat=True)
    return {
        "posts/your_posts_1.json": [_post(post, media) for post in life.posts],
        **_albums(life, "photos_and_videos/album/{}.json", media),
        "photos_and_videos/your_photos.json": {"photos": [media(shot) for shot in life.loose]},
        "photos_and_videos/your_videos.json": {"videos": _videos(life, media)},
        "short_videos/your_reels.json": {"lasso_videos_v2": [_attached(shot, media) for shot in life.reels]},
        "stories/archived_stories.json": {"archived_stories": [_attached(shot, media) for shot in life.stories]},
        "comments/comments.json": {"comments": [_comment(moment) for moment in life.comments]},
        "groups/your_posts_and_comments_in_groups.json": {
            "group_posts": {"activity_log_data": [{"timestamp": moment} for moment in life.group_posts]},
        },
        "groups/your_comments_in_groups.json": {"group_comments": [_comment(moment) for moment in life.group_comments]},
        "apps_and_websites/apps_and_websites.json": {
            "installed_apps": [{"name": "App", "added_timestamp": 1_400_000_000}] * sum(life.apps.values())
        },
        "ads_and_businesses/your_off-facebook_activity.json": {"off_facebook_activity": _companies(life)},
        "posts/trash.json": {"trash_v2": [labelled(Message="x")] * life.deleted},
        "posts/other_people's_posts_to_your_timeline.json": {"wall_posts_sent_to_you": _plain(life, "by_others")},
        "groups/your_group_membership_activity.json": {"groups_joined": _plain(life, "groups")},
        "groups/your_groups.json": {"groups_admined": _plain(life, "groups_run")},
        "pages/pages_you've_liked.json": {"page_likes": _plain(life, "pages_liked")},
        "pages/your_pages.json": {"pages": _plain(life, "pages")},
        "profile_information/profile_information.json": {"profile": {"name": "N"}},
    }


def facebook_2021(life: Life) -> Files:
    """2021 and 2022: flat folders, names with `_v2`."""
    media = _media("posts/media/")
    return {
        "posts/your_posts_1.json": [_post(post, media) for post in life.posts[::2]],
        "posts/your_posts_2.json": [_post(post, media) for post in life.posts[1::2]],
        **_albums(life, "posts/album/{}.json", media),
        "comments_and_reactions/comments.json": {"comments_v2": [_comment(moment) for moment in life.comments]},
        "groups/your_posts_in_groups.json": {"group_posts_v2": [{"timestamp": moment} for moment in life.group_posts]},
        "groups/your_comments_in_groups.json": {"group_comments_v2": [_comment(moment) for moment in life.group_comments]},
        "apps_and_websites_off_of_facebook/apps_and_websites.json": {"installed_apps_v2": _apps(life)},
        "apps_and_websites_off_of_facebook/your_off-facebook_activity.json": {"off_facebook_activity_v2": _companies(life)},
        "posts/other_people's_posts_to_your_timeline.json": {"wall_posts_sent_to_you_v2": _plain(life, "by_others")},
        **_circles(life, ""),
        **_lasting(life, "", media),
    }


def facebook_2022(life: Life) -> Files:
    """Late 2022 to 2024: one folder above, and a long name for the posts."""
    root = "your_activity_across_facebook/"
    media = _media(f"{root}posts/media/")
    return {
        f"{root}posts/your_posts__check_ins__photos_and_videos_1.json": [_post(post, media) for post in life.posts],
        **_albums(life, f"{root}posts/album/{{}}.json", media),
        f"{root}comments_and_reactions/comments.json": {"comments_v2": [_comment(moment) for moment in life.comments]},
        f"{root}groups/group_posts_and_comments.json": {
            "group_posts_v2": [{"timestamp": moment} for moment in life.group_posts],
            "group_comments_v2": [_comment(moment) for moment in life.group_comments],
        },
        "apps_and_websites_off_of_facebook/connected_apps_and_websites.json": {"installed_apps_v2": _apps(life)},
        "apps_and_websites_off_of_facebook/your_activity_off_meta_technologies.json": {
            "off_facebook_activity_v2": _companies(life)
        },
        **_circles(life, root),
        **_lasting(life, root, media),
    }


def facebook_2024(life: Life) -> Files:
    """2024 to 2026: eight folders at the root, and label values where nothing else is said."""
    old = facebook_2022(life)
    files = {name.replace("your_activity_across_facebook/", "your_facebook_activity/"): each for name, each in old.items()}
    root = "your_facebook_activity/"
    files |= {
        f"{root}activity_you're_tagged_in/photos_and_videos_you're_tagged_in.json": [labelled(Name="Jo")] * life.tagged,
        f"{root}messages/ai_conversations.json": [labelled(Title="x")] * life.ai_chats,
        "preferences/preferences/privacy_settings.json": {
            "label_values": [{"dict": [{"label": "Who can see your future posts?", "value": "Public"}], "title": "Your activity"}]
        },
        "connections/friends/your_post_audiences.json": [labelled(Name="Restricted")] * life.others["friend_lists"],
        f"{root}posts/posts_on_other_pages_and_profiles.json": [labelled(Message="x")] * life.others["elsewhere"],
        f"{root}posts/places_you_have_been_tagged_in.json": [labelled(Name="x")] * life.others["tagged_places"],
        f"{root}posts/check-ins.json": [labelled(Message="x")] * life.others["check_ins"],
        f"{root}posts/edits_you_made_to_posts.json": [labelled(Text="x")] * 9,
        f"{root}posts/media_used_for_memories.json": [labelled(Text="x")] * 9,
    }
    return files


def facebook_page(life: Life) -> Files:
    """A professional profile or a page."""
    root = "this_profile's_activity_across_facebook/"
    media = _media(f"{root}posts/media/")
    return {
        f"{root}posts/profile_posts_1.json": [_post(post, media) for post in life.posts],
        **_albums(life, f"{root}posts/album/{{}}.json", media),
        f"{root}posts/uncategorized_photos.json": {"other_photos_v2": [media(shot) for shot in life.loose]},
        f"{root}posts/videos.json": {"videos_v2": _videos(life, media)},
        f"{root}reels/your_reels.json": {"lasso_videos_v2": [_attached(shot, media) for shot in life.reels]},
    }


GENERATIONS: dict[str, tuple[Callable[[Life], Files], frozenset[str]]] = {
    "2018": (facebook_2018, frozenset({"tagged", "archived", "ai_chats"})),
    "2021": (facebook_2021, frozenset({"tagged", "ai_chats"})),
    "2022": (facebook_2022, frozenset({"tagged", "ai_chats"})),
    "2024": (facebook_2024, frozenset()),
    "page": (
        facebook_page,
        frozenset({"stories", "comments", "archived", "deleted", "tagged", "group_posts", "group_comments", "ai_chats"}),
    ),
}
"""Each generation with the kinds that its exports lack."""
MORE: dict[str, frozenset[str]] = {
    "2018": frozenset({"groups", "groups_run", "pages_liked", "pages", "by_others"}),
    "2021": frozenset({"groups", "groups_run", "pages_liked", "pages_followed", "pages", "advertisers", "by_others"}),
    "2022": frozenset({"groups", "groups_run", "pages_liked", "pages_followed", "pages", "advertisers"}),
    "2024": frozenset(
        {"groups", "groups_run", "pages_liked", "pages_followed", "pages", "advertisers", "friend_lists", "tagged_places"}
        | {"elsewhere", "check_ins"}
    ),
    "page": frozenset(),
}
"""Which of the others each generation tells of."""


def as_bytes(files: Files, indent: int | None = 2) -> dict[str, bytes]:
    """The files as Meta writes them."""
    return {name: written(value, indent=indent) for name, value in files.items()}


def _plain(life: Life, name: str) -> list[Any]:
    return [{"name": "x", "timestamp": 1_500_000_000}] * life.others[name]


def _circles(life: Life, root: str) -> Files:
    """The groups, pages and advertisers that know the person."""
    return {
        f"{root}groups/your_group_membership_activity.json": {"groups_joined_v2": _plain(life, "groups")},
        f"{root}groups/your_groups.json": {"groups_admined_v2": _plain(life, "groups_run")},
        f"{root}pages/pages_you_ve_liked.json": {"page_likes_v2": _plain(life, "pages_liked")},
        f"{root}pages/pages_and_profiles_you_follow.json": {"pages_followed_v2": _plain(life, "pages_followed")},
        f"{root}pages/your_pages.json": {"pages_v2": _plain(life, "pages")},
        "ads_information/advertisers_using_your_activity_or_information.json": {
            "custom_audiences_all_types_v2": _plain(life, "advertisers")
        },
    }


def _lasting(life: Life, root: str, media: Callable[[Shot], Any]) -> Files:
    """What has not changed since 2021."""
    return {
        f"{root}posts/your_uncategorized_photos.json": {"other_photos_v2": [media(shot) for shot in life.loose]},
        f"{root}posts/your_videos.json": {"videos_v2": _videos(life, media)},
        f"{root}reels/your_reels.json": {"lasso_videos_v2": [_attached(shot, media) for shot in life.reels]},
        f"{root}stories/archived_stories.json": {"archived_stories_v2": [_attached(shot, media) for shot in life.stories]},
        f"{root}posts/archive.json": [labelled(Message="x")] * life.archived,
        f"{root}posts/trash.json": [labelled(Message="x")] * life.deleted,
        f"{root}messages/inbox/jo_1/message_1.json": {"messages": [{"content": "secret"}]},
        f"{root}comments_and_reactions/likes_and_reactions.json": {"reactions_v2": [{"title": "secret"}]},
    }


def _media(root: str, *, flat: bool = False) -> Callable[[Shot], dict[str, Any]]:
    return lambda shot: facebook_media(shot, root, flat=flat)


def _post(post: Posting, media: Callable[[Shot], Any]) -> dict[str, Any]:
    record: dict[str, Any] = {"timestamp": post.moment}
    if post.shots:
        record["attachments"] = [{"data": [{"media": media(shot)} for shot in post.shots] + [{"place": {"name": "P"}}]}]
    record["data"] = [{"post": post.words}, {"update_timestamp": post.moment}] if post.words else [{}]
    return record | ({"tags": [{"name": name} for name in post.people]} if post.people else {})


def _albums(life: Life, path: str, media: Callable[[Shot], Any]) -> Files:
    return {
        path.format(number): {
            "name": name,
            "photos": [media(shot) for shot in shots],
            "cover_photo": media(shots[0]),
            "last_modified_timestamp": 1_500_000_000,
            "description": "",
        }
        for number, (name, shots) in enumerate(life.albums.items())
    }


def _videos(life: Life, media: Callable[[Shot], Any]) -> list[Any]:
    return [media(shot) for post in life.posts for shot in post.shots if shot.video]


def _attached(shot: Shot, media: Callable[[Shot], Any]) -> dict[str, Any]:
    return {"timestamp": shot.moment, "attachments": [{"data": [{"media": media(shot)}]}], "title": "x"}


def _comment(moment: int) -> dict[str, Any]:
    return {"timestamp": moment, "data": [{"comment": {"timestamp": moment, "comment": "", "author": "N"}}], "title": "x"}


def _apps(life: Life) -> list[Any]:
    return [
        {"name": "App", "added_timestamp": 1_400_000_000, "category": state, "user_app_scoped_id": 7}
        for state in STATES
        for _ in range(life.apps.get(state, 0))
    ]


def _companies(life: Life) -> list[Any]:
    return [
        {"name": "Shop", "events": [{"id": 1, "type": "PURCHASE", "timestamp": 1_700_000_000}] * number}
        for number in life.companies
    ]
