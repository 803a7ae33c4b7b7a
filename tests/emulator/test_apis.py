"""Which API a host means, and what an API of one's own may be."""

from __future__ import annotations

from typing import Any

import pytest
from emulator_client import Answer, basic

from twilio_ops_emulator import Emulator, EmulatorError, catalog_data
from twilio_ops_emulator.api.apis import Api, Hosts, known_products, main_api, product
from twilio_ops_emulator.catalog_data import PACKAGE
from twilio_ops_runtime.http.messages import Request

VERIFY = catalog_data.products()["verify-v2"]
FOREIGN = {**VERIFY, "service": {**VERIFY["service"], "host": "verify.example.org"}}
APIS: list[Api] = [main_api(PACKAGE), *known_products(PACKAGE), product("far", FOREIGN, PACKAGE)]


@pytest.mark.parametrize(
    ("host", "path", "names", "left"),
    [
        ("api.twilio.com", "/x", [""], "/x"),
        ("API.twilio.com:443", "/x", [""], "/x"),
        ("verify.twilio.com", "/x", ["verify-v2"], "/x"),
        ("verify.sydney.au1.twilio.com", "/x", ["verify-v2"], "/x"),
        ("verify.au1.twilio.com:8443", "/x", ["verify-v2"], "/x"),
        ("verify.example.org", "/x", ["far"], "/x"),
        ("verify.dublin.example.org", "/x", ["far"], "/x"),
        ("VERIFY.localhost", "/x", ["verify-v2"], "/x"),
        ("api.localhost:8080", "/x", [""], "/x"),
        ("verify.ie1.localhost", "/x", [""], "/x"),  # no host of the service
        ("fax.twilio.com", "/x", [], "/x"),
        ("fax.localhost", "/x", [], "/x"),
        ("verify.nottwilio.com", "/x", [""], "/x"),
        ("verifytwilio.com", "/x", [""], "/x"),
        ("", "/x", [""], "/x"),
        ("localhost:80", "/x", [""], "/x"),
        ("[::1]", "/x", [""], "/x"),
        ("[::1]:80", "/x", [""], "/x"),
        ("127.0.0.1", "/verify.twilio.com/v2/Services", ["verify-v2"], "/v2/Services"),
        ("127.0.0.1", "/verify.twilio.com", ["verify-v2"], "/"),
        ("127.0.0.1", "/fax.twilio.com/v1", [""], "/fax.twilio.com/v1"),
        ("api.twilio.com", "/verify.twilio.com/v2", [""], "/verify.twilio.com/v2"),
    ],
)
def test_which_api_a_host_means(host: str, path: str, names: list[str], left: str) -> None:
    """By its name, with an edge and a region or below localhost, or by the first part of a path."""
    found, rest = Hosts(APIS).find(host, path)
    assert ([api.name for api in found], rest) == (names, left)


def test_the_hosts_that_are_served() -> None:
    """Each once, the main one first; two APIs may share one."""
    both = [*APIS, product("again", VERIFY, PACKAGE)]
    hosts = Hosts(both)
    assert hosts.names == list(dict.fromkeys(api.catalog.host for api in both))
    assert hosts.names[0] == "api.twilio.com"
    found, _ = hosts.find("verify.twilio.com", "/")
    assert [api.name for api in found] == ["verify-v2", "again"]


def test_over_a_host_that_is_not_served_it_is_said() -> None:
    """With those that are; a path that there is not, with its host."""
    emulator = Emulator()

    def said(url: str) -> Any:
        answer = Answer(emulator.handle(Request("GET", url)))
        assert (answer.status, answer.code) == (404, 20404)
        assert answer.headers["Content-Type"] == "application/json; charset=utf-8"
        return answer.json["message"]

    begin = "The emulator does not do this: "
    hosts = ", ".join(emulator.hosts)
    assert said("https://fax.twilio.com/v1/Faxes") == (
        f"{begin}this host is not served; these are: {hosts}."
    )
    assert said("https://verify.twilio.com/v9/x") == (
        f"{begin}verify.twilio.com has no path /v9/x in the catalog."
    )
    assert said("https://localhost/verify.twilio.com/v9/x.xml").endswith(
        "verify.twilio.com has no path /v9/x.xml in the catalog."
    )
    account = f"https://api.twilio.com/2010-04-01/Accounts/{emulator.account_sid}"
    for kind in ("csv", "html"):
        message = said(f"{account}/Calls/CA{1:032x}.{kind}")
        assert message == f"{begin}answers have the formats JSON and XML only."


@pytest.mark.parametrize(
    ("document", "said"),
    [
        ({}, "KeyError('service')"),
        ({"service": {}}, "KeyError('service')"),
        ({**VERIFY, "objects": None}, "AttributeError"),
        ({**VERIFY, "objects": {"A": {"path": "/", "actions": {"Get": {}}}}}, "KeyError('method')"),
        ({**VERIFY, "errors": {"x": {}}}, "ValueError"),
        ({**VERIFY, "behaviour": 5}, "AttributeError"),
    ],
)
def test_what_is_no_catalog_is_said(document: Any, said: str) -> None:
    """With its name and what is wrong."""
    with pytest.raises(EmulatorError) as wrong:
        Emulator(catalogs={"pets": document})
    assert str(wrong.value).startswith(f"pets is no compact catalog: {said}")


def test_facts_of_a_product_go_before_those_of_all() -> None:
    """Its own codes, cases and defaults; what is missing or invalid is its own alone."""
    behaviour = {
        "errors": {
            "codes": {"7": {"status": 418, "message": "Teapot."}},
            "cases": {"no_record": 7},
            "missing": {"Service.Create": {"FriendlyName": 7}},
            "invalid": {"Service.Create": {"CodeLength": 7}},
        },
        "defaults": {"Service": {"code_length": 9}},
    }
    facts = product("own", {**VERIFY, "behaviour": behaviour}, PACKAGE).facts
    main = main_api(PACKAGE).facts
    errors = facts["errors"]
    assert errors["cases"] == {**main["errors"]["cases"], "no_record": 7}
    assert errors["codes"] == {
        **main["errors"]["codes"],
        "7": {"status": 418, "message": "Teapot."},
    }
    assert (errors["missing"], errors["invalid"]) == (
        behaviour["errors"]["missing"],
        behaviour["errors"]["invalid"],
    )
    assert errors["more_info"] == main["errors"]["more_info"]
    assert facts["defaults"] == {"*": main["defaults"]["*"], "Service": {"code_length": 9}}
    assert (facts["views"], facts["references"]) == ({}, {})
    assert facts["service"] == main["service"]
    bare = product("bare", {**VERIFY, "behaviour": {}}, PACKAGE).facts["errors"]
    kept = ("codes", "cases", "more_info")
    assert bare == {**{name: main["errors"][name] for name in kept}, "missing": {}, "invalid": {}}


def test_a_product_of_ones_own_is_served(emulator: Emulator) -> None:
    """At its host, with records of its own and the accounts of all."""
    document = {**VERIFY, "service": {**VERIFY["service"], "host": "own.twilio.com"}}
    twin = Emulator(seed=7, catalogs={"own": document})
    assert twin.products == [*emulator.products, "own"]
    credentials = {"Authorization": basic(f"{twin.account_sid}:{twin.auth_token}")}
    url = "https://own.twilio.com/v2/Services"
    made = Answer(twin.handle(Request("POST", url, credentials, b"FriendlyName=Mine"))).json
    assert (made["url"], made["account_sid"]) == (f"{url}/{made['sid']}", twin.account_sid)
    assert [row["friendly_name"] for row in twin.records("own/Service")] == ["Mine"]
    assert twin.records("verify-v2/Service") == []
    with pytest.raises(EmulatorError, match=r"^there is no product no; there are: .*, own$"):
        twin.records("no/Service")
