"""Letters: which ones fit a case, which blanks they have, and what the program can fill in by itself."""
