"""A field for the name of a file; what is typed is completed in quiet letters, which the right arrow takes."""

from textual.suggester import Suggester
from textual.widgets import Input

from wizard.services.named import completed


class _Completed(Suggester):
    """Names on this disk."""

    async def get_suggestion(self, value: str) -> str | None:
        """The first name that fits."""
        return completed(value)


class PathField(Input):
    """One line, or several names one after another."""

    def __init__(self, id: str) -> None:
        super().__init__(id=id, select_on_focus=False, suggester=_Completed(use_cache=False, case_sensitive=True))
