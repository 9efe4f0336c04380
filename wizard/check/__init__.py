"""The rules that content must keep, one small function each, and the one that runs them all."""

from wizard.check.rules.readability import MEASURED_BY

from .check_runner import CheckReport, check_content
from .diagnostics import Diagnostic
from .locations import split_location

__all__ = ["MEASURED_BY", "CheckReport", "Diagnostic", "check_content", "split_location"]
