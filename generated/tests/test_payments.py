"""Every action of Payments."""
