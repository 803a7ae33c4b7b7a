"""What operations are sent and what they answer."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

from tests.codegen.importer_support import (
    FORM,
    JSON,
    SID,
    TEXT,
    Imported,
    Node,
    content,
    document,
    imported,
    listing,
    operation,
    parameter,
    record,
    ref,
    sid,
)
from twilio_ops_codegen.catalog.model import (
    ActionName,
    Filter,
    JsonNames,
    Key,
    Operator,
    Parameter,
    Pii,
    Type,
)

PARCEL = record(sid=SID)
TIME: Node = {"type": "string", "format": "date-time"}
DAY: Node = {"type": "string", "format": "date"}


def one(folder: Path, node: Node, path: str = "/v1/Parcels", /, **components: Any) -> Imported:
    """A document with one operation; its method follows from its verb."""
    verb = node["operationId"]
    method = (
        "get" if verb.startswith(("Fetch", "List")) else "delete" if "Delete" in verb else "post"
    )
    return imported(folder, document({path: {method: node}}, **components))


# -- parameters


def created(folder: Path, body: Node, media: str = FORM, /, **more: Any) -> Imported:
    """A document with one Create."""
    return one(folder, operation("CreateParcel", PARCEL, body=body, media=media, **more))


def test_a_form(tmp_path: Path) -> None:
    body = record(
        To=TEXT,
        PostedOn=DAY,
        Colours={"type": "array", "items": {"type": "string", "enum": ["red"]}},
        Weight={"type": "number", "minimum": 0.5, "maximum": 30},
        Secret=TEXT | {"x-twilio": {"pii": {"handling": "sensitive", "deleteSla": 0}}},
        Old=TEXT | {"deprecated": True},
        Attributes={},
    ) | {"required": ["To", "Colours"]}
    action = created(tmp_path, body).action("Parcel", "Create")
    assert (action.encoding, action.method) == ("form", "POST")
    assert action.parameters == {
        "To": Parameter(type="string", required=True),
        "PostedOn": Parameter(type="date"),
        "Colours": Parameter(type="enum", enum="colour", repeated=True, required=True),
        "Weight": Parameter(type="decimal", minimum=0.5, maximum=30),
        "Secret": Parameter(type="string", pii=Pii(handling="sensitive", delete_sla=0)),
        "Old": Parameter(type="string", deprecated="The source marks it as deprecated."),
        "Attributes": Parameter(type="any"),
    }


@pytest.mark.parametrize(
    ("schema", "message"),
    [
        (record(a=TEXT), "is an object; taken as any value, sent as JSON text"),
        ({"additionalProperties": TEXT}, "is an object; taken as any value, sent as JSON text"),
        (
            {"type": "array", "items": record(a=TEXT)},
            "holds values that are each an object; taken as any value, sent as JSON text",
        ),
        (
            {"type": "array", "items": {"type": "array", "items": TEXT}},
            "holds values that are each a list; taken as any value, sent as JSON text",
        ),
    ],
)
def test_what_a_form_cannot_hold_is_sent_as_json_text(
    tmp_path: Path, schema: Node, message: str
) -> None:
    """Objects in a form are taken as any value and said to be; a JSON body takes them as they are."""
    found = created(tmp_path / "form", record(Options=schema))
    expected = Parameter(type="any", repeated=schema.get("type") == "array")
    assert found.action("Parcel", "Create").parameters == {"Options": expected}
    assert found.object("Parcel").structs == {}
    assert found.remarks == {"CreateParcel/body/Options": message}
    whole = created(tmp_path / "json", record(Options=schema), JSON)
    assert whole.action("Parcel", "Create").parameters["Options"].type != "any"
    assert whole.remarks == {}


def test_a_json_body(tmp_path: Path) -> None:
    """Lists stay lists; the body and its schema may be references; names as they are."""
    body = record(
        to_address=TEXT,
        phone_numbers={"type": "array", "items": ref("Number")},
        tags={"type": "array", "items": TEXT},
        camelCase={"type": "boolean"},
    ) | {"required": ["to_address"]}
    found = one(
        tmp_path,
        operation("CreateParcel", PARCEL) | {"requestBody": ref("Create", "requestBodies")},
        schemas={"Body": body, "Number": record(number=TEXT)},
        requestBodies={"Create": content(ref("Body")) | {"required": True}},
    )
    action = found.action("Parcel", "Create")
    assert action.encoding == "json"
    assert action.parameters["to_address"].required
    phone_numbers = action.parameters["phone_numbers"]
    assert (phone_numbers.type, phone_numbers.repeated) == ("list", False)
    assert phone_numbers.items is not None
    assert phone_numbers.items.struct == "number"
    assert list(action.parameters) == ["to_address", "phone_numbers", "tags", "camelCase"]


def test_defaults(tmp_path: Path) -> None:
    """Those that fit the type; others are remarked on."""
    body = record(
        a=TEXT | {"default": "chat"},
        b={"type": "integer", "default": 3},
        c={"type": "boolean", "default": False},
        d={"type": "number", "default": 0.5},
        e={"type": "string", "enum": ["x"], "default": "x"},
        f={"type": "string", "format": "date", "default": "2031-01-31"},
        wrong={"type": "string", "enum": ["x"], "default": "y"},
        no_day={"type": "string", "format": "date", "default": "today"},
        too_big={"type": "integer", "maximum": 2, "default": 3},
        also_wrong={"type": "integer", "default": "3"},
        text_of_truth={"type": "boolean", "default": "true"},
        lists={"type": "array", "items": TEXT | {"default": "a"}, "default": ["a"]},
    )
    found = created(tmp_path, body)
    rows = found.action("Parcel", "Create").parameters
    assert {name: row.default for name, row in rows.items() if row.default is not None} == {
        "a": "chat",
        "b": 3,
        "c": False,
        "d": 0.5,
        "e": "x",
        "f": "2031-01-31",
    }
    assert set(found.remarks) == {
        "CreateParcel/body/lists",
        "CreateParcel/body/no_day",
        "CreateParcel/body/too_big",
        "CreateParcel/body/wrong",
        "CreateParcel/body/also_wrong",
        "CreateParcel/body/text_of_truth",
    }


def test_numbered_pairs(tmp_path: Path) -> None:
    """A whole series is one parameter; anything else stays as it is."""
    body = record(Name=TEXT)
    for number in range(1, 4):
        body["properties"] |= {f"Parameter{number}.Name": TEXT, f"Parameter{number}.Value": TEXT}
    body["properties"] |= {"Gap1.Name": TEXT, "Gap1.Value": TEXT, "Gap3.Name": TEXT}
    body["properties"] |= {"Channel.To": TEXT, "Step2.Name": TEXT}
    body["properties"] |= {"Label": TEXT, "Label1.Name": TEXT, "Label1.Value": TEXT}
    found = created(tmp_path, body)
    rows = found.action("Parcel", "Create").parameters
    assert list(rows) == [
        "Name",
        "Parameter",
        "Gap1.Name",
        "Gap1.Value",
        "Gap3.Name",
        "Channel.To",
        "Step2.Name",
        "Label",  # its name is taken
        "Label1.Name",
        "Label1.Value",
    ]
    assert rows["Parameter"] == Parameter(type="pairs", count=3)


def test_groups_of_which_one_is_needed(tmp_path: Path) -> None:
    """Named in snake case by the source."""
    extension = {"conditional": [["from", "service_sid"], ["body", "nothing"]]}
    found = created(
        tmp_path, record(From=TEXT, ServiceSid=TEXT, Body=TEXT), **{"x-twilio": extension}
    )
    assert found.action("Parcel", "Create").either == (("From", "ServiceSid"),)
    assert found.not_taken == {"CreateParcel/body, nothing": "is a group of unknown parameters"}


def test_a_post_without_body(tmp_path: Path) -> None:
    found = one(tmp_path, operation("CreateParcel", PARCEL, status="201"))
    action = found.action("Parcel", "Create")
    assert (action.encoding, action.parameters, action.status) == ("none", {}, (201,))


@pytest.mark.parametrize(
    ("schema", "media", "reason"),
    [
        ({"type": "array", "items": TEXT}, FORM, "its body is a list, without named parameters"),
        (record(a=TEXT), "multipart/form-data", "its body is multipart/form-data"),
        (TEXT, "text/plain; charset=utf-8", "its body is text/plain"),
    ],
)
def test_bodies_that_are_no_parameters(
    tmp_path: Path, schema: Node, media: str, reason: str
) -> None:
    found = created(tmp_path, schema, media)
    assert found.not_taken == {"CreateParcel": reason}
    assert found.names == []


@pytest.mark.parametrize(
    ("schema", "wanted"),
    [
        ({"type": "array", "items": TEXT}, Parameter(type="list", items=Type(type="string"))),
        (TEXT, Parameter(type="string")),
        ({}, Parameter(type="any")),
        ({"additionalProperties": TEXT}, Parameter(type="map", items=Type(type="string"))),
    ],
)
@pytest.mark.parametrize("required", [True, False])
def test_a_body_without_named_parameters_is_one_value(
    tmp_path: Path, schema: Node, wanted: Parameter, required: bool
) -> None:
    """Any JSON is taken, as the value of the whole body."""
    node = operation("CreateParcel", PARCEL, body=schema, media=JSON)
    node["requestBody"]["required"] = required
    found = one(tmp_path, node)
    expected = evolve(wanted, location="content", required=required)
    assert found.action("Parcel", "Create").parameters == {"Body": expected}
    assert found.not_taken == {}


def test_what_a_nested_value_needs_is_held(tmp_path: Path) -> None:
    """At any depth, in lists too; not of what is answered, where nothing has to be."""
    address = record(street=TEXT, box=TEXT) | {"required": ["street", "unknown"]}
    person = record(name=TEXT, homes={"type": "array", "items": address}) | {"required": ["name"]}
    found = created(tmp_path, record(Who=person, Else=address), JSON)
    rows = {
        f"{name}.{key}": row.required
        for name, struct in found.object("Parcel").structs.items()
        for key, row in struct.fields.items()
    }
    assert rows == {
        "who.name": True,
        "who.homes": False,
        "home.street": True,
        "home.box": False,
        "else.street": True,
        "else.box": False,
    }


def test_the_same_struct_sent_and_answered_says_what_is_needed(tmp_path: Path) -> None:
    """It is one struct, whichever is read first, and its answers need nothing."""
    shape = ref("Address")
    made = document(
        {
            "/v1/Parcels": {
                "post": operation(
                    "CreateParcel", record(to=shape), body=record(To=shape), media=JSON
                ),
                "get": operation("ListParcel", listing(record(to=shape))),
            }
        },
        schemas={"Address": record(street=TEXT, box=TEXT) | {"required": ["street"]}},
    )
    found = imported(tmp_path, made).object("Parcel")
    assert list(found.structs) == ["address"]
    assert [row.required for row in found.structs["address"].fields.values()] == [True, False]


def test_the_most_records_on_a_page(tmp_path: Path) -> None:
    """The maximum of the parameter for it; nothing if there is none."""
    for most, expected in ((50, 50), (None, None)):
        size = {"type": "integer"} | ({} if most is None else {"maximum": most})
        listed = operation(
            "ListParcel", listing(PARCEL), parameters=[parameter("PageSize", "query", size)]
        )
        found = imported(tmp_path / str(most), document({"/v1/Parcels": {"get": listed}}))
        assert found.action("Parcel", "Query").max_page_size == expected


def test_a_collapsible_map_is_a_type(tmp_path: Path) -> None:
    """The format says under which name its parts are sent; in a JSON body it is any value."""
    extra = {"type": "object", "format": "prefixed-collapsible-map-AddOns"}
    node = operation("FetchParcel", PARCEL, parameters=[parameter("AddOnsData", "query", extra)])
    found = one(tmp_path / "query", node)
    expected = Parameter(type="collapsible_map", prefix="AddOns", location="query")
    assert found.action("Parcel", "Get").parameters == {"AddOnsData": expected}
    found = created(tmp_path / "json", record(AddOnsData=extra), JSON)
    assert found.action("Parcel", "Create").parameters == {"AddOnsData": Parameter(type="any")}
    assert found.object("Parcel").left_out.keys() == {"CreateParcel/body/AddOnsData"}


@pytest.mark.parametrize(
    ("words", "values"), [(["POST", "GET"], ()), (["GET", "PUT"], ("GET", "PUT"))]
)
def test_the_values_of_a_format_are_held_where_they_are_not_the_usual(
    tmp_path: Path, words: list[str], values: tuple[str, ...]
) -> None:
    """The usual ones are what the format says."""
    method = {"type": "string", "format": "http-method", "enum": words}
    found = created(tmp_path, record(CallbackMethod=method))
    expected = Parameter(type="string", format="http-method", values=values)
    assert found.action("Parcel", "Create").parameters == {"CallbackMethod": expected}


def test_an_unknown_format_of_an_object_is_remarked_on(tmp_path: Path) -> None:
    """And its digest is kept; the known ones say no more than their properties."""
    strange = record(a=TEXT) | {"format": "strange"}
    known = record(b=TEXT) | {"format": "ice-server"}
    found = one(tmp_path, operation("FetchParcel", record(sid=SID, x=strange, y=known)))
    message = "is an object of the format strange; taken without it"
    assert found.remarks == {"FetchParcel/answer/x": message}
    assert found.object("Parcel").left_out.keys() == {"FetchParcel/answer/x"}


def test_a_reference_out_of_the_document_concerns_its_operation_alone(tmp_path: Path) -> None:
    """A schema elsewhere is any value; a parameter elsewhere is unknown, and so is its operation."""
    made = document(
        {
            "/v1/Parcels": {
                "get": operation("FetchParcel", record(sid=SID, more={"$ref": "other.json#/a"})),
            },
            "/v1/Crates": {
                "get": operation("FetchCrate", PARCEL, parameters=[{"$ref": "other.json#/b"}]),
            },
            "/v1/Away": {"$ref": "away.json"},
        }
    )
    found = imported(tmp_path, made)
    assert found.names == ["Parcel"]
    assert found.object("Parcel").fields["more"].type == "any"
    assert found.not_taken == {
        "/v1/Away": "needs away.json, which leads out of the document",
        "FetchCrate": "needs other.json#/b, which leads out of the document",
    }
    assert found.remarks == {"other.json#/a": "leads out of the document; taken as any value"}
    assert found.catalog is not None
    assert found.catalog.left_out.keys() == {"/v1/Away", "FetchCrate"}


def test_a_body_that_may_be_one_of_several(tmp_path: Path) -> None:
    """Its parameters are those of all; required is what all require."""
    both = {
        "oneOf": [
            record(a=TEXT, b=TEXT) | {"required": ["a", "b"]},
            record(a=TEXT, c=TEXT) | {"required": ["a"]},
        ]
    }
    found = created(tmp_path, both, JSON)
    rows = found.action("Parcel", "Create").parameters
    assert {name: row.required for name, row in rows.items()} == {"a": True, "b": False, "c": False}
    assert "CreateParcel/body" in found.remarks


def test_the_preferred_of_several_bodies_and_an_open_one(tmp_path: Path) -> None:
    node = operation("CreateParcel", PARCEL, body=record(a=TEXT), media="application/scim+json")
    node["requestBody"]["content"]["Application/JSON; charset=utf-8"] = {
        "schema": record(b=TEXT) | {"additionalProperties": True}
    }
    found = one(tmp_path, node)
    assert list(found.action("Parcel", "Create").parameters) == ["b"]
    assert found.not_taken == {
        "CreateParcel/body": "takes further parameters beside the named ones"
    }


def test_another_kind_of_json_is_sent_as_json(tmp_path: Path) -> None:
    found = created(tmp_path, record(a=TEXT), "application/scim+json")
    assert found.action("Parcel", "Create").encoding == "json"
    assert found.remarks == {
        "CreateParcel": "has a body of application/scim+json; it is sent as application/json"
    }


def test_query_and_header_parameters(tmp_path: Path) -> None:
    """Of an operation that is no list: parameters with a location; by reference too."""
    node = operation(
        "FetchParcel",
        PARCEL,
        parameters=[
            parameter("Fields", schema={"type": "array", "items": TEXT}),
            parameter("Near", schema={"type": "array", "items": TEXT}, explode=False),
            parameter("Where", schema=record(a=TEXT)),
            parameter(
                "Deep", schema={"type": "integer", "maximum": 5}, required=True, deprecated=True
            ),
            ref("ApiVersion", "parameters"),
            parameter("session", "cookie"),
            {"name": "Raw", "in": "query", "content": {JSON: {"schema": {"type": "boolean"}}}},
            {"name": "Bare", "in": "query"},
            parameter("Who", **{"x-twilio": {"pii": {"handling": "standard"}}}),
        ],
    )
    found = one(tmp_path, node, parameters={"ApiVersion": parameter("X-Acme-Version", "header")})
    assert found.action("Parcel", "Get").parameters == {
        "Fields": Parameter(type="string", location="query", repeated=True),
        "Near": Parameter(type="string", location="query"),
        "Where": Parameter(type="any", location="query"),
        "Deep": Parameter(
            type="integer",
            maximum=5,
            location="query",
            required=True,
            deprecated="The source marks it as deprecated.",
        ),
        "X-Acme-Version": Parameter(type="string", location="header"),
        "Raw": Parameter(type="boolean", location="query"),
        "Bare": Parameter(type="string", location="query"),
        "Who": Parameter(type="string", location="query", pii=Pii(handling="standard")),
    }
    assert found.not_taken == {"FetchParcel/session": "is a parameter in the cookie"}
    assert found.remarks.keys() == {f"FetchParcel/{name}" for name in ("Near", "Where", "Raw")}


def test_parameters_of_the_path_item(tmp_path: Path) -> None:
    """They go for each operation; an operation's own replaces one of the same name and place."""
    made = document(
        {
            "/v1/Parcels/{Sid}": {
                "parameters": [parameter("Sid", "path"), parameter("Deep")],
                "get": operation("FetchParcel", PARCEL, parameters=[parameter("Sid", "path", SID)]),
                "delete": operation("DeleteParcel", status="204"),
            }
        }
    )
    found = imported(tmp_path, made)
    assert found.object("Parcel").keys == {"Sid": Key(prefixes=("PA",))}
    assert found.action("Parcel", "Get").keys == {}
    assert found.action("Parcel", "Delete").keys == {"Sid": Key()}
    assert list(found.action("Parcel", "Get").parameters) == ["Deep"]
    assert list(found.action("Parcel", "Delete").parameters) == ["Deep"]


def test_the_same_name_in_query_and_body(tmp_path: Path) -> None:
    found = created(tmp_path, record(Name=TEXT), parameters=[parameter("Name")])
    assert found.action("Parcel", "Create").parameters["Name"].location == "body"
    assert found.not_taken == {
        "CreateParcel/Name": "is in the query and in the body; the body's is taken"
    }


def test_keys(tmp_path: Path) -> None:
    schemas = {
        "Sid": {"type": "string", "pattern": "^(PA|CR)[0-9a-fA-F]{32}$"},
        "Id": {"type": "string", "pattern": "^box_.+$"},
        "Kind": ref("Kind"),
        "Number": {"type": "integer"},
        "Day": DAY,
        "Name": TEXT,
        "Odd": {"type": "string", "pattern": "^(?=x)(?!xy)x$"},
    }
    path = "/v1/" + "/".join(f"{{{name}}}" for name in [*schemas, "Undeclared"]) + "/Parcels"
    found = one(
        tmp_path,
        operation(
            "ListParcel",
            listing(PARCEL),
            parameters=[parameter(name, "path", schema) for name, schema in schemas.items()]
            + [parameter("Elsewhere", "path")],
        ),
        path,
        schemas={"Kind": {"type": "string", "enum": ["a.b", "c"]}},
    )
    keys = found.object("Parcel").keys
    assert keys["Sid"] == Key(prefixes=("PA", "CR"))
    assert keys["Id"] == Key(pattern="^box_.+$")
    assert keys["Kind"] == Key(pattern=r"^(a\.b|c)$", example="a.b")
    assert keys["Number"] == Key(pattern="^[0-9]+$")
    assert keys["Day"].example == "2000-01-31"
    assert keys["Name"] == keys["Undeclared"] == Key()
    assert list(keys) == [*schemas, "Undeclared"]
    assert found.not_taken == {"ListParcel/Elsewhere": "has no placeholder in the path"}


# -- filters


def test_filters(tmp_path: Path) -> None:
    """Families by operator are one filter; parameters that page are left out."""
    node = operation(
        "ListParcel",
        listing(PARCEL),
        parameters=[
            parameter("PostedAt", schema=TIME),
            parameter("PostedAt<", schema=TIME),
            parameter("PostedAt>", schema=TIME),
            parameter("Late>", schema=DAY),
            parameter("Weight<", schema={"type": "number"}),
            parameter("Status", schema={"type": "string", "enum": ["lost"]}, required=True),
            parameter("CrateSid", schema=sid("CR")),
            parameter("Tags", schema={"type": "array", "items": TEXT}),
            parameter("PostedAfter", schema=TIME, deprecated=True),
            *(parameter(name) for name in ("PageSize", "Page", "PageToken")),
            parameter("X-Acme-Version", "header"),
        ],
    )
    found = one(tmp_path, node)
    action = found.action("Parcel", "Query")
    order: tuple[Operator, ...] = ("equals", "before", "after")
    assert action.filters == {
        "PostedAt": Filter(type="datetime", format="iso8601", operators=order),
        "Late": Filter(type="date", operators=("after",)),
        "Status": Filter(type="enum", enum="status", required=True),
        "CrateSid": Filter(type="sid", prefixes=("CR",)),
        "Tags": Filter(type="string", repeated=True),
        "PostedAfter": Filter(
            type="datetime", format="iso8601", deprecated="The source marks it as deprecated."
        ),
    }
    assert action.parameters == {"X-Acme-Version": Parameter(type="string", location="header")}
    assert found.not_taken == {
        "ListParcel/Weight<": "compares values of type decimal; only times can be compared"
    }
    assert not found.remarks


def test_paging_by_other_names_is_remarked_on(tmp_path: Path) -> None:
    node = operation(
        "ListParcel", listing(PARCEL), parameters=[parameter("pageSize"), parameter("count")]
    )
    found = one(tmp_path, node)
    assert found.action("Parcel", "Query").filters == {}
    assert found.remarks == {"ListParcel": "pages by pageSize, count"}


# -- answers


@pytest.mark.parametrize(
    ("beside", "paging"),
    [
        ({"next_page_uri": TEXT, "page": {"type": "integer"}, "uri": TEXT}, "uris"),
        ({"meta": record(next_page_url=TEXT, key=TEXT)}, "meta"),
        ({"meta": {"type": "object"}}, "meta"),
        ({"meta": record(nextToken=TEXT)}, "token"),
        ({"nextPageToken": TEXT}, "token"),
        ({"pagination": record(next_token=TEXT)}, "token"),
        ({"uri": TEXT}, "none"),
        ({}, "none"),
        (
            {"totalResults": {"type": "integer"}, "schemas": {"type": "array", "items": TEXT}},
            "none",
        ),
    ],
)
def test_paging(tmp_path: Path, beside: Node, paging: str) -> None:
    schema = record(**beside, parcels={"type": "array", "items": PARCEL})
    found = one(tmp_path, operation("ListParcel", schema))
    assert found.object("Parcel").json.list == "parcels"
    assert found.action("Parcel", "Query").paging == paging
    assert list(found.object("Parcel").fields) == ["sid"]


@pytest.mark.parametrize(
    ("sent", "beside", "signs"),
    [
        (["PageSize", "Page"], {"totalPages": {"type": "integer"}}, "Page, PageSize, totalPages"),
        ([], {"meta": record(next_page=TEXT, key=TEXT)}, "meta.next_page"),
        (["cursor", "Colour"], {"pagination": record(cursor=TEXT)}, "cursor, pagination.cursor"),
        (["startIndex"], {}, "startIndex"),
    ],
)
def test_pages_that_nothing_leads_to_are_remarked_on(
    tmp_path: Path, sent: list[str], beside: Node, signs: str
) -> None:
    """Nobody takes the first page for the whole list without having been told."""
    answer = record(parcels={"type": "array", "items": PARCEL}, **beside)
    found = one(tmp_path, operation("ListParcel", answer, parameters=list(map(parameter, sent))))
    assert found.action("Parcel", "Query").paging == "none"
    assert found.remarks == {
        "ListParcel": f"looks paged ({signs}), but nothing in its answer is known to lead to the "
        "next page; only the first page is read"
    }


def test_which_list_holds_the_records(tmp_path: Path) -> None:
    """The one with records; of several the one called like the path or the object, else the first."""
    boxes = {"type": "array", "items": record(a=TEXT)}
    parcel = {"type": "array", "items": PARCEL}
    schema = record(boxes=boxes, parcels=parcel, names={"type": "array", "items": TEXT})
    found = one(tmp_path / "named", operation("ListParcel", schema), "/v1/Post")
    assert found.object("Parcel").json.list == "parcels"
    assert not found.remarks
    found = one(tmp_path / "unnamed", operation("ListThing", schema), "/v1/Post")
    assert found.object("Thing").json.list == "boxes"
    assert "boxes, parcels" in found.remarks["ListThing/answer"]


def test_a_list_operation_that_answers_one_record_is_a_get(tmp_path: Path) -> None:
    found = one(tmp_path, operation("ListParcelTotal", record(total={"type": "integer"})))
    assert set(found.object("ParcelTotal").actions) == {"Get"}
    assert found.remarks["ListParcelTotal"] == "answers no list of records; taken as one record"


@pytest.mark.parametrize(
    ("name", "schema", "reason"),
    [
        (
            "ListParcel",
            {"type": "array", "items": TEXT},
            "its list holds a string each, no records",
        ),
        ("FetchParcel", TEXT, "it answers a string"),
        ("ListParcel", None, "it answers nothing that is read, with status 200"),
    ],
)
def test_answers_that_are_no_records(
    tmp_path: Path, name: str, schema: Node | None, reason: str
) -> None:
    found = one(tmp_path, operation(name, schema))
    assert found.not_taken == {name: reason}
    assert found.names == []


@pytest.mark.parametrize(("name", "action"), [("ListParcel", "Query"), ("FetchParcel", "Get")])
def test_a_list_that_is_the_whole_answer(tmp_path: Path, name: str, action: ActionName) -> None:
    """It has no key; its records are the object's."""
    found = one(tmp_path, operation(name, {"type": "array", "items": PARCEL}))
    assert found.object("Parcel").json == JsonNames(bare=True)
    assert found.action("Parcel", action).cardinality == "many"
    assert found.object("Parcel").fields.keys() == PARCEL["properties"].keys()


def test_answers_of_any_names_and_lists_of_no_records_are_records(tmp_path: Path) -> None:
    """What they hold is kept, and said to have no fields, or to be one of the record's."""
    found = one(tmp_path / "names", operation("FetchParcel", {"additionalProperties": TEXT}))
    assert found.object("Parcel").fields == {}
    names = record(names={"type": "array", "items": TEXT})
    found = one(tmp_path / "list", operation("ListParcel", names))
    assert found.object("Parcel").fields["names"].type == "list"
    assert found.remarks == {
        "ListParcel/answer/names": "holds a string each, no records; the answer is taken as one record"
    }


def test_untyped_answers_are_records_without_fields(tmp_path: Path) -> None:
    untyped = operation("FetchParcel") | {"responses": {"200": content({})}}
    assert one(tmp_path / "a", untyped).names == ["Parcel"]
    found = one(tmp_path / "b", operation("FetchParcel", {"type": "object"}))
    assert found.object("Parcel").fields == {}
    found = one(tmp_path / "c", operation("ListParcel", record(items={"type": "array"})))
    assert found.object("Parcel").json.list == "items"
    assert found.remarks == {"ListParcel/answer/items": "says nothing of its records"}


def test_statuses(tmp_path: Path) -> None:
    """All successes, also redirections; errors are not an operation's own."""
    node = operation("CreateParcel", PARCEL, status="201")
    node["responses"] |= {
        "200": content(PARCEL | {"properties": PARCEL["properties"] | {"late": TEXT}}),
        "400": content(record(code=TEXT)),
        "default": content(record(code=TEXT)),
    }
    found = one(tmp_path, node)
    assert found.action("Parcel", "Create").status == (200, 201)
    assert list(found.object("Parcel").fields) == ["sid", "late"]
    assert found.remarks == {"CreateParcel": "answers of status 400, default are not described"}


@pytest.mark.parametrize(
    ("responses", "status", "cardinality"),
    [
        ({"204": {}}, (204,), "none"),
        ({"202": {}}, (202,), "none"),
        ({"202": content(PARCEL)}, (202,), "one"),
        ({"302": {}}, (302,), "none"),
        ({"307": content(PARCEL)}, (307,), "one"),
        ({"2XX": content(PARCEL)}, (200,), "one"),
        ({"default": content(PARCEL)}, (200,), "one"),
        ({"200": {"$ref": "#/components/responses/Parcel"}}, (200,), "one"),
        ({"201": content(PARCEL), "204": {}}, (201, 204), "one"),
        ({"200": content(PARCEL, "application/scim+json; charset=utf-8")}, (200,), "one"),
        ({"200": content(None)}, (200,), "one"),
        ({}, (200,), "none"),
    ],
)
def test_kinds_of_answers(
    tmp_path: Path, responses: Node, status: tuple[int, ...], cardinality: str
) -> None:
    node = operation("UpdateParcel") | {"responses": responses}
    found = one(tmp_path, node, responses={"Parcel": content(PARCEL)})
    action = found.action("Parcel", "Update")
    assert (action.status, action.cardinality) == (status, cardinality)


def test_answers_that_are_not_json(tmp_path: Path) -> None:
    """What it is is named; where nothing else is answered, an Update goes on without an answer."""
    node = operation("UpdateParcel") | {"responses": {"200": content(TEXT, "text/csv")}}
    found = one(tmp_path, node)
    assert found.action("Parcel", "Update").cardinality == "none"
    assert found.not_taken == {"UpdateParcel/answer": "is text/csv; only JSON is read"}


@pytest.mark.parametrize(
    ("responses", "reason"),
    [
        ({"302": {}}, "it answers nothing that is read, with status 302"),
        ({"204": {}}, "it answers nothing that is read, with status 204"),
        (
            {"200": content(TEXT, "application/pdf")},
            "it answers nothing that is read, with status 200",
        ),
        ({}, "it answers nothing described"),
    ],
)
def test_reading_what_is_no_record_is_not_taken(
    tmp_path: Path, responses: Node, reason: str
) -> None:
    """A Get gives a record; one that could give none is listed, and not made to fail when used."""
    found = one(tmp_path, operation("FetchParcel") | {"responses": responses})
    assert found.names == []
    assert found.not_taken["FetchParcel"] == reason


def test_a_delete_that_answers_something(tmp_path: Path) -> None:
    found = one(tmp_path, operation("DeleteParcel", PARCEL))
    assert found.action("Parcel", "Delete").cardinality == "none"
    assert found.remarks == {"DeleteParcel": "answers a record, which is not read"}


def test_statuses_with_different_records(tmp_path: Path) -> None:
    node = operation("UpdateParcel", PARCEL)
    node["responses"]["202"] = content(record(job=TEXT))
    found = one(tmp_path, node)
    assert list(found.object("Parcel").fields) == ["sid"]
    assert found.not_taken == {"UpdateParcel/answer": "has another shape for another status"}


def test_a_deprecated_operation(tmp_path: Path) -> None:
    found = one(tmp_path, operation("FetchParcel", PARCEL, deprecated=True))
    assert found.action("Parcel", "Get").deprecated == "The source marks it as deprecated."


def test_personal_keys_and_filters_are_remarked_on(tmp_path: Path) -> None:
    """The catalog has no place for it."""
    pii: Node = {"x-twilio": {"pii": {"handling": "standard"}}}
    node = operation(
        "ListParcel",
        listing(PARCEL),
        parameters=[
            parameter("Name", "path", **pii),
            parameter("To", **pii),
            parameter("From", schema=TEXT | pii),
            parameter("Size"),
        ],
    )
    found = one(tmp_path, node, "/v1/People/{Name}/Parcels")
    assert found.remarks == {
        "ListParcel": "marks From, Name, To as personal; keys and filters cannot say so"
    }


BASIC: Node = {"type": "http", "scheme": "basic"}
BEARER: Node = {"type": "http", "scheme": "bearer"}


@pytest.mark.parametrize(
    ("whole", "own", "remarks"),
    [
        (None, None, {}),
        (None, [{"basic": []}], {}),
        (None, [{"bearer": []}, {"basic": []}], {"FetchParcel": "also takes bearer (bearer)"}),
        (None, [{}, {"basic": []}], {}),
        ([{"bearer": []}], [{"basic": []}], {}),
        ([{"bearer": []}], None, {"security": "wants bearer (bearer)"}),
        (None, [{"bearer": []}], {"FetchParcel": "wants bearer (bearer)"}),
        (None, [{"lost": []}], {"FetchParcel": "wants lost (which is not described)"}),
    ],
)
def test_credentials_of_another_kind_are_remarked_on(
    tmp_path: Path, whole: Any, own: Any, remarks: dict[str, str]
) -> None:
    """HTTP Basic is what a connection has; an operation's own word counts before the document's."""
    node = operation("FetchParcel", PARCEL) | ({} if own is None else {"security": own})
    schemes = {"basic": BASIC, "bearer": BEARER}
    made = document({"/v1/Parcels": {"get": node}}, securitySchemes=schemes)
    found = imported(tmp_path, made | ({} if whole is None else {"security": whole}))
    said = {place: f"{text}; a connection has HTTP Basic alone" for place, text in remarks.items()}
    assert (found.names, found.remarks) == (["Parcel"], said)


@pytest.mark.parametrize("own", [[], [{}]])
def test_operations_that_want_no_credentials(tmp_path: Path, own: list[Any]) -> None:
    """They are taken, and carry none."""
    found = one(tmp_path, operation("FetchParcel", PARCEL, security=own))
    assert found.action("Parcel", "Get").security == "none"
    assert found.not_taken == found.remarks == {}


def test_further_servers_are_remarked_on(tmp_path: Path) -> None:
    """Only the first of them is used."""
    servers = [{"url": "https://acme.example.com"}, {"url": "https://b.example.com"}]
    made = document({"/v1/Parcels": {"get": operation("FetchParcel", PARCEL)}})
    found = imported(tmp_path, made | {"servers": servers})
    message = "is at https://b.example.com, too; only https://acme.example.com is used"
    assert found.remarks == {"servers": message}


@pytest.mark.parametrize("name", ["Authorization", "accept", "Content-Type"])
def test_header_fields_of_the_connection_are_not_taken(tmp_path: Path, name: str) -> None:
    """The connection writes them itself, whatever was given."""
    found = one(tmp_path, operation("FetchParcel", PARCEL, parameters=[parameter(name, "header")]))
    assert found.action("Parcel", "Get").parameters == {}
    message = "is a header field that the connection writes itself"
    assert found.not_taken == {f"FetchParcel/{name}": message}


@pytest.mark.parametrize("name", ['a"b', "a\\b", "a\tb", "\ud800"])
def test_names_that_cannot_be_read_are_left_out(tmp_path: Path, name: str) -> None:
    """The decoder takes no such names; they are named in the report."""
    found = one(tmp_path, operation("FetchParcel", record(sid=SID, **{name: TEXT})))
    assert list(found.object("Parcel").fields) == ["sid"]
    (message,) = found.not_taken.values()
    assert "a field is called" in message
    assert found.object("Parcel").left_out.keys() == {"FetchParcel/answer"}


def test_limits_that_contradict_each_other_are_left_out(tmp_path: Path) -> None:
    """No number is above its maximum; a catalog may not say so."""
    found = created(tmp_path, record(Pieces={"type": "integer", "minimum": 5, "maximum": 1}))
    assert found.action("Parcel", "Create").parameters == {"Pieces": Parameter(type="integer")}
    message = "has the minimum 5 above its maximum, 1; taken without"
    assert found.remarks == {"CreateParcel/body/Pieces": message}


def test_limits_of_whole_numbers_are_whole(tmp_path: Path) -> None:
    """What is between them stays the same."""
    row = {"type": "integer", "minimum": 0.5, "maximum": 9.5}
    found = created(tmp_path, record(Pieces=row))
    expected = {"Pieces": Parameter(type="integer", minimum=1, maximum=9)}
    assert found.action("Parcel", "Create").parameters == expected


def test_lengths_are_named(tmp_path: Path) -> None:
    """A catalog has no place for them; those of a Sid say nothing that its pattern does not."""
    sid = SID | {"minLength": 34, "maxLength": 34}
    found = created(tmp_path, record(Name=TEXT | {"minLength": 1, "maxLength": 9}, Owner=sid))
    message = "has the minLength 1 and maxLength 9; taken without"
    assert found.remarks == {"CreateParcel/body/Name": message}


def test_texts_that_cannot_be_written_are_left_out(tmp_path: Path) -> None:
    """A catalog may not hold them; they are named in the report."""
    found = created(
        tmp_path,
        record(
            Kind={"type": "string", "enum": ["a", "b\x01", "\ud800"]},
            Name={"type": "string", "default": "\x02"},
            Code={"type": "string", "pattern": "[\x03]"},
        ),
    )
    assert found.object("Parcel").enums == {"kind": ("a",)}
    assert found.action("Parcel", "Create").parameters == {
        "Kind": Parameter(type="enum", enum="kind"),
        "Name": Parameter(type="string"),
        "Code": Parameter(type="string"),
    }
    place = "CreateParcel/body"
    assert found.remarks == {
        f"{place}/Kind": "has the values 'b\\x01', '\\ud800', which cannot be written; left out",
        f"{place}/Name": "has the default '\\x02', which cannot be written; taken without",
        f"{place}/Code": "has the pattern '[\\x03]', which cannot be written; taken without it",
    }


def test_groups_that_are_no_lists_are_named(tmp_path: Path) -> None:
    """What stands in a group's place is a group of one."""
    groups = {"x-twilio": {"conditional": [None, ["To"]]}}
    found = created(tmp_path, record(To=TEXT), FORM, **groups)
    assert found.action("Parcel", "Create").either == (("To",),)
    assert found.not_taken == {"CreateParcel/None": "is a group of unknown parameters"}


def test_what_one_method_needs_is_not_needed_by_the_others_of_its_path(tmp_path: Path) -> None:
    """Whether it comes before or behind them."""
    needy = operation("UpdateCrate") | {"requestBody": {"$ref": "other.json#/b"}}
    for method in ("post", "put"):
        paths = {
            "/v1/Crates/{Sid}": {
                "parameters": [parameter("Sid", "path")],
                "get": operation("FetchCrate", record(sid=TEXT)),
                method: needy,
                "delete": operation("DeleteCrate", status="204"),
            }
        }
        found = imported(tmp_path / method, document(paths))
        assert [*found.not_taken] == ["UpdateCrate"]
        assert {"Get", "Delete"} <= {*found.object("Crate").actions}
