"""Every action of CallFeedbackSummary."""
