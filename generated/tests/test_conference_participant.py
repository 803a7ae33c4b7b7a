"""Every action of ConferenceParticipant."""
