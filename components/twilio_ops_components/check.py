"""A component and what goes with it, checked offline: its file, profiles, files that it names."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any

from attrs import frozen

from twilio_ops import OperationError
from twilio_ops_components.catalog import PACKAGE, objects, service
from twilio_ops_components.errors import ComponentError, Mistake
from twilio_ops_components.model import Definition
from twilio_ops_components.named_files import check_named_files
from twilio_ops_components.nodes import Node, lines_of, read_nodes
from twilio_ops_components.read import read_as_far
from twilio_ops_components.values.joined import Each, Joined
from twilio_ops_components.values.plain import Static

__all__ = ["Checked", "catalog_path", "check_component", "profile_text", "renew"]


ANY_ACCOUNT = f"AC{'0' * 32}"


@frozen
class Checked:
    """What a check found in one component file.

    Attributes:
        path: The file.
        mistakes: What is wrong, in the order of the file.
        notes: What is not wrong and worth knowing, as what changed in the catalog.
        definition: What the file says; None if something is wrong in it.
    """

    path: Path
    mistakes: tuple[Mistake, ...]
    notes: tuple[Mistake, ...] = ()
    definition: Definition | None = None


def check_component(path: Path) -> Checked:
    """Check a component file against the installed catalog, and the files that go with it.

    Those are the profiles that lie beside it, and the tables, caches and components that values
    name, with what these name themselves.

    Raises:
        OSError: It cannot be read.
    """
    try:
        root, problems = read_nodes(path)
    except ComponentError as error:
        return Checked(path, error.mistakes)
    definition = read_as_far(root, problems)
    mistakes, notes = list(problems.mistakes), list(problems.notes)
    if definition is not None:
        mistakes += _profiles(definition)
        lines = lines_of(root)
        mistakes += _static(definition, lines)
        named = check_named_files(definition, lines)
        mistakes += named.mistakes
        notes += named.notes
    object_, action, digest = _recorded(root)
    if object_ in objects() and digest and digest != objects()[object_].digest:
        notes += _changed(path, object_, action)
    in_order = tuple(sorted(mistakes, key=lambda one: (one.file != path, str(one.file), one.line)))
    return Checked(path, in_order, tuple(notes), None if problems.mistakes else definition)


def catalog_path(path: Path) -> Path:
    """Return where ``new`` keeps what the catalog said of a component's object."""
    return path.with_suffix(".catalog.json")


def profile_text(definition: Definition, name: str) -> str:
    """Return an installed profile, by the name of its file."""
    folder = files(PACKAGE).joinpath("profiles", definition.object)
    return folder.joinpath(name).read_text(encoding="utf-8")


def renew(path: Path) -> str:
    """Return the command that brings what lies beside a component up to date."""
    return f"twilio-ops new {path}"


def _static(definition: Definition, lines: Mapping[str, int]) -> Iterator[Mistake]:
    """Texts that are the same for every input, and that the operation would refuse for each."""
    operation = definition.operation_class
    kinds = {one.api: one.type for one in operation.spec.parameters}
    filters = {one.api: one for one in operation.filters()} if definition.filters else {}
    takers: list[tuple[Joined, Callable[[str], object]]] = []
    for address in (definition.sid, definition.parent):
        if address is not None:
            takers.append((address, lambda text: operation.addressing.target(text, ANY_ACCOUNT)))
    for one in definition.filters:
        takers.append((one.value, getattr(filters[one.name], one.operator)))
    for name, value in definition.parameters.items():
        kind = kinds[name]
        read = kind.from_text if definition.row.reads else kind.from_request
        if not kind.is_nested:
            several = value.values if isinstance(value, Each) else (value,)
            takers += [(one, read) for one in several if isinstance(one, Joined)]
    for joined, take in takers:
        parts = [part.text for part in joined.parts if isinstance(part, Static)]
        text = "".join(parts)
        if len(parts) < len(joined.parts) or not text:
            continue
        try:
            take(text)
        except (OperationError, ValueError) as error:
            yield Mistake(definition.path, lines[joined.place], joined.place, str(error))


def _profiles(definition: Definition) -> Iterator[Mistake]:
    for name in (definition.request_profile, definition.response_profile):
        if name is None:
            continue
        beside = definition.path.parent / name
        text: str | None = None
        try:
            text = beside.read_text(encoding="utf-8")
        except FileNotFoundError:
            continue  # the installed one holds
        except UnicodeDecodeError:
            pass
        if text != profile_text(definition, name):
            yield Mistake(
                beside, 1, "", f"is not the profile of this catalog; run: {renew(definition.path)}"
            )


def _recorded(root: Node) -> tuple[str, str, str]:
    """The object, the action and the digest of a file, whatever else is wrong in it."""
    found: dict[str, Node] = root.value if isinstance(root.value, dict) else {}
    operation = found["operation"].value if "operation" in found else None
    named = operation if isinstance(operation, dict) else {}
    nodes = named.get("object"), named.get("action"), found.get("catalog")
    object_, action, digest = (str(one.value) if one is not None else "" for one in nodes)
    return object_, action, digest


def _changed(path: Path, name: str, action: str) -> Iterator[Mistake]:
    """What changed in the catalog since the file was made."""
    yield Mistake(
        path, 1, "catalog", f"what the catalog says of {name} has changed; run: {renew(path)}"
    )
    before = catalog_path(path)
    try:
        old = json.loads(before.read_text(encoding="utf-8"))
    except FileNotFoundError:
        yield Mistake(path, 1, "catalog", f"what changed is not known: there is no {before.name}")
        return
    except (ValueError, RecursionError):
        yield Mistake(before, 1, "", "is not JSON, so what changed is not known")
        return
    try:
        from twilio_ops_codegen.catalog.errors import CodegenError
        from twilio_ops_codegen.catalog.load import catalog_of
        from twilio_ops_codegen.changes import changes
    except ModuleNotFoundError:
        yield Mistake(path, 1, "catalog", "to see what changed: pip install 'twilio-ops[codegen]'")
        return
    new: dict[str, Any] = {"service": service(), "objects": {name: objects()[name].row}}
    try:
        found = changes(catalog_of({"service": service(), "objects": {name: old}}), catalog_of(new))
    except CodegenError:
        yield Mistake(before, 1, "", "is not what a catalog says of an object")
        return
    for change in found:
        if change.action in {None, action}:
            yield Mistake(path, 1, "catalog", f"{change.severity.word}: {change.sentence}")
