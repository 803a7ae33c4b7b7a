"""What is done: one file a window, written when the window's data is where it belongs."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from functools import partial
from typing import Any

import msgspec
from attrs import asdict, frozen

from twilio_ops import ConfigurationError
from twilio_ops_components.export.plan import Plan, Window, instant
from twilio_ops_components.export.store import Store
from twilio_ops_components.export.task import Result, file_name
from twilio_ops_components.export.writing import FORMATS
from twilio_ops_runtime.types.base import is_object

__all__ = ["Commit", "Header", "Manifest"]

FORMAT = 1
_FOLDER = "_manifest"
_HEADER = "_export.json"
_PLAN = "_plan.json"


@frozen(kw_only=True)
class Commit:
    """A window that is done.

    Attributes:
        plan: The digest of the plan that it was done for.
        result: What came of it.
    """

    plan: str
    result: Result


@frozen(kw_only=True)
class Header:
    """What holds for all windows of an export.

    Attributes:
        kind: The format of the data.
        pii: What becomes of personal values.
        account: The account that asks.
        schemas: The columns of each table, as its schema file says them.
    """

    kind: str
    pii: str
    account: str
    schemas: Mapping[str, Any]


class Manifest:
    """The manifest of a store.

    Args:
        store: The store.

    Raises:
        ConfigurationError: A file of it is not what this release writes.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        names = [name for name in store.names(_FOLDER) if name.endswith(".json")]
        paths = [f"{_FOLDER}/{name}" for name in names]
        self._commits: dict[str, Commit] = {}
        for path, content in zip(paths, store.read_all(paths), strict=True):
            commit = _commit(content, f"{store.place}/{path}")
            self._commits[commit.result.window.name] = commit

    def __iter__(self) -> Iterator[Commit]:
        """Give the windows that hold records, or none where there are none; not those that were split."""
        return (one for one in self._commits.values() if not one.result.parts)

    def get(self, window: Window) -> Commit | None:
        """Return what is known of a window; None = nothing."""
        return self._commits.get(window.name)

    def commit(self, commit: Commit) -> None:
        """Say durably that a window is done."""
        window = commit.result.window
        content = _bytes({"format": FORMAT, "plan": commit.plan, **asdict(commit.result)})
        self._store.write(f"{_FOLDER}/{window.name}.json", content)
        self._commits[window.name] = commit

    def read_of(self, object_name: str, account: str) -> list[tuple[Window, datetime]]:
        """Return the windows of a list that were read, and when."""
        return [
            (one.result.window, instant(one.result.read_at))
            for one in self
            if (one.result.window.object, one.result.window.account) == (object_name, account)
        ]

    def left(self, plan: Plan) -> list[Window]:
        """Return the windows of a plan that are not done."""
        digest = plan.digest
        return [one for window in plan.windows for one in self._left(window, digest)]

    def _left(self, window: Window, digest: str) -> Iterator[Window]:
        commit = self.get(window)
        if commit is None or commit.plan != digest:
            yield window
            return
        for part in commit.result.parts:
            yield from self._left(part, digest)

    def files(self, table: str) -> set[str]:
        """Return the names of the files of a table's folder that are its data."""
        found = (one.result.file for one in self._commits.values())
        return {name.rpartition("/")[2] for name in found if name and name.startswith(f"{table}/")}

    # -- the plan and what holds for all ------------------------------------------------------

    def plan(self) -> Plan | None:
        """Return the plan that was made last; None = there is none."""
        content = self._store.read(_PLAN)
        place = f"{self._store.place}/{_PLAN}"
        return None if content is None else Plan.from_json(_loaded(content, place), place)

    def write_plan(self, plan: Plan) -> None:
        """Keep a plan, in place of the last."""
        self._store.write(_PLAN, _bytes(plan.as_json()))

    def header(self) -> Header | None:
        """Return what holds for all windows; None = nothing is there yet."""
        content = self._store.read(_HEADER)
        if content is None:
            return None
        place = f"{self._store.place}/{_HEADER}"
        found = _checked(_loaded(content, place), place)
        return Header(**found)

    def write_header(self, header: Header) -> None:
        """Keep what holds for all windows, and the schema files."""
        for table, schema in header.schemas.items():
            self._store.write(f"{table}.schema.json", _bytes(schema))
        self._store.write(_HEADER, _bytes({"format": FORMAT, **asdict(header)}))


def _bytes(value: Any) -> bytes:
    return msgspec.json.format(msgspec.json.encode(value), indent=1) + b"\n"


def _loaded(content: bytes, place: str) -> dict[str, Any]:
    try:
        found: Any = json.loads(content)
    except ValueError as error:
        raise ConfigurationError(f"{place}: is no JSON: {error}") from None
    if not is_object(found):
        raise ConfigurationError(f"{place}: is not what an export writes")
    return found


def _checked(found: dict[str, Any], place: str) -> dict[str, Any]:
    if found.pop("format", None) != FORMAT:
        raise ConfigurationError(f"{place}: is of another format; this release takes {FORMAT}")
    return found


def _commit(content: bytes, place: str) -> Commit:
    found = _checked(_loaded(content, place), place)
    try:
        window = Window(**found.pop("window"))
        parts: Sequence[Any] = found.pop("parts")
        plan = found.pop("plan")
        result = Result(window=window, parts=tuple(Window(**one) for one in parts), **found)
        known = result.file is None or result.file in map(partial(file_name, window, plan), FORMATS)
        if not known or type(found["rows"]) is not int:
            raise ValueError
    except (KeyError, TypeError, ValueError, ConfigurationError):
        raise ConfigurationError(f"{place}: is not what an export writes") from None
    return Commit(plan=plan, result=result)
