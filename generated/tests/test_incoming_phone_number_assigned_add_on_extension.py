"""Every action of IncomingPhoneNumberAssignedAddOnExtension."""
