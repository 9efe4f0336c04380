"""Exports of Instagram in every generation, made from a life."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from .shapes import instagram_address, instagram_media, labelled, mapped
from .world import ARCHIVED_AT, Life, Posting, Shot

Files = dict[str, Any]
_REELS = "comments_reels_comments"


def instagram_2018(life: Life) -> Files:
    """Until 2020: files at the root, moments in ISO 8601, text in true UTF-8."""
    shots = [(post, shot) for post in life.posts for shot in post.shots]
    return {
        "media.json": {
            "photos": [_taken(shot, post.words) for post, shot in shots if not shot.video],
            "videos": [_taken(shot, post.words) for post, shot in shots if shot.video],
            "stories": [_taken(shot) for shot in life.stories],
            "profile": [_taken(shot) | {"is_active_profile": True} for shot in life.profile],
            "direct": [{"path": "direct/secret.jpg", "taken_at": "2019-01-01T00:00:00+00:00"}],
        },
        "profile.json": {"username": "n", "private_account": life.private},
        "connections.json": {"followers": {"jo": "2019-01-01T00:00:00"}},
        "comments.json": {"media_comments": [[_iso(moment), "schön", "jo"] for moment in life.comments]},
        "likes.json": {"media_likes": [["2019-01-01T00:00:00", "jo"]]},
    }


def instagram_2021(life: Life) -> Files:
    """2021 to 2023: flat folders."""
    return {
        "content/posts_1.json": [_post(post) for post in life.posts],
        **_lasting(life, "content/"),
        "comments/post_comments.json": {
            "comments_media_comments": [
                {"title": "n", "string_list_data": [{"value": "x", "timestamp": moment}]} for moment in life.comments
            ]
        },
        "account_information/personal_information.json": _flag(life, "Private Account", "True", "False"),
        **_apps(life, "apps_and_websites/", "expired_pps.json"),
        "followers_and_following/followers.json": {"relationships_followers": []},
    }


def instagram_2023(life: Life) -> Files:
    """The last of the flat folders: other names for the profile and for expired apps, comments as maps of labels."""
    files = instagram_2021(life)
    files["personal_information/personal_information.json"] = files.pop("account_information/personal_information.json")
    files["apps_and_websites/expired_apps.json"] = files.pop("apps_and_websites/expired_pps.json")
    files.pop("comments/post_comments.json")
    comments = [mapped(Comment="x", Time=moment) for moment in life.comments]
    return files | {"comments/post_comments_1.json": comments[::2], "comments/reels_comments.json": {_REELS: comments[1::2]}}


def instagram_2024(life: Life) -> Files:
    """2024: one folder above; labels in French."""
    root = "your_instagram_activity/"
    return {
        f"{root}content/posts_1.json": [_post(post) for post in life.posts],
        **_lasting(life, f"{root}content/"),
        f"{root}comments/post_comments_1.json": [mapped(Comment="x", Media_Owner="jo", Time=moment) for moment in life.comments],
        "personal_information/personal_information/personal_information.json": _flag(life, "Compte privé", "Vrai", "Faux"),
        **_apps(life, "apps_and_websites_off_of_instagram/apps_and_websites/", "expired_apps.json"),
        "apps_and_websites_off_of_instagram/apps_and_websites/your_activity_off_meta_technologies.json": {
            "apps_and_websites_off_meta_activity": _companies(life)
        },
        "security_and_login_information/login_and_profile_creation/profile_privacy_changes.json": {
            "account_history_account_privacy_history": [mapped(Time=1_600_000_000)] * life.others["privacy_changes"]
        },
        "personal_information/device_information/devices.json": {"devices_devices": [mapped(Time=1)] * life.others["devices"]},
        "personal_information/device_information/camera_information.json": {
            "devices_camera": [mapped(Time=1)] * life.others["cameras"]
        },
        "ads_information/advertisers_using_your_activity_or_information.json": {
            "ig_custom_audiences_all_types": [{"advertiser_name": "x"}] * life.others["advertisers"]
        },
        f"{root}messages/inbox/jo_1/message_1.json": {"messages": [{"content": "secret"}]},
        f"{root}likes/liked_posts.json": {"likes_media_likes": [{"title": "secret"}]},
        f"{root}saved/saved_posts.json": {"saved_saved_media": [{"title": "secret"}]},
        "logged_information/past_instagram_insights/posts.json": {"organic_insights_posts": [{"title": "secret"}]},
    }


def instagram_2025(life: Life) -> Files:
    """2025: `content` is called `media`."""
    files = {name.replace("/content/", "/media/"): value for name, value in instagram_2024(life).items()}
    return files | {"your_instagram_activity/messages/ai_conversations.json": [labelled(Title="x")] * life.ai_chats}


def instagram_2026(life: Life) -> Files:
    """2026: half of the posts as label values, a few in both files; lists of label values elsewhere."""
    files, root = instagram_2025(life), "your_instagram_activity/"
    middle = len(life.posts) // 2
    apps = "apps_and_websites_off_of_instagram/apps_and_websites/"
    return files | {
        f"{root}media/posts_1.json": [_post(post) for post in life.posts if not post.by_ai][: middle + 3],
        f"{root}media/posts.json": [
            _labelled(post) for post in [*[each for each in life.posts if not each.by_ai][middle:], *_by_ai(life)]
        ],
        f"{apps}active_apps.json": [labelled(Name="App")] * life.apps["active"],
        f"{apps}expired_apps.json": [labelled(Name="App")] * life.apps["expired"],
        f"{root}ai/interest_categories.json": [labelled(Interest="x")] * life.others["ai_interests"],
    }


def threads(life: Life) -> Files:
    """Threads, which travels with Instagram from 2024 on."""
    root = "your_instagram_activity/threads/"
    profile = {"string_map_data": {"Private Account": {"value": "True" if life.private else "False"}}}
    return {
        f"{root}threads_and_replies.json": {"text_post_app_text_posts": [_thread(post) for post in life.posts]},
        f"{root}personal_information.json": {"text_post_app_text_post_app_profile": [profile]},
        f"{root}liked_threads.json": {"text_post_app_media_likes": [{"title": "secret"}]},
    }


def early(life: Life) -> Life:
    """A life as the oldest exports tell it: all shots of a post have its moment, and know neither place nor camera."""
    posts = [
        replace(post, shots=tuple(_bare(shot, post.moment) for shot in post.shots), by_ai=False)
        for post in life.posts
        if post.shots
    ]
    profile, stories = ([_bare(shot, shot.moment) for shot in shots] for shots in (life.profile, life.stories))
    told = replace(life, posts=posts, profile=profile, stories=stories, names_devices=False)
    return replace(told, reels=[], archived=0, deleted=0, ai_chats=0, others={})


def later(life: Life) -> Life:
    """A life as exports between 2021 and 2025 tell it: nobody marked what AI had made."""
    others = {name: number for name, number in life.others.items() if name != "ai_interests"}
    return replace(life, posts=[replace(post, by_ai=False) for post in life.posts], others=others)


def before_ai(life: Life) -> Life:
    """The same, before there was an assistant to talk to."""
    return replace(later(life), ai_chats=0)


def flat(life: Life) -> Life:
    """The same, when less of what Instagram knows was handed out."""
    return replace(before_ai(life), others={})


GENERATIONS: dict[str, tuple[Callable[[Life], Files], Callable[[Life], Life]]] = {
    "2018": (instagram_2018, early),
    "2021": (instagram_2021, flat),
    "2023": (instagram_2023, flat),
    "2024": (instagram_2024, before_ai),
    "2025": (instagram_2025, later),
    "2026": (instagram_2026, lambda life: life),
}
"""Each generation with what it can tell of a life."""


def _bare(shot: Shot, moment: int) -> Shot:
    return replace(shot, moment=moment, place=None, camera="")


def _by_ai(life: Life) -> list[Posting]:
    return [post for post in life.posts if post.by_ai]


def _iso(moment: int) -> str:
    return datetime.fromtimestamp(moment, UTC).isoformat()


def _taken(shot: Shot, caption: str = "") -> dict[str, Any]:
    return {"caption": caption, "taken_at": _iso(shot.moment), "path": instagram_address(shot).removeprefix("media/")}


def _post(post: Posting) -> dict[str, Any]:
    """Words stand with the only medium, or above several."""
    if len(post.shots) == 1:
        return {"media": [instagram_media(replace(post.shots[0]), post.words) | {"creation_timestamp": post.shots[0].moment}]} | (
            {"creation_timestamp": post.moment}
        )
    media = [instagram_media(shot) for shot in post.shots]
    return {"media": media, "title": post.words, "creation_timestamp": post.moment}


def _thread(post: Posting) -> dict[str, Any]:
    media = [instagram_media(shot) for shot in post.shots] or [{"uri": ""}]
    media[0] |= {"title": post.words}
    return {"media": [each | {"creation_timestamp": post.moment} for each in media] if not post.shots else media, **_when(post)}


def _when(post: Posting) -> dict[str, int]:
    return {"creation_timestamp": post.moment} if post.shots else {}


def _labelled(post: Posting) -> dict[str, Any]:
    values: list[dict[str, Any]] = [{"label": "Légende", "value": post.words}] if post.words else []
    values += [{"label": "Médias", "media": [instagram_media(shot) for shot in post.shots]}]
    values += [{"label": "Marqué comme généré par l’IA", "value": "Faux"}]
    values += [{"label": "Marqué comme généré par l’IA", "value": "Vrai"}] if post.by_ai else []
    values += [{"title": "Owner", "dict": [{"title": "", "dict": [{"label": "Name", "value": "N"}]}]}]
    return {"timestamp": post.moment, "media": [], "fbid": str(post.shots[0].number), "label_values": values}


def _lasting(life: Life, folder: str) -> Files:
    return {
        f"{folder}stories.json": {"ig_stories": [instagram_media(shot) for shot in life.stories]},
        f"{folder}reels.json": {"ig_reels_media": [{"media": [instagram_media(shot)]} for shot in life.reels]},
        f"{folder}profile_photos.json": {"ig_profile_picture": [instagram_media(shot) for shot in life.profile]},
        f"{folder}archived_posts.json": {
            "ig_archived_post_media": [{"media": [], "creation_timestamp": ARCHIVED_AT}] * life.archived
        },
        f"{folder}recently_deleted_content.json": {"ig_recently_deleted_media": [{"media": []}] * life.deleted},
    }


def _flag(life: Life, label: str, yes: str, no: str) -> dict[str, Any]:
    entries = {"Username": {"value": "n"}, label: {"href": "", "value": yes if life.private else no, "timestamp": 0}}
    return {"profile_user": [{"title": "User Information", "string_map_data": entries}]}


def _apps(life: Life, folder: str, expired: str) -> Files:
    return {
        f"{folder}active_apps.json": {"apps_and_websites_active_apps": [mapped(Added_on=1_600_000_000)] * life.apps["active"]},
        f"{folder}{expired}": {"apps_and_websites_expired_apps": [mapped(Expired_on=1_600_000_000)] * life.apps["expired"]},
    }


def _companies(life: Life) -> list[Any]:
    return [{"name": "Shop", "events": [{"id": 1, "type": "VIEW", "timestamp": 1_700_000_000}] * n} for n in life.companies]
