"""The sources below a text: each leads to its address."""

from collections.abc import Iterable

from wizard.core.formatting import confidence_note
from wizard.core.provenance import check_note
from wizard.core.snapshot import Snapshot
from wizard.i18n import N_, _, labelled

from .actions import OpenSource
from .page import Page, PageChoice, PageSection, TextLine, Tone

NO_SOURCE_ADDRESS = N_("No address is recorded for this source.")


NO_ADDRESS = "no-address"
"""The section of the sources that have no address."""


def with_sources(page: Page, snapshot: Snapshot, ids: Iterable[str]) -> Page:
    """Return the page with its sources as choices, each once; unknown ids are left out.

    Sources without an address lead nowhere, so they are a text below the page.
    """
    known = [_source_choice(snapshot, id) for id in dict.fromkeys(ids) if id in snapshot.library.sources]
    leads = [choice for choice in known if snapshot.library.sources[choice.id].url]
    others = tuple(TextLine(labelled(each.label, each.hint), tone=Tone.QUIET) for each in known if each not in leads)
    return page._replace(
        sections=(*page.sections, PageSection(NO_ADDRESS, others)) if others else page.sections,
        prompt=_("Links and sources: which one?") if leads else page.prompt,
        choices=tuple(leads),
        help=_("Each source says how it was checked, and when. Choose one to hear its address."),
    )


def _source_choice(snapshot: Snapshot, source_id: str) -> PageChoice:
    source = snapshot.library.sources[source_id]
    note, check = confidence_note(source.confidence), check_note(source)
    hint = _("{confidence}; {check}", confidence=note, check=check) if note else check
    return PageChoice(source_id, source.title, OpenSource(source_id), hint=hint)
