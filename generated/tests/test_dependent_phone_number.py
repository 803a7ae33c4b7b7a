"""Every action of DependentPhoneNumber."""
