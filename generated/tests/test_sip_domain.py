"""Every action of SipDomain."""
