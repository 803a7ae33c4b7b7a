"""Every action of Address."""
