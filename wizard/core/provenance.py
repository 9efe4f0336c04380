"""Tell which sources a reader can check, which statements they can confirm, and what was done to check them."""

from collections.abc import Iterable
from urllib.parse import urlsplit

from wizard.i18n import _

from .content_models import ADVICE, Source
from .date_format import format_date, translate_dates
from .urls import is_web_address

INDEPENDENT = 2
"""Publishers that together confirm what no official page says."""


def is_deep_address(url: str) -> bool:
    """Return True if the address leads to one page, and not only to the home page of a site."""
    if not is_web_address(url):
        return False
    parts = urlsplit(url)
    return bool(parts.path.strip("/") or parts.query)


def can_be_checked(source: Source) -> bool:
    """Return True if a reader can open the page, or if the source says why it has no address of its own."""
    return is_deep_address(source.url) or bool(source.reason)


def can_confirm(sources: Iterable[Source]) -> bool:
    """Return True if these sources together make a statement certain.

    That takes one official page, or pages of two independent publishers. A page without an address of its own counts for
    nothing, and neither does one that nobody read; only a law is known by its number. Advice needs no proof.
    """
    sources = tuple(sources)
    if sources and all(source.about == ADVICE for source in sources):
        return True
    read = [source for source in sources if is_deep_address(source.url) and (source.read or source.about == "law")]
    return any(source.official for source in read) or len({source.publisher for source in read}) >= INDEPENDENT


def check_note(source: Source) -> str:
    """Return what was done to check a source, and when: no more than was done."""
    if source.tried:
        return _("tried on {day}", day=format_date(source.tried))
    if not source.url:
        return source.reason
    if not source.read:
        return _("address noted on {day}, page not opened", day=format_date(source.checked))
    if source.dated:
        return _("read in a copy of {date}", date=translate_dates(source.dated))
    return _("read in a stored copy, {day}", day=format_date(source.checked))
