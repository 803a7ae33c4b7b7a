"""Every action of SipCredential."""
