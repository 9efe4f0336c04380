"""Import screen modules on first use, so that the first screen appears sooner."""

from collections.abc import Callable
from importlib import import_module

from wizard.views.actions import PageName

from .guarded_screen import GuardedScreen

PAGES = {
    PageName.ACCOUNTS: "accounts.AccountsScreen",
    PageName.ANSWERS: "review.ReviewScreen",
    PageName.ARTICLES: "reader.ArticlesScreen",
    PageName.AUDIT: "audit.AuditScreen",
    PageName.CONTACTS: "contacts.ContactsScreen",
    PageName.DOCUMENTS: "documents.DocumentScreen",
    PageName.LANGUAGE: "language.LanguageDialog",
    PageName.LETTERS: "letters.LettersScreen",
    PageName.REQUESTS: "requests.RequestsScreen",
    PageName.PEOPLE: "people.PeopleDialog",
    PageName.PLACE: "reader.PlaceScreen",
    PageName.PLAN: "board.BoardScreen",
    PageName.QUICK_WINS: "quick_wins.QuickWinsScreen",
    PageName.STORED_DATA: "stored_data.StoredDataScreen",
}
"""The screens of the pages that need no argument."""


def lazy_screen(name: str, *arguments: object) -> GuardedScreen:
    """Create a screen from "module.ClassName" ("board.BoardScreen") and the arguments of its class."""
    screen_class: Callable[..., GuardedScreen] = load_screen_class(name)
    return screen_class(*arguments)


def load_screen_class(name: str) -> type[GuardedScreen]:
    """Return the class of a screen, and import its module if needed."""
    module, _, class_name = name.partition(".")
    screen_class: type[GuardedScreen] = getattr(import_module(f"wizard.tui.screens.{module}"), class_name)
    return screen_class
