"""The settings of line mode, and what is kept about the user beside the answers."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from wizard.core.findings import Findings
from wizard.core.formatting import format_date
from wizard.i18n import _, ngettext

from .actions import ForgetFindings, ForgetLetterFields, UseLines
from .page import Page, PageChoice, PageSection, TextLine
from .people import people_choice

LINES = "lines"
"""The setting that holds how line mode takes answers: ARROWS or NUMBERS."""
ARROWS, NUMBERS = "arrows", "numbers"


class StoredChoices(NamedTuple):
    """What the page shows: the settings, the letter fields that are kept, and the findings of an export."""

    settings: Mapping[str, object]
    letter_fields: Mapping[str, object]
    findings: Findings
    mode: str = ""
    """How line mode takes answers now, ARROWS or NUMBERS; "" if that is not known."""
    is_asked_for: bool = False
    """Whether the environment asks for typed numbers."""
    person: str | None = None
    """Whose file is open, "" for the first person; None if nobody else can have one, as the user named the file."""

    @property
    def uses_numbers(self) -> bool:
        """Return True if line mode takes typed numbers."""
        return self.settings.get(LINES) == NUMBERS


def settings_page(stored: StoredChoices) -> Page:
    """Return the settings, and what can be changed or forgotten."""
    return Page(
        title=_("Settings"),
        sections=(PageSection("settings", tuple(map(TextLine, _current_settings(stored)))),),
        prompt=_("Change a setting?"),
        choices=tuple(_choices(stored)),
        help=_("Settings are kept in the state file, beside your answers. What is kept about you can be forgotten here."),
    )


def _current_settings(stored: StoredChoices) -> Iterator[str]:
    if stored.uses_numbers:
        yield _("Questions in line mode are answered with typed numbers.")
    elif stored.mode == NUMBERS and stored.is_asked_for:
        yield _("Questions are answered with typed numbers, because ACCESSIBLE is set or this is a simple terminal.")
    elif stored.mode == NUMBERS:
        yield _("Questions are answered with typed numbers this time. Otherwise line mode uses arrow keys where the window can.")
    else:
        yield _("Questions in line mode are answered with arrow keys, where the window can do that.")
    if stored.letter_fields:
        yield _("For letters your name or addresses are kept.")
    else:
        yield _("For letters nothing about you is kept.")
    if stored.findings.on:
        yield ngettext(
            "Of your export {count} number from {day} is kept, and nothing else of it.",
            "Of your export {count} numbers from {day} are kept, and nothing else of it.",
            len(stored.findings.by_id),
            day=format_date(stored.findings.on),
        )


def _choices(stored: StoredChoices) -> Iterator[PageChoice]:
    if stored.uses_numbers:
        yield PageChoice(ARROWS, _("Answer with arrow keys"), UseLines(ARROWS))
    else:
        yield PageChoice(NUMBERS, _("Answer with typed numbers"), UseLines(NUMBERS))
    if stored.letter_fields:
        yield PageChoice("letters", _("Forget my name and addresses"), ForgetLetterFields())
    if stored.findings.on:
        yield PageChoice("export", _("Forget the numbers of my export"), ForgetFindings())
    if stored.person is not None:
        yield people_choice(stored.person)
