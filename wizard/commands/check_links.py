"""`check --links`: whether the outside addresses of the content still answer. The only command that opens connections."""

import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from wizard.check.tolerant_loader import load_content_tree
from wizard.content.link_checker import BLOCKED, BROKEN, MOVED, NEEDS_LOGIN, OK, SLOW, LinkStatus, LocatedUrl, check_urls
from wizard.core.content_models import Library
from wizard.core.formatting import pluralize
from wizard.core.sanitize import sanitize_line
from wizard.core.urls import is_web_address

SHOWN = (BROKEN, MOVED, SLOW, BLOCKED)
"""What is printed for each address; the rest is only counted."""
NEXT = {
    BROKEN: "Look for the page in a browser; write its new address, or take the source out where it is named.",
    MOVED: "Look at the new page, then write its address and set “checked” to that day.",
}


def run_link_check(root: Path, today: date) -> int:
    """Ask all addresses; 1 if one of them is broken."""
    shelf, _ = load_content_tree(root, today)
    addresses = [each for each in dict.fromkeys(_addresses(shelf.library)) if is_web_address(each.url)]
    sys.stderr.write(f"Links to ask: {len(addresses)}. This opens connections, a few at a time.\n")
    kinds: list[str] = []
    for verdict in check_urls(addresses):
        kinds.append(verdict.kind)
        if verdict.kind in SHOWN:
            sys.stdout.write(_in_words(verdict))
            sys.stdout.flush()
    sys.stdout.write(" ".join(_counts(kinds)) + "\n")
    return 1 if BROKEN in kinds else 0


def _addresses(library: Library) -> Iterator[LocatedUrl]:
    for source in library.sources.values():
        yield LocatedUrl(f"sources.toml [{source.id}]", source.url)
    for office in library.authorities.values():
        yield LocatedUrl(f"authorities.toml [{office.id}]", office.url)
        yield LocatedUrl(f"authorities.toml [{office.id}] form", office.form)


def _in_words(verdict: LinkStatus) -> str:
    lines = [f"{verdict.address.url} {verdict.words}.", *([NEXT[verdict.kind]] if verdict.kind in NEXT else [])]
    return f"{verdict.address.place}: {verdict.kind}\n" + "".join(f"  {sanitize_line(line)}\n" for line in lines)


def _counts(kinds: list[str]) -> Iterator[str]:
    yield f"{pluralize(len(kinds), 'link')}: {kinds.count(OK)} fine, {kinds.count(BROKEN)} broken, {kinds.count(MOVED)} moved,"
    yield f"{kinds.count(SLOW)} slow or in trouble, {kinds.count(BLOCKED)} closed to programs."
    if len(kinds) - kinds.count(NEEDS_LOGIN) == kinds.count(BROKEN) > 1:
        yield "Nothing at all could be reached: is this computer connected?"
    if NEEDS_LOGIN in kinds:
        yield f"{kinds.count(NEEDS_LOGIN)} at Meta were not asked: they need a login, so only a person with a browser can tell."
