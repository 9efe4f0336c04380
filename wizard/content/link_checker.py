"""Asks whether outside addresses still answer. The only module of this program that opens a connection, and only when told to."""

from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from http import HTTPStatus
from http.client import HTTPException, HTTPMessage
from time import sleep
from typing import IO
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, OpenerDirector, Request, build_opener

from wizard import __version__

TIMEOUT = 10.0
"""Seconds to wait for an answer."""
PAUSE = 1.0
"""Seconds between two requests to the same host."""
MAX_CONCURRENT_HOSTS = 4
"""So many hosts are asked at the same time, each of them one request at a time."""
MOST_REDIRECTS = 8
USER_AGENT = f"protect-my-photos/{__version__} (link check for contributors)"
LOGIN_WALLED_HOSTS = (
    "facebook.com",
    "instagram.com",
    "threads.com",
    "threads.net",
    "whatsapp.com",
    "messenger.com",
    "meta.com",
    "meta.ai",
)
"""Hosts that show most pages only to people who are logged in, and something else to programs."""
OK, MOVED, NEEDS_LOGIN, BLOCKED, SLOW, BROKEN = "ok", "moved", "login", "shy", "slow", "broken"
_GONE = (HTTPStatus.NOT_FOUND, HTTPStatus.GONE)
_NO_HEAD = (HTTPStatus.METHOD_NOT_ALLOWED, HTTPStatus.NOT_IMPLEMENTED)
_REFUSED = (HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN, HTTPStatus.NOT_ACCEPTABLE, HTTPStatus.TOO_MANY_REQUESTS, 451, 999)
_FOR_GOOD = (HTTPStatus.MOVED_PERMANENTLY, HTTPStatus.PERMANENT_REDIRECT)


@dataclass(frozen=True, slots=True)
class LocatedUrl:
    """An address with the place in the content where it is written down."""

    place: str
    url: str


@dataclass(frozen=True, slots=True)
class HttpResult:
    """What came back: a status code, or why there is none; where it led in the end, and whether it led there for good."""

    status: int = 0
    trouble: str = ""
    final: str = ""
    for_good: bool = False
    slow: bool = False


@dataclass(frozen=True, slots=True)
class LinkStatus:
    """What an answer means for the content."""

    address: LocatedUrl
    kind: str
    words: str


def check_urls(addresses: Iterable[LocatedUrl]) -> Iterator[LinkStatus]:
    """Ask every address once, a few hosts at a time; the verdicts come in the order of the hosts."""
    by_host: dict[str, list[LocatedUrl]] = {}
    for address in addresses:
        by_host.setdefault(urlsplit(address.url).hostname or "", []).append(address)
    crew = ThreadPoolExecutor(MAX_CONCURRENT_HOSTS)
    try:
        for verdicts in crew.map(_check_host, by_host.values()):
            yield from verdicts
    finally:
        crew.shutdown(wait=False, cancel_futures=True)  # who stops it does not wait for the hosts that are left


def classify_result(address: LocatedUrl, answer: HttpResult) -> LinkStatus:
    """What the answer means; a page behind a login is never called broken, since a program cannot see it."""
    if _is_walled(address.url):
        return LinkStatus(address, NEEDS_LOGIN, "needs a login, so a program cannot tell")
    return LinkStatus(address, *_meaning(address.url, answer))


def _meaning(url: str, answer: HttpResult) -> tuple[str, str]:
    code = answer.status
    meanings = (
        (answer.slow, SLOW, f"no answer within {TIMEOUT:.0f} seconds; try again later"),
        (answer.trouble, BROKEN, f"could not be reached: {answer.trouble}"),
        (code in _GONE, BROKEN, f"the page is gone ({code})"),
        (code in _REFUSED, BLOCKED, f"does not answer programs ({code}); open it in a browser now and then"),
        (code >= HTTPStatus.BAD_REQUEST, SLOW, f"the site has trouble of its own ({code}); try again later"),
        (code >= HTTPStatus.MULTIPLE_CHOICES, BROKEN, f"leads in a circle ({code})"),
        (answer.for_good and _differs(url, answer.final), MOVED, f"moved for good to {answer.final}"),
    )
    return next(((kind, words) for holds, kind, words in meanings if holds), (OK, "answers"))


def request_status(url: str) -> HttpResult:
    """Ask with HEAD, and with GET where that is not understood; nothing of the page is kept."""
    answer = _request(url, "HEAD")
    if answer.status in _NO_HEAD or (answer.status >= HTTPStatus.BAD_REQUEST and answer.status not in _REFUSED):
        return _request(url, "GET")
    return answer


def _check_host(addresses: list[LocatedUrl]) -> list[LinkStatus]:
    found: list[LinkStatus] = []
    for address in addresses:
        walled = _is_walled(address.url)
        if found and not walled:
            sleep(PAUSE)
        found.append(classify_result(address, HttpResult() if walled else request_status(address.url)))
    return found


class _Trail(HTTPRedirectHandler):
    """Follows redirects, and remembers whether all of them are for good."""

    max_redirections = MOST_REDIRECTS

    def __init__(self) -> None:
        self.codes: list[int] = []

    def redirect_request(
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> Request | None:
        self.codes.append(code)
        following = super().redirect_request(req, fp, code, msg, headers, newurl)
        if following is not None:
            following.method = req.get_method()
        return following


def _request(url: str, method: str) -> HttpResult:
    trail = _Trail()
    opener: OpenerDirector = build_opener(trail)
    request = Request(url, method=method, headers={"User-Agent": USER_AGENT, "Accept": "*/*"})  # noqa: S310 - http or https: a rule of the check
    try:
        with opener.open(request, timeout=TIMEOUT) as reply:
            for_good = bool(trail.codes) and all(code in _FOR_GOOD for code in trail.codes)
            return HttpResult(status=reply.status, final=reply.url, for_good=for_good)
    except HTTPError as error:
        with error:
            return HttpResult(status=error.code, final=error.url)
    except URLError as error:
        return HttpResult(slow=True) if isinstance(error.reason, TimeoutError) else HttpResult(trouble=_reason(error.reason))
    except TimeoutError:
        return HttpResult(slow=True)
    except (OSError, HTTPException, ValueError) as error:
        return HttpResult(trouble=_reason(error))


def _reason(error: object) -> str:
    return getattr(error, "strerror", None) or str(error) or type(error).__name__


def _is_walled(url: str) -> bool:
    host = urlsplit(url).hostname or ""
    return any(host == wall or host.endswith(f".{wall}") for wall in LOGIN_WALLED_HOSTS)


def _differs(before: str, after: str) -> bool:
    """Tell whether a new address is worth writing down: not for a slash at the end alone."""
    return before.rstrip("/") != after.rstrip("/")
