"""The state file, its backup and lock, and the session that changes it."""
