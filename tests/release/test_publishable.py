"""A commit can be released only when tag, version, changelog and address fit; each reason against it says what to do."""

import pytest

from release.publishable import reasons_against_release
from wizard import __version__

TAG = f"v{__version__}"
README = "REPOSITORY=https://github.com/somebody/protect-my-photos\n"
CHANGELOG = f"# Changelog\n\n## {__version__} - 2026-12-01\n\n## 0.0.1 - 2026-01-01\n"


def test_a_commit_that_can_be_released() -> None:
    """Nothing is left to do."""
    assert reasons_against_release(TAG, README, CHANGELOG, "") == []


@pytest.mark.parametrize(
    ("tag", "readme", "changelog", "changed", "reason"),
    [
        ("v9.9", README, CHANGELOG, "", f"must be {TAG}"),
        ("", README, CHANGELOG, "", f"must be {TAG}"),
        (__version__, README, CHANGELOG, "", f"must be {TAG}"),
        (TAG, README.replace("somebody", "OWNER"), CHANGELOG, "", "still names OWNER"),
        (TAG, README, CHANGELOG.replace(f"{__version__} - 2026-12-01", "Unreleased"), "", "has no heading"),
        (TAG, README, CHANGELOG.replace(" - 2026-12-01", ""), "", "has no heading"),
        (TAG, README, CHANGELOG, " M README.md\n", "Not everything is committed"),
    ],
)
def test_what_has_to_be_done_first(tag: str, readme: str, changelog: str, changed: str, reason: str) -> None:
    """One sentence for one reason."""
    (only,) = reasons_against_release(tag, readme, changelog, changed)
    assert reason in only
