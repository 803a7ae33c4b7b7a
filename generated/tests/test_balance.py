"""Every action of Balance."""
