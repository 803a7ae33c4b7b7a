"""Every action of AvailablePhoneNumberSharedCost."""
