"""Places of residence: found by what a person types, and guessed from the computer's settings."""

from .aliases import Alias, read_aliases
from .environment import guess
from .match import Match, Search
from .search import Atlas
from .zones import local_zone

__all__ = ["Alias", "Atlas", "Match", "Search", "guess", "local_zone", "read_aliases"]
