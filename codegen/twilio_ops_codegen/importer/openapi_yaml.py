"""YAML as OpenAPI means it: the core schema of YAML 1.2, with text as keys, each once in a mapping.

PyYAML reads YAML 1.1, where ``NO`` is false, ``12:30`` is 750 and ``0123`` is 83. What plain scalars
are is decided here, and which tags there are; the rest is the same for documents, and ``<<`` merges in
both, as everywhere.
"""

from __future__ import annotations

import re
from typing import Any

import yaml

from twilio_ops_codegen.catalog.yaml_loader import constructed

_TAG = "tag:yaml.org,2002:"
_CORE = (
    ("merge", "<<", ("<",)),
    ("null", "~|null|Null|NULL|", ("~", "n", "N", "")),
    ("bool", "true|True|TRUE|false|False|FALSE", tuple("tTfF")),
    ("int", "[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", tuple("-+0123456789")),
    (
        "float",
        r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)",
        tuple("-+.0123456789"),
    ),
)
"""The plain scalars that are no text: their tag, their pattern and what they may begin with."""


_TAGS = ("null", "bool", "int", "float", "str", "seq", "map")
"""The tags that may be written out: what JSON has."""


class CoreLoader(yaml.SafeLoader):
    """Reads plain scalars as YAML 1.2 does, and refuses a key that is there twice."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}  # noqa: RUF012
    yaml_constructors = {  # noqa: RUF012
        tag: construct
        for tag, construct in yaml.SafeLoader.yaml_constructors.items()
        if tag is None or tag.rpartition(":")[2] in _TAGS
    }

    def construct_mapping(self, node: Any, deep: bool = False) -> dict[Any, Any]:
        """A mapping; a key that is no text in YAML is the text that stands there.

        Raises:
            yaml.constructor.ConstructorError: A key is no scalar, or is there twice.
        """
        seen: set[str] = set()
        for key, _ in node.value:
            if not isinstance(key, yaml.ScalarNode):
                raise _error(node, "found a key that is no text", key)
            if key.value in seen:
                raise _error(node, f"found the key {key.value!r} twice in one mapping", key)
            seen.add(key.value)
        self.flatten_mapping(node)  # what is merged in stands first, and gives way
        return {key.value: self.construct_object(value, deep=True) for key, value in node.value}

    def construct_object(self, node: Any, deep: bool = False) -> Any:
        """The value of a node.

        Raises:
            yaml.constructor.ConstructorError: It is not what its tag says, or a number too long.
        """
        library: Any = super()  # which says nothing of its types
        return constructed(library.construct_object, node, deep)

    def construct_whole_number(self, node: Any) -> int:
        """An integer: decimal whatever it begins with, octal behind ``0o``."""
        text = str(self.construct_scalar(node))
        base = {"0o": 8, "0x": 16}.get(text[:2], 10)
        return int(text, base)


def _error(node: Any, problem: str, key: Any) -> yaml.constructor.ConstructorError:
    return yaml.constructor.ConstructorError(
        "while constructing a mapping", node.start_mark, problem, key.start_mark
    )


for _name, _pattern, _first in _CORE:
    CoreLoader.add_implicit_resolver(  # pyright: ignore[reportUnknownMemberType]
        f"{_TAG}{_name}", re.compile(rf"^(?:{_pattern})$"), list(_first)
    )
CoreLoader.add_constructor(f"{_TAG}int", CoreLoader.construct_whole_number)
