"""The operating system: environment, terminal, browser, clipboard, editor, files for the user."""
