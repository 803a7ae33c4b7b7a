"""A component file, read and checked against the catalog; all mistakes are found at once."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from attrs import define

from twilio_ops_components.catalog import ActionRow, ObjectRow, objects
from twilio_ops_components.model import (
    FORMAT,
    ArchivingSetting,
    CachingSetting,
    Definition,
    FilterSetting,
    OptionsSetting,
)
from twilio_ops_components.nodes import Node, Problems, one_of, read_nodes, unexpected
from twilio_ops_components.read_values import ValueReader
from twilio_ops_components.settings import (
    INDEX_PATH,
    NAME,
    NESTED,
    PAIR,
    SETTINGS,
    STOP_ON,
    profile_names,
    settings_of,
)
from twilio_ops_components.values.joined import Each, Elements, Joined
from twilio_ops_components.values.paths import check_path

__all__ = ["read_as_far", "read_definition", "read_file"]

UPGRADE = "pip install --upgrade twilio-ops"


def read_definition(path: Path) -> Definition:
    """Read a component file.

    Raises:
        ComponentError: Something is wrong in it; all of it is told.
        OSError: It cannot be read.
    """
    definition, problems = read_file(path)
    problems.raise_if_any()
    assert definition is not None  # nothing is wrong with it
    return definition


def read_file(path: Path, content: bytes | None = None) -> tuple[Definition | None, Problems]:
    """Read a component file, and give what is wrong with it rather than raise it.

    Args:
        path: The file.
        content: What is to be in it; None = what is.

    Raises:
        ComponentError: It is not YAML that can be read at all.
        OSError: It cannot be read.
    """
    root, problems = read_nodes(path, content)
    definition = read_as_far(root, problems)
    return None if problems.mistakes else definition, problems


def read_as_far(root: Node, problems: Problems) -> Definition | None:
    """Read what is right in a component file, whatever else is wrong in it.

    Args:
        root: What is in the file.
        problems: Where mistakes go.

    Returns:
        The component without the settings that are wrong; None if it is not known which operation
        it is of.
    """
    path = problems.file
    return _Reader(path, problems, ValueReader(path.parent, problems)).definition(root)


@define
class _Reader:
    path: Path
    problems: Problems
    values: ValueReader

    def definition(self, root: Node) -> Definition | None:
        found = self.problems.mapping(root, "a mapping of settings")
        if found is None:
            return None
        if not self._format(root, found.get("format")):
            return None
        row = self._operation(root, found)
        if row is None:
            self.problems.settings(root, SETTINGS)
            return None
        has = settings_of(row)
        for name, node in found.items():
            if name not in SETTINGS:
                near = unexpected(name, has)
                self.problems.add(node, f"is no setting; expected {one_of(has)}{near}")
            elif name not in has:
                self.problems.add(node, self._absent(row, name, has))
        given = {name: node for name, node in found.items() if name in has}
        settings: dict[str, Any] = {}
        for name, node in given.items():
            reader = getattr(self, f"_read_{name}", None)
            if reader is not None and (value := reader(node, row)) is not None:
                settings[name] = value
        operation = given["operation"].value
        assert isinstance(operation, dict)
        name = self._name(operation.get("name"), row)
        settings |= {f"{side}_profile": file for side, file in profile_names(row).items()}
        takes_values = bool({"parameters", "sid", "parent"} & given.keys())
        usual = "request" if not row.reads and not takes_values else "data"
        settings.setdefault("input", usual)
        self._complete(root, row, given, settings)
        return Definition(
            path=self.path, object=row.object, action=row.action, name=name, **settings
        )

    def _format(self, root: Node, node: Node | None) -> bool:
        if node is None:
            self.problems.add(root, f"lacks format; expected format: {FORMAT}")
            return False
        number = self.problems.integer(node, 1)
        if number is not None and number > FORMAT:
            self.problems.add(
                node, f"format {number} is newer than this version takes ({FORMAT}); run: {UPGRADE}"
            )
            return False
        return number is not None

    def _operation(self, root: Node, found: Mapping[str, Node]) -> ActionRow | None:
        node = found.get("operation")
        if node is None:
            self.problems.add(root, "lacks operation; expected {object: ..., action: ...}")
            return None
        given = self.problems.settings(node, ("object", "action", "name"), ("object", "action"))
        row = self._object(given.get("object"))
        if row is None or "action" not in given:
            return None
        name = self.problems.text(given["action"], one_of(row.actions))
        if name is None:
            return None
        if name not in row.actions:
            self.problems.add(
                given["action"],
                f"{row.name} has {one_of(row.actions)}; not {name}{unexpected(name, row.actions)}",
            )
            return None
        action = row.actions[name]
        if action.refused:
            self.problems.add(given["action"], f"{name} of {row.name} is refused: {action.refused}")
        return action

    def _object(self, node: Node | None) -> ObjectRow | None:
        name = None if node is None else self.problems.text(node, "an object of the catalog")
        if node is None or name is None:
            return None
        row = objects().get(name)
        if row is None:
            near = unexpected(name, objects()) or "; `twilio-ops objects` lists them"
            self.problems.add(node, f"{name!r:.60} is no object of the catalog{near}")
        elif row.deprecated:
            self.problems.note(node, f"{name} is deprecated: {row.deprecated}")
        return row

    def _absent(self, row: ActionRow, name: str, has: tuple[str, ...]) -> str:
        where = {"sid": "parent", "parent": "sid"}.get(name)
        instead = f"; it has {where}" if where in has else ""
        return f"{row.action} of {row.object} has no {name}{instead}"

    def _name(self, node: Node | None, row: ActionRow) -> str:
        if node is None:
            return row.name
        text = self.problems.text(node)
        if text is not None and re.fullmatch(NAME, text) is None:
            self.problems.add(node, "expected letters, digits, _, . and -, at most 100 of them")
        return text or row.name

    def _read_catalog(self, node: Node, row: ActionRow) -> str | None:
        text = self.problems.text(node, "a digest, as `twilio-ops new` writes it")
        if text is not None and re.fullmatch(r"sha256:[0-9a-f]{32}", text) is None:
            self.problems.add(node, "expected sha256: and 32 hexadecimal digits")
            return None
        return text

    def _read_connection(self, node: Node, row: ActionRow) -> str | None:
        text = self.problems.text(node, "the name of a connection")
        if text is not None and re.fullmatch(NAME, text) is None:
            self.problems.add(node, "expected the name of a connection; never a secret")
            return None
        return text

    def _read_profiles(self, node: Node, row: ActionRow) -> None:
        names = profile_names(row)
        for side, one in self.problems.settings(node, names).items():
            self.problems.choice(one, [names[side]])

    def _read_input(self, node: Node, row: ActionRow) -> str | None:
        return self.problems.choice(node, ("request", "data"))

    def _read_sid(self, node: Node, row: ActionRow) -> Joined | None:
        return self.values.joined(node)

    def _read_parent(self, node: Node, row: ActionRow) -> Joined | None:
        return self.values.joined(node)

    def _read_fields(self, node: Node, row: ActionRow) -> tuple[str, ...] | None:
        known = objects()[row.object].fields
        nodes = self.problems.sequence(node, "a list of fields")
        if nodes is None:
            return None
        names: list[str] = []
        for one in nodes:
            name = self.problems.text(one, "a field")
            if name is not None and name not in known:
                near = unexpected(name, known) or f"; it has {', '.join(known)}"
                self.problems.add(one, f"{row.object} has no field {name!r:.60}{near}")
            elif name is not None and name in names:
                self.problems.add(one, f"{name} is there twice")
            elif name is not None:
                names.append(name)
                if deprecated := known[name].get("deprecated"):
                    self.problems.note(one, f"{name} is deprecated: {deprecated}")
        if not nodes:
            self.problems.add(node, "is empty; leave it out to return all fields")
        return tuple(names)

    def _read_filters(self, node: Node, row: ActionRow) -> tuple[FilterSetting, ...] | None:
        nodes = self.problems.sequence(node, "a list of filters")
        found = [self._filter(one, row) for one in nodes or ()]
        return tuple(one for one in found if one is not None)

    def _filter(self, node: Node, row: ActionRow) -> FilterSetting | None:
        known = row.filters
        example = "a mapping of one filter, such as {To: {equals: ...}}"
        found = self.problems.mapping(node, example)
        if found is None:
            return None
        if len(found) != 1:
            self.problems.add(node, f"expected {example}")
            return None
        ((name, inner),) = found.items()
        if name not in known:
            has = f"; it has {one_of(known)}" if known else "; it has none"
            self.problems.add(
                inner, f"{row.object} has no filter {name}{unexpected(name, known) or has}"
            )
            return None
        operators = known[name]
        words = self.problems.mapping(inner, f"an operator ({one_of(operators)}) and a value")
        if words is None:
            return None
        if len(words) != 1 or next(iter(words)) not in operators:
            given = one_of(words) if words else "nothing"
            self.problems.add(inner, f"{name} has {', '.join(operators)}; not {given}")
            return None
        ((operator, value),) = words.items()
        joined = self.values.joined(value)
        return None if joined is None else FilterSetting(name, operator, joined)

    def _read_page_size(self, node: Node, row: ActionRow) -> int | None:
        return self.problems.integer(node, 1, 1000)

    def _read_limit(self, node: Node, row: ActionRow) -> int | None:
        return self.problems.integer(node, 0)

    def _read_parameters(self, node: Node, row: ActionRow) -> dict[str, Joined | Each] | None:
        known = row.parameters
        found: dict[str, Joined | Each] = {}
        for name, one in (self.problems.mapping(node, "values by parameter") or {}).items():
            parameter = known.get(name)
            if parameter is None:
                near = unexpected(name, known) or f"; it has {', '.join(known)}"
                self.problems.add(one, f"{row.action} of {row.object} has no {name}{near}")
                continue
            if deprecated := parameter.get("deprecated"):
                self.problems.note(one, f"{name} is deprecated: {deprecated}")
            value: Joined | Each | None
            if parameter["type"] in NESTED:
                value = self._nested(one, parameter)
            else:
                several = parameter.get("repeated")
                value = self.values.each(one) if several else self.values.joined(one)
            if value is not None:
                found[name] = value
        return found

    def _nested(self, node: Node, parameter: Mapping[str, Any]) -> Each | None:
        """The value of a nested parameter: elements, as the request profile has them."""
        kind = parameter["type"]
        if parameter.get("repeated") or kind == "pairs":
            found = self.values.each(node, nested=True)
        else:
            single = self.values.nested(node)
            found = None if single is None else Each((single,))
        for value in () if found is None else found.values:
            names = set(value.children) if isinstance(value, Elements) else None
            if kind == "pairs" and names != {*PAIR}:
                self.problems.add(node, "expected {elements: {Name: ..., Value: ...}} for each")
            elif kind != "any" and names is None:
                self.problems.add(node, "is nested; expected {elements: {NAME: ...}}")
        return found

    def _read_options(self, node: Node, row: ActionRow) -> OptionsSetting:
        known = ("return_application_error_responses", "stop_on", "tracking_direction")
        given = self.problems.settings(node, known)
        options: dict[str, Any] = {}
        if one := given.get(known[0]):
            options[known[0]] = self.problems.flag(one) or False
        if one := given.get(known[1]):
            options[known[1]] = self.problems.choice(one, STOP_ON)
        if one := given.get(known[2]):
            options[known[2]] = direction = self.problems.choice(one, ("input", "output"))
            if direction == "output" and row.row.get("cardinality") == "none":
                self.problems.add(one, f"is read-only for {row.action}: input; nothing comes out")
        return OptionsSetting(**options)

    def _read_archiving(self, node: Node, row: ActionRow) -> ArchivingSetting | None:
        given = self.problems.settings(node, ("directory", "secrets", "enabled"), ("directory",))
        enabled = self.problems.flag(given["enabled"]) if "enabled" in given else True
        secrets = self.problems.flag(given["secrets"]) if "secrets" in given else False
        text = self.problems.text(given["directory"]) if "directory" in given else None
        if text is None or not enabled:
            return None
        return ArchivingSetting(directory=self.path.parent / text, secrets=bool(secrets))

    def _read_tracking(self, node: Node, row: ActionRow) -> dict[str, Joined] | None:
        nodes = self.problems.mapping(node, "values by label")
        found = {
            label: self.values.joined(one, output=True) for label, one in (nodes or {}).items()
        }
        return {label: value for label, value in found.items() if value is not None}

    def _read_caching(self, node: Node, row: ActionRow) -> CachingSetting | None:
        given = self.problems.settings(node, ("file", "indexes"), ("file", "indexes"))
        text = self.problems.text(given["file"]) if "file" in given else None
        if row.row.get("cardinality") == "none":
            self.problems.add(node, f"{row.action} of {row.object} returns nothing to cache")
        indexes: dict[str, tuple[str, ...]] = {}
        if "indexes" in given:
            nodes = self.problems.mapping(given["indexes"], "element paths by index") or {}
            for name, one in nodes.items():
                paths = self.problems.sequence(one, "a list of element paths") or []
                if isinstance(one.value, list) and not paths:
                    self.problems.add(one, "expected at least one element path")
                indexes[name] = tuple(path for path in map(self._path, paths) if path)
            if not nodes and isinstance(given["indexes"].value, dict):
                self.problems.add(given["indexes"], "expected at least one index")
        if text is None or not indexes:
            return None
        return CachingSetting(file=self.path.parent / text, indexes=indexes)

    def _path(self, node: Node) -> str | None:
        text = self.problems.text(node, "an element path")
        if text is None:
            return None
        try:
            check_path(text)
        except ValueError as error:
            self.problems.add(node, str(error))
            return None
        if re.fullmatch(INDEX_PATH, text) is None:
            self.problems.add(node, "expected element names alone, joined by /, such as Call/Sid")
            return None
        return text

    def _complete(
        self, root: Node, row: ActionRow, given: Mapping[str, Node], settings: Mapping[str, Any]
    ) -> None:
        """Note what is missing."""
        if row.action == "Query" and (need := set(row.required_filters)):
            nodes = given["filters"].value if "filters" in given else []
            said = {
                name
                for one in nodes or ()
                if isinstance(one, Node)
                for name in (one.value if isinstance(one.value, dict) else ())
            }
            if lacking := sorted(need - said):
                where = given.get("filters", root)
                self.problems.add(where, f"lacks the filter {one_of(lacking)}, which is required")
        if row.reads or settings["input"] == "request":
            return
        where = given.get("parameters", root)
        node = given.get("parameters")
        named: set[str] = set()
        if node is not None and isinstance(node.value, dict):
            named = set(node.value)
        fixed = row.row.get("fixed", {})
        for name, parameter in row.parameters.items():
            if parameter.get("required") and name not in named and name not in fixed:
                self.problems.add(where, f"lacks {name}, which {row.action} of {row.object} needs")
        for group in row.either:
            if not named & set(group):
                self.problems.add(where, f"lacks one of {one_of(group)}")
        if row.needs_sid and "sid" not in given:
            self.problems.add(root, "lacks sid, as its documents are no requests")
