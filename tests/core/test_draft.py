"""A letter while it is being written: nothing typed makes it fail, and what is missing has a name."""

from datetime import date

import pytest

from tests.letters import PLACES, at, given, objection, person, suiting, written
from tests.making import replace
from wizard.core.case import Case
from wizard.core.ladder import LETTERS
from wizard.core.letter.choice import choose
from wizard.core.letter.draft import Draft, draft, exact, misfit
from wizard.core.letter.parts import Letter
from wizard.core.letter.post import MEANS, about_office, cases_for, means, office_of, receivers, ways_in
from wizard.errors import WizardError
from wizard.export.letter import paste_text, preview
from wizard.services.library import shipped

SENT = ("sent 2026-09-01",)


def begun(kind: str, case: Case, **typed: str) -> Draft:
    """The draft of the letter of this kind, with what was typed."""
    letter, about = choose(case, kind, sure=False)
    return draft(letter, case, about, {id: (text,) for id, text in typed.items()})


def looks(current: Draft) -> str:
    """The preview."""
    return paste_text(preview(current))


def test_what_is_missing_is_named_in_its_order() -> None:
    """What is known from the case is not asked for."""
    current = begun("follow-up", at("IE", *SENT), email="kim@example.org")
    assert [blank.id for blank in current.missing] == ["name", "accounts"]


def test_what_does_not_fit_is_missing_too_and_says_why() -> None:
    """The sentence speaks of the blank by its label, and the rest of the letter goes on."""
    current = begun("follow-up", at("IE", *SENT), name="Kim", email="k", accounts="Facebook: k", sent="yesterday")
    assert [blank.id for blank in current.missing] == ["sent"]
    assert current.wrong["sent"] == (
        "“yesterday” is not a day, as “The day on which you objected” needs. Write it like 2026-11-23."
    )
    assert "1 September 2026" in looks(current), "until then the day of the case stands there"


def test_what_the_letter_has_no_blank_for_is_left_out() -> None:
    """Something typed for another letter harms none."""
    assert begun("follow-up", at("IE", *SENT), hobby="chess").given == {}


def test_a_blank_that_was_emptied_goes_back_to_what_is_known() -> None:
    """A space is nothing."""
    current = begun("follow-up", at("IE", *SENT), reference=" ", name=" ")
    reference, name = (current.letter.blank(id) for id in ("reference", "name"))
    assert reference
    assert name
    assert current.texts(reference)[0].startswith("PMP-")
    assert current.texts(name) == ()
    assert name in current.missing


@pytest.mark.parametrize("place", PLACES)
def test_a_gap_shows_what_belongs_there(place: str) -> None:
    """Of every letter there is a preview from the first moment on, with the label of each gap in it."""
    case = at(place, *SENT)
    for letter in suiting(place, *SENT):
        current = draft(letter, case, objection(case), {})
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
        current = draft(letter, case, objection(case), answers)
        assert current.missing == ()
        assert looks(current) == paste_text(written(letter, case, answers))


def test_only_what_is_offered_can_be_chosen() -> None:
    """A choice of another day or place is refused in a sentence."""
    case = at("IE", *SENT)
    letter, _ = choose(case, "objection", sure=False)
    reasons = letter.blank("reasons")
    assert reasons
    assert misfit(letter, case, reasons, ("face", "old-posts")) == ""
    assert "Choose 3 at most" in misfit(letter, case, reasons, ("face", "old-posts", "children", "risk"))


@pytest.mark.parametrize(
    ("blank", "given", "reads"),
    [
        ("name", ("Kim",), "Kim"),
        ("name", (" ",), ""),
        ("name", (), ""),
        ("accounts", ("Facebook: kim", "Instagram: @kim"), "Facebook: kim, Instagram: @kim"),
        ("sent", ("2026-10-01",), "1 Oct 2026"),
        ("sent", (), "1 Sep 2026"),
        ("sent", ("yesterday",), "1 Sep 2026"),
        ("own", (), ""),
    ],
)
def test_a_blank_reads_as_the_person_knows_it(blank: str, given: tuple[str, ...], reads: str) -> None:
    """A day in words, lines in a row; what does not fit is not there."""
    letter, about = choose(at("IE", *SENT), "follow-up", sure=False)
    current, wanted = draft(letter, at("IE", *SENT), about, {blank: given}), letter.blank(blank)
    assert wanted
    assert current.reads(wanted) == reads


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
    letter, about = choose(at("IE"), kind, sure=False)
    current, wanted = draft(letter, at("IE"), about, {blank: given}), letter.blank(blank)
    assert wanted
    labels = {option.id: option.label for option in wanted.choices}
    assert current.reads(wanted) == "; ".join(labels[id] for id in reads)


@pytest.mark.parametrize(
    ("given", "says"), [({"sent": ("yesterday",)}, "“yesterday” is not a day"), ({"hobby": ()}, "no blank “hobby”")]
)
def test_who_asks_for_exactly_this_hears_what_does_not_fit(given: dict[str, tuple[str, ...]], says: str) -> None:
    """A command leaves nothing out without a word."""
    letter, about = choose(at("IE", *SENT), "follow-up", sure=False)
    with pytest.raises(WizardError, match=says):
        exact(letter, at("IE", *SENT), about, given)


# What it means that a letter was sent.


def letter(id: str) -> Letter:
    """A letter that is shipped."""
    return shipped().letters[id]


def test_every_letter_of_a_case_stands_for_an_event_that_can_be_recorded() -> None:
    """What a case recommends to write moves the case on when it is sent."""
    families = {each.family for each in shipped().letters.values() if each.after}
    assert families == set(MEANS)
    assert set(MEANS.values()) <= set(shipped().outcomes)
    assert set(LETTERS.values()) - {"follow-up-no-answer"} <= set(MEANS)


def test_a_letter_about_a_case_moves_that_case() -> None:
    """Also when others have begun."""
    case = person(PLACES["IE"], "sent 2026-09-01", "sent 2026-09-02 instagram")
    about = case.objections[1]
    assert cases_for(letter("follow-up-no-answer"), case, about) == (about.target,)


def test_an_objection_by_letter_begins_the_cases_of_all_accounts_that_wait_for_one() -> None:
    """Those that have begun are left out."""
    assert cases_for(letter("objection-eu"), at("IE"), None) == ("case/facebook", "case/instagram")
    assert cases_for(letter("objection-eu"), at("IE", "sent 2026-09-01"), None) == ("case/instagram",)


def test_a_letter_begins_a_case_also_where_there_is_no_form() -> None:
    """A person in California has no form for their own posts, and can still keep track of a request."""
    assert cases_for(letter("state-request-us"), at("US-CA"), None) == ("case/facebook", "case/instagram")


def test_other_letters_belong_to_no_case() -> None:
    """A message to a friend, or a request about one's data."""
    for id in ("ask-friend", "access", "representative", "follow-up-no-answer"):
        assert cases_for(letter(id), at("IE"), None) == ()


@pytest.mark.parametrize(
    ("kind", "typed", "of", "event"),
    [
        ("objection-eu", {}, ("case/facebook", "case/instagram"), "sent"),
        ("ask-friend", {"friend": "Kim"}, ("contact/Kim",), "asked"),
        ("ask-friend", {"friend": " Kim "}, ("contact/Kim",), "asked"),
        ("ask-friend", {"friend": " "}, (), "asked"),
        ("ask-friend", {}, (), "asked"),
        ("access", {}, (), "asked"),
    ],
)
def test_what_is_recorded_when_a_letter_was_sent(kind: str, typed: dict[str, str], of: tuple[str, ...], event: str) -> None:
    """In its cases, else of the person in the contact book, else nothing."""
    current = begun(kind, at("IE"), **typed)
    assert (receivers(current), means(current.letter)) == (of, event)


def test_only_a_complaint_goes_to_an_office() -> None:
    """What one should know of it is a sentence or two."""
    case = at("IE")
    assert office_of(letter("access"), case) is None
    office = office_of(letter("complaint-to-authority-eu"), case)
    assert office == (case.place.authority if case.place else None)
    assert office
    assert about_office(office)[-1] == "It works in: en, ga."
    assert about_office(replace(office, note="", languages=())) == ()


def test_the_ways_in_are_those_of_the_reader() -> None:
    """The office of the place, or Meta's own forms; a friend has none."""
    case = at("DE-BY")
    office = case.place.authority if case.place else None
    assert office
    found = ways_in(letter("complaint-to-authority-eu"), case)
    assert {each.url for each in found} == {url for url in (office.form, office.url) if url}
    assert [each.url for each in ways_in(letter("access"), case)] == [
        case.library.sources[id].url for id in letter("access").channels
    ]
    assert ways_in(letter("ask-friend"), case) == ()
    assert date(2026, 11, 23) == case.today
