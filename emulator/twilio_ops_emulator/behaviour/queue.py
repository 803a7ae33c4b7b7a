"""Queues and the calls that wait in them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from twilio_ops_emulator.behaviour.base import Behaviour

if TYPE_CHECKING:
    from twilio_ops_emulator.api.context import Context
    from twilio_ops_emulator.api.render import Page
    from twilio_ops_emulator.behaviour.call import CallBehaviour
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
            raise self.world.errors.case("queue_exists", f"FriendlyName is {name}.")

    def changed(self, context: Context, row: Row) -> None:
        self.refresh(row)

    def leave(self, context: Context, row: Row) -> None:
        self.refresh(row)
        if row["current_size"]:
            why = f"{row['current_size']} calls wait in the queue."
            raise self.world.errors.case("in_use", why)

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
        members = list(self.world.table("Member").shelf((row["account_sid"], row["sid"])))
        waited = [self.world.now - member["date_enqueued"] for member in members]
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
            return next(iter(self.table.shelf(scope)), None)
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
        self.table.delete(row)
        calls = cast("CallBehaviour", self.world.behaviour("Call"))
        call = self.world.find("Call", (row["account_sid"],), row["call_sid"])
        if call is not None and not calls.is_final(call):
            call.remember(queue=None)
            calls.redirect(call, context.get("Url"), None)
        return row

    def call_changed(self, call: Row) -> None:
        """A call that has ended waits no longer."""
        if call["status"] in self.facts["call"]["final"]:
            self._take_out(call)

    def call_redirected(self, call: Row) -> None:
        """A call that goes on elsewhere waits no longer."""
        self._take_out(call)

    def enqueue(self, call: Row, queue: str) -> bool:
        """Let a call wait, if the queue has room for it.

        Args:
            call: The call.
            queue: The name of the queue; made when there is none.

        Returns:
            Whether it waits.
        """
        account = call["account_sid"]
        queues = cast(QueueBehaviour, self.world.behaviour("Queue"))
        row = queues.named_by(account, queue)
        if len(self.table.shelf((account, row["sid"]))) >= row["max_size"]:
            return False
        self._take_out(call)
        call.remember(queue=row["sid"])
        member = self.make(
            (account, row["sid"]),
            {"call_sid": call["sid"], "date_enqueued": self.world.now, "wait_time": 0},
        )
        self.table.insert(member)
        self._refresh(member.scope)
        return True

    def _take_out(self, call: Row) -> None:
        queue = call.recall("queue")
        if queue is None:
            return
        call.remember(queue=None)
        row = self.table.find((call["account_sid"], queue), call["sid"])
        if row is not None:
            self.table.delete(row)

    def _refresh(self, scope: tuple[str, ...]) -> None:
        for position, row in enumerate(self.table.shelf(scope), start=1):
            waited = self.world.now - row["date_enqueued"]
            self.table.update(row, {"position": position, "wait_time": waited})


BEHAVIOURS = {"Member": MemberBehaviour, "Queue": QueueBehaviour}
