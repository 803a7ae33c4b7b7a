"""Bad input: every mistake is reported with its place, and nothing is written."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.codegen.importer_support import (
    CONVENTIONS,
    TEXT,
    document,
    operation,
    record,
    ref,
    write,
)
from tests.codegen.test_hostile_text import DOCUMENT
from twilio_ops_codegen.catalog.paths import LONGEST_NAME
from twilio_ops_codegen.importer import ImportFailed, import_documents
from twilio_ops_codegen.importer import document as reading
from twilio_ops_codegen.importer.document import read_document

GOOD = document({"/v1/Parcels": {"get": operation("FetchParcel", record(sid=TEXT))}})


def failure(path: Path, into: Path | None = None) -> list[tuple[str, str]]:
    """Place and message of each problem; the folder to write into stays as it is."""
    folder = into or path.parent / "catalog"
    before = sorted(folder.rglob("*"))
    with pytest.raises(ImportFailed) as caught:
        import_documents([path], folder, CONVENTIONS)
    assert sorted(folder.rglob("*")) == before
    assert all(problem.file for problem in caught.value.problems)
    assert all(problem.line or not problem.place for problem in caught.value.problems)
    return [(problem.place, problem.message) for problem in caught.value.problems]


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ("", "", "is empty"),
        ("  \n", "", "is empty"),
        ('{"openapi": "3.0.1",', "column 21", "is not JSON: "),
        (json.dumps(GOOD)[:200], "column ", "is not JSON: "),
        ("{'openapi': 1}", "column 2", "is not JSON: "),
        ('{"a": 1, "a": 2}', "", "has the key 'a' twice in one mapping"),
        ("[1, 2]", "", "is not an OpenAPI document: its top is not a mapping"),
        ("just words", "", "is not an OpenAPI document: its top is not a mapping"),
        ("a: [1\nb: 2", "column ", "is not JSON or YAML: "),
        ("a: *nowhere", "column 4", "is not JSON or YAML: "),
        (f'{{"a":\n {"7" * 1001}}}', "", "has a number of more than 1000 digits"),
        (
            f"a: {'7' * 1001}",
            "column 4",
            "is not JSON or YAML: found a number of more than 1000 digits",
        ),
        (
            f"a: 0x{'f' * 5000}",
            "column 4",
            "is not JSON or YAML: found a number of more than 1000 digits",
        ),
        (
            "a: !!bool x",
            "column 4",
            "is not JSON or YAML: found a value that is not what its tag says",
        ),
        ("a: \x01", "", "is not JSON or YAML: "),
        ("{}", "", "is not an OpenAPI document: it has no `openapi`"),
        ('{"swagger": "2.0"}', "swagger", "is version 2.0 of the format; 3.x is needed"),
        ('{"openapi": "4.0", "paths": {}}', "openapi", "is '4.0'; a version 3.x is needed"),
        ('{"openapi": "3.0.1", "info": {"title": "x"}}', "", "has no paths"),
        ('{"openapi": "3.0.1", "info": {"title": "x"}, "paths": {}}', "paths", "has no paths"),
        ("[" * 100_000, "", "is nested too deeply"),
    ],
)
def test_what_is_no_document(tmp_path: Path, text: str, place: str, message: str) -> None:
    path = tmp_path / "document.json"
    path.write_text(text, encoding="utf-8")
    found_place, found_message = failure(path)[-1]
    assert found_place.startswith(place)
    assert found_message.startswith(message)


def test_bytes_that_are_no_text(tmp_path: Path) -> None:
    path = tmp_path / "document.json"
    path.write_bytes(b'{"openapi": "\xff"}')
    assert failure(path) == [("byte 13", "is not UTF-8 text")]


def test_a_file_that_is_not_there_and_one_that_is_a_folder(tmp_path: Path) -> None:
    assert failure(tmp_path / "nothing.json") == [("", "no such file or directory")]
    assert failure(tmp_path) == [("", "is a directory")]


def wrong(**changes: Any) -> dict[str, Any]:
    return GOOD | changes


@pytest.mark.parametrize(
    ("value", "place", "message"),
    [
        (wrong(paths=[]), "paths", "is not a mapping"),
        (wrong(paths={"v1": {}}), "paths > v1", "is not a path: it does not begin with a slash"),
        (
            wrong(paths={"/v1/{Sid": {}}),
            "paths",
            "is '/v1/{Sid'; expected a closing brace for each opening one, and a name between",
        ),
        (wrong(paths={"/v1": 3}), "paths > /v1", "is not a mapping"),
        (wrong(paths={"/v1": {"get": []}}), "paths > /v1 > get", "is not a mapping"),
        (wrong(paths={"/v1": {"get": {}}}), "paths > /v1 > get", "has no responses"),
        (
            wrong(paths={"/v1": {"get": {"operationId": 1, "responses": {}}}}),
            "paths > /v1 > get > operationId",
            "is not text",
        ),
        (
            wrong(paths={"/v1": {"get": operation("FetchX", parameters=[{"in": "query"}])}}),
            "paths > /v1 > get > parameters > 0 > name",
            "is missing",
        ),
        (
            wrong(paths={"/v1": {"parameters": {}}}),
            "paths > /v1 > parameters",
            "is not a list",
        ),
        (
            wrong(paths={"/v1": {"get": operation("FetchX", record(a={"properties": []}))}}),
            "paths > /v1 > get > responses > 200 > content > application/json > schema"
            " > properties > a > properties",
            "is not a mapping",
        ),
        (
            wrong(components={"schemas": {"a": {"type": 3}}}),
            "components > schemas > a > type",
            "is neither text nor a list of texts",
        ),
        (
            wrong(components={"schemas": {"a": {"enum": "b"}}}),
            "components > schemas > a > enum",
            "is not a list",
        ),
        (
            wrong(components={"schemas": {"a": {"allOf": {}}}}),
            "components > schemas > a > allOf",
            "is not a list",
        ),
        (
            wrong(components={"schemas": {"a": record(b=ref("c"))}}),
            "components > schemas > a > properties > b > $ref",
            "#/components/schemas/c leads nowhere",
        ),
        (
            wrong(components={"schemas": {"a": {"allOf": [{"$ref": 3}]}}}),
            "components > schemas > a > allOf > 0 > $ref",
            "is not text",
        ),
        (
            wrong(components={"schemas": {"a": ref("b"), "b": ref("a")}}),
            "components > schemas > a > $ref",
            "#/components/schemas/b leads back to itself",
        ),
        (
            wrong(components={"schemas": {"a": {"allOf": [{"oneOf": [ref("a")]}]}}}),
            "components > schemas > a",
            "is composed of itself",
        ),
        (
            wrong(components={"schemas": {"a": {"$ref": "#/info/title"}}}),
            "components > schemas > a > $ref",
            "#/info/title leads to something that is not a mapping",
        ),
        (
            wrong(
                paths={
                    "/v1": {"get": operation("FetchX") | {"requestBody": ref("x", "requestBodies")}}
                }
            ),
            "paths > /v1 > get > requestBody > $ref",
            "#/components/requestBodies/x leads nowhere",
        ),
        (wrong(servers=[{}]), "servers > 0 > url", "is missing or not text"),
        (
            wrong(servers=[]),
            "servers",
            "names no host; expected an address such as https://api.example.com",
        ),
        (wrong(info={"title": 1}), "info > title", "is not text"),
    ],
)
def test_what_is_wrong_in_a_document(
    tmp_path: Path, value: dict[str, Any], place: str, message: str
) -> None:
    assert (place, message) in failure(write(tmp_path, value))


def test_all_problems_of_all_documents_at_once(tmp_path: Path) -> None:
    first = write(tmp_path, wrong(paths={"/a": {"get": {}}, "/b": {"get": {}}}), "a.json")
    second = write(tmp_path, wrong(components={"schemas": {"a": ref("b")}}), "b.json")
    with pytest.raises(ImportFailed) as caught:
        import_documents([second, first], tmp_path / "catalog", CONVENTIONS)
    assert [(Path(p.file).name, p.place) for p in caught.value.problems] == [
        ("a.json", "paths > /a > get"),
        ("a.json", "paths > /b > get"),
        ("b.json", "components > schemas > a > $ref"),
    ]
    assert (
        str(caught.value).splitlines()[0].endswith("a.json:1: paths > /a > get: has no responses")
    )
    assert not (tmp_path / "catalog").exists()


def test_examples_and_extensions_are_not_looked_into(tmp_path: Path) -> None:
    value = document(
        {
            "x-paths": {},
            "/v1/Parcels": {
                "x-anything": {"$ref": "#/nowhere"},
                "get": operation(
                    "FetchParcel", record(a={"type": "string", "example": {"$ref": "#/nowhere"}})
                ),
            },
        }
    )
    value["paths"] = {k: v for k, v in value["paths"].items()}
    assert read_document(write(tmp_path, value)).data["paths"]


def test_yaml_is_read_as_json_would_be(tmp_path: Path) -> None:
    path = tmp_path / "document.yaml"
    path.write_text(
        """\
openapi: 3.0.1
info: {title: Acme, version: 1.0.0}
servers: [{url: 'https://acme.example.com'}]
paths:
  /v1/Parcels:
    get:
      operationId: FetchParcel
      responses:
        200:
          content:
            application/json:
              schema:
                type: object
                properties:
                  day: {type: string, enum: [2010-04-01, 2010-04-02]}
""",
        encoding="utf-8",
    )
    import_documents([path], tmp_path / "catalog", CONVENTIONS)
    text = (tmp_path / "catalog/api/v1/Parcel.yaml").read_text(encoding="utf-8")
    assert "  day: ['2010-04-01', '2010-04-02']\n" in text


def test_a_byte_order_mark_does_not_matter(tmp_path: Path) -> None:
    path = tmp_path / "document.json"
    path.write_bytes(b"\xef\xbb\xbf" + json.dumps(GOOD).encode())
    assert import_documents([path], tmp_path / "catalog", CONVENTIONS).objects == 1


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("extension: x", "required field missing"),
        ("- a", "is not a mapping"),
        ("a: [", "while parsing"),
        (None, "no such file"),
    ],
)
def test_conventions_that_are_none(tmp_path: Path, text: str | None, message: str) -> None:
    conventions = tmp_path / "import.yaml"
    if text is not None:
        conventions.write_text(text, encoding="utf-8")
    with pytest.raises(ImportFailed, match=message):
        import_documents([write(tmp_path, GOOD)], tmp_path / "catalog", conventions)
    assert not (tmp_path / "catalog").exists()


def test_conventions_with_an_unknown_key_and_a_bad_expression(tmp_path: Path) -> None:
    conventions = tmp_path / "import.yaml"
    text = CONVENTIONS.read_text(encoding="utf-8")
    conventions.write_text(text + "\nsurprise: 1\n", encoding="utf-8")
    with pytest.raises(ImportFailed, match="surprise"):
        import_documents([write(tmp_path, GOOD)], tmp_path / "catalog", conventions)
    conventions.write_text(text.replace(r"'v\d+|", r"'(v\d+|"), encoding="utf-8")
    with pytest.raises(ImportFailed, match="version_segment: is not a regular expression"):
        import_documents([write(tmp_path, GOOD)], tmp_path / "catalog", conventions)
    conventions.write_text(
        text.replace("twilio_ops_{service}", "twilio_ops_{name}"), encoding="utf-8"
    )
    with pytest.raises(ImportFailed, match=r"service.package: .*no placeholders but \{service\}"):
        import_documents([write(tmp_path, GOOD)], tmp_path / "catalog", conventions)


@pytest.mark.slow
def test_damaged_documents_are_taken_or_refused_and_never_anything_else(tmp_path: Path) -> None:
    """Any part of a document replaced by something else: problems with places, or a whole catalog."""
    whole = document(
        {
            "/v1/Parcels/{Sid}": {
                "parameters": [{"name": "Sid", "in": "path", "schema": TEXT}],
                "get": operation("FetchParcel", ref("Parcel")),
                "post": operation("UpdateParcel", ref("Parcel"), body=ref("Parcel")),
            }
        },
        schemas={
            "Parcel": record(a={"type": "array", "items": ref("Parcel")}) | {"required": ["a"]}
        },
    )
    junk: list[Any] = [None, True, 3, "x", [], {}, [1], {"a": 1}, {"$ref": "#/paths"}]
    outcomes = set()
    for place in _places(whole):
        for value in junk:
            damaged = json.loads(json.dumps(whole))
            parent = damaged
            for key in place[:-1]:
                parent = parent[key]
            parent[place[-1]] = value
            try:
                import_documents([write(tmp_path, damaged)], tmp_path / "catalog", CONVENTIONS)
            except ImportFailed as error:
                assert error.problems
                outcomes.add("refused")
            else:
                outcomes.add("taken")
    assert outcomes == {"refused", "taken"}


def _places(node: Any, place: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    entries = (
        node.items()
        if isinstance(node, dict)
        else enumerate(node) if isinstance(node, list) else ()
    )
    found: list[tuple[str | int, ...]] = []
    for key, value in entries:
        found += [(*place, key), *_places(value, (*place, key))]
    return found


def test_a_few_lines_of_aliases_make_no_endless_document(tmp_path: Path) -> None:
    """A document in YAML holds about what it says, with its aliases written out."""
    lines = ["openapi: 3.0.1", "paths: {}", "x0: &x0 [a, a, a, a, a, a, a, a, a, a]"]
    lines += [f"x{n}: &x{n} [{', '.join([f'*x{n - 1}'] * 10)}]" for n in range(1, 30)]
    path = tmp_path / "document.yaml"
    path.write_text("\n".join(lines), encoding="utf-8")
    assert failure(path) == [("", "makes more than 1000000 values through aliases")]


@pytest.mark.parametrize("most", [20, 19, 18])
def test_aliases_may_make_as_many_values_as_there_may_be(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, most: int
) -> None:
    """And not one more; without an alias nothing is counted."""
    monkeypatch.setattr(reading, "VALUES", most)
    path = tmp_path / "document.yaml"
    head = "openapi: 3.0.1\ninfo: {}\npaths: {/a: {}}\n"  # five values
    path.write_text(f"{head}x: &x [a, a, a, a, a, a]\ny: *x\n", encoding="utf-8")
    if most < 19:
        assert failure(path) == [("", f"makes more than {most} values through aliases")]
    else:
        read_document(path)
    path.write_text(f"{head}x: [{', '.join('a' * 50)}]\n", encoding="utf-8")
    read_document(path)


def test_names_may_be_as_long_as_a_file_is_called(tmp_path: Path) -> None:
    """And not one sign longer."""
    for length, refused in ((LONGEST_NAME, False), (LONGEST_NAME + 1, True)):
        name = "Fetch" + "A" * (length - 5)
        path = write(tmp_path, document({"/v1/A": {"get": operation(name, record(a=TEXT))}}))
        if refused:
            message = f"is {length} characters long; expected at most {LONGEST_NAME}"
            assert failure(path) == [("paths > /v1/A > get > operationId", message)]
        else:
            read_document(path)


@pytest.mark.parametrize(("count", "kind"), [(64, "struct"), (65, "any")])
def test_a_schema_may_be_one_of_many_shapes(tmp_path: Path, count: int, kind: str) -> None:
    """As many as are taken as one, and not one more."""
    parts = [record(**{f"f{number}": TEXT}) for number in range(count)]
    made = document({"/v1/A": {"get": operation("FetchA", record(it={"oneOf": parts}))}})
    import_documents([write(tmp_path, made)], tmp_path / "catalog", CONVENTIONS)
    assert f"  it: {{type: {kind}" in (tmp_path / "catalog/api/v1/A.yaml").read_text(
        encoding="utf-8"
    )


def containers(value: Any, place: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """The places of everything in a document."""
    if isinstance(value, dict | list):
        for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
            yield (*place, str(key))
            yield from containers(inner, (*place, str(key)))


@pytest.mark.parametrize("odd", [3, [3], {"$ref": 3}], ids=str)
def test_what_is_of_another_kind_is_named_at_its_place(tmp_path: Path, odd: Any) -> None:
    """Wherever it stands: at the place itself, within it, or at what needs it to be there."""
    told: set[str] = set()
    for place in containers(DOCUMENT):
        value = json.loads(json.dumps(DOCUMENT))
        at = value
        for step in place[:-1]:
            at = at[int(step) if isinstance(at, list) else step]
        at[int(place[-1]) if isinstance(at, list) else place[-1]] = odd
        try:
            read_document(write(tmp_path, value))
        except ImportFailed as refused:
            for problem in refused.problems:
                if " leads " in problem.message or "names no host" in problem.message:
                    continue  # what led there, or needs it, stands elsewhere
                steps = tuple(problem.place.split(" > "))
                assert steps[: len(place)] == place[: len(steps)], (place, str(problem))
                told.add(re.sub(r"(?<=is ).*(?=; a version)", "...", problem.message))
    known = {
        "is missing",
        "is missing or not text",
        "is neither text nor a list of texts",
        "is not a list",
        "is not a mapping",
        "is not text",
        "is ...; a version 3.x is needed",
        "has no responses",
        "is not a path: it does not begin with a slash",
    }
    assert told <= known
    assert {"is not a mapping", "is not text", "is ...; a version 3.x is needed"} <= told
