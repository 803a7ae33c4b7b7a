"""Every action of TollFreeIncomingPhoneNumber."""
