"""Every action of Stream."""
