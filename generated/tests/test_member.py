"""Every action of Member."""
