"""Every action of AvailablePhoneNumberVoip."""
