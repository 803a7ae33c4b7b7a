"""The structure of an OpenAPI document that the import relies on, checked once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import unquote

from twilio_ops_codegen.catalog.paths import LONGEST_NAME, path_problem, short
from twilio_ops_codegen.catalog.plain import is_list, is_mapping

Node = Mapping[str, Any]
"""A mapping of the document whose structure has been checked."""


METHODS = ("get", "post", "put", "patch", "delete")


OTHER_METHODS = ("head", "options", "trace")


COMPOSITIONS = ("allOf", "oneOf", "anyOf")


def called(path: str, method: str, operation: Any) -> str:
    """What messages call an operation: its id, or its method and path."""
    name = operation.get("operationId") if is_mapping(operation) else None
    return name if isinstance(name, str) else f"{method.upper()} {path}"


class Check:
    """One walk over the parts of a document that the import reads; collects what is wrong."""

    def __init__(self, file: str, data: Any) -> None:
        self.file = file
        self.data = data
        self.problems: list[tuple[tuple[str, ...], str]] = []
        self.targets: dict[str, Any] = {}
        self.foreign: dict[str, str] = {}
        self.within: tuple[str, ...] = ()  # the operations that are being looked at

    def run(self) -> None:
        data = self.data
        if not is_mapping(data):
            return self._wrong((), "is not an OpenAPI document: its top is not a mapping")
        version = data.get("openapi")
        if version is None and "swagger" in data:
            return self._wrong(
                ("swagger",), f"is version {data['swagger']} of the format; 3.x is needed"
            )
        if version is None:
            return self._wrong((), "is not an OpenAPI document: it has no `openapi`")
        if not isinstance(version, str) or not version.startswith("3."):
            return self._wrong(("openapi",), f"is {version!r}; a version 3.x is needed")
        info = self._mapping(("info",), data.get("info"))
        if info is not None and not isinstance(info.get("title", ""), str):
            self._wrong(("info", "title"), "is not text")
        self._servers(("servers",), data.get("servers"))
        self._components()
        paths = data.get("paths")
        if paths is None:
            return self._wrong((), "has no paths")
        if self._mapping(("paths",), paths) is not None:
            if not paths:
                self._wrong(("paths",), "has no paths")
            for path, item in paths.items():
                self._path(path, item)
        return None

    def _components(self) -> None:
        components = self.data.get("components")
        if components is None or self._mapping(("components",), components) is None:
            return
        visits = {
            "schemas": self._schema,
            "parameters": self._parameter,
            "requestBodies": self._body,
            "responses": self._response,
        }
        for kind, visit in visits.items():
            entries = components.get(kind)
            if entries is None or self._mapping(("components", kind), entries) is None:
                continue
            for name, node in entries.items():
                visit(("components", kind, str(name)), node)
        schemas = components.get("schemas")
        for name in schemas if is_mapping(schemas) else ():
            if self._composed_of_itself(f"#/components/schemas/{_escaped(str(name))}"):
                self._wrong(("components", "schemas", str(name)), "is composed of itself")

    def _path(self, path: Any, item: Any) -> None:
        place = ("paths", str(path))
        if not isinstance(path, str) or not path.startswith("/"):
            if isinstance(path, str) and path.startswith("x-"):
                return
            self._wrong(place, "is not a path: it does not begin with a slash")
            return
        if (problem := path_problem(path)) is not None:
            self._wrong(("paths",), problem)
            return
        self.within = (path,)
        node = self._node(place, item)
        if node is None:
            return
        self._servers((*place, "servers"), node.get("servers"))
        named = {method: called(path, method, node[method]) for method in METHODS if method in node}
        self.within = tuple(named.values())
        self._each((*place, "parameters"), node.get("parameters"), self._parameter)
        for method, name in named.items():
            self.within = (name,)
            self._operation((*place, method), node[method])

    def _operation(self, place: tuple[str, ...], operation: Any) -> None:
        node = self._mapping(place, operation)
        if node is None:
            return
        name = node.get("operationId", "")
        if not isinstance(name, str):
            self._wrong((*place, "operationId"), "is not text")
        elif len(name) > LONGEST_NAME:  # files are called by it
            message = f"is {len(name)} characters long; expected at most {LONGEST_NAME}"
            self._wrong((*place, "operationId"), message)
        self._servers((*place, "servers"), node.get("servers"))
        self._each((*place, "parameters"), node.get("parameters"), self._parameter)
        if "requestBody" in node:
            self._body((*place, "requestBody"), node["requestBody"])
        if "responses" not in node:
            return self._wrong(place, "has no responses")
        responses = self._mapping((*place, "responses"), node["responses"])
        for status, response in (responses or {}).items():
            self._response((*place, "responses", str(status)), response)
        return None

    def _parameter(self, place: tuple[str, ...], parameter: Any) -> None:
        node = self._node(place, parameter)
        if node is None:
            return
        for key in ("name", "in"):
            if not isinstance(node.get(key), str):
                self._wrong((*place, key), "is missing" if key not in node else "is not text")
        if "schema" in node:
            self._schema((*place, "schema"), node["schema"])
        self._content(place, node)

    def _body(self, place: tuple[str, ...], body: Any) -> None:
        node = self._node(place, body)
        if node is not None:
            self._content(place, node)

    def _response(self, place: tuple[str, ...], response: Any) -> None:
        node = self._node(place, response)
        if node is not None:
            self._content(place, node)

    def _content(self, place: tuple[str, ...], node: Node) -> None:
        if node.get("content") is None:
            return
        content = self._mapping((*place, "content"), node["content"])
        for media_type, entry in (content or {}).items():
            where = (*place, "content", str(media_type))
            media = self._mapping(where, entry)
            if media is not None and "schema" in media:
                self._schema((*where, "schema"), media["schema"])

    def _schema(self, place: tuple[str, ...], schema: Any) -> None:
        if isinstance(schema, bool):
            return
        node = self._mapping(place, schema)
        if node is None:
            return
        if "$ref" in node:
            self._reference(place, node["$ref"], of_schema=True)
        kind = node.get("type")
        if kind is not None and not _is_type(kind):
            self._wrong((*place, "type"), "is neither text nor a list of texts")
        for key in ("format", "pattern"):
            if not isinstance(node.get(key) or "", str):
                self._wrong((*place, key), "is not text")
        if not is_list(node.get("enum") or []):
            self._wrong((*place, "enum"), "is not a list")
        if "properties" in node:
            properties = self._mapping((*place, "properties"), node["properties"])
            for name, value in (properties or {}).items():
                self._schema((*place, "properties", str(name)), value)
        for key in ("items", "additionalProperties"):
            if key in node:
                self._schema((*place, key), node[key])
        for key in COMPOSITIONS:
            self._each((*place, key), node.get(key), self._schema)

    def _servers(self, place: tuple[str, ...], servers: Any) -> None:
        if servers is None:
            return
        if not is_list(servers):
            self._wrong(place, "is not a list")
            return
        for index, entry in enumerate(servers):
            server = self._mapping((*place, str(index)), entry)
            if server is not None and not isinstance(server.get("url"), str):
                self._wrong((*place, str(index), "url"), "is missing or not text")

    def _each(self, place: tuple[str, ...], nodes: Any, visit: Any) -> None:
        if nodes is None:
            return
        if not is_list(nodes):
            self._wrong(place, "is not a list")
            return
        for index, node in enumerate(nodes):
            visit((*place, str(index)), node)

    def _node(self, place: tuple[str, ...], node: Any) -> Node | None:
        """The mapping at a place where a reference may stand; None (and a problem) if there is none."""
        mapping = self._mapping(place, node)
        if mapping is None or "$ref" not in mapping:
            return mapping
        return (
            self._mapping(place, target)
            if (target := self._reference(place, mapping["$ref"]))
            else None
        )

    def _reference(self, place: tuple[str, ...], pointer: Any, *, of_schema: bool = False) -> Any:
        """What a reference leads to in the end; None (and a problem) if it leads nowhere.

        Where it leads out of the document, a schema is one of any value; anything else makes the
        operations that are being looked at unreadable.
        """
        if not isinstance(pointer, str):
            return self._wrong((*place, "$ref"), "is not text")
        seen: set[str] = set()
        node: Any = {"$ref": pointer}
        while is_mapping(node) and isinstance(node.get("$ref"), str):
            step = node["$ref"]
            if step in seen:
                return self._wrong((*place, "$ref"), f"{short(pointer)} leads back to itself")
            seen.add(step)
            if not step.startswith("#"):
                self.targets[step] = {}
                if not of_schema:
                    reason = f"needs {short(step)}, which leads out of the document"
                    self.foreign |= dict.fromkeys(self.within, reason)
                return None
            if step not in self.targets:
                found, target = _follow(self.data, step)
                if not found:
                    return self._wrong((*place, "$ref"), f"{short(step)} leads nowhere")
                if not isinstance(target, (dict, bool)):
                    return self._wrong(
                        (*place, "$ref"), f"{short(step)} leads to something that is not a mapping"
                    )
                self.targets[step] = target
            node = self.targets[step]
        return node

    def _composed_of_itself(self, pointer: str) -> bool:
        """Whether a schema is a part of itself without a property or item between."""
        reached: set[str] = set()
        pending = [pointer]
        while pending:
            found, node = _follow(self.data, pending.pop())
            if not found:
                continue
            for inner in _parts(node):
                if inner == pointer:
                    return True
                if inner not in reached:
                    reached.add(inner)
                    pending.append(inner)
        return False

    def _mapping(self, place: tuple[str, ...], node: Any) -> dict[str, Any] | None:
        if is_mapping(node):
            return node
        if node is None:
            self._wrong(place, "is missing")
        else:
            self._wrong(place, "is not a mapping")
        return None

    def _wrong(self, place: tuple[str, ...], message: str) -> None:
        self.problems.append((place, message))


def _parts(node: Any) -> Iterator[str]:
    """The references that a schema consists of."""
    if not is_mapping(node):
        return
    if isinstance(node.get("$ref"), str):
        yield node["$ref"]
        return
    for key in COMPOSITIONS:
        for part in node.get(key) or () if is_list(node.get(key)) else ():
            yield from _parts(part)


def _is_type(value: Any) -> bool:
    return isinstance(value, str) or (
        is_list(value) and bool(value) and all(isinstance(part, str) for part in value)
    )


def _follow(data: Any, pointer: str) -> tuple[bool, Any]:
    """Whether a local reference leads somewhere, and where."""
    if not pointer.startswith("#"):
        return False, None
    node = data
    for part in pointer[1:].split("/")[1:]:
        key = part.replace("~1", "/").replace("~0", "~")
        if is_mapping(node) and key not in node:
            key = unquote(key)
        if is_mapping(node) and key in node:
            node = node[key]
        elif is_list(node) and key.isdecimal() and int(key) < len(node):
            node = node[int(key)]
        else:
            return False, None
    return True, node


def _escaped(key: str) -> str:
    return key.replace("~", "~0").replace("/", "~1")
