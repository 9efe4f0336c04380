"""Rules for what can happen to an objection: known words, clocks that run somewhere, an answer for each question."""

from collections.abc import Iterator

from wizard.check.content_tree import ContentTree
from wizard.check.diagnostics import Violation, did_you_mean
from wizard.core.escalation import EVENT_FOR_ESCALATION
from wizard.core.formatting import OBJECTION_STATUS_WORDS
from wizard.core.letter.selection import letter_kinds
from wizard.core.time_limit import DEFAULT_LIMITS

ANSWERS = ("nothing", "good", "bad", "other")
"""What came back, as the program asks for it."""
NEEDED = ("prepared", "sent", "extended", *EVENT_FOR_ESCALATION.values(), "closed", "reopened")
"""What the program itself records or looks for."""


def unknown_outcome_status(shelf: ContentTree) -> Iterator[Violation]:
    """An outcome leads to a status that the program has words for, and from an answer that it asks for."""
    for id, outcome in shelf.library.outcomes.items():
        place = f"outcomes.toml [{id}]"
        if outcome.status not in OBJECTION_STATUS_WORDS:
            yield Violation(place, f"“{outcome.status}” is not a status.", did_you_mean(outcome.status, OBJECTION_STATUS_WORDS))
        if outcome.question and outcome.question not in ANSWERS:
            yield Violation(
                place, f"“{outcome.question}” is not an answer to “What came back?”.", did_you_mean(outcome.question, ANSWERS)
            )


def missing_outcome(shelf: ContentTree) -> Iterator[Violation]:
    """The outcomes that the program itself records are all there, and every answer to “What came back?” leads somewhere."""
    outcomes = shelf.library.outcomes
    for id in NEEDED:
        if id not in outcomes:
            yield Violation(
                "outcomes.toml", f"There is no outcome “{id}”.", f"Add [{id}], or give the outcome its old name back."
            )
    given = {outcome.question for outcome in outcomes.values()}
    for answer in ANSWERS:
        if answer not in given:
            yield Violation("outcomes.toml", f"No outcome has the question “{answer}”.", f'Write question = "{answer}" for one.')


def unknown_outcome_limit(shelf: ContentTree) -> Iterator[Violation]:
    """The clock of an outcome runs somewhere: a regime has it, or the program suggests it."""
    clocks = {clock.id for regime in shelf.library.regimes.values() for clock in regime.time_limits} | DEFAULT_LIMITS.keys()
    for id, outcome in shelf.library.outcomes.items():
        if outcome.time_limit and outcome.time_limit not in clocks:
            yield Violation(
                f"outcomes.toml [{id}]",
                f"No regime has the clock “{outcome.time_limit}”.",
                did_you_mean(outcome.time_limit, clocks),
            )


def unknown_letter(shelf: ContentTree) -> Iterator[Violation]:
    """The letter of an outcome or of a step is one of those in letters/, or a family of them, once there are any."""
    letters = letter_kinds(shelf.library)
    named = [(f"outcomes.toml [{id}]", outcome.letter) for id, outcome in shelf.library.outcomes.items() if outcome.letter]
    named += [(place, letter) for place, step in shelf.steps() for letter in step.letters]
    for place, letter in named if letters else ():
        if letter not in letters:
            yield Violation(place, f"There is no letter “{letter}”.", did_you_mean(letter, letters))
