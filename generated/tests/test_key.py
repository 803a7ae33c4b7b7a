"""Every action of Key."""
