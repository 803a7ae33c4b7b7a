"""The package itself: its names, and what it says of those it does not have."""

from __future__ import annotations

from typing import get_type_hints

import attrs
import pytest

import twilio_ops
import twilio_ops_runtime
from twilio_ops import api
from twilio_ops.api import OBJECTS, load


def test_the_package_exports_the_runtimes_names() -> None:
    """Beside ``api``; ``__all__`` says so, which type checkers and ``dir`` go by."""
    assert sorted(["api", *twilio_ops_runtime.__all__]) == sorted(twilio_ops.__all__)
    assert sorted(twilio_ops.__all__) == dir(twilio_ops)
    assert [] == [name for name in twilio_ops.__all__ if not hasattr(twilio_ops, name)]


def test_a_name_that_is_missing_is_the_packages() -> None:
    """The message names the package that was asked, not the one behind it."""
    with pytest.raises(AttributeError, match=r"^module 'twilio_ops' has no attribute 'Nope'$"):
        twilio_ops.Nope  # type: ignore[attr-defined]  # noqa: B018


def test_the_objects_are_modules() -> None:
    """An object's name leads to its module; any other name, to those there are."""
    with pytest.raises(
        AttributeError, match=r"no module 'Participant': .* 'conference_participant'"
    ):
        api.Participant  # noqa: B018
    with pytest.raises(AttributeError, match=r"no module 'cal'; it has account, address, "):
        api.cal  # noqa: B018


@pytest.mark.parametrize("name", OBJECTS)
def test_the_types_of_fields_and_parameters_can_be_asked_for(name: str) -> None:
    """By tools that read annotations: all names in them are there when the object is loaded."""
    module = load(name)
    made = [each for key in module.__all__ if attrs.has(each := getattr(module, key))]
    assert made
    for each in made:
        assert {field.name for field in attrs.fields(each)} <= set(get_type_hints(each))
        attrs.resolve_types(each)
