"""Every action of UserDefinedMessage."""
