"""Puts the templates and the catalog into the generator's package, in wheels alone.

An editable install reads them from the checkout, where a copy would go stale.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ROOMS = ("templates", "metadata")
LEFT_OUT = ("metadata/products",)
"""What the generated package has in its compact form already."""


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
