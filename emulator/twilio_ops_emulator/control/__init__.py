"""What tests do to the emulated service."""
