"""The surface: what is exported, and what importing it loads."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

import twilio_ops_runtime
from twilio_ops_runtime import generated

RUNTIME = Path(twilio_ops_runtime.__file__).parent
CASES = Path(__file__).parent.parent / "cases"


def test_every_exported_name_is_there_and_sorted():
    for module in (twilio_ops_runtime, generated):
        assert [name for name in module.__all__ if not hasattr(module, name)] == []
        assert len(set(module.__all__)) == len(module.__all__)
    assert twilio_ops_runtime.__all__ == sorted(twilio_ops_runtime.__all__)
    assert set(twilio_ops_runtime.__all__) <= set(dir(twilio_ops_runtime))
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        twilio_ops_runtime.nothing  # noqa: B018


def test_generated_code_uses_all_that_is_there_for_it():
    """Each name that generated code is offered occurs in some of it."""
    folders = [RUNTIME.parents[1] / "generated", *CASES.glob("*/expected")]
    texts = [path.read_text() for folder in folders for path in folder.rglob("*.py")]
    used = {word for text in texts for word in re.findall(r"\w+", text)}
    assert set() == set(generated.__all__) - used


@pytest.mark.parametrize("path", sorted(RUNTIME.glob("*.py")), ids=lambda path: path.stem)
def test_modules_export_what_they_say(path: Path):
    tree = ast.parse(path.read_text())
    assert ast.get_docstring(tree)
    names = {
        target.id: node.value
        for node in tree.body
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    if "__all__" in names:
        exported = ast.literal_eval(names["__all__"])
        assert len(exported) == len(set(exported))


CODE = """
import sys
sys.path[:0] = {path!r}
from acme_ops.api.parcel import CreateParcel, QueryParcel
from acme_notes.api.note import CreateNote
from twilio_ops_runtime import Connection
connection = Connection("AC" + "0" * 32, "x" * 32)
CreateParcel(connection), QueryParcel(connection, limit=3, fields=["Sid"])
print(",".join(sorted(name for name in {names!r} if name in sys.modules)))
"""


def test_nothing_is_loaded_before_it_is_needed():
    names = ["msgspec", "lxml", "requests", "xmlschema", "sqlite3", "json", "email", "http"]
    packages = [str(CASES / name / "expected") for name in ("parcels", "notes")]
    code = CODE.format(path=[str(RUNTIME.parent), *packages], names=names)
    found = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout
    assert found.strip() == ""
