"""The package itself: its names, and what it says of those it does not have."""

from __future__ import annotations

import pytest

import twilio_ops
import twilio_ops_runtime


def test_the_package_exports_the_runtimes_names() -> None:
    """Beside ``api``; ``__all__`` says so, which type checkers and ``dir`` go by."""
    assert sorted(["api", *twilio_ops_runtime.__all__]) == sorted(twilio_ops.__all__)
    assert sorted(twilio_ops.__all__) == dir(twilio_ops)
    assert [] == [name for name in twilio_ops.__all__ if not hasattr(twilio_ops, name)]


def test_a_name_that_is_missing_is_the_packages() -> None:
    """The message names the package that was asked, not the one behind it."""
    with pytest.raises(AttributeError, match=r"^module 'twilio_ops' has no attribute 'Nope'$"):
        twilio_ops.Nope  # type: ignore[attr-defined]  # noqa: B018
