"""Every action of Recording."""
