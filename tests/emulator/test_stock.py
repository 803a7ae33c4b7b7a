"""The numbers that can be bought: which there are, where they are, and what they can do."""

from __future__ import annotations

from typing import Any

import pytest
from emulator_client import Client

ALL, TEXT, VOICE, SHORT = ["voice", "sms", "mms"], ["voice", "sms"], ["voice"], ["sms"]
STOCK: list[tuple[str, list[str], str, list[str]]] = [
    ("US/Local", ["+14152345678", "+15102345678", "+12132345678"], "none", ALL),
    ("US/TollFree", ["+18332345678", "+18442345678", "+18552345678"], "none", ALL),
    ("CA/Local", ["+14162345678", "+16042345678", "+15142345678"], "none", ALL),
    ("CA/TollFree", ["+18332345678", "+18442345678", "+18552345678"], "none", ALL),
    ("GB/Local", ["+442002345678", "+441212345678", "+441612345678"], "none", ALL),
    ("GB/Mobile", ["+447400345678", "+447700345678", "+447400353597"], "none", TEXT),
    ("GB/National", ["+443302345678", "+443302353597", "+443302361516"], "none", VOICE),
    ("GB/TollFree", ["+448082345678", "+448082353597", "+448082361516"], "none", ALL),
    ("AU/Mobile", ["+61402345678", "+61402353597", "+61402361516"], "any", TEXT),
    ("DE/Local", ["+493002345678", "+498902345678", "+493002353597"], "local", ALL),
    ("FR/National", ["+33902345678", "+33902353597", "+33902361516"], "local", VOICE),
    ("FR/Voip", ["+33972345678", "+33972353597", "+33972361516"], "local", VOICE),
    ("NO/MachineToMachine", ["+47590002345678", "+47590002353597", "+47590002361516"], "none", SHORT),
    ("IT/SharedCost", ["+39848345678", "+39848353597", "+39848361516"], "local", VOICE),
    ("JP/Local", ["+81302345678", "+81302353597", "+81302361516"], "foreign", ALL),
]  # fmt: skip
"""A list -> its first numbers, the addresses that they require and what they can do."""


def found(client: Client, path: str, **query: Any) -> list[dict[str, Any]]:
    """What a search finds."""
    answer = client.get(f"AvailablePhoneNumbers/{path}.json", **query)
    assert answer.status == 200, answer
    rows: list[dict[str, Any]] = answer.json["available_phone_numbers"]
    return rows


def able(record: dict[str, Any]) -> list[str]:
    """What a number can do, in words."""
    return [word for word, can in record["capabilities"].items() if can]


@pytest.mark.parametrize(("path", "numbers", "requirement", "abilities"), STOCK)
def test_what_is_found_is_bought_as_it_was_said_to_be(
    client: Client, path: str, numbers: list[str], requirement: str, abilities: list[str]
) -> None:
    """The same numbers every time, and the next when one is gone; it can do what the search says."""
    country = path[:2]
    rows = found(client, path)
    assert [row["phone_number"] for row in rows[:3]] == numbers
    assert len(rows) == len({row["phone_number"] for row in rows}) == 30
    for row in rows:
        assert (row["iso_country"], row["beta"]) == (country, country == "JP")
        assert (row["address_requirements"], able(row)) == (requirement, abilities)
    bought = client.made("IncomingPhoneNumbers.json", PhoneNumber=numbers[0])
    assert able(bought) == abilities
    left = [row["phone_number"] for row in found(client, path)]
    assert left == [*(row["phone_number"] for row in rows[1:]), left[-1]]


def test_a_number_has_a_place_where_one_is_known(client: Client) -> None:
    """With all that is known of it; elsewhere there is none."""
    assert found(client, "US/Local", PageSize="1") == [
        {
            "friendly_name": "(415) 234-5678",
            "phone_number": "+14152345678",
            "lata": "722",
            "locality": "San Francisco",
            "rate_center": "SNFC CNTRL",
            "latitude": "37.774900",
            "longitude": "-122.419400",
            "region": "CA",
            "postal_code": "94103",
            "iso_country": "US",
            "address_requirements": "none",
            "beta": False,
            "capabilities": {"voice": True, "sms": True, "mms": True, "fax": False},
        }
    ]
    for digits in ("4155559999", "+14155559999"):
        (row,) = found(client, "US/Local", Contains=digits)
        assert (row["locality"], row["postal_code"]) == ("San Francisco", "94103")
    (row,) = found(client, "US/Local", AreaCode="702", PageSize="1")
    assert (row["phone_number"], row["locality"], row["region"]) == ("+17022345678", None, None)


SEARCHES: list[tuple[dict[str, str], list[str]]] = [
    ({"AreaCode": "415"}, ["+14152345678", "+14152353597"]),
    ({"AreaCode": "833"}, []),
    ({"AreaCode": "155"}, []),
    ({"Contains": "555****"}, ["+14155555678", "+15105555678"]),
    ({"Contains": "STRWBRY"}, ["+14157879279", "+15107879279"]),
    ({"Contains": "+1415*******"}, ["+14152345678", "+14152353597"]),
    ({"Contains": "14155559999"}, ["+14155559999"]),
    ({"Contains": "4155559999"}, ["+14155559999"]),
    ({"Contains": "7025559999"}, ["+17025559999"]),
    ({"Contains": "+17025559999"}, ["+17025559999"]),
    ({"Contains": "+117025559999"}, []),
    ({"NearLatLong": "37.8,-122.4", "Distance": "3"}, ["+14152345678", "+14152353597"]),
    ({"NearLatLong": "37.8,-122.4"}, ["+14152345678", "+15102345678"]),
    ({"NearLatLong": "37.8,-122.3", "Distance": "1"}, []),
    ({"NearNumber": "+14155550100", "Distance": "7"}, ["+14152345678", "+14152353597"]),
    ({"NearNumber": "+14155550100"}, ["+14152345678", "+15102345678"]),
    ({"InRegion": "NY"}, ["+12122345678", "+12122353597"]),
    ({"InRegion": "CA", "InLocality": "Oakland"}, ["+15102345678", "+15102353597"]),
    ({"InRateCenter": "SEATTLE"}, ["+12062345678", "+12062353597"]),
    ({"InLata": "656"}, ["+13032345678", "+13032353597"]),
    ({"InPostalCode": "02108"}, ["+16172345678", "+16172353597"]),
    ({"InPostalCode": "99999"}, []),
    ({"SmsEnabled": "true", "MmsEnabled": "true", "VoiceEnabled": "true"}, ["+14152345678"]),
    ({"SmsEnabled": "false"}, []),
    ({"MmsEnabled": "false"}, []),
    ({"VoiceEnabled": "false"}, []),
    ({"FaxEnabled": "true"}, []),
    ({"FaxEnabled": "false"}, ["+14152345678"]),
    ({"Beta": "false", "ExcludeAllAddressRequired": "true"}, ["+14152345678"]),
]


@pytest.mark.parametrize(("query", "numbers"), SEARCHES, ids=map(str, SEARCHES))
def test_searches_in_one_country(client: Client, query: dict[str, str], numbers: list[str]) -> None:
    """By digits, letters of the keypad, place, distance and what numbers can do."""
    rows = found(client, "US/Local", **query)
    assert [row["phone_number"] for row in rows[: len(numbers) or 1]] == numbers


@pytest.mark.parametrize(
    ("country", "query", "any_there"),
    [
        ("AU", "ExcludeAllAddressRequired", False),
        ("AU", "ExcludeLocalAddressRequired", True),
        ("AU", "ExcludeForeignAddressRequired", True),
        ("DE", "ExcludeAllAddressRequired", False),
        ("DE", "ExcludeLocalAddressRequired", False),
        ("DE", "ExcludeForeignAddressRequired", True),
        ("JP", "ExcludeAllAddressRequired", False),
        ("JP", "ExcludeLocalAddressRequired", True),
        ("JP", "ExcludeForeignAddressRequired", False),
        ("GB", "ExcludeAllAddressRequired", True),
    ],
)
def test_numbers_that_require_an_address_are_left_out(
    client: Client, country: str, query: str, any_there: bool
) -> None:
    """Where that is asked for."""
    assert bool(found(client, f"{country}/Local", **{query: "true"})) == any_there
    assert found(client, f"{country}/Local", **{query: "false"})
    assert bool(found(client, f"{country}/Local", Beta="false")) == (country != "JP")


def test_a_country_says_what_there_is(client: Client) -> None:
    """Each kind has a list; a country's code may be written small."""
    base = f"/2010-04-01/Accounts/{client.account}/AvailablePhoneNumbers"
    assert client.get("AvailablePhoneNumbers/no.json").json == {
        "country_code": "NO",
        "country": "Norway",
        "uri": f"{base}/NO.json",
        "beta": False,
        "subresource_uris": {
            "local": f"{base}/NO/Local.json",
            "mobile": f"{base}/NO/Mobile.json",
            "machine_to_machine": f"{base}/NO/MachineToMachine.json",
        },
    }
    rows = client.listed("AvailablePhoneNumbers.json", "countries")
    assert [row["country_code"] for row in rows if row["beta"]] == ["JP"]
    assert found(client, "no/Local")[0]["phone_number"] == "+4722345678"
    assert found(client, "NO/TollFree") == []


def test_the_next_number_is_bought_by_its_area(client: Client) -> None:
    """It is called as it is written at home, unless it is given a name."""
    form = {"AreaCode": "415"}
    first = client.made("IncomingPhoneNumbers.json", form)
    second = client.made("IncomingPhoneNumbers.json", {**form, "FriendlyName": "Mine"})
    assert (first["phone_number"], first["friendly_name"]) == ("+14152345678", "(415) 234-5678")
    assert (second["phone_number"], second["friendly_name"]) == ("+14152353597", "Mine")
