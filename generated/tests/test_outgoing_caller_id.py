"""Every action of OutgoingCallerId."""
