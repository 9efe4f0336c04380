"""What is printed and what a calendar reads: golden files of the page and of the calendar, byte for byte.

When one of them is meant to change, write them anew and read the difference before you commit it:

    .venv/bin/python -m tests.export.papers
    git diff tests/golden

Look at the page, too: in light and dark, narrow and wide, and printed. Nothing else writes them; a test only compares.
"""

import sys
from collections.abc import Callable
from pathlib import Path

from tests.samples import germany
from wizard.export.calendar import build_calendar
from wizard.export.plan.html import plan_html

GOLDEN = Path(__file__).parents[1] / "golden"
PAPERS: dict[str, Callable[[], str]] = {
    "plan-de.html": lambda: plan_html(germany(), germany().steps),
    "calendar.ics": lambda: build_calendar(germany()),
}


def write_anew() -> None:
    """Replace these golden files."""
    for name, write in PAPERS.items():
        (GOLDEN / name).write_text(write(), encoding="utf-8", newline="")
        sys.stdout.write(f"{GOLDEN / name}\n")


if __name__ == "__main__":
    write_anew()
