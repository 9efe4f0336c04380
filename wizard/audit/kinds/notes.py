"""Notes on Facebook: longer texts, with pictures and named people."""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from wizard.audit.exposed_item import PEOPLE, ExposedItem, ItemReader
from wizard.audit.kind import FACEBOOK, CountLabel, RecordReader
from wizard.audit.listing.media_items import item_of_media
from wizard.audit.media import ListedMedia, Media, count_media
from wizard.audit.tally import Tally
from wizard.audit.translated_fields import as_list

from .facebook_posts import TaggedPerson


class Note(Struct, gc=False):
    """A note; its moment has a name of its own."""

    title: str | None = None
    text: str | None = None
    created_timestamp: float = 0
    media: list[Media] | Media | None = None
    tags: tuple[TaggedPerson | str, ...] = ()


def count_notes(notes: list[Note], tally: Tally) -> None:
    """Count notes; their pictures count among all photos."""
    listed: list[ListedMedia] = []
    tally.add("notes", len(notes))
    for note in notes:
        tally.widen_time_range("notes", note.created_timestamp)
        media = list(as_list(note.media))
        listed += [(item, note.created_timestamp, 0) for item in media]
    count_media(listed, tally)


def note_items(notes: Iterable[Note]) -> Iterator[ExposedItem]:
    """Yield each note with its pictures."""
    for note in notes:
        media: Iterable[Media] = as_list(note.media)
        item = item_of_media("notes", media, note.created_timestamp)
        yield item._replace(text=note.title or note.text or "", marks=item.marks | (PEOPLE if note.tags else 0))


READERS = (
    RecordReader(
        FACEBOOK,
        ("other_activity/notes.json",),
        ("notes_v2", "notes"),
        Note,
        count_notes,
        ItemReader(Note, note_items),
        pages=False,
    ),
)
LABELS = (CountLabel("notes", "note on the profile", "notes on the profile", 53, extra=True),)
