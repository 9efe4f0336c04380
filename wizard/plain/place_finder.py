"""The country by name: what a typed text finds, and the guess that is offered but never assumed."""

from wizard.core.content_models import Library

from .conversation import Conversation
from .prompter import Choice, PlaceSuggestions, SuggestPlaces

OTHER = "Or type another name."


def place_suggester(library: Library) -> SuggestPlaces:
    """The search over all places, as rows."""

    def seek(text: str) -> PlaceSuggestions:
        from wizard.places.place_lookup import find_places

        found = find_places(library, text)
        rows = tuple(Choice(*each) for each in found.rows)
        return PlaceSuggestions(rows, found.chosen, OTHER if rows else found.hint, found.hint)

    return seek


def place_help() -> str:
    """What can be typed; the search is loaded only where one is asked for a place."""
    from wizard.places.place_lookup import HOW

    return HOW


def initial_place_choices(talk: Conversation, given: tuple[str, ...]) -> PlaceSuggestions:
    """What is offered before anything is typed: the answer so far, else what this computer's settings suggest."""
    from wizard.places.place_lookup import HOW, suggested_place

    library = talk.case.library
    answered = library.countries.get(next(iter(given), ""))
    if answered:
        return PlaceSuggestions((Choice(answered.alpha2, answered.name, "your answer so far"),), answered.alpha2, OTHER)
    guessed = suggested_place(library, talk.env)
    return PlaceSuggestions((Choice(*guessed),), note=OTHER) if guessed else PlaceSuggestions((), note=HOW)
