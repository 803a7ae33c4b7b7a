"""What reads YAML: libyaml where PyYAML was built with it, else the same in Python, more slowly."""

from __future__ import annotations

try:
    from yaml import CSafeLoader as Loader
except ImportError:
    from yaml import SafeLoader as Loader  # type: ignore[assignment]

__all__ = ["Loader"]
