"""Every action of IncomingPhoneNumberAssignedAddOn."""
