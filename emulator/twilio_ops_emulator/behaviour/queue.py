"""Queues and the calls that wait in them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, cast

from twilio_ops_emulator.behaviour import roles
from twilio_ops_emulator.behaviour.base import Behaviour

if TYPE_CHECKING:
    from twilio_ops_emulator.api.context import Context
    from twilio_ops_emulator.api.render import Page
    from twilio_ops_emulator.state.index import Row

FRONT = "Front"


class QueueBehaviour(Behaviour):
    """A queue knows how many wait in it, and how long on average."""

    def prepare(self, context: Context) -> dict[str, Any]:
        values = super().prepare(context)
        self._check(context, values["friendly_name"], None)
        return values

    def revise(self, context: Context, row: Row) -> dict[str, Any]:
        values = super().revise(context, row)
        if "friendly_name" in values:
            self._check(context, values["friendly_name"], row)
        return values

    def _check(self, context: Context, name: str, own: Row | None) -> None:
        """See that no other queue of the account has a name."""
        known = self.table.having("friendly_name", name, (context.account_sid,))
        if known is not None and known is not own:
            raise self.state.errors.case("queue_exists", f"FriendlyName is {name}.")

    def changed(self, context: Context, row: Row) -> None:
        self.refresh(row)

    def leave(self, context: Context, row: Row) -> None:
        self.refresh(row)
        if row["current_size"]:
            why = f"{row['current_size']} calls wait in the queue."
            raise self.state.errors.case("in_use", why)

    def get(self, context: Context) -> Row:
        row = super().get(context)
        self.refresh(row)
        return row

    def query(self, context: Context) -> Page:
        page = super().query(context)
        for row in page.rows:
            self.refresh(row)
        return page

    def named_by(self, account: str, name: str) -> Row:
        """The queue of a name; made when there is none."""
        row = self.table.having("friendly_name", name, (account,))
        if row is None:
            row = self.make((account,), {"friendly_name": name})
            self.table.insert(row)
        return row

    def refresh(self, row: Row) -> None:
        """Work out its size and how long those in it have waited."""
        members = list(self.state.table("Member").listing((row["account_sid"], row["sid"])))
        waited = [self.state.now - member["date_enqueued"] for member in members]
        self.table.update(
            row,
            {
                "current_size": len(members),
                "average_wait_time": sum(waited) // len(waited) if waited else 0,
            },
        )


class MemberBehaviour(Behaviour):
    """A call that waits; the first in line is also called Front."""

    def locate(
        self, scope: tuple[str, ...], key: str, context: Context | None = None
    ) -> Row | None:
        if key == FRONT:
            return next(iter(self.table.listing(scope)), None)
        return super().locate(scope, key)

    def get(self, context: Context) -> Row:
        row = self.named(context)
        self._refresh(row.scope)
        return row

    def query(self, context: Context) -> Page:
        self._refresh(self.scope(context))
        return super().query(context)

    def update(self, context: Context) -> Row:
        """Take a call out of the queue: it goes on elsewhere."""
        row = self.named(context)
        self._refresh(row.scope)
        calls = roles.calls(self.state)
        call = self.state.find("Call", (row["account_sid"],), row["call_sid"])
        if call is not None and not calls.is_final(call):
            calls.redirect(call, context.get("Url"), None, context.get("Method"))
        if self.table.find(row.scope, row["call_sid"]) is row:  # a seed put it there
            self.table.delete(row)
        return row

    def front(self, account: str, queue: str) -> Row | None:
        """Return the call that has waited longest in a queue."""
        row = self.state.table("Queue").having("friendly_name", queue, (account,))
        if row is None:
            return None
        for member in self.table.listing((account, row["sid"])):
            call = self.state.find("Call", (account,), member["call_sid"])
            if call is not None and not call.recall("dequeued_by"):
                return call
        return None

    def waiting(self, call: Row) -> Mapping[str, Any]:
        """Return what requests say of a call that waits; empty where it waits in no queue."""
        account, sid = call["account_sid"], call.recall("queue")
        member = None if sid is None else self.table.find((account, sid), call["sid"])
        queue = None if sid is None else self.state.find("Queue", (account,), sid)
        if member is None or queue is None:
            return {}
        self._refresh(member.scope)
        queues = cast(QueueBehaviour, self.state.behaviour("Queue"))
        queues.refresh(queue)
        return {
            "QueuePosition": member["position"],
            "QueueSid": sid,
            "QueueTime": self.state.now - member["date_enqueued"],
            "AvgQueueTime": queue["average_wait_time"],
            "CurrentQueueSize": queue["current_size"],
            "MaxQueueSize": queue["max_size"],
        }

    def enqueue(self, call: Row, queue: str, most: int | None) -> Row | None:
        """Let a call wait, if the queue has room for it.

        Args:
            call: The call.
            queue: The name of the queue; made when there is none.
            most: How many may wait; None = as many as the queue holds.

        Returns:
            What waits; None = the queue is full.
        """
        account = call["account_sid"]
        queues = cast(QueueBehaviour, self.state.behaviour("Queue"))
        row = queues.named_by(account, queue)
        if len(self.table.listing((account, row["sid"]))) >= min(
            most or row["max_size"], row["max_size"]
        ):
            return None
        self.take_out(call)
        call.remember(queue=row["sid"], dequeued_by=None)
        member = self.make(
            (account, row["sid"]),
            {"call_sid": call["sid"], "date_enqueued": self.state.now, "wait_time": 0},
        )
        self.table.insert(member)
        self._refresh(member.scope)
        return member

    def take_out(self, call: Row) -> None:
        """Let a call wait no longer."""
        queue = call.recall("queue")
        if queue is None:
            return
        call.remember(queue=None)
        row = self.table.find((call["account_sid"], queue), call["sid"])
        if row is not None:
            self.table.delete(row)

    def _refresh(self, scope: tuple[str, ...]) -> None:
        for position, row in enumerate(self.table.listing(scope), start=1):
            waited = self.state.now - row["date_enqueued"]
            self.table.update(row, {"position": position, "wait_time": waited})


BEHAVIOURS = {"Member": MemberBehaviour, "Queue": QueueBehaviour}
