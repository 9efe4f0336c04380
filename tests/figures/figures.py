"""The figures of docs/reliability.md: many cases of one kind, tried one after another, and counted."""

import random
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeVar

import pytest

Case = TypeVar("Case")
SHOWN = 30
"""So many failures are told in full."""


@dataclass(frozen=True)
class Figures:
    """Tries all cases of a row of the table, or a sample of them, and says how many there were and how many failed."""

    all_cases: bool
    seed: int
    capsys: pytest.CaptureFixture[str]

    def chosen(self, cases: Mapping[str, Case], sample: int) -> dict[str, Case]:
        """All cases with `--all-cases`; otherwise a random sample, which the seed repeats."""
        if self.all_cases or len(cases) <= sample:
            return dict(cases)
        return {name: cases[name] for name in random.Random(self.seed).sample(sorted(cases), sample)}

    def try_cases(self, what: str, cases: Mapping[str, Case], check: Callable[[Case], object], sample: int) -> None:
        """Check each case, whatever became of the one before; fail if one of them failed."""
        chosen, wrong = self.chosen(cases, sample), list[str]()
        for name, case in chosen.items():
            try:
                check(case)
            except (AssertionError, Exception) as error:  # noqa: BLE001 - whatever it is, it is counted
                wrong.append(f"{name}: {type(error).__name__}: {str(error)[:700]}")
        self.tell(what, len(chosen), len(wrong), len(cases))
        assert not wrong, f"seed {self.seed}: {len(wrong)} failed\n" + "\n".join(wrong[:SHOWN])

    def tell(self, what: str, tried: int, failed: int, there_are: int = 0) -> None:
        """Write one row of the table."""
        of = f" of {there_are}" if there_are > tried else ""
        with self.capsys.disabled():
            sys.stdout.write(f"\n{what}: {tried}{of} cases, {failed} failed (seed {self.seed})\n")
