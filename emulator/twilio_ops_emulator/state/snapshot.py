"""Everything there was at one time."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import field, frozen


@frozen
class Snapshot:
    """Everything there was at one time, for ``Emulator.restore``.

    Attributes:
        account: The main account of the emulator it is of.
        state: The rest.
    """

    account: str
    state: Mapping[str, Any] = field(repr=False)
