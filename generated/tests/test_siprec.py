"""Every action of Siprec."""
