"""The page on scale shows what the simulation draws."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest


@pytest.mark.slow
def test_the_plots_are_what_the_simulation_draws(root: Path) -> None:
    """The same bytes, of the pace and the planner as they are now: all 18 exports take ten seconds."""
    found = subprocess.run(
        [sys.executable, root / "bench" / "simulate_scale.py", "--check"],
        capture_output=True,
        text=True,
    )
    assert found.returncode == 0, found.stdout


def test_the_page_shows_every_plot(root: Path) -> None:
    """Each is a picture with a title that says what it shows."""
    text = (root / "docs" / "scale.md").read_text(encoding="utf-8")
    plots = sorted((root / "docs" / "pictures").glob("scale-*.svg"))
    assert len(plots) == 3
    for path in plots:
        assert f"](pictures/{path.name})" in text
        title = ElementTree.parse(path).find("{http://www.w3.org/2000/svg}title")
        assert title is not None and title.text
