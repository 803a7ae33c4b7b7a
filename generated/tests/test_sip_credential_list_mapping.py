"""Every action of SipCredentialListMapping."""
