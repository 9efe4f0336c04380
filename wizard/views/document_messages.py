"""The sentences of errors about PDFs and about private texts that are read from a file."""

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
"""The messages by code; they are among those of `wizard.views.error_messages`."""
