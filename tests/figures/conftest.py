"""What every row of the table needs."""

import random

import pytest

from tests.figures.figures import Figures


@pytest.fixture
def figures(request: pytest.FixtureRequest, capsys: pytest.CaptureFixture[str]) -> Figures:
    """Tries and counts the cases; `--all-cases` tries all of them, `--seed` repeats a sample."""
    seed = request.config.getoption("--seed")
    all_cases = bool(request.config.getoption("--all-cases"))
    return Figures(all_cases, random.SystemRandom().randrange(10**6) if seed is None else int(seed), capsys)
