"""The emulated state: records, time, what is to happen, and who behaves how."""

from __future__ import annotations

import random
from collections import deque
from collections.abc import Callable, Mapping
from typing import Any, Protocol, Self, TypeVar, cast
from urllib.parse import urlencode

from attrs import evolve

from twilio_ops_emulator.api.errors import ErrorTable
from twilio_ops_emulator.api.paging import Pager
from twilio_ops_emulator.api.parameters import Rules
from twilio_ops_emulator.model import Catalog, ObjectModel
from twilio_ops_emulator.state.callbacks import Callback, Sent
from twilio_ops_emulator.state.clock import Clock, Event, EventQueue
from twilio_ops_emulator.state.index import Row
from twilio_ops_emulator.state.records import Records
from twilio_ops_emulator.state.scripts import Scripts
from twilio_ops_emulator.state.usage import Amount, UsageLog

T = TypeVar("T")
SENT_KEPT = 1000
"""How many sent callbacks are remembered."""


class Actor(Protocol):
    """What the state itself asks of the behaviour of an object."""

    def event(self, name: str, data: dict[str, Any]) -> None:
        """Let something happen that was put down for later."""
        ...

    def seeded(self, scope: tuple[str, ...], values: Mapping[str, Any]) -> Row:
        """Put a record there."""
        ...


class State(Records):
    """State, and everything that changes it.

    What behaves is given to it, and what carries out more than one object's actions is asked for by
    its kind (``part``): the state knows neither.

    Args:
        catalog: The catalog.
        facts: The facts of behaviour.
        clock: Its time.
        make: What makes an object behave.
        listeners: The objects that take notice of what happens to others, by the name of it.
        seed: Where Sids and chance come from; None = different every time.
        strict: Whether parameters unknown to the catalog are refused.
        check_senders: Whether From must be a number that the account has.
        main: The state that this one belongs to, as one more product of the service: accounts, time,
            what is to happen and what goes out are that one's. None = it is the main one.
        name: What this product is called; empty = it is the main one.

    Attributes:
        products: The states of further products, by name.
    """

    def __init__(
        self,
        catalog: Catalog,
        facts: Mapping[str, Any],
        clock: Clock,
        make: Callable[[State, ObjectModel], Actor],
        listeners: Mapping[str, tuple[str, ...]],
        *,
        seed: int | None = None,
        strict: bool = True,
        check_senders: bool = False,
        main: Self | None = None,
        name: str = "",
    ) -> None:
        chance = random.Random(seed) if main is None else main.random
        super().__init__(catalog, facts["views"], chance, main)
        self.name = name
        self.products: dict[str, State] = {}
        self.facts = facts
        self.clock = clock
        self.make = make
        self.listeners = listeners
        self.check_senders = check_senders
        self.errors = ErrorTable({**self.main.catalog.errors, **catalog.errors}, facts["errors"])
        self.rules = Rules(facts["service"], self.errors, facts["limits"], strict=strict)
        self.pager = Pager(facts["service"]["paging"], self.errors)
        self.scripts = Scripts()
        if main is None:
            self.events = EventQueue()
            self.usage = UsageLog(facts["usage"])
            self.outbox: deque[Callback] = deque()
            self.sent: deque[Sent] = deque(maxlen=SENT_KEPT)
        else:
            self.events, self.usage = main.events, main.usage
            self.outbox, self.sent = main.outbox, main.sent
        self._at: float | None = None
        self._parts: dict[Any, Any] = {}
        self._actors: dict[str, Actor] = {}

    # -- time ---------------------------------------------------------------------------------

    @property
    def time(self) -> float:
        """The time it is, with a fraction: an event's own while one happens."""
        at = self.main._at
        return self.clock.now() if at is None else at

    @property
    def now(self) -> int:
        """The instant it is, in whole seconds."""
        return int(self.time)

    def later(self, seconds: float, kind: str, name: str, /, **data: Any) -> None:
        """Put down that behaviour of an object is to be called later."""
        if self.name:
            kind = f"{self.name}/{kind}"
        self.events.put(self.time + seconds, kind, name, data)

    def happen(self, event: Event) -> None:
        """Let an event happen, at its own time."""
        self._at = event.at
        try:
            product, _, kind = event.object.rpartition("/")
            whose = self.products[product] if product else self
            whose.behaviour(kind).event(event.name, event.data)
        finally:
            self._at = None

    # -- behaviour ----------------------------------------------------------------------------

    def behaviour(self, key: str) -> Actor:
        """What makes an object behave, by the object's name or key.

        Raises:
            EmulatorError: The catalog has no such object.
        """
        actor = self._actors.get(key)
        if actor is None:
            model = self.catalog.find(key)
            actor = self._actors.get(model.key) or self.make(self, model)
            self._actors[key] = self._actors[model.key] = actor
        return actor

    def part(self, kind: Callable[[State], T]) -> T:
        """The one of its kind that works on this state, made when it is first asked for."""
        part = self._parts.get(kind)
        if part is None:
            part = self._parts[kind] = kind(self)
        return cast(T, part)

    def call_back(
        self,
        account: str,
        url: str | None,
        method: str | None,
        parameters: Mapping[str, Any],
        about: tuple[str, str],
    ) -> None:
        """Put a callback in the outbox; nothing when there is no address.

        Args:
            account: The account that signs it.
            url: Where to, or None.
            method: GET or POST; None = POST.
            parameters: What it says; what is None is left out.
            about: The object and key it is about.
        """
        if url:
            self._put_out(account, url, method, parameters, about)

    def ask(
        self,
        account: str,
        url: str,
        method: str | None,
        parameters: Mapping[str, Any],
        about: tuple[str, str],
        then: tuple[str, str, Mapping[str, Any]],
        cookies: Mapping[str, str] | None = None,
    ) -> None:
        """Put a request to an application in the outbox; its answer is an event.

        Args:
            account: The account that signs it.
            url: Where to.
            method: GET or POST; None = POST.
            parameters: What it says; what is None is left out.
            about: The object and key it is about.
            then: The object that is to have the answer, the event's name and its further data.
            cookies: What goes with it.
        """
        self._put_out(account, url, method, parameters, about, then, cookies or {})

    def _put_out(
        self,
        account: str,
        url: str,
        method: str | None,
        parameters: Mapping[str, Any],
        about: tuple[str, str],
        then: tuple[str, str, Mapping[str, Any]] | None = None,
        cookies: Mapping[str, str] | None = None,
    ) -> None:
        said = ((name, _text(value)) for name, value in parameters.items() if value is not None)
        callback = Callback(
            account=account,
            url=url,
            method=(method or "POST").upper(),
            parameters=tuple(said),
            about=about,
            token=self.token(),
            then=then,
            cookies=tuple((cookies or {}).items()),
        )
        self.outbox.append(callback)

    def publish(self, topic: str, *what: Any) -> None:
        """Tell the objects that listen what has happened.

        Args:
            topic: What, by the name of the method that takes it.
            *what: The record it has happened to, or what else there is to say.
        """
        for key in self.listeners[topic]:
            getattr(self.behaviour(key), topic)(*what)

    def was_sent(self, sent: Sent, retry_after: float | None) -> None:
        """Take notice of what became of a callback.

        Args:
            sent: What was sent.
            retry_after: When to try again; None = not again.
        """
        number = self.sent[-1].number + 1 if self.sent else 1
        self.sent.append(evolve(sent, number=number))
        if retry_after is not None:
            again = sent.callback.again()
            self.later(retry_after, "Account", "send_again", callback=again)
        elif sent.callback.then is not None:
            kind, name, data = sent.callback.then
            product, _, key = kind.rpartition("/")
            whose = self.products[product] if product else self
            whose.behaviour(key).event(name, {**data, "answer": sent.answer})
        elif not sent.delivered and sent.error is None:
            self.notify(sent)

    def notify(self, sent: Sent) -> None:
        """Make the notification of a callback that was answered with an error."""
        facts = self.facts["callbacks"]["notification"]
        callback = sent.callback
        if self.account(callback.account) is None:
            return
        words = {
            "statusCallback": callback.url,
            "ErrorCode": facts["error_code"],
            "LogLevel": "WARN",
            "Msg": f"Got HTTP {sent.status} response to {callback.url}",
        }
        self.behaviour("Notification").seeded(
            (callback.account,),
            {
                "call_sid": dict(callback.parameters).get("CallSid"),
                "error_code": facts["error_code"],
                "log": facts["log"],
                "message_date": self.now,
                "message_text": urlencode(words),
                "more_info": self.errors.more_info(facts["error_code"]),
                "request_method": callback.method.lower(),
                "request_url": callback.url,
                "request_variables": urlencode(callback.parameters),
                "response_headers": "",
                "response_body": "",
            },
        )

    def charge(self, account: str, category: str, amount: Amount) -> None:
        """Write down what an account used, and see what its triggers say.

        Args:
            account: The account.
            category: The category of usage.
            amount: How often, how much and at what price.
        """
        categories = self.usage.add(account, self.time, category, amount)
        if len(self.table("UsageTrigger")):
            self.publish("used", account, categories)

    def family(self, account: str) -> list[str]:
        """An account and those that it owns."""
        owned = [
            row["sid"]
            for row in self.table("Account")
            if row["owner_account_sid"] == account and row["sid"] != account
        ]
        return [account, *owned]

    # -- the whole ----------------------------------------------------------------------------

    def dump(self) -> dict[str, Any]:
        """Everything there is, as plain values for ``load``."""
        return {
            **self.dump_own(),
            "time": self.clock.now(),
            "random": self.random.getstate(),
            "agenda": self.events.dump(),
            "ledger": self.usage.dump(),
            "outbox": list(self.outbox),
            "sent": list(self.sent),
            "products": {name: state.dump_own() for name, state in self.products.items()},
        }

    def dump_own(self) -> dict[str, Any]:
        """What a product has besides what is the main state's."""
        return {
            "serial": self._serial,
            "tables": {key: table.dump() for key, table in self._tables.items()},
            "scripts": self.scripts.dump(),
            "memory": dict(self._memory),
        }

    def load_own(self, state: Mapping[str, Any]) -> None:
        """Replace what a product has by what was there at an earlier ``dump_own``."""
        self._serial = state.get("serial", self._serial)
        tables: Mapping[str, Any] = state.get("tables", {})
        for key in list(self._tables):
            self._tables[key].load(tables.get(key, ()))
        for key, rows in tables.items():
            if key not in self._tables:
                self.table(key).load(rows)
        self.scripts.load(state.get("scripts", []))
        self._memory = dict(state.get("memory", {}))

    def load(self, state: Mapping[str, Any]) -> None:
        """Replace everything by what was there at an earlier ``dump``."""
        self.clock.set(state["time"])
        self.load_own(state)
        self.random.setstate(state["random"])
        self.events.load(state["agenda"])
        self.usage.load(state["ledger"])
        self.outbox.clear()
        self.outbox.extend(state["outbox"])
        self.sent.clear()
        self.sent.extend(state["sent"])
        for name, product in self.products.items():
            product.load_own(state["products"].get(name, {}))


def _text(value: Any) -> str:
    if value is True or value is False:
        return "true" if value else "false"
    return str(value)
