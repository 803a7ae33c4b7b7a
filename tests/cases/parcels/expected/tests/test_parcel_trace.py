"""Every action of ParcelTrace."""
