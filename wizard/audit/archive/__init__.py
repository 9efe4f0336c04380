"""Exports as Meta hands them out: ZIP files, ZIP files in ZIP files, folders. Opened for reading, never unpacked to disk."""
