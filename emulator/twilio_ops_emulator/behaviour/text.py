"""Texts of messages: how many segments they take."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


class Segments:
    """Counts segments.

    Args:
        facts: Facts of messages: the alphabets and how much a segment holds.
    """

    def __init__(self, facts: Mapping[str, Any]) -> None:
        self._basic = frozenset(facts["gsm7"]["basic"])
        self._extended = frozenset(facts["gsm7"]["extended"])
        self._sizes: Mapping[str, Mapping[str, int]] = facts["segments"]

    def count(self, body: str) -> int:
        """How many segments a text takes; an empty one takes one."""
        if all(letter in self._basic or letter in self._extended for letter in body):
            weights = [2 if letter in self._extended else 1 for letter in body]
            return _packed(weights, self._sizes["gsm7"])
        return _packed([2 if ord(letter) > 0xFFFF else 1 for letter in body], self._sizes["ucs2"])


def _packed(weights: list[int], sizes: Mapping[str, int]) -> int:
    """Segments for letters of some widths, none of which is divided."""
    if sum(weights) <= sizes["single"]:
        return 1
    count, room = 1, sizes["part"]
    for weight in weights:
        if weight > room:
            count, room = count + 1, sizes["part"]
        room -= weight
    return count
