"""Every action of UsageRecordAllTime."""
