"""A picture of a page to show to others, with what is personal blacked out."""

from collections.abc import Iterable
from html import escape
from typing import TYPE_CHECKING

from wizard.system.desktop import default_path, unused_path, write_document
from wizard.views.user_messages import picture_message

if TYPE_CHECKING:
    from .session_app import SessionApp

FILE_NAME = "protect-my-photos.svg"
BLACK = "█"
MIN_LETTERS = 2
"""Shorter words are not blacked out: they would hide parts of other words."""
READ_SECONDS = 30


def save_page_picture(app: "SessionApp") -> None:
    """Write the page on top as a picture to a new file, and show its path."""
    picture = black_out(app.export_screenshot(title=app.title), personal_words(app))
    path = app.run_or_report(lambda: write_document(unused_path(default_path(FILE_NAME)), picture))
    if path is not None:
        app.show_status(picture_message(path), seconds=READ_SECONDS)


def personal_words(app: "SessionApp") -> set[str]:
    """Return what the user typed about people: names, addresses, notes and reasons, as whole texts and word by word."""
    fields = (*app.letter_input.values(), *app.session.saved_letter_fields.values())
    texts = [text for values in fields for text in values]
    texts += [contact.nickname for contact in app.snapshot.contacts]
    texts += [event.note for event in app.session.events if event.note]
    return {word for text in texts for word in text.split() if len(word) >= MIN_LETTERS}


def black_out(picture: str, words: Iterable[str]) -> str:
    """Replace the words in an SVG picture by blocks of the same length; longer words first, as they may contain shorter ones."""
    head, begin, drawn = picture.partition("</style>")
    for word in sorted(words, key=len, reverse=True):
        drawn = _replace_text(drawn, escape(word), BLACK * len(word))
    return f"{head}{begin}{drawn}"


def _replace_text(drawn: str, word: str, blocks: str) -> str:
    """Replace a word in the texts of the picture, and nothing within its tags."""
    parts = drawn.split("<")
    for index, part in enumerate(parts):
        tag, end, text = part.partition(">")
        if word in text:
            parts[index] = f"{tag}{end}{text.replace(word, blocks)}"
    return "<".join(parts)
