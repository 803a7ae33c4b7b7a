"""Every action of Transcription."""
