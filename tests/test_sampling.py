"""The list of tests of which `make test` runs some cases: each exists, has cases, and keeps at least one."""

import ast
from pathlib import Path

import pytest

from tests.sampling import EVERY

ROOT = Path(__file__).parents[1]


@pytest.mark.parametrize("test", EVERY)
def test_a_test_that_is_sampled_exists(test: str) -> None:
    """A name that is out of date would bring all slow cases back unnoticed."""
    place, _, name = test.partition("::")
    module = ast.parse((ROOT / place).read_text(encoding="utf-8"))
    functions = {each.name: each for each in module.body if isinstance(each, ast.FunctionDef | ast.AsyncFunctionDef)}
    assert functions[name].decorator_list, "without cases there is nothing to sample"
    assert EVERY[test] > 1
