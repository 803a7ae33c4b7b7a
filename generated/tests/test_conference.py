"""Every action of Conference."""
