"""Select the sections of a step that apply to the user, and merge those of one kind."""

import re
from collections.abc import Iterable
from itertools import count

from .condition import Facts
from .content_models import StepSection

_NUMBER = re.compile(r"^\d+(?=\. )", re.MULTILINE)


def visible_sections(sections: tuple[StepSection, ...], facts: Facts) -> tuple[StepSection, ...]:
    """Return the sections that apply to these facts.

    Sections of one kind are merged under the first title and renumbered.
    """
    by_kind: dict[str, list[StepSection]] = {}
    for section in sections:
        if section.when.holds(facts):
            by_kind.setdefault(section.kind, []).append(section)
    return tuple(
        members[0] if members[0].id == kind and len(members) == 1 else _merge_sections(kind, members)
        for kind, members in by_kind.items()
    )


def _merge_sections(kind: str, sections: Iterable[StepSection]) -> StepSection:
    """Return one section with the texts in order and its instructions numbered from 1."""
    first, *following = sections
    text = first.text
    for section in following:
        # A text that begins with a number continues the list, so no empty line may separate it.
        text += ("\n" if _NUMBER.match(section.text) else "\n\n") + section.text
    numbers = count(1)
    return StepSection(kind, first.title, _NUMBER.sub(lambda _: str(next(numbers)), text))
