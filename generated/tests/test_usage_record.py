"""Every action of UsageRecord."""
