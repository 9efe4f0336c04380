"""When something happened to an objection, and a word about it."""

from .talk import Talk
from .understand import TODAY, day_of

FORMS = "Type today, yesterday, or year, month and day:"
DAY_HELP = "The day counts for the time that then runs. Only the day and your own words are kept, never a mail."
NO_DAY = "This is not a day. Type today, yesterday, or a day like 2026-11-23."


def happened(talk: Talk, targets: tuple[str, ...], kind: str) -> None:
    """Ask for the day of an event and for a word about it, then record it."""
    outcome = talk.case.library.outcomes[kind]
    while True:
        text = talk.text(f"{outcome.label}. When? {FORMS}", help=DAY_HELP, why=DAY_HELP, default=TODAY)
        if text is None:
            return
        on = day_of(text, talk.session.today)
        if on is None:
            talk.say(NO_DAY)
            continue
        note = talk.text("A file number or a word about it, if you like:", help=DAY_HELP, why=DAY_HELP, can_skip=True)
        if note is None:
            continue
        if all(talk.mark(target, kind, note, on) for target in targets):
            return
