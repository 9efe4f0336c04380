"""A minimal prompt: the cost of questionary itself."""

import questionary

questionary.select("Which one?", choices=[f"Option {number}" for number in range(1, 6)]).ask()
