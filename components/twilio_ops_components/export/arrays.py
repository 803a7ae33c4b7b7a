"""Arrays of Arrow, made of what JSON has."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from importlib import import_module
from typing import Any

import msgspec

__all__ = ["array_of", "maps_of"]

_maps = msgspec.json.Decoder(list[dict[str, str]])


def array_of(kind: Any) -> Callable[[Any], Any]:
    """Return what makes arrays of values: times are microseconds since 1970, and arrays stay.

    It raises what Arrow does of a value that does not fit.

    Args:
        kind: Their type.
    """
    pyarrow: Any = import_module("pyarrow")
    make: Callable[..., Any] = pyarrow.array
    array_class: Any = pyarrow.Array

    if pyarrow.types.is_timestamp(kind):
        whole = pyarrow.int64()
        return lambda values: make(values, whole).view(kind)
    if pyarrow.types.is_map(kind):
        return lambda values: values if isinstance(values, array_class) else make(values, kind)
    return lambda values: make(values, kind)


def maps_of(texts: Sequence[Any]) -> Any:
    """Return maps of texts as an array; None if they are not all of the same names.

    Arrow asks each dictionary for its entries, and each entry what it is: that takes twice as long.

    Args:
        texts: They, each the JSON of an object.
    """
    pyarrow: Any = import_module("pyarrow")

    try:
        maps = _maps.decode(b"[%s]" % b",".join(texts))
    except msgspec.ValidationError:
        return None
    names = set(map(tuple, maps))
    if len(names) != 1:
        return None
    [each] = names
    values = [value for one in maps for value in one.values()]
    starts, keys = _frame(each, len(maps))
    return pyarrow.MapArray.from_arrays(starts, keys, pyarrow.array(values, pyarrow.string()))


@lru_cache(maxsize=16)
def _frame(names: tuple[str, ...], count: int) -> tuple[Any, Any]:
    """Return where so many maps of the same names begin, and all those names."""
    pyarrow: Any = import_module("pyarrow")

    starts = [number * len(names) for number in range(count + 1)]
    keys = pyarrow.array(list(names) * count, pyarrow.string())
    return pyarrow.array(starts, pyarrow.int32()), keys
