"""The operations of a document by place: host, path, verb and stem, before anything in them is read."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any

from attrs import evolve, frozen

from twilio_ops_codegen.catalog.model import ActionName
from twilio_ops_codegen.catalog.paths import PLACEHOLDER, path_problem, short
from twilio_ops_codegen.catalog.plain import is_mapping
from twilio_ops_codegen.catalog.validate import HOST

from .conventions import Conventions
from .digests import told
from .document import Document
from .naming import pascal, singular
from .notes import Notes
from .problems import ImportFailed, Problem
from .structure import OTHER_METHODS, Node, called

Ids = Mapping[tuple[str, str], str]
"""Operation ids by method, in small letters, and path with ``{}`` for placeholders."""
_ACTIONS: Mapping[str, ActionName] = {"put": "Update", "patch": "Update", "delete": "Delete"}
_URL = re.compile(r"(?:https?://(?P<host>[^/]+))?(?P<base>/.*?)?/?")


@frozen(kw_only=True, eq=False)
class Endpoint:
    """One operation of the document and where it is."""

    id: str
    verb: str
    action: ActionName
    stem: str
    method: str
    path: str
    node: Node
    item: Node
    extension: Node  # the vendor extension of the operation
    parent: str | None  # the path of the parent, as the extension of the path says


@frozen(kw_only=True)
class Place:
    """Where the service of a document is."""

    host: str
    version: str
    suffixes: bool


def operation_ids(document: Document) -> Ids:
    """The ids of a document's operations, by method and path without the names of placeholders."""
    return {
        (method, PLACEHOLDER.sub("{}", path)): name
        for path, method, node, _ in document.operations()
        if isinstance(name := node.get("operationId"), str)
    }


def read_endpoints(
    document: Document, conventions: Conventions, notes: Notes, ids: Ids = MappingProxyType({})
) -> tuple[Place, list[Endpoint]]:
    """Where the service is, and its operations in the document's order.

    Args:
        document: The document.
        conventions: How it is written.
        notes: Gets what cannot be taken.
        ids: Ids for operations that have none.

    Raises:
        ImportFailed: The document names no host.
    """
    return _Reader(document, conventions, notes, ids).read()


class _Reader:
    def __init__(
        self, document: Document, conventions: Conventions, notes: Notes, ids: Ids
    ) -> None:
        self.document = document
        self.ids = ids
        self.conventions = conventions
        self.notes = notes
        verbs = sorted(conventions.verbs, key=len, reverse=True)
        self.verb = re.compile(rf"({'|'.join(map(re.escape, verbs))})(?![a-z])(.*)", re.DOTALL)

    def read(self) -> tuple[Place, list[Endpoint]]:
        found = list(self._found())
        hosts = Counter(host for host, _ in found if host)
        host = _most(hosts) or _most(Counter(self._all_hosts()))
        if host is None:
            message = "names no host; expected an address such as https://api.example.com"
            raise ImportFailed([self._of_servers(message)])
        if not HOST.match(host):
            message = (
                f"is at {host!r}; expected a host name, without port and with every variable set"
            )
            raise ImportFailed([self._of_servers(message)])
        here: list[Endpoint] = []
        for other, endpoint in found:
            if other in (host, None):
                here.append(endpoint)
            else:
                with self.notes.about(endpoint.id):
                    reason = f"is at {other}; the service is at {host}"
                    self._left_out(endpoint.id, reason, endpoint.node, endpoint.item)
        suffixes, here = self._suffixes(here)
        paths = [endpoint.path for endpoint in here] or list(self.document.data["paths"])
        return Place(host=host, version=self._version(paths), suffixes=suffixes), here

    def _of_servers(self, message: str) -> Problem:
        return Problem(self.document.file, "servers", message, self.document.line("servers"))

    def _found(self) -> Iterator[tuple[str | None, Endpoint]]:
        for path in self.document.data["paths"]:
            if path in self.document.foreign:
                with self.notes.about(path):
                    self.notes.not_taken(path, self.document.foreign[path])
        for path, method, node, item in self.document.operations():
            name = _mapping(node).get("operationId")
            place = called(path, method, node)
            with self.notes.listening() as heard:
                found = self._endpoint(place, name, path, method, node, item)
            self.notes.heard_of(place if found is None else found[1].id, heard)
            if found is not None:
                yield found

    def _left_out(self, place: str, reason: str, node: Node, item: Node) -> None:
        self.notes.not_taken(place, reason, whole(self.document, node, item))

    def _endpoint(
        self, place: str, name: str | None, path: str, method: str, node: Node, item: Node
    ) -> tuple[str | None, Endpoint] | None:
        """One operation and its host; None = it is left out, with a note."""
        if method in OTHER_METHODS:
            self._left_out(place, f"uses the method {method.upper()}", node, item)
            return None
        extension = _mapping(item.get(self.conventions.extension))
        if str(extension.get(self.conventions.keys.skip, "")).lower() == "true":
            self._left_out(place, "is on a path that the source says to leave out", node, item)
            return None
        if place in self.document.foreign:
            self._left_out(place, self.document.foreign[place], node, item)
            return None
        if name is None:
            name = self.ids.get((method, PLACEHOLDER.sub("{}", path)))
        if name is None:
            name = self._id(method, path)
            self.notes.mention(place, f"has no operation id; taken as {name}")
        match = self.verb.fullmatch(name[:1].upper() + name[1:])
        if match is None or not match[2]:
            verbs = ", ".join(self.conventions.verbs)
            self._left_out(place, f"begins with no verb and object; verbs: {verbs}", node, item)
            return None
        host, base = self._server(place, node, item)
        if base and (problem := path_problem(base + path)) is not None:
            self._left_out(place, f"the path with its server's {problem}", node, item)
            return None
        parent = extension.get(self.conventions.keys.parent)
        return host, Endpoint(
            id=name,
            verb=match[1],
            action=self.conventions.verbs[match[1]],
            stem=pascal(match[2]),
            method=method.upper(),
            path=base + path,
            node=node,
            item=item,
            extension=_mapping(node.get(self.conventions.extension)),
            parent=parent if isinstance(parent, str) else None,
        )

    def _id(self, method: str, path: str) -> str:
        """An id for an operation without one, by its method and path."""
        plain = path.removesuffix(self.conventions.suffix)
        segments = [segment for segment in plain.split("/") if segment]
        of_one = bool(segments) and PLACEHOLDER.search(segments[-1]) is not None
        action = (
            _ACTIONS.get(method)
            or {
                ("get", True): "Get",
                ("get", False): "Query",
                ("post", True): "Update",
                ("post", False): "Create",
            }[method, of_one]
        )
        verb = next(word for word, means in self.conventions.verbs.items() if means == action)
        words = [segment for segment in segments if not PLACEHOLDER.search(segment)]
        return verb + (singular(pascal(words[-1])) if words else "Root")

    def _server(self, place: str, node: Node, item: Node) -> tuple[str | None, str]:
        for owner in (node, item, self.document.data):
            if servers := owner.get("servers"):
                here = "servers" if owner is self.document.data else place
                host, base = _address(servers[0])
                if variables := servers[0].get("variables"):
                    message = f"has the variables {', '.join(map(short, variables))}; taken as their defaults say"
                    self.notes.remark(here, message, told(self.document, {"variables": variables}))
                for other in servers[1:]:
                    message = f"is at {other['url']}, too; only {servers[0]['url']} is used"
                    self.notes.remark(here, message)
                return host, base
        return None, ""

    def _all_hosts(self) -> Iterator[str]:
        for owner in (self.document.data, *self.document.data["paths"].values()):
            node, _ = self.document.resolve(owner)
            for server in _mapping(node).get("servers") or ():
                host, _ = _address(server)
                if host:
                    yield host

    def _suffixes(self, endpoints: list[Endpoint]) -> tuple[bool, list[Endpoint]]:
        """Whether paths carry the suffix, and the endpoints without it; the few that differ are left out."""
        suffix = self.conventions.suffix
        having = sum(endpoint.path.endswith(suffix) for endpoint in endpoints)
        if having * 2 <= len(endpoints):
            return False, endpoints
        kept: list[Endpoint] = []
        for endpoint in endpoints:
            if endpoint.path.endswith(suffix):
                kept.append(evolve(endpoint, path=endpoint.path.removesuffix(suffix)))
            else:
                with self.notes.about(endpoint.id):
                    reason = f"is at {endpoint.path}, without the suffix {suffix} of the others"
                    self._left_out(endpoint.id, reason, endpoint.node, endpoint.item)
        return True, kept

    def _version(self, paths: list[str]) -> str:
        segments = Counter(
            segment
            for path in paths
            for segment in path.split("/")[1:3]
            if re.fullmatch(self.conventions.version_segment, segment)
        )
        written = re.sub(r"[^\w.-]", "-", str(self.document.data["info"].get("version") or ""))
        return _most(segments) or written.strip(".-") or "unversioned"


def whole(document: Document, node: Node, item: Node) -> Any:
    """All that a document says of an operation, without prose: what its path says of it, too."""
    beside = {key: item[key] for key in ("parameters", "servers") if item.get(key)}
    return told(document, {"path": beside, "operation": node} if beside else node)


def _address(server: Node) -> tuple[str | None, str]:
    """Host and base path of a server."""
    url: str = server["url"]
    for name, variable in _mapping(server.get("variables")).items():
        url = url.replace(f"{{{name}}}", str(_mapping(variable).get("default", "")))
    match = _URL.fullmatch(url)
    return (match["host"], match["base"] or "") if match else (None, "")


def _mapping(value: Any) -> Node:
    return value if is_mapping(value) else {}


def _most(counted: Counter[str]) -> str | None:
    """What was counted most often; the first in alphabetical order of several."""
    return min(counted, key=lambda name: (-counted[name], name)) if counted else None
