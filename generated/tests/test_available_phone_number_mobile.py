"""Every action of AvailablePhoneNumberMobile."""
