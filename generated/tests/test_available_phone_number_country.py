"""Every action of AvailablePhoneNumberCountry."""
