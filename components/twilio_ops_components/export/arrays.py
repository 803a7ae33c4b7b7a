"""Arrays of Arrow, made of what JSON has."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from importlib import import_module
from itertools import chain
from typing import Any

import msgspec

__all__ = ["array_of", "digest_of_rows", "maps_of"]

SOME = 1000
"""How many rows are made values of Python at once."""
_encoder = msgspec.json.Encoder()
_map = msgspec.json.Decoder(dict[str, str])


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
    return lambda values: values if isinstance(values, array_class) else make(values, kind)


def digest_of_rows(batches: Iterable[Any], schema: Any) -> str:
    """Return the digest of what rows hold, in whatever order they come, and from whatever database.

    Args:
        batches: The rows, as batches of Arrow; about ``SOME`` each, as all of one are held at once.
        schema: The columns that they are to have, which a database may have other types for.
    """
    found: list[bytes] = []
    for batch in batches:
        for row in batch.cast(schema).to_pylist():
            found.append(hashlib.blake2b(_encoder.encode(row), digest_size=16).digest())
    return hashlib.sha256(b"".join(sorted(found))).hexdigest()[:32]


def maps_of(texts: Sequence[Any]) -> Any:
    """Return maps of texts as an array; None if they are not all of the same names.

    The names are in the order of the first. Arrow asks each dictionary for its entries, and each
    entry what it is: that takes four times as long.

    Args:
        texts: The maps, each the JSON of an object.
    """
    pyarrow: Any = import_module("pyarrow")

    try:
        names = tuple(_map.decode(texts[0]))
        found = _decoder(names).decode_lines(b"\n".join(texts))
    except (msgspec.ValidationError, ValueError):  # the latter is of a name that no shape can have
        return None
    values = list(chain.from_iterable(map(msgspec.structs.astuple, found)))
    starts, keys = _frame(names, len(found))
    return pyarrow.MapArray.from_arrays(starts, keys, pyarrow.array(values, pyarrow.string()))


@lru_cache(maxsize=16)
def _decoder(names: tuple[str, ...]) -> msgspec.json.Decoder[Any]:
    """Return what decodes maps of these names and no others."""
    fields = {f"member{number}": name for number, name in enumerate(names)}
    shape = msgspec.defstruct(
        "Map",
        [(field, str) for field in fields],
        rename=fields,
        forbid_unknown_fields=True,
        gc=False,
    )
    return msgspec.json.Decoder(shape)


@lru_cache(maxsize=16)
def _frame(names: tuple[str, ...], count: int) -> tuple[Any, Any]:
    """Return where so many maps of the same names begin, and all those names."""
    pyarrow: Any = import_module("pyarrow")

    starts = [number * len(names) for number in range(count + 1)]
    keys = pyarrow.array(list(names) * count, pyarrow.string())
    return pyarrow.array(starts, pyarrow.int32()), keys
