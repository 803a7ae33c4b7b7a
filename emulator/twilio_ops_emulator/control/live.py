"""What happens to the service from outside: messages and calls that come in, and what callers do."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile
from typing import TYPE_CHECKING, Any

from twilio_ops_emulator.api.errors import EmulatorError
from twilio_ops_emulator.behaviour import roles, sender_pool, verify
from twilio_ops_emulator.behaviour.base import behaviour_of
from twilio_ops_emulator.behaviour.life import LifecycleBehaviour
from twilio_ops_emulator.behaviour.phone import normalised
from twilio_ops_emulator.twiml.flow import Flow
from twilio_ops_emulator.twiml.messaging import Messaging

if TYPE_CHECKING:
    from twilio_ops_emulator.core import Core
    from twilio_ops_emulator.state.index import Row


class LiveCall:
    """A call as the person at the other end has it.

    Args:
        emulator: The emulator.
        sid: The call.

    Attributes:
        sid: The call's Sid.
    """

    def __init__(self, emulator: Core, sid: str) -> None:
        self._emulator = emulator
        self.sid = sid

    @property
    def record(self) -> dict[str, Any]:
        """The call's record, as its JSON values."""
        return self._emulator.records("Call", lambda row: row["sid"] == self.sid, limit=1)[0]

    @property
    def status(self) -> str:
        """The call's status."""
        return str(self.record["status"])

    @property
    def timeline(self) -> list[dict[str, Any]]:
        """What has happened in the call, oldest first.

        Each entry has ``at`` (seconds), ``what`` (a verb, ``request``, ``problem``, ``pressed`` …),
        ``attributes`` and ``text``.
        """
        with self._emulator.working():
            return timeline(self._emulator, self.sid)

    @property
    def verbs(self) -> list[str]:
        """The names of the verbs carried out so far, in order."""
        return [entry["what"] for entry in self.timeline if entry["what"][:1].isupper()]

    @property
    def legs(self) -> list[LiveCall]:
        """The calls that this call has dialled, oldest first."""
        found = self._emulator.records("Call", lambda row: row["parent_call_sid"] == self.sid)
        return [LiveCall(self._emulator, row["sid"]) for row in reversed(found)]

    def press(self, keys: str) -> bool:
        """Press keys.

        Args:
            keys: Of ``0123456789*#``.

        Returns:
            Whether a verb waited for them.

        Raises:
            EmulatorError: They are no keys, or the call is over.
        """
        with self._emulator.working():
            return press(self._emulator, self.sid, keys)

    def say(self, text: str) -> bool:
        """Say words.

        Args:
            text: The words.

        Returns:
            Whether a verb waited for them.

        Raises:
            EmulatorError: The call is over.
        """
        with self._emulator.working():
            return say(self._emulator, self.sid, text)

    def hang_up(self) -> None:
        """End the call."""
        with self._emulator.working():
            hang_up(self._emulator, self.sid)

    def __repr__(self) -> str:
        return f"<LiveCall {self.sid}>"


class LiveMessage:
    """A message that has come in.

    Args:
        emulator: The emulator.
        sid: The message.

    Attributes:
        sid: The message's Sid.
    """

    def __init__(self, emulator: Core, sid: str) -> None:
        self._emulator = emulator
        self.sid = sid

    @property
    def record(self) -> dict[str, Any]:
        """The message's record, as its JSON values."""
        return self._emulator.records("Message", lambda row: row["sid"] == self.sid, limit=1)[0]

    @property
    def replies(self) -> list[dict[str, Any]]:
        """The messages sent to its sender from its number since, oldest first, as JSON values."""
        own = self.record
        ends = own["from"], own["to"]
        rows = self._emulator.records(
            "Message", lambda row: row["sid"] == self.sid or (row["to"], row["from"]) == ends
        )
        newer = list(takewhile(lambda row: row["sid"] != self.sid, rows))
        return newer[::-1]

    def __repr__(self) -> str:
        return f"<LiveMessage {self.sid}>"


def _call(emulator: Core, sid: str, *, live: bool = False) -> Row:
    row = emulator.state.table("Call").anywhere(sid)
    if row is None:
        raise EmulatorError(f"call: there is no call {sid}")
    if live and roles.calls(emulator.state).is_final(row):
        raise EmulatorError(f"call: {sid} is over: it is {row['status']}")
    return row


def verifications(emulator: Core, to: str | None = None) -> list[dict[str, Any]]:
    """Return the verifications of Verify with their codes, newest first.

    Args:
        emulator: The emulator; the caller holds its lock.
        to: Only those of this address; None = all.
    """
    state, _ = emulator.place_of("verify-v2/Verification")
    return [one for one in verify.codes(state) if to in (None, one["to"])]


def timeline(emulator: Core, sid: str) -> list[dict[str, Any]]:
    """Return what has happened in a call."""
    return [dict(entry) for entry in _call(emulator, sid).recall("timeline") or ()]


def press(emulator: Core, sid: str, keys: str) -> bool:
    """Press keys at the other end of a call; return whether a verb waited for them.

    Raises:
        EmulatorError: They are no keys, or the call is over.
    """
    if not keys or set(keys) - set("0123456789*#"):
        raise EmulatorError(f"keys: {keys!r} are not keys of 0123456789*#")
    return emulator.state.part(Flow).press(_call(emulator, sid, live=True), keys)


def say(emulator: Core, sid: str, text: str) -> bool:
    """Say words at the other end of a call; return whether a verb waited for them.

    Raises:
        EmulatorError: The call is over.
    """
    return emulator.state.part(Flow).say(_call(emulator, sid, live=True), text)


def hang_up(emulator: Core, sid: str) -> None:
    """Hang up at the other end of a call."""
    roles.calls(emulator.state).hang_up(_call(emulator, sid))


def owner_of(emulator: Core, to: str) -> tuple[str, Row, str]:
    """Return the account that has a number, the number's record, and the number in E.164.

    Raises:
        EmulatorError: No account has it.
    """
    number = normalised(to)
    rows = emulator.state.rows(
        "IncomingPhoneNumber", lambda row: row["phone_number"] == number, limit=1
    )
    if number is None or not rows:
        raise EmulatorError(f"to: no account has the number {to!r}; buy it or seed it")
    return rows[0]["account_sid"], rows[0], number


def caller(text: str) -> str:
    """Return who writes or calls, as the service says it.

    Raises:
        EmulatorError: It is neither a number nor an address.
    """
    number = normalised(text)
    if number is None and ":" not in text:
        raise EmulatorError(f"from_: {text!r} is neither a number nor an address such as sip:…")
    return number or text


def receive_message(emulator: Core, from_: str, to: str, body: str, media: Sequence[str]) -> str:
    """Let a message come in; returns its Sid."""
    account, number, called = owner_of(emulator, to)
    service = sender_pool.service_with(emulator.state, account, called)
    values: dict[str, Any] = {
        "from": caller(from_),
        "to": called,
        "body": body,
        "media": list(media),
    }
    values["messaging_service_sid"] = None if service is None else service["sid"]
    row = roles.messages(emulator.state).receive(account, values)
    emulator.state.part(Messaging).received(row, number)
    return str(row["sid"])


def receive_call(emulator: Core, from_: str, to: str) -> str:
    """Let a call come in; returns its Sid."""
    account, number, called = owner_of(emulator, to)
    row = roles.calls(emulator.state).receive(account, number, caller(from_), called)
    return str(row["sid"])


def set_status(emulator: Core, sid: str, status: str, error_code: int | None = None) -> None:
    """Take a message or a call to a status at once; nothing more happens to it by itself.

    Args:
        emulator: The emulator.
        sid: The record.
        status: The status, one that may follow the one it has.
        error_code: Why a message failed or was not delivered.

    Raises:
        EmulatorError: There is no such record, or it cannot come to the status.
    """
    for name in ("Message", "Call"):
        row = emulator.state.table(name).anywhere(sid)
        behaviour = behaviour_of(emulator.state, name)
        if row is None or not isinstance(behaviour, LifecycleBehaviour):
            continue
        if not behaviour.may_become(row, status):
            after = ", ".join(behaviour.life["moves"].get(row["status"], ())) or "nothing"
            raise EmulatorError(f"status: {sid} is {row['status']}; what may follow is: {after}")
        behaviour.become(row, status, error_code)
        return
    raise EmulatorError(f"sid: there is no message and no call {sid}")


def delete(emulator: Core, kind: str, sid: str) -> None:
    """Delete a record with everything below it, whatever the service would say.

    Raises:
        EmulatorError: There is no such record.
    """
    state, model = emulator.place_of(kind)
    behaviour = behaviour_of(state, state.base(model).key)
    row = behaviour.table.anywhere(sid)
    if row is None:
        raise EmulatorError(f"there is no {kind} {sid}")
    behaviour.remove(row)


def upcoming(emulator: Core, count: int = 20) -> list[dict[str, Any]]:
    """Return what is to happen next, soonest first."""
    events = emulator.state.events.soonest(count)
    return [
        {"at": event.at, "object": event.object, "event": event.name, "key": event.data.get("key")}
        for event in events
    ]
