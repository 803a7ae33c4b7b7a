"""Records and what generated code says of them."""
