"""Every action of RealtimeTranscription."""
