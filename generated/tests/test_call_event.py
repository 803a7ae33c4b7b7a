"""Every action of CallEvent."""
