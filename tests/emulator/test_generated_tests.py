"""The generated tests of every operation, with the emulator in the place of their samples.

Each generated test names the records it is about by Sids of its own. They are put there by a seed;
then the test runs as it is, only that what it sends is answered by an emulator and no longer by a
sample document.
"""

from __future__ import annotations

import inspect
import pkgutil
from collections.abc import Callable
from importlib import import_module
from typing import Any

import pytest
from emulator_client import Client
from emulator_tour import Tour

import twilio_ops_tests
from twilio_ops_emulator import Clock, Emulator
from twilio_ops_emulator import catalog_data as facts
from twilio_ops_emulator.model import Catalog
from twilio_ops_runtime.errors import RequestRejected
from twilio_ops_runtime.http.messages import Request, Response
from twilio_ops_tests import harness

CATALOG = Catalog(facts.catalog())
DIGITS = harness.ACCOUNT[2:]


def _tests() -> dict[str, Callable[[], None]]:
    found: dict[str, Callable[[], None]] = {}
    for module in pkgutil.iter_modules(twilio_ops_tests.__path__):
        if module.name == "test_load":  # of no operation
            continue
        for name, member in vars(import_module(f"twilio_ops_tests.{module.name}")).items():
            if name.startswith("test_") and inspect.isfunction(member):
                found[f"{module.name}.{name}"] = member
    return found


TESTS = _tests()
REFUSED = {
    "test_account.test_delete_account": 20001,  # an account does not close itself
    "test_call.test_create_call": 21206,  # digits that are none
    "test_incoming_phone_number_mobile.test_create_incoming_phone_number_mobile": 21458,  # a local one
    "test_message.test_create_message": 21656,  # its sample of variables is none
    "test_sms_message.test_create_sms_message": 21266,  # a message to its own sender
    "test_message.test_update_message": 20001,  # a body can only become empty
    "test_sip_domain.test_create_sip_domain": 20001,  # not the name of a domain
    "test_sip_domain.test_update_sip_domain": 20001,
    "test_sip_ip_address.test_create_sip_ip_address": 20001,  # not an address
    "test_sip_ip_address.test_update_sip_ip_address": 20001,
    "test_sms_message.test_update_sms_message": 20001,  # a body can only become empty
    "test_toll_free_incoming_phone_number.test_create_toll_free_incoming_phone_number": 21458,
    "test_usage_trigger.test_create_usage_trigger": 20001,  # not a category of usage
}
"""What is refused because a sample's values mean nothing to the service, and the code."""
NONE_FOR_SALE = {
    f"test_available_phone_number_{kind}.test_query_available_phone_number_{kind}"
    for kind in ("machine_to_machine", "mobile", "national", "shared_cost", "voip")
} | {
    "test_local_phone_number.test_get_local_phone_number",
    "test_toll_free_phone_number.test_get_toll_free_phone_number",
}
"""Searches whose country or sample filters find no number; both doors agree that they do not."""
WORKED_OUT = ("AvailablePhoneNumber", "LocalPhoneNumber", "TollFreePhoneNumber", "UsageRecord")
"""Lists that hold more than the one record of a sample, whatever is put there."""


class EmulatorWire(harness.Wire):
    """A send that an emulator answers; the records that the operation is about are there."""

    def __init__(self, operation: Any, status: int | None = None) -> None:
        super().__init__(operation, status)
        self._emulator = Emulator(clock=Clock("2026-11-01T10:00:00Z", frozen=True), seed=4)
        self._emulator.seed(
            {
                "accounts": [
                    {"sid": harness.ACCOUNT, "auth_token": "secret", "friendly_name": "Test"}
                ]
            }
        )
        state = self._emulator.state  # it owns itself: what is owned makes no accounts
        own = state.account(harness.ACCOUNT)
        assert own is not None
        state.table("Account").update(own, {"owner_account_sid": harness.ACCOUNT})
        client = Client(self._emulator, harness.ACCOUNT)
        tour = Tour(client, digits=DIGITS)
        model = CATALOG.find(operation.spec.object)
        if operation.spec.action == "Create":
            tour.prepared(model.actions["Create"])
            tour.path(model.actions["Create"], "")
        elif model.key.startswith("UsageRecord"):
            client.made("Messages.json", To="+15005550009", From="+15005550006", Body="Hello")
            self._emulator.advance(10)
        elif model.key not in ("Account", "Balance") and not model.name.startswith(WORKED_OUT):
            tour.path(model.actions[operation.spec.action], "")
            tour.key_of(model.key)
            tour.ready(model.actions[operation.spec.action])

    def __call__(self, request: Request, /) -> Response:
        if self.status >= 400:  # a refusal that the test asks for
            return super().__call__(request)
        self.requests.append(request)
        reply = self._emulator.handle(request)
        body = reply.read()
        for suffix in (b".json", b".xml"):  # addresses repeat it: the one difference of the doors
            body = body.replace(suffix, b"")
        for empty in (b'"issues":[]', b'"count_unit":""'):  # which XML cannot tell from nothing
            body = body.replace(empty, empty[:-2] + b"null")
        return Response(reply.status, reply.headers, body)


def check(operation: Any, *arguments: Any, record: Any = None, **more: Any) -> None:
    """What the harness does, but lists that cannot be seeded may hold more than one record."""
    if not operation.spec.object.startswith(WORKED_OUT):
        harness.check(operation, *arguments, record=record, **more)
        return
    records = harness.check(operation, *arguments, **more)
    if record is not None:
        assert [record] == [type(each) for each in records[:1]]


@pytest.mark.parametrize("name", sorted(TESTS))
def test_a_generated_test(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """It passes on the emulator as on its samples, or says why it cannot."""
    monkeypatch.setattr(harness, "Wire", EmulatorWire)
    module = import_module(f"twilio_ops_tests.{name.partition('.')[0]}")
    if hasattr(module, "check"):
        monkeypatch.setattr(module, "check", check)
    if name in REFUSED:
        with pytest.raises(RequestRejected) as refused:
            TESTS[name]()
        assert (400, REFUSED[name]) == (refused.value.status, refused.value.code)
    elif name in NONE_FOR_SALE:
        with pytest.raises(AssertionError, match=r"== \[\]"):
            TESTS[name]()
    else:
        TESTS[name]()


def test_all_of_them_are_run() -> None:
    """One test for each action of the catalog; the exceptions are among them."""
    actions = sum(len(model.actions) for model in CATALOG.objects.values())
    assert actions == len(TESTS)
    assert (set(REFUSED) | NONE_FOR_SALE) <= set(TESTS)
