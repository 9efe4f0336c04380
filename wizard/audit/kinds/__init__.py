"""One module for each kind of datum: its READERS, and what of it is LABELS."""
