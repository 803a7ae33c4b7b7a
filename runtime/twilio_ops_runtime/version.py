"""The version of the distribution, which its requests say, too."""

__all__ = ["__version__"]

__version__ = "0.1.0"
