"""Instructions for prompts: how to choose rows by number, and what an empty reply means."""

from wizard.core.unfinished_work import EMPTY
from wizard.i18n import _
from wizard.views import line_mode_texts as texts

from .invalid_reply import InvalidReplyError
from .prompter import PlaceSuggestions, Prompt


def join_sentences(*sentences: str) -> str:
    """Return the sentences one after the other; empty ones are left out."""
    return " ".join(filter(None, sentences))


def require_choice(chosen: tuple[str, ...], prompt: Prompt) -> tuple[str, ...]:
    """Return the chosen ids.

    Raises InvalidReplyError if there are none and the prompt is not optional.
    """
    if not chosen and not prompt.optional:
        raise InvalidReplyError(_(texts.NOTHING_CHOSEN_S_SKIPS if prompt.can_skip else texts.NOTHING_CHOSEN))
    return chosen


def optional_hint(prompt: Prompt) -> str:
    """Return that Enter leaves an optional field empty; "" for one that is required."""
    return f"{_(EMPTY)}." if prompt.optional else ""


def place_instructions(suggestions: PlaceSuggestions) -> str:
    """Return how to take one of the places found, or how to search again."""
    if not suggestions.rows:
        return suggestions.note
    preselected = next((row.label for row in suggestions.rows if row.id == suggestions.chosen), "")
    if preselected and len(suggestions.rows) == 1:
        return join_sentences(_(texts.TAKE_IT), suggestions.note)
    enter_hint = texts.press_enter_for(preselected) if preselected else suggestions.hint
    return join_sentences(enter_hint, texts.type_number(len(suggestions.rows)), suggestions.note)
