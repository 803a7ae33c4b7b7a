"""The samples of a catalog: what they hold, and what generated tests import for them."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import get_args, get_type_hints

import pytest

from tests.codegen.importer_support import (
    CONVENTIONS,
    JSON,
    ROOT,
    SID,
    TEXT,
    Node,
    document,
    listing,
    operation,
    parameter,
    record,
    ref,
    write,
)
from twilio_ops_codegen.__main__ import main
from twilio_ops_codegen.catalog.load import load
from twilio_ops_codegen.catalog.model import Parameter, Type
from twilio_ops_codegen.catalog.passes import resolve
from twilio_ops_codegen.changes.build import build
from twilio_ops_codegen.changes.example import edited_by
from twilio_ops_codegen.emit.objects import view
from twilio_ops_codegen.emit.samples import Samples
from twilio_ops_codegen.importer import import_documents

CASES = Path(__file__).parent.parent / "cases"


def needing_decimal(folder: Path) -> list[str]:
    """The objects of a catalog whose samples hold a decimal."""
    catalog = resolve(load(folder))
    return [each.name for each in view(catalog).objects if Samples(catalog, each).needs_decimal]


def test_decimals_are_imported_where_a_value_is_one(tmp_path: Path) -> None:
    """In a parameter or within its struct; a text that looks like one is none."""
    assert ["Batch", "Note"] == needing_decimal(CASES / "notes" / "metadata")
    folder = Path(shutil.copytree(CASES / "parcels" / "metadata", tmp_path / "metadata"))
    trace = folder / "api" / "v1" / "Trace.yaml"
    text = trace.read_text(encoding="utf-8")
    row = "Place: {type: string, required: true}"
    assert row in text
    text = text.replace(row, "Place: {type: enum, enum: places, required: true}")
    trace.write_text(f"{text}enums: {{places: [Decimal(1)]}}\n", encoding="utf-8")
    assert ["Parcel"] == needing_decimal(folder)


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [(None, None, 1), (0.5, None, 1), (7, 9, 7), (None, 0, 0), (None, -2.5, -3), (-4, -2, -4)],
)
def test_a_sample_is_within_its_bounds(
    low: float | None, high: float | None, expected: int
) -> None:
    """It is sent in the generated tests, where a number that is not is refused."""
    catalog = resolve(load(CASES / "parcels" / "metadata"))
    each = view(catalog).objects[0]
    row = Parameter(type="integer", minimum=low, maximum=high)
    assert expected == Samples(catalog, each).value(row, each.row)


@pytest.mark.parametrize("kind", get_args(get_type_hints(Type)["type"]))
def test_every_type_has_a_sample(kind: str) -> None:
    """Documents, requests and generated tests show a value of each."""
    catalog = resolve(load(CASES / "parcels" / "metadata"))
    each = next(each for each in view(catalog).objects if each.row.enums and each.row.structs)
    row = build(
        Parameter,
        {
            "type": kind,
            "enum": next(iter(each.row.enums)) if kind == "enum" else None,
            "struct": next(iter(each.row.structs)) if kind == "struct" else None,
            "prefixes": ["PA"] if kind == "sid" else [],
            "items": {"type": "string"} if kind in ("list", "map") else None,
        },
    )
    found = Samples(catalog, each).value(row, each.row)
    assert found is not None or kind == "uri_map", "addresses without names are none"


ODD: Node = {
    "type": "string",
    "enum": ["", " padded ", "a\tb", "x  y", "\u4e2d\u6587", "\xfcn\xef", "\U0001f600", "toll free", "toll-free",
             "1", "None", "true", "\xa0", "\xe9", "e\u0301", "-", "--", "\u017f", "mro", "name", "value"],
}  # fmt: skip
EMPTY: Node = {"type": "string", "enum": [""]}
STRUCTS: dict[str, Node] = {
    "kind": ODD,
    "kinds": {"type": "array", "items": ODD},
    "lists": {"type": "array", "items": {"type": "array", "items": ODD}},
    "nothing": EMPTY,
    "nothings": {"type": "array", "items": EMPTY},
    "deep": record(a=record(b=record(c=record(kind=ODD)))),
    "hollow": record(nothing=EMPTY),
    "node": ref("Node"),
    "cycle": ref("Cycle"),
}


@pytest.mark.parametrize(("levels", "is_given"), [(1, True), (2, False)])
def test_a_value_of_which_samples_leave_all_out_is_left_out(levels: int, is_given: bool) -> None:
    """Lists count as levels, as the values in them do: what is cut off tells nothing of what is around it."""
    structs = {
        f"objects/Parcel/structs/s{n}": f"{{fields: {{x: {{type: list, items: {{type: struct, struct: s{n + 1}}}}}}}}}"
        for n in range(levels)
    }
    last = {
        f"objects/Parcel/structs/s{levels}": f"{{fields: {{y: {{type: struct, struct: s{levels + 1}}}}}}}",
        f"objects/Parcel/structs/s{levels + 1}": "{fields: {t: {type: string}}}",
    }
    place = "objects/Parcel/actions/Create/parameters/Deep"
    catalog = resolve(edited_by({**structs, **last, place: "{type: struct, struct: s0}"}))
    parcel = next(each for each in view(catalog).objects if each.name == "Parcel")
    samples = Samples(catalog, parcel)
    (create,) = (each for each in parcel.operations if each.action == "Create")
    assert ("Deep" in [each.api for each in samples.arguments(create)]) == is_given


@pytest.mark.slow
def test_samples_and_generated_tests_hold_for_odd_values(tmp_path: Path) -> None:
    """Enums of empty, padded and foreign values, and structs that are empty or cut by depth.

    What JSON and XML do not tell from nothing is no part of a sample; the package's own tests pass.
    """
    sent = record(**STRUCTS) | {"required": ["kind", "node"]}
    made = document(
        {
            "/v1/Things": {
                "get": operation(
                    "ListThing",
                    listing(ref("Thing"), key="things"),
                    parameters=[parameter("Kind", schema=ODD), parameter("Nothing", schema=EMPTY)],
                ),
                "post": operation("CreateThing", ref("Thing"), status="201", media=JSON, body=sent),
            },
            "/v1/Things/{Sid}": {
                "parameters": [parameter("Sid", "path", SID)],
                "get": operation("FetchThing", ref("Thing")),
                "post": operation(
                    "UpdateThing",
                    ref("Thing"),
                    body=record(Kind=ODD, Nothing=EMPTY) | {"required": ["Kind", "Nothing"]},
                ),
            },
            "/v1/Kinds/{Kind}": {
                "parameters": [parameter("Kind", "path", ODD)],
                "get": operation("FetchKind", ref("Thing")),
            },
        },
        schemas={
            "Thing": record(sid=SID, **STRUCTS),
            "Node": record(
                name=TEXT, child=ref("Node"), kids={"type": "array", "items": ref("Node")}
            ),
            "Cycle": record(next=ref("Cycle")),
        },
    )
    import_documents([write(tmp_path, made)], tmp_path / "catalog", CONVENTIONS)
    out = tmp_path / "out"
    command = ["write", "--catalog", str(tmp_path / "catalog"), "--out", str(out), "--no-cache"]
    assert main(command) == 0
    (package,) = (path.name for path in out.iterdir() if (path / "py.typed").exists())
    answer = json.loads(
        (out / package / "samples/Thing/GetThing.response.json").read_text(encoding="utf-8")
    )
    assert answer["kind"] == "\u4e2d\u6587" and answer["deep"] and answer["node"]["kids"]
    assert not answer.keys() & {"nothing", "nothings", "hollow", "cycle"}
    places = os.pathsep.join(map(str, (out, ROOT / "runtime", ROOT / "emulator", ROOT / "codegen")))
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", f"{package}_tests"],
        cwd=out,
        env={**os.environ, "PYTHONPATH": places},
        check=False,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout
