"""The catalog as the emulator uses it: objects, actions, fields and parameters, resolved."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property
from typing import Any

from attrs import frozen

from twilio_ops_emulator.api.errors import EmulatorError

_PLACEHOLDER = re.compile(r"\{(\w+)\}")
_CAPITAL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


def snake(name: str) -> str:
    """An API name as a field name: ``ParentCallSid`` -> ``parent_call_sid``."""
    return _CAPITAL.sub("_", name).lower()


def pascal(name: str) -> str:
    """A field name as an API name: ``parent_call_sid`` -> ``ParentCallSid``."""
    return "".join(word[:1].upper() + word[1:] for word in name.split("_"))


def placeholders(path: str) -> tuple[str, ...]:
    """The names of a path's placeholders, from left to right."""
    return tuple(_PLACEHOLDER.findall(path))


def segments(path: str) -> tuple[str | None, ...]:
    """The segments of a path; None stands for a placeholder."""
    return tuple(
        None if part.startswith("{") else part for part in path.strip("/").split("/") if part
    )


def pattern(path: str) -> str:
    """A path with ``%s`` for every placeholder."""
    return _PLACEHOLDER.sub("%s", path)


@frozen(kw_only=True)
class ValueModel:
    """The type of a field, a parameter or a filter."""

    name: str
    type: str
    format: str | None = None
    prefixes: tuple[str, ...] = ()
    pattern: str | None = None
    values: tuple[str, ...] = ()
    minimum: float | None = None
    maximum: float | None = None
    nullable: bool = False


@frozen(kw_only=True)
class NestedModel(ValueModel):
    """The type of what may hold values; ``items`` is that of a list's or a map's, ``struct`` has fields."""

    items: FieldModel | None = None
    struct: Mapping[str, FieldModel] | None = None


@frozen(kw_only=True)
class FieldModel(NestedModel):
    """One field of a record."""

    xml: str
    item_xml: str = ""
    key_xml: Mapping[str, str] = {}
    quoted: bool = False
    only: tuple[str, ...] = ()


@frozen(kw_only=True)
class ParameterModel(NestedModel):
    """One parameter of a request; ``field`` is the record field it fills, if any."""

    required: bool = False
    repeated: bool = False
    location: str = "body"
    count: int | None = None
    default: Any = None
    field: str | None = None


@frozen(kw_only=True)
class FilterModel(ValueModel):
    """One filter of a list; ``field`` is the record field it looks at, if any."""

    operators: tuple[str, ...] = ("equals",)
    field: str | None = None


class ActionModel:
    """One action of an object: the request it takes and how it is answered.

    Attributes:
        name: Get, Query, Create, Update or Delete.
        key: The object's key and the action's name, by which facts and behaviour know it.
        answers: The object whose record is answered.
        redirect: The field that the answer points to.
        own: Whether the action's path is the object's own and not another object's.
    """

    def __init__(self, owner: ObjectModel, name: str, row: Mapping[str, Any]) -> None:
        self.owner = owner
        self.name = name
        self.key = f"{owner.key}.{name}"
        self.operation: str | None = row.get("operation")
        self.method: str = row["method"]
        self.path: str = row["path"]
        self.alternatives: tuple[str, ...] = tuple(row.get("alternatives", ()))
        self.status: tuple[int, ...] = tuple(row.get("status", (200,)))
        self.cardinality: str = row.get("cardinality", "one")
        self.answers: str | None = row.get("answers")
        self.redirect: str | None = row.get("redirect")
        self.either: tuple[tuple[str, ...], ...] = tuple(map(tuple, row.get("either", ())))
        self.paging: str = row.get("paging", "none")
        self.max_page_size: int | None = row.get("max_page_size")
        self.security: str = row.get("security", "basic")
        self.refused: str | None = row.get("refused")
        self.key_parameter: str | None = row.get("key_parameter")
        self.encoding: str = row.get("encoding", "none")
        self.own = self.path.startswith(owner.path)
        self._row = row

    @cached_property
    def parameters(self) -> dict[str, ParameterModel]:
        """The parameters by API name, in catalog order."""
        return {
            name: _parameter(name, row, self.owner)
            for name, row in self._row.get("parameters", {}).items()
        }

    @cached_property
    def filters(self) -> dict[str, FilterModel]:
        """The filters by API name, in catalog order."""
        return {
            name: _filter(name, row, self.owner)
            for name, row in self._row.get("filters", {}).items()
        }

    @cached_property
    def required(self) -> tuple[str, ...]:
        """The parameters that must be given."""
        return tuple(p.name for p in self.parameters.values() if p.required)

    @cached_property
    def filled(self) -> tuple[tuple[str, str], ...]:
        """Parameters that a record field of the same name takes: (parameter, field)."""
        return tuple((p.name, p.field) for p in self.parameters.values() if p.field is not None)

    def __repr__(self) -> str:
        return f"<ActionModel {self.key}>"


class ObjectModel:
    """One object of the catalog.

    Attributes:
        name: Its name in the generated package.
        key: Its name in the source, or its own where the source lacks it: what facts and
            behaviour are kept by.
        path: Its collection's path.
        scope: The placeholders of that path: what a list is kept by. Where paths do not name the
            account, it comes first.
        implied: How many of these no path names.
        instance: The path of one record, or None.
        identity: The field that holds a record's key.
    """

    def __init__(self, name: str, row: Mapping[str, Any], implied: tuple[str, ...] = ()) -> None:
        self.name = name
        self.implied = len(implied)
        self.key: str = row.get("source") or name
        self.parent: str | None = row.get("parent")
        self.path: str = row["path"]
        self.deprecated: str | None = row.get("deprecated")
        self.keys: Mapping[str, Any] = row.get("keys", {})
        self.enums: Mapping[str, Any] = row.get("enums", {})
        self.structs: Mapping[str, Any] = row.get("structs", {})
        self.shapes: dict[str, dict[str, FieldModel]] = {}
        xml = row.get("xml", {})
        self.item_xml: str = xml.get("item") or name
        self.list_xml: str | None = xml.get("list")
        self.json_list: str | None = row.get("json", {}).get("list")
        self.scope = (*implied, *placeholders(self.path))
        self.fields = {
            field: _field(field, value, self) for field, value in row.get("fields", {}).items()
        }
        self.actions = {
            action: ActionModel(self, action, value)
            for action, value in row.get("actions", {}).items()
        }
        self.instance = self._instance()
        last = placeholders(self.instance)[-1] if self.instance else "Sid"
        self.identity = snake(last)
        self.instance_pattern = pattern(self.instance) if self.instance else None
        self.path_pattern = pattern(self.path)

    def _instance(self) -> str | None:
        for name in ("Get", "Update", "Delete"):
            action = self.actions.get(name)
            if action is not None and action.path.endswith("}") and not action.key_parameter:
                return str(action.path)
        return None

    @property
    def prefix(self) -> str | None:
        """The prefix of the Sids of this object's records."""
        field = self.fields.get("sid")
        return field.prefixes[0] if field is not None and field.prefixes else None

    def __repr__(self) -> str:
        return f"<ObjectModel {self.name}>"


def _type(row: Mapping[str, Any], owner: ObjectModel) -> dict[str, Any]:
    enum = row.get("enum")
    return {
        "type": row["type"],
        "format": row.get("format"),
        "prefixes": tuple(row.get("prefixes", ())),
        "pattern": row.get("pattern"),
        "values": tuple(owner.enums.get(enum, ())) if enum else (),
        "minimum": row.get("minimum"),
        "maximum": row.get("maximum"),
        "nullable": row.get("nullable", False),
    }


def _field(name: str, row: Mapping[str, Any], owner: ObjectModel) -> FieldModel:
    return FieldModel(
        name=name,
        xml=row.get("xml") or pascal(name),
        item_xml=row.get("item_xml", ""),
        key_xml=row.get("key_xml", {}),
        quoted=row.get("json_type") == "string",
        only=tuple(row.get("only", ())),
        **_nested(name, row, owner),
        **_type(row, owner),
    )


def _nested(name: str, row: Mapping[str, Any], owner: ObjectModel) -> dict[str, Any]:
    items, struct = row.get("items"), row.get("struct")
    return {
        "items": _field(name, items, owner) if items else None,
        "struct": _struct(struct, owner) if struct else None,
    }


def _struct(name: str, owner: ObjectModel) -> Mapping[str, FieldModel]:
    known = owner.shapes.get(name)
    if known is None:
        known = owner.shapes[name] = {}  # known before its fields, of which one may be it again
        rows = owner.structs[name]["fields"]
        known.update({key: _field(key, value, owner) for key, value in rows.items()})
    return known


def _parameter(name: str, row: Mapping[str, Any], owner: ObjectModel) -> ParameterModel:
    field = snake(name)
    return ParameterModel(
        name=name,
        required=row.get("required", False),
        repeated=row.get("repeated", False),
        location=row.get("location", "body"),
        count=row.get("count"),
        default=row.get("default"),
        field=field if field in owner.fields else None,
        **_nested(name, row, owner),
        **_type(row, owner),
    )


def _filter(name: str, row: Mapping[str, Any], owner: ObjectModel) -> FilterModel:
    field = snake(name)
    return FilterModel(
        name=name,
        operators=tuple(row.get("operators", ("equals",))),
        field=field if field in owner.fields else None,
        **_type(row, owner),
    )


class Catalog:
    """All objects by name and by key, the service's own facts and the table of errors.

    Args:
        document: The compact catalog.
        account_key: What the account is called that paths do not name; None = paths name it.
    """

    def __init__(self, document: Mapping[str, Any], account_key: str | None = None) -> None:
        service = document["service"]
        self.service: str = service["service"]
        self.suffixes: bool = service.get("suffixes", False)
        self.xml: bool = "xml" in service["wires"]
        self.version: str = service["version"]
        self.host: str = service["host"]
        self.xml_root: str = service["xml_root"]
        self.xml_error: str = service["xml_error"]
        self.request_id: str | None = service.get("request_id")
        self.under_way: str | None = service.get("under_way")
        own: str | None = service.get("account_key")
        self.account_key: str = own or account_key or ""
        implied = () if own or account_key is None else (account_key,)
        self.errors = {int(code): row for code, row in document.get("errors", {}).items()}
        self.objects = {
            name: ObjectModel(name, row, implied) for name, row in document["objects"].items()
        }
        self.by_key = {model.key: model for model in self.objects.values()}

    def find(self, name: str) -> ObjectModel:
        """An object by its name or its key.

        Raises:
            EmulatorError: There is none.
        """
        found = self.objects.get(name) or self.by_key.get(name)
        if found is None:
            raise EmulatorError(f"the catalog has no object {name}")
        return found
