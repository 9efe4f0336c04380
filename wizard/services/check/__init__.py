"""The rules that content must keep, one small function each, and the one that runs them all."""

from .finding import Finding
from .lines import split_place
from .plain_words import MEASURED_BY
from .report import Report, check_content

__all__ = ["MEASURED_BY", "Finding", "Report", "check_content", "split_place"]
