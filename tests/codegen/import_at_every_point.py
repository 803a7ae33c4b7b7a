"""Imports a document in processes that end at every point, or fail there; run as a program by the tests.

Prints how many points there were. Old and new catalog have files in common, one that goes and one that comes.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
from pathlib import Path

from swap_at_every_point import child, die, fail

from twilio_ops_codegen.catalog.errors import CatalogError
from twilio_ops_codegen.catalog.load import IMPORTING, JOURNAL, load
from twilio_ops_codegen.importer import ImportFailed, import_documents

CONVENTIONS = Path(__file__).parents[2] / "metadata" / "import.yaml"
INTO = Path("catalog")
Tree = dict[str, str]


def document(*names: str, field: str) -> dict[str, object]:
    """A document with some objects that have a field."""
    record = {"type": "object", "properties": {field: {"type": "string"}}}
    answer = {"200": {"content": {"application/json": {"schema": record}}}}
    return {
        "openapi": "3.0.1",
        "info": {"title": "Twilio - Acme", "version": "1.0.0"},
        "servers": [{"url": "https://acme.example.com"}],
        "paths": {
            f"/v1/{name}s": {"get": {"operationId": f"Fetch{name}", "responses": answer}}
            for name in names
        },
    }


def take(name: str) -> None:
    """Imports one of the documents, as the command does; what the system refuses is told as such."""
    try:
        import_documents([Path(name)], INTO, CONVENTIONS)
    except ImportFailed as error:
        raise OSError(str(error)) from error


def tree() -> Tree:
    """The catalog's files."""
    return {
        path.relative_to(INTO).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(INTO.rglob("*"))
        if path.is_file() and not path.relative_to(INTO).parts[0].startswith(".")
    }


def unfinished() -> bool:
    """Whether an import has happened, and is not at its end."""
    return any(INTO.glob(f"{IMPORTING}*/{JOURNAL}"))


def whole(*trees: Tree) -> None:
    """Checks that there is one of the catalogs, or that loading says that there is none."""
    if not unfinished():
        assert tree() in trees, tree().keys()
        return
    try:
        load(INTO)
    except CatalogError as error:
        assert "an import was ended before it was done" in str(error)
    else:
        raise AssertionError("a mixture was loaded")


def start(before: Tree) -> None:
    """Leaves the catalog that there was and nothing else."""
    shutil.rmtree(INTO, ignore_errors=True)
    for name, text in before.items():
        path = INTO / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def rests() -> list[str]:
    """What an import has left beside the catalog."""
    return [name for name in os.listdir(INTO) if name.startswith(IMPORTING)]


def check_killed(before: Tree, after: Tree) -> int:
    """Kills an import at each point, and the next one, too; the number of points."""
    number = 0
    while True:
        start(before)
        number += 1
        status = child(lambda: take("new.json"), number, die)
        if not os.WIFSIGNALED(status):
            assert tree() == after
            return number
        whole(before, after)
        child(lambda: take("new.json"), number + 7 * number % 30, die)
        whole(before, after)
        take("new.json")
        assert tree() == after
        assert rests() == []


def check_failing(before: Tree, after: Tree) -> int:
    """Lets an import fail at each point; the number of points."""
    number = 0
    while True:
        start(before)
        number += 1
        status = os.waitstatus_to_exitcode(child(lambda: take("new.json"), number, fail))
        if status == 0:
            return number
        whole(before, after)
        take("new.json")
        assert tree() == after
        assert rests() == []


def main() -> int:
    """Does what the arguments say, from nothing and from another catalog."""
    documents = {
        "old.json": document("Crate", "Box", field="sid"),
        "new.json": document("Box", "Case", field="seal"),
    }
    trees: list[Tree] = [{}]
    for name, value in documents.items():
        Path(name).write_text(json.dumps(value), encoding="utf-8")
        if name == "new.json":  # its names are what they are beside the old ones
            start(trees[-1])
        take(name)
        trees.append(tree())
    check = {"killed": check_killed, "failing": check_failing}[sys.argv[1]]
    nothing, old, new = trees
    start(nothing)
    take("new.json")
    return check(nothing, tree()) + check(old, new)


if __name__ == "__main__":
    print(main())
