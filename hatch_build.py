"""Puts the templates and the catalog into the generator's package, and the README into the metadata.

An editable install reads the templates and the catalog from the checkout, where a copy would go
stale. An index shows the README without the repository: its pictures, which would be broken links, and
what it says to contributors are left out there.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from hatchling.builders.hooks.plugin.interface import BuildHookInterface
from hatchling.metadata.plugin.interface import MetadataHookInterface

ROOMS = ("templates", "metadata")
LEFT_OUT = ("metadata/README.md", "metadata/products", "metadata/schema")
"""What is read in the repository, what the generated package has in its compact form, and what the
generator makes again."""


class WheelData(BuildHookInterface):  # type: ignore[type-arg]
    """The hook; hatchling calls it once for each wheel."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add the folders to a wheel that is not an editable one."""
        if version == "standard":
            found = [path for room in ROOMS for path in sorted(Path(self.root, room).iterdir())]
            for path in found:
                name = path.relative_to(self.root).as_posix()
                if name not in LEFT_OUT:
                    build_data["force_include"][name] = f"twilio_ops_codegen/_data/{name}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Pack the finished wheel again, as tightly as its format can; hatchling has no setting for it."""
        if version == "standard":
            path = Path(artifact_path)
            with ZipFile(path) as wheel:
                files = [(info, wheel.read(info)) for info in wheel.infolist()]
            with ZipFile(path, "w") as wheel:
                for info, content in files:
                    wheel.writestr(info, content, ZIP_DEFLATED, 9)


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
