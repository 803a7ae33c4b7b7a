"""Every object and action of the catalog is answered, in JSON and in XML."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from emulator_client import Client
from twilio_ops_emulator import Clock, Emulator, facts
from twilio_ops_emulator.model import Catalog
from emulator_tour import Tour

CATALOG = Catalog(facts.catalog())
ACTIONS = [
    pytest.param(model.key, action.name, id=f"{model.name}-{action.name}")
    for model in CATALOG.objects.values()
    for action in model.actions.values()
]
FINAL_UPDATE = {"CallRecording": {"Status": "stopped"}, "ConferenceRecording": None}


@pytest.fixture
def tour(client: Client) -> Iterator[Tour]:
    """A tour of an emulator of its own."""
    yield Tour(client)


@pytest.mark.parametrize(("key", "name"), ACTIONS)
@pytest.mark.parametrize("suffix", [".json", ".xml"])
def test_an_action_is_answered_as_the_catalog_says(
    tour: Tour, key: str, name: str, suffix: str
) -> None:
    model = tour.catalog.by_key[key]
    action = model.actions[name]
    needs_key = name != "Create" and not action.path.endswith(("Local", "TollFree"))
    known = ""
    if needs_key and action.cardinality != "many" and not action.refused:
        known = tour.key_of(key) if action.path.endswith("}") or model.actions.get("Create") else ""
    if key == "CallFeedback" and name == "Get":
        tour.key_of(key)
    if action.cardinality == "many" and model.json_list and "Available" not in key:
        if not key.startswith("UsageRecord"):
            tour.key_of(key)
    form = tour.values(action) if action.method == "POST" else None
    if key == "CallRecording" and name == "Update":
        form = {"Status": "paused"}
    if key == "ConferenceRecording" and name == "Update":
        tour.emulator.world.table("Recording").update(
            tour.emulator.world.rows("Recording")[0], {"status": "in-progress"}
        )
        form = {"Status": "paused"}
    if key == "CallFeedback" and name == "Update":
        form = {"QualityScore": 3}
    if key == "Account" and name == "Delete":
        form = {"Status": "closed"}
    answer = tour.client.send(action.method, tour.path(action, known, suffix), form)
    if action.refused:
        assert answer.status == 405, answer
        return
    expected = action.status if name != "Delete" or action.method == "DELETE" else (200,)
    assert answer.status in expected, answer
    if answer.status == 204:
        assert answer.body == b""
    elif suffix == ".json":
        assert answer.json
    else:
        assert answer.xml.tag == tour.catalog.xml_root
