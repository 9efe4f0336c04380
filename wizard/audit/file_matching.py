"""Which file of an export is which: by the end of its path, whatever folders it was put into."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache

from .kind import FACEBOOK, INSTAGRAM, RecordReader, record_readers

_ANCHORS = {
    FACEBOOK: (
        "your_facebook_activity/",
        "your_activity_across_facebook/",
        "this_profile's_activity_across_facebook/",
        "apps_and_websites_off_of_facebook/",
        "photos_and_videos/",
        "comments_and_reactions/",
        "friends_and_followers/",
        "posts/your_posts",
    ),
    INSTAGRAM: (
        "your_instagram_activity/",
        "apps_and_websites_off_of_instagram/",
        "followers_and_following/",
        "instagram-2018/",
        "content/posts_",
        "media/posts_",
    ),
}
"""What tells the service of a tree, wherever it stands in a path."""
_EARLY = frozenset({"media.json", "profile.json", "connections.json"})
"""Together in one folder they are an export of Instagram from before 2021."""
_JUNK = re.compile(r"(?:^|/)(?:__MACOSX/|\._|\.DS_Store$)|\.Identifier$")
_NEVER = re.compile(
    r"(?:^|/)messages/(?!ai_conversations\.(?:json|html)$)"
    r"|(?:^|/)(?:likes|likes_and_reactions|saved|saved_items_and_collections|search|search_history)/"
)
"""Bodies of messages, likes, saved things and searches: whatever such a file is called, it is not opened."""
_SAFE = re.compile(r"^(?!/)(?![A-Za-z]:)(?!.*(?:^|/)\.\.(?:/|$))", re.DOTALL)
_MOST_FOLDERS = 1000
"""In so many folders an early export is looked for."""

_TOP = re.compile(
    r"(?:^|/)((?:your_facebook_activity|your_activity_across_facebook|this_profile's_activity_across_facebook"
    r"|your_instagram_activity|apps_and_websites_off_of_(?:facebook|instagram)|personal_information|connections|preferences"
    r"|ads_information|logged_information|security_and_login_information)/.*)"
)
"""The folders at the root of newer exports."""
_LISTING = re.compile(r"(?:^|/)((?:posts|media|content|photos_and_videos|posts/album|photos_and_videos/album)/([^/]+)\.json)$")
"""Files that list posts and pictures. Meta renames them now and then; what is not known here is named, never passed over."""
_PICTURES = re.compile(r"(?:^|/)(?:posts/media|media/posts|media/stories|media/reels|photos_and_videos|messages/)")
"""Where the pictures of an export lie."""
_LEFT = re.compile(
    r"edits_you_made_to_posts|media_used_for_memories|shared_memories|birthday_media|check-ins|other_content|reposts"
    r"|visual_search_on_your_posts|content_sharing_links_you_have_created|your_memories.*|no-data"
)
"""Those that are known and left alone: they repeat what is counted, or are of others."""


@dataclass(frozen=True, slots=True)
class FilePlan:
    """What is counted in one file: for each name of a list its reader, and the service that it counts for."""

    readers: Mapping[str, RecordReader]
    services: Mapping[str, str]
    shown_as: str
    home: str
    """The service of the part that the file lies in."""


@dataclass(slots=True)
class ExportLayout:
    """What the names of all files say about an export as a whole."""

    early: set[str] = field(default_factory=set)
    services: dict[str, int] = field(default_factory=dict)
    _early_parts: dict[str, set[str]] = field(default_factory=dict)

    def observe(self, name: str) -> str:
        """Learn from one more name; the service that it names, if any."""
        folder, _, last = name.rpartition("/")
        last = last.replace(".html", ".json")
        if last in _EARLY and folder.count("/") <= 1 and len(self._early_parts) < _MOST_FOLDERS:
            found = self._early_parts.setdefault(folder, set())
            found.add(last)
            if found == _EARLY:
                self.early.add(folder)
                self.services[INSTAGRAM] = self.services.get(INSTAGRAM, 0) + 1
        service = service_of(name)
        if service:
            self.services[service] = self.services.get(service, 0) + 1
        return service

    @property
    def service(self) -> str:
        """The service that most of the export is of."""
        return max(sorted(self.services), key=lambda each: self.services[each], default=FACEBOOK)


def normalize_name(raw: str) -> str:
    """A name with the separators of every system made the same."""
    return raw.replace("\\", "/").removeprefix("./")


def is_junk(name: str) -> bool:
    """Tell whether a file was put there by an operating system."""
    return bool(_JUNK.search(name))


def is_archive_part(name: str) -> bool:
    """Tell whether it is an archive that may be a part of the export; one that somebody sent in a message is none."""
    return name.lower().endswith(".zip") and not _NEVER.search(name)


def holds_pictures(name: str) -> bool:
    """Tell whether a picture of this name lies where exports hold theirs."""
    return bool(_PICTURES.search(name))


def unknown_list_path(name: str) -> str:
    """The end of the path of a file that lists posts or pictures and is not known here; empty for every other file."""
    found = _LISTING.search(name)
    return found[1] if found and not _NEVER.search(name) and not _LEFT.fullmatch(found[2]) else ""


def is_safe(name: str) -> bool:
    """Tell whether a name stays inside of the export: no way up, no way to elsewhere."""
    return bool(_SAFE.match(name))


def export_path(name: str) -> str:
    """The path from the export's own root on; empty where no folder tells where that is."""
    found = _TOP.search(name)
    return found[1] if found else ""


def service_of(name: str) -> str:
    """The service that a path names, if it does."""
    return next((service for service, anchors in _ANCHORS.items() if any(anchor in name for anchor in anchors)), "")


def match_file(name: str, tree: ExportLayout, home: str = "") -> FilePlan | None:
    """What is counted in the file of this name; None for files that are not needed, which are never opened.

    Where neither the name nor the service at `home` in its part tells whose file it is, most of the export decides.
    """
    if _NEVER.search(name):
        return None
    folder, _, last = name.rpartition("/")
    path = f"instagram-2018/{last}" if folder in tree.early else name
    found, services, shown = {}, {}, ""
    home = service_of(name) or home or tree.service
    for pattern, reader in _candidates(path):
        match = pattern.search(path)
        if match:
            shown = shown or match[1]
            for key in reader.lists:
                found[key] = reader
                services[key] = reader.service or home
    return FilePlan(found, services, shown, home) if found else None


@cache
def _by_last_name() -> tuple[
    Mapping[str, list[tuple[re.Pattern[str], RecordReader]]], list[tuple[re.Pattern[str], RecordReader]]
]:
    """The patterns whose last part is a plain name under that name, and the others."""
    plain: dict[str, list[tuple[re.Pattern[str], RecordReader]]] = {}
    others: list[tuple[re.Pattern[str], RecordReader]] = []
    for reader in record_readers():
        for path in reader.paths:
            entry = (re.compile(f"(?:^|/)({_glob(path)})$"), reader)
            last = path.rpartition("/")[2]
            if "*" in last:
                others.append(entry)
            else:
                plain.setdefault(last, []).append(entry)
    return plain, others


def _glob(path: str) -> str:
    return "[^/]*".join(map(re.escape, path.split("*")))


def _candidates(path: str) -> Iterable[tuple[re.Pattern[str], RecordReader]]:
    plain, others = _by_last_name()
    return [*plain.get(path.rpartition("/")[2], ()), *others]


def is_html_variant(name: str, tree: ExportLayout) -> bool:
    """Tell whether it is a page whose JSON would have been read."""
    return name.endswith(".html") and match_file(f"{name.removesuffix('.html')}.json", tree) is not None
