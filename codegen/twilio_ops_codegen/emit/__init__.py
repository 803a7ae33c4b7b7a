"""What is made of a resolved catalog, and how it is written."""
