"""Albums on Facebook, the pictures of the profile and its cover, and photos and videos that lie in no album."""

from functools import partial

from msgspec import Struct

from wizard.audit.items import COVER, PROFILE
from wizard.audit.kind import BARE, FACEBOOK, Reader, Shown
from wizard.audit.labels import each_of, words_of
from wizard.audit.media import Media, count_media
from wizard.audit.mojibake import label_key
from wizard.audit.tally import Tally

from .facebook_posts import Post

_PROFILE_NAMES = words_of(
    "Profile pictures", "Profilbilder", "Photos de profil", "Fotos del perfil", "Fotos de perfil", "Immagini del profilo",
    "Profielfoto's", "Profilbilleder",
)  # fmt: skip
_COVER_NAMES = words_of(
    "Cover photos", "Titelbilder", "Photos de couverture", "Fotos de portada", "Fotos de capa", "Immagini di copertina",
    "Omslagfoto's", "Coverbilleder",
)  # fmt: skip
_OWN_KIND = {PROFILE: ("profile_pictures",), COVER: ("cover_pictures",), 0: ()}


class Album(Struct, gc=False):
    """An album that is read as a whole."""

    name: str | None = None
    photos: list[Media] | Media | None = None


def count_albums(albums: list[Album], tally: Tally) -> None:
    """An album has a name or photos."""
    for album in albums:
        if album.name is None and album.photos is None:
            continue
        name = label_key(album.name or "")
        flags = PROFILE if name in _PROFILE_NAMES else COVER if name in _COVER_NAMES else 0
        photos = [(photo, 0.0, flags or _by_folder(photo)) for photo in each_of(album.photos)]
        count_media(photos, tally)
        tally.has("photos", *_OWN_KIND[flags])
        tally.add("albums")
        tally.add("album_photos", len(photos))


def _by_folder(photo: Media) -> int:
    """The folder of the pictures tells in English what they are, whatever the language of the account."""
    uri = photo.uri or ""
    return PROFILE if "/Profilepictures_" in uri else COVER if "/Coverphotos_" in uri else 0


def count_loose(name: str, media: list[Media], tally: Tally) -> None:
    """Photos or videos outside of albums."""
    tally.has(name)
    count_media([(each, 0.0, 0) for each in media], tally)


def count_updates(updates: list[Post], tally: Tally) -> None:
    """The history of the profile names pictures that stand in albums too."""
    tally.has("profile_pictures")
    found = [(media, update.timestamp, _by_folder(media) or PROFILE) for update in updates for media in update.media()]
    count_media(found, tally)


READERS = (
    Reader(FACEBOOK, ("posts/album/*.json", "photos_and_videos/album/*.json", "album/*.json"), (BARE,), Album, count_albums),
    Reader(
        FACEBOOK,
        ("posts/your_uncategorized_photos.json", "posts/uncategorized_photos.json", "photos_and_videos/your_photos.json"),
        ("other_photos_v2", "other_photos", "photos"),
        Media,
        partial(count_loose, "photos"),
    ),
    Reader(
        FACEBOOK,
        ("posts/your_videos.json", "posts/videos.json", "photos_and_videos/your_videos.json"),
        ("videos_v2", "videos"),
        Media,
        partial(count_loose, "videos"),
    ),
    Reader(FACEBOOK, ("profile_update_history.json",), ("profile_updates_v2", "profile_updates"), Post, count_updates),
)
SHOWN = (
    Shown("albums", "album", "albums", 20),
    Shown("album_photos", "photo listed in albums", "photos listed in albums", 21, extra=True),
)
