"""What a generated module says of a made-up object in which every row says something: imported and looked at."""

from __future__ import annotations

import ast
import importlib
import inspect
import sys
import typing
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from attrs import evolve

from tests.codegen.test_hostile_text import AsItIs, unknown_names
from twilio_ops_codegen.catalog.model import (
    Action,
    Catalog,
    EnumWords,
    Field,
    Filter,
    JsonNames,
    Key,
    Object,
    Parameter,
    Service,
    Struct,
    Type,
    XmlNames,
)
from twilio_ops_codegen.emit.render import render
from twilio_ops_runtime import generated as g
from twilio_ops_runtime.records.specs import OperationSpec

PACKAGE = "acme_made_up"
LINK = "https://acme.example.com/things"
SERVICE = Service(
    format=1, package=PACKAGE, title="Acme", service="acme", version="v1", host="acme.example.com",
    wires=("xml", "json"), suffixes=True, account_key="AccountSid", xml_root="Root", xml_error="Fault",
    request_id="Acme-Request", inactive_account=20005, account_path="/v1/Accounts/{AccountSid}.json",
    region="us9", account_prefix="AC", key_prefix="AK", environment="ACME", account_state="state",
    account_active="on", page_size=40,
)  # fmt: skip
BARE = Service(
    format=1, package=f"{PACKAGE}_bare", title="Bare", service="bare", version="v1", host="bare.example.com",
    wires=("json",), suffixes=False,
)  # fmt: skip
LONG = "long" * 16
"""As part of a name it makes a row wider than a line."""
ACCOUNT = "/v1/Accounts/{AccountSid}/Things"
SENT = {
    "Old": Parameter(type="string", deprecated="Use Word."),
    "Word": Parameter(type="string", required=True, doc="The word.", xml="TheWord"),
    "Times": Parameter(type="integer", repeated=True, minimum=1),
    "Secret": Parameter(type="string", format="password"),
    "Near": Parameter(type="decimal", location="query"),
    "X-Kind": Parameter(type="enum", enum="kind", location="header", name="kind"),
}
THING = Object(
    object="Thing",
    source="Item",
    aliases=("Things", "Stuff"),
    path=ACCOUNT,
    keys={"Sid": Key(prefixes=("PA", "PB")), "AccountSid": Key(prefixes=("AC",))},
    xml=XmlNames(list="ThingList", item="ThingItem", accepts=("Old", "Older")),
    json=JsonNames(list="things"),
    fields={
        "sid": Field(type="sid", prefixes=("PA",), doc="Its Sid."),
        "made-at": Field(type="datetime", format="rfc2822"),
        "where-to": Field(type="string", format="uri"),
        "kind": Field(type="enum", enum="kind"),
        "brief": Field(type="struct", struct="brief"),
        "token": Field(type="string", format="password"),
        "count": Field(type="integer", xml="HowMany"),
        "odd": Field(type="any"),
        "more": Field(type="map", items=Type(type="string")),
        f"{LONG}-text": Field(type="enum", enum="kind"),
    },
    enums={"kind": ("slow", "fast"), "empty": ()},
    enum_words={"kind": EnumWords(doc="How fast.", values={"fast": "At once."})},
    structs={"brief": Struct(fields={"word": Field(type="string", required=True), "size": Field(type="decimal")}, doc="In short.")},
    doc="A thing.",
    link=LINK,
    note="Mind the thing.",
    actions={
        "Get": Action(
            method="GET", path="/v1/Things/{Sid}", alternatives=("/v1/Boxes/{Box}/Things/{Sid}",),
            keys={"Box": Key(pattern="^[a-z]+$", literals=("me",))}, security="none", status=(302,), redirect="where-to",
            doc="Get it.", note="Mind.",
        ),
        "Query": Action(
            method="GET", path=ACCOUNT, cardinality="many", paging="uris", max_page_size=70,
            filters={
                "Kind": Filter(type="enum", enum="kind", required=True, doc="Which kind."),
                "Names": Filter(type="string", repeated=True),
                "Made-at": Filter(type="datetime", format="rfc2822", operators=("before", "after")),
                "Day": Filter(type="date", operators=("equals", "before", "after"), required=True),
            },
        ),
        "Create": Action(
            method="POST", path=ACCOUNT, status=(201, 200), encoding="form", parameters=SENT, fixed={"Mode": "new"},
            either=(("Word", "Times"),), effect="it rings", doc="Make one.",
        ),
        "Update": Action(method="POST", path="/v1/Things/{Sid}", encoding="json", deprecated="No more.", refused="Not today."),
        "Delete": Action(method="DELETE", path="/v1/Things/{Sid}", status=(204,), cardinality="none"),
    },
)  # fmt: skip
PLAIN = Object(
    object="Plain",
    path="/v1/Boxes/{Box}/Plains",
    keys={"Box": Key(), "Which": Key()},
    json=JsonNames(bare=True),
    fields={"word": Field(type="string")},
    deprecated="Gone soon.",
    actions={
        "Get": Action(
            method="GET", path="/v1/Plains", key_parameter="Which",
            parameters={"Which": Parameter(type="string", required=True, location="query"), "More": Parameter(type="decimal", location="query")},
        ),
        "Query": Action(method="GET", path="/v1/Boxes/{Box}/Plains", cardinality="many", paging="token", answers="Item"),
        "Create": Action(method="POST", path="/v1/Boxes/{Box}/Plains", encoding="json", parameters={
            "Body": Parameter(type="list", items=Type(type="struct", struct="part"), location="content", required=True),
        }),
    },
    structs={"part": Struct(fields={"from": Field(type="string", required=True), "to": Field(type="string")})},
)  # fmt: skip
SEARCH = Object(
    object="Search",
    path="/v1/Search",
    fields={"word": Field(type="string")},
    actions={
        "Get": Action(
            method="GET", path="/v1/Search", cardinality="many",
            filters={"Word": Filter(type="string", required=True), "Day": Filter(type="date")},
        ),
        "Create": Action(method="POST", path="/v1/Search", encoding="form", cardinality="none"),
        "Update": Action(method="POST", path="/v1/Search", encoding="form"),
    },
)  # fmt: skip


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, ModuleType]]:
    """The modules of both packages, by name."""
    folder = tmp_path_factory.mktemp("made")
    objects = {each.object: each for each in (PLAIN, SEARCH, THING)}
    found: dict[str, ModuleType] = {}
    for catalog in (Catalog(service=SERVICE, objects=objects), Catalog(service=BARE, objects={})):
        for file in render(catalog, None, AsItIs()):
            path = folder / file.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(file.text, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patched:
        patched.syspath_prepend(folder)
        importlib.invalidate_caches()
        for path in sorted(folder.rglob("*.py")):
            name = ".".join(path.relative_to(folder).with_suffix("").parts).removesuffix(
                ".__init__"
            )
            found[name] = importlib.import_module(name)
        yield found
    for name in found:
        sys.modules.pop(name, None)


def module(made: dict[str, ModuleType], name: str) -> Any:
    """One module of the larger package."""
    return made[f"{PACKAGE}.api.{name}"]


def test_modules_have_every_name_that_they_read(made: dict[str, ModuleType]) -> None:
    """Also those of annotations, which nothing evaluates; none is imported for nothing."""
    for name, found in made.items():
        tree = ast.parse(inspect.getsource(found))
        assert unknown_names(tree) == set(), name
        read = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
        read |= {word for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str) for word in [node.value]}  # fmt: skip
        imported = {
            alias.asname or alias.name.split(".")[0]
            for node in ast.walk(tree)
            if isinstance(node, ast.Import | ast.ImportFrom)
            and getattr(node, "module", "") != "__future__"
            for alias in node.names
            if alias.asname is None and alias.name != "*"
        }
        assert imported <= read | set(getattr(found, "__all__", ())), name


def test_annotations_are_types(made: dict[str, ModuleType]) -> None:
    """Those of records, requests, filters and calls, as a reader of types resolves them."""
    thing, plain = module(made, "thing"), module(made, "plain")
    beside = {"Iterator": Iterator, "Thing": thing.Thing}
    call = typing.get_type_hints(plain.QueryPlain.__call__, vars(plain) | beside)
    assert call == {"parent": str, "return": Iterator[thing.Thing]}
    call = typing.get_type_hints(module(made, "search").GetSearch.__call__)
    assert call["word"] is str and call["day"] != call["word"]
    assert call["return"] == Iterator[module(made, "search").Search]
    assert typing.get_type_hints(thing.DeleteThing.__call__)["return"] is type(None)
    asked = typing.get_type_hints(plain.GetPlain.__call__)
    assert asked == {"sid": str, "more": Decimal | int | None, "return": plain.Plain}
    kinds = {
        name: eval(text, vars(thing)) for name, text in thing.QueryThing.__annotations__.items()
    }
    assert kinds["kind"] == typing.ClassVar[g.EqualsFilter[thing.ThingKind | str]]
    assert kinds["made_at"] == typing.ClassVar[g.InstantFilter]
    assert kinds["day"] == typing.ClassVar[g.DayFilter]
    assert kinds["spec"] == typing.ClassVar[OperationSpec]


def test_a_service_is_what_its_row_says(made: dict[str, ModuleType]) -> None:
    """All of it; and of a row that says little, nothing more."""
    assert made[f"{PACKAGE}._service"].SERVICE._asdict() == {
        "package": PACKAGE, "title": "Acme", "host": "https://acme.example.com", "formats": ("xml", "json"),
        "suffixes": True, "account_key": "AccountSid", "root": "Root", "error": "Fault",
        "error_profile": "profiles/Error.xsd", "request_id": "Acme-Request", "inactive_account": 20005,
        "account_path": "/v1/Accounts/{AccountSid}.json", "region": "us9", "account_prefix": "AC",
        "key_prefix": "AK", "environment": "ACME", "account_state": "state", "account_active": "on",
        "page_size": 40,
    }  # fmt: skip
    bare = made[f"{PACKAGE}_bare._service"].SERVICE
    assert bare == g.ServiceSpec(
        f"{PACKAGE}_bare", "Bare", "https://bare.example.com", error_profile="profiles/Error.xsd"
    )
    assert made[f"{PACKAGE}._connection"].Connection.service is made[f"{PACKAGE}._service"].SERVICE


def spec(found: ModuleType, name: str) -> dict[str, Any]:
    """What an operation's spec says beyond the usual, but for its parameters."""
    whole = getattr(found, name).spec
    plain = OperationSpec._field_defaults
    return {
        key: value
        for key, value in whole._asdict().items()
        if key != "parameters" and (key not in plain or value != plain[key])
    }


def test_operations_are_what_their_rows_say(made: dict[str, ModuleType]) -> None:
    """Each fact of a row, and none that the row does not have."""
    thing, plain, search = (module(made, name) for name in ("thing", "plain", "search"))
    service = made[f"{PACKAGE}._service"].SERVICE
    sid, account = g.Key(("PA", "PB")), g.Key(("AC",))
    box = g.Key(pattern="^[a-z]+$", literals=("me",))
    every = {"object": "Thing", "service": service, "root": "ThingItem"}
    place = "profiles/Thing/"
    assert spec(thing, "GetThing") == {
        **every, "action": "Get", "method": "GET", "paths": ("/v1/Things/{Sid}", "/v1/Boxes/{Box}/Things/{Sid}"),
        "keys": {"Sid": sid, "AccountSid": account, "Box": box}, "record": thing.Thing, "status": (302,),
        "redirect": "where_to", "security": "none", "response_profile": f"{place}GetThing.response.xsd",
    }  # fmt: skip
    keys = {"Sid": sid, "AccountSid": account, "Box": box}
    assert spec(thing, "QueryThing") == {
        **every, "action": "Query", "method": "GET", "paths": (ACCOUNT,), "keys": keys, "record": thing.Thing,
        "cardinality": "many", "json_list": "things", "paging": "uris", "max_page_size": 70,
        "response_profile": f"{place}QueryThing.response.xsd",
    }  # fmt: skip
    assert spec(thing, "CreateThing") == {
        **every, "action": "Create", "method": "POST", "paths": (ACCOUNT,), "keys": keys, "record": thing.Thing,
        "status": (201, 200), "encoding": "form", "either": (("Word", "Times"),), "fixed": {"Mode": "new"},
        "request_profile": f"{place}CreateThing.request.xsd", "response_profile": f"{place}CreateThing.response.xsd",
    }  # fmt: skip
    assert spec(thing, "UpdateThing") == {
        **every, "action": "Update", "method": "POST", "paths": ("/v1/Things/{Sid}",), "keys": keys,
        "record": thing.Thing, "encoding": "json", "refused": "Not today.",
        "request_profile": f"{place}UpdateThing.request.xsd", "response_profile": f"{place}UpdateThing.response.xsd",
    }  # fmt: skip
    assert spec(thing, "DeleteThing") == {
        **every, "action": "Delete", "method": "DELETE", "paths": ("/v1/Things/{Sid}",), "keys": keys,
        "status": (204,), "cardinality": "none", "request_profile": f"{place}DeleteThing.request.xsd",
    }  # fmt: skip
    of = {
        "object": "Plain",
        "service": service,
        "root": "Plain",
        "keys": {"Box": g.Key(), "Which": g.Key()},
    }
    place = "profiles/Plain/"
    assert [each._replace(type=None) for each in plain.GetPlain.spec.parameters] == [
        g.ParameterSpec("which", "Which", None, True, location="query"),  # type: ignore[arg-type]
        g.ParameterSpec("more", "More", None, location="query"),  # type: ignore[arg-type]
    ]
    assert spec(plain, "GetPlain") == {
        **of, "action": "Get", "method": "GET", "paths": ("/v1/Plains",), "record": plain.Plain,
        "key_parameter": "Which", "response_profile": f"{place}GetPlain.response.xsd",
    }  # fmt: skip
    assert spec(plain, "QueryPlain") == {
        **of, "action": "Query", "method": "GET", "paths": ("/v1/Boxes/{Box}/Plains",),
        "record": f"{PACKAGE}.api.thing:Thing", "cardinality": "many", "json_list": "things", "paging": "token",
        "response_profile": f"{place}QueryPlain.response.xsd",
    }  # fmt: skip
    of = {
        "object": "Search",
        "service": service,
        "root": "Search",
        "paths": ("/v1/Search",),
        "keys": {},
    }
    place = "profiles/Search/"
    assert [each[:4] for each in search.GetSearch.spec.parameters] == [
        ("word", "Word", g.TEXT, True), ("day", "Day", g.DATE, False),
    ]  # fmt: skip
    assert spec(search, "GetSearch") == {
        **of, "action": "Get", "method": "GET", "record": search.Search, "cardinality": "many",
        "response_profile": f"{place}GetSearch.response.xsd",
    }  # fmt: skip
    assert spec(search, "CreateSearch") == {
        **of, "action": "Create", "method": "POST", "encoding": "form", "cardinality": "none",
        "request_profile": f"{place}CreateSearch.request.xsd",
    }  # fmt: skip


def test_records_and_requests_are_what_their_rows_say(made: dict[str, ModuleType]) -> None:
    """Their fields by name, element and name in JSON; what is secret; what is needed, repeated, elsewhere."""
    thing, plain = module(made, "thing"), module(made, "plain")
    record = thing.Thing.spec
    assert (record.name, record.item, record.list, record.accepts) == (
        "Thing", "ThingItem", "ThingList", ("Old", "Older"),
    )  # fmt: skip
    rows = [(one.name, one.xml, one.json_name, one.secret, one.required) for one in record.fields]
    assert rows == [
        ("sid", "Sid", "sid", False, False),
        ("made_at", "MadeAt", "made-at", False, False),
        ("where_to", "WhereTo", "where-to", False, False),
        ("kind", "Kind", "kind", False, False),
        ("brief", "Brief", "brief", False, False),
        ("token", "Token", "token", True, False),
        ("count", "HowMany", "count", False, False),
        ("odd", "Odd", "odd", False, False),
        ("more", "More", "more", False, False),
        (f"{LONG}_text", f"{LONG.title()}Text", f"{LONG}-text", False, False),
    ]
    brief = thing.ThingBrief.spec
    assert (brief.item, brief.list, brief.accepts) == ("Brief", None, ())
    assert [(one.name, one.required) for one in brief.fields] == [("word", True), ("size", False)]
    assert (plain.Plain.spec.list, plain.Plain.spec.accepts) == (None, ())
    sent = [
        (each.name, each.api, each.required, each.repeated, each.location, each.secret, each.element)
        for each in thing.CreateThing.spec.parameters or thing.CreateThingRequest._declared
    ]  # fmt: skip
    assert sent == [
        ("old", "Old", False, False, "body", False, "Old"),
        ("word", "Word", True, False, "body", False, "TheWord"),
        ("times", "Times", False, True, "body", False, "Times"),
        ("secret", "Secret", False, False, "body", True, "Secret"),
        ("near", "Near", False, False, "query", False, "Near"),
        ("kind", "X-Kind", False, False, "header", False, "X-Kind"),
    ]
    assert plain.PlainPart.Dict.__required_keys__ == {"from"}
    assert plain.PlainPart.Dict.__optional_keys__ == {"to"}
    assert plain.PlainPart.Dict.__total__ is False


def test_filters_are_what_their_rows_say(made: dict[str, ModuleType]) -> None:
    """Their class, name, operators and field; what is needed and what may be repeated."""
    query = module(made, "thing").QueryThing
    kind, names, made_at, day = query.kind, query.names, query.made_at, query.day
    assert [type(each) for each in (kind, names, made_at, day)] == [
        g.EqualsFilter, g.EqualsFilter, g.InstantFilter, g.DayFilter,
    ]  # fmt: skip
    assert [each.api for each in (kind, names, made_at, day)] == ["Kind", "Names", "Made-at", "Day"]
    assert [each.required for each in (kind, names, made_at, day)] == [True, False, False, True]
    assert [each.repeated for each in (kind, names)] == [False, True]
    assert isinstance(kind.type, g.EnumType) and names.type is g.TEXT
    assert (made_at.operators, made_at.field) == (("before", "after"), "made_at")
    assert (day.operators, day.field) == (("equals", "before", "after"), None)


def test_calls_are_what_their_rows_say(made: dict[str, ModuleType]) -> None:
    """What is needed comes first; what may be left out is None; the address is the first, or a parent."""
    thing, plain, search = (module(made, name) for name in ("thing", "plain", "search"))

    def call(found: ModuleType, name: str) -> list[tuple[str, str, object]]:
        signature = inspect.signature(getattr(found, name).__call__)
        empty = inspect.Parameter.empty
        return [
            (each.name, each.kind.name[:3], "needed" if each.default is empty else each.default)
            for each in list(signature.parameters.values())[1:]
        ]

    assert call(thing, "GetThing") == [("sid", "POS", "needed")]
    assert call(thing, "DeleteThing") == [("sid", "POS", "needed")]
    assert call(thing, "UpdateThing") == [("sid", "POS", "needed")]
    assert call(thing, "QueryThing") == [("parent", "POS", None)]
    assert call(thing, "CreateThing") == [
        ("word", "KEY", "needed"), *((name, "KEY", None) for name in ("old", "times", "secret", "near", "kind")),
        ("parent", "KEY", None),
    ]  # fmt: skip
    assert call(plain, "GetPlain") == [("sid", "POS", "needed"), ("more", "KEY", None)]
    assert call(plain, "QueryPlain") == [("parent", "POS", "needed")]
    assert call(plain, "CreatePlain") == [("parent", "KEY", "needed"), ("body", "KEY", "needed")]
    assert call(search, "GetSearch") == [
        ("sid", "POS", None), ("word", "KEY", "needed"), ("day", "KEY", None)
    ]  # fmt: skip
    assert call(search, "UpdateSearch") == [("sid", "POS", None)]
    assert call(search, "CreateSearch") == []


def said(value: object) -> list[str]:
    """The paragraphs of a docstring."""
    return [" ".join(part.split()) for part in (inspect.getdoc(value) or "").split("\n\n")]


def test_docstrings_say_what_the_rows_say(made: dict[str, ModuleType]) -> None:
    """A paragraph for each thing that there is to say, in order, and none for what there is not."""
    thing, plain, search = (module(made, name) for name in ("thing", "plain", "search"))
    assert said(thing) == ["Thing: Get, Query, Create, Update, Delete.", "A thing.", LINK]
    assert said(search) == ["Search: Get, Create, Update."]
    assert said(thing.ThingKind) == ["How fast. Values not listed are kept as they come."]
    assert said(thing.ThingEmpty) == ["The values known; others are kept as they come."]
    assert said(thing.ThingBrief) == ["In short."]
    assert said(plain.PlainPart) == ["A value nested in Plain: part."]
    assert said(thing.Thing) == ["One Thing; the service calls it Item.", "A thing.", "Mind the thing."]  # fmt: skip
    assert said(search.Search) == ["One Search."]
    assert said(plain.Plain) == ["One Plain.", "Deprecated: Gone soon."]
    assert said(thing.CreateThingRequest) == ["What Create of Thing takes; None is not sent, an empty text is."]  # fmt: skip
    assert said(thing.GetThing) == [
        "Get Thing: ``GET /v1/Things/{Sid}``.", "Get it.", "Takes ``Sid or Box:Sid``.", "Mind.",
    ]  # fmt: skip
    assert said(thing.QueryThing) == [f"Query Thing: ``GET {ACCOUNT}``."]
    assert said(thing.CreateThing) == [
        f"Create Thing: ``POST {ACCOUNT}``.", "Make one.", "Side effect: it rings.", "Needs at least one of Word, Times.",
    ]  # fmt: skip
    assert said(thing.UpdateThing) == [
        "Update Thing: ``POST /v1/Things/{Sid}``.", "Takes ``Sid``.", "Refused by the API: Not today.", "Deprecated: No more.",
    ]  # fmt: skip
    assert said(plain.QueryPlain) == [
        "Query Plain: ``GET /v1/Boxes/{Box}/Plains``.", "Takes ``Box``.", "Deprecated: Gone soon.",
    ]  # fmt: skip
    assert said(thing.CreateThing.__call__) == [
        "Make one.",
        "Side effect: it rings.",
        "Args: parent: It lives under ``AccountSid``. old: Deprecated: Use Word."
        " word: The word. Needed unless `times` is given."
        " times: At least 1. Several values may be given. Needed unless `word` is given."
        " secret: It is never shown. near: It is sent as ``Near``. kind: It is sent as ``X-Kind``.",
    ]
    assert said(thing.UpdateThing.__call__) == [
        "Change one; what is None is not sent.", "Args: sid: The record's Sid, ``Sid``."
    ]  # fmt: skip
    assert said(thing.GetThing.__call__) == ["Get it.", "Args: sid: The record's Sid, ``Sid or Box:Sid``."]  # fmt: skip
    assert said(thing.DeleteThing.__call__)[0] == "Delete one."
    assert said(plain.QueryPlain.__call__) == [
        "The records, page by page as they are used.", "Args: parent: They live under ``Box``."
    ]  # fmt: skip
    assert said(search.GetSearch.__call__)[0] == "The records found."
    assert said(search.CreateSearch.__call__) == ["Create one."]
    assert said(plain.GetPlain.__call__)[0] == "The one record of a Sid."


def test_attributes_say_what_their_rows_say(made: dict[str, ModuleType]) -> None:
    """In the text behind each, as editors show it; what has nothing to say has none."""
    found: dict[str, str] = {}
    for one in ast.parse(inspect.getsource(module(made, "thing"))).body:
        for before, after in pairwise(one.body if isinstance(one, ast.ClassDef) else []):
            if isinstance(after, ast.Expr) and isinstance(after.value, ast.Constant):
                target = before.target if isinstance(before, ast.AnnAssign) else before.targets[0]  # type: ignore[attr-defined]
                found[f"{one.name}.{target.id}"] = str(after.value.value)  # type: ignore[union-attr,attr-defined]
    assert found == {
        "ThingKind.FAST": "At once.",
        "Thing.sid": "Its Sid. A Sid that begins with PA.",
        "Thing.token": "It is never shown.",
        "CreateThingRequest.old": "Deprecated: Use Word.",
        "CreateThingRequest.word": "The word.",
        "CreateThingRequest.times": "At least 1.",
        "CreateThingRequest.secret": "It is never shown.",
        "QueryThing.kind": "Which kind.",
        "ThingBrief.word": "Needed where it is sent.",
    }


def test_what_is_deprecated_warns(made: dict[str, ModuleType]) -> None:
    """An action that is, and every action of an object that is; type checkers see the same of a parameter."""
    thing, plain = module(made, "thing"), module(made, "plain")
    assert thing.UpdateThing.__deprecated__ == "No more."
    assert plain.GetPlain.__deprecated__ == plain.QueryPlain.__deprecated__ == "Gone soon."
    assert not hasattr(thing.GetThing, "__deprecated__")
    plain_call, old_call = typing.get_overloads(thing.CreateThing.__call__)
    assert "old" not in inspect.signature(plain_call).parameters
    assert "old" in inspect.signature(old_call).parameters
    assert getattr(old_call, "__deprecated__", "") == "old: Use Word."
    assert not typing.get_overloads(plain.CreatePlain.__call__)


def test_a_package_offers_its_modules_and_says_what_is_missing(
    made: dict[str, ModuleType],
) -> None:
    """By object, by alias and by module; whatever else is asked for gets an answer that helps."""
    package, api, thing = made[PACKAGE], made[f"{PACKAGE}.api"], module(made, "thing")
    assert api.OBJECTS == {"Plain": "plain", "Search": "search", "Thing": "thing", "Things": "thing", "Stuff": "thing"}  # fmt: skip
    assert api.load("Stuff") is api.load("Thing") is api.thing is thing
    assert package.api is api and package.Connection is made[f"{PACKAGE}._connection"].Connection
    assert {"api", "Connection"} <= {*dir(package)} and {"load", "thing", "OBJECTS"} <= {*dir(api)}
    assert "Stuff" not in dir(api)
    with pytest.raises(AttributeError, match="Things is in 'thing'"):
        api.Things  # noqa: B018
    with pytest.raises(
        AttributeError, match="has no module 'nothing'; it has plain, search, thing"
    ):
        api.nothing  # noqa: B018
    with pytest.raises(AttributeError, match="has no attribute 'nothing'"):
        package.nothing  # noqa: B018
    with pytest.raises(AttributeError, match="Create, Update"):
        module(made, "search").DeleteSearch  # noqa: B018
    assert {*thing.__all__} == {
        "CreateThing", "CreateThingRequest", "DeleteThing", "GetThing", "QueryThing", "Thing", "ThingBrief",
        "ThingEmpty", "ThingKind", "UpdateThing", "UpdateThingRequest",
    }  # fmt: skip
    assert made[f"{PACKAGE}.webhooks"].__all__ == ["Form", "is_signed", "sign"]


def test_generated_tests_pass_and_bite(made: dict[str, ModuleType]) -> None:
    """Those of the made-up package; each is a function a tool finds, and says what it tries."""
    for name, found in made.items():
        for called, test in vars(found).items():
            if called.startswith("test_") and inspect.isfunction(test):
                test()
                assert said(test)[0].endswith("."), name


def test_a_file_says_what_it_was_made_from() -> None:
    """Its template and its rows: ``explain`` reads them."""
    objects = {each.object: each for each in (PLAIN, evolve(THING, actions={}))}
    found = {file.path: file for file in render(Catalog(service=SERVICE, objects=objects), None, AsItIs())}  # fmt: skip
    module = found[f"{PACKAGE}/api/plain.py"]
    assert (module.template, module.rows, module.sources) == (
        "object.py.jinja", ("Plain", "Thing"), ("catalog.yaml",),
    )  # fmt: skip
    profile = found[f"{PACKAGE}/profiles/Plain/QueryPlain.response.xsd"]
    assert (profile.template, profile.rows) == ("", ("Plain", "Thing"))
    assert found[f"{PACKAGE}/profiles/Plain/CreatePlain.request.xsd"].rows == ("Plain",)
    assert found[f"{PACKAGE}/samples/Plain/GetPlain.response.json"].rows == ("Plain",)
    assert found[f"{PACKAGE}/py.typed"].text == ""
    templates = {path: file.template for path, file in found.items() if path.endswith(".py")}
    assert all(templates.values())
    assert not any(file.template for path, file in found.items() if path not in templates)
    assert found[f"{PACKAGE}/_catalog.json"].rows is None
    assert found[f"{PACKAGE}/py.typed"].rows == found[f"{PACKAGE}/profiles/Error.xsd"].rows == ()
    assert [*found] == sorted(found)
    assert Path(f"{PACKAGE}_tests/test_thing.py").as_posix() in found
