"""Every action of AvailablePhoneNumberNational."""
