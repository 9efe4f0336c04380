"""The letter as it goes out: nothing is missing, and it is no longer than its place allows."""

import pytest

from tests.errors import raises_message
from tests.letters import at
from wizard.commands.error_hints import command_error_text
from wizard.content.content_loader import load_shipped_content
from wizard.core.letter.draft import Draft, build_draft
from wizard.errors import WizardError
from wizard.export.letter import (
    LETTER_FORMATS,
    PDF,
    RenderedLetter,
    final_letter,
    paste_text,
    preview_letter,
    too_long_error,
)
from wizard.export.letter.handoff import parse_edited_text
from wizard.export.letter.letter_warnings import letter_warnings
from wizard.views.error_messages import error_text
from wizard.views.letter import FORMAT_LABELS

ASKS = {"friend": "Maximiliane and Henriette", "photo": "The beach picture from July", "me": "Kim"}
OWN = "Meta took my pictures and did not ask. "
WRITES = {"name": "Kim", "address": "1 Way", "town": "Cork", "recipient": "The office", "own": OWN, "request": "opt-in"}
LONG_PHOTO = {"photo": "The beach picture from July with all of us and the red boats", "me": "Kim, Maximiliane's cousin"}
LONG_OWN = {"own": "a b c d e f g " * 48}
SHORTEN = "Shorten what you wrote yourself."


def asks(kind: str, typed: dict[str, str], **more: str) -> Draft:
    """The draft of a letter with a limit."""
    given = {id: (text,) for id, text in {**typed, **more}.items()}
    return build_draft(load_shipped_content().letters[kind], at("IE"), None, given)


def by_hand(current: Draft, text: str) -> RenderedLetter:
    """The letter with another text."""
    return parse_edited_text(text, preview_letter(current))


@pytest.mark.parametrize(
    ("current", "sentence"),
    [
        (asks("ask-friend", ASKS), ""),
        (asks("ask-friend", ASKS, **LONG_PHOTO), f"The text has 305 characters; at most 300 fit. {SHORTEN}"),
        (asks("representative", WRITES), ""),
        (asks("representative", WRITES, **LONG_OWN), f"The text has 427 words; at most 300 fit. {SHORTEN}"),
        (asks("access", WRITES | {"email": "kim@example.org", "accounts": "x\n" * 900}), ""),
    ],
    ids=["short", "characters", "few words", "words", "no limit"],
)
def test_a_letter_that_is_too_long_is_read_and_not_handed_out(current: Draft, sentence: str) -> None:
    """So that the person sees what to make shorter."""
    written = preview_letter(current)
    error = too_long_error(current.letter, written)
    assert (error_text(error) if error else "") == sentence
    if sentence:
        with pytest.raises(WizardError) as caught:
            final_letter(current)
        assert command_error_text(caught.value) == sentence


def test_what_goes_out_is_what_one_has_read() -> None:
    """Word for word."""
    current = asks("ask-friend", ASKS)
    assert final_letter(current) == preview_letter(current)


@pytest.mark.parametrize(
    ("current", "named"),
    [
        (asks("ask-friend", {"friend": "Kim"}), "photo (Which photo)"),
        (asks("ask-friend", ASKS, photo="x" * 61), "photo (Which photo)"),
        (asks("ask-friend", ASKS, me="x" * 26), "me (How you sign)"),
        (asks("ask-friend", {}), "friend (First name or nickname of the person you write to), photo (Which photo)"),
    ],
    ids=["empty", "does not fit", "optional, and does not fit", "everything"],
)
def test_no_letter_goes_out_with_a_gap_in_it(current: Draft, named: str) -> None:
    """Nor with something left out that the person typed; until then it can be read."""
    assert paste_text(preview_letter(current))
    with pytest.raises(WizardError) as error:
        final_letter(current)
    assert command_error_text(error.value).startswith(f"“ask-friend” still needs: {named}. Give it with --set ")


def test_what_was_edited_by_hand_goes_out_in_place_of_the_form() -> None:
    """Whatever is missing there; but it must fit too."""
    current = asks("ask-friend", {})
    short = by_hand(current, "Hi Kim! Please take the photo down.")
    assert final_letter(current, short) == short
    with raises_message("The text has 301 characters; at most 300 fit"):
        final_letter(current, by_hand(current, "x" * 301))


def test_how_long_it_is_is_remarked_on_while_one_writes() -> None:
    """Beside the limit; what is too long is more than a remark."""
    current = asks("ask-friend", ASKS)
    assert letter_warnings(current.letter, current.snapshot, None, preview_letter(current)) == ["250 of at most 300 characters."]
    current = asks("ask-friend", ASKS, **LONG_PHOTO)
    assert letter_warnings(current.letter, current.snapshot, None, preview_letter(current)) == []


def test_every_format_has_words() -> None:
    """In one order in every face."""
    assert set(FORMAT_LABELS) == {*LETTER_FORMATS, PDF}
    assert len(set(FORMAT_LABELS.values())) == len(FORMAT_LABELS)
