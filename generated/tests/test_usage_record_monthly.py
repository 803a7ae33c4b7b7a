"""Every action of UsageRecordMonthly."""
