"""The list of letters and the page of one letter: what is offered, decided once for both front ends."""

from collections.abc import Mapping, Sequence

import pytest

from tests.letters import SAMPLES
from tests.making import case, event
from wizard.core.content_models import Library
from wizard.core.letter.catalogue import build_catalogue
from wizard.core.letter.draft import Draft, build_draft
from wizard.core.letter.selection import select_letter
from wizard.core.snapshot import Snapshot
from wizard.views.actions import ForgetLetterFields, OpenLink, WriteLetter
from wizard.views.letter import LetterStatus, letter_form_page, letter_page
from wizard.views.letter_actions import (
    ChangeFields,
    DiscardLetterEdit,
    EditField,
    KeepLetterFields,
    OpenLetterGroup,
    ReadLetter,
    RecordLetterSent,
    ShowAuthority,
)
from wizard.views.letters import ELSEWHERE, LATER, letter_group_page, letters_page
from wizard.views.page import Page

HERE = {"country": ("DE",), "region": ("DE-BE",), "services": ("facebook", "instagram")}
KIM = {"name": ("Kim Example",), "email": ("kim@example.org",)}
ONLY_IN_LINES = (ChangeFields, ReadLetter, ShowAuthority)
"""What only a page without a form needs: beside the form stand the fields, the letter and the authority themselves."""


@pytest.fixture(scope="module")
def here(content: Library) -> Snapshot:
    """A user in Berlin whose objection about Facebook was refused."""
    return case(content, HERE, event("case/facebook", "sent"), event("case/facebook", "refused"))


def drafted(snapshot: Snapshot, kind: str, typed: Mapping[str, Sequence[str]]) -> Draft:
    letter, request = select_letter(snapshot, kind, sure=False)
    return build_draft(letter, snapshot, request, typed)


def actions(page: Page) -> set[tuple[object, ...]]:
    """Every action that a page offers, in a group or not, with its type: empty named tuples are equal to each other."""
    choices = (*page.choices, *(choice for group in page.groups for choice in group.choices))
    return {(type(choice.action), *choice.action) for choice in choices}


def test_every_letter_stands_on_the_list_once(here: Snapshot) -> None:
    """Those that an objection calls for first; read out, those that do not fit now are one row for each reason."""
    page, catalogue = letters_page(here), build_catalogue(here)
    listed = [choice.action.kind for group in page.groups for choice in group.choices if isinstance(choice.action, WriteLetter)]
    assert sorted(listed) == sorted(here.library.letters)
    assert listed[: len(catalogue.recommended)] == [letter.id for letter, _ in catalogue.recommended]
    spoken = [choice.action for choice in page.spoken_choices]
    assert spoken[-2:] == [OpenLetterGroup(LATER), OpenLetterGroup(ELSEWHERE)]
    hidden = [choice.action for id in (LATER, ELSEWHERE) for choice in letter_group_page(here, id).choices]
    assert len(spoken) - 2 + len(hidden) == len(listed)


@pytest.mark.parametrize("kind", ["follow-up", "objection", "access", "ask-friend", "complaint-to-authority"])
@pytest.mark.parametrize("status", [LetterStatus({}), LetterStatus(KIM, is_edited=True)], ids=["new", "edited"])
def test_both_front_ends_offer_the_same(here: Snapshot, kind: str, status: LetterStatus) -> None:
    """The form shows the fields and the authority, so it needs no choice for them; all else is on both pages."""
    draft = drafted(here, kind, {id: (text,) for id, text in SAMPLES.items()})
    in_lines, in_form = actions(letter_page(draft, status)), actions(letter_form_page(draft, status))
    fields = {(EditField, field.id) for field in draft.letter.fields}
    assert fields <= in_form
    assert in_form - fields == {each for each in in_lines if each[0] not in ONLY_IN_LINES}


@pytest.mark.parametrize(
    ("kind", "typed", "status", "offered", "left_out"),
    [
        ("follow-up", {}, LetterStatus({}), {RecordLetterSent}, {KeepLetterFields, ForgetLetterFields, DiscardLetterEdit}),
        ("access", {}, LetterStatus({}), {RecordLetterSent}, set()),
        ("representative", {}, LetterStatus({}), set(), {RecordLetterSent}),
        ("ask-friend", {}, LetterStatus({}), set(), {RecordLetterSent}),
        ("ask-friend", {"friend": ("Kim",)}, LetterStatus({}), {RecordLetterSent}, set()),
        ("follow-up", KIM, LetterStatus({}), {KeepLetterFields}, {ForgetLetterFields}),
        ("follow-up", KIM, LetterStatus(KIM), {ForgetLetterFields}, {KeepLetterFields}),
        ("follow-up", {}, LetterStatus({}, is_edited=True), {DiscardLetterEdit}, set()),
        ("complaint-to-authority", {}, LetterStatus({}), {ShowAuthority}, set()),
    ],
    ids=["objection", "request", "neither", "no contact", "contact", "to keep", "kept", "edited", "authority"],
)  # fmt: skip
def test_what_is_offered_when(
    here: Snapshot,
    kind: str,
    typed: Mapping[str, Sequence[str]],
    status: LetterStatus,
    offered: set[type],
    left_out: set[type],
) -> None:
    """Sending is offered wherever it can be recorded, whether the letter left the program today or last week."""
    found = {each[0] for each in actions(letter_page(drafted(here, kind, typed), status))}
    assert offered <= found
    assert not found & left_out


def test_the_addresses_of_an_authority_are_links(here: Snapshot) -> None:
    """As many as the authority has, each with its own id."""
    page = letter_form_page(drafted(here, "complaint-to-authority", {}), LetterStatus({}))
    links = [choice for choice in page.groups[-1].choices if isinstance(choice.action, OpenLink)]
    assert links
    assert len({choice.id for choice in links}) == len(links)
