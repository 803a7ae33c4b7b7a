"""A generated package and the runtime know each other's format."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from twilio_ops_runtime.package_format import FORMAT

ROOT = Path(__file__).resolve().parent.parent.parent
CHECK = re.compile(r"check_format\(__name__, (\d+)\)")


def imported(folder: Path, made_for: int) -> subprocess.CompletedProcess[str]:
    """Imports an object of a package that says that it was made for a format."""
    shutil.copytree(ROOT / "tests/cases/parcels/expected/acme_ops", folder / "acme_ops")
    init = folder / "acme_ops" / "__init__.py"
    text, count = CHECK.subn(
        f"check_format(__name__, {made_for})", init.read_text(encoding="utf-8")
    )
    assert count == 1
    init.write_text(text, encoding="utf-8")
    code = f"import sys; sys.path.insert(0, {str(folder)!r}); import acme_ops.api.parcel"
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)


def test_the_format_of_this_runtime_is_taken(tmp_path: Path) -> None:
    """It is what the generator writes."""
    found = CHECK.search((ROOT / "templates" / "package.py.jinja").read_text(encoding="utf-8"))
    assert found and int(found[1]) == FORMAT
    assert imported(tmp_path, FORMAT).returncode == 0


@pytest.mark.parametrize(
    ("step", "mending"),
    [(1, "pip install --upgrade twilio-ops"), (-1, "twilio-ops codegen write")],
    ids=["newer package", "older package"],
)
def test_another_format_is_refused_on_import(tmp_path: Path, step: int, mending: str) -> None:
    """Before any module of it is used, with both formats and the command that mends it."""
    done = imported(tmp_path, FORMAT + step)
    assert done.returncode == 1
    last = done.stderr.splitlines()[-1]
    assert last.startswith(f"ImportError: acme_ops was generated for format {FORMAT + step} ")
    assert f"takes format {FORMAT}; " in last
    assert last.endswith(mending)
