"""Every action of RecordingAddOnResultPayloadData."""
