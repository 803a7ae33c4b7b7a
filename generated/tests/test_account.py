"""Every action of Account."""
