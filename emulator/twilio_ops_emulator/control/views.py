"""What the page shows: pages of a list, conversations, a record with all that belongs to it, exports."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice
from typing import TYPE_CHECKING, Annotated, Any, Protocol

import msgspec

from twilio_ops_emulator.api.errors import EmulatorError
from twilio_ops_emulator.behaviour.base import behaviour_of
from twilio_ops_emulator.behaviour.life import LifecycleBehaviour
from twilio_ops_emulator.control import links, live
from twilio_ops_emulator.control.validation import read

if TYPE_CHECKING:
    from twilio_ops_emulator.core import Core
    from twilio_ops_emulator.model import ObjectModel
    from twilio_ops_emulator.state.index import Row

Matches = Callable[["Row"], bool]
_BLANKS = re.compile(r"[\s().\-/]+")
_NUMBER = re.compile(r"\+?\d{3,}")
WORKED_OUT = ("uri", "subresource_uris")
"""Fields that a seed leaves away."""


class Logged(Protocol):
    """An entry of a log."""

    @property
    def number(self) -> int:
        """Its number; the newest has the greatest."""
        ...

    def describe(self) -> dict[str, Any]:
        """The same as plain values."""
        ...


class Query(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What part of a list is asked for: the newest first, those behind a record, those that match."""

    limit: Annotated[int, msgspec.Meta(ge=1, le=200)] = 50
    after: str | None = None
    account: str | None = None
    search: str | None = None


def query_of(pairs: Mapping[str, str]) -> Query:
    """Return what a query string asks for.

    Raises:
        EmulatorError: It asks for something that there is not.
    """
    return read(dict(pairs), Query, strict=False)


def matching(search: str | None) -> Callable[[Any], bool]:
    """Return what finds a text in a value: any case, and numbers however they are written."""
    words = (search or "").strip().lower()
    if not words:
        return lambda value: True
    digits = _BLANKS.sub("", words)
    number = digits if _NUMBER.fullmatch(digits) else None

    def found(value: Any) -> bool:
        if value is None:
            return False
        text = str(value).lower()
        return words in text or (number is not None and number in _BLANKS.sub("", text))

    return found


def page(emulator: Core, object: str, query: Query) -> dict[str, Any]:
    """Return a page of the records of an object: ``records``, newest first, and ``more``.

    Args:
        emulator: The emulator; the caller holds its lock.
        object: The object, as ``Emulator.records`` takes it.
        query: Which of them.

    Raises:
        EmulatorError: There is no such object, or no record to go on behind.
    """
    state, model = emulator.place_of(object)
    base = state.base(model)
    rows = _behind(behaviour_of(state, base.key).table.newest(), base, query, object)
    found = matching(query.search)
    kept = (row for row in rows if _in(row, query.account) and any(map(found, row.values)))
    return _page((emulator.values(state, model, row) for row in kept), query)


def log(entries: Iterable[Logged], query: Query) -> dict[str, Any]:
    """Return a page of a log, whose entries have numbers.

    Args:
        entries: The entries, newest first; no more are taken than the page needs.
        query: Which of them.
    """
    found = matching(query.search)
    below = int(query.after) if query.after and query.after.isdecimal() else None
    shown = (entry.describe() for entry in entries if below is None or entry.number < below)
    kept = (
        entry
        for entry in shown
        if query.account in (None, entry["account"]) and found(msgspec.json.encode(entry).decode())
    )
    return _page(kept, query)


def _page(found: Iterator[dict[str, Any]], query: Query) -> dict[str, Any]:
    taken = list(islice(found, query.limit + 1))
    return {"records": taken[: query.limit], "more": len(taken) > query.limit}


def _behind(rows: Iterator[Row], base: ObjectModel, query: Query, object: str) -> Iterator[Row]:
    if query.after is None:
        return rows
    for row in rows:
        if row[base.identity] == query.after:
            return rows
    raise EmulatorError(f"after: there is no {object} {query.after}")


def _in(row: Row, account: str | None) -> bool:
    if account is None:
        return True
    return account == (row.scope[0] if row.scope else row.get("sid"))


def threads(emulator: Core, query: Query) -> dict[str, Any]:
    """Return conversations between two numbers, the one with the newest message first.

    Each has ``own`` (the number of an account, or what stands for one), ``other`` and ``last``, its
    newest message.
    """
    return _page(_threads(emulator, query), query)


def _threads(emulator: Core, query: Query) -> Iterator[dict[str, Any]]:
    seen: set[str] = set()
    found = matching(query.search)
    behind = query.after is None
    for row in behaviour_of(emulator.state, "Message").table.newest():
        own, other = pair = _pair(row)
        key = "~".join(pair)
        if key in seen or not _in(row, query.account) or not any(map(found, row.values)):
            continue
        seen.add(key)
        if behind:
            yield {"key": key, "own": own, "other": other, "last": _message(emulator, row)}
        behind = behind or key == query.after


def thread(emulator: Core, key: str, query: Query) -> dict[str, Any]:
    """Return the messages of a conversation, newest first, each with its ``media``."""
    base = emulator.state.base(emulator.catalog.find("Message"))
    rows = _behind(behaviour_of(emulator.state, "Message").table.newest(), base, query, "Message")
    return _page((_message(emulator, row) for row in rows if "~".join(_pair(row)) == key), query)


def _pair(row: Row) -> tuple[str, str]:
    sender = str(row["from"] or row["messaging_service_sid"] or "")
    person = str(row["to"] or "")
    return (person, sender) if row["direction"] == "inbound" else (sender, person)


def _message(emulator: Core, row: Row) -> dict[str, Any]:
    state = emulator.state
    shown = emulator.values(state, emulator.catalog.find("Message"), row)
    media = (
        behaviour_of(state, "Media").table.listing((*row.scope, row["sid"]))
        if row["num_media"]
        else ()
    )
    shown["media"] = [
        {"sid": one["sid"], "content_type": one["content_type"], "url": one.recall("url")}
        for one in media
    ]
    return shown


def record(emulator: Core, object: str, key: str) -> dict[str, Any]:
    """Return a record with what belongs to it.

    Returns:
        ``object``, ``record``, ``callbacks``, ``documents``, the statuses that may follow as ``moves``;
        for a message its ``media``, for a call its ``timeline``, and the records that name it as
        ``below`` (``links.below``).

    Raises:
        EmulatorError: There is no such record.
    """
    state, model = emulator.place_of(object)
    row = behaviour_of(state, state.base(model).key).table.anywhere(key)
    if row is None:
        raise EmulatorError(f"there is no {object} {key}")
    found: dict[str, Any] = {"object": object, "record": emulator.values(state, model, row)}
    about = [sent for sent in state.sent if key in sent.callback.about]
    found["callbacks"] = [one.describe() for one in about if one.callback.then is None]
    found["documents"] = [one.describe() for one in about if one.callback.then is not None]
    behaviour = behaviour_of(state, state.base(model).key)
    if isinstance(behaviour, LifecycleBehaviour):
        found["moves"] = sorted(behaviour.life["moves"].get(row["status"], ()))
    if object == "Message":
        found["media"] = _message(emulator, row)["media"]
    if object == "Call":
        found["timeline"] = live.timeline(emulator, key)
    found["below"] = links.below(emulator, state, state.base(model), row)
    return found


def problems(emulator: Core, query: Query) -> dict[str, Any]:
    """Return what went wrong, newest first: notifications, and what could not happen."""
    shown = page(emulator, "Notification", query)
    if query.after is None:
        shown["failures"] = [failure.describe() for failure in emulator.failures]
    return shown


def as_seed(emulator: Core, object: str, key: str) -> dict[str, Any]:
    """Return a seed that puts a record there again, in an emulator with the same account.

    Raises:
        EmulatorError: There is no such record, or seeds put none of its kind.
    """
    state, model = emulator.place_of(object)
    if state is not emulator.state:
        raise EmulatorError(f"seeds put no records of other products there: {object}")
    base = state.base(model)
    row = behaviour_of(state, base.key).table.anywhere(key)
    if row is None:
        raise EmulatorError(f"there is no {object} {key}")
    return {"records": [_seeded(emulator, base, row)]}


def _seeded(emulator: Core, base: ObjectModel, row: Row) -> dict[str, Any]:
    fields = emulator.state.fields(base)
    shown = emulator.values(emulator.state, base, row)
    values = {
        name: value
        for name, value in shown.items()
        if value is not None and name in fields and name not in WORKED_OUT
    }
    made: dict[str, Any] = {"object": base.name, "values": values}
    if row.scope:
        made["account"] = row.scope[0]
    if len(row.scope) > 1:
        made["under"] = list(row.scope[1:])
    return made
