"""The generated tests."""
