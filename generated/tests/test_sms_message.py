"""Every action of SMSMessage."""
