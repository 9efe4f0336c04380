"""Letters: which of them apply, which fields they have, and which values the program can supply."""
