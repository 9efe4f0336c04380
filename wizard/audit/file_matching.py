"""Recognise the files of an export by the end of their path, whatever folders they were moved to."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache

from .json_stream import Chunk
from .kind import FACEBOOK, INSTAGRAM, META_AI, RecordReader, record_readers
from .skipped_files import is_never_read

_SERVICE_MARKERS = {
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
    META_AI: ("meta_ai_profile/", "meta_ai_app/"),
}
"""Parts of paths that identify the service, wherever they occur."""
_LEGACY_INSTAGRAM_FILES = frozenset({"media.json", "profile.json", "connections.json"})
"""Together in one folder they are an Instagram export from before 2021."""
_JUNK = re.compile(r"(?:^|/)(?:__MACOSX/|\._|\.DS_Store$)|\.Identifier$")
PAGE_SUFFIX = ".html"
_SEARCHED_FOR_FORM = 1 << 16
"""Bytes at the beginning of a list in which the field is searched for that only records of another form have."""
_NUMBER = re.compile(r"_\d{1,4}(?=\.json$)")
"""The number of a file; Meta cuts long lists, so any file may have one."""
_SAFE = re.compile(r"^(?!/)(?![A-Za-z]:)(?!.*(?:^|/)\.\.(?:/|$))", re.DOTALL)
_MAX_LEGACY_FOLDERS = 1000
"""Maximum number of folders in which a legacy Instagram export is searched for."""

_EXPORT_PATH = re.compile(
    r"(?:^|/)((?:your_facebook_activity|your_activity_across_facebook|this_profile's_activity_across_facebook"
    r"|your_instagram_activity|apps_and_websites_off_of_(?:facebook|instagram)|personal_information|connections|preferences"
    r"|ads_information|logged_information|security_and_login_information|meta_ai_profile|meta_ai_app)/.*)"
)
"""The folders at the root of newer exports, with what follows."""
_MEDIA_PATH = re.compile(r"(?:^|/)(?:posts/media|media/posts|media/stories|media/reels|photos_and_videos|messages/)")
"""Folders in which exports keep photos and videos."""


@dataclass(frozen=True, slots=True)
class FilePlan:
    """What is counted in one file: for each name of a list its record reader, and the service that it counts for."""

    readers: Mapping[str, RecordReader]
    services: Mapping[str, str]
    shown_as: str
    """The end of the path that matched, without folders that may contain the account name."""
    main_service: str
    """The service of the export part that contains the file."""
    forms: Mapping[str, RecordReader] = field(default_factory=dict)
    """For each name of a list the reader of records of another form, if there is one."""

    def with_form_of(self, chunk: Chunk) -> "FilePlan":
        """Return the plan for records of the form in the first chunk of a list. Meta changes the form of one file at a time."""
        other = self.forms.get(chunk.key)
        if other is None or b'"%b"' % other.form.encode() not in chunk.data[:_SEARCHED_FOR_FORM]:
            return self
        return replace(self, readers={**self.readers, chunk.key: other})

    @property
    def newest_only(self) -> bool:
        """Return True if the file states how things are, so that of two versions only the newer one holds."""
        return any(reader.newest_only for reader in self.readers.values())


@dataclass(slots=True)
class ExportLayout:
    """What the names of all files together say about an export."""

    legacy_folders: set[str] = field(default_factory=set)
    """Folders that hold an Instagram export from before 2021."""
    services: dict[str, int] = field(default_factory=dict)
    """The number of files that identify each service."""
    _legacy_candidates: dict[str, set[str]] = field(default_factory=dict)

    def observe(self, name: str) -> str:
        """Add the name of one file. Returns the service that it identifies, or ""."""
        folder, _, file_name = name.rpartition("/")
        file_name = file_name.replace(".html", ".json")
        if file_name in _LEGACY_INSTAGRAM_FILES and len(self._legacy_candidates) < _MAX_LEGACY_FOLDERS:
            seen = self._legacy_candidates.setdefault(folder, set())
            seen.add(file_name)
            if seen == _LEGACY_INSTAGRAM_FILES:
                self.legacy_folders.add(folder)
                self.services[INSTAGRAM] = self.services.get(INSTAGRAM, 0) + 1
        service = service_of(name)
        if service:
            self.services[service] = self.services.get(service, 0) + 1
        return service

    @property
    def service(self) -> str:
        """Return the service that most files identify; Facebook if none does."""
        return max(sorted(self.services), key=lambda service: self.services[service], default=FACEBOOK)


def normalize_name(raw: str) -> str:
    """Return a file name with forward slashes on every system."""
    return raw.replace("\\", "/").removeprefix("./")


def is_junk(name: str) -> bool:
    """Return True if the file was added by an operating system."""
    return bool(_JUNK.search(name))


def is_archive_part(name: str) -> bool:
    """Return True if the file is an archive that may be an export part, and not one that was sent in a message."""
    return name.lower().endswith(".zip") and not is_never_read(name)


def holds_pictures(name: str) -> bool:
    """Return True if the path is in a folder in which exports keep photos and videos."""
    return bool(_MEDIA_PATH.search(name))


def is_safe(name: str) -> bool:
    """Return True if the path stays inside the export: neither absolute nor with a step up."""
    return bool(_SAFE.match(name))


def export_path(name: str) -> str:
    """Return the path from the root of the export, or "" if no folder shows where that is."""
    match = _EXPORT_PATH.search(name)
    return match[1] if match else ""


def service_of(name: str) -> str:
    """Return the service that a path identifies, or ""."""
    return next((service for service, markers in _SERVICE_MARKERS.items() if any(marker in name for marker in markers)), "")


def match_file(name: str, layout: ExportLayout, main_service: str = "") -> FilePlan | None:
    """Return what is counted in the file of this name. None for files that are not needed, which are never opened.

    An HTML page is read like the JSON file of the same name, where its form is known; it has one list only. A list that has been
    cut is read like the whole one.
    A file belongs to the service that its path identifies, or to `main_service`, the service of its export part, or to the
    service of most of the export, in this order.
    """
    if is_never_read(name):
        return None
    is_page = name.endswith(PAGE_SUFFIX)
    name = f"{name.removesuffix(PAGE_SUFFIX)}.json" if is_page else name
    folder, _, file_name = name.rpartition("/")
    path = f"instagram-2018/{file_name}" if folder in layout.legacy_folders else name
    readers: dict[str, RecordReader] = {}
    forms, services, shown_as = {}, {}, ""
    main_service = service_of(name) or main_service or layout.service
    for start, reader in _matching_readers(path) or _matching_readers(_NUMBER.sub("", path)):
        if not (is_page and (readers or not reader.pages)):
            shown_as = shown_as or path[start:]
            for key in reader.lists:
                if reader.form:
                    forms[key] = reader
                else:
                    readers[key] = reader
                    services[key] = reader.service or main_service
    shown_as = f"{shown_as.removesuffix('.json')}{PAGE_SUFFIX}" if is_page else shown_as
    return FilePlan(readers, services, shown_as, main_service, forms) if readers else None


def _matching_readers(path: str) -> list[tuple[int, RecordReader]]:
    """Return the readers whose path the end of this one is, each with the position where it begins."""
    return [(match.start(1), reader) for pattern, reader in _candidates(path) if (match := pattern.search(path))]


@cache
def _patterns_by_file_name() -> tuple[
    Mapping[str, list[tuple[re.Pattern[str], RecordReader]]], list[tuple[re.Pattern[str], RecordReader]]
]:
    """Return the patterns by file name, and those whose file name has a wildcard. Saves trying all of them for each file."""
    exact: dict[str, list[tuple[re.Pattern[str], RecordReader]]] = {}
    wildcards: list[tuple[re.Pattern[str], RecordReader]] = []
    for reader in record_readers():
        for path in reader.paths:
            entry = (re.compile(f"(?:^|/)({_glob_to_regex(path)})$"), reader)
            file_name = path.rpartition("/")[2]
            if "*" in file_name:
                wildcards.append(entry)
            else:
                exact.setdefault(file_name, []).append(entry)
    return exact, wildcards


def _glob_to_regex(path: str) -> str:
    return "[^/]*".join(map(re.escape, path.split("*")))


def _candidates(path: str) -> Iterable[tuple[re.Pattern[str], RecordReader]]:
    exact, wildcards = _patterns_by_file_name()
    return [*exact.get(path.rpartition("/")[2], ()), *wildcards]


def is_unreadable_page(name: str, layout: ExportLayout) -> bool:
    """Return True if the file is an HTML page whose JSON counterpart would be read, and whose own form is not known here."""
    return name.endswith(PAGE_SUFFIX) and match_file(f"{name.removesuffix(PAGE_SUFFIX)}.json", layout) is not None
