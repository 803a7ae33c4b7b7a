"""Every action of IncomingPhoneNumber."""
