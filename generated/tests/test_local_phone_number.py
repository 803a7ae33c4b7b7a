"""Every action of LocalPhoneNumber."""
