"""Settings of the line face; and what is kept for letters and of the export, to be forgotten."""

from collections.abc import Callable, Iterator

from wizard.core.findings import SETTING
from wizard.core.words import count, day

from .lines import ARROWS, LINES, NUMBERS
from .talk import Talk
from .teller import Row

HELP = "Settings are kept in the state file, beside your answers. What is kept about you can be forgotten here."
LETTERS, AUDIT = "letters", "export"


def settings(talk: Talk) -> None:
    """Say how it is set, and change it."""
    while True:
        talk.teller.title("Settings")
        talk.say(*_how_it_is(talk))
        chosen = talk.pick("Change a setting?", list(_rows(talk)), HELP)
        if chosen is None:
            return
        acts: dict[str, Callable[[], object]] = {
            LETTERS: talk.session.forget_fields,
            AUDIT: lambda: talk.session.drop(SETTING),
        }
        if talk.attempt(acts.get(chosen, lambda chosen=chosen: talk.session.keep(LINES, chosen))):  # type: ignore[misc]
            talk.say("Forgotten." if chosen in acts else "Changed. It counts from the next start on.")


def _with_numbers(talk: Talk) -> bool:
    return talk.session.settings.get(LINES) == NUMBERS


def _how_it_is(talk: Talk) -> Iterator[str]:
    way = "typed numbers" if _with_numbers(talk) else "arrow keys, where the window can do that"
    yield f"Questions in lines are answered with {way}."
    yield f"For letters {'your name or addresses are' if talk.session.kept_fields else 'nothing about you is'} kept."
    found = talk.case.findings
    if found.on:
        many = len(found.found)
        kept = f"{count(many, 'number')} from {day(found.on)} {'is' if many == 1 else 'are'} kept"
        yield f"Of your export {kept}, and nothing else of it."


def _rows(talk: Talk) -> Iterator[Row]:
    if _with_numbers(talk):
        yield Row(ARROWS, "Answer with arrow keys")
    else:
        yield Row(NUMBERS, "Answer with typed numbers")
    if talk.session.kept_fields:
        yield Row(LETTERS, "Forget my name and addresses")
    if talk.case.findings.on:
        yield Row(AUDIT, "Forget the numbers of my export")
