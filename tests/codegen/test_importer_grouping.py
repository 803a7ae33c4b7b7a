"""Which operations become one object, what it is called, and what it lives under."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.codegen.importer_support import (
    JSON,
    SID,
    TEXT,
    Imported,
    Node,
    document,
    imported,
    listing,
    operation,
    parameter,
    record,
    ref,
)
from twilio_ops_codegen.importer.naming import pascal, singular, snake

PARCEL = record(sid=SID, weight={"type": "number"})
KEY = parameter("Sid", "path", SID)


def parcels(stem: str = "Parcel", path: str = "/v1/Parcels") -> dict[str, Node]:
    """The five operations of an object."""
    return {
        path: {
            "get": operation(f"List{stem}", listing(PARCEL)),
            "post": operation(f"Create{stem}", PARCEL, status="201", body=record(Weight=TEXT)),
        },
        f"{path}/{{Sid}}": {
            "parameters": [KEY],
            "get": operation(f"Fetch{stem}", PARCEL),
            "post": operation(f"Update{stem}", PARCEL, body=record(Weight=TEXT)),
            "delete": operation(f"Delete{stem}", status="204"),
        },
    }


def paths(found: Imported, name: str) -> dict[str, str]:
    """The path of each action of an object."""
    return {action: row.path for action, row in found.object(name).actions.items()}


def test_five_operations_are_one_object(tmp_path: Path) -> None:
    found = imported(tmp_path, document(parcels()))
    assert found.names == ["Parcel"]
    value = found.object("Parcel")
    assert (value.source, value.path, value.parent) == ("Parcel", "/v1/Parcels", None)
    assert list(value.actions) == ["Get", "Query", "Create", "Update", "Delete"]
    assert value.json.list == "parcels"
    assert value.keys["Sid"].prefixes == ("PA",)
    query, delete = value.actions["Query"], value.actions["Delete"]
    assert (query.cardinality, query.paging) == ("many", "meta")
    assert (delete.cardinality, delete.status, delete.method) == ("none", (204,), "DELETE")
    assert found.report.objects == 1
    assert found.report.actions == 5
    assert not found.not_taken
    assert not found.remarks


def test_the_create_half_on_the_same_path_is_joined(tmp_path: Path) -> None:
    made = parcels()
    del made["/v1/Parcels"]["post"]
    label = record(sid=SID, weight={"type": "number"}, secret=TEXT)
    made["/v1/Parcels"]["post"] = operation("CreateNewParcel", label, status="201")
    found = imported(tmp_path, document(made))
    assert found.names == ["Parcel"]
    value = found.object("Parcel")
    assert value.actions["Create"].operation == "CreateNewParcel"
    assert value.fields["secret"].only == ("Create",)
    assert value.fields["sid"].only == ()


def test_a_create_elsewhere_or_beside_another_stays_on_its_own(tmp_path: Path) -> None:
    made = parcels() | {
        "/v1/Lost": {"post": operation("CreateNewParcel", PARCEL)},
        "/v1/Parcels/Bulk": {"post": operation("CreateNewCrate", PARCEL)},
    }
    found = imported(tmp_path, document(made))
    assert found.names == ["NewCrate", "NewParcel", "Parcel"]


def test_plural_and_singular_stems_of_one_collection_are_one(tmp_path: Path) -> None:
    made = parcels("Parcel") | {
        "/v1/Stages": {"get": operation("ListPolicies", listing(PARCEL, "policies"))},
        "/v1/Depots/{Sid}/Parcels": {
            "parameters": [KEY],
            "get": operation("ListParcels", listing(PARCEL)),
        },
    }
    made["/v1/Tools"] = {
        "get": operation("ListTools", listing(PARCEL, "tools")),
        "post": operation("CreateTool", PARCEL),
    }
    made["/v1/Tools/{Sid}"] = {"parameters": [KEY], "get": operation("FetchTool", PARCEL)}
    found = imported(tmp_path, document(made))
    # One plural stem has no singular, one is of another collection.
    assert found.names == ["Parcel", "Parcels", "Policies", "Tool"]
    assert set(found.object("Tool").actions) == {"Get", "Query", "Create"}


def test_one_stem_at_two_places_is_two_objects_called_by_their_paths(tmp_path: Path) -> None:
    made = parcels() | parcels(path="/v1/Sync/Parcels")
    del made["/v1/Sync/Parcels/{Sid}"]["delete"]
    found = imported(tmp_path, document(made))
    assert found.names == ["Parcel", "SyncParcel"]
    assert paths(found, "Parcel")["Query"] == "/v1/Parcels"
    assert paths(found, "SyncParcel") == {
        "Get": "/v1/Sync/Parcels/{Sid}",
        "Query": "/v1/Sync/Parcels",
        "Create": "/v1/Sync/Parcels",
        "Update": "/v1/Sync/Parcels/{Sid}",
    }


def test_two_updates_of_one_record_are_two_objects_called_by_their_verbs(tmp_path: Path) -> None:
    made = parcels()
    made["/v1/Parcels/{Sid}"]["patch"] = operation(
        "PatchParcel", PARCEL, body=record(a=TEXT), media=JSON
    )
    made["/v1/Parcels/{Sid}"]["put"] = made["/v1/Parcels/{Sid}"].pop("post")
    found = imported(tmp_path, document(made))
    assert found.names == ["Parcel", "ParcelPatch"]
    assert found.action("Parcel", "Update").method == "PUT"
    assert found.action("ParcelPatch", "Update").method == "PATCH"
    assert found.action("ParcelPatch", "Update").operation == "PatchParcel"


def test_the_same_operation_twice_on_one_path_is_kept_twice(tmp_path: Path) -> None:
    made: dict[str, Node] = {
        "/v1/Parcels/{Sid}": {
            "parameters": [KEY],
            "post": operation("UpdateParcel", PARCEL),
            "put": operation("UpdateParcel", PARCEL),
        }
    }
    found = imported(tmp_path, document(made))
    assert found.names == ["Parcel", "ParcelUpdate"]
    assert {found.action(name, "Update").method for name in found.names} == {"POST", "PUT"}


def test_names_that_differ_only_in_capitals_get_files_of_their_own(tmp_path: Path) -> None:
    made: dict[str, Node] = {
        "/v1/A": {"get": operation("FetchSms", PARCEL)},
        "/v1/B": {"get": operation("FetchSMS", PARCEL)},
    }
    found = imported(tmp_path, document(made))
    assert len({name.casefold() for name in found.names}) == 2


def test_patch_alone_is_the_update(tmp_path: Path) -> None:
    made = {"/v1/Settings": {"patch": operation("PatchSetting", PARCEL, body=record(A=TEXT))}}
    found = imported(tmp_path, document(made))
    assert found.action("Setting", "Update").method == "PATCH"
    assert found.object("Setting").path == "/v1/Settings"


def test_unusual_places(tmp_path: Path) -> None:
    """Get of a list's path (a singleton), Create and Delete with a key, Update without one."""
    made: dict[str, Node] = {
        "/v1/Balance": {"get": operation("FetchBalance", PARCEL)},
        "/v1/Depots/{Sid}/Tools/{id}": {
            "parameters": [KEY, parameter("id", "path")],
            "post": operation("CreateAttachment", status="204"),
            "delete": operation("DeleteAttachment", status="204"),
        },
        "/v1/Depots/Validate": {"post": operation("UpdateDepotValidate", PARCEL)},
        "/v1/SafeList": {"delete": operation("DeleteSafeList", status="204")},
    }
    found = imported(tmp_path, document(made))
    assert found.object("Balance").path == "/v1/Balance"
    assert found.object("Attachment").path == "/v1/Depots/{Sid}/Tools"
    assert found.action("Attachment", "Create").cardinality == "none"
    assert list(found.object("Attachment").keys) == ["Sid", "id"]
    assert found.object("DepotValidate").path == "/v1/Depots/Validate"
    assert found.object("SafeList").actions["Delete"].path == "/v1/SafeList"


def test_parents_by_path(tmp_path: Path) -> None:
    """Whose record's path an object's begins with; what stands between does not matter."""
    made = parcels("Depot", "/v1/Depots")
    made |= parcels("Crate", "/v1/Depots/{DepotSid}/Crates")
    made |= parcels("Item", "/v1/Depots/{DepotSid}/Crates/{CrateSid}/Inner/Items")
    made |= {"/v1/Depots/{DepotSid}/Settings": {"get": operation("FetchSetting", PARCEL)}}
    made |= {"/v1/Depots/{DepotSid}/Settings/Hooks": {"get": operation("FetchHook", PARCEL)}}
    found = imported(tmp_path, document(made))
    assert {name: found.object(name).parent for name in found.names} == {
        "Crate": "Depot",
        "Depot": None,
        "Hook": "Depot",
        "Item": "Crate",
        "Setting": "Depot",
    }


def test_parents_as_the_source_says(tmp_path: Path) -> None:
    made = parcels("Depot", "/v1/Depots") | {
        "/v1/Attempts": {
            "x-twilio": {"parent": "/Depots/{Sid}"},
            "get": operation("ListAttempt", listing(PARCEL)),
        },
        "/v1/Strays": {
            "x-twilio": {"parent": "/Nowhere/{Sid}"},
            "get": operation("ListStray", listing(PARCEL)),
        },
    }
    found = imported(tmp_path, document(made))
    assert found.object("Attempt").parent == "Depot"
    assert found.object("Stray").parent is None


def test_parents_that_are_under_each_other(tmp_path: Path) -> None:
    """One of them is taken as standing on its own, and named."""
    made = {
        f"/v1/{own}s/{{Sid}}": {
            "x-twilio": {"parent": f"/{other}s/{{Sid}}"},
            "get": operation(f"Fetch{own}", PARCEL),
        }
        for own, other in (("Depot", "Crate"), ("Crate", "Depot"))
    }
    found = imported(tmp_path, document(made))
    parents = {name: found.object(name).parent for name in found.names}
    assert parents in ({"Crate": "Depot", "Depot": None}, {"Crate": None, "Depot": "Crate"})
    (alone,) = [name for name, parent in parents.items() if parent is None]
    assert "which is under it" in found.remarks[alone]


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("SendParcel", "begins with no verb and object"),
        ("Fetch", "begins with no verb and object"),
        ("Fetchparcel", "begins with no verb and object"),
        ("parcels", "begins with no verb and object"),
    ],
)
def test_operations_without_a_verb_are_listed(tmp_path: Path, name: str, reason: str) -> None:
    found = imported(tmp_path, document({"/v1/Parcels": {"get": operation(name, PARCEL)}}))
    assert found.report.objects == 0
    assert found.not_taken[name].startswith(reason)


def test_operation_ids_in_other_spellings(tmp_path: Path) -> None:
    made: dict[str, Node] = {
        "/v1/A": {"get": operation("fetchParcelLabel", PARCEL)},
        "/v1/B": {"get": operation("Fetch_crate-label", PARCEL)},
        "/v1/C": {"get": operation("Fetch2faCode", PARCEL)},
    }
    assert imported(tmp_path, document(made)).names == ["CrateLabel", "N2faCode", "ParcelLabel"]


def test_operations_without_an_id_are_taken_by_method_and_path(tmp_path: Path) -> None:
    """Each with a remark that says what it is taken as."""
    made: dict[str, Node] = {
        "/v1/Parcels.json": {
            "get": operation("x", listing(PARCEL)),
            "post": operation("x", PARCEL),
        },
        "/v1/Parcels/{Sid}.json": {
            "parameters": [KEY],
            "get": operation("x", PARCEL),
            "post": operation("x", PARCEL),
            "delete": operation("x", PARCEL),
        },
    }
    for item in made.values():
        for node in item.values():
            if "operationId" in node:
                del node["operationId"]
    found = imported(tmp_path, document(made))
    assert not found.not_taken
    assert paths(found, "Parcel") == {
        "Get": "/v1/Parcels/{Sid}",
        "Query": "/v1/Parcels",
        "Create": "/v1/Parcels",
        "Update": "/v1/Parcels/{Sid}",
        "Delete": "/v1/Parcels/{Sid}",
    }
    said = found.remarks["POST /v1/Parcels/{Sid}.json"]
    assert said == "has no operation id; taken as UpdateParcel"


def test_what_is_left_out_is_listed(tmp_path: Path) -> None:
    made: dict[str, Node] = {
        "/v1/Parcels": {"get": operation("FetchParcel", PARCEL), "head": operation("FetchHead")},
        "/v1/Other": {"servers": [{"url": "https://elsewhere.example.com"}]}
        | {"get": operation("FetchOther", PARCEL)},
        "/v1/Health": {
            "x-twilio": {"x-skip-path": "true"},
            "get": operation("FetchHealth", PARCEL),
        },
    }
    made["/v1/Parcels"]["servers"] = [{"url": "https://acme.example.com"}]
    found = imported(tmp_path, document(made))
    assert found.names == ["Parcel"]
    assert found.not_taken == {
        "FetchHead": "uses the method HEAD",
        "FetchOther": "is at elsewhere.example.com; the service is at acme.example.com",
        "FetchHealth": "is on a path that the source says to leave out",
    }


@pytest.mark.parametrize("method", ["head", "options", "trace"])
def test_methods_that_no_action_has(tmp_path: Path, method: str) -> None:
    """They are left out by name, each of them, and the others are taken."""
    made: dict[str, Node] = {
        "/v1/Parcels": {"get": operation("FetchParcel", PARCEL), method: operation("AskParcel")}
    }
    found = imported(tmp_path, document(made))
    assert found.names == ["Parcel"]
    assert found.not_taken == {"AskParcel": f"uses the method {method.upper()}"}


def test_the_suffix_of_paths(tmp_path: Path) -> None:
    made: dict[str, Node] = {
        "/v1/Parcels.json": {"get": operation("ListParcel", listing(PARCEL))},
        "/v1/Parcels/{Sid}.json": {"parameters": [KEY], "get": operation("FetchParcel", PARCEL)},
        "/v1/Health": {"get": operation("FetchHealth", PARCEL)},
    }
    found = imported(tmp_path, document(made))
    assert found.catalog is not None
    assert found.catalog.service.suffixes
    assert paths(found, "Parcel") == {"Get": "/v1/Parcels/{Sid}", "Query": "/v1/Parcels"}
    assert found.not_taken == {
        "FetchHealth": "is at /v1/Health, without the suffix .json of the others"
    }


def test_path_items_and_their_parameters_by_reference(tmp_path: Path) -> None:
    made = document(
        {"/v1/Parcels/{Sid}": {"$ref": "#/components/pathItems/parcel"}},
        parameters={"Key": KEY},
        pathItems={
            "parcel": {
                "parameters": [ref("Key", "parameters")],
                "get": operation("FetchParcel", PARCEL),
            }
        },
    )
    found = imported(tmp_path, made)
    assert found.object("Parcel").keys["Sid"].prefixes == ("PA",)


def test_spellings() -> None:
    assert [
        snake(name) for name in ("IceServers", "callEnum_Status", "URLMap", "2fa", "", "a-b c")
    ] == [
        "ice_servers",
        "call_enum_status",
        "url_map",
        "n2fa",
        "value",
        "a_b_c",
    ]
    assert [pascal(name) for name in ("ice_servers", "SMSMessage", "2fa", "?")] == [
        "IceServers",
        "SMSMessage",
        "N2fa",
        "Value",
    ]
    assert [
        singular(name) for name in ("Policies", "Addresses", "Boxes", "Status", "Tools", "News")
    ] == [
        "Policy",
        "Address",
        "Box",
        "Status",
        "Tool",
        "New",
    ]


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("/v1/Sync/Parcels", "SyncParcel"),
        ("/v1/Depots/{DepotSid}/Parcels", "DepotsParcel"),
        ("/v1/Far/Away/In/Depots/{DepotSid}/Parcels", "InDepotsParcel"),
        ("/v1/{DepotSid}/Parcels", "ParcelList"),
    ],
)
def test_an_object_is_called_by_what_only_its_path_has(
    tmp_path: Path, path: str, name: str
) -> None:
    """By two words at most, none of them a placeholder; by its verb, if there is none."""
    made = parcels() | {path: {"get": operation("ListParcel", listing(PARCEL))}}
    assert imported(tmp_path, document(made)).names == sorted(["Parcel", name])
