"""The headless commands, a verb a module. They never ask; each has `arguments` and `run`."""
