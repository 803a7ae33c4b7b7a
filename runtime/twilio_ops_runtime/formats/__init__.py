"""Formats: JSON and XML."""
