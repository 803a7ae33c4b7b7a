"""Every action of Parcel."""
