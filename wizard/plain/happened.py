"""When something happened to an objection, and a word about it."""

from wizard.core.typed_day import EXAMPLES, TODAY, typed_day
from wizard.core.words import weekday

from .talk import Talk

FORMS = f"Type {EXAMPLES}:"
DAY_HELP = "The day counts for the time that then runs. Only the day and your own words are kept, never a mail."


def happened(talk: Talk, targets: tuple[str, ...], kind: str) -> None:
    """Ask for the day of an event and for a word about it, then record it."""
    outcome = talk.case.library.outcomes[kind]
    while True:
        text = talk.text(f"{outcome.label}. When? {FORMS}", help=DAY_HELP, why=DAY_HELP, default=TODAY)
        if text is None:
            return
        on, wrong = typed_day(text, talk.session.today)
        if on is None:
            talk.say(wrong)
            continue
        if text.casefold() != TODAY:
            talk.say(f"{weekday(on)}.")
        note = talk.text("A file number or a word about it, if you like:", help=DAY_HELP, why=DAY_HELP, can_skip=True)
        if note is None:
            continue
        if all(talk.mark(target, kind, note, on) for target in targets):
            return
