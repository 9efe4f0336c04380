"""Items of Instagram and Threads: posts in both forms, stories, reels, comments and archived posts."""

import re
from collections.abc import Iterable, Iterator
from functools import partial

from msgspec import Struct

from wizard.audit.exposed_item import PEOPLE, ExposedItem, ItemReader
from wizard.audit.media import InstagramMedia, InstagramMediaMetadata, media_serial_number
from wizard.audit.timestamps import parse_iso_timestamp
from wizard.audit.translated_fields import LabelValue, StringData, as_list, nested_values

from .label_items import text_of_labels, url_of_labels
from .media_items import item_of_media, single_media

_MENTION = re.compile(r"(?<![\w.])@\w")
"""A user name in a text; an email address does not match."""


class InstagramEntry(Struct, gc=False):
    """A post, story, reel or comment in any of its forms."""

    media: list[InstagramMedia] | InstagramMedia | None = None
    title: str | None = None
    creation_timestamp: float = 0
    timestamp: float = 0
    uri: str | None = None
    media_metadata: InstagramMediaMetadata | None = None
    fbid: str | None = None
    label_values: list[LabelValue] | LabelValue | None = None
    string_map_data: dict[str, StringData] | None = None
    string_list_data: list[StringData] | StringData | None = None

    def all_media(self) -> list[InstagramMedia]:
        """Return all photos and videos; a story is one itself."""
        media = [*as_list(self.media)]
        for field in nested_values(self.label_values):
            media += as_list(field.media)
        if self.uri:
            media.append(InstagramMedia(self.uri, self.creation_timestamp, self.media_metadata))
        return media

    def strings(self) -> list[StringData]:
        """Return the values of a comment."""
        return [*(self.string_map_data or {}).values(), *as_list(self.string_list_data)]

    def moment(self) -> float:
        """Return the moment of the record; 0 if it has none, so that the moment of its media counts."""
        labelled = next((field.timestamp_value for field in nested_values(self.label_values) if field.timestamp_value), 0)
        said = next((value.timestamp for value in self.strings() if value.timestamp), 0)
        return self.creation_timestamp or self.timestamp or labelled or said

    def text(self) -> str:
        """Return the text: a caption, or the words of a comment, which are its first value."""
        captions = [self.title, *(item.title for item in as_list(self.media)), text_of_labels(self.label_values)]
        captions += [value.value for value in self.strings()]
        return next((caption for caption in captions if caption), "")


def instagram_items(kind: str, *, is_comment: bool = False) -> ItemReader:
    """Return the reader of records that each are one item of this kind. A comment's title is the owner of the post."""
    return ItemReader(InstagramEntry, partial(_entry_items, kind, is_comment=is_comment))


def profile_items(kind: str) -> ItemReader:
    """Return the reader of pictures that each stand alone."""
    return ItemReader(InstagramMedia, partial(_picture_items, kind))


def _picture_items(kind: str, pictures: Iterable[InstagramMedia]) -> Iterator[ExposedItem]:
    for picture in pictures:
        yield from single_media(picture, kind)


def _entry_items(kind: str, entries: Iterable[InstagramEntry], *, is_comment: bool) -> Iterator[ExposedItem]:
    for entry in entries:
        if is_comment:
            entry.title = None
        text, media = entry.text(), entry.all_media()
        item = item_of_media(kind, media, entry.moment())
        number = media_serial_number(item.media[0]) if item.media else entry.fbid or ""
        yield item._replace(
            text=text,
            marks=item.marks | (PEOPLE if _MENTION.search(text) else 0),
            url=url_of_labels(entry.label_values),
            key=f"{kind}:{number}" if number else "",
        )


class LegacyEntry(Struct, gc=False):
    """A photo or video in an export until 2020."""

    path: str | None = None
    taken_at: str | None = None
    caption: str | None = None


def legacy_items(kind: str) -> ItemReader:
    """Return the reader of photos, videos, stories or profile pictures of exports until 2020."""
    return ItemReader(LegacyEntry, partial(_legacy_items, kind))


def _legacy_items(kind: str, entries: Iterable[LegacyEntry]) -> Iterator[ExposedItem]:
    for entry in entries:
        media = InstagramMedia(uri=entry.path, title=entry.caption)
        for item in single_media(media, kind, timestamp=parse_iso_timestamp(entry.taken_at or "")):
            yield item._replace(marks=PEOPLE if _MENTION.search(item.text) else 0)


def legacy_comment_items(comments: Iterable[list[str | None]]) -> Iterator[ExposedItem]:
    """Yield comments of exports until 2020. A comment is a list: timestamp, text, and author of the post."""
    for comment in comments:
        moment, text = [*comment, None, None][:2]
        yield ExposedItem("comments", parse_iso_timestamp(moment or ""), text or "")
