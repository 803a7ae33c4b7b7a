"""Which action a path and a method mean, in catalogs made up for it."""

from __future__ import annotations

from typing import Any

import pytest

from twilio_ops_emulator import catalog_data
from twilio_ops_emulator.api.apis import Api, Hosts
from twilio_ops_emulator.api.matching import MatchedRequest, Target, Targets
from twilio_ops_emulator.api.messages import Request, segments
from twilio_ops_emulator.api.routes import Router, split_suffix
from twilio_ops_emulator.control.faults import Fault, Plan
from twilio_ops_emulator.model import Catalog

SERVICE = {**catalog_data.catalog()["service"], "suffixes": True}


def catalog(objects: dict[str, dict[str, dict[str, Any]]], **service: Any) -> Catalog:
    """A catalog of objects and their actions; the first path is the object's own."""
    return Catalog(
        {
            "service": {**SERVICE, **service},
            "objects": {
                name: {
                    "path": next(iter(actions.values()))["path"],
                    "actions": {
                        action: {"method": "GET", "operation": f"{action}{name}", **row}
                        for action, row in actions.items()
                    },
                }
                for name, actions in objects.items()
            },
        }
    )


def meant(found: Catalog, path: str, method: str = "GET") -> tuple[str, dict[str, str]] | None:
    """The action meant, by its key, and the keys of the path."""
    match = Router(found).match(path.strip("/").split("/"))
    route = match.route(method) if match is not None else None
    return None if route is None else (route.action.key, route.keys)


def test_a_name_goes_before_a_placeholder() -> None:
    """Unless nothing is behind the name; an empty part is no key."""
    found = catalog(
        {
            "A": {"Get": {"path": "/v1/{Sid}"}, "Query": {"path": "/v1/{Sid}/Parts/{Part}"}},
            "B": {"Get": {"path": "/v1/Own"}, "Create": {"path": "/v1/Own", "method": "POST"}},
            "C": {"Get": {"path": "/v1/Own/Parts/All/{Key}"}},
        }
    )
    assert meant(found, "/v1/x") == ("A.Get", {"Sid": "x"})
    assert meant(found, "/v1/Own") == ("B.Get", {})
    assert meant(found, "/v1/Own", "POST") == ("B.Create", {})
    assert meant(found, "/v1/x", "POST") is None
    assert meant(found, "/v1/Own/Parts/1") == ("A.Query", {"Sid": "Own", "Part": "1"})
    assert meant(found, "/v1/Own/Parts/All") == ("A.Query", {"Sid": "Own", "Part": "All"})
    assert meant(found, "/v1/Own/Parts/All/k") == ("C.Get", {"Key": "k"})
    for nothing in ("/v1", "/v2/x", "/v1/x/Parts", "/v1/x/Other/1", "/v1/x/Parts/1/2"):
        assert Router(found).match(nothing.strip("/").split("/")) is None
    assert Router(found).match(["v1", ""]) is None
    assert Router(found).match(["v1", "x", "Parts", ""]) is None


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({"operation": "FetchIt"}, {"operation": None}),
        ({"own": True}, {"own": False}),
        ({"key_parameter": None}, {"key_parameter": "Key"}),
        ({"operation": "FetchIt", "own": False}, {"operation": None}),
        ({"key_parameter": "Key"}, {"own": False, "key_parameter": None}),
        ({}, {}),
    ],
)
@pytest.mark.parametrize("turned", [False, True])
def test_of_two_actions_at_a_path_one_is_meant(
    first: dict[str, Any], second: dict[str, Any], turned: bool
) -> None:
    """One the source has, one at its own path, one by no parameter; otherwise the first by name."""
    objects: dict[str, Any] = {}
    for name, row in (("A", first), ("B", second)) if first else (("A", {}), ("B", {})):
        own = row.get("own", True)
        more = {key: value for key, value in row.items() if key != "own"}
        begin = {} if own else {"Update": {"path": f"/v1/{name}", "method": "PUT"}}
        objects[name] = {**begin, "Get": {"path": "/v1/x/{Sid}", **more}}
    if turned:
        objects = dict(reversed(objects.items()))
    assert meant(catalog(objects), "/v1/x/1") == ("A.Get", {"Sid": "1"})


def test_further_paths_of_an_action_come_last() -> None:
    """What another has as its own is that one's; what is refused is known apart."""
    found = catalog(
        {
            "A": {"Get": {"path": "/v1/a/{Sid}", "alternatives": ["/v1/b/{Sid}", "/v1/c/{Key}"]}},
            "B": {"Get": {"path": "/v1/b/{Sid}"}, "Delete": {"path": "/v1/d", "method": "DELETE", "refused": "no"}},
        }
    )  # fmt: skip
    assert meant(found, "/v1/b/1") == ("B.Get", {"Sid": "1"})
    assert meant(found, "/v1/c/1") == ("A.Get", {"Key": "1"})
    match = Router(found).match(["v1", "d"])
    assert match is not None and match.route("DELETE") is None
    assert {method: one.key for method, one in match.refused.items()} == {"DELETE": "B.Delete"}


@pytest.mark.parametrize(
    ("last", "parts"),
    [
        ("Calls.json", ("Calls", ".json")),
        ("Calls.xml", ("Calls", ".xml")),
        ("Calls", ("Calls", "")),
        ("Calls.csv", ("Calls.csv", "")),
        (".json", (".json", "")),
        ("a.json", ("a", ".json")),
        ("a.xml.json", ("a.xml", ".json")),
        ("Calls.jsonx", ("Calls.jsonx", "")),
    ],
)
def test_the_format_at_the_end_of_a_path(last: str, parts: tuple[str, str]) -> None:
    """JSON or XML, behind a name."""
    assert split_suffix(last) == parts


ONE = catalog({"Box": {"Get": {"path": "/v1/Accounts/{AccountSid}/Boxes/{Sid}"}}}, host="a.x.com")
TWO = catalog(
    {"Lid": {"Get": {"path": "/v1/Lids/{Sid}"}, "Delete": {"path": "/v1/Lids/{Sid}", "method": "DELETE"}}},
    host="b.x.com", suffixes=False,
)  # fmt: skip
THREE = catalog({"Bag": {"Get": {"path": "/v1/Bags/{Sid}"}}}, host="b.x.com")
APIS = [Api("", ONE, {}, Router(ONE)), Api("two", TWO, {}, Router(TWO)), Api("three", THREE, {}, Router(THREE))]  # fmt: skip
Known = tuple[str | None, str | None, tuple[str, ...] | None, str, str | None, tuple[str, ...]]


@pytest.mark.parametrize(
    ("method", "path", "host", "known"),
    [
        ("GET", "/v1/Accounts/AC1/Boxes/Q.json", "", ("", "Box.Get", ("GET",), ".json", "AC1", ("Box", "Box"))),
        ("GET", "/v1/Accounts/AC1/Boxes/Q%2Fy", "", ("", "Box.Get", ("GET",), "", "AC1", ("Box", "Box"))),
        ("PUT", "/v1/Accounts/AC1/Boxes/Q.xml", "", ("", None, ("GET",), ".xml", "AC1", ())),
        ("GET", "/v1/Accounts", "", ("", None, None, "", None, ())),
        ("GET", "/v1/Accounts/AC1", "", ("", None, None, "", "AC1", ())),
        ("GET", "/v1/Lids/Q.json", "b.x.com", ("two", "Lid.Get", ("DELETE", "GET"), "", None, ("two/Lid", "two/Lid"))),
        ("PUT", "/v1/Lids/Q", "b.x.com", ("two", None, ("DELETE", "GET"), "", None, ())),
        ("GET", "/v1/Bags/Q.json", "b.x.com", ("three", "Bag.Get", ("GET",), ".json", None, ("three/Bag", "three/Bag"))),
        ("GET", "/v1/Tins/Q.json", "b.x.com", ("three", None, None, ".json", None, ())),
        ("GET", "/v1/Lids/Q/y", "c.x.com", (None, None, None, "", "Q", ())),
    ],
)  # fmt: skip
@pytest.mark.parametrize("long", [False, True])
def test_what_a_request_means(method: str, path: str, host: str, known: Known, long: bool) -> None:
    """Its API, action, methods, format and account, and what faults call its object."""
    if long:
        path = path.replace("Q", "Q" * 300)
    found = Targets(Hosts(APIS)).find(method, path, host)
    assert (
        tuple(
            "Q" if part == "Q" * 300 else part
            for part in (
                None if found.api is None else found.api.name,
                None if found.route is None else found.route.action.key,
                found.methods,
                found.suffix,
                found.account,
                found.names,
            )
        )
        == known
    )
    assert found.path == path
    if found.route is not None and "%2F" in path:
        assert found.route.keys["Sid"].endswith("/y")


def test_what_is_known_before_a_body_is_read() -> None:
    """What it counts for, and whether a fault keeps it from being read."""
    here = Targets(Hosts(APIS)).find("GET", "/v1/Accounts/AC1/Boxes/x", "")
    nowhere = Target(None, "/", None, None, "", None, ())
    drop, status = Fault(kind="drop"), Fault(kind="status")
    for plan, dropped in (
        (None, False), (Plan(), False), (Plan(before=drop), True), (Plan(before=status), False), (Plan(after=drop), False),
    ):  # fmt: skip
        assert MatchedRequest(here, plan).dropped is dropped
    one, other = MatchedRequest(here, None), MatchedRequest(nowhere, None)
    assert (one.slot, one.account, one.action) == ("AC1", "AC1", "Box.Get")
    assert (other.slot, other.account, other.action) == ("", None, None)


def test_parts_of_a_path_are_decoded() -> None:
    """Each by itself, so that a slash may be within one."""
    assert segments("/a/b%2Fc/d+e/%C3%A9/") == ["a", "b/c", "d+e", "\u00e9"]
    assert segments("/") == [""]
    assert Request("GET", "/a%20b/c").segments == ["a b", "c"]
