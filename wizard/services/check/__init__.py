"""The rules that content must keep, one small function each, and the one that runs them all."""

from .finding import Finding
from .report import Report, check_content

__all__ = ["Finding", "Report", "check_content"]
