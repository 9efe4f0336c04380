"""What counts as an address: nothing else becomes a link or is handed to a browser or a mail program."""

from urllib.parse import urlsplit

MAILTO_SCHEME = "mailto:"


def is_openable(url: str) -> bool:
    """Tell whether the desktop may be asked to open it: a web address, or a new message without a recipient."""
    return is_web_address(url) or (url.startswith(f"{MAILTO_SCHEME}?") and url.isascii() and url.isprintable() and " " not in url)


def is_web_address(url: str) -> bool:
    """Tell whether this is an address that a browser may be asked to open: http or https with a host, nothing else."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname) and url.isprintable() and " " not in url
