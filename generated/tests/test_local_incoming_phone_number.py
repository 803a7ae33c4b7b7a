"""Every action of LocalIncomingPhoneNumber."""
