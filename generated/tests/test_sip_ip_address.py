"""Every action of SipIpAddress."""
