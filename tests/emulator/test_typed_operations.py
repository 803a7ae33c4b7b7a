"""The generated operations through both doors, against the emulator: every object, every action."""

from __future__ import annotations

from typing import Any

import pytest
from emulator_client import Client
from emulator_doors import operation_of, plain, request_document
from emulator_tour import Tour

from twilio_ops import RefusedOperation
from twilio_ops_emulator import catalog_data as facts
from twilio_ops_emulator.model import ActionModel, Catalog
from twilio_ops_runtime.documents.request_documents import read

CATALOG = Catalog(facts.catalog())
ONCE = ("Account", "IncomingPhoneNumberAssignedAddOn", "Member", "SipDomain")
ACTIONS = [
    pytest.param(model.key, action.name, id=f"{model.name}-{action.name}")
    for model in CATALOG.objects.values()
    for action in model.actions.values()
]


@pytest.fixture
def tour(client: Client) -> Tour:
    """A tour of an emulator of its own."""
    return Tour(client)


@pytest.mark.parametrize(("key", "name"), ACTIONS)
def test_both_doors(tour: Tour, key: str, name: str) -> None:
    """Typed, and with documents that are valid against the profiles; both say the same."""
    action = tour.catalog.by_key[key].actions[name]
    operation = operation_of(action)
    connection = tour.emulator.connection()
    door = operation(connection)
    if name in ("Get", "Query"):
        read_both(tour, action, door)
        return
    known, form = tour.prepared(action)
    source = request_document(operation, tour.address(action, known), form)
    if action.refused:
        with pytest.raises(RefusedOperation):
            list(door.process([source]))
        return
    parts = read(operation.spec, source)
    names = {parameter.api: parameter.name for parameter in operation.spec.parameters}
    given = {names[api]: value for api, value in parts.given.items()}
    operation.request_profile.check(source)
    if name == "Delete":
        assert door(parts.sid) is None
    else:
        request = operation.request(**given)
        record = door.run(request, parts.sid) if name == "Create" else door.run(parts.sid, request)
        assert plain(record) == plain(type(record).from_document(record.to_document()))
    if name == "Delete" and key != "Account":
        tour.keys.clear()
        tour.keys["AvailablePhoneNumberCountry"] = "US"
        tour.emulator.reset()
    if "Mapping" in key or key in ONCE:
        return  # it cannot be done twice
    known, form = tour.prepared(action)
    (result,) = door.process([request_document(operation, tour.address(action, known), form)])
    assert result.ok, result.error
    if result.output is not None:
        operation.response_profile.check(result.output)


def read_both(tour: Tour, action: ActionModel, door: Any) -> None:
    """Read records through both doors."""
    known, form = tour.prepared(action)
    address = form["PhoneNumber"] if action.key_parameter else tour.address(action, known)
    documents = list(door.documents(address))
    if action.key_parameter:  # each reading starts another validation
        assert 1 == len(documents)
        return
    found = door.run(address)
    records = list(found) if action.cardinality == "many" else [found]
    assert len(documents) == len(records)
    for record, document in zip(records, documents, strict=True):
        door.response_profile.check(document)
        assert plain(record) == plain(type(record).from_document(document))
