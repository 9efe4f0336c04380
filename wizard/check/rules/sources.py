"""Rules for sources: every fact has a source, every source is used, and links have valid URLs."""

import re
from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

from wizard.check.content_tree import ContentTree
from wizard.check.diagnostics import Violation, did_you_mean
from wizard.check.references import located_statements, opened_source_ids, source_citations
from wizard.core.provenance import can_be_checked, can_confirm

CONFIRMED = "confirmed"
_LOCALE = re.compile(r"[?&](?P<parameter>locale=[^&#]*)")
_URL = re.compile(r"^\S+\.[a-z]{2,}(/\S*)?(?=[\s,;]|$)|://")


def unknown_source(content: ContentTree) -> Iterator[Violation]:
    """A source that is named stands in sources.toml."""
    sources = content.library.sources
    for place, id in dict.fromkeys((*source_citations(content), *opened_source_ids(content))):
        if id not in sources:
            yield Violation(
                place, f"“{id}” is not a source.", did_you_mean(id, sources, f"Add [{id}] to sources.toml."), quote=id
            )


def unused_source(content: ContentTree) -> Iterator[Violation]:
    """A source that stands in sources.toml is named somewhere."""
    used = {id for _, id in (*source_citations(content), *opened_source_ids(content))}
    for id in content.library.sources:
        if id not in used:
            yield Violation(f"sources.toml [{id}]", "Nothing names this source.", "Name it where it is used, or take it out.")


def missing_source(content: ContentTree) -> Iterator[Violation]:
    """Steps, articles, letters and statements say where their facts come from."""
    places = [(place, step.sources) for place, step in content.steps()]
    places += [(place, article.sources) for place, article in content.articles()]
    places += [(located.place, located.statement.sources) for located in located_statements(content)]
    places += [(place, letter.sources) for place, letter in content.letters()]
    for place, sources in places:
        if not sources:
            yield Violation(
                place,
                "It names no source.",
                "Name one of sources.toml; “our-own-advice” if it is only that.",
                fields=("sources",),
            )


def link_without_url(content: ContentTree) -> Iterator[Violation]:
    """A link leads to a source that has an address."""
    for place, id in opened_source_ids(content):
        source = content.library.sources.get(id)
        if source and not source.url:
            yield Violation(
                place, f"The source “{id}” has no address.", "Add its “url” in sources.toml, or take the link out.", quote=id
            )


def shallow_url(content: ContentTree) -> Iterator[Violation]:
    """A source has the address of its page: not that of a home page, and not none, unless it says why."""
    for id, source in content.library.sources.items():
        if not can_be_checked(source) and (not source.url or _is_web_url(source.url)):
            what = f"“{source.url}” is a home page." if source.url else "It has no address."
            next_step = "Write the address of the page. Where there is none, say why in “reason”, or name a better source."
            yield Violation(f"sources.toml [{id}]", what, next_step, fields=("url",))


def weak_confirmation(content: ContentTree) -> Iterator[Violation]:
    """What is confirmed has the page of Meta or an authority as its source, or pages of two independent publishers."""
    for place, confidence, ids in _claims(content):
        sources = [content.library.sources[id] for id in ids if id in content.library.sources]
        if confidence == CONFIRMED and sources and all(map(can_be_checked, sources)) and not can_confirm(sources):
            next_step = "Name a better source with the address of its page, or write “reported”."
            yield Violation(place, "Its sources can't confirm it.", next_step, fields=("confidence",))


def _claims(content: ContentTree) -> Iterator[tuple[str, str, Iterable[str]]]:
    """Yield place, confidence and source ids of everything that says how sure it is."""
    for place, step in content.steps():
        yield place, step.confidence, step.sources
    for place, article in content.articles():
        yield place, article.confidence, article.sources
    for place, letter in content.letters():
        yield place, letter.confidence, letter.sources
    for located in located_statements(content):
        yield located.place, located.statement.confidence, located.statement.sources


def unread_source(content: ContentTree) -> Iterator[Violation]:
    """No page claims more than was done: a page that nobody read or tried is not confirmed, unless it is an official one."""
    for id, source in content.library.sources.items():
        if source.confidence == CONFIRMED and not (source.read or source.tried or source.official):
            next_step = "Read the page, or write “reported”."
            yield Violation(
                f"sources.toml [{id}]", "Nobody read it, and yet it is “confirmed”.", next_step, fields=("confidence",)
            )


def invalid_url(content: ContentTree) -> Iterator[Violation]:
    """An address is a web address in full, beginning with http:// or https://."""
    for place, url in _located_urls(content):
        if not _is_web_url(url):
            yield Violation(
                place, f"“{url}” is not a web address.", "Write it in full, like https://example.org/page.", quote=url
            )


def url_with_locale(content: ContentTree) -> Iterator[Violation]:
    """An address asks for no language (`locale=`), so that Meta shows the page in that of the reader."""
    for place, url in _located_urls(content):
        match = _LOCALE.search(url)
        if match:
            yield Violation(
                place,
                f"The address asks for a language: “{match['parameter']}”.",
                "Take that out, and see whether it works.",
                quote=match["parameter"],
            )


def _located_urls(content: ContentTree) -> Iterator[tuple[str, str]]:
    """Yield every URL in sources.toml and authorities.toml with its place."""
    library = content.library
    yield from ((f"sources.toml [{source.id}]", source.url) for source in library.sources.values() if source.url)
    for authority in library.authorities.values():
        yield from ((f"authorities.toml [{authority.id}]", url) for url in (authority.url, authority.form) if url)


def unsorted_sources(content: ContentTree) -> Iterator[Violation]:
    """Sources are in alphabetical order, so that each is easy to find and none is written twice."""
    ids = list(content.library.sources)
    for previous, current, following in zip(["", *ids], ids, ids[1:], strict=False):
        if current > following:
            moved = current if previous < following else following
            successor = next((id for id in sorted(ids) if id > moved), "")
            next_step = f"Put it before [{successor}]." if successor else "Put it at the end."
            yield Violation(f"sources.toml [{moved}]", "It is not in its place in the alphabet.", next_step)


def url_as_title(content: ContentTree) -> Iterator[Violation]:
    """A source's title says in words what it is; the address has a field of its own."""
    for id, source in content.library.sources.items():
        if _URL.search(source.title):
            yield Violation(
                f"sources.toml [{id}]",
                f"The title “{source.title}” is an address.",
                "Say what the page is, in a few words.",
                fields=("title",),
            )


def _is_web_url(url: str) -> bool:
    """Return True if the URL is absolute, http or https, and has no credentials."""
    if not url.isprintable() or " " in url:
        return False
    try:
        parts = urlsplit(url)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and "@" not in parts.netloc and parts.port != 0
    except ValueError:
        return False
