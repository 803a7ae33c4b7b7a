"""Every action of Token."""
