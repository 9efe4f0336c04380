"""What a plan says about the place: headline, statements, and links to the authority."""

from collections.abc import Iterator

from wizard.core.formatting import CONFIDENCE
from wizard.core.jurisdiction import Authority
from wizard.core.place import applicable_statements
from wizard.core.snapshot import Snapshot

HEADS = {"can": "You can", "cannot": "You cannot", "notes": "Good to know"}
"""The heading of each list of statements of a regime."""
FORM, SITE = "Form for complaints", "Website"


def place_headline(snapshot: Snapshot) -> str:
    """Return the path as a sentence, else the name of the place; "" if the place is not known."""
    if snapshot.place is None:
        return ""
    return snapshot.place.regime.headlines.get(snapshot.place.path, "") or snapshot.place.name


def statements_by_heading(snapshot: Snapshot) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """Yield each heading that has statements, with their texts and confidence."""
    if snapshot.place is None:
        return
    for name, heading in HEADS.items():
        declared = getattr(snapshot.place.regime, name)
        statements = applicable_statements(declared, snapshot.interview.facts, snapshot.today)
        if statements:
            yield heading, [(each.text, CONFIDENCE[each.confidence]) for each in statements]


def authority_links(authority: Authority) -> tuple[tuple[str, str], ...]:
    """Return label and address of each link of an authority, the complaint form first, each address once."""
    links = ((FORM, authority.form), (SITE, authority.url))
    return tuple((label, url) for label, url in links if url and (label == FORM or url != authority.form))
