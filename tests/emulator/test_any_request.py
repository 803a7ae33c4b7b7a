"""Whatever is sent, it is answered: no value makes the emulator fail."""

from __future__ import annotations

import itertools

import pytest
from emulator_client import Client
from emulator_tour import Tour
from hypothesis import given, settings
from hypothesis import strategies as st

from twilio_ops_emulator import Clock, Emulator
from twilio_ops_emulator import catalog_data as facts
from twilio_ops_emulator.api.messages import Request
from twilio_ops_emulator.model import Catalog

CATALOG = Catalog(facts.catalog())
PAGING = ("Page", "PageSize", "PageToken")
TEXTS = [
    "",
    "-1",
    "0",
    "99999999999999999999",
    "1e999",
    "NaN",
    "inf,inf",
    "nan,1e999",
    "true",
    "\x00",
    "\ud7ff\uffff",
    "٣٣",
    "+",
    "+1",
    "AC" + "g" * 32,
    "9999-12-31",
    "0001-01-01T00:00:00+14:00",
    "2026-02-30",
    "http://[",
    "http://localhost:99999/",
    "x" * 5000,
    "<Response><Pause length='x'/><Dial><Conference/></Dial></Response>",
    "<Response><Enqueue/><!-- --><?a b?></Response>",
    "<Response><Pause length='9999999999999999999999'/><Hangup/></Response>",
    "<Response><Record maxLength='x'/><Dial>+</Dial></Response>",
    "{",
]
"""Values that are not what a parameter means, or only just."""
ACTIONS = [
    pytest.param(model.key, action.name, id=f"{model.name}-{action.name}")
    for model in CATALOG.objects.values()
    for action in model.actions.values()
    if action.parameters or action.filters
]


@pytest.mark.slow
@pytest.mark.parametrize(("key", "name"), ACTIONS)
def test_any_value(client: Client, key: str, name: str) -> None:
    """Each parameter as nobody expects it, the others as they should be; then time passes."""
    client.emulator.script("Call", "open")
    tour = Tour(client)
    action = CATALOG.by_key[key].actions[name]
    known, form = tour.prepared(action)
    words = [*action.parameters, *action.filters, *(f"{word}<" for word in action.filters)]
    for number, (word, text) in enumerate(itertools.product([*words, *PAGING], TEXTS)):
        suffix = (".json", ".xml")[number % 2]
        path = tour.path(action, known, suffix)
        sent = {**form, word: text}
        if action.method == "POST":
            answer = client.send("POST", path, sent)
        else:
            answer = client.send(action.method, path, query=sent)
        assert answer.status in (200, 201, 202, 204, 400, 404, 405), (sent, answer)
        if answer.status != 204:
            assert answer.json if suffix == ".json" else len(answer.xml)
    client.emulator.advance(7200)


@pytest.mark.slow
@settings(deadline=None)
@given(
    st.sampled_from(["GET", "POST", "DELETE", "PUT", "HEAD"]),
    st.lists(
        st.sampled_from(["2010-04-01", "Accounts", "Calls", "SIP", "..", "%2e", "%00", "%ff", ""])
        | st.text(alphabet="abcAC0123.%/;", max_size=12),
        max_size=7,
    ),
    st.sampled_from(["", "?", "?PageSize=%ff", "?&&=", "?a=b&a"]),
    st.binary(max_size=20),
)
def test_any_address(method: str, parts: list[str], query: str, body: bytes) -> None:
    """It is a route, or it is said that it is none."""
    emulator = Emulator(clock=Clock("2026-11-01", frozen=True), seed=3)
    response = emulator.exchange(Request(method, "/" + "/".join(parts), query[1:], {}, body))
    emulator.release(response)
    assert response.status in (401, 404, 405)
    assert response.body
    assert {} == emulator.under_way
