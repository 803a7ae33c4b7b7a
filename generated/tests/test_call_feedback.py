"""Every action of CallFeedback."""
