"""The built distribution: each of its files is built once."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.distribution.installing import ROOT, build


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel that the checkout gives."""
    return build("wheel", ROOT, tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="session")
def sdist_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that the sdist holds."""
    folder = tmp_path_factory.mktemp("sdist")
    sdist = build("sdist", ROOT, folder / "dist")
    subprocess.run(["tar", "-xf", str(sdist), "-C", str(folder)], check=True)
    (unpacked,) = folder.glob("twilio_ops-*")
    return unpacked


@pytest.fixture(scope="session")
def sdist_wheel(sdist_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel that the sdist gives."""
    return build("wheel", sdist_folder, tmp_path_factory.mktemp("sdist_wheel"))
