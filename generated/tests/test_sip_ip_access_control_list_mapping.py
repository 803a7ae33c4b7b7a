"""Every action of SipIpAccessControlListMapping."""
