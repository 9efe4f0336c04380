"""When something happened to an objection, and a word about it."""

from datetime import date

from .talk import Talk

DAY_HELP = "The day counts for the time that then runs. Only the day and your own words are kept, never a mail."
NO_DAY = "This is not a day. Write it like 2026-11-23."


def happened(talk: Talk, targets: tuple[str, ...], kind: str) -> None:
    """Ask for the day of an event and for a word about it, then record it."""
    outcome = talk.case.library.outcomes[kind]
    while True:
        text = talk.text(f"{outcome.label}. When? Year, month, day:", help=DAY_HELP, default=talk.session.today.isoformat())
        if text is None:
            return
        try:
            on = date.fromisoformat(text.strip())
        except ValueError:
            talk.say(NO_DAY)
            continue
        note = talk.text("A file number or a word about it, if you like:", help=DAY_HELP, can_skip=True)
        if note is None:
            continue
        if all(talk.mark(target, kind, note, on) for target in targets):
            return
