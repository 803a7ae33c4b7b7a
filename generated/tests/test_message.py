"""Every action of Message."""
