"""A tool that is missing: a person's own tests leave out what needs it, and say so; where CI is set, it is a failure."""

import pytest

from tests.running import miss_tool


def outcome(reason: str) -> tuple[type[BaseException], str]:
    """How a test ends that misses a tool."""
    with pytest.raises((pytest.skip.Exception, pytest.fail.Exception)) as caught:
        miss_tool(reason)
    return caught.type, str(caught.value)


def test_without_a_tool_a_test_is_skipped(monkeypatch: pytest.MonkeyPatch) -> None:
    """With the reason."""
    monkeypatch.delenv("CI", raising=False)
    assert outcome("there is no browser") == (pytest.skip.Exception, "there is no browser")


def test_where_ci_is_set_it_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    """A suite that leaves out its tests unseen proves nothing."""
    monkeypatch.setenv("CI", "true")
    assert outcome("there is no browser") == (
        pytest.fail.Exception,
        "there is no browser; where CI is set, no tool may be missing",
    )
