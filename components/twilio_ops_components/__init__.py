"""Operation components: an operation, its settings and its values at run time, as a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from twilio_ops_runtime.explain import lazy_exports

if TYPE_CHECKING:
    from twilio_ops_components.binding import Binding, InputDocument
    from twilio_ops_components.errors import ComponentError, Mistake, ValueUnavailable
    from twilio_ops_components.load import Component, load_operation
    from twilio_ops_components.model import Definition
    from twilio_ops_components.values.base import Value
    from twilio_ops_components.values.dates import (
        CurrentDate,
        LastRun,
        LastSuccessfulRun,
        RelativeDate,
    )
    from twilio_ops_components.values.joined import Joined
    from twilio_ops_components.values.lookups import (
        CacheLookup,
        Counter,
        CrossReference,
        OperationValue,
    )
    from twilio_ops_components.values.plain import (
        CurrentDocument,
        DocumentProperty,
        Element,
        Environment,
        RunProperty,
        Static,
        UniqueValue,
    )

_HOMES = {
    "errors": ["ComponentError", "Mistake", "ValueUnavailable"],
    "load": ["Component", "load_operation"],
    "model": ["Definition"],
    "binding": ["Binding", "InputDocument"],
    "values.base": ["Value"],
    "values.dates": ["CurrentDate", "LastRun", "LastSuccessfulRun", "RelativeDate"],
    "values.joined": ["Joined"],
    "values.lookups": ["CacheLookup", "Counter", "CrossReference", "OperationValue"],
    "values.plain": [
        "CurrentDocument",
        "DocumentProperty",
        "Element",
        "Environment",
        "RunProperty",
        "Static",
        "UniqueValue",
    ],
}

if not TYPE_CHECKING:
    __getattr__, __dir__ = lazy_exports(
        __name__, {name: f"{__name__}.{home}" for home, names in _HOMES.items() for name in names}
    )

__all__ = [
    "Binding",
    "CacheLookup",
    "Component",
    "ComponentError",
    "Counter",
    "CrossReference",
    "CurrentDate",
    "CurrentDocument",
    "Definition",
    "DocumentProperty",
    "Element",
    "Environment",
    "InputDocument",
    "Joined",
    "LastRun",
    "LastSuccessfulRun",
    "Mistake",
    "OperationValue",
    "RelativeDate",
    "RunProperty",
    "Static",
    "UniqueValue",
    "Value",
    "ValueUnavailable",
    "load_operation",
]
