"""Every action of UsageTrigger."""
