"""Every action of RecordingTranscription."""
