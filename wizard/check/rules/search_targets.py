"""Rules for the words of the search: they lead to what exists, and each to few things."""

from collections.abc import Iterator, Mapping

from wizard.check.content_tree import SEARCH, ContentTree
from wizard.check.diagnostics import Violation, did_you_mean
from wizard.content.full_text_index import split_words
from wizard.content.search_words import SearchWords, read_search_words
from wizard.views.search import searchable_ids

MAX_TARGETS = 5
"""How many things one phrase may lead to. More of them, and none is found."""


def unknown_search_target(content: ContentTree) -> Iterator[Violation]:
    """The words of the search lead to steps, articles, letters, outcomes, questions, pages and places that exist."""
    known = searchable_ids(content.library)
    for kind, phrases in _words(content).by_kind.items():
        for id in phrases:
            if id not in known[kind]:
                what, next_step = f"There is no {kind} “{id}”.", did_you_mean(id, known[kind])
                yield Violation(f"{SEARCH} [{kind}]", what, next_step, fields=(id,), quote=id)


def overused_search_phrase(content: ContentTree) -> Iterator[Violation]:
    """A search phrase is written once for each thing that it finds, and finds only a few."""
    targets = _targets_by_phrase(_words(content))
    for phrase, found in targets.items():
        twice = next((target for target in found if found.count(target) > 1), "")
        if twice:
            yield Violation(f"{SEARCH} [{twice}]", f"“{phrase}” stands there twice.", "Take one out.", quote=phrase)
        elif len(found) > MAX_TARGETS:
            what = f"“{phrase}” leads to {len(found)} things; {MAX_TARGETS} are the most."
            yield Violation(f"{SEARCH} [{found[-1]}]", what, f"Keep it where it helps most: {', '.join(found)}.", quote=phrase)


def _words(content: ContentTree) -> SearchWords:
    return read_search_words(content.tables.get(SEARCH, {}))


def _targets_by_phrase(words: SearchWords) -> Mapping[str, list[str]]:
    """Return the things that each phrase leads to, as `kind.id`; accents and capitals make no other phrase."""
    targets: dict[str, list[str]] = {}
    for kind, by_id in words.by_kind.items():
        for id, phrases in by_id.items():
            for phrase in phrases:
                targets.setdefault(" ".join(split_words(phrase)), []).append(f"{kind}.{id}")
    return targets
