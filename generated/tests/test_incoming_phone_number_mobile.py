"""Every action of IncomingPhoneNumberMobile."""
