"""A letter while it is being written: nothing typed makes it fail, and what is missing has a name."""

from datetime import date

import pytest

from tests.errors import raises_message
from tests.letters import PLACES, at, given, person, request, suiting, written
from tests.making import replace
from wizard.content.content_loader import load_shipped_content
from wizard.core.escalation import LETTERS
from wizard.core.letter.delivery import (
    EVENT_BY_FAMILY,
    authority_for_letter,
    authority_notes,
    delivery_channels,
    event_for_letter,
    recorded_targets,
    requests_for_letter,
)
from wizard.core.letter.draft import Draft, build_draft, build_strict_draft, field_error
from wizard.core.letter.models import Letter
from wizard.core.letter.selection import select_letter
from wizard.core.snapshot import Snapshot
from wizard.export.letter import paste_text, preview_letter
from wizard.views.error_messages import error_text

SENT = ("sent 2026-09-01",)


def begun(kind: str, case: Snapshot, **typed: str) -> Draft:
    """The draft of the letter of this kind, with what was typed."""
    letter, about = select_letter(case, kind, sure=False)
    return build_draft(letter, case, about, {id: (text,) for id, text in typed.items()})


def looks(current: Draft) -> str:
    """The preview."""
    return paste_text(preview_letter(current))


def test_what_is_missing_is_named_in_its_order() -> None:
    """What is known from the case is not asked for."""
    current = begun("follow-up", at("IE", *SENT), email="kim@example.org")
    assert [blank.id for blank in current.missing] == ["name", "accounts"]


def test_what_does_not_fit_is_missing_too_and_says_why() -> None:
    """The sentence speaks of the blank by its label, and the rest of the letter goes on."""
    current = begun("follow-up", at("IE", *SENT), name="Kim", email="k", accounts="Facebook: k", sent="some day")
    assert [blank.id for blank in current.missing] == ["sent"]
    assert error_text(current.errors["sent"]) == (
        "“some day” is not a day, as “The day on which you objected” needs. Write it like 2026-11-23."
    )
    assert "1 September 2026" in looks(current), "until then the day of the case stands there"


def test_what_the_letter_has_no_blank_for_is_left_out() -> None:
    """Something typed for another letter harms none."""
    assert begun("follow-up", at("IE", *SENT), hobby="chess").given == {}


def test_a_blank_that_was_emptied_goes_back_to_what_is_known() -> None:
    """A space is nothing."""
    current = begun("follow-up", at("IE", *SENT), reference=" ", name=" ")
    reference, name = (current.letter.field(id) for id in ("reference", "name"))
    assert reference
    assert name
    assert current.input_texts(reference)[0].startswith("PMP-")
    assert current.input_texts(name) == ()
    assert name in current.missing


@pytest.mark.parametrize("place", PLACES)
def test_a_gap_shows_what_belongs_there(place: str) -> None:
    """Of every letter there is a preview from the first moment on, with the label of each gap in it."""
    case = at(place, *SENT)
    for letter in suiting(place, *SENT):
        current = build_draft(letter, case, request(case), {})
        text = looks(current)
        shown = [blank for blank in current.missing if f"‹{blank.label}›" in text]
        assert shown or not current.missing, letter.id
        assert "None" not in text


@pytest.mark.parametrize("place", PLACES)
def test_a_preview_without_gaps_is_the_letter(place: str) -> None:
    """What one reads is what goes out."""
    case = at(place, *SENT)
    for letter in suiting(place, *SENT):
        answers = given(letter, case)
        current = build_draft(letter, case, request(case), answers)
        assert current.missing == ()
        assert looks(current) == paste_text(written(letter, case, answers))


def test_only_what_is_offered_can_be_chosen() -> None:
    """A choice of another day or place is refused in a sentence."""
    case = at("IE", *SENT)
    letter, _ = select_letter(case, "objection", sure=False)
    reasons = letter.field("reasons")
    assert reasons
    assert field_error(letter, case, reasons, ("face", "old-posts")) is None
    error = field_error(letter, case, reasons, ("face", "old-posts", "children", "risk"))
    assert error
    assert error_text(error).endswith("Choose 3 at most.")


@pytest.mark.parametrize(
    ("blank", "given", "reads"),
    [
        ("name", ("Kim",), "Kim"),
        ("name", (" ",), ""),
        ("name", (), ""),
        ("accounts", ("Facebook: kim", "Instagram: @kim"), "Facebook: kim, Instagram: @kim"),
        ("sent", ("2026-10-01",), "1 Oct 2026"),
        ("sent", (), "1 Sep 2026"),
        ("sent", ("some day",), "1 Sep 2026"),
        ("own", (), ""),
    ],
)
def test_a_blank_reads_as_the_person_knows_it(blank: str, given: tuple[str, ...], reads: str) -> None:
    """A day in words, lines in a row; what does not fit is not there."""
    letter, about = select_letter(at("IE", *SENT), "follow-up", sure=False)
    current, wanted = build_draft(letter, at("IE", *SENT), about, {blank: given}), letter.field(blank)
    assert wanted
    assert current.display_text(wanted) == reads


@pytest.mark.parametrize(
    ("kind", "blank", "given", "reads"),
    [
        ("objection", "reasons", ("face", "old-posts"), ["face", "old-posts"]),
        ("objection", "reasons", ("face, old-posts",), ["face", "old-posts"]),
        ("objection", "reasons", (), []),
        ("ask-friend", "wish", ("delete",), ["delete"]),
        ("ask-friend", "wish", (), ["friends"]),
    ],
)
def test_a_choice_reads_by_its_label(kind: str, blank: str, given: tuple[str, ...], reads: list[str]) -> None:
    """Not by the id that a command takes; what is usual stands there too."""
    letter, about = select_letter(at("IE"), kind, sure=False)
    current, wanted = build_draft(letter, at("IE"), about, {blank: given}), letter.field(blank)
    assert wanted
    labels = {option.id: option.label for option in wanted.choices}
    assert current.display_text(wanted) == "; ".join(labels[id] for id in reads)


@pytest.mark.parametrize(
    ("given", "says"), [({"sent": ("some day",)}, "“some day” is not a day"), ({"hobby": ()}, "no field “hobby”")]
)
def test_who_asks_for_exactly_this_hears_what_does_not_fit(given: dict[str, tuple[str, ...]], says: str) -> None:
    """A command leaves nothing out without a word."""
    letter, about = select_letter(at("IE", *SENT), "follow-up", sure=False)
    with raises_message(says):
        build_strict_draft(letter, at("IE", *SENT), about, given)


# What it means that a letter was sent.


OUTCOMES = load_shipped_content().outcomes
LETTERS_OF_REQUESTS = tuple(each for each in load_shipped_content().letters.values() if each.event)
"""Letters that name the event to record themselves."""


def letter(id: str) -> Letter:
    """A letter that is shipped."""
    return load_shipped_content().letters[id]


def test_every_letter_of_a_case_stands_for_an_event_that_can_be_recorded() -> None:
    """What a case recommends to write moves the case on when it is sent."""
    families = {each.family for each in load_shipped_content().letters.values() if each.after_events}
    assert families - {letter.family for letter in LETTERS_OF_REQUESTS} == set(EVENT_BY_FAMILY)
    assert all(letter.event in OUTCOMES for letter in LETTERS_OF_REQUESTS)
    assert set(EVENT_BY_FAMILY.values()) <= set(load_shipped_content().outcomes)
    assert set(LETTERS.values()) - {"follow-up-no-answer"} <= set(EVENT_BY_FAMILY)


def test_a_letter_about_a_case_moves_that_case() -> None:
    """Also when others have begun."""
    case = person(PLACES["IE"], "sent 2026-09-01", "sent 2026-09-02 instagram")
    about = case.requests[1]
    assert requests_for_letter(letter("follow-up-no-answer"), case, about) == (about.target,)


def test_an_objection_by_letter_begins_the_cases_of_all_accounts_that_wait_for_one() -> None:
    """Those that have begun are left out."""
    assert requests_for_letter(letter("objection-eu"), at("IE"), None) == ("case/facebook", "case/instagram")
    assert requests_for_letter(letter("objection-eu"), at("IE", "sent 2026-09-01"), None) == ("case/instagram",)


def test_a_letter_begins_a_case_also_where_there_is_no_form() -> None:
    """A person in California has no form for their own posts, and can still keep track of a request."""
    assert requests_for_letter(letter("state-request-us"), at("US-CA"), None) == ("case/state-request",)
    begun_before = person(PLACES["US-CA"], "sent 2026-09-01", "reopened 2026-10-01")
    assert requests_for_letter(letter("state-request-us"), begun_before, begun_before.requests[0]) == ("case/facebook",)


REQUESTS_BY_LETTER = [
    ("access", "IE", "case/access-request"),
    ("erase-posts", "IE", "case/erasure-request"),
    ("parent-withdrawal", "IE", "case/parent-withdrawal"),
    ("state-request-us", "US-CA", "case/state-request"),
]


@pytest.mark.parametrize(("kind", "home", "target"), REQUESTS_BY_LETTER)
def test_a_letter_that_makes_a_request_begins_it(kind: str, home: str, target: str) -> None:
    """What is then recorded is that it was sent; a second copy belongs to the same request."""
    here = at(home)
    assert (requests_for_letter(letter(kind), here, None), event_for_letter(letter(kind), here.library)) == ((target,), "sent")
    assert requests_for_letter(letter(kind), here, here.request(target)) == (target,)


def test_other_letters_belong_to_no_case() -> None:
    """A message to a friend, or a letter to a politician."""
    for id in ("ask-friend", "representative", "follow-up-no-answer"):
        assert requests_for_letter(letter(id), at("IE"), None) == ()


@pytest.mark.parametrize(
    ("kind", "typed", "of", "event"),
    [
        ("objection-eu", {}, ("case/facebook", "case/instagram"), "sent"),
        ("ask-friend", {"friend": "Kim"}, ("contact/Kim",), "asked"),
        ("ask-friend", {"friend": " Kim "}, ("contact/Kim",), "asked"),
        ("ask-friend", {"friend": " "}, (), "asked"),
        ("ask-friend", {}, (), "asked"),
        ("access", {}, ("case/access-request",), "sent"),
        ("representative", {}, (), "asked"),
    ],
)
def test_what_is_recorded_when_a_letter_was_sent(kind: str, typed: dict[str, str], of: tuple[str, ...], event: str) -> None:
    """In its cases, else of the contact, else nothing."""
    current = begun(kind, at("IE"), **typed)
    assert (recorded_targets(current), event_for_letter(current.letter, current.snapshot.library)) == (of, event)


def test_only_a_complaint_goes_to_an_office() -> None:
    """What one should know of it is a sentence or two."""
    case = at("IE")
    assert authority_for_letter(letter("access"), case) is None
    office = authority_for_letter(letter("complaint-to-authority-eu"), case)
    assert office == (case.place.authority if case.place else None)
    assert office
    assert authority_notes(office)[-1] == "It works in: English, Irish."
    assert authority_notes(replace(office, note="", languages=())) == ()


def test_the_ways_in_are_those_of_the_reader() -> None:
    """The office of the place, or Meta's own forms; a friend has none."""
    case = at("DE-BY")
    office = case.place.authority if case.place else None
    assert office
    found = delivery_channels(letter("complaint-to-authority-eu"), case)
    assert {each.url for each in found} == {url for url in (office.form, office.url) if url}
    assert [each.url for each in delivery_channels(letter("access"), case)] == [
        case.library.sources[id].url for id in letter("access").channels
    ]
    assert delivery_channels(letter("ask-friend"), case) == ()
    assert date(2026, 11, 23) == case.today
