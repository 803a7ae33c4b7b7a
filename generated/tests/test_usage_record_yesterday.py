"""Every action of UsageRecordYesterday."""
