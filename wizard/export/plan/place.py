"""What a plan says of the person's place: its headline, what one can and cannot do there, and the office for complaints."""

from collections.abc import Iterator

from wizard.core.formatting import CONFIDENCE
from wizard.core.jurisdiction import Authority
from wizard.core.place import applicable_statements
from wizard.core.snapshot import Snapshot

HEADS = {"can": "You can", "cannot": "You cannot", "notes": "Good to know"}
FORM, SITE = "Form for complaints", "Website"


def place_headline(case: Snapshot) -> str:
    """The path in plain words, else the place's name; nothing while the place is not known."""
    if case.place is None:
        return ""
    return case.place.regime.headlines.get(case.place.path, "") or case.place.name


def statements_by_heading(case: Snapshot) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """A heading, then each statement below it with how sure we are of it."""
    for name, head in HEADS.items() if case.place else ():
        found = applicable_statements(getattr(case.place.regime, name), case.interview.facts, case.today) if case.place else ()
        if found:
            yield head, [(each.text, CONFIDENCE[each.confidence]) for each in found]


def authority_links(office: Authority) -> tuple[tuple[str, str], ...]:
    """The addresses of an office with their words, the form for complaints first, each address once."""
    ways = ((FORM, office.form), (SITE, office.url))
    return tuple((words, url) for words, url in ways if url and (words == FORM or url != office.form))
