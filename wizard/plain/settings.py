"""Settings of line mode, and removal of stored letter fields and findings."""

from collections.abc import Callable, Iterator
from functools import partial

from wizard.core.findings import SETTING
from wizard.core.formatting import format_date, pluralize

from .conversation import Conversation
from .input_mode import ARROWS, LINES, NUMBERS
from .prompter import Choice

HELP = "Settings are kept in the state file, beside your answers. What is kept about you can be forgotten here."
LETTERS, AUDIT = "letters", "export"


def show_settings(conversation: Conversation) -> None:
    """Print the settings and change them, until the user goes back."""
    while True:
        conversation.prompter.title("Settings")
        conversation.say(*_current_settings(conversation))
        chosen = conversation.select("Change a setting?", list(_setting_choices(conversation)), HELP)
        if chosen is None:
            return
        removals: dict[str, Callable[[], object]] = {
            LETTERS: conversation.session.clear_letter_fields,
            AUDIT: lambda: conversation.session.remove_setting(SETTING),
        }
        if conversation.run_or_report(removals.get(chosen, partial(conversation.session.set_setting, LINES, chosen))):
            conversation.say("Forgotten." if chosen in removals else "Changed. It counts from the next start on.")


def _uses_numbers(conversation: Conversation) -> bool:
    return conversation.session.settings.get(LINES) == NUMBERS


def _current_settings(conversation: Conversation) -> Iterator[str]:
    input_description = "typed numbers" if _uses_numbers(conversation) else "arrow keys, where the window can do that"
    yield f"Questions in lines are answered with {input_description}."
    has_personal_data = bool(conversation.session.saved_letter_fields)
    yield f"For letters {'your name or addresses are' if has_personal_data else 'nothing about you is'} kept."
    findings = conversation.snapshot.findings
    if findings.on:
        count = len(findings.by_id)
        stored_numbers = f"{pluralize(count, 'number')} from {format_date(findings.on)} {'is' if count == 1 else 'are'} kept"
        yield f"Of your export {stored_numbers}, and nothing else of it."


def _setting_choices(conversation: Conversation) -> Iterator[Choice]:
    if _uses_numbers(conversation):
        yield Choice(ARROWS, "Answer with arrow keys")
    else:
        yield Choice(NUMBERS, "Answer with typed numbers")
    if conversation.session.saved_letter_fields:
        yield Choice(LETTERS, "Forget my name and addresses")
    if conversation.snapshot.findings.on:
        yield Choice(AUDIT, "Forget the numbers of my export")
