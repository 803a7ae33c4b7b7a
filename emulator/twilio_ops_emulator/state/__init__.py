"""What the emulated service holds, and its time."""
