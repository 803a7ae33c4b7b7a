"""Every action of SipIpAccessControlList."""
