"""Takes the facts of one OpenAPI document: objects, actions, types; never prose.

What cannot be taken is named, never dropped silently.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from attrs import frozen

from twilio_ops_codegen.catalog.model import FORMAT
from twilio_ops_codegen.catalog.plain import is_mapping

from .answers import Answers
from .conventions import Conventions
from .document import Document, read_document
from .endpoints import Ids, Place, operation_ids, read_endpoints, whole
from .grouping import Operation, as_get, group
from .kept import Earlier, Row, objects_of
from .leftovers import document_leftovers, remark_leftovers, usual_fields
from .naming import snake
from .notes import Notes
from .objects import object_rows
from .problems import ImportFailed, Problem
from .schemas import Schemas
from .security import security_of
from .sending import NotTakable, Requests


@frozen(kw_only=True)
class Facts:
    """The facts of a document, as the values of catalog files."""

    file: str
    service: Row
    objects: dict[str, Row]
    not_taken: tuple[Problem, ...]
    remarks: tuple[Problem, ...]
    simplified: tuple[Problem, ...]  # the remarks on what the catalog does not hold whole
    left_out: dict[str, str]  # the digests of the operations that are in no object
    document: Document

    @property
    def without_object(self) -> tuple[Problem, ...]:
        """What is not taken and in no object's ``left_out``: whole operations, and their paths."""
        return tuple(problem for problem in self.not_taken if problem.place in self.left_out)


def take(
    path: Path,
    conventions: Conventions,
    ids_of: Path | None = None,
    earlier: Earlier | None = None,
) -> Facts:
    """The facts of the document in a file.

    Args:
        path: The document.
        conventions: How it is written.
        ids_of: A document of the same service, whose ids stand for those that this one lacks.
        earlier: What earlier imports of the same service have named, which keeps its names.

    Raises:
        ImportFailed: It is not an OpenAPI document, or a reference in it leads nowhere.
    """
    try:
        return _take(path, conventions, ids_of, earlier)
    except RecursionError:
        raise ImportFailed([Problem(str(path), "", "is nested too deeply")]) from None


def _take(
    path: Path, conventions: Conventions, ids_of: Path | None, earlier: Earlier | None
) -> Facts:
    document = read_document(path)
    notes = Notes(document.file)
    found = (node for _, _, node, _ in document.operations())
    lacking = any(not is_mapping(node) or node.get("operationId") is None for node in found)
    ids: Ids = {}
    if lacking and ids_of is not None:
        ids = operation_ids(read_document(ids_of))
    place, endpoints = read_endpoints(document, conventions, notes, ids)
    schemas = Schemas(document, conventions, notes)
    requests = Requests(document, conventions, schemas, notes)
    answers = Answers(document, conventions, schemas, notes)
    operations: list[Operation] = []
    for key, fact in document_leftovers(document).items():
        with notes.about(key):
            notes.not_taken(key, "is of the whole document, and is not read", fact)
    usual = usual_fields(document)
    for endpoint in endpoints:
        with notes.about(endpoint.id):
            remark_leftovers(document, endpoint, notes, usual)
            try:
                operation = Operation(
                    endpoint=endpoint,
                    action=endpoint.action,
                    security=security_of(document, endpoint, notes),
                    request=requests.read(endpoint),
                    answer=answers.read(endpoint),
                )
            except NotTakable as reason:
                fact = whole(document, endpoint.node, endpoint.item)
                notes.not_taken(endpoint.id, str(reason), fact)
                continue
        operations.append(as_get(operation))
    kept = (earlier or {}).get(place.version, {})
    groups = group(operations, conventions, objects_of(kept))
    objects = object_rows(groups, place.version, conventions, notes, kept)
    not_taken, remarks = notes.found()
    held = {operation.endpoint.id for operation in operations}
    return Facts(
        file=document.file,
        service=_service(document, place, objects, conventions),
        objects=objects,
        not_taken=not_taken,
        remarks=remarks,
        simplified=tuple(one for one in remarks if one not in notes.mentions),
        left_out=notes.left_out_of_all(held),
        document=document,
    )


def _service(
    document: Document, place: Place, objects: dict[str, Row], conventions: Conventions
) -> Row:
    names = conventions.service
    match = re.fullmatch(names.title_pattern, document.data["info"].get("title", ""))
    title = match["name"] if match else place.host.partition(".")[0]
    service = snake(title).replace("_", "-")
    said = f"{service}/{place.version}"
    package = names.package.format(service=service, version=place.version)
    row: dict[str, Any] = {
        "format": FORMAT,
        "package": names.packages.get(said) or re.sub(r"\W", "_", package),
        "title": names.title.format(service=title, version=place.version),
        "service": service,
        "version": place.version,
        "host": place.host,
        "wires": list(names.wires.get(said, ("json",))),
        "suffixes": place.suffixes,
    }
    account = conventions.account_key
    if any(account in value["keys"] for value in objects.values()):
        row["account_key"] = account
    row["xml_root"] = names.xml_root
    row["xml_error"] = names.xml_error
    return row
