"""Lines of a document in JSON or YAML, found without a parser of its own: containers are entered only
where someone asks for what is in them."""

from __future__ import annotations

import bisect
import json
import re
from pathlib import Path
from typing import Any

import yaml

from twilio_ops_codegen.catalog.yaml_loader import Loader

Pointer = tuple[str, ...]
"""Keys and indexes, as text, from the top of a document."""

_BLANK = re.compile(r"[ \t\n\r]*")
_Entry = tuple[int, Any]
"""The line of an entry, and its value: an offset in JSON, a node in YAML."""


class DocumentLines:
    """The lines of a document that has been read and found well formed."""

    def __init__(self, path: Path) -> None:
        self._text = path.read_bytes().decode("utf-8-sig")
        self._ends = [match.end() for match in re.finditer("\n", self._text)]
        self._known: dict[Pointer, dict[str, _Entry]] = {}
        self._decoder = json.JSONDecoder()
        start = _BLANK.match(self._text)
        first = start.end() if start else 0
        json_text = self._text[first : first + 1] in ("{", "[")
        as_json = json_text and path.suffix not in (".yaml", ".yml")
        self._yaml: Any = None if as_json else yaml.compose(self._text, Loader=Loader)
        self._top: _Entry = (1, first if as_json else self._yaml)

    def line(self, pointer: Pointer) -> int:
        """The line of a place, from 1, or of the nearest thing around it."""
        while pointer:
            if (found := self._entry(pointer)) is not None:
                return found[0]
            pointer = pointer[:-1]
        return 1

    def _entry(self, pointer: Pointer) -> _Entry | None:
        return self._children(pointer[:-1]).get(pointer[-1]) if pointer else self._top

    def _children(self, pointer: Pointer) -> dict[str, _Entry]:
        if pointer not in self._known:
            found = self._entry(pointer)
            read = self._json if self._yaml is None else self._nodes
            self._known[pointer] = {} if found is None else read(found[1])
        return self._known[pointer]

    def _nodes(self, node: Any) -> dict[str, _Entry]:
        if isinstance(node, yaml.MappingNode):
            return {str(key.value): (key.start_mark.line + 1, value) for key, value in node.value}
        if isinstance(node, yaml.SequenceNode):
            return {
                str(index): (item.start_mark.line + 1, item)
                for index, item in enumerate(node.value)
            }
        return {}

    def _json(self, start: int) -> dict[str, _Entry]:
        text = self._text
        opening = text[start]
        if opening not in "{[":
            return {}
        found: dict[str, _Entry] = {}
        at = self._blank(start + 1)
        while text[at] not in "}]":
            line = bisect.bisect_right(self._ends, at) + 1
            key = str(len(found))
            if opening == "{":
                key, at = self._decoder.raw_decode(text, at)
                at = self._blank(self._blank(at) + 1)  # past the colon
            found[key] = (line, at)
            _, at = self._decoder.raw_decode(text, at)
            at = self._blank(at)
            if text[at] == ",":
                at = self._blank(at + 1)
        return found

    def _blank(self, at: int) -> int:
        match = _BLANK.match(self._text, at)
        return match.end() if match else at
