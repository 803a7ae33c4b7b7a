"""Every action of SipCredentialList."""
