"""Witnesses as programs: what they import, what they are answered on each wire, and the files they are in."""

from __future__ import annotations

import ast
import builtins
import tempfile
from importlib import import_module
from pathlib import Path

import pytest

from tests.codegen.test_changes_witness_text import (
    CREATE,
    DEPOT,
    DOCUMENTS,
    FIELDS,
    HOST,
    NEEDED,
    PARCEL,
    PARCELS,
    PYTHON,
    QUERY,
    WIRE,
    Example,
    body,
    made,
)
from twilio_ops_codegen.catalog.errors import CodegenError
from twilio_ops_codegen.catalog.passes import resolve
from twilio_ops_codegen.changes import Change, changes
from twilio_ops_codegen.changes.example import edited_by, sides
from twilio_ops_codegen.changes.witness import Witness, witness
from twilio_ops_codegen.changes.witness.documents import reader
from twilio_ops_codegen.changes.witness.files import write_witnesses
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
    for name, (example, _) in {**PYTHON, **WIRE}.items():
        one = made(example)[1]
        found[f"{name} in Python"], found[f"{name} on the wire"] = one.python, one.wire[0]
    for name, (example, _) in DOCUMENTS.items():
        found[f"{name} in documents"] = made(example)[1].requests[1]
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
