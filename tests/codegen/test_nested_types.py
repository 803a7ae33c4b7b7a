"""What is needed within a JSON body is seen by type checkers, and means the same when it is sent."""

from __future__ import annotations

import importlib
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_type_hints

import pytest

from tests.codegen.importer_support import (
    JSON,
    ROOT,
    TEXT,
    Node,
    document,
    imported,
    operation,
    record,
    ref,
)
from twilio_ops_codegen.__main__ import main

ODD = {"twilio/x": TEXT, "from": TEXT, "__own": TEXT}
BODY: Node = {
    **record(
        address=record(street=TEXT, str=TEXT, date={"type": "string", "format": "date"})
        | {"required": ["street", "date"]},
        tree=ref("Tree"),
        odd=ref("Odd"),
        plain=record(note=TEXT),
    ),
    "required": ["address"],
}
TREE = record(
    name=TEXT, above=ref("Branch"), under={"type": "array", "items": ref("Tree")}
) | {"required": ["name"]}  # fmt: skip
BRANCH = record(tree=ref("Tree"), weight={"type": "number"}) | {"required": ["weight"]}
ODD_SCHEMA = record(**ODD, inner=ref("Odd")) | {"required": ["twilio/x"]}
SCHEMAS = {"Tree": TREE, "Branch": BRANCH, "Odd": ODD_SCHEMA}
PATHS = {
    "/v1/Things": {
        "post": operation("CreateThing", record(sid=TEXT, seen=record(at=TEXT)), body=BODY, media=JSON)
    }
}  # fmt: skip

PROGRAM = """\
import datetime

from PACKAGE.api.thing import CreateThing, ThingAddress, ThingTree
from twilio_ops_runtime import Connection


def run(connection: Connection) -> None:
    create = CreateThing(connection)
    address: ThingAddress.Dict = {"street": "a", "date": "2030-01-31"}
    create(address=address)
    create(address={"street": "a", "date": datetime.date(2030, 1, 31), "str": None})
    create(address=ThingAddress(street="a"))
    create(address={"street": "a"})  # refused
    create(address={"street": "a", "date": "2030-01-31", "stret": "b"})  # refused
    create(address={"street": 5, "date": "2030-01-31"})  # refused
    create(address=address, tree={"name": "a", "under": [{"name": "b"}, ThingTree(name="c")]})
    create(address=address, tree={"name": "a", "under": [{"name": "b", "under": [{}]}]})  # refused
    create(address=address, tree={"name": "a", "above": {"tree": {"name": "b"}}})  # refused
    create(address=address, odd={"twilio/x": "a", "from": "b", "inner": {"twilio/x": "b"}})
    create(address=address, odd={"from": "b"})  # refused
    create(address=address, odd={"twilio/x": "a", "inner": {"from": "b"}})  # refused
    create(address=address, odd={"twilio/x": "a", "inner": {"twilio/x": "b", "inner": {}}})  # refused
    create(address=address, plain={})
"""


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, str]]:
    """A package of a document with nested bodies: the folder it is in, and its name."""
    folder = tmp_path_factory.mktemp("nested")
    found = imported(folder, document(PATHS, schemas=SCHEMAS))
    assert found.catalog is not None
    out = folder / "out"
    assert main(["write", "--catalog", str(found.folder), "--out", str(out), "--no-cache"]) == 0
    sys.path.insert(0, str(out))
    importlib.invalidate_caches()
    yield out, found.catalog.service.package
    sys.path.remove(str(out))


def test_a_mapping_has_the_type_of_what_is_sent(package: tuple[Path, str]) -> None:
    """Its keys are the names of JSON; needed are those that sending asks for, whatever they are called."""
    module = importlib.import_module(f"{package[1]}.api.thing")
    needed: dict[str, set[str]] = {}
    for name in module.__all__:
        mapping: Any = getattr(getattr(module, name), "Dict", None)
        if mapping is None:
            continue
        fields = {each.json_name: each.required for each in getattr(module, name).spec.fields}
        assert get_type_hints(mapping, vars(module)).keys() == fields.keys()
        hints = get_type_hints(mapping, vars(module), include_extras=True)
        needed[name] = {key for key in fields if str(hints[key]).startswith("typing.Required[")}
        assert needed[name] == {key for key, wanted in fields.items() if wanted}
    assert needed == {
        "ThingAddress": {"street", "date"},
        "ThingBranch": {"weight"},
        "ThingOdd": {"twilio/x"},
        "ThingPlain": set(),
        "ThingTree": {"name"},
    }


@pytest.mark.slow  # two type checkers
@pytest.mark.parametrize("checker", ["mypy", "basedpyright"])
def test_type_checkers_see_what_is_missing(package: tuple[Path, str], checker: str) -> None:
    """At any depth, in structs that hold themselves and under names that are none in Python; the
    package itself is clean."""
    out, name = package
    program = out / "program.py"
    text = PROGRAM.replace("PACKAGE", name)
    program.write_text(text, encoding="utf-8")
    if checker == "mypy":
        command = ["mypy", "--strict", "--config-file=", "--cache-dir", str(out / ".mypy")]
    else:
        if not (Path(sys.executable).parent / checker).exists():
            pytest.skip(f"{checker} is not installed")
        (out / "pyrightconfig.json").write_text(
            f'{{"extraPaths": [".", "{ROOT}/runtime"], "typeCheckingMode": "strict"}}',
            encoding="utf-8",
        )
        command = ["basedpyright", "-p", str(out)]
    done = subprocess.run(
        [sys.executable, "-m", *command, str(program), str(out / name)],
        cwd=out,
        env={**os.environ, "MYPYPATH": os.pathsep.join([str(out), str(ROOT / "runtime")])},
        capture_output=True,
        text=True,
        check=False,
    )
    refused = [n for n, line in enumerate(text.splitlines(), 1) if line.endswith("# refused")]
    pattern = re.compile(r"^.*?program\.py:(\d+):(?:\d+)?.* error\b", re.MULTILINE)
    assert sorted({int(line) for line in pattern.findall(done.stdout)}) == refused, done.stdout
    errors = [line for line in done.stdout.splitlines() if re.search(r":\d+.* error\b", line)]
    assert [line for line in errors if "program.py" not in line] == []
