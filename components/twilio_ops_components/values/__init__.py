"""Values at run time: each a small class, by the word that stands for it in a component file."""

from __future__ import annotations

from twilio_ops_components.values.base import Value
from twilio_ops_components.values.dates import CurrentDate, LastRun, LastSuccessfulRun, RelativeDate
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
    OutputElement,
    RunProperty,
    Static,
    UniqueValue,
)

__all__ = ["VALUES"]

_KINDS: tuple[type[Value], ...] = (
    Static,
    Element,
    OutputElement,
    CurrentDocument,
    CurrentDate,
    RelativeDate,
    LastRun,
    LastSuccessfulRun,
    DocumentProperty,
    RunProperty,
    Environment,
    CacheLookup,
    OperationValue,
    Counter,
    UniqueValue,
    CrossReference,
)
VALUES: dict[str, type[Value]] = {kind.key: kind for kind in _KINDS}
"""The kinds of values by their words."""
