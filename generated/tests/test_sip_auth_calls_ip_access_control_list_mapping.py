"""Every action of SipAuthCallsIpAccessControlListMapping."""
