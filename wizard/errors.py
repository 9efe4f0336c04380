"""Define the error that is shown to users, as a code with values.

Every room may raise it. The sentence is made where it is shown: `wizard.views.error_messages` has one for each code, and
`wizard.commands.error_hints` the words that only make sense on a command line.
"""


class WizardError(Exception):
    """An error for the user: its `code`, and the `values` that its sentence needs.

    `hint` is the code of the next step, if that depends on more than the code of the error; "" for the usual one.
    """

    def __init__(self, code: str, *, hint: str = "", **values: object) -> None:
        super().__init__(code)
        self.code = code
        self.hint = hint
        self.values = values

    def __str__(self) -> str:
        """Return the code and the values, for developers and tests; users never see this."""
        named = {**self.values, **({"hint": self.hint} if self.hint else {})}
        details = ", ".join(f"{name}={value!r}" for name, value in named.items())
        return f"{self.code} ({details})" if details else self.code
