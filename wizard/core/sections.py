"""What a step says to one person: the passages that hold for them, those of a kind read as one."""

import re
from collections.abc import Iterable
from itertools import count

from .condition import Facts
from .content_models import StepSection

_NUMBER = re.compile(r"^\d+(?=\. )", re.MULTILINE)


def visible_sections(passages: tuple[StepSection, ...], facts: Facts) -> tuple[StepSection, ...]:
    """The passages that hold for these facts; those of a kind are joined under the first one's title, and taps count on."""
    kinds: dict[str, list[StepSection]] = {}
    for passage in passages:
        if passage.when.holds(facts):
            kinds.setdefault(passage.kind, []).append(passage)
    return tuple(
        found[0] if found[0].id == kind and len(found) == 1 else _merge_sections(kind, found) for kind, found in kinds.items()
    )


def _merge_sections(kind: str, found: Iterable[StepSection]) -> StepSection:
    first, *rest = found
    text = first.text
    for passage in rest:
        text += ("\n" if _NUMBER.match(passage.text) else "\n\n") + passage.text
    numbers = count(1)
    return StepSection(kind, first.title, _NUMBER.sub(lambda _: str(next(numbers)), text))
