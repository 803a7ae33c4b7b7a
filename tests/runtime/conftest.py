"""What the runtime's tests share: a service that is a list.

The packages they use are those of the golden cases, as the generator writes them.
"""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

HERE = str(Path(__file__).parent)
if HERE not in sys.path:
    sys.path.insert(0, HERE)

from in_memory import Service  # noqa: E402  # found by the path above


@pytest.fixture
def service() -> Service:
    """A service in memory, with answers to be put in line."""
    return Service()
