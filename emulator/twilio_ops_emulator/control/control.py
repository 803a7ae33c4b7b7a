"""Control over HTTP, under one reserved prefix: what tests in other languages and the page use.

=======  ====================  ==================================================================
method   path                  what it does
=======  ====================  ==================================================================
GET      ``/``                 the page that shows messages and calls
GET      ``/state``            credentials, time, numbers of records
GET      ``/records/OBJECT``   the newest records of an object, newest first
GET      ``/list/OBJECT``      a page of them: ``?limit=50&after=SID&account=AC…&search=…``; also of
                               ``requests``, ``callbacks``, ``documents``, ``problems``, ``threads``
GET      ``/threads/KEY``      a page of the messages of a conversation
GET      ``/record/OBJECT/SID``  a record with all that belongs to it
GET      ``/seed-of/OBJECT/SID``  a seed that puts the record there again
GET      ``/events``           server-sent events: something has changed (over HTTP)
GET      ``/requests``         the last requests and how they were answered
GET      ``/callbacks``        the last callbacks sent and what became of them
GET      ``/coverage``         what is emulated
GET      ``/faults``           the rules of faults; POST one adds it; DELETE drops all
POST     ``/reset``            forgets everything
POST     ``/seed``             puts records there: the content of a seed, as JSON
POST     ``/advance``          ``{"seconds": 60}`` moves time forward
POST     ``/script``           ``{"object": "Call", "outcome": "busy"}``
POST     ``/receive-message``  ``{"from": "+1…", "to": "+1…", "body": "Hello"}`` comes in
POST     ``/receive-call``     ``{"from": "+1…", "to": "+1…"}`` comes in
POST     ``/press``            ``{"call": "CA…", "keys": "1"}``: the other end of a call presses keys
POST     ``/say``              ``{"call": "CA…", "text": "yes"}``: it says words
POST     ``/hang-up``          ``{"call": "CA…"}``: it hangs up
GET      ``/timeline/CALL``    what has happened in a call
GET      ``/documents``        the documents that applications were asked for, and their answers
GET      ``/upcoming``         what is to happen next
GET      ``/objects``          whose record a Sid is, by its prefix
GET      ``/products``         the names of the other products: ``/records/PRODUCT/OBJECT``
GET      ``/verifications``    the verifications of Verify and their codes
POST     ``/set-status``       ``{"sid": "SM…", "status": "undelivered", "error_code": 30003}``
DELETE   ``/records/OBJECT/SID``  deletes a record, whatever the service would say
DELETE   ``/faults/N``         drops one rule, by its place from 0
POST     ``/snapshot``         answers ``{"snapshot": 1}``; POST ``/restore`` takes the same back
=======  ====================  ==================================================================
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, unquote

import msgspec

from twilio_ops_emulator.api.errors import EmulatorError
from twilio_ops_emulator.api.messages import Request, Response
from twilio_ops_emulator.control import links, live, page, views
from twilio_ops_emulator.control.outcomes import read_script
from twilio_ops_emulator.control.seeds import load_seed
from twilio_ops_emulator.control.validation import read
from twilio_ops_emulator.coverage import coverage
from twilio_ops_emulator.state.scheduler import Advance

if TYPE_CHECKING:
    from twilio_ops_emulator.core import Core
    from twilio_ops_emulator.state.snapshot import Snapshot

PREFIX = "/_emulator"
SHOWN = 1000
"""How many records or callbacks are shown: the newest."""
SNAPSHOTS_KEPT = 10
"""How many snapshots are kept: the newest."""
LONGEST = 1 << 28
"""The longest request for control that is taken, in bytes: seeds may be large."""
JSON = {"Content-Type": "application/json; charset=utf-8"}


class _Restore(msgspec.Struct, forbid_unknown_fields=True):
    """The number of a snapshot."""

    snapshot: int


class _Message(msgspec.Struct, forbid_unknown_fields=True):
    """A message that comes in."""

    to: str
    from_: str = msgspec.field(name="from")
    body: str = ""
    media: list[str] = []


class _Call(msgspec.Struct, forbid_unknown_fields=True):
    """A call that comes in."""

    to: str
    from_: str = msgspec.field(name="from")


class _Press(msgspec.Struct, forbid_unknown_fields=True):
    """Keys that the other end of a call presses."""

    call: str
    keys: str


class _Say(msgspec.Struct, forbid_unknown_fields=True):
    """Words that the other end of a call says."""

    call: str
    text: str


class _HangUp(msgspec.Struct, forbid_unknown_fields=True):
    """The call whose other end hangs up."""

    call: str


class _Status(msgspec.Struct, forbid_unknown_fields=True):
    """The status that a record is to have."""

    sid: str
    status: str
    error_code: int | None = None


class Control:
    """The control paths of an emulator.

    Args:
        emulator: The emulator.

    Attributes:
        count: How many requests have been made that may change something.
    """

    def __init__(self, emulator: Core) -> None:
        self._emulator = emulator
        self._snapshots: dict[int, Snapshot] = {}
        self._taken = 0
        self.count = 0
        self._placed: dict[tuple[str, str], Callable[[str, dict[str, str]], Any]] = {
            ("GET", "records"): lambda name, _: emulator.records(name, limit=SHOWN),
            ("DELETE", "records"): self._delete,
            ("DELETE", "faults"): self._drop,
            ("GET", "timeline"): lambda sid, _: live.timeline(emulator, sid),
            ("GET", "list"): self._list,
            ("GET", "threads"): lambda key, asked: views.thread(
                emulator, key, views.query_of(asked)
            ),
            ("GET", "record"): lambda name, _: views.record(emulator, *_object_and_key(name)),
            ("GET", "seed-of"): lambda name, _: views.as_seed(emulator, *_object_and_key(name)),
        }
        self._actions: dict[tuple[str, str], Callable[[Any], Any]] = {
            ("GET", "state"): self._state,
            ("GET", "events"): _no_events,
            ("GET", "requests"): lambda _: [
                entry.describe() for entry in emulator.request_log.entries()
            ],
            ("GET", "callbacks"): lambda _: [
                sent.describe() for sent in emulator.callbacks[-SHOWN:]
            ],
            ("GET", "coverage"): lambda _: coverage(emulator.catalog),
            ("GET", "upcoming"): lambda _: live.upcoming(emulator),
            ("GET", "products"): lambda _: emulator.products,
            ("GET", "objects"): lambda _: links.objects(emulator),
            ("GET", "verifications"): lambda _: live.verifications(emulator),
            ("POST", "set-status"): self._set_status,
            ("GET", "faults"): lambda _: emulator.faults.describe(),
            ("POST", "faults"): self._fault,
            ("DELETE", "faults"): lambda _: emulator.faults.clear(),
            ("POST", "reset"): lambda _: emulator.reset(),
            # A mapping: a text would be the name of a file of this machine.
            ("POST", "seed"): lambda body: load_seed(emulator, read(body, dict[str, Any])),
            ("POST", "script"): self._script,
            ("GET", "documents"): lambda _: [
                sent.describe() for sent in emulator.documents[-SHOWN:]
            ],
            ("POST", "receive-message"): self._receive_message,
            ("POST", "receive-call"): self._receive_call,
            ("POST", "press"): self._press,
            ("POST", "say"): self._say,
            ("POST", "hang-up"): lambda body: live.hang_up(emulator, read(body, _HangUp).call),
            ("POST", "snapshot"): self._snapshot,
            ("POST", "restore"): self._restore,
        }

    @staticmethod
    def owns(path: str) -> bool:
        """Whether a path is one of control."""
        return path == PREFIX or path.startswith(f"{PREFIX}/")

    @staticmethod
    def advance_of(request: Request) -> float | None:
        """The seconds that a request asks time to be moved, or None when it asks something else.

        Moving time sends callbacks and must not be done under the lock that an answer holds.
        """
        if request.method != "POST" or request.path.rstrip("/") != f"{PREFIX}/advance":
            return None
        return read(_decoded(request.body), Advance).seconds

    def answer(self, request: Request) -> Response:
        """The answer to a request for control."""
        name = unquote(request.path[len(PREFIX) :]).strip("/")
        if request.method == "GET" and (file := page.file(name)) is not None:
            return file
        if request.method != "GET":
            self.count += 1
        try:
            first, _, rest = name.partition("/")
            placed = self._placed.get((request.method, first)) if rest else None
            if placed is not None:
                return answer_of(200, placed(rest, dict(parse_qsl(request.query))))
            action = self._actions.get((request.method, name))
            if action is None:
                return answer_of(404, {"message": f"There is no {request.method} {name} here."})
            return answer_of(200, action(_decoded(request.body)))
        except EmulatorError as wrong:
            return refused(wrong)

    def _list(self, name: str, asked: dict[str, str]) -> Any:
        emulator, query = self._emulator, views.query_of(asked)
        if name == "requests":
            return views.log(emulator.request_log.newest(), query)
        if name == "callbacks":
            return views.log(reversed(emulator.callbacks), query)
        if name == "documents":
            return views.log(reversed(emulator.documents), query)
        if name == "problems":
            return views.problems(emulator, query)
        if name == "threads":
            return views.threads(emulator, query)
        return views.page(emulator, name, query)

    def _delete(self, name: str, _: dict[str, str]) -> None:
        live.delete(self._emulator, *_object_and_key(name))

    def _drop(self, number: str, _: dict[str, str]) -> None:
        self._emulator.faults.drop(int(number) if number.isdecimal() else -1)

    def failed(self) -> Response:
        """The answer that says the emulator itself failed."""
        return answer_of(500, {"message": "The emulator failed; its log says how."})

    def _state(self, _: Any) -> dict[str, Any]:
        emulator = self._emulator
        return {
            "account_sid": emulator.account_sid,
            "auth_token": emulator.auth_token,
            "addresses": emulator.addresses,
            "test_account_sid": emulator.test_account_sid,
            "test_auth_token": emulator.test_auth_token,
            "time": emulator.clock.now(),
            "frozen": emulator.clock.frozen,
            "records": emulator.state.counts(),
            "requests": emulator.request_log.count,
            "events": len(emulator.state.events),
            "faults": len(emulator.faults),
            "failures": [failure.describe() for failure in emulator.failures],
        }

    def _fault(self, body: Any) -> dict[str, Any]:
        faults = self._emulator.faults
        faults.add(faults.read(body))
        return faults.describe()[-1]

    def _script(self, body: Any) -> None:
        state = self._emulator.state
        state.scripts.add(read_script(state, body))

    def _receive_message(self, body: Any) -> dict[str, str]:
        said = read(body, _Message)
        sid = live.receive_message(self._emulator, said.from_, said.to, said.body, said.media)
        return {"sid": sid}

    def _receive_call(self, body: Any) -> dict[str, str]:
        said = read(body, _Call)
        return {"sid": live.receive_call(self._emulator, said.from_, said.to)}

    def _press(self, body: Any) -> dict[str, bool]:
        said = read(body, _Press)
        return {"heard": live.press(self._emulator, said.call, said.keys)}

    def _say(self, body: Any) -> dict[str, bool]:
        said = read(body, _Say)
        return {"heard": live.say(self._emulator, said.call, said.text)}

    def _set_status(self, body: Any) -> None:
        said = read(body, _Status)
        live.set_status(self._emulator, said.sid, said.status, said.error_code)

    def _snapshot(self, _: Any) -> dict[str, int]:
        self._taken += 1
        self._snapshots[self._taken] = self._emulator.snapshot()
        self._snapshots.pop(self._taken - SNAPSHOTS_KEPT, None)
        return {"snapshot": self._taken}

    def _restore(self, body: Any) -> None:
        number = read(body, _Restore).snapshot
        if number not in self._snapshots:
            known = ", ".join(map(str, self._snapshots)) or "none"
            raise EmulatorError(f"snapshot: there is no {number}; there are: {known}")
        self._emulator.restore(self._snapshots[number])


def refused(wrong: EmulatorError) -> Response:
    """The answer to a request for control that cannot be met."""
    return answer_of(400, {"message": str(wrong)})


def done(value: Any = None) -> Response:
    """The answer to a request for control that was met."""
    return answer_of(200, value)


def answer_of(status: int, value: Any) -> Response:
    """The answer to a request for control: a value as JSON, or that it was done."""
    body = msgspec.json.encode({"done": True} if value is None else value)
    return Response(status, dict(JSON), body)


def _no_events(_: Any) -> None:
    raise EmulatorError("events: a server tells them over HTTP, as they come")


def _object_and_key(name: str) -> tuple[str, str]:
    object, _, key = name.rpartition("/")
    return object, key


def _decoded(body: bytes) -> Any:
    if not body:
        return {}
    if len(body) > LONGEST:
        raise EmulatorError(f"the body is longer than {LONGEST} bytes")
    try:
        return msgspec.json.decode(body)
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError) as wrong:
        raise EmulatorError(f"the body is not JSON: {wrong}") from None
