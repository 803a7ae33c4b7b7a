"""Enumerations that stay open: a value not known yet is kept, not refused."""

from __future__ import annotations

from enum import StrEnum
from typing import Self

_MOST_KEPT = 256
"""The unknown values that one enumeration remembers, so that an answer cannot fill the memory."""


class OpenEnum(StrEnum):
    """Text with known values: ``CallStatus("completed") is CallStatus.COMPLETED``.

    A value that is not among the known ones becomes a member of its own, equal to its text and
    with ``is_known`` False.
    """

    __test__ = False  # pytest: a TestStatus is no test

    @property
    def is_known(self) -> bool:
        """Whether the catalog knows this value."""
        return type(self).__members__.get(self._name_) is self

    @classmethod
    def _missing_(cls, value: object) -> Self | None:
        if not isinstance(value, str):
            return None
        member = str.__new__(cls, value)
        member._name_ = value
        member._value_ = value
        known = cls._value2member_map_
        if len(known) - len(cls.__members__) < _MOST_KEPT:
            known[value] = member
        return member

    def __repr__(self) -> str:
        if self.is_known:
            return f"{type(self).__name__}.{self._name_}"
        return f"{type(self).__name__}({self._value_!r})"

    def __reduce_ex__(self, protocol: object) -> tuple[type[Self], tuple[str]]:
        return type(self), (str(self._value_),)
