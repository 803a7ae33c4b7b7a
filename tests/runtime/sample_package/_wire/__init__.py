"""The JSON shapes of the records, loaded when a record is read from JSON."""
