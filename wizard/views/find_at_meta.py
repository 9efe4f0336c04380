"""Where each kind of item is found at Meta: the way through the menus and the page, by service, kind and year."""

from collections.abc import Mapping
from dataclasses import dataclass

from wizard.audit.kind import FACEBOOK, INSTAGRAM, MANY, META_AI, THREADS
from wizard.core.blocks import Line, Span
from wizard.core.content_models import Source
from wizard.core.urls import is_web_address
from wizard.i18n import N_, _

from .audit_items import kind_word


@dataclass(frozen=True, slots=True)
class MetaLink:
    """A page at Meta where something can be done: its label and address."""

    label: str
    url: str


@dataclass(frozen=True, slots=True)
class _Way:
    """A sentence with the words of the menus in bold, and the id of the source that has the address of the page, or ""."""

    text: str
    source: str = ""


# The words in bold are those of the steps in `content/`; a test compares them, so that a correction there is not forgotten here.
_POSTS = _Way(
    N_(
        "Open your profile, then the three dots, then **Activity log**, then **Your activity**, then **Your posts, photos and "
        "videos**."
    ),
    "facebook-activity-posts",
)
_IN_LOG = _Way(
    N_("Open your profile, then the three dots, then **Activity log**, and look for your {kind}."), "facebook-activity-log"
)
_ALBUMS = _Way(N_("Open your profile, then **Photos**, then **Albums**."), "facebook-photo-albums")
_OWN_POSTS = _Way(
    N_("Open your profile, then the menu with three lines, then **Your activity**, then **Posts**."), "instagram-activity-posts"
)
_OWN_THREADS = _Way(N_("Go to your Threads profile. On a post, open the three dots and choose **Delete**."))
_WAYS: Mapping[tuple[str, str], _Way] = {
    (FACEBOOK, "posts"): _POSTS,
    (FACEBOOK, "photos"): _POSTS,
    (FACEBOOK, "videos"): _POSTS,
    (FACEBOOK, "albums"): _ALBUMS,
    (FACEBOOK, "profile_pictures"): _ALBUMS,
    (FACEBOOK, "cover_pictures"): _ALBUMS,
    (FACEBOOK, "deleted"): _Way(
        N_("Open your profile, then the three dots, then **Activity log**, and look for the trash there."),
        "facebook-activity-log",
    ),
    (FACEBOOK, "tagged"): _Way(
        N_("Open your profile, then the three dots, then **Activity log**, then **Photos and activity you're tagged in**."),
        "facebook-activity-log",
    ),
    (INSTAGRAM, "posts"): _OWN_POSTS,
    (INSTAGRAM, "photos"): _OWN_POSTS,
    (INSTAGRAM, "videos"): _OWN_POSTS,
    (INSTAGRAM, "reels"): _Way(
        N_("Open your profile, then the menu with three lines, then **Your activity**, then **Reels**."),
        "instagram-activity-reels",
    ),
    (INSTAGRAM, "comments"): _Way(
        N_("Open your profile, then the menu with three lines, then **Your activity**, then **Comments**."),
        "instagram-activity-comments",
    ),
    (INSTAGRAM, "stories"): _Way(
        N_(
            "Open your profile, then the menu with three lines, then **Your activity**, then **Highlights**. "
            "Older stories are in your stories archive."
        ),
        "instagram-archive-stories",
    ),
    (INSTAGRAM, "deleted"): _Way(
        N_("Open your profile, then the menu with three lines, then **Your activity**, then **Recently deleted**.")
    ),
    (INSTAGRAM, "profile_pictures"): _Way(N_("Open your profile, then **Edit profile**.")),
}
_IN_ACTIVITY = _Way(N_("Open your profile, then the menu with three lines, then **Your activity**, and look for your {kind}."))
_META_AI = _Way(
    N_("In the Meta AI app open **Menu**, then **Settings**, then **Data & privacy**, then **Manage your information**.")
)
_USUAL = {FACEBOOK: _IN_LOG, INSTAGRAM: _IN_ACTIVITY, THREADS: _OWN_THREADS, META_AI: _META_AI}
_BY_DATES = N_("With **Sort & filter** choose the dates of {year}.")
_IN_ORDER = N_("Go to {year}.")
_NO_FILTER = (THREADS, META_AI)
"""Services whose pages have no list by date."""


def way_at_meta(service: str, kind: str, year: int = 0) -> Line:
    """Return how items of a kind are found in the app; the words of the menus are strong. `year` is 0 if unknown."""
    text = _(_WAYS.get((service, kind), _USUAL[service]).text, kind=kind_word(kind, MANY))
    if not year or service in _NO_FILTER:
        return _to_line(text)
    by_dates = service == INSTAGRAM and kind in ("posts", "photos", "videos", "reels", "comments")
    return _to_line(f"{text} {_(_BY_DATES if by_dates else _IN_ORDER, year=year)}")


def _to_line(text: str) -> Line:
    """Return a sentence with words in bold as a line."""
    pieces = enumerate(text.split("**"))
    return tuple(Span(piece, strong=position % 2 == 1) for position, piece in pieces if piece)


def own_page_at_meta(service: str, kind: str, sources: Mapping[str, Source]) -> MetaLink | None:
    """Return the page at Meta that shows nothing but this kind, or None if there is none."""
    return page_at_meta(service, kind, sources) if (service, kind) in _WAYS else None


def page_at_meta(service: str, kind: str, sources: Mapping[str, Source]) -> MetaLink | None:
    """Return the page at Meta that lists items of a kind, or None if no address is known."""
    source = sources.get(_WAYS.get((service, kind), _USUAL[service]).source)
    return MetaLink(source.title, source.url) if source and is_web_address(source.url) else None


def all_ways() -> tuple[Line, ...]:
    """Return all sentences, so that their strong words can be compared with those of the content."""
    return tuple(map(_to_line, (*(way.text for way in (*_WAYS.values(), *_USUAL.values())), _BY_DATES, _IN_ORDER)))
