"""Content files on disk, read into core values, and the rules that they keep."""
