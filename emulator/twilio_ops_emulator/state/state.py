"""The emulated world: records, time, what is to happen, and who behaves how."""

from __future__ import annotations

import random
from collections import deque
from collections.abc import Callable, Mapping
from itertools import islice
from typing import TYPE_CHECKING, Any, cast
from urllib.parse import urlencode

from attrs import evolve

from twilio_ops_emulator.api.errors import ErrorTable
from twilio_ops_emulator.api.paging import Pager
from twilio_ops_emulator.api.parameters import Rules
from twilio_ops_emulator.control.outcomes import Scripts
from twilio_ops_emulator.model import Catalog, FieldModel, ObjectModel, snake
from twilio_ops_emulator.state.callbacks import Callback, Sent
from twilio_ops_emulator.state.clock import Clock, Event, EventQueue
from twilio_ops_emulator.state.index import Layout, Row
from twilio_ops_emulator.state.tables import Table
from twilio_ops_emulator.state.usage import Amount, UsageLog

if TYPE_CHECKING:
    from twilio_ops_emulator.behaviour.base import Behaviour
    from twilio_ops_emulator.behaviour.usage import UsageTriggerBehaviour
    from twilio_ops_emulator.twiml.flow import Flow
    from twilio_ops_emulator.twiml.messaging import Messaging

_SECOND = 1 << 32
SENT_KEPT = 10_000
"""How many sent callbacks are remembered."""


class State:
    """State, and everything that changes it.

    Args:
        catalog: The catalog.
        facts: The facts of behaviour.
        clock: Its time.
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
        *,
        seed: int | None = None,
        strict: bool = True,
        check_senders: bool = False,
        main: State | None = None,
        name: str = "",
    ) -> None:
        self.catalog = catalog
        self.main = main or self
        self.name = name
        self.products: dict[str, State] = {}
        self.facts = facts
        self.clock = clock
        self.check_senders = check_senders
        self.errors = ErrorTable({**self.main.catalog.errors, **catalog.errors}, facts["errors"])
        self.rules = Rules(facts["service"], self.errors, facts["limits"], strict=strict)
        self.pager = Pager(facts["service"]["paging"], self.errors)
        self.scripts = Scripts(self)
        if main is None:
            self.agenda = EventQueue()
            self.ledger = UsageLog(facts["usage"])
            self.outbox: deque[Callback] = deque()
            self.sent: deque[Sent] = deque(maxlen=SENT_KEPT)
            self.random = random.Random(seed)
        else:
            self.agenda, self.ledger, self.random = main.agenda, main.ledger, main.random
            self.outbox, self.sent = main.outbox, main.sent
        self._memory: dict[str, Any] = {}
        self._twiml: Flow | None = None
        self._messaging: Messaging | None = None
        self._serial = 0
        self._at: float | None = None
        self.views: Mapping[str, Any] = facts["views"]
        self.bases = {
            key: catalog.find(view["of"])
            for key, view in self.views.items()
            if key in catalog.by_key
        }
        self._tables: dict[str, Table] = {}
        self._fields: dict[str, dict[str, FieldModel | None]] = {}
        self._behaviours: dict[str, Behaviour] = {}

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
        self.agenda.put(self.time + seconds, kind, name, data)

    def happen(self, event: Event) -> None:
        """Let an event happen, at its own time."""
        self._at = event.at
        try:
            product, _, kind = event.object.rpartition("/")
            whose = self.products[product] if product else self
            whose.behaviour(kind).event(event.name, event.data)
        finally:
            self._at = None

    # -- records ------------------------------------------------------------------------------

    def sid(self, prefix: str) -> str:
        """A new Sid."""
        return f"{prefix}{self.random.getrandbits(128):032x}"

    def token(self) -> str:
        """A new token, as accounts have them."""
        return f"{self.random.getrandbits(128):032x}"

    def place(self, created: int) -> int:
        """A place among all records: after all earlier ones and those of the same second."""
        self._serial += 1
        return created * _SECOND + self._serial

    @staticmethod
    def first_place(at: float) -> int:
        """The place before which all records are that were made before an instant."""
        return int(at + 1) * _SECOND

    def base(self, model: ObjectModel) -> ObjectModel:
        """The object whose records an object shows: mostly itself."""
        return self.bases.get(model.key, model)

    def fields(self, base: ObjectModel) -> Mapping[str, FieldModel | None]:
        """What a record of an object holds by name, whichever object shows it; None = no object."""
        fields = self._fields.get(base.key)
        if fields is None:
            fields = self._fields[base.key] = dict.fromkeys(self.table(base.key).layout.names)
            shown = [model for model in self.catalog.objects.values() if self.base(model) is base]
            for model in (*shown, base):
                fields.update(model.fields)
        return fields

    @property
    def changes(self) -> int:
        """How often a record was put there, changed or taken away."""
        return sum(table.changes for table in self._tables.values())

    def table(self, key: str) -> Table:
        """The records of an object."""
        table = self._tables.get(key)
        if table is None:
            table = self._tables[key] = self._make_table(self.catalog.find(key))
        return table

    def _make_table(self, model: ObjectModel) -> Table:
        viewers = [
            self.catalog.by_key[key] for key, base in self.bases.items() if base.key == model.key
        ]
        names = dict.fromkeys(model.fields)
        for viewer in viewers:
            names.update(dict.fromkeys(viewer.fields))
        names.update(dict.fromkeys(map(snake, model.scope)))
        names.setdefault(model.identity)
        dated = {
            field
            for shown in (model, *viewers)
            for action in shown.actions.values()
            for row in action.filters.values()
            if row.type in ("date", "datetime") and (field := row.field) is not None
        }
        views = {
            tuple(["account_sid", *self.views[viewer.key]["where"]])
            for viewer in viewers
            if self.views[viewer.key].get("where")
        }
        return Table(Layout(tuple(names)), model.identity, sorted(dated), sorted(views))

    def find(self, key: str, scope: tuple[str, ...], identity: str) -> Row | None:
        """One record of an object by its list and key."""
        return self.table(key).find(scope, identity)

    def account(self, sid: str) -> Row | None:
        """An account by its Sid."""
        return self.main.table("Account").find((), sid)

    def recall(self, name: str) -> Any:
        """What was remembered under a name, or None."""
        return self._memory.get(name)

    def remember(self, **values: Any) -> None:
        """Keep something that belongs to no record."""
        self._memory.update(values)

    @property
    def twiml(self) -> Flow:
        """What carries out the TwiML of calls."""
        if self._twiml is None:
            from twilio_ops_emulator.twiml.flow import Flow

            self._twiml = Flow(self)
        return self._twiml

    @property
    def messaging(self) -> Messaging:
        """What follows messages that come in."""
        if self._messaging is None:
            from twilio_ops_emulator.twiml.messaging import Messaging

            self._messaging = Messaging(self)
        return self._messaging

    # -- behaviour ----------------------------------------------------------------------------

    def behaviour(self, key: str) -> Behaviour:
        """What makes an object behave, by the object's name or key.

        Raises:
            EmulatorError: The catalog has no such object.
        """
        behaviour = self._behaviours.get(key)
        if behaviour is None:
            from twilio_ops_emulator.behaviour import make

            model = self.catalog.find(key)
            behaviour = self._behaviours.get(model.key) or make(self, model)
            self._behaviours[key] = self._behaviours[model.key] = behaviour
        return behaviour

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

    def publish(self, topic: str, row: Row) -> None:
        """Tell the objects that listen what has happened to a record.

        Args:
            topic: What, by the name of the method that takes it.
            row: The record.
        """
        from twilio_ops_emulator.behaviour import LISTENERS

        for key in LISTENERS[topic]:
            getattr(self.behaviour(key), topic)(row)

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
        parameters = urlencode(callback.parameters)
        self.behaviour("Notification").seeded(
            (callback.account,),
            {
                "call_sid": dict(callback.parameters).get("CallSid"),
                "error_code": facts["error_code"],
                "log": facts["log"],
                "message_date": self.now,
                "message_text": f"ErrorCode={facts['error_code']}&httpResponse={sent.status}",
                "more_info": self.errors.more_info(facts["error_code"]),
                "request_method": callback.method,
                "request_url": callback.url,
                "request_variables": parameters,
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
        categories = self.ledger.add(account, self.time, category, amount)
        if len(self.table("UsageTrigger")):
            triggers = cast("UsageTriggerBehaviour", self.behaviour("UsageTrigger"))
            triggers.used(account, categories)

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
            "agenda": self.agenda.dump(),
            "ledger": self.ledger.dump(),
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
        self.agenda.load(state["agenda"])
        self.ledger.load(state["ledger"])
        self.outbox.clear()
        self.outbox.extend(state["outbox"])
        self.sent.clear()
        self.sent.extend(state["sent"])
        for name, product in self.products.items():
            product.load_own(state["products"].get(name, {}))

    def counts(self) -> dict[str, int]:
        """How many records there are of each object that has any."""
        return {key: len(table) for key, table in sorted(self._tables.items()) if len(table)}

    def rows(
        self, key: str, where: Callable[[Row], bool] | None = None, limit: int | None = None
    ) -> list[Row]:
        """Records of an object, in all lists, newest first; at most so many."""
        rows = (row for row in self.table(key).newest() if where is None or where(row))
        return list(islice(rows, limit))


def _text(value: Any) -> str:
    if value is True or value is False:
        return "true" if value else "false"
    return str(value)
