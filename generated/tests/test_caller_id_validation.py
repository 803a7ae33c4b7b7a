"""Every action of CallerIdValidation."""
