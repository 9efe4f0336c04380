"""Content rules, and the check that runs all of them on a content folder."""

from wizard.check.rules.readability import MEASURED_BY

from .check_runner import CheckReport, check_content
from .diagnostics import Diagnostic
from .locations import split_location

__all__ = ["MEASURED_BY", "CheckReport", "Diagnostic", "check_content", "split_location"]
