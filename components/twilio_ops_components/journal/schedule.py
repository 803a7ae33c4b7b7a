"""What the catalog says of requests at the service: how long they wait, and what records say of them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from attrs import frozen

from twilio_ops_components.catalog import ActionRow
from twilio_ops_components.journal.states import Entry, pairs_of, with_values
from twilio_ops_runtime import ConfigurationError, Request

__all__ = ["Schedule", "is_made", "limited", "schedule_of", "unsent"]


@frozen
class Schedule:
    """How a request of an operation is scheduled.

    Attributes:
        parameters: What is sent to schedule it.
        at: The parameter that says when it is to be carried out.
        by: The parameter without which the service schedules nothing.
        minimum: How many seconds ahead at least.
        maximum: How many seconds ahead at most.
        canceled: What an Update sends to cancel it.
    """

    parameters: Mapping[str, str]
    at: str
    by: str
    minimum: float
    maximum: float
    canceled: Mapping[str, str]

    def check(self, at: float, now: float) -> None:
        """Raise unless a time is neither too near nor too far.

        Raises:
            ConfigurationError: It is.
        """
        if not self.minimum <= at - now <= self.maximum:
            raise ConfigurationError(
                f"{_text(at)}: is {_ahead(at - now)}, and what is scheduled is from"
                f" {self.minimum / 60:.0f} minutes to {self.maximum / 86_400:.0f} days ahead"
            )

    def applied(self, request: Request, at: float) -> Request | str:
        """Return a request that is carried out at a time, or why it cannot be."""
        pairs = pairs_of(request)
        names = {name for name, value in pairs if value}
        if self.by not in names:
            return f"it has no {self.by}, and what has none cannot be scheduled"
        if self.at in names or names & set(self.parameters):
            return "it is scheduled already, by its document"
        return with_values(request, {**self.parameters, self.at: _text(at)})


def schedule_of(row: ActionRow) -> Schedule | None:
    """Return how requests of an operation are scheduled; None if they are not."""
    found = row.bulk.get("schedule")
    return None if found is None else Schedule(**found)


def unsent(row: ActionRow) -> Mapping[str, str]:
    """Return what a record says of parameters that were not sent."""
    found: Mapping[str, str] = row.bulk.get("unsent", {})
    return found


def is_made(row: ActionRow, entry: Entry) -> bool:
    """Return whether the service makes what a record says, so that no record tells of the entry."""
    return not set(row.bulk.get("made", ())).isdisjoint(dict(pairs_of(entry.request)))


def limited(row: ActionRow, entry: Entry, deadline: float | None, now: float) -> Request:
    """Return the request of an entry as it goes out: with a deadline, it says for how long it may
    wait at the service, unless it says less itself or is scheduled.

    Args:
        row: The action.
        entry: The entry.
        deadline: When it is too late, in seconds since the epoch; None = the entry's own alone.
        now: The time, in seconds since the epoch.
    """
    until = [one for one in (deadline, entry.deadline) if one is not None]
    facts = row.bulk
    validity: Mapping[str, Any] | None = facts.get("validity")
    if not until or validity is None:
        return entry.request
    given = dict(pairs_of(entry.request))
    if facts.get("schedule", {}).get("at") in given:
        return entry.request
    name = validity["parameter"]
    left = max(int(validity["minimum"]), int(min(until) - now))
    own = given.get(name, "")
    if left > validity["maximum"] or (own.isdecimal() and int(own) <= left):
        return entry.request
    return with_values(entry.request, {name: str(left)})


def _ahead(seconds: float) -> str:
    if seconds < 0:
        return "past"
    minutes = seconds / 60
    return f"{minutes:.0f} minutes ahead" if minutes < 600 else f"{minutes / 1440:.1f} days ahead"


def _text(at: float) -> str:
    return datetime.fromtimestamp(int(at), UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
