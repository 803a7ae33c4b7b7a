"""Puts the templates and the catalog into the generator's package, and the README into the metadata.

An editable install reads the templates and the catalog from the checkout, where a copy would go
stale. An index shows the README without the repository: its pictures, which would be broken links, and
what it says to contributors are left out there.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import deflate
from hatchling.builders.hooks.plugin.interface import BuildHookInterface
from hatchling.metadata.plugin.interface import MetadataHookInterface

ROOMS = ("templates", "metadata")
LEFT_OUT = ("metadata/README.md", "metadata/products", "metadata/schema")
"""What is read in the repository, what the generated package has in its compact form, and what the
generator makes again."""


PAGE = "emulator/twilio_ops_emulator/control/page"


class _Tight:
    """Packs a file by libdeflate, which finds what zlib does not; the format is the same."""

    def __init__(self) -> None:
        self._parts: list[bytes] = []

    def compress(self, data: bytes) -> bytes:
        """Take some content; nothing comes of it before the end."""
        self._parts.append(bytes(data))
        return b""

    def flush(self) -> bytes:
        """Return all of it, packed."""
        content = b"".join(self._parts)
        return min((bytes(deflate.deflate_compress(content, n)) for n in (10, 11, 12)), key=len)


def _copy(path: Path, copy: Path) -> None:
    """Copy a file or a folder; comments of the catalog and of the page are read in the repository."""
    if path.is_dir():
        for inner in path.iterdir():
            _copy(inner, copy / inner.name)
        return
    copy.parent.mkdir(parents=True, exist_ok=True)
    if path.suffix not in (".yaml", ".js"):
        shutil.copyfile(path, copy)
        return
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    if path.suffix == ".js":
        code = "".join(one for one in lines if not re.match(r" *(//|/\*\*.*\*/$)", one))
        copy.write_text(code, encoding="utf-8", newline="\n")
        return
    kept = [line for line in lines if line.strip() and not line.lstrip().startswith("#")]
    # Within quotes a # may be text.
    text = "".join(one if {"'", '"'} & set(one) else re.sub(r" +# .*", "", one) for one in kept)
    copy.write_text(text, encoding="utf-8", newline="\n")


class WheelData(BuildHookInterface):  # type: ignore[type-arg]
    """The hook; hatchling calls it once for each wheel."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add the folders to a wheel that is not an editable one."""
        if version == "standard":
            self._copies = TemporaryDirectory()
            found = [path for room in ROOMS for path in sorted(Path(self.root, room).iterdir())]
            for path in found:
                name = path.relative_to(self.root).as_posix()
                if name not in LEFT_OUT:
                    copy = Path(self._copies.name, name)
                    _copy(path, copy)
                    build_data["force_include"][str(copy)] = f"twilio_ops_codegen/_data/{name}"
            for path in sorted(Path(self.root, PAGE).glob("*.js")):
                copy = Path(self._copies.name, path.name)
                _copy(path, copy)
                name = path.relative_to(Path(self.root, "emulator")).as_posix()
                build_data["force_include"][str(copy)] = name

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Pack the finished wheel again, as tightly as its format can; hatchling has no setting for it."""
        if version == "standard":
            self._copies.cleanup()
            path = Path(artifact_path)
            with ZipFile(path) as wheel:
                files = [(info, wheel.read(info)) for info in wheel.infolist()]
            with ZipFile(path, "w") as wheel:
                for info, content in files:
                    info.compress_type = ZIP_DEFLATED
                    with wheel.open(info, "w") as member:
                        # zipfile packs with zlib; what it asks of zlib is all that it asks of this.
                        member._compressor = _Tight()  # type: ignore[attr-defined]
                        member.write(content)


class ReadmeForUsers(MetadataHookInterface):
    """The hook; hatchling calls it when it reads the project's metadata."""

    def update(self, metadata: dict[str, Any]) -> None:
        """Set the README, without the pictures of the repository's and the part for contributors."""
        text = (Path(self.root) / "README.md").read_text(encoding="utf-8")
        users, heading, _ = text.partition("## For contributors\n")
        if not heading:
            raise ValueError("README.md has no part for contributors")
        shown = re.sub(r"^!\[[^]]*\]\((?!https://)[^)]*\)\n\n", "", users, flags=re.MULTILINE)
        metadata["readme"] = {"content-type": "text/markdown", "text": shown}
