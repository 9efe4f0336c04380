"""Items of Facebook: posts, stories, reels, comments and what else has the form of a post, and the newer form by label."""

import re
from collections.abc import Iterable, Iterator
from functools import partial

from msgspec import Struct

from wizard.audit.exposed_item import PEOPLE, PLACE, ExposedItem, ItemReader, Location
from wizard.audit.media import InstagramMedia, Media, is_valid_location
from wizard.audit.translated_fields import LabelValue, as_list

from .label_items import text_of_labels, url_of_labels
from .media_items import item_of_media, single_media

_MENTION = re.compile(r"@\[\d+:\d+:([^\]]*)\]")
"""A linked name in a text."""
PROFILE_PICTURES = "profile_pictures"
"""The kind of an update of the profile: its picture is in an album, too, and is one item."""


class PlaceCoordinate(Struct, gc=False):
    """Where a tagged place is."""

    latitude: float | None = None
    longitude: float | None = None


class NamedPlace(Struct, gc=False):
    """A place tagged in a post."""

    name: str | None = None
    coordinate: PlaceCoordinate | None = None


class EntryPart(Struct, gc=False):
    """One part of an attachment."""

    media: Media | None = None
    place: NamedPlace | None = None


class EntryAttachment(Struct, gc=False):
    """Parts attached together."""

    data: tuple[EntryPart, ...] = ()


class EntryComment(Struct, gc=False):
    """The text of a comment."""

    comment: str | None = None


class EntryText(Struct, gc=False):
    """The text of a post or a comment."""

    post: str | None = None
    comment: EntryComment | None = None


class EntryPerson(Struct, gc=False):
    """A person tagged in a post."""

    name: str | None = None


class FacebookEntry(Struct, gc=False):
    """A post, story, reel or comment, or a record of the newer form by label."""

    timestamp: float = 0
    data: tuple[EntryText, ...] = ()
    attachments: tuple[EntryAttachment, ...] = ()
    tags: tuple[EntryPerson | str, ...] = ()
    media: list[InstagramMedia] | InstagramMedia | None = None
    uri: str | None = None
    creation_timestamp: float = 0
    label_values: list[LabelValue] | LabelValue | None = None

    def parts(self) -> Iterator[EntryPart]:
        """Yield all attached parts."""
        for attachment in self.attachments:
            yield from attachment.data

    def texts(self) -> Iterator[str]:
        """Yield all texts: those of the record, of its photos and videos, and of the newer form."""
        for text in self.data:
            yield text.post or (text.comment and text.comment.comment) or ""
        yield from (part.media.description or "" for part in self.parts() if part.media)
        yield text_of_labels(self.label_values)

    def all_media(self) -> Iterator[Media | InstagramMedia]:
        """Yield all photos and videos."""
        yield from (part.media for part in self.parts() if part.media)
        yield from as_list(self.media)
        if self.uri:
            yield Media(uri=self.uri, creation_timestamp=self.creation_timestamp)


def facebook_items(kind: str) -> ItemReader:
    """Return the reader of records that each are one item of this kind."""
    return ItemReader(FacebookEntry, partial(_entry_items, kind))


def media_list_items(kind: str) -> ItemReader:
    """Return the reader of photos or videos that each stand alone."""
    return ItemReader(Media, partial(_media_items, kind))


def _media_items(kind: str, media: Iterable[Media]) -> Iterator[ExposedItem]:
    for medium in media:
        yield from single_media(medium, kind)


def _entry_items(kind: str, entries: Iterable[FacebookEntry]) -> Iterator[ExposedItem]:
    for entry in entries:
        text = next((text for text in entry.texts() if text), "")
        item = item_of_media(kind, entry.all_media(), entry.timestamp or entry.creation_timestamp)
        place, location = _tagged_place(entry)
        people = bool(entry.tags) or any("@[" in text for text in entry.texts())
        yield item._replace(
            text=_MENTION.sub(r"\1", text),
            marks=item.marks | (PLACE if place or location else 0) | (PEOPLE if people else 0),
            location=item.location or location,
            place=place,
            url=url_of_labels(entry.label_values),
            key=f"media:{item.media[0]}" if kind == PROFILE_PICTURES and item.media else "",
        )


def _tagged_place(entry: FacebookEntry) -> tuple[str, Location | None]:
    """Return the name and the location of the first tagged place; "" and None without one."""
    for part in entry.parts():
        if part.place and (part.place.name or part.place.coordinate):
            at = part.place.coordinate
            known = at and at.latitude is not None and at.longitude is not None and is_valid_location(at.latitude, at.longitude)
            return part.place.name or "", (at.latitude, at.longitude) if at and known else None  # type: ignore[return-value]
    return "", None
