"""The golden transcripts: whole conversations by numbers over the small library, to be read as a voice would read them.

When words are meant to change, run `make golden` and read every line of the difference aloud before you commit it.
No line may need a colour, or a place on the screen, to be understood.
"""

import os
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.plain.telling import HAMBURG, Answers, heard, session

FORM, PRIVATE, POSTS = "objection/facebook-form", "privacy-settings/instagram-private", "delete-your-data/old-posts"

LIVES: dict[str, tuple[Answers | None, tuple[tuple[str, str, str], ...], tuple[str, ...]]] = {
    "first-visit": (
        None,
        (),
        (
            "9",  # a number that is not there
            "?",
            "1",
            "w",
            "xyzzyland",
            "germany",
            "",
            "hamburg",
            "1, 3",  # Facebook and "none"
            "facebook, instagram",
            "b",
            "",  # keeps what was chosen
            "s",
            "5",  # change the answer that was skipped
            "1",
            "1",
            "2",
            "b",
            "1",
            "q",
        ),
    ),
    "a-step": (
        HAMBURG,
        ((PRIVATE, "done", "2026-11-20"),),
        (
            "plan",
            "objection",
            "1",
            "link",
            "copy",
            "qr",
            "n",
            "b",
            "note",
            "Ask Kim,",
            "she knows the form.",
            ".",
            "why",
            "b",
            "form",
            "1",
            "skip",
            "5",
            "I wrote a letter",
            "2",
            "1",
            "",
            "",
            "b",
            "b",
            "undo",
            "undo",
            "b",
        ),
    ),
    "an-objection": (
        HAMBURG,
        (("case/facebook", "sent", "2026-10-01"), ("case/instagram", "sent", "2026-11-02")),
        (
            "cases",
            "1",
            "nothing yet",
            "2",
            "last month",
            "last Sunday",
            "s",
            "a mail that refuses",
            "b",
            "note",
            "File 12",
            ".",
            "b",
            "2",
            "b",
            "b",
        ),
    ),
    "ten-minutes-and-reading": (
        HAMBURG,
        (),
        (
            "ten",
            "more time",
            "1",
            "done",
            "less time",
            "b",
            "search",
            "publik",
            "1",
            "b",
            "b",
            "instagram",
            "b",
            "b",
            "learn",
            "background",
            "1",
            "b",
            "b",
            "b",
            "papers",
            "here",
            "calendar that names no",
            "hear",
            "b",
            "b",
            "place",
            "1",
            "b",
            "b",
        ),
    ),
    "contacts-and-stored": (
        HAMBURG,
        (),
        ("contacts", "1", "Kim", "kim", "2", "b", "settings", "1", "b", "kept", "show", "wipe", "n", "wipe", "y", "b", "help"),
    ),
}


def documents() -> dict[str, Callable[[], str]]:
    """The name of each golden file, and what must stand in it."""
    return {f"{name}.txt": lambda name=name: transcript(name) for name in LIVES}  # type: ignore[misc]


def transcript(name: str) -> str:
    """What is heard in this life."""
    answers, marks, typed = LIVES[name]
    with TemporaryDirectory() as folder:
        said = heard(session(Path(folder) / "state.json", answers, marks), *typed)
    return said.replace(folder, "FOLDER").replace(os.path.realpath(folder), "FOLDER")
