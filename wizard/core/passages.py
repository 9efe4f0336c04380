"""What a step says to one person: the passages that hold for them, those of a kind read as one."""

import re
from collections.abc import Iterable
from itertools import count

from .condition import Facts
from .library import Passage

_NUMBER = re.compile(r"^\d+(?=\. )", re.MULTILINE)


def held(passages: tuple[Passage, ...], facts: Facts) -> tuple[Passage, ...]:
    """The passages that hold for these facts; those of a kind are joined under the first one's title, and taps count on."""
    kinds: dict[str, list[Passage]] = {}
    for passage in passages:
        if passage.when.holds(facts):
            kinds.setdefault(passage.kind, []).append(passage)
    return tuple(found[0] if found[0].id == kind and len(found) == 1 else _one(kind, found) for kind, found in kinds.items())


def _one(kind: str, found: Iterable[Passage]) -> Passage:
    first, *rest = found
    text = first.text
    for passage in rest:
        text += ("\n" if _NUMBER.match(passage.text) else "\n\n") + passage.text
    numbers = count(1)
    return Passage(kind, first.title, _NUMBER.sub(lambda _: str(next(numbers)), text))
