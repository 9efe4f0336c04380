"""Settings of the line face, and what is kept for letters."""

from .lines import ARROWS, LINES, NUMBERS
from .talk import Talk
from .teller import Row

HELP = "Settings are kept in the state file, beside your answers."
FORGET = "forget"


def settings(talk: Talk) -> None:
    """Change a setting."""
    while True:
        numbers = talk.session.settings.get(LINES) == NUMBERS
        talk.teller.title("Settings")
        talk.say(f"Next time --plain asks with {'typed numbers' if numbers else 'arrow keys, where the terminal can do that'}.")
        kept = bool(talk.session.kept_fields)
        talk.say(f"For letters {'your name or addresses are' if kept else 'nothing about you is'} kept.")
        rows = [Row(ARROWS, "Ask with arrow keys") if numbers else Row(NUMBERS, "Ask with typed numbers")]
        rows += [Row(FORGET, "Forget what is kept about me for letters")] if kept else []
        chosen = talk.pick("Change a setting?", rows, HELP)
        if chosen is None:
            return
        if chosen == FORGET:
            done = talk.attempt(talk.session.forget_fields)
        else:
            done = talk.attempt(lambda chosen=chosen: talk.session.keep(LINES, chosen))  # type: ignore[misc]
        if done:
            talk.say("Changed.")
