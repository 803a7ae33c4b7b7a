"""Create, Get, Query, Update, Delete: the life of a record of every object that has them.

Each goes through the typed operations and through documents. What has no Create is put there by a
seed; what has no Get is looked for in the emulator itself.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from emulator_client import Client
from emulator_doors import (
    DocumentDoor,
    Door,
    TypedDoor,
    operation_of,
    plain,
    request_document,
)
from emulator_tour import Tour

from twilio_ops import Connection, NotFoundError
from twilio_ops_emulator import catalog_data as facts
from twilio_ops_emulator.model import ActionModel, Catalog, ObjectModel
from twilio_ops_runtime.documents.request_documents import read

CATALOG = Catalog(facts.catalog())
LEFT_OUT = ("SendAt", "ScheduleType", "AccountSid")
"""What goes with other values only: a schedule needs a service, a move another account."""
FORMS: dict[str, dict[str, str]] = {
    "Call.Update": {"Status": "canceled"},
    "CallRecording.Update": {"Status": "paused"},
    "ConferenceRecording.Update": {"Status": "paused"},
    "Message.Update": {"Body": ""},
    "SMSMessage.Update": {"Body": ""},
}
"""Changes that not every value stands for."""
NOT_KEPT = ("ValidationRequest",)
DOORS: dict[str, Callable[[Connection], Door]] = {
    "typed": TypedDoor,
    "documents": DocumentDoor,
}


@pytest.fixture
def tour(client: Client) -> Tour:
    """A tour of an emulator of its own."""
    return Tour(client)


class Life:
    """The life of one record.

    Args:
        tour: What makes the records above it.
        door: Which way its actions go.
        model: Its object.
    """

    def __init__(self, tour: Tour, door: Door, model: ObjectModel) -> None:
        self.tour, self.door, self.model = tour, door, model
        self.key = ""

    def action(self, name: str) -> ActionModel | None:
        """One of the object's own actions on single records or its list, or None."""
        action = self.model.actions.get(name)
        if action is None or action.refused or action.answers or action.key_parameter:
            return None
        single = name not in ("Query", "Get") or action.cardinality == (
            "many" if name == "Query" else "one"
        )
        return action if single else None

    def form(self, action: ActionModel) -> dict[str, Any]:
        """Every parameter that can be given beside the others."""
        if action.key in FORMS:
            return dict(FORMS[action.key])
        values = self.tour.values(action, everything=True)
        return {name: value for name, value in values.items() if name not in LEFT_OUT}

    def begin(self) -> None:
        """Make the record; it shows what was sent, and is found as it was answered."""
        create = self.action("Create")
        if create is None:
            self.key = self.tour.key_of(self.model.key)
            if self.model.key == "ConferenceRecording":  # as a verb of TwiML would have begun it
                (row,) = self.tour.emulator.state.rows("Recording")
                self.tour.emulator.state.table("Recording").update(row, {"status": "in-progress"})
            return
        form = self.form(create)
        record = self.door.write(create, self.tour.address(create, ""), form)
        self.key = str(getattr(record, self.model.identity, None) or "")
        self.shows(create, record, form)
        self.found_as(record)

    def change(self) -> None:
        """Change it; the answer shows what was sent, and so does it from then on."""
        action = self.action("Update")
        if action is None:
            return
        self.tour.emulator.advance(1)
        if self.model.key in ("Conference", "Participant"):
            self.tour.let_confer()
        form = self.form(action)
        record = self.door.write(action, self.address(action), form)
        self.shows(action, record, form)
        if self.model.key == "Member":  # whoever is sent elsewhere waits no longer
            self.is_gone()
        else:
            self.found_as(record)

    def end(self) -> None:
        """Delete it; it is not there any more."""
        action = self.action("Delete")
        if action is None:
            return
        assert self.door.write(action, self.address(action), {}) is None
        if self.model.key == "Account":  # closing is what deleting an account is
            assert ["closed"] == [str(row.status) for row in self.rows("Get")]
            return
        self.is_gone()

    def address(self, action: ActionModel) -> str | None:
        """The composed Sid of the record, or of its list."""
        return self.tour.address(action, "" if action.name == "Query" else self.key)

    def rows(self, name: str) -> list[Any]:
        """The records with its key that a reading answers."""
        action = self.action(name)
        assert action is not None
        records = self.door.read(action, self.address(action))
        if name == "Get":
            return records
        return [row for row in records if str(getattr(row, self.model.identity)) == self.key]

    def shows(self, action: ActionModel, record: Any, form: dict[str, Any]) -> None:
        """A record has the values that were sent."""
        kind = operation_of(action)
        given = read(kind.spec, request_document(kind, None, form)).given
        names = {field.xml: field.name for field in type(record).spec.fields}
        for parameter, field in action.filled:
            if given.get(parameter) is None or action.owner.fields[field].xml not in names:
                continue
            value = getattr(record, names[action.owner.fields[field].xml])
            assert _text(given[parameter]) == _text(value), parameter

    def found_as(self, record: Any) -> None:
        """Reading the record, alone and in its list, answers the same.

        But for the fields that not every action's answer carries.
        """
        stored = [
            row
            for row in self.tour.emulator.records(self.model.name)
            if not self.key or row.get(self.model.identity, self.key) == self.key
        ]
        assert stored or self.model.key in NOT_KEPT
        for name in ("Get", "Query"):
            if self.action(name) is not None:
                (found,) = self.rows(name)
                assert self.shared(found) == self.shared(record)

    def shared(self, record: Any) -> dict[str, Any]:
        """The fields that every action's answer carries."""
        some = {name for name, field in self.model.fields.items() if field.only}
        return {name: value for name, value in plain(record).items() if name not in some}

    def is_gone(self) -> None:
        """It is neither found nor listed nor kept."""
        if self.action("Get") is not None:
            with pytest.raises(NotFoundError) as missing:
                self.rows("Get")
            assert (404, 20404) == (missing.value.status, missing.value.code)
        if self.action("Query") is not None:
            assert [] == self.rows("Query")


@pytest.mark.parametrize("door", DOORS)
@pytest.mark.parametrize("key", sorted(CATALOG.by_key))
def test_a_life(tour: Tour, key: str, door: str) -> None:
    """From beginning to end, as far as the object has actions."""
    life = Life(tour, DOORS[door](tour.emulator.connection()), CATALOG.by_key[key])
    life.begin()
    life.change()
    life.end()


def _text(value: Any) -> Any:
    if isinstance(value, list | tuple):
        return [str(part) for part in value]
    return "" if value is None else str(value)


def test_most_objects_have_a_whole_life() -> None:
    """The test above is about something: this many objects have all five actions, or four."""
    usable = {
        model.name: {
            action.name
            for action in model.actions.values()
            if not (action.refused or action.answers or action.key_parameter)
        }
        for model in CATALOG.objects.values()
    }
    whole = [name for name, actions in usable.items() if len(actions) == 5]
    assert {"Account", "Call", "Message", "Queue", "SipDomain", "UsageTrigger"} <= set(whole)
    assert len(whole) >= 15
