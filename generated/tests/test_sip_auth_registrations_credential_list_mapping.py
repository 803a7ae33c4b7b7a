"""Every action of SipAuthRegistrationsCredentialListMapping."""
