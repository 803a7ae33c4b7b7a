"""Runs operations against a reply made up from a sample document, and keeps what was sent."""
