"""Rules for what can happen to an objection: known words, clocks that run somewhere, an answer for each question."""

from collections.abc import Iterator

from wizard.core.clock import SUGGESTED
from wizard.core.ladder import RUNGS
from wizard.core.letter.choice import kinds
from wizard.core.words import CASE_STATUS

from .finding import Flaw, did_you_mean
from .shelf import Shelf

ANSWERS = ("nothing", "good", "bad", "other")
"""What came back, as the program asks for it."""
NEEDED = ("prepared", "sent", "extended", *RUNGS.values(), "closed", "reopened")
"""What the program itself records or looks for."""


def unknown_outcome_word(shelf: Shelf) -> Iterator[Flaw]:
    """An outcome leads to a status that the program has words for, and from an answer that it asks for."""
    for id, outcome in shelf.library.outcomes.items():
        place = f"outcomes.toml [{id}]"
        if outcome.status not in CASE_STATUS:
            yield Flaw(place, f"“{outcome.status}” is not a status.", did_you_mean(outcome.status, CASE_STATUS))
        if outcome.question and outcome.question not in ANSWERS:
            yield Flaw(
                place, f"“{outcome.question}” is not an answer to “What came back?”.", did_you_mean(outcome.question, ANSWERS)
            )


def missing_outcome(shelf: Shelf) -> Iterator[Flaw]:
    """The outcomes that the program itself records are all there, and every answer to “What came back?” leads somewhere."""
    outcomes = shelf.library.outcomes
    for id in NEEDED:
        if id not in outcomes:
            yield Flaw("outcomes.toml", f"There is no outcome “{id}”.", f"Add [{id}], or give the outcome its old name back.")
    given = {outcome.question for outcome in outcomes.values()}
    for answer in ANSWERS:
        if answer not in given:
            yield Flaw("outcomes.toml", f"No outcome has the question “{answer}”.", f'Write question = "{answer}" for one.')


def unknown_outcome_clock(shelf: Shelf) -> Iterator[Flaw]:
    """The clock of an outcome runs somewhere: a regime has it, or the program suggests it."""
    clocks = {clock.id for regime in shelf.library.regimes.values() for clock in regime.clocks} | SUGGESTED.keys()
    for id, outcome in shelf.library.outcomes.items():
        if outcome.clock and outcome.clock not in clocks:
            yield Flaw(
                f"outcomes.toml [{id}]", f"No regime has the clock “{outcome.clock}”.", did_you_mean(outcome.clock, clocks)
            )


def unknown_letter(shelf: Shelf) -> Iterator[Flaw]:
    """The letter of an outcome or of a step is one of those in letters/, or a family of them, once there are any."""
    letters = kinds(shelf.library)
    named = [(f"outcomes.toml [{id}]", outcome.letter) for id, outcome in shelf.library.outcomes.items() if outcome.letter]
    named += [(place, letter) for place, step in shelf.steps() for letter in step.letters]
    for place, letter in named if letters else ():
        if letter not in letters:
            yield Flaw(place, f"There is no letter “{letter}”.", did_you_mean(letter, letters))
