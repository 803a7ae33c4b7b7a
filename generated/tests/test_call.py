"""Every action of Call."""
