"""Every action of SipAuthCallsCredentialListMapping."""
