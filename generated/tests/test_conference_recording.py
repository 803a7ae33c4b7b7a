"""Every action of ConferenceRecording."""
