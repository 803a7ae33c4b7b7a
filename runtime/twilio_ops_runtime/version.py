"""The version of the distribution, which its requests say, too."""

__version__ = "0.1.0"
