"""The sentences of errors about documents (PDF), private input files and data exports."""

from collections.abc import Mapping
from typing import NamedTuple

from wizard.i18n import N_


class ErrorMessage(NamedTuple):
    """What happened, and the next step; "" for none."""

    what: str
    next_step: str = ""


DOCUMENT_MESSAGES: Mapping[str, ErrorMessage] = {
    "pdf-not-installed": ErrorMessage(
        N_("A PDF needs one more package."),
        N_(
            "Install it with pip install 'protect-my-photos[pdf]' (with pipx: pipx inject protect-my-photos typst), "
            "or save the page, a name ending in .html, and print it from your browser."
        ),
    ),
    "pdf-font-missing": ErrorMessage(
        N_("No font on this computer has all letters of the document, so no PDF was made."),
        N_("Save the page, a name ending in .html, and print it from your browser."),
    ),
    "private-input-not-text": ErrorMessage(N_("{path} is not a text in UTF-8."), N_("Save it as UTF-8 and try again.")),
    "assignment-missing": ErrorMessage(
        N_("Line {line} of {path} is not NAME=VALUE."), N_("Write one on each line, for example name=Kim.")
    ),
}
"""The messages about PDFs and private texts, by code; they are among those of `wizard.views.error_messages`."""
NAME_AN_EXPORT = N_("Name the ZIP file, or files, that Meta gave you, or the folder they were unpacked to.")
EXPORT_MESSAGES: Mapping[str, ErrorMessage] = {
    "export-not-read": ErrorMessage(N_("The export cannot be read: {reason}.")),
    "export-not-readable": ErrorMessage("{problem}", NAME_AN_EXPORT),
    "export-unknown": ErrorMessage(N_("Nothing in the file or folder looks like an export from Meta."), NAME_AN_EXPORT),
    "export-folder-gone": ErrorMessage(
        N_("The folder you are in is gone."), N_("Go to another folder, or give the whole path of the export.")
    ),
    "export-not-found": ErrorMessage(
        N_("{file} cannot be found."), N_("Look at the name, and put it in quotes if it has spaces.")
    ),
    "export-pictures-only": ErrorMessage(
        N_("There are photos and videos in it, but none of the lists that say what they are."),
        N_("Meta hands out large exports in several files. Name all of them, one after another."),
    ),
    "export-is-data-logs": ErrorMessage(
        N_("This is Meta's “Data logs” download, which holds no posts."),
        N_(
            "Ask Meta for the other download, “Your information”: Accounts Center, Your information and permissions, Export your "
            "information, with JSON and All time."
        ),
    ),
    "export-is-whatsapp": ErrorMessage(
        N_("This is WhatsApp's account report, which holds no photos or posts."),
        N_("Name the export of Facebook or Instagram instead."),
    ),
    "export-is-chats": ErrorMessage(
        N_("This download holds nothing but chats, which are never opened."),
        N_("Name the export of Facebook or Instagram instead."),
    ),
    "export-only-closed": ErrorMessage(
        N_("This export holds only messages, likes, saved items or searches, which are never opened.")
    ),
    "export-without-posts": ErrorMessage(N_("This is an export of {service} without the categories that are read here.")),
    "older-not-comparable": ErrorMessage(
        N_("The older export is made of HTML pages in a form that is not known here, so nothing can be compared."),
        N_("Read the newer one alone."),
    ),
    "newer-not-comparable": ErrorMessage(
        N_("The newer export is made of HTML pages in a form that is not known here, so nothing can be compared."),
        N_("Read it alone, and you are told how to ask Meta for JSON."),
    ),
    "items-need-sqlite": ErrorMessage(
        N_("Single items cannot be listed: this installation of Python lacks SQLite."),
        N_("Use another one, such as python.org's."),
    ),
    "items-not-sorted": ErrorMessage(
        N_("The items could not be sorted: the folder for temporary files gave the reason “{reason}”."),
        N_("Make room on the disk, and try again."),
    ),
}
"""The messages about data exports, by code."""
