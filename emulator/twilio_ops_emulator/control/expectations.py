"""What tests expect: records that get somewhere, messages that were sent; what is not so is explained."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, cast

from twilio_ops_emulator.api.errors import EmulatorError
from twilio_ops_emulator.behaviour.base import behaviour_of
from twilio_ops_emulator.behaviour.life import LifecycleBehaviour

if TYPE_CHECKING:
    from twilio_ops_emulator.core import Core
    from twilio_ops_emulator.state.index import Row

SHOWN = 5
"""How many messages are shown that are not the one that was expected."""


def sid_of(what: Any) -> str:
    """Return the Sid of a record: the Sid itself, an object that has one, or its JSON values.

    Raises:
        EmulatorError: There is none.
    """
    if isinstance(what, Mapping):
        sid: Any = cast("Mapping[str, Any]", what).get("sid")
    else:
        sid = getattr(what, "sid", what)
    text = str(sid).rpartition(":")[2]
    if not re.fullmatch(r"[A-Z]{2}[0-9a-fA-F]{32}", text):
        raise EmulatorError(f"{what!r} has no Sid")
    return text


def wait_for(emulator: Core, what: Any, status: str | None, seconds: float) -> dict[str, Any]:
    """Move time until a record has a status, or its life is over.

    Args:
        emulator: The emulator.
        what: The record, or its Sid.
        status: The status; None = whichever its life ends with.
        seconds: How far time is moved at most.

    Returns:
        The record, as its JSON values.

    Raises:
        EmulatorError: There is no such record, or it has no life.
        AssertionError: It does not come to that; the text says what became of it.
    """
    sid = sid_of(what)
    name, behaviour, row = _living(emulator, sid)
    if status is not None and status not in _statuses(behaviour):
        known = ", ".join(_statuses(behaviour))
        raise EmulatorError(f"{name} has no status {status}; there are: {known}")
    goal = emulator.clock.now() + seconds
    seen = [str(row["status"])]
    while True:
        reached = behaviour.is_final(row) if status is None else row["status"] == status
        if reached:
            return emulator.records(name, lambda one: one is row, limit=1)[0]
        if status is not None and behaviour.is_final(row):
            break
        at = emulator.state.events.next_at()
        if at is None or at > goal:
            break
        emulator.advance(max(at - emulator.clock.now(), 0.0))
        if row["status"] != seen[-1]:
            seen.append(str(row["status"]))
    wanted = "an end" if status is None else status
    why = f" with the error {row['error_code']}" if row.get("error_code") else ""
    rest = (
        "nothing more is to happen to it"
        if behaviour.is_final(row) or emulator.state.events.next_at() is None
        else f"{seconds:g} seconds were waited"
    )
    raise AssertionError(
        f"{name} {sid} did not come to {wanted}: it went {' -> '.join(seen)}{why}, and {rest}"
    )


def _statuses(behaviour: LifecycleBehaviour) -> list[str]:
    moves: Mapping[str, Any] = behaviour.life["moves"]
    found = [*moves, *(status for after in moves.values() for status in after)]
    return list(dict.fromkeys([*found, *behaviour.life["final"]]))


def _living(emulator: Core, sid: str) -> tuple[str, LifecycleBehaviour, Row]:
    for name in ("Message", "Call"):
        behaviour = behaviour_of(emulator.state, name)
        row = emulator.state.table(name).anywhere(sid)
        if row is not None and isinstance(behaviour, LifecycleBehaviour):
            return name, behaviour, row
    raise EmulatorError(f"there is no message and no call {sid}")


def sent(
    emulator: Core, expected: Mapping[str, str | re.Pattern[str]], count: int | None
) -> list[dict[str, Any]]:
    """See that messages were sent.

    Args:
        emulator: The emulator.
        expected: Values of their fields, or patterns that are found in them.
        count: How many there are; None = at least one.

    Returns:
        The messages, oldest first, as their JSON values.

    Raises:
        AssertionError: There are not so many; the text shows what was sent instead, nearest first.
        EmulatorError: Messages have no such field.
    """
    fields = emulator.catalog.find("Message").fields
    for name in expected:
        if name not in fields:
            raise EmulatorError(f"messages have no field {name}; there are: {', '.join(fields)}")
    every = emulator.records("Message", lambda row: row["direction"] != "inbound")
    every.reverse()
    found = [one for one in every if not _differs(one, expected)]
    if len(found) == count or (count is None and found):
        return found
    wanted = ", ".join(f"{name}={_shown(value)}" for name, value in expected.items()) or "any"
    number = {0: "no message was", 1: "1 message was"}.get(
        len(found), f"{len(found)} messages were"
    )
    lines = [f"{number} sent with {wanted}" + ("" if count is None else f", not {count}")]
    others = sorted(
        (one for one in every if one not in found), key=lambda o: len(_differs(o, expected))
    )
    for one in others[:SHOWN]:
        differs = ", ".join(
            f"{name} is {one[name]!r}, not {_shown(expected[name])}"
            for name in _differs(one, expected)
        )
        lines.append(f"  {one['sid']} to {one['to']} ({one['status']}): {differs}")
    if len(others) > SHOWN:
        lines.append(f"  and {len(others) - SHOWN} more")
    if not every:
        lines.append("  nothing was sent at all" + _refused(emulator))
    raise AssertionError("\n".join(lines))


def _differs(record: Mapping[str, Any], expected: Mapping[str, Any]) -> list[str]:
    return [name for name, value in expected.items() if not _fits(record[name], value)]


def _fits(value: Any, wanted: str | re.Pattern[str]) -> bool:
    if isinstance(wanted, re.Pattern):
        return wanted.search(str(value or "")) is not None
    return bool(value == wanted) or str(value) == str(wanted)


def _shown(value: str | re.Pattern[str]) -> str:
    return f"/{value.pattern}/" if isinstance(value, re.Pattern) else repr(value)


def _refused(emulator: Core) -> str:
    """The requests to send something that were refused, as a hint."""
    statuses = [
        str(entry.status)
        for entry in emulator.request_log.entries()
        if entry.action == "Message.Create" and entry.status >= 400
    ]
    return (
        f"; requests to send were refused with {', '.join(statuses[-SHOWN:])}" if statuses else ""
    )
