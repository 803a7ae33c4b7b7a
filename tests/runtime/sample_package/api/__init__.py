"""One module an object."""
