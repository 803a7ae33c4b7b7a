"""Every action of TollFreePhoneNumber."""
