"""Operation components: an operation as a file, its values at run time, its runs and reports."""
