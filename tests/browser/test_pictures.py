"""The pictures in the documentation are made by the browser, and show what there is."""

from __future__ import annotations

import struct
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]


def size(path: Path) -> tuple[int, int]:
    """The width and the height of a PNG."""
    head = path.read_bytes()[:24]
    assert head[:8] == b"\x89PNG\r\n\x1a\n"
    width, height = struct.unpack(">II", head[16:24])
    return width, height


@pytest.mark.slow
def test_the_pictures_can_be_made_again(chromium: Any, tmp_path: Path) -> None:
    """Each that the documentation has, in the same size; what it waits for is on the page."""
    command = [sys.executable, str(ROOT / "docs" / "site" / "pictures.py"), "--out", str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    kept = sorted((ROOT / "docs" / "pictures").glob("*.png"))
    assert [path.name for path in kept] == sorted(path.name for path in tmp_path.iterdir())
    for path in kept:
        made = tmp_path / path.name
        assert size(made) == size(path)
        assert made.stat().st_size > 10_000  # an empty page is less
