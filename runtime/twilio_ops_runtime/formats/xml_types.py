"""What lxml makes of an element, by a public name; for type checkers alone.

Import it under ``TYPE_CHECKING``: nothing is loaded, neither this module nor lxml.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    # lxml's stubs have no public name for what all its functions take and give.
    from lxml.etree import _Element  # pyright: ignore[reportPrivateUsage]

    Element: TypeAlias = _Element
