"""Rules for steps: plausible figures, instructions, limits, valid links to objections and findings."""

from collections.abc import Iterator

from wizard.check.content_tree import ContentTree
from wizard.check.diagnostics import Violation, did_you_mean
from wizard.content.markdown import section_blocks
from wizard.core.blocks import block_lines

from .text_style import TAP_WITHOUT_SPACE

WAYS = ("web", "android", "ios", "phone", "anywhere")
PASSAGES = (*WAYS, "moved", "limits", "irreversible")
GREATEST_IMPACT = 5
MAX_MINUTES = 90


def impact_range(content: ContentTree) -> Iterator[Violation]:
    """Impact runs from 1 to 5."""
    for place, step in content.steps():
        if not 1 <= step.impact <= GREATEST_IMPACT:
            yield Violation(place, f"The impact is {step.impact}.", "Weigh it from 1 to 5.", fields=("impact",))


def minutes_range(content: ContentTree) -> Iterator[Violation]:
    """A step is one act, not half a day."""
    for place, step in content.steps():
        if step.minutes > MAX_MINUTES:
            yield Violation(
                place,
                f"It takes {step.minutes} minutes.",
                f"Divide it into steps of {MAX_MINUTES} minutes at most.",
                fields=("minutes",),
            )


def unknown_section(content: ContentTree) -> Iterator[Violation]:
    """The headed parts of a step have the ids of content/README.md, each once."""
    for place, step in content.steps():
        ids = [section.id for section in step.sections]
        for id in dict.fromkeys(ids):
            if id.partition("-")[0] not in PASSAGES:
                yield Violation(place, f"There is no passage “{id}”.", did_you_mean(id, PASSAGES), quote=f"{{#{id}}}")
            elif ids.count(id) > 1:
                yield Violation(place, f"The passage “{id}” is there twice.", "Make one of them.", quote=f"{{#{id}}}")


def empty_section(content: ContentTree) -> Iterator[Violation]:
    """A step has an introduction, and text under each heading."""
    for place, step in content.steps():
        if not step.intro:
            yield Violation(place, "There is no introduction.", "Say in a sentence or two what the step does and why it helps.")
        for section in step.sections:
            if not section.text:
                yield Violation(
                    place, f"Nothing stands under “{section.title}”.", "Write it, or take the heading out.", quote=section.title
                )


def missing_instructions(content: ContentTree) -> Iterator[Violation]:
    """A step says in numbered taps what to do, for one device at least."""
    for place, step in content.steps():
        instructions = [section for section in step.sections if section.id in WAYS]
        if not instructions:
            yield Violation(place, "It does not say what to do.", f"Add a passage with one of these ids: {', '.join(WAYS)}.")
        for section in instructions:
            has_instructions = any(number for number, _ in block_lines(section_blocks(section))) or TAP_WITHOUT_SPACE.search(
                section.text
            )
            if section.text and not has_instructions:
                yield Violation(
                    place,
                    f"The passage “{section.id}” has no taps.",
                    "Number what is to be done: 1., 2., 3.",
                    quote=f"{{#{section.id}}}",
                )


def missing_limits(content: ContentTree) -> Iterator[Violation]:
    """A step says what it does not do."""
    for place, step in content.steps():
        if step.passage("limits") is None:
            yield Violation(place, "It does not say what it does not do.", "Add “## What it does not do {#limits}”.")


def missing_menu_hint(content: ContentTree) -> Iterator[Violation]:
    """A step with a link into Meta's menus says where to look when the menu has moved."""
    sources = content.library.sources
    for place, step in content.steps():
        linked = (sources[link.source] for link in step.links if link.source in sources)
        leads_to_menu = any(source.publisher == "Meta" and source.about in ("form", "setting") for source in linked)
        if leads_to_menu and step.passage("moved") is None:
            yield Violation(
                place,
                "It leads into Meta's menus but not to where they may have gone.",
                "Add “## If the menu has moved {#moved}”.",
            )


def unknown_request_link(content: ContentTree) -> Iterator[Violation]:
    """A step that means something for an objection names a known request and a known event."""
    for place, step in content.steps():
        if step.records and step.records.case not in content.library.requests:
            yield Violation(
                place,
                f"“{step.records.case}” is not a kind of request.",
                did_you_mean(step.records.case, content.library.requests),
                fields=("means", "case"),
                quote=step.records.case,
            )
        if step.records and step.records.kind not in content.library.outcomes:
            yield Violation(
                place,
                f"“{step.records.kind}” does not happen to a request.",
                did_you_mean(step.records.kind, content.library.outcomes),
                fields=("means", "kind"),
                quote=step.records.kind,
            )


def unknown_finding(content: ContentTree) -> Iterator[Violation]:
    """What a step mends is something that an audit can find."""
    from wizard.audit.risks import finding_ids

    known = finding_ids()
    for place, step in content.steps():
        for finding in step.resolves:
            if finding not in known:
                yield Violation(
                    place,
                    f"“{finding}” is nothing that an audit finds.",
                    did_you_mean(finding, known),
                    fields=("mends",),
                    quote=finding,
                )


def duplicate_request_step(content: ContentTree) -> Iterator[Violation]:
    """Only one step records the sending of a kind of request."""
    first: dict[str, str] = {}
    for place, step in content.steps():
        if step.records and first.setdefault(step.records.case, step.id) != step.id:
            yield Violation(
                place,
                f"“{first[step.records.case]}” already means the request “{step.records.case}”.",
                "Leave one of them.",
                fields=("means", "case"),
                quote=step.records.case,
            )
