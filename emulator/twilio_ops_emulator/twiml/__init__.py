"""TwiML: read as the service reads it, and carried out on the emulator's clock."""
