"""Made-up OpenAPI documents, and what importing them gives."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from attrs import frozen

from twilio_ops_codegen.catalog.load import load
from twilio_ops_codegen.catalog.model import Action, ActionName, Catalog, Object
from twilio_ops_codegen.importer import ImportReport, import_documents

ROOT = Path(__file__).parents[2]
CONVENTIONS = ROOT / "metadata" / "import.yaml"
FORM = "application/x-www-form-urlencoded"
JSON = "application/json"

Node = dict[str, Any]
TEXT: Node = {"type": "string"}
SID: Node = {"type": "string", "pattern": "^PA[0-9a-fA-F]{32}$"}


def sid(prefix: str) -> Node:
    """The schema of a Sid."""
    return {"type": "string", "pattern": f"^{prefix}[0-9a-fA-F]{{32}}$"}


def record(**properties: Node) -> Node:
    """The schema of an object."""
    return {"type": "object", "properties": properties}


def ref(name: str, kind: str = "schemas") -> Node:
    """A reference to a component."""
    return {"$ref": f"#/components/{kind}/{name}"}


def parameter(name: str, where: str = "query", /, schema: Node | None = None, **more: Any) -> Node:
    """A parameter outside the body; those of the path are required."""
    node: Node = {"name": name, "in": where, "schema": TEXT if schema is None else schema, **more}
    return node | ({"required": True} if where == "path" else {})


def content(schema: Node | None, media: str = JSON) -> Node:
    """The content of a body or an answer."""
    return {"content": {media: {} if schema is None else {"schema": schema}}}


def operation(
    name: str,
    answer: Node | None = None,
    *,
    status: str = "200",
    parameters: Sequence[Node] = (),
    body: Node | None = None,
    media: str = FORM,
    **more: Any,
) -> Node:
    """An operation that answers a schema as JSON, or nothing."""
    node: Node = {"operationId": name, "responses": {status: content(answer) if answer else {}}}
    if parameters:
        node["parameters"] = list(parameters)
    if body is not None:
        node["requestBody"] = content(body, media)
    return node | more


def listing(items: Node, key: str = "parcels", **beside: Node) -> Node:
    """The schema of a list that is paged by addresses in ``meta``."""
    meta = record(next_page_url={"type": "string", "nullable": True}, key=TEXT)
    return record(**({key: {"type": "array", "items": items}, "meta": meta} | beside))


def document(paths: Mapping[str, Node], /, **components: Node) -> Node:
    """A document of the service acme; components by kind."""
    return {
        "openapi": "3.0.1",
        "info": {"title": "Twilio - Acme", "version": "1.0.0"},
        "servers": [{"url": "https://acme.example.com"}],
        "paths": dict(paths),
        "components": components,
    }


def write(folder: Path, value: object, name: str = "document.json") -> Path:
    """A file with a document in it."""
    path = folder / name
    folder.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(value), encoding="utf-8")
    return path


@frozen
class Imported:
    """A catalog that an import made."""

    folder: Path
    report: ImportReport
    catalog: Catalog | None

    def object(self, name: str) -> Object:
        """One object, as the generator reads it."""
        assert self.catalog is not None
        return self.catalog.objects[name]

    def action(self, name: str, action: ActionName) -> Action:
        """One action of an object."""
        return self.object(name).actions[action]

    @property
    def names(self) -> list[str]:
        """The names of all objects."""
        return sorted(self.catalog.objects) if self.catalog is not None else []

    @property
    def not_taken(self) -> dict[str, str]:
        """What is not taken, and why."""
        return {problem.place: problem.message for problem in self.report.not_taken}

    @property
    def remarks(self) -> dict[str, str]:
        """What is taken in a simpler form."""
        return {problem.place: problem.message for problem in self.report.remarks}


def imported(folder: Path, *documents: Node) -> Imported:
    """Imports documents twice; the generator's strict reader takes the result, the second run changes nothing."""
    paths = [
        write(folder / "documents", value, f"{number}.json")
        for number, value in enumerate(documents)
    ]
    into = folder / "catalog"
    report = import_documents(paths, into, CONVENTIONS)
    before = {path: path.read_bytes() for path in into.rglob("*") if path.is_file()}
    again = import_documents(paths, into, CONVENTIONS)
    assert not again.changed
    assert before == {path: path.read_bytes() for path in into.rglob("*") if path.is_file()}
    return Imported(into, report, load(into) if report.objects else None)
