"""What both front ends say around a question of the interview."""

from wizard.i18n import N_, _

YOUR_SITUATION = N_("Your situation")
BY_LETTERS = N_("Type its first letters, or go down with the arrows.")
SAVED = N_("Saved.")


def interview_progress(number: int, total: int, *, saved: bool) -> str:
    """Return the position of a question, which may still change; `saved` says that the answer before it is saved."""
    position = _("{number} of about {total}", number=number, total=total)
    done = _("saved")
    return f"✓ {done}   {position}" if saved else position


def question_title(number: int, total: int) -> str:
    """Return the position of a question as a title."""
    return _("Question {number} of about {total}", number=number, total=total)


def reason_for_asking(reason: str) -> str:
    """Return why a question is asked."""
    return _("Why we ask: {reason}", reason=reason)
