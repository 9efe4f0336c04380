"""The one error that is meant for people; every room may raise it, each face prints it in one place."""


class WizardError(Exception):
    """Something could not be done: what happened, and what the person can do next."""

    def __init__(self, what: str, next_step: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.next_step = next_step

    def __str__(self) -> str:
        return f"{self.what} {self.next_step}".strip()
