"""Every action of CallNotification."""
