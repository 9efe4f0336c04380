"""Decide which URLs may become links or be passed to a browser or a mail program."""

from urllib.parse import urlsplit

MAILTO_SCHEME = "mailto:"


def is_openable(url: str) -> bool:
    """Return True if the desktop may open the URL: a web address, or a new mail without a recipient."""
    return is_web_address(url) or (url.startswith(f"{MAILTO_SCHEME}?") and url.isascii() and url.isprintable() and " " not in url)


def is_web_address(url: str) -> bool:
    """Return True if a browser may open the URL: http or https with a host, without spaces.

    Characters that cannot be printed are not allowed either.
    """
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname) and url.isprintable() and " " not in url
