"""Every action of Queue."""
