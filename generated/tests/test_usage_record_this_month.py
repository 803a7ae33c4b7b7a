"""Every action of UsageRecordThisMonth."""
