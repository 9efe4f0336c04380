"""`check --links`: check that the URLs in the content still work. The only command that opens connections."""

import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from wizard.check.content_tree import load_content_tree
from wizard.content.link_checker import BLOCKED, BROKEN, MOVED, NEEDS_LOGIN, OK, SLOW, LinkStatus, LocatedUrl, check_urls
from wizard.core.content_models import Library
from wizard.core.sanitize import sanitize_line
from wizard.core.urls import is_web_address
from wizard.i18n import N_, _, ngettext

SHOWN = (BROKEN, MOVED, SLOW, BLOCKED)
"""The kinds of results that are printed one by one; the others are only counted."""
NEXT = {
    BROKEN: N_("Look for the page in a browser; write its new address, or take the source out where it is named."),
    MOVED: N_("Look at the new page, then write its address and set “checked” to that day."),
}


def run_link_check(root: Path, today: date) -> int:
    """Request every URL once and print problems and counts. Returns 1 if a link is broken."""
    tree = load_content_tree(root, today)[0]
    urls = [located for located in dict.fromkeys(_located_urls(tree.library)) if is_web_address(located.url)]
    sys.stderr.write(_("Links to ask: {count}. This opens connections, a few at a time.", count=len(urls)) + "\n")
    kinds: list[str] = []
    for status in check_urls(urls):
        kinds.append(status.kind)
        if status.kind in SHOWN:
            sys.stdout.write(_link_text(status))
            sys.stdout.flush()
    sys.stdout.write(" ".join(_counts(kinds)) + "\n")
    return 1 if BROKEN in kinds else 0


def _located_urls(library: Library) -> Iterator[LocatedUrl]:
    """Yield the URLs of sources and authorities, with the place in the content where each is written."""
    for source in library.sources.values():
        yield LocatedUrl(f"sources.toml [{source.id}]", source.url)
    for authority in library.authorities.values():
        yield LocatedUrl(f"authorities.toml [{authority.id}]", authority.url)
        yield LocatedUrl(f"authorities.toml [{authority.id}] form", authority.form)


def _link_text(status: LinkStatus) -> str:
    """Return what is wrong with a link, and what to do about it."""
    lines = [f"{status.address.url} {status.words}.", *([_(NEXT[status.kind])] if status.kind in NEXT else [])]
    return f"{status.address.place}: {status.kind}\n" + "".join(f"  {sanitize_line(line)}\n" for line in lines)


def _counts(kinds: list[str]) -> Iterator[str]:
    """Yield sentences that count the results by kind."""
    yield ngettext(
        "{count} link: {ok} fine, {broken} broken, {moved} moved, {slow} slow or in trouble, {blocked} closed to programs.",
        "{count} links: {ok} fine, {broken} broken, {moved} moved, {slow} slow or in trouble, {blocked} closed to programs.",
        len(kinds),
        ok=kinds.count(OK),
        broken=kinds.count(BROKEN),
        moved=kinds.count(MOVED),
        slow=kinds.count(SLOW),
        blocked=kinds.count(BLOCKED),
    )
    if len(kinds) - kinds.count(NEEDS_LOGIN) == kinds.count(BROKEN) > 1:
        yield _("Nothing at all could be reached: is this computer connected?")
    if NEEDS_LOGIN in kinds:
        yield ngettext(
            "{count} at Meta was not asked: it needs a login, so only a person with a browser can tell.",
            "{count} at Meta were not asked: they need a login, so only a person with a browser can tell.",
            kinds.count(NEEDS_LOGIN),
        )
