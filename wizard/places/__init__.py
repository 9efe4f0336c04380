"""Find places of residence by what a user types, and guess the country from the computer's settings."""

from .aliases import Alias, read_aliases
from .location_guess import guess_country
from .matching import PlaceMatch, PlaceSearchResult
from .place_search import PlaceSearch
from .time_zones import local_time_zone

__all__ = ["Alias", "PlaceMatch", "PlaceSearch", "PlaceSearchResult", "guess_country", "local_time_zone", "read_aliases"]
