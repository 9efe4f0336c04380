"""Say why a file is not read: it is closed on purpose, known and not needed, or not known here."""

import re
from enum import Enum

_NEVER_READ = re.compile(
    r"(?:^|/)messages/(?!ai_conversations\.(?:json|html)$)"
    r"|(?:^|/)(?:likes|likes_and_reactions|saved|saved_items_and_collections|search|search_history)/"
)
"""Messages, likes, saved items and searches: such a file is never opened, whatever its name."""
_AI_CONVERSATION = re.compile(r"(?:^|/)messages/ai_conversations/([^/]+?)(?:\.(?:html|json)|/.*\.(?:html|json))$")
"""A conversation with Meta AI in an export in HTML: a page, or a folder, of its own. It is counted by its name alone."""
_AI_INDEX = re.compile(r"(?:^|/)messages/ai_conversations\.html$")
"""The page that only leads to these conversations."""
_CLOSED_NAMES = re.compile(
    r"(?:^|/)(?:likes_and_reactions(?:_\d+)?|your_search_history|liked_\w+|saved_\w+|story_likes|your_saved_items)\.(?:json|html)$"
)
"""Lists of likes, saved items and searches in other folders."""
_LIST_FILE = re.compile(
    r"(?:^|/)((?:posts|media|content|photos_and_videos|posts/album|photos_and_videos/album)/([^/]+)\.(?:json|html))$"
)
"""Files that list posts and media. Meta renames them now and then; an unknown one is named in the report, never ignored."""
_IGNORED_LISTS = re.compile(
    r"edits_you_made_to_posts|media_used_for_memories|shared_memories|birthday_media|visual_search_on_your_posts"
    r"|content_sharing_links_you_have_created|your_memories.*|no-data|your_received_shared_album_invites|facebook_editor"
)
"""Known list files that are not read: they repeat what is counted, belong to other people, or hold nothing that was published."""
_ACTIVITY_FOLDER = re.compile(
    r"(?:^|/)((?:your_facebook_activity|your_activity_across_facebook|this_profile's_activity_across_facebook"
    r"|your_instagram_activity)/([^/]+)/.*)"
)
_META_AI_FILE = re.compile(r"(?:^|/)((?:meta_ai_app|meta_ai_profile|facebook_view)/(?:.*/)?([^/]+)\.(?:json|html))$")
_META_AI_SETTINGS = frozenset({"app_settings", "connected_devices", "no-data", "your_meta_ai_profile"})
"""Files of the Meta AI app that hold nothing that the user gave it; any other unknown one may list conversations and pictures."""
_KNOWN_FOLDERS = frozenset(
    {
        "activity_you're_tagged_in", "activity_you_re_tagged_in", "ai", "avatars_store", "bug_bounty", "comments",
        "comments_and_reactions", "content", "dating", "edits", "events", "facebook_accounts_center", "facebook_assistant",
        "facebook_gaming", "facebook_marketplace", "facebook_payments", "fundraisers", "gifts", "groups", "live_audio_rooms",
        "likes", "media", "messages", "meta_spark", "monetization", "navigation_bar",
        "other_activity", "pages", "polls", "posts", "reels", "reports", "saved", "saved_items_and_collections",
        "shops", "shopping", "short_videos", "spark_ar", "stories", "story_interactions", "story_sticker_interactions",
        "subscriptions", "threads", "volunteering", "voting", "your_places", "voice_recording_and_transcription",
    }
)  # fmt: skip
"""Folders of the user's activity that are known; a file in any other one is named in the report."""
NOT_COUNTED = {
    "events": re.compile(r"(?:^|/)events/[^/]+$"),
    "polls": re.compile(r"(?:^|/)polls/[^/]+$"),
    "fundraisers": re.compile(r"(?:^|/)fundraisers/[^/]+$"),
    "marketplace": re.compile(r"(?:^|/)facebook_marketplace/[^/]+$"),
    "places": re.compile(r"(?:^|/)your_places/[^/]+$"),
    "recommendations": re.compile(r"(?:^|/)(?:pages|pages_and_profiles)/pages_you.ve_recommended\."),
    "story_answers": re.compile(r"(?:^|/)story(?:_sticker)?_interactions/[^/]+$"),
    "live_audio": re.compile(r"(?:^|/)live_audio_rooms/[^/]+$"),
    "voice": re.compile(r"(?:^|/)voice_recording_and_transcription/[^/]+$"),
    "dating": re.compile(r"(?:^|/)dating/[^/]+$"),
    "profile": re.compile(r"(?:^|/)profile_information/profile_information\."),
}
"""Things of the user that are not counted, by their code, and the files that hold them."""
_DATA_FILE = re.compile(r"(?<!/no-data)\.(?:json|html)$")
_START_PAGE = re.compile(r"(?:^|/)(?:start_here|index)\.html$")
DATA_LOGS, WHATSAPP, CHATS = "data_logs", "whatsapp", "chats"
_SIGNS = {
    DATA_LOGS: re.compile(r"(?:^|/)data_logs/"),
    CHATS: re.compile(r"(?:^|/)message_\d+\.(?:json|html)$"),
    WHATSAPP: re.compile(r"(?:^|/)whatsapp_(?:account_information|settings|connections)/"),
}


class Skipped(Enum):
    """Why a file is not read."""

    CLOSED = "closed"
    LEFT_ALONE = "left_alone"
    UNKNOWN = "unknown"
    START_PAGE = "start_page"
    """The page with which an export is opened; it holds no data."""


def is_never_read(name: str) -> bool:
    """Return True if the file holds messages, likes, saved items or searches and must not be opened."""
    return bool(_NEVER_READ.search(name))


def ai_conversation(name: str) -> str:
    """Return the name of the conversation with Meta AI to which a file belongs, or "" if it belongs to none."""
    match = _AI_CONVERSATION.search(name) if name.endswith((".html", ".json")) else None
    return match[1] if match else ""


def is_ai_index(name: str) -> bool:
    """Return True if the file is the page that leads to the conversations with Meta AI."""
    return bool(_AI_INDEX.search(name))


def unknown_file_path(name: str) -> str:
    """Return the end of the path if the file may list posts or media and is not known here, otherwise ""."""
    if is_never_read(name):
        return ""
    match = _LIST_FILE.search(name)
    if match:
        return "" if _IGNORED_LISTS.fullmatch(match[2]) else match[1]
    if match := _META_AI_FILE.search(name):
        return "" if match[2] in _META_AI_SETTINGS else match[1]
    activity = _ACTIVITY_FOLDER.search(name)
    return activity[1] if activity and activity[2] not in _KNOWN_FOLDERS else ""


def not_counted(name: str) -> str:
    """Return the code in NOT_COUNTED of a file that is left alone, or "" if it holds nothing of the user's."""
    if not _DATA_FILE.search(name) or why_skipped(name) is not Skipped.LEFT_ALONE:
        return ""
    return next((code for code, pattern in NOT_COUNTED.items() if pattern.search(name)), "")


def why_skipped(name: str) -> Skipped:
    """Return why a file for which nothing is counted is not read."""
    if _START_PAGE.search(name):
        return Skipped.START_PAGE
    if is_never_read(name) or _CLOSED_NAMES.search(name):
        return Skipped.CLOSED
    return Skipped.UNKNOWN if unknown_file_path(name) else Skipped.LEFT_ALONE


def download_of(name: str) -> str:
    """Return the download to which a file of this name belongs, or "" if it is not one of those known here."""
    return next((download for download, sign in _SIGNS.items() if sign.search(name)), "")
