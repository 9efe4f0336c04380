"""The journeys by commands, each a call of the program."""

import json

from tests.journeys.deeds import Deed, Done, Given, Happened, Interview, Journey, Letter, Merge, Note, TenMinutes, Undo, Wipe
from tests.journeys.world import World, outcome
from wizard.cli import main


def travel(journey: Journey, world: World) -> None:
    """Take the journey."""
    for deeds in journey.sittings:
        for deed in deeds:
            before = outcome(world)
            for words in refused(deed):
                assert main(words) == 1, words
                assert outcome(world) == before
            for words in commands(deed):
                assert main(words) == 0, words


def commands(deed: Deed) -> list[list[str]]:  # noqa: PLR0911 - one for each kind of deed
    """The commands that do what a deed does."""
    match deed:
        case Interview(given, slip):
            ordered = [(id, values) for id in given for values in ([slip[id]] if id in slip else []) + [given[id]]]
            return [["answer", f"{id}={','.join(values) or 'skip'}"] for id, values in ordered]
        case Done(step):
            return [["mark", step, "done"]]
        case TenMinutes():
            return [["mark", best_of_ten(), "done"]]
        case Happened(case, kind, on, note):
            return [["mark", case, kind, "--on", on, "--note", note]]
        case Letter(kind, blanks, file):
            return [["letter", kind, *settings(blanks), "-o", file]]
        case Undo():
            return [["mark", "--undo"]]
        case Note(step, text):
            return [["mark", step, "note", "--note", text]]
        case Merge(file):
            return [["state", "import", file]]
        case Wipe():
            return [["state", "wipe", "--yes"]]


def refused(deed: Deed) -> list[list[str]]:
    """The commands that are tried first, and change nothing."""
    match deed:
        case Letter(kind, blanks, file, slip) if slip:
            return [["letter", kind, *settings({**blanks, **slip}), "-o", file]]
        case _:
            return []


def settings(blanks: Given) -> list[str]:
    """The blanks of a letter, as a command takes them."""
    return [part for id, texts in blanks.items() for text in texts for part in ("--set", f"{id}={text}")]


def best_of_ten() -> str:
    """The first step of the plan for ten minutes."""
    from contextlib import redirect_stdout
    from io import StringIO

    out = StringIO()
    with redirect_stdout(out):
        assert main(["plan", "--minutes", "10", "--format", "json"]) == 0
    plan = json.loads(out.getvalue())
    return str(plan["next"])
