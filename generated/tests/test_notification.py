"""Every action of Notification."""
