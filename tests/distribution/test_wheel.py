"""What the built distribution holds, judged by itself and by the field's tools."""

from __future__ import annotations

import re
import subprocess
import sys
import zipfile
from importlib.util import find_spec
from pathlib import Path

import pytest
import yaml

from tests.distribution.installing import ROOT

LIMIT = 1_800_000
PACKAGES = {
    "twilio_ops",
    "twilio_ops_cli",
    "twilio_ops_components",
    "twilio_ops_codegen",
    "twilio_ops_emulator",
    "twilio_ops_runtime",
}


pytestmark = pytest.mark.slow  # each needs the wheel


def names(wheel: Path) -> set[str]:
    """The files of a wheel."""
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def test_it_holds_only_the_final_packages(wheel: Path) -> None:
    """And in them what users need beside code: profiles, samples, templates, the catalog."""
    found = names(wheel)
    tops = {name.partition("/")[0] for name in found}
    assert PACKAGES == {name for name in tops if not name.endswith(".dist-info")}
    for name in (
        *(f"{package}/py.typed" for package in PACKAGES),
        "twilio_ops/_catalog.json",
        "twilio_ops/profiles/Call/CreateCall.request.xsd",
        "twilio_ops/samples/Call/CreateCall.request.xml",
        "twilio_ops_codegen/_data/templates/object.py.jinja",
        "twilio_ops_codegen/_data/metadata/catalog.yaml",
        "twilio_ops_codegen/_data/metadata/import.yaml",
    ):
        assert name in found, name
    profiles = {
        name.removesuffix(".xsd") for name in found if name.startswith("twilio_ops/profiles/")
    }
    samples = {name for name in found if name.startswith("twilio_ops/samples/")}
    assert samples == {
        f"{name.replace('profiles', 'samples', 1)}.xml" for name in profiles if name.count("/") == 3
    }, "each profile has a sample, and there is nothing else"


def test_its_size(wheel: Path) -> None:
    """At most 1.8 MB."""
    assert wheel.stat().st_size <= LIMIT


def test_the_templates_and_the_catalog_are_whole(wheel: Path) -> None:
    """Each file of theirs is in the wheel, byte for byte but for the catalog's comments; other products are
    there compactly, schemas can be made, and what explains the folder is read in the repository."""
    with zipfile.ZipFile(wheel) as archive:
        for room in ("templates", "metadata"):
            every = [path for path in (ROOT / room).rglob("*") if path.is_file()]
            left_out = {ROOT / "metadata" / name for name in ("README.md", "products", "schema")}
            files = [path for path in every if not left_out & {path, *path.parents}]
            assert files
            for path in files:
                name = f"twilio_ops_codegen/_data/{path.relative_to(ROOT).as_posix()}"
                packed = archive.read(name)
                if path.suffix == ".yaml":
                    assert yaml.safe_load(packed) == yaml.safe_load(path.read_bytes()), name
                    assert not re.search(rb"^\s*#", packed, re.MULTILINE), name
                else:
                    assert path.read_bytes() == packed, name
        for folder in (ROOT / "metadata" / "products").iterdir():
            assert archive.read(f"twilio_ops/_products/{folder.name}.json")


def test_the_page_of_the_emulator_is_whole(wheel: Path) -> None:
    """Each file of it is in the wheel; programs leave out lines that are a comment, and nothing else."""
    page = "twilio_ops_emulator/control/page"
    with zipfile.ZipFile(wheel) as archive:
        for path in (ROOT / "emulator" / page).glob("*.*"):
            if path.suffix == ".py":
                continue
            packed = archive.read(f"{page}/{path.name}").decode().splitlines()
            whole = path.read_text(encoding="utf-8").splitlines()
            left_out = [line.strip() for line in whole if line not in packed]
            assert all(one.startswith("//") or one.endswith("*/") for one in left_out), path.name
            assert len(packed) + len(left_out) == len(whole)


def test_the_sdist_gives_the_same_wheel(wheel: Path, sdist_wheel: Path) -> None:
    """File for file."""
    with zipfile.ZipFile(wheel) as one, zipfile.ZipFile(sdist_wheel) as other:
        assert names(wheel) == names(sdist_wheel)
        for name in names(wheel):
            if not name.endswith("RECORD"):
                assert one.read(name) == other.read(name), name


UNPUBLISHED = ("Url", "AuthorEmail")
"""What pyroma asks for and a project without an address of its own cannot have yet."""


@pytest.mark.parametrize("judge", ["check_wheel_contents", "pyroma"])
def test_judges_find_nothing(wheel: Path, judge: str) -> None:
    """check-wheel-contents and pyroma, where they are installed."""
    if find_spec(judge) is None:
        pytest.skip(f"{judge} is not installed")
    command = {
        "check_wheel_contents": ["--config", str(ROOT / "pyproject.toml"), str(wheel)],
        "pyroma": ["--min=10", "--skip-tests", ",".join(UNPUBLISHED), str(ROOT)],
    }[judge]
    found = subprocess.run(
        [sys.executable, "-m", judge, *command], capture_output=True, text=True, check=False
    )
    assert 0 == found.returncode, found.stdout + found.stderr
