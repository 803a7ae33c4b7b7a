"""Records of made-up objects as documents: JSON and XML, with a suffix and with whole addresses."""

from __future__ import annotations

import json
from typing import Any

import pytest

from twilio_ops_emulator import catalog_data
from twilio_ops_emulator.api.errors import ErrorTable, Refusal
from twilio_ops_emulator.api.render import Link, Page, Renderer
from twilio_ops_emulator.model import Catalog
from twilio_ops_emulator.state.index import Layout, Row

HOME = "/2010/Accounts/{AccountSid}/Boxes"
TEXT: dict[str, Any] = {"type": "string"}


def thing(path: str, instance: str | None = None, **more: Any) -> dict[str, Any]:
    """An object whose records are got one by one."""
    get = {"method": "GET", "path": instance or f"{path}/{{Sid}}"}
    return {"path": path, "actions": {"Get": get}, "fields": {"sid": TEXT}, **more}


FIELDS: dict[str, Any] = {
    "sid": {"type": "sid", "prefixes": ["BX"]},
    "account_sid": TEXT,
    "name": {"type": "string", "xml": "FriendlyName"},
    "made": {"type": "datetime"},
    "packed": {"type": "datetime", "format": "iso8601"},
    "size": {"type": "integer", "json_type": "string"},
    "price": {"type": "decimal"},
    "open": {"type": "boolean"},
    "secret": {"type": "string", "only": ["Create"]},
    "stops": {"type": "list", "items": {"type": "datetime", "format": "iso8601"}, "item_xml": "Stop"},
    "words": {"type": "list", "items": TEXT},
    "inner": {"type": "struct", "struct": "inner"},
    "other_uri": TEXT,
    "uri": TEXT,
    "url": TEXT,
    "subresource_uris": {"type": "uri_map", "key_xml": {"ip_lids": "IPLids"}},
}  # fmt: skip
STRUCT = {
    "fields": {
        "at": {"type": "datetime", "format": "iso8601"},
        "deep": {"type": "struct", "struct": "inner"},
        "ID": {"type": "integer", "json_type": "string", "xml": "Id"},
    }
}
OBJECTS = {
    "Account": thing("/2010/Accounts"),
    "Box": thing(HOME, fields=FIELDS, structs={"inner": STRUCT}, xml={"item": "Box", "list": "Boxes"}, json={"list": "boxes"}),
    "Lid": thing(f"{HOME}/{{BoxSid}}/Lids"),
    "OpenLid": thing(f"{HOME}/{{BoxSid}}/Lids/Open"),
    "Lock": thing(f"{HOME}/{{BoxSid}}/IP/Locks"),
    "Bolt": thing(f"{HOME}/{{BoxSid}}/IP/Bolts"),
    "Key": thing(f"{HOME}/{{BoxSid}}/Lids/{{LidSid}}/Keys"),
    "Old": thing(f"{HOME}/{{BoxSid}}/Olds", deprecated="yes"),
    "Hidden": thing(f"{HOME}/{{BoxSid}}/Hidden/Things"),
    "Bag": thing("/2010/Accounts/{AccountSid}/SMS/Bags"),
}  # fmt: skip
FACTS = {
    **catalog_data.behaviour()["service"],
    "containers": {"IP": "ip", "Hidden": None, "SMS": "sms"},
}
ERRORS = ErrorTable({}, {"codes": {}, "cases": {}, "missing": {}, "invalid": {}, "more_info": "https://e/{code}"})  # fmt: skip


def renderer(*, suffixes: bool = True) -> Renderer:
    """What writes documents of the made-up catalog."""
    service = {**catalog_data.catalog()["service"], "host": "a.example.com", "suffixes": suffixes}
    if not suffixes:
        service["wires"] = ["json"]
    found = Catalog({"service": service, "objects": OBJECTS}, "AccountSid")
    made = Renderer(found, ERRORS, FACTS, {})
    made.catalog = found  # type: ignore[attr-defined]
    return made


def row(**values: Any) -> Row:
    """A box of an account."""
    known = {"sid": "BX1", "account_sid": "AC1", **values}
    return Row(Layout(list(known)), list(known.values()), 1, ("AC1",))


def written(values: dict[str, Any], *, action: str = "Get", suffix: str = ".json", suffixes: bool = True) -> Any:  # fmt: skip
    """A box as a document."""
    made = renderer(suffixes=suffixes)
    model = made.catalog.find("Box")  # type: ignore[attr-defined]
    found = made.record(model, row(**values), action, suffix)
    return json.loads(found) if suffix == ".json" or not suffixes else found.decode()


VALUES: list[tuple[str, Any, Any, Any, str]] = [
    ("name", "a & b", "a & b", "a & b", "<FriendlyName>a &amp; b</FriendlyName>"),
    ("name", None, None, None, "<FriendlyName/>"),
    ("made", 0, "Thu, 01 Jan 1970 00:00:00 +0000", "Thu, 01 Jan 1970 00:00:00 +0000", "<Made>Thu, 01 Jan 1970 00:00:00 +0000</Made>"),
    ("packed", 0, "1970-01-01T00:00:00+00:00", "1970-01-01T00:00:00Z", "<Packed>1970-01-01T00:00:00+00:00</Packed>"),
    ("size", 7, "7", "7", "<Size>7</Size>"),
    ("price", 7, "7", "7", "<Price>7</Price>"),
    ("open", False, False, False, "<Open>false</Open>"),
    ("stops", [0], ["1970-01-01T00:00:00+00:00"], ["1970-01-01T00:00:00Z"], "<Stops><Stop>1970-01-01T00:00:00+00:00</Stop></Stops>"),
    ("stops", [], [], [], "<Stops/>"),
    ("words", ["a", "b"], ["a", "b"], ["a", "b"], "<Words><Item>a</Item><Item>b</Item></Words>"),
    ("inner", {"at": 0, "id": 5, "odd": 1}, {"at": "1970-01-01T00:00:00+00:00", "ID": "5"}, {"at": "1970-01-01T00:00:00Z", "ID": "5"}, "<Inner><At>1970-01-01T00:00:00+00:00</At><Id>5</Id></Inner>"),
    ("inner", {"deep": {"deep": {"ID": 1}, "at": None}}, {"deep": {"deep": {"ID": "1"}, "at": None}}, {"deep": {"deep": {"ID": "1"}, "at": None}}, "<Inner><Deep><Deep><Id>1</Id></Deep><At/></Deep></Inner>"),
    ("other_uri", Link("/x", "?a=b"), "/x.json?a=b", "/x?a=b", "<OtherUri>/x.xml?a=b</OtherUri>"),
    ("other_uri", "http://x/", "http://x/", "http://x/", "<OtherUri>http://x/</OtherUri>"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "value", "short", "whole", "xml"), VALUES)
def test_a_value_of_a_record(name: str, value: Any, short: Any, whole: Any, xml: str) -> None:
    """As each kind of service writes it, in JSON and in XML."""
    assert written({name: value})[name] == short
    assert written({name: value}, suffix="", suffixes=False)[name] == whole
    assert xml in written({name: value}, suffix=".xml")


def test_all_of_a_record() -> None:
    """Its fields in the order of the catalog, those of an action where it is asked for."""
    found = written({"secret": "x"})
    assert list(found) == [name for name in FIELDS if name != "secret"]
    created = written({"secret": "x"}, action="Create")
    assert (list(created), created["secret"]) == (list(FIELDS), "x")
    home = "/2010/Accounts/AC1/Boxes/BX1"
    assert found["uri"] == f"{home}.json"
    assert found["subresource_uris"] == {
        "lids": f"{home}/Lids.json",
        "ip": f"{home}/IP.json",
    }
    assert written({}, suffix="", suffixes=False)["url"] == f"https://a.example.com{home}"
    whole = written({}, suffix="", suffixes=False)
    assert (whole["uri"], whole["subresource_uris"]["lids"]) == (None, f"https://a.example.com{home}/Lids")  # fmt: skip
    text = written({}, suffix="")
    assert text.startswith("<?xml version='1.0' encoding='UTF-8'?>\n<TwilioResponse><Box><Sid>BX1</Sid>")  # fmt: skip
    assert text.endswith(
        f"<Uri>{home}</Uri><Url/><SubresourceUris><Lids>{home}/Lids</Lids><Ip>{home}/IP</Ip>"
        "</SubresourceUris></Box></TwilioResponse>"
    )


def test_addresses_that_a_record_has_itself() -> None:
    """Go before those that are made: with the suffix asked for, or whole as they are."""
    for value in ("/mine", Link("/mine")):
        assert written({"uri": value})["uri"] == "/mine.json"
        assert "<Uri>/mine.xml</Uri>" in written({"uri": value}, suffix=".xml")
    whole = written({"url": "https://x/mine"}, suffix=".json", suffixes=False)
    assert whole["url"] == "https://x/mine"
    links = {"subresource_uris": {"a": Link("/a"), "b": "http://b/"}}
    assert written(links)["subresource_uris"] == {"a": "/a.json", "b": "http://b/"}
    assert written({"subresource_uris": {}})["subresource_uris"] is None
    text = written({"subresource_uris": {"ip_lids": "x"}}, suffix=".xml")
    assert "<SubresourceUris><IPLids>x</IPLids></SubresourceUris>" in text


@pytest.mark.parametrize(
    ("name", "below"),
    [
        ("Account", {"boxes": HOME, "sms": "/2010/Accounts/{AccountSid}/SMS"}),
        ("Lid", {"keys": f"{HOME}/{{BoxSid}}/Lids/{{LidSid}}/Keys"}),
        ("Key", {}),
    ],
)
def test_what_lies_right_below_a_record(name: str, below: dict[str, str]) -> None:
    """Its lists, and what holds several of them; not what lies in another list, nor what is no more."""
    made = renderer()
    model = made.catalog.find(name)  # type: ignore[attr-defined]
    words = ("AC1", "BX1", "LI1")[: len(model.scope)]
    layout = Layout(["sid"])
    found = made.writer(model).addresses(Row(layout, ["KE1"], 1, words), None, "")
    expected = {
        key: path.replace("{AccountSid}", "AC1" if words else "KE1")
        .replace("{BoxSid}", "BX1")
        .replace("{LidSid}", "KE1")
        for key, path in below.items()
    }
    assert found == expected


PAGING = {
    "end": 1, "first_page_uri": "/x?Page=0", "next_page_uri": "/x?a=1&b=2", "page": 0, "page_size": 2,
    "previous_page_uri": None, "start": 0, "uri": "/x",
}  # fmt: skip


def test_a_list_as_a_document() -> None:
    """With where it stands: beside its records, as attributes, or apart as meta."""
    page = Page([row(), row(sid="BX2")], PAGING)
    made = renderer()
    model = made.catalog.find("Box")  # type: ignore[attr-defined]
    found = json.loads(made.page(model, page, "Query", ".json"))
    assert list(found) == ["boxes", *PAGING]
    assert {name: found[name] for name in PAGING} == PAGING
    assert [one["sid"] for one in found["boxes"]] == ["BX1", "BX2"]
    text = made.page(model, page, "Query", ".xml").decode()
    assert (
        '<TwilioResponse><Boxes end="1" firstpageuri="/x?Page=0" nextpageuri="/x?a=1&amp;b=2" page="0"'
        ' pagesize="2" previouspageuri="" start="0" uri="/x"><Box><Sid>BX1</Sid>'
    ) in text
    assert text.endswith("</Box></Boxes></TwilioResponse>") and text.count("<Box>") == 2
    bare = made.page(model, Page([], {"uri": "/x"}), "Query", "").decode()
    assert bare.endswith('<TwilioResponse><Boxes uri="/x"></Boxes></TwilioResponse>')
    lid = made.catalog.find("Lid")  # type: ignore[attr-defined]
    assert json.loads(made.page(lid, Page([], {}), "Query", ".json")) == {"records": []}
    assert (
        made.page(lid, Page([], {}), "Query", "")
        .decode()
        .endswith("<Lids></Lids></TwilioResponse>")
    )
    apart = renderer(suffixes=False)
    model = apart.catalog.find("Box")  # type: ignore[attr-defined]
    found = json.loads(apart.page(model, page, "Query", ""))
    assert list(found) == ["boxes", "meta"]
    assert found["meta"] == {
        "key": "boxes",
        "first_page_url": "https://a.example.com/x?Page=0",
        "next_page_url": "https://a.example.com/x?a=1&b=2",
        "page": 0,
        "page_size": 2,
        "previous_page_url": None,
        "url": "https://a.example.com/x",
    }


def test_an_error_as_a_document() -> None:
    """Its code and its explanation where it has one."""
    made = renderer()
    whole = Refusal(404, "No <b>.", 7, "Why.")
    assert json.loads(made.refusal(whole, ".json")) == {
        "code": 7, "detail": "Why.", "message": "No <b>.", "more_info": "https://e/7", "status": 404,
    }  # fmt: skip
    assert made.refusal(whole, "").decode() == (
        "<?xml version='1.0' encoding='UTF-8'?>\n<TwilioResponse><RestException><Code>7</Code>"
        "<Detail>Why.</Detail><Message>No &lt;b&gt;.</Message><MoreInfo>https://e/7</MoreInfo>"
        "<Status>404</Status></RestException></TwilioResponse>"
    )
    assert json.loads(made.refusal(Refusal(413, "Long."), ".json")) == {"message": "Long.", "status": 413}  # fmt: skip
    assert json.loads(renderer(suffixes=False).refusal(whole, ""))["code"] == 7


def test_the_type_of_a_document() -> None:
    """By the suffix; a service without XML answers JSON alone."""
    kinds = {suffix: renderer().media_type(suffix) for suffix in (".json", ".xml", "")}
    assert kinds == {
        ".json": "application/json; charset=utf-8",
        ".xml": "application/xml; charset=utf-8",
        "": "application/xml; charset=utf-8",
    }
    alone = renderer(suffixes=False)
    assert {alone.media_type(suffix) for suffix in (".json", ".xml", "")} == {kinds[".json"]}
