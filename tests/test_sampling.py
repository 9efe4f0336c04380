"""The list of tests of which `make test` runs some cases: each exists, has cases, and keeps at least one."""

from pathlib import Path

import pytest

from tests.sampling import EVERY

ROOT = Path(__file__).parents[1]


@pytest.mark.parametrize("test", EVERY)
def test_a_test_that_is_sampled_exists(test: str) -> None:
    """A name that is out of date would bring all slow cases back unnoticed."""
    place, _, name = test.partition("::")
    assert f"def {name}(" in (ROOT / place).read_text(encoding="utf-8")
    assert EVERY[test] > 1
