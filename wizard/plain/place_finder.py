"""Search for a place by name, and suggest one from the settings of the computer."""

from collections.abc import Mapping

from wizard.core.content_models import Library
from wizard.i18n import _
from wizard.views.line_mode_texts import ANSWER_SO_FAR, OTHER_NAME

from .conversation import Conversation
from .prompter import Choice, PlaceSuggestions, SuggestPlaces


def place_suggester(library: Library, env: Mapping[str, str]) -> SuggestPlaces:
    """Return a function that turns typed text into suggested places; `env` tells where the computer may be."""

    def suggest(text: str) -> PlaceSuggestions:
        from wizard.places.place_lookup import find_places, places_named

        matches = find_places(library, text, env)
        exact = {each.alpha2 for each in places_named(library, text)}
        # An exact code or name stands alone, without names that only begin so; it is typed out, unlike in the full screen.
        stands_alone = matches.chosen[:2] in exact
        rows = tuple(Choice(*each) for each in matches.rows if not stands_alone or each.id[:2] in exact)
        return PlaceSuggestions(rows, matches.chosen, _(OTHER_NAME) if rows else matches.hint, matches.hint)

    return suggest


def place_help() -> str:
    """Return what can be typed. The search is imported only when a place is asked for."""
    from wizard.places.place_lookup import HOW

    return _(HOW)


def initial_place_choices(conversation: Conversation, present_answer: tuple[str, ...]) -> PlaceSuggestions:
    """Return what is suggested before anything is typed: the answer so far, else a guess from `env`.

    A guess is never preselected.
    """
    from wizard.places.place_lookup import HOW, suggested_place

    library = conversation.snapshot.library
    country = library.countries.get(next(iter(present_answer), ""))
    if country:
        return PlaceSuggestions((Choice(country.alpha2, country.name, _(ANSWER_SO_FAR)),), country.alpha2, _(OTHER_NAME))
    guess = suggested_place(library, conversation.env)
    return PlaceSuggestions((Choice(*guess),), note=_(OTHER_NAME)) if guess else PlaceSuggestions((), note=_(HOW))
