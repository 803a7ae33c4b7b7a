"""What answers requests in process: state, time and the seam that the runtime sends through."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Generator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self
from urllib.parse import urlsplit

from twilio_ops_emulator import catalog_data
from twilio_ops_emulator.api.apis import known_products, main_api, product
from twilio_ops_emulator.api.dispatcher import Dispatcher
from twilio_ops_emulator.api.errors import EmulatorError
from twilio_ops_emulator.api.matching import MatchedRequest
from twilio_ops_emulator.api.messages import Request, Response
from twilio_ops_emulator.api.parameters import Rules
from twilio_ops_emulator.behaviour import LISTENERS, make
from twilio_ops_emulator.control.request_log import RequestLog, masks_of
from twilio_ops_emulator.control.validation import read
from twilio_ops_emulator.state.callbacks import Sent
from twilio_ops_emulator.state.clock import Clock
from twilio_ops_emulator.state.index import Row
from twilio_ops_emulator.state.scheduler import Advance, Failure, Scheduler
from twilio_ops_emulator.state.sender import CallbackSender
from twilio_ops_emulator.state.snapshot import Snapshot
from twilio_ops_emulator.state.state import State
from twilio_ops_runtime.errors import ConnectionDropped, ReadTimeout
from twilio_ops_runtime.http import messages as wire

if TYPE_CHECKING:
    from twilio_ops_emulator.model import ObjectModel


class Core:
    """A stateful service in process: state, time, and the seam that the runtime sends through.

    Its arguments and attributes are those of ``Emulator``, which says what they mean.

    Raises:
        EmulatorError: The concurrency is not a number from 1, or a catalog is none.
    """

    def __init__(
        self,
        *,
        clock: Clock | None = None,
        seed: int | None = None,
        strict: bool = True,
        check_senders: bool = False,
        callbacks_anywhere: bool = False,
        send: wire.Send | None = None,
        concurrency: int | None = None,
        package: str = catalog_data.PACKAGE,
        account_sid: str | None = None,
        auth_token: str | None = None,
        catalogs: Mapping[str, Mapping[str, Any]] | None = None,
        state_file: str | os.PathLike[str] | None = None,
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
        sender = CallbackSender(self._facts["callbacks"], send, anywhere=callbacks_anywhere)
        self._scheduler = Scheduler(self.clock, sender, self._lock)
        self._dispatcher = Dispatcher(apis, concurrency)
        self.under_way_for = 0.0 if concurrency is None else main.facts["service"]["under_way"]
        self.faults = self._dispatcher.faults
        self.request_log = RequestLog(masks_of(*(api.catalog for api in apis)))
        self._start_at = self.clock.base
        self.state: State
        known = self._facts["service"]["account"]
        self.account_sid: str = account_sid or known["sid"]
        self.auth_token: str = auth_token or known["auth_token"]
        self.test_account_sid: str = known["test_sid"]
        self.test_auth_token: str = known["test_auth_token"]
        if not Rules.sid_like(self.account_sid, (self.catalog.find("Account").prefix or "",)):
            raise EmulatorError(f"account_sid: {self.account_sid!r} is no Sid of an account, AC…")
        self._begin()
        self._complete(None if state_file is None else Path(state_file))

    def _complete(self, state_file: Path | None) -> None:
        """Add what a subclass has besides; called once, at the end."""

    # -- use ----------------------------------------------------------------------------------

    def start(self, *, background: bool | None = None) -> Self:
        """Let time pass by itself: events happen and callbacks go out when they are due.

        Without it they do when the emulator is next asked something or moved forward.

        Args:
            background: Whether a thread of its own sees to that; None = unless the clock stands
                still.
        """
        if background is None:
            background = not self.clock.frozen
        self._scheduler.start(background=background)
        return self

    def stop(self) -> None:
        """Stop the time; callbacks under way over HTTP are given up, and none goes out any more."""
        self._scheduler.stop()

    def token_of(self, account_sid: str) -> str:
        """The token of an account.

        Raises:
            EmulatorError: There is no such account.
        """
        with self._lock:
            account = self.state.account(account_sid)
        if account is None:
            raise EmulatorError(f"there is no account {account_sid}")
        return str(account["auth_token"])

    @property
    def callbacks(self) -> list[Sent]:
        """The callbacks sent and what became of them, oldest first."""
        with self._lock:
            return [sent for sent in self.state.sent if sent.callback.then is None]

    @property
    def documents(self) -> list[Sent]:
        """The documents that applications were asked for and their answers, oldest first."""
        with self._lock:
            return [sent for sent in self.state.sent if sent.callback.then is not None]

    @property
    def failures(self) -> list[Failure]:
        """What was to happen by itself and could not, oldest first: mistakes, which the log has."""
        with self._lock:
            return list(self._scheduler.failures)

    def handle(self, request: wire.Request, /) -> wire.Response:
        """The answer to a request, as if it had gone over the wire.

        Raises:
            ConnectionDropped: A fault closed the connection.
            ReadTimeout: A fault made the answer later than the request waits.
        """
        where = urlsplit(request.url)
        received = Request(
            request.method,
            where.path,
            where.query,
            {name.lower(): value for name, value in request.headers.items()},
            request.body or b"",
            request.timeout.read if request.timeout is not None else None,
            where.netloc,
        )
        response = self.exchange(received)
        try:
            self._wait(response, received)
        finally:
            self.release(response)
        if response.fate == "drop":
            raise ConnectionDropped("the connection was closed without an answer")
        if response.fate == "cut":
            raise ConnectionDropped("the connection was lost within the answer")
        return wire.Response(response.status, response.headers, response.body)

    def _wait(self, response: Response, request: Request) -> None:
        if not response.delay:
            return
        if request.timeout is not None and response.delay >= request.timeout:
            raise ReadTimeout("no answer came in time")
        if self.clock.frozen:
            self._scheduler.advance(response.delay)
        else:
            time.sleep(response.delay)

    @property
    def hosts(self) -> list[str]:
        """The hosts that it answers as."""
        return self._dispatcher.hosts.names

    def match(self, method: str, path: str, host: str = "") -> MatchedRequest:
        """What a request means and which faults strike it; counts it as under way.

        A server asks before it reads the body, which a fault may keep it from.

        Args:
            method: Its method.
            path: Its path as it was sent.
            host: The host that it names.
        """
        return self._dispatcher.match(method, path, host)

    def exchange(self, request: Request, matched: MatchedRequest | None = None) -> Response:
        """The answer to a request; ``release`` it when it has gone out.

        Args:
            request: The request.
            matched: What ``match`` said of it, where it was asked before.
        """
        known = matched or self.match(request.method, request.path, request.host)
        if matched is None and self.under_way_for:
            time.sleep(self.under_way_for)
        try:
            with self._lock:
                self._scheduler.catch_up()
                response = self._dispatcher.answer(request, known)
                self.request_log.note(
                    request, response, known.action, known.account, self.clock.now()
                )
        except BaseException:  # a mistake of the emulator's own: whoever called sees it
            self.forget(known)
            raise
        return response

    def release(self, response: Response) -> None:
        """Say that an answer has gone out, or never will; callbacks it caused may go out now."""
        slot, response.slot = response.slot, None
        if slot is not None:
            self._dispatcher.forget(slot)
            self._scheduler.after_request()

    def forget(self, matched: MatchedRequest) -> None:
        """Say that a matched request will not be carried out."""
        self._dispatcher.forget(matched.slot)

    def failed(self, path: str) -> Response:
        """The answer that says the emulator itself failed."""
        return self._dispatcher.failed(path)

    @property
    def under_way(self) -> dict[str, int]:
        """How many requests are under way, by account."""
        return self._dispatcher.under_way()

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
        failures = self._scheduler.advance(read({"seconds": seconds}, Advance).seconds)
        if failures:
            raise ExceptionGroup(
                "not all that was due could happen", [failure.error for failure in failures]
            )

    def reset(self) -> None:
        """Forget everything, moves of the clock included; the main account's credentials stay."""
        with self._lock:
            self.clock.base = self._start_at
            self.faults.clear()
            self.request_log.clear()
            self._begin()

    def snapshot(self) -> Snapshot:
        """Everything there is now, for ``restore``."""
        with self._lock:
            self._scheduler.catch_up()
            return Snapshot(self.account_sid, self.state.dump())

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
            self.state.load(snapshot.state)
        self._scheduler.wake()
        self._scheduler.after_request()

    @contextmanager
    def working(self) -> Generator[None]:
        """Hold the state still; what was put in the outbox meanwhile goes out afterwards."""
        with self._lock:
            self._scheduler.catch_up()
            yield
        self._scheduler.after_request()

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
            self._scheduler.catch_up()
            state, model = self.place_of(object)
            rows = state.rows(state.base(model).key, where, limit)
            return [self.values(state, model, row) for row in rows]

    def place_of(self, object: str) -> tuple[State, ObjectModel]:
        """Where records of an object are, and the object; the caller holds the lock.

        Args:
            object: Its name; one of another product's behind it: ``verify-v2/Verification``.

        Raises:
            EmulatorError: There is no such product, or its catalog has no such object.
        """
        product, _, name = object.rpartition("/")
        state = self.product(product)
        return state, state.catalog.find(name)

    def product(self, name: str) -> State:
        """What a product holds; the caller holds the lock.

        Args:
            name: Its name; empty = the main one.

        Raises:
            EmulatorError: There is no such product.
        """
        if name and name not in self._dispatcher.products:
            known = ", ".join(self._dispatcher.products)
            raise EmulatorError(f"there is no product {name}; there are: {known}")
        return self._dispatcher.state(name)

    def values(self, state: State, model: ObjectModel, row: Row) -> dict[str, Any]:
        """Return a record as its JSON values; the caller holds the lock.

        Args:
            state: Where it is.
            model: The object as which it is shown.
            row: The record.
        """
        shown: dict[str, Any] = (
            self._dispatcher.renderer(state.name).writer(model).values(row, "Get", ".json")
        )
        return shown

    @property
    def products(self) -> list[str]:
        """The names of the products besides the main one."""
        return self._dispatcher.products

    def _begin(self) -> None:
        self.state = State(
            self.catalog,
            self._facts,
            self.clock,
            make,
            LISTENERS,
            seed=self._seed,
            strict=self._strict,
            check_senders=self._check_senders,
        )
        own = self._facts["service"]["account"]
        accounts = self.state.behaviour("Account")
        values = {"type": own["type"], "status": "active"}
        self._scheduler.settle(self.state)
        self._dispatcher.settle(self.state, self.test_account_sid)
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
