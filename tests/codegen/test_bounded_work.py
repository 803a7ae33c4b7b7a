"""Documents changed at random end after a bounded number of steps: imported, or refused with reasons.

Steps are calls of the importer's own functions, counted; no clock decides.
"""

from __future__ import annotations

import copy
import random
import sys
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from tests.codegen.importer_support import CONVENTIONS, ref, write
from tests.codegen.test_hostile_text import DOCUMENT
from twilio_ops_codegen.importer import ImportFailed, import_documents

STEPS = 400_000
"""Ten times what the document takes that is changed here."""


class TooManySteps(Exception):
    """The import does not end, as far as anybody can see."""


def counted(path: Path, into: Path) -> int:
    """The steps that an import takes, whether or not it takes the document."""
    steps = 0

    def count(frame: FrameType, event: str, _: Any) -> None:
        nonlocal steps
        if event == "call" and "twilio_ops_codegen" in frame.f_code.co_filename:
            steps += 1
            if steps > STEPS:
                raise TooManySteps

    sys.setprofile(count)
    try:
        import_documents([path], into, CONVENTIONS)
    except ImportFailed:
        pass
    finally:
        sys.setprofile(None)
    return steps


def nodes(value: Any) -> list[Any]:
    """Every mapping and list of a document."""
    if isinstance(value, dict):
        return [value, *(inner for item in value.values() for inner in nodes(item))]
    if isinstance(value, list):
        return [value, *(inner for item in value for inner in nodes(item))]
    return []


ODD: list[Any] = [
    None, True, -1, 1e300, "", [], {}, [[]], "a" * 1000, {"allOf": [{}]}, {"$ref": "#/paths"},
    {"$ref": "#"}, {"type": ["null", "object", "array"]}, {"enum": [None, 1, [], {}]},
    {"pattern": "^(a+)+$"}, {"pattern": "(" * 500}, {"type": "array", "items": {"$ref": "#/components/schemas/Parcel"}},
]  # fmt: skip
KEYS = ["allOf", "oneOf", "anyOf", "items", "properties", "additionalProperties", "$ref", "enum",
        "required", "type", "format", "schema", "content", "parameters", "responses", "x-twilio"]  # fmt: skip


def mutated(chance: random.Random) -> Any:
    """The document with some parts moved, doubled, left out, put into each other, or odd."""
    made = copy.deepcopy(DOCUMENT)
    schemas = made["components"]["schemas"]
    for _ in range(chance.randint(1, 6)):
        every = [node for node in nodes(made) if node]
        node, other = chance.choice(every), chance.choice(every)
        keys = list(node) if isinstance(node, dict) else list(range(len(node)))
        key = chance.choice(keys)
        what = chance.randrange(6)
        if what == 0:
            del node[key]
        elif what == 1:
            node[key] = copy.deepcopy(chance.choice(ODD))
        elif what == 2:
            node[key] = copy.deepcopy(other)
        elif what == 3 and isinstance(node, dict):
            node[chance.choice(KEYS)] = copy.deepcopy(chance.choice([other, *ODD]))
        elif what == 4:
            node[key] = ref(chance.choice(list(schemas) or ["gone"]))
        elif isinstance(node, dict):
            composed = [ref(name) for name in chance.choices(list(schemas) or ["gone"], k=6)]
            node[chance.choice(KEYS[:3])] = composed
    return made


@pytest.mark.parametrize(
    "seed", [1, *(pytest.param(seed, marks=pytest.mark.slow) for seed in range(2, 12))]
)
def test_a_changed_document_ends_in_a_bounded_number_of_steps(tmp_path: Path, seed: int) -> None:
    """Nothing but the importer's own errors comes of it."""
    chance = random.Random(seed)
    for number in range(40):
        path = write(tmp_path, mutated(chance), "document.json")
        assert counted(path, tmp_path / f"catalog{number}") <= STEPS


def test_the_document_itself_takes_a_tenth_of_the_steps(tmp_path: Path) -> None:
    """So that the bound is one."""
    assert counted(write(tmp_path, DOCUMENT), tmp_path / "catalog") * 10 <= STEPS
