"""The last words and the question before leaving: what is lost is named, and "saved" is said only of what is saved."""

from datetime import date

import pytest

from wizard.core.letter.letter_request import LetterRequest
from wizard.core.letter.open_letters import OpenLetter, OpenLetters
from wizard.core.unfinished_work import (
    NOTE,
    UnfinishedWork,
    leave_label,
    unfinished_answer,
    unfinished_file,
    unfinished_letter,
    unfinished_record,
)
from wizard.views.user_messages import exit_message

DATE = unfinished_record(["Facebook"])
LETTER = unfinished_letter("Objection")
BOTH = unfinished_record(["Facebook", "Instagram"], date(2026, 10, 10))
SAVED, ELSE_SAVED = "Everything is saved. To go on where you stopped:", "Everything else is saved. To go on where you stopped:"
NOTHING = "Nothing was stored. To begin again:"


@pytest.mark.parametrize(
    ("unfinished", "lost"),
    [
        ((), ""),
        ((DATE,), "Not recorded: the date for Facebook."),
        ((BOTH, NOTE), "Not recorded: the date for Facebook and Instagram; your note."),
        ((unfinished_answer("Where do you live?"),), "Not recorded: your answer to “Where do you live?”."),
        ((unfinished_file("plan.html"),), "Not saved: the file plan.html."),
        (
            (LETTER, DATE),
            (
                "Neither saved nor copied: the letter “Objection”. Not recorded: the date for Facebook. "
                "Letters are private, so they are not kept here."
            ),
        ),
    ],
)
@pytest.mark.parametrize("kept", [True, False])
def test_the_last_words_name_what_is_lost(unfinished: tuple[UnfinishedWork, ...], lost: str, kept: bool) -> None:
    """Then what is true of the rest, then the command."""
    rest = (ELSE_SAVED if lost else SAVED) if kept else NOTHING
    assert exit_message("again", kept=kept, unfinished=unfinished) == f"{lost} {rest}\nagain".lstrip()


def test_a_record_can_be_completed_as_soon_as_its_day_is_known() -> None:
    """Before that there is nothing to record."""
    assert DATE.completion == ""
    assert BOTH.completion == "Record it now: Facebook and Instagram, 10 Oct 2026"
    assert (leave_label([DATE]), leave_label([DATE, NOTE])) == ("Leave without it", "Leave without them")


OPEN = OpenLetter(
    ("objection", "case/facebook", ""),
    "Objection",
    LetterRequest("objection").arguments,
    (("name",), ("o", "f", "", "why")),
    ("edit",),
)


@pytest.mark.parametrize(
    ("typed", "edited", "kept", "lost"),
    [
        ({}, {}, {}, False),
        ({("name",): ("",)}, {}, {}, False),
        ({("name",): ("Kim",)}, {}, {}, True),
        ({("name",): ("Kim",)}, {}, {"name": ("Kim",)}, False),
        ({("name",): ("Kim",)}, {}, {"name": ("Mia",)}, True),
        ({("o", "f", "", "why"): ("Because",)}, {}, {"why": ("Because",)}, True),
        ({("another letter's",): ("Kim",)}, {}, {}, False),
        ({}, {("edit",): "By hand"}, {}, True),
    ],
)
def test_a_letter_is_lost_when_it_holds_what_is_kept_nowhere(
    typed: dict[tuple[str, ...], tuple[str, ...]],
    edited: dict[tuple[str, ...], object],
    kept: dict[str, tuple[str, ...]],
    lost: bool,
) -> None:
    """What was typed or edited by hand; what the user chose to keep for the next letter is not lost."""
    assert bool(OpenLetters().worked_on(OPEN).unsaved(typed, edited, kept)) == lost
    assert not OpenLetters().worked_on(OPEN).handed_out(OPEN).unsaved(typed, edited, kept)
