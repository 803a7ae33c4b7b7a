"""Every action of ShortCode."""
