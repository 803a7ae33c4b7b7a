"""The command ``twilio-ops``: parse, call, print; one module a group of commands."""
