"""What counts as a web address: nothing else becomes a link or is handed to a browser."""

from urllib.parse import urlsplit


def is_web_address(url: str) -> bool:
    """Tell whether this is an address that a browser may be asked to open: http or https with a host, nothing else."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname) and url.isprintable() and " " not in url
