"""A field for the name of a file; what is typed is completed in quiet letters, which the right arrow takes."""

from textual.suggester import Suggester
from textual.widgets import Input

from wizard.system.path_input import complete_path


class _Completed(Suggester):
    """Names on this disk."""

    async def get_suggestion(self, value: str) -> str | None:
        """The first name that fits."""
        return complete_path(value)


class PathField(Input):
    """One line, or several names one after another."""

    def __init__(self, id: str) -> None:
        super().__init__(id=id, select_on_focus=False, suggester=_Completed(use_cache=False, case_sensitive=True))
