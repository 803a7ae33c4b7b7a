"""Every action of MessageFeedback."""
