"""Writing a letter in one sitting: what was typed is found again, and the letter turns to the next case or language."""

from dataclasses import replace

import pytest

from tests.errors import raises_message
from tests.letters import PLACES, at, person
from wizard.core.letter.draft import Draft
from wizard.core.letter.letter_request import (
    FieldKey,
    LetterRequest,
    has_unsaved_personal_input,
    language_choices,
    personal_input,
    request_choices,
)
from wizard.core.snapshot import Snapshot

FACEBOOK, INSTAGRAM = "case/facebook", "case/instagram"
TWO = ("sent 2026-09-01", "sent 2026-09-02 instagram")
THREE = (*TWO, "sent 2026-09-03 third-party")
Typed = dict[FieldKey, tuple[str, ...]]
Kept = dict[str, tuple[str, ...]]


def begun(sitting: LetterRequest, case: Snapshot | None = None, typed: Typed | None = None, kept: Kept | None = None) -> Draft:
    """The letter as it stands."""
    return sitting.draft(case or at("IE"), typed or {}, kept or {})


def slot(sitting: LetterRequest, blank: str, case: Snapshot | None = None) -> FieldKey:
    """Where the text of a blank is found again."""
    current = begun(sitting, case)
    found = current.letter.field(blank)
    assert found
    return sitting.field_key(current, found)


@pytest.mark.parametrize(
    ("first", "second", "blank", "shared"),
    [
        (LetterRequest("follow-up"), LetterRequest("access"), "name", True),
        (LetterRequest("follow-up"), LetterRequest("objection"), "own", False),
        (LetterRequest("follow-up", FACEBOOK), LetterRequest("follow-up", INSTAGRAM), "own", False),
        (LetterRequest("follow-up", FACEBOOK), LetterRequest("follow-up", INSTAGRAM), "name", True),
        (LetterRequest("follow-up", FACEBOOK), LetterRequest("follow-up-no-answer", FACEBOOK), "own", True),
        (LetterRequest("ask-friend", friend="Kim"), LetterRequest("ask-friend", friend="Sam"), "photo", False),
        (LetterRequest("ask-friend", friend="Kim"), LetterRequest("ask-friend", friend="Kim"), "photo", True),
    ],
)
def test_what_is_personal_serves_every_letter_and_the_rest_its_own(
    first: LetterRequest, second: LetterRequest, blank: str, shared: bool
) -> None:
    """A letter of the same kind, about the same case and to the same person has it again."""
    case = person(PLACES["IE"], *TWO)
    assert (slot(first, blank, case) == slot(second, blank, case)) is shared


def test_another_language_of_a_letter_has_the_same_texts_but_not_the_same_edit() -> None:
    """A text edited by hand is in one language."""
    english, portuguese = LetterRequest("objection", language="en"), LetterRequest("objection", language="pt")
    case = at("BR")
    assert slot(english, "own", case) == slot(portuguese, "own", case)
    assert english.edited_text_key(begun(english, case)) != portuguese.edited_text_key(begun(portuguese, case))


@pytest.mark.parametrize(
    ("typed", "kept", "stands"),
    [
        ((), (), ()),
        (("Kim",), (), ("Kim",)),
        ((), ("Sam",), ("Sam",)),
        (("Kim",), ("Sam",), ("Kim",)),
        (("",), ("Sam",), ()),
    ],
)
def test_what_was_typed_counts_more_than_what_is_kept(
    typed: tuple[str, ...], kept: tuple[str, ...], stands: tuple[str, ...]
) -> None:
    """Also where it was emptied."""
    current = begun(LetterRequest("access"), typed={("name",): typed} if typed else {}, kept={"name": kept} if kept else {})
    name = current.letter.field("name")
    assert name
    assert current.input_texts(name) == stands


def test_what_is_kept_serves_only_blanks_about_the_person() -> None:
    """Whatever else lies in the file fills in nothing."""
    assert begun(LetterRequest("access"), kept={"hobby": ("chess",), "own": ("Mine",)}).given == {}


def test_a_message_to_someone_has_their_name_in_it_until_another_is_typed() -> None:
    """A letter that greets nobody by name has none of it."""
    sitting = LetterRequest("ask-friend", friend="Kim")
    assert begun(sitting).given == {"friend": ("Kim",)}
    assert begun(sitting, typed={slot(sitting, "friend"): ("Kimmy",)}).given == {"friend": ("Kimmy",)}
    assert begun(LetterRequest("access", friend="Kim")).given == {}


def test_where_there_is_no_such_letter_it_says_so() -> None:
    """The face then shows why."""
    with raises_message("is not for Ireland"):
        begun(LetterRequest("objection-ch"))


@pytest.mark.parametrize(
    ("kind", "happened", "about", "turns"),
    [
        ("objection", ("sent 2026-09-01",), FACEBOOK, [FACEBOOK]),
        ("objection", TWO, FACEBOOK, [FACEBOOK, INSTAGRAM]),
        ("objection", TWO, INSTAGRAM, [INSTAGRAM, FACEBOOK]),
        ("objection", THREE, INSTAGRAM, [INSTAGRAM, FACEBOOK]),
        ("follow-up", THREE, INSTAGRAM, [INSTAGRAM, "case/third-party", FACEBOOK]),
        ("objection", TWO, "case/whatsapp-ai", ["case/whatsapp-ai", FACEBOOK, INSTAGRAM]),
    ],
)
def test_the_cases_come_in_turn(kind: str, happened: tuple[str, ...], about: str, turns: list[str]) -> None:
    """From its own on; one in which nothing happened yet, or of which the letter cannot be, is not come back to."""
    case = person(PLACES["IE"], *happened, services="facebook instagram whatsapp", habits="meta-ai")
    sitting = LetterRequest(kind, about)
    current = begun(sitting, case)
    assert [each.target for each in request_choices(current)] == turns
    following = sitting.for_next_request(current)
    assert begun(following, case).request == request_choices(current)[1 % len(turns)]


def test_the_letter_about_the_next_case_is_the_one_which_that_case_calls_for() -> None:
    """Of the same kind; what the person said else of it stays."""
    case = person(PLACES["IE"], "sent 2026-09-01", "sent 2026-09-02 instagram", "refused 2026-09-20 instagram")
    sitting = LetterRequest("follow-up-no-answer", FACEBOOK, "en")
    following = sitting.for_next_request(begun(sitting, case))
    assert following == LetterRequest("follow-up", INSTAGRAM, "en")
    assert begun(following, case).letter.id == "follow-up-no-reasons"


def test_a_letter_about_no_case_has_none_to_turn_to() -> None:
    """But it is there in every language."""
    sitting = LetterRequest("ask-friend")
    current = begun(sitting, person(PLACES["IE"], *TWO))
    assert request_choices(current) == ()
    assert set(language_choices(current)) == {"en", "de", "es", "fr", "it", "nl", "pl", "pt"}
    assert sitting.for_next_request(current) == sitting


def test_the_languages_begin_with_that_of_the_user_then_come_those_of_the_office() -> None:
    """The list is the same in whichever of them the letter is; another choice leads back to the first letter."""
    case, sitting = at("BR"), LetterRequest("objection")
    current = begun(sitting, case)
    assert language_choices(current) == ("en", "pt")
    portuguese = sitting.in_language(current, "pt")
    assert portuguese == replace(sitting, language="pt")
    assert language_choices(begun(portuguese, case)) == ("en", "pt")
    assert begun(portuguese.in_language(begun(portuguese, case), "en"), case).letter == current.letter


def test_the_languages_of_the_office_come_before_the_others() -> None:
    """A friend is written to in any language; where the authority reads German, that one follows the language of the user."""
    current = begun(LetterRequest("ask-friend"), at("DE-BY"))
    assert language_choices(current)[:2] == ("en", "de")
    assert set(language_choices(current)) == {"en", "de", "es", "fr", "it", "nl", "pl", "pt"}


@pytest.mark.parametrize(
    ("typed", "kept", "offered"),
    [
        ({}, {}, False),
        ({"name": ("Kim",)}, {}, True),
        ({"name": ("Kim",)}, {"name": ("Kim",)}, False),
        ({"name": ("Kim",)}, {"name": ("Sam",)}, True),
        ({"name": ("",)}, {"name": ("Sam",)}, False),
        ({}, {"name": ("Sam",)}, False),
    ],
)
def test_to_keep_is_offered_for_what_is_not_kept_yet(typed: Kept, kept: Kept, offered: bool) -> None:
    """Only what tells who the person is, and nothing that is empty."""
    current = begun(LetterRequest("access"), typed={(id,): texts for id, texts in typed.items()}, kept=kept)
    assert has_unsaved_personal_input(current, kept) is offered
    assert all(any(texts) for texts in personal_input(current).values())
