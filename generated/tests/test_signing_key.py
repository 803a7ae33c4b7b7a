"""Every action of SigningKey."""
