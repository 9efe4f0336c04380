"""Define the error that is shown to users.

Every package may raise it; each front end prints it in one place.
"""


class WizardError(Exception):
    """An error for the user: `what` happened, and the `next_step` that helps, or "" if there is none."""

    def __init__(self, what: str, next_step: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.next_step = next_step

    def __str__(self) -> str:
        return f"{self.what} {self.next_step}".strip()
