"""Every action of Application."""
