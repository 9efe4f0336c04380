"""Settings of the line face; and what is kept for letters and of the export, to be forgotten."""

from collections.abc import Callable, Iterator

from wizard.core.findings import SETTING
from wizard.core.formatting import format_date, pluralize

from .conversation import Conversation
from .input_mode import ARROWS, LINES, NUMBERS
from .prompter import Choice

HELP = "Settings are kept in the state file, beside your answers. What is kept about you can be forgotten here."
LETTERS, AUDIT = "letters", "export"


def show_settings(talk: Conversation) -> None:
    """Say how it is set, and change it."""
    while True:
        talk.teller.title("Settings")
        talk.say(*_how_it_is(talk))
        chosen = talk.select("Change a setting?", list(_rows(talk)), HELP)
        if chosen is None:
            return
        acts: dict[str, Callable[[], object]] = {
            LETTERS: talk.session.clear_letter_fields,
            AUDIT: lambda: talk.session.remove_setting(SETTING),
        }
        if talk.run_or_report(acts.get(chosen, lambda chosen=chosen: talk.session.set_setting(LINES, chosen))):  # type: ignore[misc]
            talk.say("Forgotten." if chosen in acts else "Changed. It counts from the next start on.")


def _with_numbers(talk: Conversation) -> bool:
    return talk.session.settings.get(LINES) == NUMBERS


def _how_it_is(talk: Conversation) -> Iterator[str]:
    way = "typed numbers" if _with_numbers(talk) else "arrow keys, where the window can do that"
    yield f"Questions in lines are answered with {way}."
    yield f"For letters {'your name or addresses are' if talk.session.saved_letter_fields else 'nothing about you is'} kept."
    found = talk.case.findings
    if found.on:
        many = len(found.by_id)
        kept = f"{pluralize(many, 'number')} from {format_date(found.on)} {'is' if many == 1 else 'are'} kept"
        yield f"Of your export {kept}, and nothing else of it."


def _rows(talk: Conversation) -> Iterator[Choice]:
    if _with_numbers(talk):
        yield Choice(ARROWS, "Answer with arrow keys")
    else:
        yield Choice(NUMBERS, "Answer with typed numbers")
    if talk.session.saved_letter_fields:
        yield Choice(LETTERS, "Forget my name and addresses")
    if talk.case.findings.on:
        yield Choice(AUDIT, "Forget the numbers of my export")
