"""Takes the facts of one OpenAPI document: objects, actions, types; never prose.

What cannot be taken is named in the report, never dropped silently.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml
from attrs import Factory, define

from ..model import ACTIONS
from .conventions import Conventions
from .naming import pascal, singular, snake
from .problems import ImportFailed, Problem

METHODS = ("get", "post", "put", "patch", "delete")
_SID = re.compile(r"\^\(?([A-Z]{2}(?:\|[A-Z]{2})*)\)?\[0-9a-fA-F\]\{32\}\$")
_NUMBERED = re.compile(r"(.+?)(\d+)\.(Name|Value)")
_PLACEHOLDER = re.compile(r"\{([^{}]+)\}")
DEPRECATED = "The source marks it as deprecated."

Row = dict[str, Any]


@define
class Taken:
    """The facts of a document, as the values of catalog files."""

    service: Row
    objects: dict[str, Row]
    not_taken: list[Problem]


@define
class _Operation:
    id: str
    action: str
    stem: str
    path: str
    method: str
    body: Mapping[str, Any]
    item: Mapping[str, Any]
    extension: Mapping[str, Any]


def read_document(path: Path) -> Mapping[str, Any]:
    """The document in a file; ``ImportFailed`` says where it is not an OpenAPI document."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ImportFailed([Problem(str(path), "", f"cannot be read: {error}")]) from None
    try:
        data: Any = json.loads(text) if text.lstrip()[:1] == "{" else yaml.safe_load(text)
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}"
        raise ImportFailed([Problem(str(path), place, f"is not JSON: {error.msg}")]) from None
    except yaml.YAMLError as error:
        message = f"is neither JSON nor YAML: {' '.join(str(error).split())}"
        raise ImportFailed([Problem(str(path), "", message)]) from None
    problems = []
    if not isinstance(data, dict):
        problems.append(Problem(str(path), "", "is not an OpenAPI document: no mapping at the top"))
    else:
        version = data.get("openapi")
        if not isinstance(version, str) or not version.startswith("3."):
            message = f"is {version!r}; expected an OpenAPI version 3"
            problems.append(Problem(str(path), "openapi", message))
        if not isinstance(data.get("paths"), dict):
            problems.append(Problem(str(path), "paths", "is missing; expected a mapping of paths"))
    if problems:
        raise ImportFailed(problems)
    found: Mapping[str, Any] = data
    return found


def take(path: Path, conventions: Conventions) -> Taken:
    """The facts of the document in a file.

    Raises:
        ImportFailed: It is not an OpenAPI document, or a reference in it leads nowhere.
    """
    return _Taker(path, read_document(path), conventions).take()


class _Taker:
    def __init__(self, path: Path, document: Mapping[str, Any], conventions: Conventions) -> None:
        self.file = str(path)
        self.document = document
        self.conventions = conventions
        self.not_taken: list[Problem] = []

    def take(self) -> Taken:
        operations = list(self._operations())
        service = self._service(operations)
        objects: dict[str, Row] = {}
        for name, group in self._groups(operations).items():
            objects[name] = _Object(self, name, group).row()
        parents = {
            (action["path"], name)
            for name, row in objects.items()
            for action in row["actions"].values()
        }
        for name, row in objects.items():
            parent = self._parent(name, row, parents)
            row["parent"] = parent
        return Taken(service, dict(sorted(objects.items())), self.not_taken)

    def skip(self, place: str, reason: str) -> None:
        """Notes something that is not taken."""
        self.not_taken.append(Problem(self.file, place, reason))

    def resolve(self, value: Any, place: str) -> Any:
        """What a reference leads to, or the value itself."""
        seen: list[str] = []
        while isinstance(value, Mapping) and "$ref" in value:
            ref = value["$ref"]
            target: Any = self.document
            for step in str(ref).removeprefix("#/").split("/"):
                step = step.replace("~1", "/").replace("~0", "~")
                if not isinstance(target, Mapping) or step not in target:
                    raise ImportFailed(
                        [Problem(self.file, place, f"refers to {ref}, which is nowhere")]
                    )
                target = target[step]
            if ref in seen:
                raise ImportFailed([Problem(self.file, place, f"refers to itself through {ref}")])
            seen.append(str(ref))
            value = target
        return value

    def path(self, path: str) -> str:
        """A path without the suffix of the source."""
        return path.removesuffix(self.conventions.suffix)

    def _operations(self) -> Iterator[_Operation]:
        verbs = "|".join(self.conventions.verbs)
        pattern = re.compile(rf"({verbs})([A-Z0-9].*)")
        for path, item in self.document["paths"].items():
            if not isinstance(item, Mapping):
                self.skip(f"paths/{path}", "is not a path item")
                continue
            extension = item.get(self.conventions.extension) or {}
            for method in METHODS:
                if method not in item:
                    continue
                body = item[method]
                place = f"paths/{path}/{method}"
                match = pattern.fullmatch(str(body.get("operationId", "")))
                if match is None:
                    self.skip(
                        place, f"operation id {body.get('operationId')!r} names no known verb"
                    )
                    continue
                action = self.conventions.verbs[match[1]]
                yield _Operation(
                    match[0], action, match[2], path, method.upper(), body, item, extension
                )

    def _groups(self, operations: list[_Operation]) -> dict[str, list[_Operation]]:
        """Operations by object: by stem, halves of one collection put together."""
        stems: dict[str, list[_Operation]] = {}
        for operation in operations:
            stems.setdefault(operation.stem, []).append(operation)
        bases = {
            stem: {_collection(self.path(item.path)) for item in group}
            for stem, group in stems.items()
        }
        for stem in list(stems):
            plain = stem.removeprefix(self.conventions.create_prefix)
            for other in (plain, singular(stem)):
                if other == stem or other not in stems or stem not in stems:
                    continue
                actions = {item.action for item in stems[stem]}
                if (
                    not actions & {item.action for item in stems[other]}
                    and bases[stem] & bases[other]
                ):
                    stems[other] += stems.pop(stem)
        groups: dict[str, list[_Operation]] = {}
        for stem, group in stems.items():
            taken: dict[str, _Operation] = {}
            for operation in group:
                first = taken.setdefault(operation.action, operation)
                if first is operation:
                    continue
                verb = operation.id.removesuffix(operation.stem)
                name = pascal(
                    f"{stem}{verb}"
                    if verb != first.id.removesuffix(stem)
                    else f"{stem}{_last_word(operation.path)}"
                )
                number = 2
                while name in stems or name in groups:
                    name, number = f"{name}{number}", number + 1
                groups[name] = [operation]
            groups[pascal(stem)] = list(taken.values())
        return groups

    def _service(self, operations: list[_Operation]) -> Row:
        conventions = self.conventions
        info = self.document.get("info") or {}
        match = re.fullmatch(conventions.service.title_pattern, str(info.get("title", "")))
        name = match["name"] if match else str(info.get("title", "service"))
        versions = [
            segment
            for path in self.document["paths"]
            for segment in path.split("/")[1:2]
            if re.fullmatch(conventions.version_segment, segment)
        ]
        version = max(sorted(set(versions)), key=versions.count) if versions else "v1"
        servers = self.document.get("servers") or []
        for item in self.document["paths"].values():
            servers = item.get("servers") or servers if isinstance(item, Mapping) else servers
            break
        host = re.sub(r"^https?://|/.*$", "", str(servers[0]["url"])) if servers else "localhost"
        service = snake(name).replace("_", "-")
        paths = list(self.document["paths"])
        account = any(f"{{{conventions.account_key}}}" in item.path for item in operations)
        row: Row = {
            "format": 1,
            "package": conventions.service.package,
            "title": conventions.service.title.format(service=name, version=version),
            "service": service,
            "version": version,
            "host": host,
            "wires": list(conventions.service.wires.get(f"{service}/{version}", ("json",))),
            "suffixes": bool(paths) and all(path.endswith(conventions.suffix) for path in paths),
        }
        if account:
            row["account_key"] = conventions.account_key
        return row

    def _parent(self, name: str, row: Row, actions: set[tuple[str, str]]) -> str | None:
        path = row["path"]
        by_path = {_shape(action): owner for action, owner in sorted(actions) if owner != name}
        while "/" in path[1:]:
            path = path.rpartition("/")[0]
            if path.endswith("}") and _shape(path) in by_path:
                return by_path[_shape(path)]
        return None


class _Object:
    def __init__(self, taker: _Taker, name: str, operations: list[_Operation]) -> None:
        self.taker = taker
        self.conventions = taker.conventions
        self.name = name
        order: list[str] = list(ACTIONS)
        self.operations = sorted(operations, key=lambda item: order.index(item.action))
        self.enums: dict[str, list[str]] = {}
        self.structs: dict[str, Row] = {}
        self.struct_names: dict[str, str] = {}
        self.keys: dict[str, Row] = {}
        self.fields: dict[str, Row] = {}
        self.list_key: str | None = None

    def row(self) -> Row:
        actions: dict[str, Row] = {}
        answers: dict[str, tuple[str, dict[str, Row]]] = {}
        for operation in self.operations:
            row = self._action(operation)
            actions[operation.action] = row
            fields = self._answer(operation, row)
            if fields is not None:
                answers[operation.action] = fields
        self._merge(actions, answers)
        first = self.operations[0]
        collection = self.taker.path(first.path)
        if first.action in ("Get", "Update", "Delete") and collection.endswith("}"):
            collection = collection.rpartition("/")[0]
        for operation in self.operations:
            if operation.action in ("Query", "Create"):
                collection = self.taker.path(operation.path)
                break
        return {
            "object": self.name,
            "source": self.name,
            "parent": None,
            "path": collection,
            "keys": self.keys,
            "json": {"list": self.list_key} if self.list_key else {},
            "fields": self.fields,
            "enums": self.enums,
            "structs": self.structs,
            "actions": actions,
        }

    # -- one action

    def _action(self, operation: _Operation) -> Row:
        place = f"paths/{operation.path}/{operation.method.lower()}"
        body = operation.body
        row: Row = {
            "operation": operation.id,
            "method": operation.method,
            "path": self.taker.path(operation.path),
        }
        statuses = sorted(
            int(code)
            for code in map(str, body.get("responses") or {})
            if re.fullmatch("[23]..", code)
        )
        if statuses and statuses != [200]:
            row["status"] = statuses
        query = operation.action == "Query"
        if query:
            row["cardinality"] = "many"
        elif operation.action == "Delete" or not self._schema_of(operation)[0]:
            row["cardinality"] = "none"
        parameters: dict[str, Row] = {}
        filters: dict[str, Row] = {}
        found = [*(operation.item.get("parameters") or ()), *(body.get("parameters") or ())]
        for raw in found:
            parameter = self.taker.resolve(raw, place)
            name, where = str(parameter.get("name")), parameter.get("in")
            spot = f"{place}/parameters/{name}"
            schema = parameter.get("schema") or {}
            if where == "path":
                self.keys.setdefault(name, self._key(self.taker.resolve(schema, spot)))
                continue
            if where == "cookie":
                self.taker.skip(spot, "is a cookie")
                continue
            if where == "query" and name in self.conventions.paging.parameters and query:
                continue
            value = self._parameter(name, schema, spot)
            if parameter.get("required"):
                value["required"] = True
            if parameter.get("deprecated"):
                value["deprecated"] = DEPRECATED
            if where == "query" and query:
                self._add_filter(filters, name, value)
            else:
                value["location"] = "header" if where == "header" else "query"
                parameters[name] = value
        for name in _PLACEHOLDER.findall(operation.path):
            self.keys.setdefault(name, {})
        encoding, values = self._body(operation, place)
        if encoding:
            row["encoding"] = encoding
        extension = body.get(self.conventions.extension) or {}
        either = []
        for group in extension.get(self.conventions.keys.either) or ():
            names = {snake(name): name for name in values}
            members = [names[member] for member in map(snake, group) if member in names]
            if len(members) == len(group):
                either.append(members)
            else:
                self.taker.skip(
                    f"{place}/{self.conventions.extension}", f"group {group} names no parameters"
                )
        if either:
            row["either"] = either
        if filters:
            row["filters"] = filters
        if values or parameters:
            row["parameters"] = {**values, **parameters}
        if body.get("deprecated"):
            row["deprecated"] = DEPRECATED
        return row

    def _add_filter(self, filters: dict[str, Row], name: str, value: Row) -> None:
        value.pop("pii", None)
        value.pop("default", None)
        for ending, operator in self.conventions.filter_operators.items():
            if name.endswith(ending):
                base = filters.setdefault(name.removesuffix(ending), value)
                operators = base.setdefault("operators", ["equals"])
                if operator not in operators:
                    operators.append(operator)
                return
        filters.setdefault(name, value)

    def _body(self, operation: _Operation, place: str) -> tuple[str, dict[str, Row]]:
        request = self.taker.resolve(operation.body.get("requestBody") or {}, place)
        content = request.get("content") or {}
        for media, encoding in self.conventions.encodings.items():
            if media in content:
                break
        else:
            for media in content:
                self.taker.skip(f"{place}/requestBody", f"media type {media} is not known")
            return "", {}
        schema = self._flat(content[media].get("schema") or {}, f"{place}/requestBody")
        if schema.get("properties") is None:
            if schema:
                self.taker.skip(f"{place}/requestBody", "is no object with named properties")
            return encoding, {}
        required = set(schema.get("required") or ())
        values: dict[str, Row] = {}
        numbered: dict[str, int] = {}
        for name, raw in schema["properties"].items():
            match = _NUMBERED.fullmatch(name) if encoding == "form" else None
            if match:
                base = match[1]
                numbered[base] = max(numbered.get(base, 0), int(match[2]))
                values[base] = {"type": "pairs", "count": numbered[base]}
                continue
            values[name] = self._parameter(name, raw, f"{place}/requestBody/{name}")
            if name in required:
                values[name]["required"] = True
        return encoding, values

    def _parameter(self, name: str, raw: Any, place: str) -> Row:
        row = self._type(raw, name, place)
        if row.get("type") == "list":
            row = (
                {**row.pop("items"), "repeated": True}
                if "requestBody" not in place or not self._json(place)
                else row
            )
        row.pop("nullable", None)
        schema = self.taker.resolve(raw, place)
        default = schema.get("default") if isinstance(schema, Mapping) else None
        if (
            default is not None
            and isinstance(default, str | int | float | bool)
            and not row.get("repeated")
        ):
            if _fits(default, row, self.enums):
                row["default"] = default
        return row

    def _json(self, place: str) -> bool:
        path, method = place.removeprefix("paths/").split("/requestBody")[0].rsplit("/", 1)
        operation = next(
            item for item in self.operations if item.path == path and item.method.lower() == method
        )
        content = (
            self.taker.resolve(operation.body.get("requestBody") or {}, place).get("content") or {}
        )
        return not any(self.conventions.encodings.get(media) == "form" for media in content)

    # -- answers

    def _schema_of(self, operation: _Operation) -> tuple[Mapping[str, Any], Any]:
        place = f"paths/{operation.path}/{operation.method.lower()}/responses"
        for code, raw in sorted(
            (operation.body.get("responses") or {}).items(), key=lambda pair: str(pair[0])
        ):
            if not re.fullmatch("[23]..", str(code)):
                continue
            response = self.taker.resolve(raw, place)
            for content in (response.get("content") or {}).values():
                schema = content.get("schema")
                if schema:
                    return self._flat(schema, place), schema
        return {}, None

    def _answer(self, operation: _Operation, row: Row) -> tuple[str, dict[str, Row]] | None:
        place = f"paths/{operation.path}/{operation.method.lower()}/responses"
        schema, raw = self._schema_of(operation)
        if row.get("cardinality") == "none":
            return None
        if operation.action == "Query":
            return self._list_answer(operation, row, schema, place)
        if raw is None:
            return None
        name = str(raw.get("$ref", "")).rpartition("/")[2].rpartition(".")[2] or operation.id
        return name, self._fields(schema, place)

    def _list_answer(
        self, operation: _Operation, row: Row, schema: Mapping[str, Any], place: str
    ) -> tuple[str, dict[str, Row]]:
        paging = self.conventions.paging
        properties = schema.get("properties") or {}
        arrays = []
        for key, raw in properties.items():
            if self._flat(raw, place).get("type") == "array":
                arrays.append(key)
        if self._flat(schema, place).get("type") == "array" or len(arrays) != 1:
            objects = [
                key for key in arrays if (self._flat(properties[key], place).get("items") or {})
            ]
            arrays = objects[:1] if arrays else []
            if not arrays:
                self.taker.skip(
                    place, "holds no list of records, so the answer is taken as one record"
                )
                row["cardinality"] = "one"
                return operation.id, self._fields(schema, place)
            self.taker.skip(place, f"holds several lists; only {arrays[0]} is taken")
        key = arrays[0]
        self.list_key = key
        if paging.uris_next in properties:
            row["paging"] = "uris"
        elif "properties" in self._flat(properties.get(paging.meta) or {}, place):
            row["paging"] = "meta"
        elif any(token in properties for token in paging.tokens):
            row["paging"] = "token"
        items = self._flat(properties[key], place).get("items") or {}
        name = str(items.get("$ref", "")).rpartition("/")[2].rpartition(".")[2] or operation.id
        return name, self._fields(self._flat(items, place), place)

    def _fields(self, schema: Mapping[str, Any], place: str) -> dict[str, Row]:
        return {
            str(name): self._field(raw, str(name), f"{place}/{name}")
            for name, raw in (schema.get("properties") or {}).items()
        }

    def _field(self, raw: Any, name: str, place: str) -> Row:
        row = self._type(raw, name, place)
        flat = self._flat(raw, place)
        pii = (flat.get(self.conventions.extension) or {}).get(self.conventions.keys.pii)
        if pii:
            row["pii"] = {"handling": pii[self.conventions.keys.pii_handling]}
            if self.conventions.keys.pii_delete_sla in pii:
                row["pii"]["delete_sla"] = pii[self.conventions.keys.pii_delete_sla]
        if flat.get("deprecated"):
            row["deprecated"] = DEPRECATED
        row.pop("minimum", None)
        row.pop("maximum", None)
        return row

    def _merge(
        self, actions: dict[str, Row], answers: dict[str, tuple[str, dict[str, Row]]]
    ) -> None:
        """One record of all answers where they agree; an answer that does not is a struct."""
        main: str | None = None
        for action in ("Get", "Query", "Create", "Update"):
            if action in answers:
                main = main or action
        if main is None:
            return
        merged = dict(answers[main][1])
        carried: dict[str, list[str]] = {name: [main] for name in merged}
        together = [main]
        for action, (name, fields) in answers.items():
            if action == main:
                continue
            shared = [key for key in fields if key in merged]
            same = all(_same(fields[key], merged[key]) for key in shared)
            if same and (len(shared) * 2 >= len(fields) or not fields):
                together.append(action)
                for key, row in fields.items():
                    merged.setdefault(key, row)
                    carried.setdefault(key, []).append(action)
                continue
            struct = snake(name)
            while struct in self.structs and self.structs[struct]["fields"] != fields:
                struct += "_answer"
            self.structs[struct] = {"fields": fields}
            actions[action]["answers"] = struct
        for key, where in carried.items():
            if set(where) != set(together):
                merged[key]["only"] = [action for action in actions if action in where]
        self.fields = merged

    # -- types

    def _flat(self, raw: Any, place: str) -> Mapping[str, Any]:
        """A schema without reference and with the members of ``allOf`` in it."""
        schema = self.taker.resolve(raw, place)
        if not isinstance(schema, Mapping):
            return {}
        if "allOf" in schema:
            merged: Row = {key: value for key, value in schema.items() if key != "allOf"}
            properties: Row = {}
            required: list[str] = []
            for part in schema["allOf"]:
                flat = self._flat(part, place)
                properties.update(flat.get("properties") or {})
                required += flat.get("required") or []
                for key, value in flat.items():
                    merged.setdefault(key, value)
            properties.update(schema.get("properties") or {})
            if properties:
                merged["properties"] = properties
                merged["required"] = required + list(schema.get("required") or [])
            return merged
        return schema

    def _type(self, raw: Any, name: str, place: str) -> Row:
        schema = self._flat(raw, place)
        row = self._plain_type(raw, schema, name, place)
        if schema.get("nullable"):
            row["nullable"] = True
        return row

    def _plain_type(self, raw: Any, schema: Mapping[str, Any], name: str, place: str) -> Row:
        kind, form = schema.get("type"), schema.get("format")
        known = self.conventions.formats.get(str(form))
        if known is not None:
            return {"type": known.type, **({"format": known.format} if known.format else {})}
        if schema.get("properties"):
            return {"type": "struct", "struct": self._struct(raw, schema, name, place)}
        if kind == "array":
            return {
                "type": "list",
                "items": self._type(schema.get("items") or {}, singular(name), place),
            }
        if kind == "object" or (kind is None and "additionalProperties" in schema):
            more = schema.get("additionalProperties")
            if isinstance(more, Mapping) and more:
                return {"type": "map", "items": self._type(more, singular(name), place)}
            return {"type": "any"}
        if "enum" in schema and form not in self.conventions.self_explanatory_formats:
            return self._enum(raw, schema, name)
        if kind == "string":
            return self._string(schema, form)
        if kind == "boolean":
            return {"type": "boolean"}
        if kind in ("integer", "number"):
            row: Row = {"type": "integer" if kind == "integer" else "decimal"}
            for bound in ("minimum", "maximum"):
                if isinstance(schema.get(bound), int | float) and abs(schema[bound]) < 2**53:
                    row[bound] = schema[bound]
            return row
        if "oneOf" in schema or "anyOf" in schema:
            self.taker.skip(place, "may be one of several shapes; taken as any value")
        return {"type": "any"}

    def _string(self, schema: Mapping[str, Any], form: Any) -> Row:
        pattern = schema.get("pattern")
        sid = _SID.fullmatch(str(pattern)) if pattern else None
        if sid:
            return {"type": "sid", "prefixes": sid[1].split("|")}
        if form == "date":
            return {"type": "date"}
        if form == "date-time":
            return {"type": "datetime", "format": "iso8601"}
        row: Row = {"type": "string"}
        if form:
            row["format"] = form
        if pattern:
            row["pattern"] = pattern
        return row

    def _enum(self, raw: Any, schema: Mapping[str, Any], name: str) -> Row:
        values = list(dict.fromkeys(str(value) for value in schema["enum"] if value is not None))
        if not values:
            return {"type": "string"}
        label = snake(name)
        if isinstance(raw, Mapping) and "$ref" in raw:
            label = snake(
                str(raw["$ref"]).rpartition("/")[2].rpartition(self.conventions.enum_separator)[2]
            )
        base, number = label, 2
        while label in self.enums and self.enums[label] != values:
            label, number = f"{base}_{number}", number + 1
        self.enums[label] = values
        return {"type": "enum", "enum": label}

    def _struct(self, raw: Any, schema: Mapping[str, Any], name: str, place: str) -> str:
        ref = str(raw["$ref"]) if isinstance(raw, Mapping) and "$ref" in raw else ""
        if ref in self.struct_names:
            return self.struct_names[ref]
        label = snake(ref.rpartition("/")[2].rpartition(".")[2] or name)
        base, number = label, 2
        fields: dict[str, Row] | None = None
        if not ref:
            fields = self._fields(schema, place)
        while label in self.structs and self.structs[label].get("fields") != fields:
            label, number = f"{base}_{number}", number + 1
        if ref:
            self.struct_names[ref] = label
            self.structs[label] = {}
            fields = self._fields(schema, place)
        self.structs[label] = {"fields": fields}
        if schema.get("additionalProperties"):
            self.structs[label]["open"] = True
        return label

    def _key(self, schema: Any) -> Row:
        pattern = schema.get("pattern") if isinstance(schema, Mapping) else None
        sid = _SID.fullmatch(str(pattern)) if pattern else None
        if sid:
            return {"prefixes": sid[1].split("|")}
        if pattern:
            return {"pattern": pattern}
        if isinstance(schema, Mapping) and schema.get("enum"):
            values = "|".join(re.escape(str(value)) for value in schema["enum"])
            return {"pattern": f"^({values})$", "example": str(schema["enum"][0])}
        return {}


def _same(one: Row, other: Row) -> bool:
    ignored = ("nullable", "pii", "deprecated", "only", "enum")
    return {k: v for k, v in one.items() if k not in ignored} == {
        k: v for k, v in other.items() if k not in ignored
    }


def _fits(default: object, row: Row, enums: Mapping[str, list[str]]) -> bool:
    kind = row["type"]
    if kind == "enum":
        return default in enums[row["enum"]]
    expected = {"string": str, "integer": int, "boolean": bool}.get(kind)
    if kind == "decimal":
        return type(default) in (int, float)
    return expected is not None and type(default) is expected


def _collection(path: str) -> str:
    return _shape(path.rpartition("/")[0] if path.endswith("}") else path)


def _shape(path: str) -> str:
    return _PLACEHOLDER.sub("{}", path)


def _last_word(path: str) -> str:
    words = [part for part in path.split("/") if part and "{" not in part]
    return pascal(words[-1].partition(".")[0])
