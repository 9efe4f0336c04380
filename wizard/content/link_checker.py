"""Check whether external URLs still answer.

This is the only module that opens network connections, and only for `check --links`.

"""

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
"""Seconds to wait for a response."""
PAUSE = 1.0
"""Seconds between two requests to the same host."""
MAX_CONCURRENT_HOSTS = 4
"""Hosts that are requested in parallel. Each host gets one request at a time."""
MAX_REDIRECTS = 8
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
"""Hosts that show most pages only after login, and other pages to programs."""
OK, MOVED, NEEDS_LOGIN, BLOCKED, SLOW, BROKEN = "ok", "moved", "login", "shy", "slow", "broken"
_GONE = (HTTPStatus.NOT_FOUND, HTTPStatus.GONE)
_NO_HEAD = (HTTPStatus.METHOD_NOT_ALLOWED, HTTPStatus.NOT_IMPLEMENTED)
_REFUSED = (HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN, HTTPStatus.NOT_ACCEPTABLE, HTTPStatus.TOO_MANY_REQUESTS, 451, 999)
_PERMANENT = (HTTPStatus.MOVED_PERMANENTLY, HTTPStatus.PERMANENT_REDIRECT)


@dataclass(frozen=True, slots=True)
class LocatedUrl:
    """A URL with its place in the content."""

    place: str
    url: str


@dataclass(frozen=True, slots=True)
class HttpResult:
    """The result of a request.

    `status` is 0 if there was no response; then `trouble` is the reason, or `slow` is True after a timeout. `final` is the URL
    after all redirects, `for_good` is True if all of them were permanent.
    """

    status: int = 0
    trouble: str = ""
    final: str = ""
    for_good: bool = False
    slow: bool = False


@dataclass(frozen=True, slots=True)
class LinkStatus:
    """The status of a URL in the content: its kind, and a description for the user."""

    address: LocatedUrl
    kind: str
    words: str


def check_urls(addresses: Iterable[LocatedUrl]) -> Iterator[LinkStatus]:
    """Request each URL once, several hosts at a time. Results are grouped by host."""
    by_host: dict[str, list[LocatedUrl]] = {}
    for address in addresses:
        by_host.setdefault(urlsplit(address.url).hostname or "", []).append(address)
    executor = ThreadPoolExecutor(MAX_CONCURRENT_HOSTS)
    try:
        for statuses in executor.map(_check_host, by_host.values()):
            yield from statuses
    finally:
        executor.shutdown(wait=False, cancel_futures=True)  # if the user interrupts, do not wait for the remaining hosts


def classify_result(address: LocatedUrl, answer: HttpResult) -> LinkStatus:
    """Return what the result means. A page behind a login is never broken: a program cannot see it."""
    if _is_login_walled(address.url):
        return LinkStatus(address, NEEDS_LOGIN, "needs a login, so a program cannot tell")
    return LinkStatus(address, *_explain(address.url, answer))


def _explain(url: str, answer: HttpResult) -> tuple[str, str]:
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
    return next(((kind, words) for applies, kind, words in meanings if applies), (OK, "answers"))


def request_status(url: str) -> HttpResult:
    """Request with HEAD, then with GET if HEAD fails. The page is not kept."""
    answer = _request(url, "HEAD")
    if answer.status in _NO_HEAD or (answer.status >= HTTPStatus.BAD_REQUEST and answer.status not in _REFUSED):
        return _request(url, "GET")
    return answer


def _check_host(addresses: list[LocatedUrl]) -> list[LinkStatus]:
    statuses: list[LinkStatus] = []
    for address in addresses:
        needs_login = _is_login_walled(address.url)
        if statuses and not needs_login:
            sleep(PAUSE)
        statuses.append(classify_result(address, HttpResult() if needs_login else request_status(address.url)))
    return statuses


class _RedirectRecorder(HTTPRedirectHandler):
    """Follows redirects and records their status codes."""

    max_redirections = MAX_REDIRECTS

    def __init__(self) -> None:
        self.codes: list[int] = []

    def redirect_request(
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> Request | None:
        self.codes.append(code)
        next_request = super().redirect_request(req, fp, code, msg, headers, newurl)
        if next_request is not None:
            next_request.method = req.get_method()
        return next_request


def _request(url: str, method: str) -> HttpResult:
    recorder = _RedirectRecorder()
    opener: OpenerDirector = build_opener(recorder)
    request = Request(url, method=method, headers={"User-Agent": USER_AGENT, "Accept": "*/*"})  # noqa: S310 - http or https: a rule of the check
    try:
        with opener.open(request, timeout=TIMEOUT) as reply:
            for_good = bool(recorder.codes) and all(code in _PERMANENT for code in recorder.codes)
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


def _is_login_walled(url: str) -> bool:
    host = urlsplit(url).hostname or ""
    return any(host == walled_host or host.endswith(f".{walled_host}") for walled_host in LOGIN_WALLED_HOSTS)


def _differs(before: str, after: str) -> bool:
    """Return True if the new URL differs by more than a slash at the end."""
    return before.rstrip("/") != after.rstrip("/")
