"""Every action of UsageRecordToday."""
