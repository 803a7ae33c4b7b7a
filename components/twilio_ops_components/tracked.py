"""Tracked fields: resolved before anything is sent, but for what comes out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from twilio_ops_components.errors import ValueUnavailable
from twilio_ops_components.values.base import ComponentContext
from twilio_ops_components.values.joined import Joined
from twilio_ops_components.values.paths import text_at
from twilio_ops_components.values.plain import OutputElement
from twilio_ops_runtime import Document, OperationError, ProfileError

__all__ = ["Parts", "Tracked", "tracked_parts", "tracked_text"]

Parts: TypeAlias = tuple[str | OutputElement, ...]
"""The text of a tracked field from left to right, with the elements that are to come out."""

Tracked: TypeAlias = Mapping[str, Parts]
"""The tracked fields of one input, by label."""


def tracked_parts(value: Joined, context: ComponentContext) -> Parts:
    """Resolve a tracked field, but for the elements of what comes out.

    Raises:
        ValueUnavailable: A part is missing, empty or of the wrong form; its place is named.
        ProfileError: The document cannot be read.
    """
    try:
        return tuple(
            part if isinstance(part, OutputElement) else part.resolve(context)
            for part in value.parts
        )
    except ProfileError:
        raise
    except OperationError as error:
        raise ValueUnavailable(f"{value.place}: {error}") from error


def tracked_text(parts: Parts, output: Document | None) -> str:
    """Return the text of a tracked field.

    Args:
        parts: What is resolved, and the elements of what comes out.
        output: What came out; None = nothing.
    """
    return "".join(part if isinstance(part, str) else _element(part, output) for part in parts)


def _element(part: OutputElement, output: Document | None) -> str:
    found = None if output is None else text_at(output, part.path)
    return found or part.default or ""
