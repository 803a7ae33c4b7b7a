"""Every action of CallRecording."""
