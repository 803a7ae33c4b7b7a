"""The generator's command line: parse, call, print; one module a group of commands."""
