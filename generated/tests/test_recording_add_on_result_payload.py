"""Every action of RecordingAddOnResultPayload."""
