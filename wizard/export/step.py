"""A step's text in the order in which it is read on paper."""

from collections.abc import Iterator

from wizard.core.case import Case, Entry
from wizard.core.library import Passage
from wizard.core.ways import ways
from wizard.core.words import DEVICE


def passages_of(case: Case, entry: Entry) -> Iterator[tuple[str, Passage]]:
    """Each part with its heading: what cannot be undone first, then what to do on the devices in hand, then the rest."""
    first = entry.step.passage("irreversible")
    if first:
        yield first.title, first
    yield from ((DEVICE[way.id], way) for way in ways(case, entry.step))
    yield from ((each.title, each) for each in entry.step.passages if each is not first and each.id not in DEVICE)
