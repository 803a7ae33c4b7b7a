"""The emulated HTTP API."""
