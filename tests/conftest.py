"""What all tests share."""

from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's folder."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with published documents and samples; tests that need it skip without it."""
    if not SHARED.is_dir():
        pytest.skip("the folder of published documents is not beside the project")
    return SHARED
