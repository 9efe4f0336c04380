"""Albums on Facebook, profile and cover pictures, and photos and videos outside of albums."""

from collections.abc import Iterator
from functools import partial

from msgspec import Struct

from wizard.audit.deduplication import COVER, PROFILE
from wizard.audit.exposed_item import ExposedItem, ItemReader
from wizard.audit.kind import FACEBOOK, UNNAMED_LIST, CountLabel, RecordReader
from wizard.audit.listing.facebook_items import facebook_items, media_list_items
from wizard.audit.listing.media_items import single_media
from wizard.audit.media import Media, count_media
from wizard.audit.mojibake import normalize_label
from wizard.audit.tally import Tally
from wizard.audit.translated_fields import as_list, normalize_labels

from .facebook_posts import FacebookPost

_PROFILE_NAMES = normalize_labels(
    "Profile pictures", "Profilbilder", "Photos de profil", "Fotos del perfil", "Fotos de perfil", "Immagini del profilo",
    "Profielfoto's", "Profilbilleder",
)  # fmt: skip
_COVER_NAMES = normalize_labels(
    "Cover photos", "Titelbilder", "Photos de couverture", "Fotos de portada", "Fotos de capa", "Immagini di copertina",
    "Omslagfoto's", "Coverbilleder",
)  # fmt: skip
_KINDS_BY_FLAG = {PROFILE: "profile_pictures", COVER: "cover_pictures"}
_KINDS_BY_NAME = dict.fromkeys(_PROFILE_NAMES, "profile_pictures") | dict.fromkeys(_COVER_NAMES, "cover_pictures")
_COUNTS_BY_FLAG = {PROFILE: ("profile_pictures",), COVER: ("cover_pictures",), 0: ()}


class Album(Struct, gc=False):
    """An album; its file contains nothing else."""

    name: str | None = None
    photos: list[Media] | Media | None = None


def count_albums(albums: list[Album], tally: Tally) -> None:
    """Count albums and their photos. A record without name and photos is no album."""
    for album in albums:
        if album.name is None and album.photos is None:
            continue
        name = normalize_label(album.name or "")
        flags = PROFILE if name in _PROFILE_NAMES else COVER if name in _COVER_NAMES else 0
        photos = [(photo, 0.0, flags or _flags_from_folder(photo)) for photo in as_list(album.photos)]
        count_media(photos, tally)
        tally.mark_present("photos", *_COUNTS_BY_FLAG[flags])
        tally.add("albums")
        tally.add("album_photos", len(photos))


def album_items(albums: list[Album]) -> Iterator[ExposedItem]:
    """Yield each album with the number of its photos, and each photo."""
    for album in albums:
        photos, name = list(as_list(album.photos)), album.name or ""
        if album.name is not None or photos:
            yield ExposedItem("albums", text=name, photos=len(photos))
        of_album = _KINDS_BY_NAME.get(normalize_label(name), "photos")
        for photo in photos:
            flags = _flags_from_folder(photo)
            yield from single_media(photo, _KINDS_BY_FLAG[flags] if flags else of_album, name)


def _flags_from_folder(photo: Media) -> int:
    """Return PROFILE or COVER by the folder of a photo, which is in English whatever the language of the account."""
    uri = photo.uri or ""
    return PROFILE if "/Profilepictures_" in uri else COVER if "/Coverphotos_" in uri else 0


def count_unsorted_media(name: str, media: list[Media], tally: Tally) -> None:
    """Count photos or videos outside of albums."""
    tally.mark_present(name)
    count_media([(item, 0.0, 0) for item in media], tally)


def count_updates(updates: list[FacebookPost], tally: Tally) -> None:
    """Count profile pictures in the history of the profile; most of them are in albums too and count once."""
    tally.mark_present("profile_pictures")
    listed = [(media, update.timestamp, _flags_from_folder(media) or PROFILE) for update in updates for media in update.media()]
    count_media(listed, tally)


READERS = (
    RecordReader(
        FACEBOOK,
        ("posts/album/*.json", "photos_and_videos/album/*.json", "album/*.json"),
        (UNNAMED_LIST,),
        Album,
        count_albums,
        ItemReader(Album, album_items),
    ),
    RecordReader(
        FACEBOOK,
        ("posts/your_uncategorized_photos.json", "posts/uncategorized_photos.json", "photos_and_videos/your_photos.json"),
        ("other_photos_v2", "other_photos", "photos"),
        Media,
        partial(count_unsorted_media, "photos"),
        media_list_items("photos"),
    ),
    RecordReader(
        FACEBOOK,
        ("posts/your_videos.json", "posts/videos.json", "photos_and_videos/your_videos.json"),
        ("videos_v2", "videos"),
        Media,
        partial(count_unsorted_media, "videos"),
        media_list_items("videos"),
    ),
    RecordReader(
        FACEBOOK,
        ("profile_update_history.json",),
        ("profile_updates_v2", "profile_updates"),
        FacebookPost,
        count_updates,
        facebook_items("profile_pictures"),
    ),
)
LABELS = (
    CountLabel("albums", "album", "albums", 20),
    CountLabel("album_photos", "photo listed in albums", "photos listed in albums", 21, extra=True),
)
