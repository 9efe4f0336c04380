"""Rules for sources: every fact has one, every one is used, and what a person can open has an address."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from wizard.check.content_tree import ContentTree
from wizard.check.diagnostics import Violation, did_you_mean
from wizard.check.references import located_statements, opened_source_ids, source_citations

_LOCALE = re.compile(r"[?&](?P<said>locale=[^&#]*)")
_ADDRESS = re.compile(r"^\S+\.[a-z]{2,}(/\S*)?(?=[\s,;]|$)|://")


def unknown_source(shelf: ContentTree) -> Iterator[Violation]:
    """A source that is named stands in sources.toml."""
    sources = shelf.library.sources
    for place, id in dict.fromkeys((*source_citations(shelf), *opened_source_ids(shelf))):
        if id not in sources:
            yield Violation(place, f"“{id}” is not a source.", did_you_mean(id, sources, f"Add [{id}] to sources.toml."))


def unused_source(shelf: ContentTree) -> Iterator[Violation]:
    """A source that stands in sources.toml is named somewhere."""
    used = {id for _, id in (*source_citations(shelf), *opened_source_ids(shelf))}
    for id in shelf.library.sources:
        if id not in used:
            yield Violation(f"sources.toml [{id}]", "Nothing names this source.", "Name it where it is used, or take it out.")


def missing_source(shelf: ContentTree) -> Iterator[Violation]:
    """Steps, articles, letters and statements say where their facts come from."""
    places = [(place, step.sources) for place, step in shelf.steps()]
    places += [(place, article.sources) for place, article in shelf.articles()]
    places += [(told.place, told.statement.sources) for told in located_statements(shelf)]
    places += [(place, letter.sources) for place, letter in shelf.letters()]
    for place, sources in places:
        if not sources:
            yield Violation(place, "It names no source.", "Name one of sources.toml; “our-own-advice” if it is only that.")


def link_without_url(shelf: ContentTree) -> Iterator[Violation]:
    """A link leads to a source that has an address."""
    for place, id in opened_source_ids(shelf):
        source = shelf.library.sources.get(id)
        if source and not source.url:
            yield Violation(place, f"The source “{id}” has no address.", "Add its “url” in sources.toml, or take the link out.")


def invalid_url(shelf: ContentTree) -> Iterator[Violation]:
    """An address is a web address in full, beginning with http:// or https://."""
    for place, address in _addresses(shelf):
        if not _is_web(address):
            yield Violation(place, f"“{address}” is not a web address.", "Write it in full, like https://example.org/page.")


def url_with_locale(shelf: ContentTree) -> Iterator[Violation]:
    """An address asks for no language (`locale=`), so that Meta shows the page in that of the reader."""
    for place, address in _addresses(shelf):
        asked = _LOCALE.search(address)
        if asked:
            yield Violation(
                place, f"The address asks for a language: “{asked['said']}”.", "Take that out, and see whether it works."
            )


def _addresses(shelf: ContentTree) -> Iterator[tuple[str, str]]:
    """Every address that is written down."""
    library = shelf.library
    yield from ((f"sources.toml [{source.id}]", source.url) for source in library.sources.values() if source.url)
    for office in library.authorities.values():
        yield from ((f"authorities.toml [{office.id}]", address) for address in (office.url, office.form) if address)


def unsorted_sources(shelf: ContentTree) -> Iterator[Violation]:
    """Sources stand in the order of the alphabet, so that one is found, and none is written twice."""
    ids = list(shelf.library.sources)
    for before, one, other in zip(["", *ids], ids, ids[1:], strict=False):
        if one > other:
            moved = one if before < other else other
            behind = next((id for id in sorted(ids) if id > moved), "")
            where = f"Put it before [{behind}]." if behind else "Put it at the end."
            yield Violation(f"sources.toml [{moved}]", "It is not in its place in the alphabet.", where)


def url_as_title(shelf: ContentTree) -> Iterator[Violation]:
    """A source's title says in words what it is; the address has a field of its own."""
    for id, source in shelf.library.sources.items():
        if _ADDRESS.search(source.title):
            yield Violation(
                f"sources.toml [{id}]", f"The title “{source.title}” is an address.", "Say what the page is, in a few words."
            )


def _is_web(address: str) -> bool:
    if not address.isprintable() or " " in address:
        return False
    try:
        parts = urlsplit(address)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and "@" not in parts.netloc and parts.port != 0
    except ValueError:
        return False
