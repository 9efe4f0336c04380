"""What one takes away: the plan as a document, the due dates as a calendar, said here or written to a file."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from wizard.core.case import Case
from wizard.core.clean import escape_line
from wizard.core.sentences import written
from wizard.core.unfinished import unfinished_file
from wizard.export.papers import PAPERS, preview
from wizard.services.outbox import free_name, in_the_way, suggested, write_document

from .aloud import plan_aloud, without_boxes
from .talk import Talk
from .teller import Back, Prompt, Row

HELP = (
    "Nothing is written before you say where. The file will be readable by you alone; "
    "one that is there already is replaced only if you say so."
)
REPLACE_HELP = "With no, nothing happens to that file, and you can give another name."
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
    if paper.holds:
        return list(plan_aloud(case))
    return list(without_boxes(preview(paper, case, UNBROKEN)))


def save(talk: Talk, name: str, make: Callable[[], str]) -> bool:
    """Ask where to, and before a file is replaced; then write. Tell whether it was written."""
    with talk.begun(unfinished_file(name)):
        return save_letter(talk, name, make)


def save_letter(talk: Talk, name: str, make: Callable[[], str]) -> bool:
    """The same of a letter, which is named as unfinished itself."""
    offered = suggested(name)
    while True:
        try:
            typed = talk.teller.ask_path(Prompt("Save as which file?", HELP), str(offered))
        except Back:
            return False
        taken = in_the_way(typed)
        if taken and not talk.sure(f"{escape_line(taken)} is there already. Replace it?", REPLACE_HELP):
            offered = free_name(taken)
        elif talk.attempt(partial(_write, talk, typed, make, replace=bool(taken))):
            return True


def _write(talk: Talk, typed: str, make: Callable[[], str], *, replace: bool) -> None:
    talk.say(written(write_document(Path(typed), make(), replace=replace)))
