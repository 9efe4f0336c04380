"""Choose the language of the program."""

from wizard.core.snapshot import Snapshot
from wizard.views.language import language_page
from wizard.views.page import Page

from .page_dialog import PageDialog


class LanguageDialog(PageDialog):
    """Shows each language by its own name."""

    def make_page(self, snapshot: Snapshot) -> Page:
        """Return the page for a snapshot."""
        return language_page(snapshot.library)
