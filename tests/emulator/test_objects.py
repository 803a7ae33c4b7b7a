"""Numbers, caller ids, SIP, usage, test credentials and the other objects."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from emulator_client import Client

MESSAGE = {"To": "+15005550009", "From": "+15005550006", "Body": "Hello"}
CALL = {"To": "+15005550009", "From": "+15005550006", "Url": "http://localhost/"}


# -- numbers --------------------------------------------------------------------------------------


def search(client: Client, where: str = "US/Local", **query: str) -> list[dict[str, Any]]:
    """Search for numbers."""
    answer = client.get(f"AvailablePhoneNumbers/{where}.json", **query)
    assert 200 == answer.status, answer
    found: list[dict[str, Any]] = answer.json["available_phone_numbers"]
    return found


def test_a_search_is_one_list_that_says_its_address(client: Client) -> None:
    """No paging values; the same question has the same answer."""
    answer = client.get("AvailablePhoneNumbers/US/Local.json", AreaCode="510").json
    assert {"available_phone_numbers", "uri"} == set(answer)
    assert answer == client.get("AvailablePhoneNumbers/US/Local.json", AreaCode="510").json
    (wrapper,) = client.get("AvailablePhoneNumbers/US/Local", AreaCode="510").xml
    assert ["uri"] == list(wrapper.attrib)
    assert {"Voice", "SMS", "MMS", "Fax"} == {
        part.tag for part in wrapper[0].iterfind("Capabilities/*")
    }


@pytest.mark.parametrize(
    ("query", "field", "value"),
    [
        ({"AreaCode": "510"}, "locality", "Oakland"),
        ({"InRegion": "CA"}, "region", "CA"),
        ({"InLocality": "Austin"}, "locality", "Austin"),
        ({"InPostalCode": "94612"}, "postal_code", "94612"),
        ({"NearLatLong": "37.80,-122.27", "Distance": "5"}, "locality", "Oakland"),
        ({"NearNumber": "+12065550001"}, "region", "WA"),
        ({"AreaCode": "650"}, "locality", None),
    ],
)
def test_searches_by_place(
    client: Client, query: dict[str, str], field: str, value: str | None
) -> None:
    """Every number found is there."""
    found = search(client, **query)
    assert found
    assert {value} == {number[field] for number in found}


def test_searches_by_digits(client: Client) -> None:
    """Stars stand for any digit, letters for the keys they are on."""
    for wanted, part in (("510555****", "+1510555"), ("STORM", "78676"), ("**55555", "55555")):
        found = search(client, Contains=wanted)
        assert found, wanted
        assert all(part in number["phone_number"] for number in found), wanted
        assert len(found) == len({number["phone_number"] for number in found})
    assert 400 == client.get("AvailablePhoneNumbers/US/Local.json", Contains="?").status
    nowhere = client.get("AvailablePhoneNumbers/US/Local.json", NearNumber="+14445550000")
    assert (400, 20001) == (nowhere.status, nowhere.code)


@pytest.mark.parametrize(
    ("place", "status"),
    [
        ("90,180", 200),
        ("-90,-180", 200),
        ("90.01,0", 400),
        ("-90.01,0", 400),
        ("0,180.01", 400),
        ("0,-180.01", 400),
        ("0", 400),
        ("0,0,0", 400),
        ("a,b", 400),
        ("nan,0", 400),
    ],
)
def test_places_are_on_the_globe(client: Client, place: str, status: int) -> None:
    """Both ends of it, too."""
    answer = client.get("AvailablePhoneNumbers/US/Local.json", NearLatLong=place)
    assert (status, None if status == 200 else 20001) == (answer.status, answer.code)


def test_searches_by_ability_and_size(client: Client) -> None:
    """Fax is offered nowhere; pages have the size asked for."""
    assert [] == search(client, FaxEnabled="true")
    assert 3 == len(search(client, SmsEnabled="true", PageSize="3"))
    assert [] == search(client, "DE/Local", ExcludeAllAddressRequired="true")
    assert "+44" == search(client, "GB/Mobile")[0]["phone_number"][:3]
    assert [] == search(client, "US/Voip")


def test_countries(client: Client) -> None:
    """With what each offers."""
    countries = client.get("AvailablePhoneNumbers.json").json
    assert {"countries", "uri"} == set(countries)
    united = client.get("AvailablePhoneNumbers/us.json").json
    assert {"local", "toll_free"} == set(united["subresource_uris"])
    assert united["subresource_uris"]["toll_free"].endswith("/US/TollFree.json")


def test_buying_moving_and_giving_back(client: Client, branch: Client) -> None:
    """A number belongs to one account at a time and is offered when it belongs to none."""
    number = search(client, AreaCode="415")[0]["phone_number"]
    made = client.made("IncomingPhoneNumbers.json", PhoneNumber=number)
    assert ("local", True) == (made["type"], made["capabilities"]["sms"])
    assert number not in [row["phone_number"] for row in search(client, AreaCode="415")]
    assert 21422 == branch.post("IncomingPhoneNumbers.json", PhoneNumber=number).code
    path = f"IncomingPhoneNumbers/{made['sid']}.json"
    assert 400 == client.post(path, AccountSid=f"AC{1:032x}").status
    assert branch.account == client.made(path, AccountSid=branch.account)["account_sid"]
    assert 404 == client.get(path).status
    assert number == branch.get(path).json["phone_number"]
    assert 204 == branch.delete(path).status
    assert number in [row["phone_number"] for row in search(client, AreaCode="415")]


def test_only_the_owner_moves_a_number_and_only_within_its_family(
    client: Client, branch: Client
) -> None:
    """Neither to where it does not reach nor to who is not active; siblings give each other nothing."""
    emulator = client.emulator
    other = client.made("/2010-04-01/Accounts.json", FriendlyName="Other")
    number = branch.made("IncomingPhoneNumbers.json", PhoneNumber="+14155550001")["sid"]
    path = f"/2010-04-01/Accounts/{branch.account}/IncomingPhoneNumbers/{number}.json"
    for target in (other["sid"], emulator.account_sid, f"AC{1:032x}"):
        refused = branch.post(path, AccountSid=target)
        assert (400, 21474) == (refused.status, refused.code)
    assert branch.account == branch.made(path, AccountSid=branch.account)["account_sid"]
    for target in (emulator.test_account_sid, f"AC{1:032x}"):
        refused = client.post(path, AccountSid=target)
        assert (400, 21473) == (refused.status, refused.code)
    for status in ("suspended", "closed"):
        client.made(f"/2010-04-01/Accounts/{other['sid']}.json", Status=status)
        refused = client.post(path, AccountSid=other["sid"])
        assert (400, 21472) == (refused.status, refused.code)
    assert branch.account == branch.get(path).json["account_sid"]
    assert emulator.account_sid == client.made(path, AccountSid=client.account)["account_sid"]


def test_a_number_that_moves_names_nothing_of_where_it_was(client: Client, branch: Client) -> None:
    """Its address and its applications stay behind, unless the request names some of the other account."""
    ours, theirs = (who.made("Addresses.json", ADDRESS)["sid"] for who in (client, branch))
    application = client.made("Applications.json", FriendlyName="A")["sid"]
    for number, named, shown in (
        ("+14155550001", {}, None),
        ("+14155550002", {"AddressSid": theirs}, theirs),
    ):
        form = {"PhoneNumber": number, "AddressSid": ours, "VoiceApplicationSid": application}
        path = f"IncomingPhoneNumbers/{client.made('IncomingPhoneNumbers.json', form)['sid']}.json"
        assert 400 == client.post(path, {"AccountSid": branch.account, "AddressSid": ours}).status
        moved = client.made(path, {"AccountSid": branch.account, **named})
        assert (shown, None) == (moved["address_sid"], moved["voice_application_sid"])
    assert 204 == client.delete(f"Addresses/{ours}.json").status


def test_buying_by_area_code(client: Client) -> None:
    """The first one that is free."""
    first, second = (client.made("IncomingPhoneNumbers.json", AreaCode="415") for _ in range(2))
    assert "+1415" == first["phone_number"][:5]
    assert first["phone_number"] != second["phone_number"]
    for area in ("111", "800", "4155"):
        assert 21452 == client.post("IncomingPhoneNumbers.json", AreaCode=area).code


def test_numbers_by_kind(client: Client) -> None:
    """Each list shows its own kind, and takes no other; all are among the account's."""
    for kind, number in (
        ("Local", "+14155550001"),
        ("Mobile", "+447700900001"),
        ("TollFree", "+18005550001"),
    ):
        client.made(f"IncomingPhoneNumbers/{kind}.json", PhoneNumber=number)
        found = client.listed(f"IncomingPhoneNumbers/{kind}.json", "incoming_phone_numbers")
        assert [number] == [row["phone_number"] for row in found]
    assert 3 == len(client.listed("IncomingPhoneNumbers.json", "incoming_phone_numbers"))
    for kind, number in (
        ("Local", "+18335550001"),
        ("Mobile", "+14155550002"),
        ("TollFree", "+14155550002"),
    ):
        refused = client.post(f"IncomingPhoneNumbers/{kind}.json", PhoneNumber=number)
        assert (400, 21458) == (refused.status, refused.code), kind
    assert (
        "toll-free" == client.made("IncomingPhoneNumbers.json", PhoneNumber="+18335550001")["type"]
    )


def test_numbers_that_depend_on_an_address(client: Client) -> None:
    """Those that name it, under its JSON names for what they can do."""
    address = client.made("Addresses.json", ADDRESS)["sid"]
    client.made("IncomingPhoneNumbers.json", PhoneNumber="+14155550001", AddressSid=address)
    client.made("IncomingPhoneNumbers.json", PhoneNumber="+14155550002")
    path = f"Addresses/{address}/DependentPhoneNumbers.json"
    (row,) = client.listed(path, "dependent_phone_numbers")
    assert "+14155550001" == row["phone_number"]
    assert {"Voice": True, "SMS": True, "MMS": True} == row["capabilities"]


ADDRESS = {
    "CustomerName": "A",
    "Street": "1",
    "City": "B",
    "Region": "CA",
    "PostalCode": "94103",
    "IsoCountry": "US",
}


@pytest.mark.parametrize("parameter", ["AddressSid", "EmergencyAddressSid"])
def test_an_address_is_kept_while_a_number_needs_it(client: Client, parameter: str) -> None:
    """It is deleted once the number names another one, or none."""
    first, second = (client.made("Addresses.json", ADDRESS)["sid"] for _ in range(2))
    form = {"PhoneNumber": "+14155550001", parameter: first}
    number = client.made("IncomingPhoneNumbers.json", form)["sid"]
    refused = client.delete(f"Addresses/{first}.json")
    assert (409, 20409) == (refused.status, refused.code)
    client.made(f"IncomingPhoneNumbers/{number}.json", {parameter: second})
    assert 204 == client.delete(f"Addresses/{first}.json").status
    client.made(f"IncomingPhoneNumbers/{number}.json", {parameter: ""})
    assert 204 == client.delete(f"Addresses/{second}.json").status


@pytest.mark.parametrize(
    ("path", "form", "parameter", "code"),
    [
        ("Calls", {"To": CALL["To"], "From": CALL["From"]}, "ApplicationSid", 21218),
        ("Messages", MESSAGE, "ApplicationSid", 20001),
        ("IncomingPhoneNumbers", {"PhoneNumber": "+14155550001"}, "VoiceApplicationSid", 21420),
        ("IncomingPhoneNumbers", {"PhoneNumber": "+14155550001"}, "SmsApplicationSid", 21420),
        ("IncomingPhoneNumbers", {"PhoneNumber": "+14155550001"}, "AddressSid", 20001),
        ("IncomingPhoneNumbers", {"PhoneNumber": "+14155550001"}, "EmergencyAddressSid", 20001),
    ],
)
def test_what_a_request_names_is_there(
    client: Client, branch: Client, path: str, form: dict[str, str], parameter: str, code: int
) -> None:
    """In the same account; a record of another one is none."""
    kind = "Addresses" if "Address" in parameter else "Applications"
    values = ADDRESS if kind == "Addresses" else {"FriendlyName": "A"}
    foreign = branch.made(f"{kind}.json", values)["sid"]
    for sid in (f"{foreign[:2]}{1:032x}", foreign):
        refused = client.post(f"{path}.json", {**form, parameter: sid})
        assert (400, code) == (refused.status, refused.code), refused
    client.made(f"{path}.json", {**form, parameter: client.made(f"{kind}.json", values)["sid"]})


def test_verifying_a_caller_id(client: Client) -> None:
    """The request answers a code; the caller id is there once the call was answered."""
    asked = client.post("OutgoingCallerIds.json", PhoneNumber="+13105550001", FriendlyName="Home")
    assert 200 == asked.status
    assert 6 == len(asked.json["validation_code"])
    (root,) = client.post("OutgoingCallerIds", PhoneNumber="+13105550002").xml
    assert "ValidationRequest" == root.tag
    assert [] == client.listed("OutgoingCallerIds.json", "outgoing_caller_ids")
    client.emulator.advance(30)
    found = client.listed(
        "OutgoingCallerIds.json", "outgoing_caller_ids", PhoneNumber="+13105550001"
    )
    assert ["Home"] == [row["friendly_name"] for row in found]
    assert 21450 == client.post("OutgoingCallerIds.json", PhoneNumber="+13105550001").code
    assert "completed" == client.get(f"Calls/{asked.json['call_sid']}.json").json["status"]


@pytest.mark.parametrize("kind", ["CallerIdValidation", "Call"])
@pytest.mark.parametrize("outcome", ["busy", "no-answer", "failed"])
def test_a_caller_id_that_is_not_verified(client: Client, kind: str, outcome: str) -> None:
    """As the script says, of the validation or of its call: there is one truth of both."""
    client.emulator.script(kind, outcome)
    asked = client.made("OutgoingCallerIds.json", PhoneNumber="+13105550001")
    client.emulator.advance(100)
    assert outcome == client.get(f"Calls/{asked['call_sid']}.json").json["status"]
    assert [] == client.listed("OutgoingCallerIds.json", "outgoing_caller_ids")


def test_a_validation_that_is_hung_up_verifies_nothing(client: Client) -> None:
    """Before the code was keyed in; its own script goes before those of calls."""
    client.emulator.script("CallerIdValidation", "answered", talk=500)
    client.emulator.script("Call", "busy")
    asked = [
        client.made("OutgoingCallerIds.json", PhoneNumber=f"+1310555000{number}")["call_sid"]
        for number in (1, 2)
    ]
    client.emulator.advance(6)
    client.made(f"Calls/{asked[0]}.json", Status="completed")
    client.emulator.advance(100)
    (row,) = client.listed("OutgoingCallerIds.json", "outgoing_caller_ids")
    assert "+13105550002" == row["phone_number"]
    assert "in-progress" == client.get(f"Calls/{asked[1]}.json").json["status"]


def test_two_validations_of_a_number_make_one_caller_id(client: Client) -> None:
    """The second finds what the first has made."""
    for name in ("Home", "Office"):
        client.made("OutgoingCallerIds.json", PhoneNumber="+13105550001", FriendlyName=name)
    client.emulator.advance(100)
    found = client.listed("OutgoingCallerIds.json", "outgoing_caller_ids")
    assert ["Home"] == [row["friendly_name"] for row in found]


# -- SIP ------------------------------------------------------------------------------------------


def test_sip(client: Client, branch: Client) -> None:
    """A domain, lists, what is in them, and mappings with the Sid of what they map."""
    form = {"DomainName": "office.sip.twilio.com"}
    domain = client.made("SIP/Domains.json", form)
    assert 21232 == branch.post("SIP/Domains.json", form).code
    assert 400 == client.post("SIP/Domains.json", DomainName="office").status
    credentials = client.made("SIP/CredentialLists.json", FriendlyName="People")
    path = f"SIP/CredentialLists/{credentials['sid']}/Credentials"
    made = client.made(f"{path}.json", Username="alice", Password="a Secret 12345")
    assert "Password" not in str(made) and "Secret" not in str(made)
    lists = client.made("SIP/IpAccessControlLists.json", FriendlyName="Places")
    places = f"SIP/IpAccessControlLists/{lists['sid']}/IpAddresses.json"
    address = client.made(places, FriendlyName="HQ", IpAddress="192.0.2.1")
    assert 32 == address["cidr_prefix_length"]
    assert 400 == client.post(places, FriendlyName="HQ", IpAddress="nowhere").status
    below = f"SIP/Domains/{domain['sid']}"
    mapped = client.made(
        f"{below}/CredentialListMappings.json", CredentialListSid=credentials["sid"]
    )
    assert (credentials["sid"], "People") == (mapped["sid"], mapped["friendly_name"])
    twice = client.post(
        f"{below}/CredentialListMappings.json", CredentialListSid=credentials["sid"]
    )
    assert 21235 == twice.code
    assert "CREDENTIAL_LIST" == client.get(f"{below}.json").json["auth_type"]
    acl = f"{below}/Auth/Calls/IpAccessControlListMappings"
    client.made(f"{acl}.json", IpAccessControlListSid=lists["sid"])
    assert "IP_ACL,CREDENTIAL_LIST" == client.get(f"{below}.json").json["auth_type"]
    assert 204 == client.delete(f"{acl}/{lists['sid']}.json").status
    assert [] == client.listed(f"{acl}.json", "contents")
    unknown = client.post(f"{acl}.json", IpAccessControlListSid=f"AL{1:032x}")
    assert 404 == unknown.status
    (wrapper,) = client.get("SIP/Domains").xml
    assert ("SipDomains", "SipDomain") == (wrapper.tag, wrapper[0].tag)
    assert 204 == client.delete(f"{below}/CredentialListMappings/{mapped['sid']}.json").status
    assert 204 == client.delete(f"SIP/CredentialLists/{credentials['sid']}.json").status
    assert 404 == client.get(f"{path}.json").status


@pytest.mark.parametrize(
    ("path", "parameter", "code"),
    [
        ("CredentialListMappings", "CredentialListSid", 21241),
        ("Auth/Calls/CredentialListMappings", "CredentialListSid", 21241),
        ("Auth/Registrations/CredentialListMappings", "CredentialListSid", 21241),
        ("IpAccessControlListMappings", "IpAccessControlListSid", 21236),
        ("Auth/Calls/IpAccessControlListMappings", "IpAccessControlListSid", 21236),
    ],
)
def test_a_mapped_list_is_not_deleted(client: Client, path: str, parameter: str, code: int) -> None:
    """Until its mapping is, or the domain."""
    domain = client.made("SIP/Domains.json", DomainName="office.sip.twilio.com")["sid"]
    kind = f"SIP/{parameter.removesuffix('Sid')}s"
    mapped = client.made(f"{kind}.json", FriendlyName="List")["sid"]
    client.made(f"SIP/Domains/{domain}/{path}.json", {parameter: mapped})
    refused = client.delete(f"{kind}/{mapped}.json")
    assert (400, code) == (refused.status, refused.code)
    assert domain in refused.json["message"]
    assert 204 == client.delete(f"SIP/Domains/{domain}.json").status
    assert 204 == client.delete(f"{kind}/{mapped}.json").status


# -- usage ----------------------------------------------------------------------------------------


def usage(client: Client, part: str = "", **query: str) -> dict[str, tuple[str, str, str]]:
    """Count, usage and price by category; only what is not nothing."""
    rows = client.listed(f"Usage/Records{part}.json", "usage_records", PageSize="5", **query)
    return {
        row["category"]: (row["count"], row["usage"], row["price"])
        for row in rows
        if Decimal(row["count"])
    }


def test_usage_adds_up(client: Client, branch: Client) -> None:
    """By category, for the account and those it owns."""
    client.made("Messages.json", {**MESSAGE, "Body": "x" * 200})
    branch.made("Calls.json", CALL)
    client.emulator.advance(60)
    assert ("1", "2", "0.01500") == usage(client)["sms-outbound"]
    assert ("1", "1", "0.01300") == usage(client)["calls"]
    assert "calls" not in usage(client, IncludeSubaccounts="false")
    assert "sms" not in usage(branch)
    assert ("2", "0.02800", "0.02800") == usage(client)["totalprice"]
    assert {"sms"} == set(usage(client, Category="sms"))
    assert "99.97200" == client.get("Balance.json").json["balance"]
    (row,) = client.get("Usage/Records", Category="sms").xml[0]
    assert "UsageRecord" == row.tag


def test_usage_between_offsets_from_today(client: Client) -> None:
    """An offset is the day it leads to; what is neither a day nor an offset is refused."""
    for _ in range(3):
        client.made("Messages.json", MESSAGE)
        client.emulator.advance(86_400)
    assert "2" == usage(client, StartDate="-2days")["sms"][0]
    assert usage(client, StartDate="2026-11-02") == usage(client, StartDate="-2days")
    assert usage(client, EndDate="2026-11-01") == usage(
        client, EndDate="-3days", StartDate="-9days"
    )
    assert 400 == client.get("Usage/Records.json", StartDate="-2weeks").status


def test_usage_by_period(client: Client) -> None:
    """Days, months, years, and the periods with names."""
    for _ in range(3):
        client.made("Messages.json", MESSAGE)
        client.emulator.advance(86_400)
    daily = client.listed("Usage/Records/Daily.json", "usage_records", Category="sms")
    assert ["2026-11-03", "2026-11-02", "2026-11-01"] == [row["start_date"] for row in daily]
    (month,) = client.listed("Usage/Records/Monthly.json", "usage_records", Category="sms")
    assert ("2026-11-01", "2026-11-04", "3") == (
        month["start_date"],
        month["end_date"],
        month["count"],
    )
    assert ("1", "1", "0.00750") == usage(client, "/Yesterday")["sms"]
    assert {} == usage(client, "/Today")
    assert "3" == usage(client, "/ThisMonth")["sms"][0]
    assert {} == usage(client, "/LastMonth")
    assert "3" == usage(client, "/AllTime")["sms"][0]
    assert "2" == usage(client, StartDate="2026-11-02", EndDate="2026-11-03")["sms"][0]
    assert 400 == client.get("Usage/Records.json", StartDate="soon").status


def test_a_trigger_fires_once(client: Client) -> None:
    """When what it watches has reached its value; one with + counts from now."""
    client.made("Messages.json", MESSAGE)
    client.emulator.advance(10)
    form = {"CallbackUrl": "", "UsageCategory": "sms", "TriggerBy": "count"}
    form["CallbackUrl"] = "http://localhost:9/fired"
    made = client.made("Usage/Triggers.json", {**form, "TriggerValue": "+2"})
    assert ("3", "1") == (made["trigger_value"], made["current_value"])
    path = f"Usage/Triggers/{made['sid']}.json"
    client.made("Messages.json", MESSAGE)
    client.emulator.advance(10)
    assert ("2", None) == (
        client.get(path).json["current_value"],
        client.get(path).json["date_fired"],
    )
    client.made("Messages.json", MESSAGE)
    client.emulator.advance(10)
    fired = client.get(path).json["date_fired"]
    assert fired
    client.made("Messages.json", MESSAGE)
    client.emulator.advance(10)
    assert fired == client.get(path).json["date_fired"]
    abouts = [
        sent.callback.about for sent in client.emulator.callbacks if not sent.callback.attempt
    ]
    assert [("UsageTrigger", made["sid"])] == abouts
    assert 400 == client.post("Usage/Triggers.json", {**form, "TriggerValue": "many"}).status
    assert (
        400
        == client.post(
            "Usage/Triggers.json", {**form, "UsageCategory": "no dreams", "TriggerValue": "1"}
        ).status
    )


@pytest.mark.parametrize(("recurring", "days"), [("daily", 1), ("monthly", 31), ("yearly", 366)])
def test_a_recurring_trigger_fires_once_a_period(client: Client, recurring: str, days: int) -> None:
    """It counts from the period's beginning, and shows what it counts whenever it is asked."""
    form = {"CallbackUrl": "http://localhost:9/", "UsageCategory": "sms", "TriggerBy": "count"}
    made = client.made("Usage/Triggers.json", {**form, "TriggerValue": "2", "Recurring": recurring})
    path = f"Usage/Triggers/{made['sid']}.json"
    fired = []
    for _ in range(2):
        for count in ("1", "2", "3"):
            client.made("Messages.json", MESSAGE)
            client.emulator.advance(10)
            assert count == client.get(path).json["current_value"]
        fired.append(client.get(path).json["date_fired"])
        client.emulator.advance(days * 86_400)
        (listed,) = client.listed("Usage/Triggers.json", "usage_triggers")
        changed = client.made(path, FriendlyName="A")
        assert "0" == listed["current_value"] == changed["current_value"]
    told = [sent.callback for sent in client.emulator.callbacks if not sent.callback.attempt]
    assert fired == [dict(callback.parameters)["DateFired"] for callback in told]
    assert fired[0] != fired[1]


def test_a_trigger_names_its_record_as_it_is_asked(client: Client) -> None:
    """With the suffix of who asks, not of who made it."""
    form = {"CallbackUrl": "http://localhost/", "UsageCategory": "calls", "TriggerValue": "9"}
    sid = client.made("Usage/Triggers.json", form)["sid"]
    base = f"/2010-04-01/Accounts/{client.account}/Usage/Records"
    shown = client.get(f"Usage/Triggers/{sid}.json").json["usage_record_uri"]
    assert f"{base}.json?Category=calls" == shown
    for suffix in ("", ".xml"):
        (record,) = client.get(f"Usage/Triggers/{sid}{suffix}").xml
        assert f"{base}{suffix}?Category=calls" == record.findtext("UsageRecordUri")


# -- test credentials -----------------------------------------------------------------------------

# Twilio's published table, written out here so that the emulator's own data cannot vouch for itself.
MAGIC = """
            message-From message-To call-From call-To buy
+15005550000 21606       ok         21210     ok      21422
+15005550001 21212       21211      21212     21217   21421
+15005550002 21606       21612      21210     21214   -
+15005550003 21606       21408      21210     21215   -
+15005550004 21606       21610      21210     21216   -
+15005550006 ok          ok         ok        ok      ok
+15005550007 21606       ok         21210     ok      -
+15005550008 21611       ok         21210     ok      -
+15005550009 21606       21614      21210     ok      -
+14155551234 21606       ok         21210     ok      -
"""
COLUMNS = {
    "message-From": ("Message", "Messages.json", "From"),
    "message-To": ("Message", "Messages.json", "To"),
    "call-From": ("Call", "Calls.json", "From"),
    "call-To": ("Call", "Calls.json", "To"),
    "buy": ("IncomingPhoneNumber", "IncomingPhoneNumbers.json", "PhoneNumber"),
}
FORMS = {
    "Message": {"To": "+14155550009", "From": "+15005550006", "Body": "x"},
    "Call": {"To": "+14155550009", "From": "+15005550006", "Url": "http://localhost/"},
    "IncomingPhoneNumber": {},
}
CASES = [
    pytest.param(column, number, code, id=f"{column}-{number}")
    for head, *rows in [[line.split() for line in MAGIC.strip().splitlines()]]
    for number, *codes in rows
    for column, code in zip(head, codes, strict=True)
    if code != "-"
]


@pytest.mark.parametrize(("column", "number", "code"), CASES)
def test_magic_numbers(client: Client, column: str, number: str, code: str) -> None:
    """The whole table; nothing is kept, nothing happens, nobody is told."""
    emulator = client.emulator
    test = Client(emulator, emulator.test_account_sid)
    key, path, parameter = COLUMNS[column]
    form = {**FORMS[key], "StatusCallback": "http://localhost:9/"}
    answer = test.post(path, {**form, parameter: number})
    if code == "ok":
        assert 201 == answer.status, answer
        assert answer.json["sid"]
        assert number in answer.json.values()
    else:
        assert (400, int(code)) == (answer.status, answer.code)
        assert answer.json["message"]
    emulator.advance(100)
    assert 0 == len(emulator.state.table(key))
    assert [] == emulator.callbacks


def test_test_credentials_do_nothing_else(client: Client) -> None:
    """403, and nothing of the real account."""
    emulator = client.emulator
    test = Client(emulator, emulator.test_account_sid)
    assert (403, 20008) == (test.get("Calls.json").status, test.get("Calls.json").code)
    assert 403 == test.post("Queues.json", FriendlyName="A").status
    below = f"/2010-04-01/Accounts/{client.account}/Messages.json"
    assert 404 == test.post(below, MESSAGE).status
    assert 21602 == test.post("Messages.json", {**MESSAGE, "Body": ""}).code
    bought = test.made("IncomingPhoneNumbers.json", AreaCode="500")
    assert "+15005550006" == bought["phone_number"]
    both = test.post("IncomingPhoneNumbers.json", AreaCode="500", PhoneNumber="+15005550000")
    assert (400, 21422) == (both.status, both.code)
    neither = test.post("IncomingPhoneNumbers.json", FriendlyName="None")
    assert (400, 20001) == (neither.status, neither.code)


# -- the others -----------------------------------------------------------------------------------


def test_a_token_names_servers(client: Client) -> None:
    """As records and in XML."""
    made = client.made("Tokens.json", Ttl=60)
    assert "60" == made["ttl"]
    assert made["ice_servers"][-1]["credential"] == made["password"]
    servers = list(client.post("Tokens").xml.iterfind("*/IceServers/*"))
    assert {"IceServer"} == {server.tag for server in servers}
    assert {"Url", "Urls", "Username", "Credential"} == {part.tag for part in servers[-1]}


def test_seeded_objects(client: Client) -> None:
    """What has no Create is put there by a seed and then behaves."""
    client.emulator.seed(
        {
            "records": [
                {"object": "ShortCode", "values": {"short_code": "12345"}},
                {
                    "object": "ConnectApp",
                    "values": {"friendly_name": "App", "permissions": ["get-all"]},
                },
                {
                    "object": "AuthorizedConnectApp",
                    "values": {
                        "connect_app_sid": f"CN{1:032x}",
                        "permissions": ["get-all", "post-all"],
                    },
                },
            ]
        }
    )
    (code,) = client.listed("SMS/ShortCodes.json", "short_codes", ShortCode="12345")
    path = f"SMS/ShortCodes/{code['sid']}.json"
    assert "Votes" == client.made(path, FriendlyName="Votes")["friendly_name"]
    assert 405 == client.delete(path).status
    (app,) = client.listed("ConnectApps.json", "connect_apps")
    form = [("Permissions", "get-all"), ("Permissions", "post-all")]
    changed = client.made(f"ConnectApps/{app['sid']}.json", form)
    assert ["get-all", "post-all"] == changed["permissions"]
    assert 405 == client.post("ConnectApps.json", FriendlyName="Mine").status
    (root,) = client.get(f"AuthorizedConnectApps/CN{1:032x}").xml
    assert ["get-all", "post-all"] == [part.text for part in root.iterfind("Permissions/*")]


def test_add_ons_of_a_number(client: Client) -> None:
    """Assigned with their extension, and gone with the number."""
    number = client.made("IncomingPhoneNumbers.json", PhoneNumber="+14155550001")["sid"]
    path = f"IncomingPhoneNumbers/{number}/AssignedAddOns"
    add_on = client.made(f"{path}.json", InstalledAddOnSid=f"XE{1:032x}")
    (extension,) = client.listed(f"{path}/{add_on['sid']}/Extensions.json", "extensions")
    assert extension["enabled"] is True
    client.delete(f"IncomingPhoneNumbers/{number}.json")
    assert 404 == client.get(f"{path}/{add_on['sid']}.json").status
    assert 0 == len(client.emulator.state.table("IncomingPhoneNumberAssignedAddOnExtension"))


def test_an_update_changes_what_it_says_and_the_time(client: Client) -> None:
    """Nothing else."""
    made = client.made("Applications.json", FriendlyName="A", VoiceUrl="http://localhost/v")
    client.emulator.advance(5)
    changed = client.made(f"Applications/{made['sid']}.json", VoiceUrl="", SmsMethod="GET")
    different = {name for name in made if made[name] != changed[name]}
    assert {"voice_url", "sms_method", "date_updated"} == different
    assert "" == changed["voice_url"]
