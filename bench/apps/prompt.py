"""The least that questionary can be: one choice."""

import questionary

questionary.select("Which one?", choices=[f"Option {number}" for number in range(1, 6)]).ask()
