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


def test_every_exported_name_is_there():
    """What the list says is there, once each, and a name that is not is refused."""
    names = twilio_ops_runtime.__all__
    assert [name for name in names if not hasattr(twilio_ops_runtime, name)] == []
    assert len(set(names)) == len(names)
    assert set(twilio_ops_runtime.errors.__all__) < set(names)
    assert set(twilio_ops_runtime.__all__) <= set(dir(twilio_ops_runtime))
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        twilio_ops_runtime.nothing  # noqa: B018


def test_generated_code_uses_all_that_is_there_for_it():
    """Each name that generated code is offered occurs in some of it."""
    folders = [RUNTIME.parents[1] / "generated", *CASES.glob("*/expected")]
    texts = [
        path.read_text(encoding="utf-8") for folder in folders for path in folder.rglob("*.py")
    ]
    used = {word for text in texts for word in re.findall(r"\w+", text)}
    tree = ast.parse(Path(generated.__file__).read_text(encoding="utf-8"))
    rows = [alias for node in tree.body if isinstance(node, ast.ImportFrom) for alias in node.names]
    offered = {alias.asname for alias in rows if alias.asname is not None}
    offered |= {name for name in vars(generated) if name.isupper()}
    assert len(offered) > 40 and set() == offered - used


@pytest.mark.parametrize("path", sorted(RUNTIME.rglob("*.py")), ids=lambda path: path.stem)
def test_every_module_says_what_it_is_for(path: Path):
    """Each but those of packages has a docstring."""
    assert path.name == "__init__.py" or ast.get_docstring(
        ast.parse(path.read_text(encoding="utf-8"))
    )


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
