"""What one takes away: the plan as a document, the due dates as a calendar, said here or written to a file."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from wizard.core.case import Case
from wizard.export.papers import PAPERS, preview
from wizard.services.outbox import write_document

from .aloud import plan_aloud, without_boxes
from .talk import Talk
from .teller import Back, Prompt, Row

HELP = "Nothing is written before you say where. The file will be readable by you alone; a file of that name is replaced."
HERE = "here"
SAVE, HEAR = "save", "hear"
UNBROKEN = 100_000


def papers(talk: Talk) -> None:
    """Which document, and what to do with it."""
    while True:
        talk.teller.title("Plan and calendar")
        rows = [Row(HERE, "Say the plan here"), *(Row(id, f"A file: {paper.words}") for id, paper in PAPERS.items())]
        chosen = talk.pick("Which document?", rows, HELP)
        if chosen is None:
            return
        if chosen == HERE:
            talk.say(*plan_aloud(talk.case))
        else:
            _paper(talk, chosen)


def _paper(talk: Talk, id: str) -> None:
    """Save one document, or hear first what will be in it."""
    paper = PAPERS[id]
    talk.say(*([paper.holds] if paper.holds else []))
    rows = [Row(SAVE, "Save it to a file"), Row(HEAR, "Hear first what is in it")]
    while (chosen := talk.pick(f"{paper.words[0].upper()}{paper.words[1:]}: what now?", rows, HELP)) is not None:
        if chosen == HEAR:
            talk.say(*_inside(id, talk.case))
        elif save(talk, paper.file, partial(paper.make, talk.case)):
            return


def _inside(id: str, case: Case) -> list[str]:
    paper = PAPERS[id]
    if paper.days:
        return list(without_boxes(paper.days(case)))
    if paper.holds or paper.file.endswith(".txt"):
        return list(plan_aloud(case))
    return list(without_boxes(preview(paper, case, UNBROKEN)))


def beside(name: str) -> str:
    """The name in the present folder; where that was removed meanwhile, in the person's own."""
    try:
        return str(Path.cwd() / name)
    except FileNotFoundError:
        return str(Path.home() / name)


def save(talk: Talk, name: str, make: Callable[[], str]) -> bool:
    """Ask where to, then write; tell whether it was written."""
    while True:
        try:
            path = talk.teller.ask_path(Prompt("Save as which file?", HELP), beside(name))
        except Back:
            return False
        if talk.attempt(lambda path=path: talk.say(f"Written to {write_document(Path(path), make())}")):  # type: ignore[misc]
            return True
