"""Every action of UsageRecordLastMonth."""
