"""Every action of RecordingAddOnResult."""
