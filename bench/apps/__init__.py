"""Programs to compare with."""
