"""Reading an OpenAPI 3 document and checking the structure that the import relies on."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import yaml
from attrs import Factory, frozen

from twilio_ops_codegen.catalog.paths import short, shown
from twilio_ops_codegen.catalog.plain import is_list, is_mapping
from twilio_ops_codegen.catalog.yaml_loader import LONGEST_NUMBER

from .document_lines import DocumentLines
from .openapi_yaml import CoreLoader
from .problems import ImportFailed, Problem
from .structure import METHODS, OTHER_METHODS, Check, Node


@frozen(kw_only=True)
class Document:
    """A checked OpenAPI document: every reference in it leads somewhere."""

    file: str
    data: dict[str, Any]
    targets: dict[str, Any] = Factory(dict[str, Any])  # what each reference leads to
    foreign: dict[str, str] = Factory(dict[str, str])  # why an operation cannot be read, by id

    def resolve(self, node: Any) -> tuple[Any, str | None]:
        """The node itself or what it refers to, and the last reference followed."""
        pointer = None
        while is_mapping(node) and isinstance(node.get("$ref"), str):
            pointer = node["$ref"]
            node = self.targets[pointer]
        return node, pointer

    def target(self, pointer: str) -> Any:
        """What a reference leads to."""
        return self.targets[pointer]

    def line(self, *pointer: str) -> int:
        """The line of a place in the file, or of the nearest thing around it."""
        return DocumentLines(Path(self.file)).line(pointer)

    def operations(self) -> Iterator[tuple[str, str, Node, Node]]:
        """Path, method, operation and path item of each operation, in the document's order."""
        for path, entry in self.data["paths"].items():
            item, _ = self.resolve(entry)
            for method in METHODS + OTHER_METHODS:
                if method in item:
                    yield path, method, item[method], item


def read_document(path: Path) -> Document:
    """The document in the file at ``path``.

    Raises ``ImportFailed`` with every problem found if the file is not an OpenAPI 3 document in JSON or
    YAML, or if one of its references leads nowhere.
    """
    file = str(path)
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        problem = Problem(file, f"byte {error.start}", "is not UTF-8 text", line)
        raise ImportFailed([problem]) from error
    except OSError as error:
        raise ImportFailed(
            [Problem(file, "", (error.strerror or "cannot be read").lower())]
        ) from error
    try:
        data = _parse(file, text)
        check = Check(file, data)
        check.run()
    except RecursionError:
        raise ImportFailed([Problem(file, "", "is nested too deeply")]) from None
    if check.problems:
        lines = DocumentLines(path)
        raise ImportFailed(
            Problem(file, " > ".join(map(short, place)), message, lines.line(place))
            for place, message in check.problems
        )
    return Document(file=file, data=data, targets=check.targets, foreign=check.foreign)


VALUES = 1_000_000
"""So many values may a document in YAML hold: ten times what the largest ones do."""


def _parse(file: str, text: str) -> Any:
    if not text.strip():
        raise ImportFailed([Problem(file, "", "is empty")])
    if text.lstrip()[0] in "{[" and not file.endswith((".yaml", ".yml")):
        repeated: list[str] = []

        def mapping(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
            result = dict(pairs)
            if len(result) != len(pairs):
                seen: set[str] = set()
                repeated.extend(key for key, _ in pairs if key in seen or seen.add(key))  # type: ignore[func-returns-value]
            return result

        def whole(digits: str) -> int:
            if len(digits) > LONGEST_NUMBER:
                line = text.count("\n", 0, text.find(digits)) + 1
                message = f"has a number of more than {LONGEST_NUMBER} digits"
                raise ImportFailed([Problem(file, "", message, line)])
            return int(digits)

        try:
            data = json.loads(text, object_pairs_hook=mapping, parse_int=whole)
        except json.JSONDecodeError as error:
            problem = Problem(
                file, f"column {error.colno}", f"is not JSON: {error.msg}", error.lineno
            )
            raise ImportFailed([problem]) from error
        if repeated:
            raise ImportFailed(
                Problem(file, "", f"has the key {shown(key)} twice in one mapping", line)
                for key, line in zip(repeated, _twice(text, repeated), strict=True)
            )
        return data
    try:
        data = yaml.load(text, Loader=CoreLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        place, line = (f"column {mark.column + 1}", mark.line + 1) if mark else ("", 0)
        problem = Problem(file, place, f"is not JSON or YAML: {error.problem}", line)
        raise ImportFailed([problem]) from error
    except (yaml.YAMLError, ValueError) as error:
        message = " ".join(str(error).split())
        raise ImportFailed([Problem(file, "", f"is not JSON or YAML: {message}")]) from error
    if "&" in text and _size(data, {}) > VALUES:
        raise ImportFailed([Problem(file, "", f"makes more than {VALUES} values through aliases")])
    return data


def _twice(text: str, keys: Sequence[str]) -> Iterator[int]:
    """The line of each of some keys where it is there for the second time; 0 = it is not found."""
    for key in keys:
        spelled = re.compile(
            rf"{re.escape(json.dumps(key))}|{re.escape(json.dumps(key, ensure_ascii=False))}"
        )
        places = [match.start() for match in spelled.finditer(text)]
        yield text.count("\n", 0, places[-1]) + 1 if places else 0


def _size(value: Any, known: dict[int, int]) -> int:
    """How many values a value is with its aliases written out; shared ones are counted once."""
    if not is_mapping(value) and not is_list(value):
        return 1
    if id(value) not in known:
        inner = value.values() if is_mapping(value) else value
        known[id(value)] = 1 + sum(_size(item, known) for item in inner)
    return known[id(value)]
