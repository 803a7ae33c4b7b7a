"""Acme Notes: typed operations, records and profiles.

Objects are modules of ``acme_notes.api``; the names below come from the runtime and load when used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import twilio_ops_runtime
from twilio_ops_runtime.package_format import check_format

if TYPE_CHECKING:
    from acme_notes import api as api
    from twilio_ops_runtime import *

# What these modules rely on of the runtime, and it of them.
check_format(__name__, 1)

__all__ = ["api"]
__all__ += twilio_ops_runtime.__all__


if not TYPE_CHECKING:  # a type checker would take any name to exist

    def __getattr__(name: str) -> Any:
        import importlib

        if name == "api":
            return importlib.import_module(f"{__name__}.api")
        if name == "Connection":
            return importlib.import_module(f"{__name__}._connection").Connection
        if name in __all__:
            return getattr(twilio_ops_runtime, name)
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
