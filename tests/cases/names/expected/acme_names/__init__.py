"""Acme Names: typed operations, records and profiles.

Objects are modules of ``acme_names.api``; the names below come from the runtime and load when used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from acme_names import api as api
    from twilio_ops_runtime import *

__all__ = ["api"]


def __getattr__(name: str) -> Any:
    import importlib

    if name == "api":
        return importlib.import_module("acme_names.api")
    return getattr(importlib.import_module("twilio_ops_runtime"), name)


def __dir__() -> list[str]:
    import twilio_ops_runtime

    return sorted({*__all__, *twilio_ops_runtime.__all__})
