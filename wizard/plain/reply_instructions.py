"""Instructions for numbered prompts: how to choose rows by number, and what an empty reply means."""

from collections.abc import Sequence

from .invalid_reply import InvalidReplyError
from .prompter import Choice, PlaceSuggestions, Prompt

TWO_ROWS = 2


def number_instructions(rows: Sequence[Choice]) -> str:
    """Return how to choose one of the rows by its number."""
    if len(rows) <= TWO_ROWS:
        return "Type 1 or 2." if len(rows) == TWO_ROWS else "Type 1 to choose it."
    return f"Type a number from 1 to {len(rows)}."


def require_choice(chosen: tuple[str, ...], prompt: Prompt) -> tuple[str, ...]:
    """Return the chosen ids.

    Raises InvalidReplyError if there are none and the prompt is not optional.
    """
    if not chosen and not prompt.optional:
        raise InvalidReplyError(f"Nothing is chosen yet{': type numbers, or s to skip' if prompt.can_skip else ''}.")
    return chosen


def place_instructions(suggestions: PlaceSuggestions) -> str:
    """Return how to take one of the places found, or how to search again."""
    if not suggestions.rows:
        return suggestions.note
    preselected = next((row.label for row in suggestions.rows if row.id == suggestions.chosen), "")
    if preselected and len(suggestions.rows) == 1:
        return f"Press Enter to take it. {suggestions.note}"
    enter_hint = f"Press Enter to take {preselected}. " if preselected else f"{suggestions.hint} " if suggestions.hint else ""
    return f"{enter_hint}{number_instructions(suggestions.rows)} {suggestions.note}"
