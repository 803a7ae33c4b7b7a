"""Every action of UsageRecordYearly."""
