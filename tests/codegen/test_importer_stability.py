"""Names once given stay: an import over a catalog moves nothing that is there."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.codegen.importer_support import (
    CONVENTIONS,
    JSON,
    TEXT,
    Node,
    document,
    listing,
    operation,
    parameter,
    record,
    sid,
    write,
)
from twilio_ops_codegen.catalog.load import load
from twilio_ops_codegen.catalog.model import Catalog, Object
from twilio_ops_codegen.catalog.passes import resolve
from twilio_ops_codegen.changes.classify import changes
from twilio_ops_codegen.importer import import_documents

PARCELS = "/v1/Parcels"


def words(*values: str) -> Node:
    """The schema of an enum."""
    return {"type": "string", "enum": list(values)}


def parcels(fields: Node, *, filters: dict[str, Node] | None = None, **more: Any) -> Node:
    """A document of one object with a Get and a Query."""
    item = record(sid=sid("PA"), **fields)
    asked = [parameter(name, schema=schema) for name, schema in (filters or {}).items()]
    paths = {
        PARCELS: {"get": operation("ListParcel", listing(item), parameters=asked)},
        f"{PARCELS}/{{Sid}}": {
            "parameters": [parameter("Sid", "path", sid("PA"))],
            "get": operation("FetchParcel", item),
        },
    }
    return document({**paths, **more})


def steps(folder: Path, *documents: Node) -> list[Catalog]:
    """The catalogs that documents give, each imported over the one before."""
    found = []
    for number, value in enumerate(documents):
        import_documents([write(folder, value, f"{number}.json")], folder / "into", CONVENTIONS)
        found.append(resolve(load(folder / "into")))
    return found


def parcel(catalog: Catalog) -> Object:
    """The only object."""
    return catalog.objects["Parcel"]


@pytest.mark.parametrize("values", [["toll free", "toll-free"], ["toll-free", "toll free"]])
def test_values_that_differ_in_signs_are_called_alike_in_any_order(
    tmp_path: Path, values: list[str]
) -> None:
    """The plain name does not depend on which comes first; the other spells its sign."""
    (catalog,) = steps(tmp_path, parcels({"kind": words(*values)}))
    expected = {"toll free": "TOLL_FREE", "toll-free": "TOLL_HYPHEN_MINUS_FREE"}
    assert expected == parcel(catalog).enum_names["kind"].members


def test_a_value_listed_before_another_does_not_take_its_name(tmp_path: Path) -> None:
    """Even where the plainer newcomer would have had it in a catalog of its own."""
    old, new = steps(
        tmp_path,
        parcels({"kind": words("in-progress", "over")}),
        parcels({"kind": words("in progress", "in_progress", "in-progress")}),
    )
    members = parcel(new).enum_names["kind"].members
    assert (
        "IN_PROGRESS"
        == members["in-progress"]
        == parcel(old).enum_names["kind"].members["in-progress"]
    )
    assert ["in-progress", "in progress", "in_progress"] == list(parcel(new).enums["kind"])
    assert 3 == len(set(members.values()))


def test_a_name_that_is_gone_does_not_mean_something_else(tmp_path: Path) -> None:
    """Where one value takes another's place, the old member fails loudly."""
    _, new = steps(
        tmp_path, parcels({"kind": words("in-progress")}), parcels({"kind": words("in_progress")})
    )
    assert "IN_PROGRESS" not in parcel(new).enum_names["kind"].members.values()


def test_a_filter_does_not_take_the_class_of_a_struct(tmp_path: Path) -> None:
    """The record's struct keeps its class when an enum of its name is added."""
    fields = {"capabilities": record(voice={"type": "boolean"})}
    old, new = steps(
        tmp_path, parcels(fields), parcels(fields, filters={"Capabilities": words("fax", "voice")})
    )
    assert "Capabilities" == parcel(old).structs["capabilities"].name
    assert "Capabilities" == parcel(new).structs["capabilities"].name
    assert "Capabilities2" == parcel(new).enum_names["capabilities"].name
    assert {"compatible"} == {change.severity.word for change in changes(old, new)}


def test_filters_beside_an_enum_leave_its_class_alone(tmp_path: Path) -> None:
    """What is read first in the document does not get the name of what was there."""
    old, new = steps(
        tmp_path,
        parcels({"status": words("sent", "lost")}),
        parcels({"status": words("sent", "lost")}, filters={"Status": words("any", "none")}),
    )
    assert ("sent", "lost") == parcel(new).enums["status"]
    query = parcel(new).actions["Query"]
    assert "status" != query.filters["Status"].enum
    assert {"compatible"} == {change.severity.word for change in changes(old, new)}


def test_order_is_kept_and_newcomers_come_behind(tmp_path: Path) -> None:
    """Whatever the document does with it: fields, parameters, filters."""
    one = {"a": TEXT, "b": TEXT}
    other = {"c": TEXT, "b": TEXT, "a": TEXT}
    _, new = steps(tmp_path, parcels(one, filters=one), parcels(other, filters=other))
    assert ["sid", "a", "b", "c"] == list(parcel(new).fields)
    assert ["a", "b", "c"] == list(parcel(new).actions["Query"].filters)


def test_an_object_keeps_its_name_when_another_gets_more_operations(tmp_path: Path) -> None:
    """It is known by its operations, not by how many there are elsewhere."""
    item = record(sid=sid("PA"))
    office = {
        "/v1/Offices/{OfficeSid}/Parcels": {
            "parameters": [parameter("OfficeSid", "path", sid("OF"))],
            "get": operation("ListOfficeParcel", listing(item)),
        }
    }
    old, new = steps(
        tmp_path,
        parcels({}),
        parcels({}, **office, **{f"{PARCELS}/Lost": {"get": operation("FetchParcels", item)}}),
    )
    before = {row.actions["Get"].operation: name for name, row in old.objects.items()}
    after = {
        row.actions["Get"].operation: name
        for name, row in new.objects.items()
        if "Get" in row.actions
    }
    assert before["FetchParcel"] == after["FetchParcel"]


def test_a_catalog_that_cannot_be_read_is_not_imported_over(tmp_path: Path) -> None:
    """Its names would be lost; nothing is written."""
    into = tmp_path / "into"
    steps(tmp_path, parcels({}))
    file = into / "api" / "v1" / "Parcel.yaml"
    file.write_text("object: [", encoding="utf-8")
    with pytest.raises(Exception, match=r"Parcel\.yaml.*names it gives would be lost"):
        steps(tmp_path, parcels({}))
    assert "object: [" == file.read_text(encoding="utf-8")


SITES: tuple[tuple[str, ...], ...] = (
    ("fields", "kind"),
    ("fields", "tags", "items"),
    ("structs", "box", "fields", "kind"),
    ("structs", "box", "fields", "tags", "items"),
    ("actions", "Query", "filters", "Kind"),
    ("actions", "Create", "parameters", "Kind"),
    ("actions", "Create", "parameters", "X-Kind"),
    ("actions", "Update", "parameters", "Kind"),
    ("actions", "Update", "parameters", "Tags"),
)
"""Where an enum may stand; each would be called ``kind`` or ``tag`` if it stood alone."""


def at_sites(enums: dict[tuple[str, ...], Node]) -> Node:
    """A document with an enum at some of the places, and text at the others."""

    def at(*site: str) -> Node:
        return enums.get(site, TEXT)

    def listed(*site: str) -> Node:
        return {"type": "array", "items": at(*site)}

    box = record(kind=at(*SITES[2]), tags=listed(*SITES[3]))
    item = record(sid=sid("PA"), box=box, kind=at(*SITES[0]), tags=listed(*SITES[1]))
    one = [parameter("Sid", "path", sid("PA"))]
    asked = [parameter("Kind", schema=at(*SITES[4]))]
    header = [parameter("X-Kind", "header", at(*SITES[6]))]
    create = operation("CreateParcel", item, body=record(Kind=at(*SITES[5])), parameters=header)
    changed = record(Kind=at(*SITES[7]), Tags=listed(*SITES[8]))
    return document(
        {
            PARCELS: {
                "get": operation("ListParcel", listing(item), parameters=asked),
                "post": create,
            },
            f"{PARCELS}/{{Sid}}": {
                "parameters": one,
                "get": operation("FetchParcel", item),
                "post": operation("UpdateParcel", item, body=changed),
            },
        }
    )


def row_at(catalog: Catalog, site: tuple[str, ...]) -> Any:
    """The row at a place of the object."""
    value: Any = parcel(catalog)
    for step in site:
        value = value[step] if isinstance(value, dict) else getattr(value, step)
    return value


@pytest.mark.parametrize("site", SITES, ids="/".join)
def test_an_enum_keeps_its_name_wherever_it_stands(tmp_path: Path, site: tuple[str, ...]) -> None:
    """Enums of other values come to all other places; they get the names that are left."""
    others = {each: words(f"v{n}", f"w{n}") for n, each in enumerate(SITES)}
    old, new = steps(
        tmp_path, at_sites({site: words("a", "b")}), at_sites({**others, site: words("a", "b")})
    )
    name = row_at(old, site).enum
    assert row_at(new, site).enum == name
    assert parcel(new).enums[name] == ("a", "b")
    assert parcel(new).enum_names[name].name == parcel(old).enum_names[name].name
    assert len({row_at(new, each).enum for each in SITES}) == len(SITES)


def fields_at(catalog: Catalog, site: tuple[str, ...]) -> tuple[str, set[str]]:
    """The struct at a place of the object: its name and its fields."""
    name = row_at(catalog, site).struct
    return name, {*parcel(catalog).structs[name].fields}


STRUCT_SITES = (
    ("fields", "box"),
    ("fields", "boxes", "items"),
    ("structs", "crate", "fields", "box"),
    ("structs", "crate", "fields", "boxes", "items"),
    ("actions", "Create", "parameters", "box"),
    ("actions", "Create", "parameters", "boxes", "items"),
)
"""Where a struct may stand; each would be called ``box`` if it stood alone."""


def with_structs(structs: dict[tuple[str, ...], Node]) -> Node:
    """A document with a struct at some of the places, and text at the others."""
    a, b, c, d, e, f = (structs.get(site, TEXT) for site in STRUCT_SITES)
    crate = record(box=c, boxes={"type": "array", "items": d})
    item = record(sid=sid("PA"), box=a, boxes={"type": "array", "items": b}, crate=crate)
    sent = record(box=e, boxes={"type": "array", "items": f})
    return document(
        {
            PARCELS: {"post": operation("CreateParcel", item, body=sent, media=JSON)},
            f"{PARCELS}/{{Sid}}": {
                "parameters": [parameter("Sid", "path", sid("PA"))],
                "get": operation("FetchParcel", item),
            },
        }
    )


@pytest.mark.parametrize("site", STRUCT_SITES, ids="/".join)
def test_a_struct_keeps_its_name_wherever_it_stands(tmp_path: Path, site: tuple[str, ...]) -> None:
    """Structs of other fields come to all other places, and it has one field more."""
    others = {each: record(**{f"v{n}": TEXT}) for n, each in enumerate(STRUCT_SITES)}
    old, new = steps(
        tmp_path,
        with_structs({site: record(a=TEXT, b=TEXT)}),
        with_structs({**others, site: record(a=TEXT, b=TEXT, c=TEXT)}),
    )
    name, fields = fields_at(old, site)
    assert fields == {"a", "b"}
    assert fields_at(new, site) == (name, {"a", "b", "c"})
    assert parcel(new).structs[name].name == parcel(old).structs[name].name
    assert len({row_at(new, each).struct for each in STRUCT_SITES}) == len(STRUCT_SITES)


@pytest.mark.parametrize(
    ("place", "said"),
    [
        (("fields",), ("weight_2", "Weight2")),
        (("structs", "box", "fields"), ("weight_2", "Weight2")),
        (("actions", "Query", "filters"), ("weight_2",)),
        (("actions", "Get", "parameters"), ("weight_2", None)),
        (("actions", "Create", "parameters"), ("weight_2", None)),
    ],
)
def test_a_name_of_its_own_stays_when_the_other_is_gone(
    tmp_path: Path, place: tuple[str, ...], said: tuple[str | None, ...]
) -> None:
    """Though the rule's would be free now, in Python and in documents."""

    def made(*names: str) -> Node:
        rows = dict.fromkeys(names, TEXT)
        asked = [parameter(name) for name in names]
        item = record(sid=sid("PA"), box=record(**rows), **rows)
        return document(
            {
                PARCELS: {
                    "get": operation("ListParcel", listing(item), parameters=asked),
                    "post": operation("CreateParcel", item, body=record(**rows)),
                },
                f"{PARCELS}/{{Sid}}": {
                    "parameters": [parameter("Sid", "path", sid("PA"))],
                    "get": operation("FetchParcel", item, parameters=asked),
                },
            }
        )

    for catalog in steps(tmp_path, made("weight", "Weight"), made("Weight")):
        row = row_at(catalog, place)["Weight"]
        assert tuple(getattr(row, name) for name in ("name", "xml")[: len(said)]) == said
