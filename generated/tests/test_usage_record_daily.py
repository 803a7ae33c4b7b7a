"""Every action of UsageRecordDaily."""
