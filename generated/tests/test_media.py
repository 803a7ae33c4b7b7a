"""Every action of Media."""
