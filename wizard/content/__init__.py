"""Content files on disk, and their conversion into the records of the core."""
