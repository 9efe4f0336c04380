"""Read exports as Meta hands them out: ZIP files, also nested, and folders. Read-only; nothing is unpacked to disk."""
