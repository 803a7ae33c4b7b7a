"""The emulator: a stateful service in process, behind the seam that the runtime sends through."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Mapping, Sequence
from types import TracebackType
from typing import TYPE_CHECKING, Any, NamedTuple, Self, cast
from urllib.parse import parse_qsl, urlsplit

from twilio_ops_emulator import facts as known_facts
from twilio_ops_emulator.access import Access
from twilio_ops_emulator.callbacks import Courier, Sent
from twilio_ops_emulator.clock import Clock
from twilio_ops_emulator.context import Context
from twilio_ops_emulator.control import Control, done, refused
from twilio_ops_emulator.errors import EmulatorError, NotEmulated, Refusal
from twilio_ops_emulator.faults import Fault, Faults, Plan
from twilio_ops_emulator.journal import Journal
from twilio_ops_emulator.magic import Magic
from twilio_ops_emulator.model import Catalog
from twilio_ops_emulator.render import Page, Renderer
from twilio_ops_emulator.routes import Route, Router, split_suffix
from twilio_ops_emulator.seeds import read_seed, sow
from twilio_ops_emulator.store import Row
from twilio_ops_emulator.wire import Incoming, Outgoing
from twilio_ops_emulator.world import World
from twilio_ops_runtime.errors import ConnectionDropped, ReadTimeout
from twilio_ops_runtime.transport import Reply, Request, Send

if TYPE_CHECKING:
    import os

    from twilio_ops_runtime.connection import Connection

    from twilio_ops_emulator.behaviour.transcription import TranscriptionBehaviour

FORM = "application/x-www-form-urlencoded"


class Foreseen(NamedTuple):
    """What is known of a request before its body is read.

    Attributes:
        route: The action it means, or None.
        path_known: Whether the catalog has its path, be it with another method.
        suffix: The format it asks for.
        account: The account in its path, or None.
        slot: What it counts as under way for.
        plan: The faults that strike it, or None.
    """

    route: Route | None
    path_known: bool
    suffix: str
    account: str | None
    slot: str
    plan: Plan | None

    @property
    def dropped(self) -> bool:
        """Whether the connection closes before the body is read."""
        before = None if self.plan is None else self.plan.before
        return before is not None and before.kind == "drop"


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

    Attributes:
        account_sid: The main account.
        auth_token: Its token.
        test_account_sid: The account of the test credentials.
        test_auth_token: Their token.
        faults: The rules that make answers fail.
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
    ) -> None:
        self._facts = known_facts.behaviour(package)
        self.catalog = Catalog(known_facts.catalog(package))
        self.clock = clock or Clock()
        self._seed = seed
        self._strict = strict
        self._check_senders = check_senders
        self._concurrency = concurrency
        self._router = Router(self.catalog)
        self._magic = Magic(self._facts["test_credentials"])
        self._courier = Courier(self._facts["callbacks"], send, anywhere=callbacks_anywhere)
        self._lock = threading.RLock()
        self._delivering = threading.Lock()
        self._deliverer: int | None = None
        self._under_way: dict[str, int] = {}
        self._ticker: _Ticker | None = None
        self.faults = Faults()
        self.journal = Journal()
        self._start_at = self.clock.now()
        self._control = Control(self)
        self.world: World
        self.account_sid = self.auth_token = ""
        self.test_account_sid = self.test_auth_token = ""
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
        if self._ticker is None and background:
            self._ticker = _Ticker(self)
            self._ticker.start()
        return self

    def close(self) -> None:
        """Stop the time and close what is open."""
        ticker, self._ticker = self._ticker, None
        if ticker is not None:
            ticker.stop()
        self._courier.close()

    def connection(self, account_sid: str | None = None, **settings: Any) -> Connection:
        """A connection of the runtime to this emulator, without a socket.

        Args:
            account_sid: The account to be; None = the main one.
            **settings: Further arguments of ``Connection``.

        Raises:
            EmulatorError: There is no such account.
        """
        from twilio_ops_runtime.connection import Connection

        sid = account_sid or self.account_sid
        if "api_key" not in settings:
            settings.setdefault("auth_token", self.token_of(sid))
        return Connection(sid, send=self.handle, **settings)

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
            return list(self.world.sent)

    # -- the seam -----------------------------------------------------------------------------

    def handle(self, request: Request, /) -> Reply:
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
        )
        outgoing = self.exchange(incoming)
        try:
            self._wait(outgoing, incoming)
        finally:
            self.release(outgoing)
            self._deliver_here()
        if outgoing.fate == "drop":
            raise ConnectionDropped("the connection was closed without an answer")
        if outgoing.fate == "cut":
            raise ConnectionDropped("the connection was lost within the answer")
        return Reply(outgoing.status, outgoing.headers, outgoing.body)

    def _wait(self, outgoing: Outgoing, incoming: Incoming) -> None:
        if not outgoing.delay:
            return
        if incoming.timeout is not None and outgoing.delay >= incoming.timeout:
            raise ReadTimeout("no answer came in time")
        if self.clock.frozen:
            self.advance(outgoing.delay)
        else:
            time.sleep(outgoing.delay)

    def foresee(self, method: str, path: str) -> Foreseen:
        """What a request means and which faults strike it; counts it as under way.

        A server asks before it reads the body, which a fault may keep it from.

        Args:
            method: Its method.
            path: Its path as it was sent.
        """
        parts = Incoming(method, path).segments
        parts[-1], suffix = split_suffix(parts[-1])
        match = self._router.match(parts)
        route = match.route(method) if match is not None else None
        account = parts[2] if len(parts) > 2 else None
        names = () if route is None else (route.action.owner.name, route.action.owner.key)
        with self._lock:
            plan = self.faults.plan(names, route.action.name if route else None, account)
            slot = account or ""
            self._under_way[slot] = self._under_way.get(slot, 0) + 1
        return Foreseen(route, match is not None, suffix, account, slot, plan)

    def exchange(self, incoming: Incoming, foreseen: Foreseen | None = None) -> Outgoing:
        """The answer to a request; ``release`` it when it has gone out.

        Args:
            incoming: The request.
            foreseen: What ``foresee`` said of it, where it was asked before.
        """
        started = time.perf_counter()
        if self.controls(incoming.path):
            return self._controlled(incoming)
        known = foreseen or self.foresee(incoming.method, incoming.path)
        with self._lock:
            self._catch_up()
            outgoing = self._answer(incoming, known)
            action = None if known.route is None else known.route.action.key
            self.journal.note(incoming, outgoing, action, known.account, self.clock.now())
            under_way = self._under_way.get(known.slot, 1)
        service = self._facts["service"]["headers"]
        headers = outgoing.headers
        headers[service["request_id"]] = self._request_id()
        headers[service["concurrent"]] = str(under_way)
        headers[service["duration"]] = f"{time.perf_counter() - started:.3f}"
        return outgoing

    def controls(self, path: str) -> bool:
        """Whether a path is one of control and none of the service."""
        return self._control.owns(path)

    def _controlled(self, incoming: Incoming) -> Outgoing:
        try:
            seconds = self._control.advance_of(incoming)
        except EmulatorError as wrong:
            return refused(wrong)
        if seconds is not None:  # sends callbacks, which must not wait for the lock
            self.advance(seconds)
            return done()
        with self._lock:
            self._catch_up()
            return self._control.answer(incoming)

    def release(self, outgoing: Outgoing) -> None:
        """Say that an answer has gone out, or never will."""
        slot, outgoing.slot = outgoing.slot, None
        if slot is not None:
            self._leave(slot)

    def forget(self, foreseen: Foreseen) -> None:
        """Say that a foreseen request will not be carried out."""
        self._leave(foreseen.slot)

    def _leave(self, slot: str) -> None:
        with self._lock:
            left = self._under_way.get(slot, 1) - 1
            if left > 0:
                self._under_way[slot] = left
            else:
                self._under_way.pop(slot, None)

    def _request_id(self) -> str:
        prefix: str = self._facts["service"]["headers"]["request_id_prefix"]
        # Not the world's chance: how many requests were made must not change the Sids they make.
        return f"{prefix}{time.perf_counter_ns():032x}"

    # -- one request --------------------------------------------------------------------------

    def _answer(self, incoming: Incoming, known: Foreseen) -> Outgoing:
        plan, suffix = known.plan, known.suffix
        try:
            if self._concurrency is not None and self._under_way[known.slot] > self._concurrency:
                raise self.world.errors.case("too_many")
            if plan is not None and plan.before is not None:
                outgoing = self._struck(plan.before, suffix)
            elif known.route is None:
                raise self._unknown(incoming, known.path_known)
            else:
                keys = dict(known.route.keys)
                outgoing = self._carry_out(incoming, known.route.action, keys, suffix)
        except Refusal as refusal:
            outgoing = self._refused(refusal, suffix)
        outgoing.slot = known.slot
        if plan is not None:
            self._strike(outgoing, plan, suffix)
        return outgoing

    def _unknown(self, incoming: Incoming, path_known: bool) -> Refusal:
        if path_known:
            return self.world.errors.case("method")
        return NotEmulated(f"the catalog has no path {incoming.path}.")

    def _carry_out(
        self, incoming: Incoming, action: Any, keys: dict[str, str], suffix: str
    ) -> Outgoing:
        world = self.world
        access = Access(world, self.test_account_sid)
        caller = access.caller(incoming.headers)
        model = action.owner
        account_key = self.catalog.account_key
        sid = keys.get(account_key) or (keys.get("Sid") if model.key == "Account" else None)
        account = caller.account if sid is None else access.reach(caller.account, sid)
        context = Context(
            world=world,
            model=model,
            action=action,
            keys=keys,
            account=account,
            caller=caller.account,
            sent=self._sent(incoming, action),
            path=incoming.path,
            suffix=suffix,
            test=caller.test,
        )
        if account_key in keys:
            access.require_active(account)
        if caller.test:
            self._magic.permit(context)
        behaviour = world.behaviour(model.key)
        behaviour.require_parents(context)
        if not suffix and action.name == "Get" and (found := behaviour.media(context)) is not None:
            return found
        if action.cardinality != "many":
            context.values = world.rules.decode(action, context.sent)
            if caller.test:
                self._magic.check(context)
        outgoing = self._done(context, behaviour)
        if context.status is not None:
            outgoing.status = context.status
        return outgoing

    def _done(self, context: Context, behaviour: Any) -> Outgoing:
        action = context.action
        result: Row | Page | None
        if action.cardinality == "many":
            result = behaviour.query(context)
        else:
            result = getattr(behaviour, action.name.lower())(context)
        status = action.status[0]
        if result is None:
            return Outgoing(204 if status == 200 else status)
        renderer = self._renderer
        headers = {"Content-Type": renderer.media_type(context.suffix)}
        if isinstance(result, Page):
            body = renderer.page(context.model, result, "Query", context.suffix)
        else:
            model = context.model
            if action.answers is not None:
                model = self.catalog.objects.get(action.answers, model)
            body = renderer.record(model, result, action.name, context.suffix)
        return Outgoing(status, headers, body)

    def _sent(self, incoming: Incoming, action: Any) -> Sequence[tuple[str, str]]:
        query = parse_qsl(incoming.query, keep_blank_values=True)
        if action.method == "GET":
            return query
        kind = incoming.headers.get("content-type", FORM)
        if incoming.body and not kind.lower().startswith(FORM):
            raise self.world.errors.case("invalid", f"The body is {kind}, not a form.")
        try:
            form = parse_qsl(incoming.body.decode(), keep_blank_values=True)
        except UnicodeDecodeError:
            raise self.world.errors.case("invalid", "The body is not UTF-8.") from None
        return [*query, *form]

    def _refused(self, refusal: Refusal, suffix: str) -> Outgoing:
        headers = {"Content-Type": self._renderer.media_type(suffix), **refusal.headers}
        return Outgoing(refusal.status, headers, self._renderer.refusal(refusal, suffix))

    # -- faults -------------------------------------------------------------------------------

    def _struck(self, fault: Fault, suffix: str) -> Outgoing:
        if fault.kind == "drop":
            return Outgoing(0, fate="drop")
        code = fault.code
        if code is not None and fault.message is None:
            refusal = self.world.errors.code(code, status=fault.status)
        else:
            refusal = Refusal(fault.status, fault.message or "The service failed.", code)
        if fault.retry_after is not None:
            refusal.headers["Retry-After"] = str(fault.retry_after)
        return self._refused(refusal, suffix)

    def _strike(self, outgoing: Outgoing, plan: Plan, suffix: str) -> None:
        outgoing.delay += plan.delay
        fault = plan.after
        if fault is None or plan.before is not None:
            return
        if fault.kind == "status":
            struck = self._struck(fault, suffix)
            outgoing.status, outgoing.headers = struck.status, struck.headers
            outgoing.body = struck.body
        elif fault.kind == "drop":
            outgoing.fate = "drop"
        else:
            outgoing.sent = fault.bytes
            if fault.kind == "cut":
                outgoing.fate = "cut"
            else:
                outgoing.body = outgoing.body[: fault.bytes]

    # -- time ---------------------------------------------------------------------------------

    def advance(self, seconds: float = 0.0) -> None:
        """Move time forward; everything that is due meanwhile happens, in order.

        Callbacks go out as they come up, and have gone out when it returns. What receives them may
        ask back, but not move time itself.

        Args:
            seconds: How far.
        """
        with self._lock:
            goal = self.clock.now() + seconds
        while True:
            with self._lock:
                at = self.world.agenda.next_at()
                if at is None or at > goal:
                    self.clock.advance(max(goal - self.clock.now(), 0.0))
                    break
                self.clock.advance(max(at - self.clock.now(), 0.0))
                self._catch_up()
            self._deliver(wait=True)
        self._deliver(wait=True)

    def _catch_up(self) -> None:
        now = self.clock.now()
        while self.world.happen(now):
            pass

    def tick(self) -> float | None:
        """Let happen what is due, send what is in the outbox; the seconds until there is more."""
        with self._lock:
            self._catch_up()
        self._deliver()
        with self._lock:
            at = self.world.agenda.next_at()
            return None if at is None else max(at - self.clock.now(), 0.0)

    def wake(self) -> None:
        """Let the thread that time passes in look whether something is due sooner now."""
        if self._ticker is not None:
            self._ticker.wake()

    def _deliver_here(self) -> None:
        """Send callbacks in this thread, unless the ticker does."""
        if self._ticker is not None:
            self._ticker.wake()
        elif self.world.outbox:
            self._deliver()

    def _deliver(self, *, wait: bool = False) -> None:
        """Send what is in the outbox.

        A receiver may ask back while it is being sent to; what that puts in the outbox is sent by
        who sends already.

        Args:
            wait: Whether to wait for another thread that is at it.
        """
        if self._deliverer == threading.get_ident():
            return
        if not self._delivering.acquire(blocking=wait):
            return
        self._deliverer = threading.get_ident()
        try:
            while self._deliver_one():
                pass
        finally:
            self._deliverer = None
            self._delivering.release()

    def _deliver_one(self) -> bool:
        with self._lock:
            if not self.world.outbox:
                return False
            world = self.world
            callback = world.outbox.popleft()
            account = world.account(callback.account)
            token = "" if account is None else account["auth_token"]
            at = self.clock.now()
        sent = self._courier.deliver(callback, token, at)
        with self._lock:
            if world is self.world:  # not reset meanwhile
                world.was_sent(sent, self._courier.retry_after(sent))
        return True

    # -- control ------------------------------------------------------------------------------

    def reset(self) -> None:
        """Forget everything; the main account and its credentials stay."""
        with self._lock:
            if self.clock.frozen:
                self.clock.set(self._start_at)
            self.faults.clear()
            self.journal.clear()
            self._begin()

    def seed(self, source: str | os.PathLike[str] | Mapping[str, Any]) -> None:
        """Put records, scripts and faults there.

        Args:
            source: A YAML file, or its content.

        Raises:
            EmulatorError: It says something that cannot be.
        """
        with self._lock:
            sow(self, read_seed(source))

    def snapshot(self) -> dict[str, Any]:
        """Everything there is now, for ``restore``."""
        with self._lock:
            self._catch_up()
            return self.world.dump()

    def restore(self, snapshot: Mapping[str, Any]) -> None:
        """Make everything as it was at an earlier ``snapshot``."""
        with self._lock:
            self.world.load(snapshot)

    def fault(self, kind: str, **values: Any) -> Fault:
        """Put a rule of faults in force; the arguments are those of ``Fault``.

        Raises:
            EmulatorError: They are not.
        """
        rule = Fault.from_values({"kind": kind, **values})
        with self._lock:
            self.faults.add(rule)
        return rule

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
            EmulatorError: The object has no such outcome.
        """
        with self._lock:
            key = self.catalog.find(object).key
            outcomes = getattr(self.world.behaviour(key), "outcomes", None)
            if outcomes is None or outcome not in outcomes:
                known = ", ".join(sorted(outcomes or ())) or "none"
                raise EmulatorError(f"{object} has no outcome {outcome}; there are: {known}")
            self.world.scripts.add(
                {
                    "object": key,
                    "outcome": outcome,
                    "match": dict(match or {}),
                    "settings": settings,
                    "times": times,
                }
            )

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
            return str(behaviour.start(recording, text)["sid"])

    def records(
        self, object: str, where: Callable[[Row], bool] | None = None
    ) -> list[dict[str, Any]]:
        """All records of an object, in all accounts, newest first, as their JSON values."""
        with self._lock:
            self._catch_up()
            model = self.catalog.find(object)
            writer = self._renderer.writer(model)
            rows = self.world.rows(self.world.base(model).key, where)
            return [writer.values(row, "Get", ".json") for row in rows]

    def _begin(self) -> None:
        self.world = World(
            self.catalog,
            self._facts,
            self.clock,
            seed=self._seed,
            strict=self._strict,
            check_senders=self._check_senders,
        )
        self._renderer = Renderer(
            self.catalog, self.world.errors, self._facts["service"], self.world.bases
        )
        own = self._facts["service"]["account"]
        accounts = self.world.behaviour("Account")
        values = {"type": own["type"], "status": "active"}
        drawn = [f"AC{self.world.token()}", self.world.token()]
        drawn += [f"AC{self.world.token()}", self.world.token()]
        if not self.account_sid:  # a reset draws as well: the same chance makes the same Sids
            self.account_sid, self.auth_token = drawn[:2]
            self.test_account_sid, self.test_auth_token = drawn[2:]
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


class _Ticker:
    """A thread that lets time pass."""

    def __init__(self, emulator: Emulator) -> None:
        self._emulator = emulator
        self._changed = threading.Condition()
        self._woken = False
        self._stopped = False
        self._thread = threading.Thread(target=self._run, name="emulator-time", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        with self._changed:
            self._stopped = True
            self._changed.notify()
        if threading.current_thread() is not self._thread:
            self._thread.join()

    def wake(self) -> None:
        with self._changed:
            self._woken = True
            self._changed.notify()

    def _run(self) -> None:
        while True:
            wait = self._emulator.tick()
            with self._changed:
                if not self._woken and not self._stopped:
                    self._changed.wait(wait)
                self._woken = False
                if self._stopped:
                    return
