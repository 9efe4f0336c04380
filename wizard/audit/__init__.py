"""Read a data export and count what it contains."""
