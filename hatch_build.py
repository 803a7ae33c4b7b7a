"""Puts the templates and the catalog into the generator's package, in wheels alone.

An editable install reads them from the checkout, where a copy would go stale.
"""

from __future__ import annotations

from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ROOMS = ("templates", "metadata")


class WheelData(BuildHookInterface):  # type: ignore[type-arg]
    """The hook; hatchling calls it once for each wheel."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add the folders to a wheel that is not an editable one."""
        if version == "standard":
            for room in ROOMS:
                build_data["force_include"][room] = f"twilio_ops_codegen/_data/{room}"
