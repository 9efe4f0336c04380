"""What touches the world: content files, state file, session, browser and clipboard, country names."""
