"""What one takes away: the plan as a document, the due dates as a calendar, said here or written to a file."""

from collections.abc import Callable
from pathlib import Path

from wizard.core.case import Case
from wizard.export import PLAN_FORMATS
from wizard.export.text import plan_text
from wizard.services.outbox import write_document

from .talk import Talk
from .teller import Back, Prompt, Row

HELP = "Nothing is written before you say where. The file will be readable by you alone; a file of that name is replaced."
HERE = "here"
UNBROKEN = 100_000
DOCUMENTS = {
    "text": ("The plan as plain text", "my-photo-plan.txt"),
    "html": ("The plan as a page to print", "my-photo-plan.html"),
    "md": ("The plan as Markdown, with all taps and boxes to tick", "my-photo-plan.md"),
    "json": ("The plan as JSON, for programs", "my-photo-plan.json"),
    "ics": ("Due dates as a calendar", "my-photo-dates.ics"),
    "ics-details": ("Due dates as a calendar that names the accounts: calendars are often shared", "my-photo-dates.ics"),
}


def papers(talk: Talk) -> None:
    """Which document, and where to."""
    while True:
        talk.teller.title("Plan and calendar")
        rows = [Row(HERE, "Say the plan here"), *(Row(id, words) for id, (words, _) in DOCUMENTS.items())]
        chosen = talk.pick("Which document?", rows, HELP)
        if chosen is None:
            return
        if chosen == HERE:
            talk.say(*(line.strip() for line in plan_text(talk.case, talk.case.entries, UNBROKEN).splitlines()))
        else:
            save(talk, DOCUMENTS[chosen][1], lambda id=chosen: _document(id, talk.case))  # type: ignore[misc]


def _document(id: str, case: Case) -> str:
    if id in PLAN_FORMATS:
        return PLAN_FORMATS[id](case, case.entries)
    from wizard.export.calendar import calendar

    return calendar(case, details=id == "ics-details")


def save(talk: Talk, name: str, make: Callable[[], str]) -> bool:
    """Ask where to, then write; tell whether it was written."""
    while True:
        try:
            path = talk.teller.ask_path(Prompt("Save as which file?", HELP), str(Path.cwd() / name))
        except Back:
            return False
        if talk.attempt(lambda path=path: talk.say(f"Written to {write_document(Path(path), make())}")):  # type: ignore[misc]
            return True
