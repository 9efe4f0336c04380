"""Select the sections of a step that apply to the user, and merge those of one kind."""

from collections.abc import Sequence

from .condition import Facts
from .content_models import StepSection


def visible_sections(sections: tuple[StepSection, ...], facts: Facts) -> tuple[StepSection, ...]:
    """Return the sections that apply to these facts. Sections of one kind are merged under the first title."""
    by_kind: dict[str, list[StepSection]] = {}
    for section in sections:
        if section.when.holds(facts):
            by_kind.setdefault(section.kind, []).append(section)
    return tuple(
        members[0] if members[0].id == kind and len(members) == 1 else _merge_sections(kind, members)
        for kind, members in by_kind.items()
    )


def _merge_sections(kind: str, sections: Sequence[StepSection]) -> StepSection:
    texts = tuple(section.text for section in sections)
    return StepSection(kind, sections[0].title, "\n\n".join(texts), merged=texts)
