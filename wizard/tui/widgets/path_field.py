"""An input for file names, completed from the disk; the right arrow accepts the completion."""

from textual.suggester import Suggester
from textual.widgets import Input

from wizard.system.path_input import complete_path


class _PathSuggester(Suggester):
    """Suggests names of existing files."""

    async def get_suggestion(self, value: str) -> str | None:
        """Return the first completion of the path, or None."""
        return complete_path(value)


class PathField(Input):
    """An input for one path or for several, separated by spaces."""

    def __init__(self, id: str) -> None:
        super().__init__(id=id, select_on_focus=False, suggester=_PathSuggester(use_cache=False, case_sensitive=True))
