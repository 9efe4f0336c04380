"""Rules for steps: honest figures, a way to do it, limits said, and what it means for an objection."""

from collections.abc import Iterator

from wizard.core.objection import TITLES
from wizard.core.prose import blocks

from .finding import Flaw, did_you_mean
from .shelf import Shelf
from .wording import TAP_WITHOUT_SPACE

WAYS = ("web", "android", "ios", "phone", "anywhere")
PASSAGES = (*WAYS, "moved", "limits", "irreversible")
GREATEST_IMPACT = 5
MOST_MINUTES = 90
CASES = tuple(target.removeprefix("case/") for target in TITLES)


def impact_range(shelf: Shelf) -> Iterator[Flaw]:
    """Impact runs from 1 to 5."""
    for place, step in shelf.steps():
        if not 1 <= step.impact <= GREATEST_IMPACT:
            yield Flaw(place, f"The impact is {step.impact}.", "Weigh it from 1 to 5.")


def minutes_range(shelf: Shelf) -> Iterator[Flaw]:
    """A step is one act, not half a day."""
    for place, step in shelf.steps():
        if step.minutes > MOST_MINUTES:
            yield Flaw(place, f"It takes {step.minutes} minutes.", f"Divide it into steps of {MOST_MINUTES} minutes at most.")


def unknown_passage(shelf: Shelf) -> Iterator[Flaw]:
    """The headed parts of a step have the ids of content/README.md, each once."""
    for place, step in shelf.steps():
        ids = [passage.id for passage in step.passages]
        for id in dict.fromkeys(ids):
            if id.partition("-")[0] not in PASSAGES:
                yield Flaw(place, f"There is no passage “{id}”.", did_you_mean(id, PASSAGES))
            elif ids.count(id) > 1:
                yield Flaw(place, f"The passage “{id}” is there twice.", "Make one of them.")


def empty_passage(shelf: Shelf) -> Iterator[Flaw]:
    """A step has an introduction, and something stands under each heading."""
    for place, step in shelf.steps():
        if not step.intro:
            yield Flaw(place, "There is no introduction.", "Say in a sentence or two what the step does and why it helps.")
        for passage in step.passages:
            if not passage.text:
                yield Flaw(place, f"Nothing stands under “{passage.title}”.", "Write it, or take the heading out.")


def no_way(shelf: Shelf) -> Iterator[Flaw]:
    """A step says in numbered taps what to do, for one device at least."""
    for place, step in shelf.steps():
        ways = [passage for passage in step.passages if passage.id in WAYS]
        if not ways:
            yield Flaw(place, "It does not say what to do.", f"Add a passage with one of these ids: {', '.join(WAYS)}.")
        for passage in ways:
            taps = any(number for number, _ in blocks(passage.text)) or TAP_WITHOUT_SPACE.search(passage.text)
            if passage.text and not taps:
                yield Flaw(place, f"The passage “{passage.id}” has no taps.", "Number what is to be done: 1., 2., 3.")


def no_limits(shelf: Shelf) -> Iterator[Flaw]:
    """A step says what it does not do."""
    for place, step in shelf.steps():
        if step.passage("limits") is None:
            yield Flaw(place, "It does not say what it does not do.", "Add “## What it does not do {#limits}”.")


def no_moved(shelf: Shelf) -> Iterator[Flaw]:
    """A step with a link into Meta's menus says where to look when the menu has moved."""
    sources = shelf.library.sources
    for place, step in shelf.steps():
        linked = (sources[link.source] for link in step.links if link.source in sources)
        inside = any(source.publisher == "Meta" and source.about in ("form", "setting") for source in linked)
        if inside and step.passage("moved") is None:
            yield Flaw(
                place,
                "It leads into Meta's menus but not to where they may have gone.",
                "Add “## If the menu has moved {#moved}”.",
            )


def unknown_case(shelf: Shelf) -> Iterator[Flaw]:
    """A step that means something for an objection names a known case and a known event."""
    for place, step in shelf.steps():
        if step.means and step.means.case not in CASES:
            yield Flaw(place, f"“{step.means.case}” is not an objection case.", did_you_mean(step.means.case, CASES))
        if step.means and step.means.kind not in shelf.library.outcomes:
            yield Flaw(
                place, f"“{step.means.kind}” does not happen to a case.", did_you_mean(step.means.kind, shelf.library.outcomes)
            )


def unknown_finding(shelf: Shelf) -> Iterator[Flaw]:
    """What a step mends is something that an audit can find."""
    from wizard.audit.worst import finding_ids

    known = finding_ids()
    for place, step in shelf.steps():
        for finding in step.mends:
            if finding not in known:
                yield Flaw(place, f"“{finding}” is nothing that an audit finds.", did_you_mean(finding, known))


def case_twice(shelf: Shelf) -> Iterator[Flaw]:
    """One step alone stands for an objection case."""
    first: dict[str, str] = {}
    for place, step in shelf.steps():
        if step.means and first.setdefault(step.means.case, step.id) != step.id:
            yield Flaw(place, f"“{first[step.means.case]}” already means the case “{step.means.case}”.", "Leave one of them.")
