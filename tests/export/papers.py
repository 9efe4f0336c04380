"""What is printed and what a calendar reads: golden files of the page and of the calendar, byte for byte.

Look at the page, too: in light and dark, narrow and wide, and printed.
"""

from collections.abc import Callable

from tests.samples import germany
from wizard.export.calendar import build_calendar
from wizard.export.plan.html import plan_html

PAPERS: dict[str, Callable[[], str]] = {
    "plan-de.html": lambda: plan_html(germany(), germany().steps),
    "calendar.ics": lambda: build_calendar(germany()),
}
