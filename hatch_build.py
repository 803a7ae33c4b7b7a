"""Puts the templates and the catalog into the generator's package, and the README into the metadata.

An editable install reads the templates and the catalog from the checkout, where a copy would go
stale. An index shows the README without the repository, where its pictures would be broken links:
they are left out there.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface
from hatchling.metadata.plugin.interface import MetadataHookInterface

ROOMS = ("templates", "metadata")
LEFT_OUT = ("metadata/products", "metadata/schema")
"""What the generated package has in its compact form already, and what the generator makes again."""


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


class ReadmeWithoutPictures(MetadataHookInterface):
    """The hook; hatchling calls it when it reads the project's metadata."""

    def update(self, metadata: dict[str, Any]) -> None:
        """Set the README, without the paragraphs that are a picture of the repository's."""
        text = (Path(self.root) / "README.md").read_text(encoding="utf-8")
        shown = re.sub(r"^!\[[^]]*\]\((?!https://)[^)]*\)\n\n", "", text, flags=re.MULTILINE)
        metadata["readme"] = {"content-type": "text/markdown", "text": shown}
