"""Types: values and their texts."""
