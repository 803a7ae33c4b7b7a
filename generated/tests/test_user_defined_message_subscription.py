"""Every action of UserDefinedMessageSubscription."""
