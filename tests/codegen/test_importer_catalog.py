"""Writing a catalog: what is written, kept, removed and refused, and that only the document matters."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.codegen.importer_support import (
    CONVENTIONS,
    JSON,
    ROOT,
    SID,
    TEXT,
    Node,
    content,
    document,
    imported,
    listing,
    operation,
    parameter,
    record,
    ref,
    write,
)
from twilio_ops_codegen.__main__ import main
from twilio_ops_codegen.catalog.json_schema import schema_texts
from twilio_ops_codegen.catalog.load import load
from twilio_ops_codegen.emit.format import Formatter
from twilio_ops_codegen.emit.render import render
from twilio_ops_codegen.importer import ImportFailed, import_documents

PARCEL = record(sid=SID, size=record(height={"type": "number"}))
KEY = parameter("Sid", "path", SID)
PATHS: dict[str, Node] = {
    "/v1/Parcels": {"get": operation("ListParcel", listing(PARCEL))},
    "/v1/Parcels/{Sid}": {"parameters": [KEY], "get": operation("FetchParcel", PARCEL)},
    "/v1/Crates": {"get": operation("FetchCrate", PARCEL)},
}
GOOD = document(PATHS)


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_what_is_written(tmp_path: Path) -> None:
    into = tmp_path / "new" / "catalog"
    report = import_documents([write(tmp_path, GOOD)], into, CONVENTIONS)
    assert report.written == (
        "api/v1/Crate.yaml",
        "api/v1/Parcel.yaml",
        "catalog.yaml",
        *(f"schema/{name}.json" for name in ("catalog", "errors", "object", "overlay", "words")),
    )
    assert sorted(tree(into)) == list(report.written)
    assert (report.objects, report.actions, report.removed) == (2, 3, ())
    assert str(report).splitlines() == [
        "2 objects, 3 actions.",
        *(f"written: {name}" for name in report.written),
    ]
    assert (into / "api/v1/Parcel.yaml").read_text(encoding="utf-8") == """\
# yaml-language-server: $schema=../../schema/object.json
object: Parcel
source: Parcel
path: /v1/Parcels
keys:
  Sid: {prefixes: [PA]}
json: {list: parcels}
fields:
  sid: {type: sid, prefixes: [PA]}
  size: {type: struct, struct: size}
structs:
  size:
    fields:
      height: {type: decimal}
actions:
  Get:
    operation: FetchParcel
    method: GET
    path: /v1/Parcels/{Sid}
  Query:
    operation: ListParcel
    method: GET
    path: /v1/Parcels
    cardinality: many
    paging: meta
"""
    assert yaml.safe_load((into / "catalog.yaml").read_text(encoding="utf-8")) == {
        "format": 1,
        "package": "twilio_ops_acme_v1",
        "title": "Twilio Acme v1",
        "service": "acme",
        "version": "v1",
        "host": "acme.example.com",
        "wires": ["json"],
        "suffixes": False,
        "xml_root": "TwilioResponse",
        "xml_error": "RestException",
    }


def test_a_second_run_writes_nothing(tmp_path: Path) -> None:
    path, into = write(tmp_path, GOOD), tmp_path / "catalog"
    import_documents([path], into, CONVENTIONS)
    times = {file: file.stat().st_mtime_ns for file in into.rglob("*.yaml")}
    report = import_documents([path], into, CONVENTIONS)
    assert not report.changed
    assert "Nothing changed." in str(report)
    assert times == {file: file.stat().st_mtime_ns for file in into.rglob("*.yaml")}


def test_what_is_made_by_hand_stays(tmp_path: Path) -> None:
    """Overlays, errors, and what ``catalog.yaml`` says; where the document says otherwise is remarked on."""
    path, into = write(tmp_path, GOOD), tmp_path / "catalog"
    import_documents([path], into, CONVENTIONS)
    edited = (into / "catalog.yaml").read_text(encoding="utf-8").replace(
        "twilio_ops_acme_v1", "acme"
    ) + "# by hand\n"
    edited = edited.replace("acme.example.com", "proxy.example.com")
    by_hand = {
        "catalog.yaml": edited,
        "overlays/names.yaml": "- anything\n",
        "errors.yaml": "1: {status: 400, message: No.}\n",
        "api/v1/notes.txt": "kept",
    }
    for name, text in by_hand.items():
        (into / name).parent.mkdir(exist_ok=True)
        (into / name).write_text(text, encoding="utf-8")
    (into / "api/v1/Parcel.yaml").write_text("edited: true\n", encoding="utf-8")
    report = import_documents([path], into, CONVENTIONS)
    assert report.written == ("api/v1/Parcel.yaml",)
    assert {name: (into / name).read_text(encoding="utf-8") for name in by_hand} == by_hand
    assert [str(remark).rpartition("catalog.yaml: ")[2] for remark in report.remarks] == [
        "host: is 'proxy.example.com'; the document says 'acme.example.com'"
    ]


def test_objects_that_are_gone_are_removed_and_named(tmp_path: Path) -> None:
    into = tmp_path / "catalog"
    import_documents([write(tmp_path, GOOD)], into, CONVENTIONS)
    less = document({"/v1/Crates": PATHS["/v1/Crates"]})
    report = import_documents([write(tmp_path, less)], into, CONVENTIONS)
    assert (report.written, report.removed) == ((), ("api/v1/Parcel.yaml",))
    assert "removed: api/v1/Parcel.yaml" in str(report)
    assert [path.name for path in (into / "api/v1").iterdir()] == ["Crate.yaml"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("service: other\nversion: v1\n", "is the catalog of other/v1, not of acme/v1"),
        ("service: acme\nversion: v2\n", "is the catalog of acme/v2, not of acme/v1"),
        ("- a list\n", "is not a catalog"),
        ("a: [\n", "while parsing"),
    ],
)
def test_a_catalog_of_something_else_is_left_alone(tmp_path: Path, text: str, message: str) -> None:
    into = tmp_path / "catalog"
    into.mkdir()
    (into / "catalog.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(ImportFailed, match=message):
        import_documents([write(tmp_path, GOOD)], into, CONVENTIONS)
    assert tree(into) == {"catalog.yaml": text.encode()}


@pytest.mark.parametrize(
    ("names", "is_other"), [(["FetchBox"], True), (["FetchCrates", "FetchBox"], False)]
)
def test_another_document_of_the_same_service_is_not_imported_over(
    tmp_path: Path, names: list[str], is_other: bool
) -> None:
    """One that has none of the operations: all objects would be removed."""
    into = tmp_path / "catalog"
    first = document({"/v1/Crates": {"get": operation("FetchCrates", PARCEL)}})
    import_documents([write(tmp_path, first)], into, CONVENTIONS)
    before = tree(into)
    second = {f"/v1/{name[5:]}": {"get": operation(name, PARCEL)} for name in names}
    path = write(tmp_path, document(second), "second.json")
    if not is_other:
        assert import_documents([path], into, CONVENTIONS).changed
        return
    message = (
        r"second\.json:1: has none of the operations of .*, such as FetchCrates of Crate.*--into"
    )
    with pytest.raises(ImportFailed, match=message):
        import_documents([path], into, CONVENTIONS)
    assert tree(into) == before


def test_several_documents_of_one_service(tmp_path: Path) -> None:
    """In any order; not of two services, and no object twice."""
    one = write(tmp_path, document({"/v1/Crates": PATHS["/v1/Crates"]}), "one.json")
    two = write(
        tmp_path, document({"/v1/Boxes": {"get": operation("FetchBox", PARCEL)}}), "two.json"
    )
    import_documents([one, two], tmp_path / "a", CONVENTIONS)
    import_documents([two, one], tmp_path / "b", CONVENTIONS)
    assert tree(tmp_path / "a") == tree(tmp_path / "b")
    assert "api/v1/Box.yaml" in tree(tmp_path / "a")
    other = write(tmp_path, GOOD | {"info": {"title": "Twilio - Other"}}, "zzz.json")
    with pytest.raises(ImportFailed, match=r"is of other/v1; expected acme/v1 like .*one.json"):
        import_documents([one, other], tmp_path / "c", CONVENTIONS)
    again = write(tmp_path, document({"/v1/Crates": PATHS["/v1/Crates"]}), "again.json")
    with pytest.raises(ImportFailed, match=r"one.json: Crate: is in .*again.json too"):
        import_documents([one, again], tmp_path / "c", CONVENTIONS)
    with pytest.raises(ImportFailed, match="there is no document"):
        import_documents([], tmp_path / "c", CONVENTIONS)
    assert not (tmp_path / "c").exists()


def test_a_document_without_operations(tmp_path: Path) -> None:
    made = document({"/v3/Parcels": {"servers": [{"url": "https://acme.example.com"}]}})
    del made["servers"]
    found = imported(tmp_path, made)
    assert found.report.objects == 0
    assert list(tree(found.folder)) == [
        "catalog.yaml",
        *(f"schema/{name}" for name in schema_texts()),
    ]
    assert "version: v3\n" in (found.folder / "catalog.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("info", "path", "servers", "expected"),
    [
        (
            {"title": "Twilio - Acme Post"},
            "/v2/A",
            ["https://a.example.com"],
            ("acme-post", "v2", "a.example.com"),
        ),
        (
            {"title": "Some Words"},
            "/v2/A",
            ["https://a-b.example.com/"],
            ("a-b", "v2", "a-b.example.com"),
        ),
        ({"title": "Twilio - Api"}, "/2010-04-01/A", ["https://a"], ("api", "2010-04-01", "a")),
        (
            {"title": "Twilio - A", "version": "1.2.0"},
            "/A",
            ["http://a"],
            ("a", "1.2.0", "a"),
        ),
        ({"title": "Twilio - A", "version": "../x"}, "/A", ["https://a"], ("a", "x", "a")),
        ({"title": "Twilio - A"}, "/A", ["https://a/v7"], ("a", "v7", "a")),
        ({"title": "Twilio - A", "version": ".."}, "/A", ["https://a"], ("a", "unversioned", "a")),
    ],
)
def test_service_version_and_host(
    tmp_path: Path, info: Node, path: str, servers: list[str], expected: tuple[str, str, str]
) -> None:
    made = document({path: {"get": operation("FetchThing", PARCEL)}})
    made |= {"info": info, "servers": [{"url": url} for url in servers]}
    service = load(imported(tmp_path, made).folder).service
    assert (service.service, service.version, service.host) == expected
    assert service.wires == (("xml", "json") if service.service == "api" else ("json",))


def test_a_base_path_and_variables_of_a_server(tmp_path: Path) -> None:
    made = document({"/Parcels": {"get": operation("FetchParcel", PARCEL)}})
    made["servers"] = [
        {
            "url": "https://acme.{region}.example.com/{basePath}/",
            "variables": {"region": {"default": "eu"}, "basePath": {"default": "v5"}},
        }
    ]
    found = imported(tmp_path, made)
    assert found.catalog is not None
    assert found.catalog.service.host == "acme.eu.example.com"
    assert found.action("Parcel", "Get").path == "/v5/Parcels"


@pytest.mark.parametrize("url", ["https://acme.example.com:8443", "https://{region}.example.com"])
def test_a_host_that_is_none(tmp_path: Path, url: str) -> None:
    """A port, or a variable without a value, has no place in a catalog; nothing is written."""
    made = document({"/v1/A": {"get": operation("FetchA", TEXT)}}) | {"servers": [{"url": url}]}
    host = url.partition("//")[2]
    with pytest.raises(ImportFailed, match=re.escape(f"servers: is at {host!r}; expected a host")):
        import_documents([write(tmp_path, made)], tmp_path / "catalog", CONVENTIONS)


def test_the_account_in_the_paths(tmp_path: Path) -> None:
    made = document({"/v1/Accounts/{AccountSid}/A": {"get": operation("FetchA", PARCEL)}})
    found = imported(tmp_path, made)
    assert found.catalog is not None
    assert found.catalog.service.account_key == "AccountSid"


def test_nothing_is_written_if_something_cannot_be(tmp_path: Path) -> None:
    into = tmp_path / "catalog"
    (into / "api" / "v1").mkdir(parents=True)
    (into / "schema" / "overlay.json").mkdir(parents=True)
    with pytest.raises(ImportFailed, match=r"overlay.json: cannot be written: is a directory"):
        import_documents([write(tmp_path, GOOD)], into, CONVENTIONS)
    assert tree(into) == {}


KITCHEN_SINK = document(
    {
        "/v1/Parcels": {
            "get": operation(
                "ListParcel",
                listing(ref("Parcel")),
                parameters=[
                    parameter("At", schema={"type": "string", "format": "date-time"}),
                    parameter("At<", schema={"type": "string", "format": "date-time"}),
                    parameter("Kind", schema=ref("parcel_enum_kind")),
                ],
            ),
            "post": operation(
                "CreateParcel",
                ref("Parcel"),
                status="201",
                media=JSON,
                body=record(
                    kind=ref("parcel_enum_kind"),
                    tags={"type": "array", "items": TEXT},
                    by_name={"additionalProperties": {"type": "integer"}},
                )
                | {"required": ["kind"]},
                parameters=[parameter("X-Version", "header")],
            ),
        },
        "/v1/Parcels/{Sid}": {
            "parameters": [KEY],
            "get": operation("FetchParcel", ref("Parcel")),
            "put": operation("UpdateParcel", ref("Parcel"), body=record(kind=TEXT), media=JSON),
            "patch": operation("PatchParcel", ref("Parcel"), body=record(kind=TEXT), media=JSON),
            "delete": operation("DeleteParcel", status="204"),
        },
        "/v1/Parcels/{Sid}/Go": {
            "parameters": [KEY],
            "get": operation("FetchGo", {}) | {"responses": {"302": {}}},
        },
        "/v1/Parcels/{Sid}/Raw": {
            "parameters": [KEY],
            "get": operation("FetchRaw") | {"responses": {"200": content({})}},
            "post": operation("CreateRaw", record(job=TEXT), status="202"),
        },
    },
    schemas={
        "Parcel": record(
            sid=SID,
            kind=ref("parcel_enum_kind") | {"nullable": True},
            tree=ref("Tree"),
            at={"type": "string", "format": "date-time"},
            links={"type": "object", "format": "uri-map"},
            anything={},
            **{"acme/text": TEXT, "class": TEXT, "camelCase": {"type": "number"}},
        ),
        "Tree": record(name=TEXT, children={"type": "array", "items": ref("Tree")}),
        "parcel_enum_kind": {"type": "string", "enum": ["no", "1e3", "in-depot", ""]},
    },
)


@pytest.mark.slow
def test_a_package_is_generated_of_what_is_imported(tmp_path: Path) -> None:
    found = imported(tmp_path, KITCHEN_SINK)
    files = render(load(found.folder), None, Formatter(None))
    python = [file for file in files if file.path.endswith(".py")]
    assert any(file.path.endswith("api/parcel.py") for file in python)
    for file in python:
        compile(file.text, file.path, "exec")


@pytest.mark.slow
def test_hash_seed_locale_and_order_of_keys_do_not_matter(tmp_path: Path) -> None:
    """Objects are found in the order of their names; only rows keep the document's order."""
    path = write(tmp_path, KITCHEN_SINK)
    turned = KITCHEN_SINK | {"paths": dict(reversed(KITCHEN_SINK["paths"].items()))}
    other = write(tmp_path / "other", dict(reversed(turned.items())))
    script = (
        "import sys; from pathlib import Path; from twilio_ops_codegen.importer import import_documents\n"
        "import_documents([Path(sys.argv[1])], Path(sys.argv[2]), Path(sys.argv[3]))"
    )
    trees: list[dict[str, bytes]] = []
    for number, (source, seed, locale) in enumerate(
        [(path, "0", "C"), (path, "7", "tr_TR.UTF-8"), (other, "1", "C.UTF-8")]
    ):
        into = tmp_path / f"catalog{number}"
        environment = os.environ | {"PYTHONHASHSEED": seed, "LC_ALL": locale, "TZ": "Asia/Tokyo"}
        command = [sys.executable, "-c", script, str(source), str(into), str(CONVENTIONS)]
        subprocess.run(command, check=True, env=environment, cwd=ROOT)
        trees.append(tree(into))
    assert trees[0] == trees[1] == trees[2]


def test_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Prints the report; a bad document is exit code 2 and all its problems on stderr."""
    from twilio_ops_codegen.__main__ import main

    into = tmp_path / "catalog"
    assert main(["import", str(write(tmp_path, GOOD)), "--into", str(into)]) == 0
    assert capsys.readouterr().out.startswith("2 objects, 3 actions.\nwritten: api/v1/Crate.yaml\n")
    bad = write(tmp_path, {"openapi": "3.0.1", "paths": {}}, "bad.json")
    assert main(["import", str(bad), "--into", str(into)]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 2
    shutil.rmtree(into)


def test_no_prose_is_taken(tmp_path: Path) -> None:
    """Descriptions, summaries, titles, examples stay where they are."""

    def wordy(value: Any) -> Any:
        if isinstance(value, dict):
            made = {key: wordy(item) for key, item in value.items()}
            if "type" in value or "operationId" in value or "in" in value:
                made |= {"description": "Verbose", "summary": "Verbose", "example": "Verbose"}
                made["title"] = "Verbose"
            return made
        return [wordy(item) for item in value] if isinstance(value, list) else value

    plain = imported(tmp_path / "plain", KITCHEN_SINK)
    full = imported(tmp_path / "full", json.loads(json.dumps(wordy(KITCHEN_SINK))))
    assert tree(plain.folder) == tree(full.folder)


def test_editors_find_the_schema_that_files_name(tmp_path: Path) -> None:
    """An import writes it, too, and puts a stale one right."""
    made = document({"/v1/Parcels": {"get": operation("ListParcel", listing(record(sid=TEXT)))}})
    found = imported(tmp_path, made)
    file = found.folder / "api/v1/Parcel.yaml"
    for path, kind in ((file, "object"), (found.folder / "catalog.yaml", "catalog")):
        named = path.read_text(encoding="utf-8").splitlines()[0].partition("$schema=")[2]
        assert (path.parent / named).resolve() == (found.folder / f"schema/{kind}.json").resolve()
    for name, text in schema_texts().items():
        schema = found.folder / "schema" / name
        assert text == schema.read_text(encoding="utf-8")
        schema.write_text("{}", encoding="utf-8")
    imported(tmp_path, made)
    for name, text in schema_texts().items():
        assert text == (found.folder / "schema" / name).read_text(encoding="utf-8")


@pytest.mark.slow
def test_two_documents_never_make_one_package_unseen(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Two documents of one service and version are imported together, or neither replaces the other."""
    other = document({"/v1/Stamps": {"get": operation("FetchStamp", PARCEL)}})
    one, two = write(tmp_path, GOOD, "v2.json"), write(tmp_path, other, "v3.json")
    into, beside, out = tmp_path / "one", tmp_path / "two", tmp_path / "out"
    import_documents([one], into, CONVENTIONS)
    before = tree(into)
    with pytest.raises(ImportFailed, match="such as FetchCrate"):
        import_documents([two], into, CONVENTIONS)
    assert tree(into) == before
    import_documents([two], beside, CONVENTIONS)
    assert main(["write", "--catalog", str(into), "--out", str(out), "--no-cache"]) == 0
    written = tree(out)
    for command in ("write", "check", "diff"):
        assert main([command, "--catalog", str(beside), "--out", str(out), "--no-cache"]) == 2
        assert "is the package of another document" in capsys.readouterr().err
    assert tree(out) == written
    assert import_documents([one, two], into, CONVENTIONS).objects == 3
    assert main(["write", "--catalog", str(into), "--out", str(out), "--no-cache"]) == 0
