"""Compute what is true: pure functions over frozen values. Uses the standard library only."""
