"""Witnesses as programs: what they import, what they are answered on each wire, and the files they are in."""

from __future__ import annotations

import ast
import builtins
import re
import tempfile
from importlib import import_module
from pathlib import Path

import pytest
from lxml import etree

from tests.codegen.test_changes_witness_text import (
    CREATE,
    DEPOT,
    FIELDS,
    HOST,
    NEEDED,
    PARCEL,
    PARCELS,
    PYTHON,
    QUERY,
    Example,
    body,
    made,
)
from twilio_ops_codegen.catalog.errors import CodegenError
from twilio_ops_codegen.catalog.model import Type
from twilio_ops_codegen.catalog.passes import resolve
from twilio_ops_codegen.changes import Change, changes
from twilio_ops_codegen.changes.example import edited_by, sides
from twilio_ops_codegen.changes.witness import Witness, witness
from twilio_ops_codegen.changes.witness.documents import Answered, reader
from twilio_ops_codegen.changes.witness.files import write_witnesses
from twilio_ops_codegen.changes.witness.values import as_text, in_python
from twilio_ops_codegen.emit.objects import view

KINDS = {
    "a": "{type: any}",
    "b": "{type: collapsible_map, prefix: Add}",
    "c": "{type: map, items: {type: decimal}}",
    "d": "{type: list, items: {type: datetime, format: iso8601}}",
    "e": "{type: date}",
    "f": "{type: sid, prefixes: [PA]}",
    "g": "{type: uri_map}",
    "h": "{type: pairs, count: 2}",
    "i": "{type: struct, struct: size}",
    "j": "{type: enum, enum: status}",
}


def tried(
    place: str, old: str | None, new: str | None, rows: dict[str, str], *, brief: bool = True
) -> tuple[Change, Witness]:
    """The first change at a place, and its witness; both catalogs have the rows."""
    before, after = (resolve(edited_by({**rows, place: text})) for text in (old, new))
    change = changes(before, after)[0]
    found = witness(change, view(before), view(after), brief=brief)
    assert found is not None
    return change, found


def programs() -> dict[str, str]:
    """A program of each kind about each thing that it may be about."""
    found: dict[str, str] = {}
    for name, (example, _) in PYTHON.items():
        one = made(example)[1]
        found[f"{name} in Python"], found[f"{name} on the wire"] = one.python, one.wire[0]
        found[f"{name} in documents"] = one.requests[1]
    rows = {f"{FIELDS}/{name}": row for name, row in KINDS.items()}
    for place, row in ((f"{FIELDS}/sid", "{type: sid, prefixes: [PA]}"), (f"{QUERY}/settles", "3")):
        every = tried(place, row, None, rows, brief=False)[1]
        found[f"all of {place}"], found[f"requests of {place}"] = every.python, every.wire[0]
    rows = {f"{CREATE}/parameters/{name.upper()}": row for name, row in KINDS.items()}
    rows[f"{CREATE}/encoding"] = "json"
    found["all kinds sent"] = tried(f"{CREATE}/status", "[201]", "[200]", rows, brief=False)[
        1
    ].python
    return {name: text for name, text in found.items() if text}


def test_a_program_imports_what_it_uses_and_nothing_else() -> None:
    """Each name from where it is: of the standard library what is there, of the package or beside it the rest."""
    origins: dict[str, str] = {}
    for name, text in programs().items():
        tree = ast.parse(text)
        imports = [node for node in tree.body if isinstance(node, ast.ImportFrom)]
        imported = [alias.name for node in imports for alias in node.names]
        names = [node for node in ast.walk(tree) if isinstance(node, ast.Name)]
        given = {node.id for node in names if isinstance(node.ctx, ast.Store)}
        used = {node.id for node in names} - given - set(dir(builtins))
        assert sorted(imported) == sorted(used), name
        for node in imports:
            origins |= {alias.name: node.module or "" for alias in node.names}
    for name, module in origins.items():
        if not module.startswith(("parcel_ops", "stand_in")):
            assert hasattr(import_module(module), name)
    standard = {
        name: module for name, module in origins.items() if "." not in module and "_" not in module
    }
    assert standard == {
        "Any": "typing",
        "Decimal": "decimal",
        "UTC": "datetime",
        "date": "datetime",
        "datetime": "datetime",
    }
    assert origins["Sid"] == "parcel_ops" and origins["load"] == "parcel_ops.api"
    assert {origins[name] for name in ("Iterator", "Mapping", "Sequence")} == {"collections.abc"}


LIST = f'assert len(list(call("{DEPOT}")))'
ASKED = f'service.was_asked("GET {HOST}{PARCELS}'
JSON = f'{{"sid": "{PARCEL}"}}'
NEXT = '"meta": {"key": "parcels", "next_page_url": '
WIRES: dict[str, tuple[str, str, str, dict[str, str], list[str]]] = {
    "a list in XML": (
        f"{QUERY}/paging", "uris", "none", {"service/wires": "[xml]"},
        [
            "answer = '<Answer><List uri=\"\" nextpageuri=\"\">"
            f"<Parcel><Sid>{PARCEL}</Sid></Parcel></List></Answer>'",
            "service = Answers((200, answer))", "call = QueryParcel(service)", f"{LIST} == 1", f'{ASKED}.xml")',
        ],
    ),
    "a record in XML": (
        "objects/Parcel/actions/Get/security", "none", "basic", {"service/wires": "[xml]"},
        [
            f'service = Answers((200, "<Answer><Parcel><Sid>{PARCEL}</Sid></Parcel></Answer>"))',
            f'GetParcel(service)("{DEPOT}:{PARCEL}")', f'{ASKED}/{PARCEL}.xml", signed=False)',
        ],
    ),
    "pages that say where the next is": (
        f"{QUERY}/paging", "meta", "none", {},
        [
            f"""answer = '{{"parcels": [{JSON}], {NEXT}"{HOST}/next"}}}}'""",
            f"""last = '{{"parcels": [{JSON}], {NEXT}null}}}}'""",
            "service = Answers((200, answer), (200, last))", "call = QueryParcel(service)", f"{LIST} == 2",
            f'{ASKED}.json")', f'service.was_asked("GET {HOST}/next")',
        ],
    ),
    "pages without credentials": (
        f"{QUERY}/paging", "uris", "none", {f"{QUERY}/security": "none"},
        [
            f"""answer = '{{"next_page_uri": "/next", "parcels": [{JSON}]}}'""",
            f"""last = '{{"next_page_uri": null, "parcels": [{JSON}]}}'""",
            "service = Answers((200, answer), (200, last))", "call = QueryParcel(service)", f"{LIST} == 2",
            f'{ASKED}.json", signed=False)', f'service.was_asked("GET {HOST}/next", signed=False)',
        ],
    ),
    "a list without anything around it": (
        f"{QUERY}/paging", "meta", "none", {"objects/Parcel/json": "{bare: true}"},
        [
            f"service = Answers((200, '[{JSON}]'))", "call = QueryParcel(service)", f"{LIST} == 1", f'{ASKED}.json")',
        ],
    ),
    "a document in JSON": (
        f"{CREATE}/status", "[201]", "[200]", {"service/wires": "[json]"},
        [
            f"service = Answers((201, '{JSON}'))",
            f'document = "<Parcel><ParentSid>{DEPOT}</ParentSid>{NEEDED}</Parcel>"',
            "takes(CreateParcel, document, service)",
            f'service.was_asked("POST {HOST}{PARCELS}.json", form="Recipient=text & more, Street=text & more")',
        ],
    ),
    "no suffixes, and a host that says how": (
        "objects/Parcel/actions/Get/status", "[200]", "[201]", {"service/suffixes": "false", "service/host": "http://b.example"},
        [
            f"service = Answers((200, '{JSON}'))", f'GetParcel(service)("{DEPOT}:{PARCEL}")',
            f'service.was_asked("GET https://b.example{PARCELS}/{PARCEL}")',
        ],
    ),
    "what is always sent": (
        f"{CREATE}/status", "[201]", "[200]", {f"{CREATE}/fixed": "{Mode: new}"},
        [
            f'service = Answers((201, "<Answer><Parcel><Sid>{PARCEL}</Sid></Parcel></Answer>"))',
            f'document = "<Parcel><ParentSid>{DEPOT}</ParentSid>{NEEDED}</Parcel>"',
            "takes(CreateParcel, document, service)",
            f'service.was_asked("POST {HOST}{PARCELS}.xml", form="Mode=new, Recipient=text & more, Street=text & more")',
        ],
    ),
    "a body without a form": (
        f"{CREATE}/status", "[201]", "[200]", {f"{CREATE}/encoding": "none"},
        [
            f'service = Answers((201, "<Answer><Parcel><Sid>{PARCEL}</Sid></Parcel></Answer>"))',
            f'document = "<Parcel><ParentSid>{DEPOT}</ParentSid>{NEEDED}</Parcel>"',
            "takes(CreateParcel, document, service)",
            f'service.was_asked("POST {HOST}{PARCELS}.xml", query="Recipient=text & more, Street=text & more")',
        ],
    ),
}  # fmt: skip
"""A change between two catalogs of other services, and all that its program does."""


@pytest.mark.parametrize("name", WIRES)
def test_a_request_is_made_and_answered_as_its_service_does(name: str) -> None:
    """In the documents that it knows, with no more in them than is needed."""
    place, old, new, rows, expected = WIRES[name]
    assert body(tried(place, old, new, rows)[1].wire[0]) == expected


FILES: dict[str, tuple[Example, set[str]]] = {
    "a field": (
        Example(f"{FIELDS}/weight", "{type: decimal}", "{type: integer}"),
        {
            *("python.py", "wire.py", "GetParcel.read.py", "GetParcel.xsd"),
            *("GetParcel.old-1.xml", *(f"GetParcel.new-{number}.xml" for number in (1, 2, 3))),
        },
    ),
    "a parameter": (
        Example(f"{CREATE}/parameters/Colour", "{type: string}", None),
        {"python.py", "requests.py", "wire.py"},
    ),
    "an element": (
        Example(f"{CREATE}/parameters/Street", "{type: string}", "{type: string, xml: Road}"),
        {"requests.py"},
    ),
    "a class": (
        Example("objects/Parcel/object", "Parcel", "Packet"),
        {
            *("python.py", "requests.py", "requests.new.py"),
            *("GetParcel.read.py", "GetParcel.xsd", "GetParcel.old-1.xml"),
        },
    ),
}


@pytest.mark.parametrize("name", FILES)
def test_each_file_holds_its_part_of_a_witness(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a folder called after the change; beside it what the programs need, and how they are run."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "nowhere"))
    example, names = FILES[name]
    old, new = map(resolve, sides(example))
    change, found = made(example)
    assert write_witnesses(tmp_path / "out", [change], old, new) == 1
    held = {path.name: path for path in (tmp_path / "out").iterdir()}
    folder = held[f"{change.rule}-{change.fingerprint}"]
    assert held.keys() == {"README.md", "stand_in.py", folder.name}
    assert f"class {'Answers'}" in held["stand_in.py"].read_text(encoding="utf-8")
    assert "PYTHONPATH=new:. python" in held["README.md"].read_text(encoding="utf-8")
    texts = {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir()}
    said = texts.pop("change.txt").splitlines()
    assert said[:2] == [change.place, change.sentence]
    assert said[2:] == [
        f"{consumer.value}: {effect.text} ({effect.severity.word})"
        for consumer, effect in change.effects.items()
    ]
    assert texts.keys() == names
    (answered,) = found.answers
    parts = {
        "python.py": found.python,
        **dict(zip(("requests.py", "requests.new.py"), found.requests, strict=True)),
        **dict(zip(("wire.py", "wire.new.py"), found.wire, strict=True)),
        "GetParcel.read.py": reader(answered),
        "GetParcel.xsd": answered.profile,
        **{f"GetParcel.old-{n}.xml": text for n, text in enumerate(answered.old, 1)},
        **{f"GetParcel.new-{n}.xml": text for n, text in enumerate(answered.new, 1)},
    }
    assert texts == {each: parts[each] for each in names}


def test_a_change_of_words_alone_has_no_witness(tmp_path: Path) -> None:
    """And is not counted."""
    old, new = map(resolve, sides(Example(f"{FIELDS}/weight/note", "null", "in kilogrammes")))
    assert write_witnesses(tmp_path / "out", changes(old, new), old, new) == 0
    assert {path.name for path in (tmp_path / "out").iterdir()} == {"README.md", "stand_in.py"}


def test_a_folder_in_no_folder_is_not_made(tmp_path: Path) -> None:
    """It is said which folder is missing; a folder that holds something is not written into."""
    with pytest.raises(
        CodegenError, match=f"^--witness: {tmp_path / 'a'}: there is no such folder$"
    ):
        write_witnesses(tmp_path / "a" / "b", (), *map(resolve, sides(FILES["a field"][0])))
    with pytest.raises(CodegenError, match=r"is there already; expected an empty folder, or none$"):
        (tmp_path / "mine").touch()
        write_witnesses(tmp_path, (), *map(resolve, sides(FILES["a field"][0])))


SEARCH = {
    "objects/Parcel/actions/Get": "{operation: FindParcel, method: GET, path: /v1/Parcels, cardinality: many,"
    " filters: {Colour: {type: string}, Weight: {type: decimal, required: true}}}"
}
ANY = 'equals("text & more")'
NEEDED_FILTERS = {f"{QUERY}/filters": "{A: {type: string, required: true}, B: {type: boolean, required: true}, C: {type: string}}"}  # fmt: skip
GET = "objects/Parcel/actions/Get"
ONE = f'"{DEPOT}:{PARCEL}"'
RECORD = f"service = Answers((200, '{JSON}'))"
PAGE = f"""service = Answers((200, '{{"next_page_uri": null, "parcels": [{JSON}]}}'))"""
CALLED = ["call = GetParcel(answering(GetParcel))"]
LANG = {f"{GET}/parameters/Lang": "{type: string, location: header, required: true}"}
LAST: dict[str, tuple[tuple[str, str | None, str | None, dict[str, str]], list[str], list[str]]] = {
    "a filter of a search": (
        (f"{GET}/filters/Colour", "{type: string}", None, SEARCH),
        [*CALLED, 'answer: Iterator[Parcel] = call(weight=Decimal("1.5"), colour="text & more")', "assert list(answer)"],
        [
            f"service = Answers((200, '{{\"parcels\": [{JSON}]}}'))", "call = GetParcel(service)",
            'assert len(list(call(weight=Decimal("1.5"), colour="text & more"))) == 1',
            f'service.was_asked("GET {HOST}/v1/Parcels.json", query="Colour=text & more, Weight=1.5")',
        ],
    ),
    "a filter that a search needs": (
        (f"{GET}/filters/Weight", "{type: decimal, required: true}", None, SEARCH),
        [*CALLED, 'answer: Iterator[Parcel] = call(weight=Decimal("1.5"))', "assert list(answer)"],
        [
            f"service = Answers((200, '{{\"parcels\": [{JSON}]}}'))", "call = GetParcel(service)",
            'assert len(list(call(weight=Decimal("1.5")))) == 1',
            f'service.was_asked("GET {HOST}/v1/Parcels.json", query="Weight=1.5")',
        ],
    ),
    "the address of a search": (
        (f"{GET}/path", "/v1/Parcels", "/v1/Packets", SEARCH),
        [*CALLED, 'answer: Iterator[Parcel] = call(weight=Decimal("1.5"))', "assert list(answer)"],
        [
            f"service = Answers((200, '{{\"parcels\": [{JSON}]}}'))", "call = GetParcel(service)",
            'assert len(list(call(weight=Decimal("1.5")))) == 1',
            f'service.was_asked("GET {HOST}/v1/Parcels.json", query="Weight=1.5")',
        ],
    ),
    "a parameter of a Get": (
        (f"{GET}/parameters/Unit", "{type: string, location: query}", None, LANG),
        [*CALLED, f'answer: Parcel = call({ONE}, lang="text & more", unit="text & more")', "assert answer"],
        [
            RECORD, f'GetParcel(service)({ONE}, lang="text & more", unit="text & more")',
            f'{ASKED}/{PARCEL}.json", header="Lang=text & more", query="Unit=text & more")',
        ],
    ),
    "a filter beside needed ones": (
        (f"{QUERY}/filters/C", "{type: string}", None, NEEDED_FILTERS),
        [
            f"call = QueryParcel(answering(QueryParcel), filters=[QueryParcel.a.{ANY}, QueryParcel.b.equals(True), QueryParcel.c.{ANY}])",
            f'assert list(call("{DEPOT}"))',
        ],
        [
            PAGE, f"call = QueryParcel(service, filters=[QueryParcel.a.{ANY}, QueryParcel.b.equals(True), QueryParcel.c.{ANY}])",
            f"{LIST} == 1", f'{ASKED}.json", query="A=text & more, B=true, C=text & more")',
        ],
    ),
    "a needed filter": (
        (f"{QUERY}/filters/A", "{type: string, required: true}", None, NEEDED_FILTERS),
        [
            f"call_0 = QueryParcel(answering(QueryParcel), filters=[QueryParcel.b.equals(True), QueryParcel.a.{ANY}])",
            f'assert list(call_0("{DEPOT}"))',
            f"call_1 = QueryParcel(answering(QueryParcel), filters=[QueryParcel.a.{ANY}, QueryParcel.b.equals(True)])",
            f'answer_1: Iterator[Parcel] = call_1("{DEPOT}")', "assert list(answer_1)",
        ],
        [
            PAGE, f"call = QueryParcel(service, filters=[QueryParcel.a.{ANY}, QueryParcel.b.equals(True)])",
            f"{LIST} == 1", f'{ASKED}.json", query="A=text & more, B=true")',
        ],
    ),
    "a comparison with a day": (
        (f"{QUERY}/filters/When", "{type: datetime, operators: [equals, before, after]}", None, {}),
        [
            "call = QueryParcel(answering(QueryParcel), filters=[QueryParcel.when.equals(date(2012, 9, 17))])",
            f'assert list(call("{DEPOT}"))',
        ],
        [
            PAGE, "call = QueryParcel(service, filters=[QueryParcel.when.equals(date(2012, 9, 17))])",
            f"{LIST} == 1", f'{ASKED}.json", query="When=2012-09-17")',
        ],
    ),
    "a comparison with what is before a day": (
        (f"{QUERY}/filters/When", "{type: date, operators: [before]}", None, {}),
        [
            "call = QueryParcel(answering(QueryParcel), filters=[QueryParcel.when.before(date(2012, 9, 17))])",
            f'assert list(call("{DEPOT}"))',
        ],
        [
            PAGE, "call = QueryParcel(service, filters=[QueryParcel.when.before(date(2012, 9, 17))])",
            f"{LIST} == 1", f'{ASKED}.json", query="When<=2012-09-17")',
        ],
    ),
    "a comparison with what is behind a day": (
        (f"{QUERY}/filters/When", "{type: date, operators: [after]}", None, {}),
        [
            "call = QueryParcel(answering(QueryParcel), filters=[QueryParcel.when.after(date(2012, 9, 17))])",
            f'assert list(call("{DEPOT}"))',
        ],
        [
            PAGE, "call = QueryParcel(service, filters=[QueryParcel.when.after(date(2012, 9, 17))])",
            f"{LIST} == 1", f'{ASKED}.json", query="When>=2012-09-17")',
        ],
    ),
    "one record that become many": (
        (f"{QUERY}/cardinality", "one", "many", {}),
        ["call = QueryParcel(answering(QueryParcel))", f'answer: Parcel = call("{DEPOT}")', "assert answer"],
        [RECORD, f'QueryParcel(service)("{DEPOT}")', f'{ASKED}.json")'],
    ),
    "no answer": (
        (f"{GET}/status", "[200]", "[202]", {f"{GET}/cardinality": "none"}),
        [*CALLED, f"call({ONE})"],
        ['service = Answers((200, ""))', f"GetParcel(service)({ONE})", f'{ASKED}/{PARCEL}.json")'],
    ),
    "an answer that points elsewhere": (
        (f"{GET}/status", "[200]", "[202]", {f"{GET}/redirect": "recipient"}),
        [*CALLED, f"answer: Parcel = call({ONE})", "assert answer"],
        [
            f"service = Answers((200, '{{\"sid\": \"{PARCEL}\", \"recipient\": \"text & more\"}}'))",
            f"GetParcel(service)({ONE})", f'{ASKED}/{PARCEL}.json")',
        ],
    ),
    "a record without a key": (
        (f"{GET}/status", "[200]", "[202]", {"objects/Parcel/fields": "{a: {type: string}, b: {type: string}}"}),
        [*CALLED, f"answer: Parcel = call({ONE})", "assert answer"],
        ["service = Answers((200, '{\"a\": \"text & more\"}'))", f"GetParcel(service)({ONE})", f'{ASKED}/{PARCEL}.json")'],
    ),
    "the size of a search's page": (
        (f"{GET}/max_page_size", "100", "50", SEARCH),
        [*CALLED, 'answer: Iterator[Parcel] = call(weight=Decimal("1.5"))', "assert list(answer)"],
        [
            f"service = Answers((200, '{{\"parcels\": [{JSON}]}}'))", "call = GetParcel(service)",
            'assert len(list(call(weight=Decimal("1.5")))) == 1',
            f'service.was_asked("GET {HOST}/v1/Parcels.json", query="Weight=1.5")',
        ],
    ),
    "a filter that is given twice": (
        (f"{QUERY}/filters/Name", "{type: string, repeated: true}", None, {f"{QUERY}/fixed": "{Mode: new}"}),
        [
            f"call = QueryParcel(answering(QueryParcel), filters=[QueryParcel.name.{ANY}, QueryParcel.name.{ANY}])",
            f'assert list(call("{DEPOT}"))',
        ],
        [
            PAGE, f"call = QueryParcel(service, filters=[QueryParcel.name.{ANY}, QueryParcel.name.{ANY}])",
            f"{LIST} == 1", f'{ASKED}.json", query="Mode=new, Name=text & more, Name=text & more")',
        ],
    ),
    "a record whose key is not first": (
        (f"{GET}/status", "[200]", "[202]", {FIELDS: "{a: {type: string}, sid: {type: sid, prefixes: [PA]}}"}),
        [*CALLED, f"answer: Parcel = call({ONE})", "assert answer"],
        [RECORD, f"GetParcel(service)({ONE})", f'{ASKED}/{PARCEL}.json")'],
    ),
    "a field": (
        (f"{FIELDS}/weight", "{type: decimal}", None, {}),
        ['value: Decimal | None = Parcel(weight=Decimal("1.5")).weight'],
        [
            'service = Answers((201, "<Answer><Parcel><Weight>1.5</Weight></Parcel></Answer>"))',
            f'document = "<Parcel><ParentSid>{DEPOT}</ParentSid>{NEEDED}</Parcel>"',
            "takes(CreateParcel, document, service)",
            f'service.was_asked("POST {HOST}{PARCELS}.xml", form="Recipient=text & more, Street=text & more")',
        ],
    ),
    "the name of a value": (
        ("objects/Parcel/enum_names/status/members/waiting", "WAITS", "STAYS", {"objects/Parcel/enum_names/status": "{}"}),
        ["member: ParcelStatus = ParcelStatus.WAITS", 'assert member.value == "waiting"'],
        [
            f'answer = "<Answer><Parcel><Sid>{PARCEL}</Sid><Status>waiting</Status></Parcel></Answer>"',
            "service = Answers((200, answer))",
            f'document = "<Parcel><Sid>{DEPOT}:{PARCEL}</Sid><Status>waiting</Status></Parcel>"',
            "takes(UpdateParcel, document, service)",
            f"""service.was_asked("POST {HOST}{PARCELS}/{PARCEL}.xml", json='{{"Status": "waiting"}}')""",
        ],
    ),
    "a body of JSON": (
        ("objects/Parcel/actions/Update/status", "[200]", "[202]", {
            "objects/Parcel/actions/Update/parameters": "{Zip: {type: struct, struct: crate, required: true}, Act: {type: string, required: true}}",
        }),
        [
            "call = UpdateParcel(answering(UpdateParcel))",
            f'answer: Parcel = call({ONE}, zip=ParcelCrate(wood="text & more", nails=-1000000000), act="text & more")', "assert answer",
        ],
        [
            f'service = Answers((200, "<Answer><Parcel><Sid>{PARCEL}</Sid></Parcel></Answer>"))',
            f'document = "<Parcel><Sid>{DEPOT}:{PARCEL}</Sid><Zip><Wood>text &amp; more</Wood><Nails>1</Nails></Zip><Act>text &amp; more</Act></Parcel>"',
            "takes(UpdateParcel, document, service)",
            f"""service.was_asked("POST {HOST}{PARCELS}/{PARCEL}.xml", json='{{"Act": "text & more", "Zip": {{"nails": 1, "wood": "text & more"}}}}')""",
        ],
    ),
    "what is refused": ((f"{GET}/path", "/v1/P", "/v1/Q", {f"{GET}/refused": "closed"}), CALLED, []),
    "an enum": (
        ("objects/Parcel/enums/state", "[a, b]", None, {}),
        ["member: ParcelState = ParcelState.A", 'assert member.value == "a"'],
        [],
    ),
}  # fmt: skip
"""A change, and all that its programs do: in Python, and on the wire."""


@pytest.mark.parametrize("name", LAST)
def test_both_programs_show_the_least_that_shows_a_change(name: str) -> None:
    """What is needed, and what the change is about."""
    change, typed, asked = LAST[name]
    found = tried(*change)[1]
    assert [body(text) if text else [] for text in (found.python, found.wire[0])] == [typed, asked]
    if not any("takes(" in line for line in asked):
        assert found.requests == ("", "")


def test_all_is_tried_of_what_is_no_single_row() -> None:
    """Each field of a struct, with each of its values; each filter beside those that are needed; a page of each size."""
    box = "{fields: {wood: {type: string}, more: {type: any}}}"
    found = tried("objects/Parcel/structs/box", box, None, {}, brief=False)[1]
    assert body(found.python) == [
        'value_0: str | None = ParcelBox(wood="text & more").wood',
        'value_1: Any = ParcelBox(more={"name": 1}).more',
        'ParcelBox(more="any value")',
    ]
    found = tried(f"{QUERY}/path", "/v1/P", "/v1/Q", NEEDED_FILTERS, brief=False)[1]
    a, b, c = (f"QueryParcel.{name}" for name in (f"a.{ANY}", "b.equals(True)", f"c.{ANY}"))
    asked = [f"[{a}, {b}]", f"[{a}, {b}]", f"[{b}, {a}]", f"[{a}, {b}]", f"[{a}, {b}, {c}]"]
    for program, given in ((found.python, "answering(QueryParcel)"), (found.wire[0], "service")):
        made = [line.partition(" = ")[2] for line in body(program) if "QueryParcel(" in line]
        expected = asked if program is found.python else [asked[0], asked[0], *asked[2:]]
        assert made == [f"QueryParcel({given}, filters={one})" for one in expected]
    found = tried(f"{QUERY}/max_page_size", "9", "5", NEEDED_FILTERS, brief=False)[1]
    sized = [line for line in body(found.wire[0]) if "page_size=" in line]
    assert sized == [f"call = QueryParcel(service, filters=[{a}, {b}], page_size=9)"]
    assert ", page_size=9)" in next(line for line in body(found.python) if "QueryParcel(" in line)


def test_all_of_an_object_is_tried_where_something_of_the_whole_changes() -> None:
    """Each call with each address, each filter, each member, each field, each with all its values."""
    found = tried("objects/Parcel/json/list", "parcels", "packets", {}, brief=False)[1]
    depot, made = f'"{DEPOT}"', 'recipient="text & more"'
    expected: list[str] = []
    for action, given in (("Get", [ONE, f'"{PARCEL}"']), ("Query", [depot])):
        answer = "Iterator[Parcel]" if action == "Query" else "Parcel"
        shown = "list(answer)" if action == "Query" else "answer"
        for one in given:
            expected += [f"call = {action}Parcel(answering({action}Parcel))", f"answer: {answer} = call({one})", f"assert {shown}"]  # fmt: skip
    filters = [
        f"status.equals(ParcelStatus.{name})" for name in ("WAITING", "CARRIED", "DELIVERED")
    ]
    filters.append('status.equals("a word of its own")')
    filters += [f"sent_on.{name}(date(2012, 9, 17))" for name in ("equals", "on", "before")]
    for one in filters:
        expected += [f"call = QueryParcel(answering(QueryParcel), filters=[QueryParcel.{one}])", f"assert list(call({depot}))"]  # fmt: skip
    for action, given in (
        ("Create", [f'{made}, {name}="text & more", parent={depot}' for name in ("street", "locker")]),
        ("Update", [f"{sid}, status=ParcelStatus.WAITING" for sid in (ONE, f'"{PARCEL}"')]),
    ):  # fmt: skip
        for one in given:
            expected += [f"call = {action}Parcel(answering({action}Parcel))", f"answer: Parcel = call({one})", "assert answer"]  # fmt: skip
    for one in (ONE, f'"{PARCEL}"'):
        expected += ["call = DeleteParcel(answering(DeleteParcel))", f"call({one})"]
    words = ("waiting", "carried", "delivered")
    for enum, values in (("Status", words), ("State", words), ("Grade", ("light", "heavy"))):
        for value in values:
            expected += [f"member: Parcel{enum} = Parcel{enum}.{value.upper()}", f'assert member.value == "{value}"']  # fmt: skip
    for record, name, kind, value in (
        *(("ParcelSize", name, "int", "1") for name in ("height", "width")),
        *(("ParcelBox", name, "int", "1") for name in ("height", "width")),
        ("ParcelDepth", "depth", "int", "1"),
        ("ParcelCrate", "wood", "str", '"text & more"'),
        ("ParcelCrate", "nails", "int", "1"),
        ("Parcel", "sid", "Sid", f'Sid("{PARCEL}")'),
        ("Parcel", "status", "ParcelStatus", "ParcelStatus.WAITING"),
        ("Parcel", "weight", "Decimal", 'Decimal("1.5")'),
        ("Parcel", "recipient", "str", '"text & more"'),
        ("Parcel", "size", "ParcelSize", "ParcelSize(height=1, width=1)"),
        ("Parcel", "stops", "tuple[str, ...]", '("text & more",)'),
    ):
        expected.append(f"value: {kind} | None = {record}({name}={value}).{name}")
        if name == "status":
            expected += [f"Parcel(status=ParcelStatus.{one})" for one in ("CARRIED", "DELIVERED")]
    assert [re.sub(r"_\d+\b", "", line) for line in body(found.python)] == expected


def test_only_what_is_looked_at_is_tried() -> None:
    """Of an enum one value that is gone; of the service the calls and the name; of a key no request class."""
    found = tried("objects/Parcel/enums/status", "[waiting, lost]", "[waiting]", {}, brief=False)[1]
    assert body(found.python) == [
        "member: ParcelStatus = ParcelStatus.LOST",
        'assert member.value == "lost"',
    ]
    found = tried("service/host", "a.example", "b.example", {}, brief=False)[1]
    *_, name = body(found.python)
    assert name == 'assert load("Parcel").Parcel is Parcel'
    assert "value_" not in found.python and "member_" not in found.python
    found = tried("objects/Parcel/keys/Sid", "{prefixes: [PA]}", "{prefixes: [PX]}", {}, brief=False)[1]  # fmt: skip
    assert "Request(" not in found.python and "member_" in found.python
    found = tried(f"{QUERY}/filters/C", "{type: string}", None, NEEDED_FILTERS, brief=False)[1]
    assert sum("QueryParcel.c." in line for line in body(found.python)) == 1
    search = tried(f"{GET}/path", "/v1/Parcels", "/v1/Packets", SEARCH, brief=False)[1]
    called = [line for line in body(search.wire[0]) if line.startswith("assert")]
    assert called == [
        'assert len(list(call(weight=Decimal("1.5")))) == 1',
        'assert len(list(call(colour="text & more", weight=Decimal("1.5")))) == 1',
    ]


def test_an_answer_holds_what_is_looked_at_where_it_is_the_record_itself() -> None:
    """Neither another record's field of the same name, nor another key than the one asked for."""
    place = "objects/Parcel/fields/name"
    other = {f"{CREATE}/answers": "Depot"}
    for rows, texts in (({}, 3), (other, 1)):
        found = tried(place, "{type: decimal}", None, rows, brief=False)[1]
        lines = body(found.wire[0])
        assert sum(line == "takes(CreateParcel, document, service)" for line in lines) == texts
    found = tried(f"{FIELDS}/sid", "{type: sid, prefixes: [PA, PX]}", None, {}, brief=False)[1]
    made, _, behind = found.wire[0].rpartition("takes(CreateParcel, ")
    assert "<Sid>PX" in made and "takes(UpdateParcel, " in behind and "PX" not in behind


def test_what_is_refused_now_answers_nothing() -> None:
    """What it answered is shown all the same; an operation that was refused answered nothing."""
    for action in ("Get", "Create"):
        place = f"objects/Parcel/actions/{action}/refused"
        (answered,) = tried(place, "null", "closed", {}, brief=False)[1].answers
        assert len(answered.old) == 1 and answered.new == ()
        assert tried(place, "closed", "null", {}, brief=False)[1].answers == ()


def test_only_instants_have_a_form_that_they_are_read_in() -> None:
    """A text of some format is none, nor an instant of any form."""
    rows = {
        f"{FIELDS}/page": "{type: string, format: uri}",
        f"{FIELDS}/made": "{type: datetime}",
        f"{FIELDS}/sent": "{type: datetime, format: rfc2822}",
    }
    (answered,) = tried(f"{GET}/status", "[200]", "[202]", rows, brief=False)[1].answers
    assert answered.forms == (("Parcel/Sent", "rfc2822"),)
    shown = answered.brief()
    assert shown.forms == () and shown.paths == ("Parcel", "Parcel/Sid")


def record(**fields: int) -> str:
    """A document whose record has elements of so many lines each."""
    rows = (
        f"<{name}>{'<x/>' * (lines - 2)}</{name}>" if lines > 1 else f"<{name}/>"
        for name, lines in fields.items()
    )
    return f"<Answer><Parcel>{''.join(rows)}</Parcel></Answer>"


@pytest.mark.parametrize(
    ("old", "new", "kept"),
    [
        ({"Sid": 1, "A": 1}, {"Sid": 1, "A": 1}, "Sid"),
        ({"Sid": 1, "A": 1}, {"Sid": 1}, "Sid A"),
        ({"Sid": 1}, {"Sid": 1, "A": 1}, "Sid"),
        ({"Sid": 1, "A": 4}, {"Sid": 1, "A": 3}, "Sid A"),
        ({"Sid": 1, "A": 20}, {"Sid": 1}, "Sid A"),
        ({"Sid": 1, "A": 4, "B": 4}, {"Sid": 1, "A": 3}, "Sid B"),
        ({"Sid": 1, "A": 3, "B": 2}, {"Sid": 1, "A": 4}, "Sid A B"),
        ({"Sid": 1, "A": 4, "B": 5, "C": 4}, {"Sid": 1, "A": 5, "C": 5}, "Sid B"),
        ({"Sid": 1, "A": 4, "B": 5, "C": 4}, {"Sid": 1, "A": 5, "B": 4}, "Sid C"),
    ],
)
def test_an_answer_shows_first_what_is_lacking(
    old: dict[str, int], new: dict[str, int], kept: str
) -> None:
    """The record's first element, and of what differs as much as ten lines hold, but something."""
    paths = ("Parcel", *(f"Parcel/{name}" for name in old))
    forms = tuple((path, "iso8601") for path in paths[1:])
    made = Answered("GetParcel", "", paths, forms, (record(**old),), (record(**new),) * 2)
    assert made.lacks == (not old.keys() <= new.keys())
    shown = made.brief()
    names = kept.split()
    assert [each.tag for each in etree.fromstring(shown.old[0])[0]] == [
        n for n in old if n in names
    ]
    (later,) = shown.new
    held = {str(each.tag) for each in etree.fromstring(later)[0]}
    assert held <= {*names, *new} and not held & (old.keys() - set(names))
    assert shown.paths == ("Parcel", *(f"Parcel/{n}" for n in old if n in names))
    assert [path for path, _ in shown.forms] == list(shown.paths[1:])


def test_what_is_answered_by_nothing_lacks_all() -> None:
    """An operation that is gone has no documents to look for an element in."""
    made = Answered("GetParcel", "", ("Parcel",), (), (record(Sid=1),), ())
    assert made.lacks and made.brief().new == ()


def test_a_value_that_holds_itself_is_given_as_deep_as_a_person_reads() -> None:
    """Alone and in a list, for records and to be sent; at the end without anything."""
    rows = {
        "objects/Parcel/structs/node": "{fields: {name: {type: string}, next: {type: struct, struct: node},"
        " more: {type: list, items: {type: struct, struct: node}}}}",
        f"{CREATE}/encoding": "json",
        f"{CREATE}/parameters/Node": "{type: struct, struct: node}",
    }
    catalog = resolve(edited_by(rows))
    parcel = next(each for each in view(catalog).objects if each.name == "Parcel")
    row = catalog.objects["Parcel"].actions["Create"].parameters["Node"]

    def node(next_: str, more: str) -> str:
        return f'ParcelNode(name="text & more", next={next_}, more={more})'

    def of(depth: int, begin: str, end: str) -> str:
        """A value that holds another by itself, and one that is a level deeper in a list."""
        if depth >= 3:
            return "ParcelNode()"
        return node(of(depth + 1, begin, end), f"{begin}{of(depth + 2, begin, end)}{end}")

    assert in_python(row, parcel, sent=False) == [of(0, "(", ",)")]
    found = in_python(row, parcel, sent=True)
    assert found[1:] == ['ParcelNode(name="text & more")']
    assert found[0].startswith('ParcelNode(name="text & more", next=ParcelNode(')


def test_values_have_their_usual_form() -> None:
    """An instant is in ISO 8601, and one pair is given, unless something is said."""
    parcel = view(resolve(edited_by({}))).objects[1]
    assert as_text(Type(type="datetime"), parcel) == ["2012-09-17T01:13:42Z"]
    assert in_python(Type(type="pairs"), parcel, sent=True) == ['{"name0": "value"}']
