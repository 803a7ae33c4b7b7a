"""Every object and action of the Boomi connector is one of the catalog's."""

from __future__ import annotations

import pytest
import yaml

from tests.metadata.conftest import METADATA
from twilio_ops_codegen.catalog.model import ACTIONS, ActionName, Catalog

TABLE = """
Account                      Get Query Create Update Delete
Application                  Get Query Create Update Delete
ConnectApp                   Get Create Update
AuthorizedConnectApp         Get Query
LocalPhoneNumber             Get
TollFreePhoneNumber          Get
Call                         Get Query Create Update
Conference                   Get Query
IncomingPhoneNumber          Get Query Create Update Delete
LocalIncomingPhoneNumber     Get Query
TollFreeIncomingPhoneNumber  Get Query
Notification                 Get Query
CallNotification             Get
OutgoingCallerId             Get Query Create Update Delete
CallerIdValidation           Get
ConferenceParticipant        Get Query Update Delete
Recording                    Get Query Delete
CallRecording                Get Query
ShortCode                    Get Delete
SMSMessage                   Get Query Create Update
Transcription                Get
RecordingTranscription       Get
Message                      Get Query Create Update
"""
PAIRS = [
    (line.split()[0], action)
    for line in TABLE.split("\n")
    if line
    for action in ACTIONS
    if action in line.split()[1:]
]
REFUSED = {("ConnectApp", "Create"), ("Notification", "Delete"), ("ShortCode", "Delete")}


def test_the_table_is_whole() -> None:
    assert len(PAIRS) == 62
    assert len({name for name, _ in PAIRS}) == 23


@pytest.mark.parametrize(("name", "action"), [*PAIRS, ("Notification", "Delete")])
def test_pair_is_permitted(loaded: Catalog, name: str, action: ActionName) -> None:
    assert action in loaded.objects[name].actions


def test_only_what_the_api_does_not_take_is_refused(loaded: Catalog) -> None:
    refused = {
        (name, action)
        for name, value in loaded.objects.items()
        for action, row in value.actions.items()
        if row.refused
    }
    assert refused == REFUSED


@pytest.mark.parametrize(
    ("name", "alias"),
    [
        ("LocalPhoneNumber", "AvailablePhoneNumberLocal"),
        ("TollFreePhoneNumber", "AvailablePhoneNumberTollFree"),
        ("LocalIncomingPhoneNumber", "IncomingPhoneNumberLocal"),
        ("TollFreeIncomingPhoneNumber", "IncomingPhoneNumberTollFree"),
        ("ConferenceParticipant", "Participant"),
        ("CallerIdValidation", "ValidationRequest"),
    ],
)
def test_renamed_object_keeps_its_other_name(loaded: Catalog, name: str, alias: str) -> None:
    value = loaded.objects[name]
    assert value.source == alias
    assert value.aliases == (alias,)
    assert alias not in loaded.objects


def test_deleting_an_account_closes_it(loaded: Catalog) -> None:
    account = loaded.objects["Account"]
    delete, update = account.actions["Delete"], account.actions["Update"]
    assert (delete.method, delete.path) == (update.method, update.path)
    assert delete.fixed == {"Status": "closed"}
    assert not delete.parameters
    assert delete.cardinality == "none"
    assert delete.status == update.status
    assert update.parameters["Status"].enum is not None
    assert "closed" in account.enums[update.parameters["Status"].enum]


@pytest.mark.parametrize("name", ["LocalPhoneNumber", "TollFreePhoneNumber"])
def test_getting_available_numbers_is_the_search(loaded: Catalog, name: str) -> None:
    value = loaded.objects[name]
    get, query = value.actions["Get"], value.actions["Query"]
    assert get.cardinality == "many"
    assert get.path == query.path
    assert get.path.count("{") == 2
    assert get.filters == query.filters
    assert value.keys["CountryCode"].pattern == "^[A-Z]{2}$"


@pytest.mark.parametrize("name", ["LocalIncomingPhoneNumber", "TollFreeIncomingPhoneNumber"])
def test_getting_a_number_of_a_kind_gets_the_number(loaded: Catalog, name: str) -> None:
    whole, value = loaded.objects["IncomingPhoneNumber"], loaded.objects[name]
    assert value.actions["Get"].path == whole.actions["Get"].path
    assert value.keys["Sid"] == whole.keys["Sid"]


def test_creating_a_caller_id_answers_a_validation(catalog: Catalog) -> None:
    create = catalog.objects["OutgoingCallerId"].actions["Create"]
    request = catalog.objects["CallerIdValidation"].actions["Create"]
    assert create.answers == "CallerIdValidation"
    assert (create.method, create.path, create.status) == ("POST", request.path, (200,))
    assert create.parameters == request.parameters


def test_getting_a_validation_posts_the_number(catalog: Catalog) -> None:
    value = catalog.objects["CallerIdValidation"]
    get = value.actions["Get"]
    assert (get.method, get.path) == ("POST", value.actions["Create"].path)
    assert get.key_parameter == "PhoneNumber"
    assert value.keys["PhoneNumber"].pattern is not None


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("Recording", "/Calls/{CallSid}/Recordings/{Sid}"),
        ("Notification", "/Calls/{CallSid}/Notifications/{Sid}"),
    ],
)
def test_two_sids_address_the_record_under_its_call(loaded: Catalog, name: str, path: str) -> None:
    delete = loaded.objects[name].actions["Delete"]
    assert [text.partition("{AccountSid}")[2] for text in delete.alternatives] == [path]
    assert loaded.objects[name].keys["CallSid"].prefixes == ("CA",)


def test_creating_a_connect_app_takes_what_updating_one_does(loaded: Catalog) -> None:
    actions = loaded.objects["ConnectApp"].actions
    assert actions["Create"].parameters == actions["Update"].parameters


def test_messages_of_old_are_deprecated(loaded: Catalog) -> None:
    assert loaded.objects["SMSMessage"].deprecated
    assert loaded.objects["SMSMessage"].actions["Query"].paging == "uris"


def test_added_actions_name_no_operation_of_the_source() -> None:
    for path in sorted((METADATA / "overlays").glob("*.yaml")):
        for row in yaml.safe_load(path.read_text(encoding="utf-8")):
            added = row.get("add")
            if isinstance(added, dict):
                for action in added.get("actions", {"": added}).values():
                    assert "operation" not in action, row["object"]


@pytest.mark.parametrize("name", ["LocalIncomingPhoneNumber", "TollFreeIncomingPhoneNumber"])
def test_a_number_fetched_elsewhere_has_the_fields_it_has_there(
    catalog: Catalog, name: str
) -> None:
    elsewhere = catalog.objects["IncomingPhoneNumber"]
    own = catalog.objects[name]
    assert own.actions["Get"].path == elsewhere.actions["Get"].path
    assert set(own.fields) == set(elsewhere.fields)
    assert own.fields["type"].only == ("Get",)
