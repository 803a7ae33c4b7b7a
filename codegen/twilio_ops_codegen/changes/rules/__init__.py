"""The rules, in the order in which they are asked and documented."""

from __future__ import annotations

from twilio_ops_codegen.changes.registry import Rule
from twilio_ops_codegen.changes.rules import (
    actions,
    enums,
    fields,
    filters,
    forms_sent,
    held,
    keys,
    names,
    needs,
    objects,
    parameters,
    remarks,
    service,
    structs,
    types_answered,
    types_sent,
)

MODULES = (
    objects,
    keys,
    actions,
    needs,
    parameters,
    filters,
    fields,
    structs,
    types_answered,
    types_sent,
    forms_sent,
    enums,
    names,
    remarks,
    held,
    service,
)

RULES: tuple[Rule, ...] = tuple(
    value for module in MODULES for value in vars(module).values() if isinstance(value, Rule)
)
