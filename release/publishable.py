"""Say whether a commit can be released under a tag, before anything is built or published."""

import re
import sys
from pathlib import Path

from wizard import __version__

from .steps import CHECKOUT, run

PLACEHOLDER = "/OWNER/"
"""Stands in the address of the repository until that is known."""
_HEADING = re.compile(r"^## (\S+)(?: - (\d{4}-\d\d-\d\d))?$", re.MULTILINE)


def reasons_against_release(tag: str, readme: str, changelog: str, changed_files: str) -> list[str]:
    """Return what has to be done first, one sentence each; empty if the commit can be released."""
    reasons = []
    if tag != f"v{__version__}":
        reasons.append(f"The tag is “{tag}”, but wizard/__init__.py names {__version__}: the tag must be v{__version__}.")
    if PLACEHOLDER in readme:
        reasons.append("README.md still names OWNER: put the address of the repository into the line REPOSITORY=.")
    versions = dict(_HEADING.findall(changelog))
    if not versions.get(__version__):
        reasons.append(f"CHANGELOG.md has no heading “## {__version__} - YYYY-MM-DD”: rename “## Unreleased”.")
    if changed_files.strip():
        reasons.append("Not everything is committed: `git status` lists the files.")
    return reasons


def main() -> None:
    """Check the commit that is checked out against the tag of the command line."""
    tag = sys.argv[1] if len(sys.argv) > 1 else ""
    readme, changelog = (_text(CHECKOUT / name) for name in ("README.md", "CHANGELOG.md"))
    reasons = reasons_against_release(tag, readme, changelog, run("git", "status", "--porcelain", cwd=CHECKOUT))
    if reasons:
        sys.exit("\n".join(reasons))
    sys.stdout.write(f"{tag} can be released.\n")


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


if __name__ == "__main__":
    main()
