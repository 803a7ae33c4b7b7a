"""A catalog: read, corrected, checked, resolved."""
