"""What one takes away: the plan as a document, the due dates as a calendar, said here or written to a file."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from wizard.export.papers import PAPERS
from wizard.export.text import plan_text
from wizard.services.outbox import write_document

from .talk import Talk
from .teller import Back, Prompt, Row

HELP = "Nothing is written before you say where. The file will be readable by you alone; a file of that name is replaced."
HERE = "here"
UNBROKEN = 100_000


def papers(talk: Talk) -> None:
    """Which document, and where to."""
    while True:
        talk.teller.title("Plan and calendar")
        rows = [Row(HERE, "Say the plan here"), *(Row(id, f"Save as {paper.words}") for id, paper in PAPERS.items())]
        chosen = talk.pick("Which document?", rows, HELP)
        if chosen is None:
            return
        if chosen == HERE:
            talk.say(*(line.strip() for line in plan_text(talk.case, talk.case.entries, UNBROKEN).splitlines()))
        else:
            save(talk, PAPERS[chosen].file, partial(PAPERS[chosen].make, talk.case))


def save(talk: Talk, name: str, make: Callable[[], str]) -> bool:
    """Ask where to, then write; tell whether it was written."""
    while True:
        try:
            path = talk.teller.ask_path(Prompt("Save as which file?", HELP), str(Path.cwd() / name))
        except Back:
            return False
        if talk.attempt(lambda path=path: talk.say(f"Written to {write_document(Path(path), make())}")):  # type: ignore[misc]
            return True
