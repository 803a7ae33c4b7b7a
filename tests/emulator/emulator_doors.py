"""The two doors of the generated operations, each with the same five actions on an emulator."""

from __future__ import annotations

from importlib import import_module
from typing import Any, Protocol
from xml.sax.saxutils import escape

from twilio_ops import Connection
from twilio_ops_emulator.model import ActionModel, snake
from twilio_ops_runtime.documents.request_documents import read


def operation_of(action: ActionModel) -> Any:
    """The generated class of an action."""
    name = snake(action.owner.name.replace("SMS", "Sms"))
    return getattr(import_module(f"twilio_ops.api.{name}"), f"{action.name}{action.owner.name}")


def request_document(operation: Any, address: str | None, form: dict[str, Any]) -> str:
    """A document of the request profile."""
    spec = operation.spec
    rows = []
    if address is not None:
        word = "ParentSid" if spec.action == "Create" else "Sid"
        rows.append(f"<{word}>{address}</{word}>")
    for parameter in spec.parameters:
        values = form.get(parameter.api)
        for value in values if isinstance(values, list) else [values]:
            if value is not None:
                rows.append(f"<{parameter.api}>{escape(str(value))}</{parameter.api}>")
    return f"<{spec.root}>{''.join(rows)}</{spec.root}>"


def plain(record: Any) -> dict[str, Any]:
    """The fields that do not differ by format; an empty element is as good as none."""
    values = {
        field.name: getattr(record, field.name, None) or None
        for field in type(record).spec.fields
        if field.xml not in ("Uri", "SubresourceUris", "UsageRecordUri", "AsOf")
    }
    return {name: value for name, value in values.items() if value is not None}


class Door(Protocol):
    """The five actions, whichever way they go."""

    def write(self, action: ActionModel, address: str | None, form: dict[str, Any]) -> Any:
        """Create, Update or Delete; the record answered, or None."""

    def read(self, action: ActionModel, address: str | None) -> list[Any]:
        """Get or Query; the records answered."""


class TypedDoor:
    """Arguments in, records out."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def write(self, action: ActionModel, address: str | None, form: dict[str, Any]) -> Any:
        """Create, Update or Delete."""
        kind = operation_of(action)
        operation = kind(self._connection)
        if action.name == "Delete":
            return operation(address)
        parts = read(kind.spec, request_document(kind, address, form))
        names = {parameter.api: parameter.name for parameter in kind.spec.parameters}
        request = kind.request(**{names[api]: value for api, value in parts.given.items()})
        if action.name == "Create":
            return operation.run(request, parts.sid)
        return operation.run(parts.sid, request)

    def read(self, action: ActionModel, address: str | None) -> list[Any]:
        """Get or Query."""
        found = operation_of(action)(self._connection).run(address)
        return list(found) if action.cardinality == "many" else [found]


class DocumentDoor:
    """XML in, XML out; both are valid against their profiles."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def write(self, action: ActionModel, address: str | None, form: dict[str, Any]) -> Any:
        """Create, Update or Delete."""
        kind = operation_of(action)
        source = request_document(kind, address, form)
        kind.request_profile.check(source)
        (result,) = kind(self._connection).process([source])
        if result.error is not None:
            raise result.error
        return None if result.output is None else self._record(kind, result.output)

    def read(self, action: ActionModel, address: str | None) -> list[Any]:
        """Get or Query."""
        kind = operation_of(action)
        return [
            self._record(kind, document) for document in kind(self._connection).documents(address)
        ]

    @staticmethod
    def _record(kind: Any, document: Any) -> Any:
        kind.response_profile.check(document)
        return kind.spec.record.from_document(document)
