"""Every action of AvailablePhoneNumberMachineToMachine."""
