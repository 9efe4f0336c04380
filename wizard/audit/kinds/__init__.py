"""One module for each kind of data in an export: its READERS, and the LABELS of its counts."""
