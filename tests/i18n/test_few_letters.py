"""A terminal that has only some letters shows similar ones."""

import subprocess
import sys

import pytest

PRINT = "from wizard.cli import _prepare_streams; _prepare_streams(); print('für „dich“ – Łódź, ñ, ß, 写')"


@pytest.mark.parametrize(
    ("encoding", "expected"),
    [
        ("ascii", 'fur "dich" - Lodz, n, ss, ?'),
        ("cp1252", "für „dich“ – Lódz, ñ, ß, ?"),
        ("utf-8", "für „dich“ – Łódź, ñ, ß, 写"),
    ],
)
def test_other_languages_stay_readable(encoding: str, expected: str) -> None:
    """A question mark in the middle of a word would not be."""
    done = subprocess.run([sys.executable, "-c", PRINT], env={"PYTHONIOENCODING": encoding}, capture_output=True, check=True)
    assert done.stdout.decode(encoding).strip() == expected
