"""The emulator: a stateful service in process, behind the seam that the runtime sends through."""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from importlib import import_module
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self, cast
from urllib.parse import urlsplit

from attrs import field, frozen

from twilio_ops_emulator import catalog_data as known_facts
from twilio_ops_emulator.api.apis import known_products, main_api, product
from twilio_ops_emulator.api.dispatcher import Dispatcher, MatchedRequest
from twilio_ops_emulator.api.errors import EmulatorError
from twilio_ops_emulator.api.messages import Incoming, Outgoing
from twilio_ops_emulator.api.parameters import Rules
from twilio_ops_emulator.behaviour import verify
from twilio_ops_emulator.control import expectations, live
from twilio_ops_emulator.control.control import Control, done, refused
from twilio_ops_emulator.control.faults import Fault
from twilio_ops_emulator.control.live import LiveCall, LiveMessage
from twilio_ops_emulator.control.request_log import RequestLog
from twilio_ops_emulator.control.seeds import load_seed
from twilio_ops_emulator.control.validation import read
from twilio_ops_emulator.state.callbacks import CallbackSender, Sent
from twilio_ops_emulator.state.clock import Clock
from twilio_ops_emulator.state.index import Row
from twilio_ops_emulator.state.scheduler import Advance, Failure, Scheduler
from twilio_ops_emulator.state.state import State
from twilio_ops_runtime.errors import ConnectionDropped, ReadTimeout
from twilio_ops_runtime.http.messages import Request, Response, Send

if TYPE_CHECKING:
    import os

    from twilio_ops_emulator.behaviour.transcription import TranscriptionBehaviour
    from twilio_ops_emulator.model import ObjectModel
    from twilio_ops_runtime.connection import Connection


@frozen
class Snapshot:
    """Everything there was at one time, for ``Emulator.restore``.

    Attributes:
        account: The main account of the emulator it is of.
        state: The rest.
    """

    account: str
    state: Mapping[str, Any] = field(repr=False)


class Emulator:
    """A stateful emulation of the service, driven by its catalog.

    ``with Emulator() as twilio: connection = twilio.connection()``. Safe to share between threads.

    Args:
        clock: Its time: running with the machine's unless told otherwise.
        seed: Where Sids and chance come from; None = different every time.
        strict: Refuse parameters that the catalog does not know, which the service would ignore.
        check_senders: Refuse a From that the account neither owns nor has verified.
        callbacks_anywhere: Let callbacks leave this machine.
        send: What carries callbacks; None = HTTP.
        concurrency: How many requests an account may have under way; None = any number.
        package: The generated package whose catalog it follows.
        account_sid: The main account; None = a well-known one, the same every time.
        auth_token: Its token; None = likewise.
        catalogs: Compact catalogs of further products, by name, to be served at their hosts.

    Raises:
        EmulatorError: The concurrency is not a number from 1, or a catalog is none.

    Attributes:
        account_sid: The main account.
        auth_token: Its token.
        test_account_sid: The account of the test credentials.
        test_auth_token: Their token.
        faults: The rules that make answers fail.
        under_way_for: Seconds that each request is under way at least; 0 where any number may be.
        addresses: Where other programs reach it, while a server listens.
    """

    def __init__(
        self,
        *,
        clock: Clock | None = None,
        seed: int | None = None,
        strict: bool = True,
        check_senders: bool = False,
        callbacks_anywhere: bool = False,
        send: Send | None = None,
        concurrency: int | None = None,
        package: str = known_facts.PACKAGE,
        account_sid: str | None = None,
        auth_token: str | None = None,
        catalogs: Mapping[str, Mapping[str, Any]] | None = None,
    ) -> None:
        main = main_api(package)
        further = (product(name, one, package) for name, one in (catalogs or {}).items())
        apis = (main, *known_products(package), *further)
        self._facts = main.facts
        self.catalog = main.catalog
        self.addresses: dict[str, str] = {}
        self.clock = clock or Clock()
        self._seed = seed
        self._strict = strict
        self._check_senders = check_senders
        self._lock = threading.RLock()
        courier = CallbackSender(self._facts["callbacks"], send, anywhere=callbacks_anywhere)
        self._timekeeper = Scheduler(self.clock, courier, self._lock)
        self._desk = Dispatcher(apis, concurrency)
        self.under_way_for = 0.0 if concurrency is None else main.facts["service"]["under_way"]
        self.faults = self._desk.faults
        self.journal = RequestLog()
        self._start_at = self.clock.base
        self._control = Control(self)
        self.world: State
        known = self._facts["service"]["account"]
        self.account_sid: str = account_sid or known["sid"]
        self.auth_token: str = auth_token or known["auth_token"]
        self.test_account_sid: str = known["test_sid"]
        self.test_auth_token: str = known["test_auth_token"]
        if not Rules.sid_like(self.account_sid, (self.catalog.find("Account").prefix or "",)):
            raise EmulatorError(f"account_sid: {self.account_sid!r} is no Sid of an account, AC…")
        self._begin()

    # -- use ----------------------------------------------------------------------------------

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def start(self, *, background: bool | None = None) -> Self:
        """Let time pass by itself: events happen and callbacks go out when they are due.

        Without it they do when the emulator is next asked something or moved forward.

        Args:
            background: Whether a thread of its own sees to that; None = unless the clock stands
                still.
        """
        if background is None:
            background = not self.clock.frozen
        self._timekeeper.start(background=background)
        return self

    def close(self) -> None:
        """Stop the time; callbacks under way over HTTP are given up, and none goes out any more."""
        self._timekeeper.stop()

    def connection(self, account_sid: str | None = None, **settings: Any) -> Connection:
        """A connection of the runtime to this emulator, without a socket.

        Args:
            account_sid: The account to be; None = the main one.
            **settings: Further arguments of ``Connection``.

        Raises:
            EmulatorError: There is no such account.
        """
        made: type[Connection] = import_module(known_facts.PACKAGE).Connection
        sid = account_sid or self.account_sid
        if "api_key" not in settings:
            settings.setdefault("auth_token", self.token_of(sid))
        return made(sid, send=self.handle, **settings)

    def client(self, account_sid: str | None = None) -> Any:
        """Twilio's own ``Client`` on this emulator, without a socket.

        Args:
            account_sid: The account to be; None = the main one.

        Raises:
            EmulatorError: There is no such account, or the library ``twilio`` is not installed.
        """
        from twilio_ops_emulator.helper_library import client

        sid = account_sid or self.account_sid
        return client(self, sid, self.token_of(sid))

    def token_of(self, account_sid: str) -> str:
        """The token of an account.

        Raises:
            EmulatorError: There is no such account.
        """
        with self._lock:
            account = self.world.account(account_sid)
        if account is None:
            raise EmulatorError(f"there is no account {account_sid}")
        return str(account["auth_token"])

    @property
    def callbacks(self) -> list[Sent]:
        """The callbacks sent and what became of them, oldest first."""
        with self._lock:
            return [sent for sent in self.world.sent if sent.callback.then is None]

    @property
    def documents(self) -> list[Sent]:
        """The documents that applications were asked for and their answers, oldest first."""
        with self._lock:
            return [sent for sent in self.world.sent if sent.callback.then is not None]

    @property
    def failures(self) -> list[Failure]:
        """What was to happen by itself and could not, oldest first: mistakes, which the log has."""
        with self._lock:
            return list(self._timekeeper.failures)

    # -- the seam -----------------------------------------------------------------------------

    def handle(self, request: Request, /) -> Response:
        """The answer to a request, as if it had gone over the wire.

        Raises:
            ConnectionDropped: A fault closed the connection.
            ReadTimeout: A fault made the answer later than the request waits.
        """
        where = urlsplit(request.url)
        incoming = Incoming(
            request.method,
            where.path,
            where.query,
            {name.lower(): value for name, value in request.headers.items()},
            request.body or b"",
            request.timeout.read if request.timeout is not None else None,
            where.netloc,
        )
        outgoing = self.exchange(incoming)
        try:
            self._wait(outgoing, incoming)
        finally:
            self.release(outgoing)
        if outgoing.fate == "drop":
            raise ConnectionDropped("the connection was closed without an answer")
        if outgoing.fate == "cut":
            raise ConnectionDropped("the connection was lost within the answer")
        return Response(outgoing.status, outgoing.headers, outgoing.body)

    def _wait(self, outgoing: Outgoing, incoming: Incoming) -> None:
        if not outgoing.delay:
            return
        if incoming.timeout is not None and outgoing.delay >= incoming.timeout:
            raise ReadTimeout("no answer came in time")
        if self.clock.frozen:
            self._timekeeper.advance(outgoing.delay)
        else:
            time.sleep(outgoing.delay)

    @property
    def hosts(self) -> list[str]:
        """The hosts that it answers as."""
        return self._desk.hosts.names

    def match(self, method: str, path: str, host: str = "") -> MatchedRequest:
        """What a request means and which faults strike it; counts it as under way.

        A server asks before it reads the body, which a fault may keep it from.

        Args:
            method: Its method.
            path: Its path as it was sent.
            host: The host that it names.
        """
        return self._desk.match(method, path, host)

    def exchange(self, incoming: Incoming, foreseen: MatchedRequest | None = None) -> Outgoing:
        """The answer to a request; ``release`` it when it has gone out.

        Args:
            incoming: The request.
            foreseen: What ``match`` said of it, where it was asked before.
        """
        if self.controls(incoming.path):
            return self._controlled(incoming)
        known = foreseen or self.match(incoming.method, incoming.path, incoming.host)
        if foreseen is None and self.under_way_for:
            time.sleep(self.under_way_for)
        try:
            with self._lock:
                self._timekeeper.catch_up()
                outgoing = self._desk.answer(incoming, known)
                self.journal.note(incoming, outgoing, known.action, known.account, self.clock.now())
        except BaseException:  # a mistake of the emulator's own: whoever called sees it
            self.forget(known)
            raise
        return outgoing

    def controls(self, path: str) -> bool:
        """Whether a path is one of control and none of the service."""
        return self._control.owns(path)

    def _controlled(self, incoming: Incoming) -> Outgoing:
        try:
            seconds = self._control.advance_of(incoming)
            if seconds is not None:  # sends callbacks, which must not wait for the lock
                self.advance(seconds)
                return done()
        except EmulatorError as wrong:
            return refused(wrong)
        with self._lock:
            self._timekeeper.catch_up()
            answer = self._control.answer(incoming)
        self._timekeeper.after_request()  # what came in may have to be told to an application
        return answer

    def release(self, outgoing: Outgoing) -> None:
        """Say that an answer has gone out, or never will; callbacks it caused may go out now."""
        slot, outgoing.slot = outgoing.slot, None
        if slot is not None:
            self._desk.forget(slot)
            self._timekeeper.after_request()

    def forget(self, foreseen: MatchedRequest) -> None:
        """Say that a foreseen request will not be carried out."""
        self._desk.forget(foreseen.slot)

    def failed(self, path: str) -> Outgoing:
        """The answer that says the emulator itself failed."""
        if self.controls(path):
            return self._control.failed()
        return self._desk.failed(path)

    @property
    def under_way(self) -> dict[str, int]:
        """How many requests are under way, by account."""
        return self._desk.under_way()

    # -- time ---------------------------------------------------------------------------------

    def advance(self, seconds: float = 0.0) -> None:
        """Move time forward; everything that is due meanwhile happens, in order.

        Callbacks go out as they come up, and have gone out when it returns. What receives them may
        ask back, but not move time itself.

        Args:
            seconds: How far.

        Raises:
            EmulatorError: It is no number from 0, or time does not go that far.
            ExceptionGroup: Something could not happen: mistakes of the emulator's own, or of
                ``send``. All the rest has happened.
        """
        failures = self._timekeeper.advance(read({"seconds": seconds}, Advance).seconds)
        if failures:
            raise ExceptionGroup(
                "not all that was due could happen", [failure.error for failure in failures]
            )

    # -- control ------------------------------------------------------------------------------

    def reset(self) -> None:
        """Forget everything, moves of the clock included; the main account's credentials stay."""
        with self._lock:
            self.clock.base = self._start_at
            self.faults.clear()
            self.journal.clear()
            self._begin()

    def seed(self, source: str | os.PathLike[str] | Mapping[str, Any]) -> None:
        """Put records, scripts and faults there: all of a seed, or nothing of it.

        Args:
            source: A YAML file, or its content.

        Raises:
            EmulatorError: It says something that cannot be.
        """
        with self._lock:
            load_seed(self, source)

    def snapshot(self) -> Snapshot:
        """Everything there is now, for ``restore``."""
        with self._lock:
            self._timekeeper.catch_up()
            return Snapshot(self.account_sid, self.world.dump())

    def restore(self, snapshot: Snapshot) -> None:
        """Make everything as it was at an earlier ``snapshot``.

        Raises:
            EmulatorError: It is none, or one of an emulator with other credentials.
        """
        # Whoever checks no types is told, too.
        if not isinstance(snapshot, Snapshot):  # pyright: ignore[reportUnnecessaryIsInstance]
            raise EmulatorError("restore takes what snapshot() has given")
        if snapshot.account != self.account_sid:
            raise EmulatorError(
                f"this snapshot is of another emulator: its main account is {snapshot.account}, "
                f"here it is {self.account_sid}"
            )
        with self._lock:
            self.world.load(snapshot.state)
        self._timekeeper.after_request()

    def fault(self, kind: str, **values: Any) -> Fault:
        """Put a rule of faults in force; the arguments are those of ``Fault``.

        Raises:
            EmulatorError: They are not.
        """
        with self._lock:
            fault = self.faults.read({"kind": kind, **values})
            self.faults.add(fault)
        return fault

    def script(
        self,
        object: str,  # the word that rules, seeds and the catalog use
        outcome: str,
        *,
        match: Mapping[str, Any] | None = None,
        times: int | None = None,
        **settings: Any,
    ) -> None:
        """Decide what becomes of records that are made from now on.

        Args:
            object: Call or Message, or another object with a life cycle.
            outcome: One of the outcomes of its life cycle: busy, undelivered.
            match: Field values a record must have.
            times: For how many records; None = all.
            **settings: Values that replace facts of the life cycle: talk, ring, error_code.

        Raises:
            EmulatorError: The object has no such outcome, field or setting, or a value is not of
                its type.
        """
        said = {"object": object, "outcome": outcome, "match": match, "times": times}
        with self._lock:
            scripts = self.world.scripts
            scripts.add(scripts.read({**said, **settings}))

    def receive_message(
        self, from_: str, to: str, body: str = "", media: Sequence[str] = ()
    ) -> LiveMessage:
        """Let a message come in: the application of the number is asked, as the service asks it.

        Args:
            from_: Who sends it: a number, or an address such as ``whatsapp:+1…``.
            to: A number of an account.
            body: Its text.
            media: Addresses of its media.

        Raises:
            EmulatorError: No account has the number, or the sender is none.
        """
        with self.working():
            sid = live.receive_message(self, from_, to, body, media)
        return LiveMessage(self, sid)

    def receive_call(self, from_: str, to: str) -> LiveCall:
        """Let a call come in: the application of the number is asked what to do.

        Args:
            from_: Who calls: a number, or an address such as ``sip:…`` or ``client:…``.
            to: A number of an account.

        Raises:
            EmulatorError: No account has the number, or the caller is none.
        """
        with self.working():
            sid = live.receive_call(self, from_, to)
        return LiveCall(self, sid)

    def call(self, sid: str) -> LiveCall:
        """Return a call as the person at the other end has it.

        Raises:
            EmulatorError: There is no such call.
        """
        with self._lock:
            if self.world.table("Call").anywhere(sid) is None:
                raise EmulatorError(f"there is no call {sid}")
        return LiveCall(self, sid)

    def wait_for(
        self, what: Any, status: str | None = None, *, seconds: float = 86_400
    ) -> dict[str, Any]:
        """Move time until a message or a call has a status, or its life is over.

        Args:
            what: The record, of whichever library, or its Sid.
            status: The status; None = whichever its life ends with.
            seconds: How far time is moved at most.

        Returns:
            The record, as its JSON values.

        Raises:
            AssertionError: It does not come to that; the text says what became of it.
            EmulatorError: There is no such record, or it has no such status.
        """
        return expectations.wait_for(self, what, status, seconds)

    def assert_sent(
        self,
        *,
        to: str | re.Pattern[str] | None = None,
        from_: str | re.Pattern[str] | None = None,
        body: str | re.Pattern[str] | None = None,
        count: int | None = None,
        **fields: str | re.Pattern[str],
    ) -> list[dict[str, Any]]:
        """See that messages were sent; whatever their status is.

        Args:
            to: To whom, or a pattern that is found in it.
            from_: From whom, likewise.
            body: What they say, likewise.
            count: How many there are; None = at least one.
            **fields: Values of further fields, such as ``status``.

        Returns:
            The messages, oldest first, as their JSON values.

        Raises:
            AssertionError: There are not so many; the text shows what was sent instead.
            EmulatorError: Messages have no such field.
        """
        said = {"to": to, "from": from_, "body": body, **fields}
        expected = {name: value for name, value in said.items() if value is not None}
        return expectations.sent(self, expected, count)

    def set_status(self, what: Any, status: str, *, error_code: int | None = None) -> None:
        """Take a message or a call to a status at once; nothing more happens to it by itself.

        Args:
            what: The record, of whichever library, or its Sid.
            status: The status, one that may follow the one it has.
            error_code: Why a message failed or was not delivered.

        Raises:
            EmulatorError: There is no such record, or it cannot come to the status.
        """
        with self.working():
            live.set_status(self, expectations.sid_of(what), status, error_code)

    def verifications(self, to: str | None = None) -> list[dict[str, Any]]:
        """The verifications of Verify v2 with their codes, newest first.

        Args:
            to: Only those of this address; None = all.
        """
        with self._lock:
            self._timekeeper.catch_up()
            known = verify.codes(self._desk.state("verify-v2"))
        return [one for one in known if to in (None, one["to"])]

    @contextmanager
    def working(self) -> Iterator[None]:
        """Hold the state still; what was put in the outbox meanwhile goes out afterwards."""
        with self._lock:
            self._timekeeper.catch_up()
            yield
        self._timekeeper.after_request()

    def comes_after(self, sid: str, other: str) -> bool:
        """Whether a message was made after another."""
        with self._lock:
            table = self.world.table("Message")
            one, two = table.anywhere(sid), table.anywhere(other)
            return one is not None and two is not None and one.order > two.order

    def transcribe(self, recording_sid: str, text: str | None = None) -> str:
        """Begin to transcribe a recording, which no request of the service does.

        Args:
            recording_sid: The recording.
            text: What it will say.

        Returns:
            The Sid of the transcription.

        Raises:
            EmulatorError: There is no such recording.
        """
        with self._lock:
            recording = self.world.table("Recording").anywhere(recording_sid)
            if recording is None:
                raise EmulatorError(f"there is no recording {recording_sid}")
            behaviour = cast("TranscriptionBehaviour", self.world.behaviour("Transcription"))
            sid = str(behaviour.start(recording, text)["sid"])
        self._timekeeper.wake()
        return sid

    def records(
        self,
        object: str,
        where: Callable[[Row], bool] | None = None,
        *,
        limit: int | None = None,
    ) -> list[dict[str, Any]]:
        """Records of an object, in all accounts, newest first, as their JSON values.

        Args:
            object: The object, by its name; one of another product's behind it: ``verify-v2/Verification``.
            where: What a record must be like; None = anything.
            limit: How many at most; None = all.

        Raises:
            EmulatorError: The catalog has no such object.
        """
        with self._lock:
            self._timekeeper.catch_up()
            world, model = self.place_of(object)
            rows = world.rows(world.base(model).key, where, limit)
            return [self.values(world, model, row) for row in rows]

    def place_of(self, object: str) -> tuple[State, ObjectModel]:
        """Where records of an object are, and the object; the caller holds the lock.

        Args:
            object: Its name; one of another product's behind it: ``verify-v2/Verification``.

        Raises:
            EmulatorError: There is no such product, or its catalog has no such object.
        """
        product, _, name = object.rpartition("/")
        if product and product not in self._desk.products:
            known = ", ".join(self._desk.products)
            raise EmulatorError(f"there is no product {product}; there are: {known}")
        world = self._desk.state(product)
        return world, world.catalog.find(name)

    def values(self, world: State, model: ObjectModel, row: Row) -> dict[str, Any]:
        """Return a record as its JSON values; the caller holds the lock.

        Args:
            world: Where it is.
            model: The object as which it is shown.
            row: The record.
        """
        shown: dict[str, Any] = (
            self._desk.renderer(world.name).writer(model).values(row, "Get", ".json")
        )
        return shown

    @property
    def revision(self) -> tuple[int, ...]:
        """What is another whenever something has changed that the page shows."""
        with self._lock:
            states = (self.world, *map(self._desk.state, self._desk.products))
            return (
                self.journal.count,
                self._control.count,
                len(self.failures),
                self.world.sent[-1].number if self.world.sent else 0,
                int(self.clock.base),
                *(state.changes for state in states),
            )

    @property
    def products(self) -> list[str]:
        """The names of the products besides the main one."""
        return self._desk.products

    def _begin(self) -> None:
        self.world = State(
            self.catalog,
            self._facts,
            self.clock,
            seed=self._seed,
            strict=self._strict,
            check_senders=self._check_senders,
        )
        own = self._facts["service"]["account"]
        accounts = self.world.behaviour("Account")
        values = {"type": own["type"], "status": "active"}
        self._timekeeper.settle(self.world)
        self._desk.settle(self.world, self.test_account_sid)
        for sid, token, name in (
            (self.test_account_sid, self.test_auth_token, own["test_friendly_name"]),
            (self.account_sid, self.auth_token, own["friendly_name"]),
        ):
            accounts.seeded(
                (),
                {
                    **values,
                    "sid": sid,
                    "auth_token": token,
                    "friendly_name": name,
                    "owner_account_sid": sid,
                },
            )

    def __repr__(self) -> str:
        return f"<Emulator of {self.account_sid}>"
