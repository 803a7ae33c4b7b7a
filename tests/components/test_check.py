"""``twilio-ops check`` and the JSON Schema: two checks that agree on what a component is."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from ruamel.yaml import YAML

from twilio_ops import SqliteCache
from twilio_ops_cli.__main__ import main
from twilio_ops_components.catalog import objects
from twilio_ops_components.check import catalog_path, check_component
from twilio_ops_components.schema import operation_schema
from twilio_ops_components.settings import profile_names

Write = Callable[..., Path]

FULL = """\
format: 1
operation: {object: Call, action: Query, name: calls-of-customer}
connection: production
profiles: {response: QueryCall.response.xsd}
fields: [Sid, To, Status, Price]
filters:
  - {StartTime: {after: {last_successful_run: true}}}
  - {To: {equals: [{element: Customer/Phone}, {element: {path: Customer/@x, default: ''}}]}}
page_size: 50
limit: 100
options: {return_application_error_responses: true, stop_on: nothing, tracking_direction: input}
archiving: {directory: archive/}
tracking: {customer: [{static: "C-"}, {element: Customer/Id}], sid: {output: Call/Sid}}
caching: {file: cache.db, indexes: {by-sid: [Call/Sid]}}
"""
MESSAGE = """\
format: 1
operation: {object: Message, action: Create}
parameters:
  To: {cache: {file: c.db, index: a, keys: [{property: p}], element: A/B}}
  From: +15005550006
  Body: [{relative_date: {before: 2, unit: days, mask: yyyy}}, {counter: n}, {unique: true},
    {table: {file: t.csv, match: {a: {document: true}}, column: b}}, {environment: X},
    {operation: {file: o.yaml, element: A/B}}, {current_date: true}, {last_run: true},
    {document_property: file_name}]
  MediaUrl: {each: [a, [b, c]]}
"""
WRONG = {
    "an unknown setting": ("limit: 100", "limitt: 100"),
    "an unknown object": ("object: Call,", "object: Cal,"),
    "an unknown action": ("action: Query", "action: Delet"),
    "another operator": ("{after:", "{equals:"),
    "an unknown filter": ("StartTime:", "StratTime:"),
    "an unknown field": ("Price]", "Prise]"),
    "a field twice": ("Price]", "Sid]"),
    "an unknown value": ("{element: Customer/Phone}", "{elemnt: Customer/Phone}"),
    "two values in one": ('{static: "C-"}', "{static: a, element: b}"),
    "a page too large": ("page_size: 50", "page_size: 5000"),
    "another choice": ("stop_on: nothing", "stop_on: never"),
    "no boolean": ("responses: true", "responses: yes"),
    "another profile": ("QueryCall.response.xsd", "QueryCalls.response.xsd"),
    "a setting of another action": ("limit: 100", "sid: CA1"),
    "no directory": ("{directory: archive/}", "{}"),
    "no index": ("{by-sid: [Call/Sid]}", "{}"),
    "a newer format": ("format: 1", "format: 2"),
    "an output before there is one": ("{element: Customer/Phone}", "{output: Call/Sid}"),
}


def plain(text: str) -> Any:
    """The file as an editor's YAML server reads it."""
    return YAML(typ="safe").load(text)


def agree(path: Path, schema: Any) -> bool:
    """Whether a file is right; both checks have to say the same."""
    text = path.read_text(encoding="utf-8")
    by_schema = jsonschema.Draft202012Validator(schema).is_valid(plain(text))
    found = check_component(path).mistakes
    assert by_schema == (not found), (text, [str(one) for one in found])
    return by_schema


@pytest.fixture(scope="module")
def schema() -> Any:
    """The schema of all objects."""
    return operation_schema()


@pytest.mark.slow
def test_the_schema_is_one(schema: Any) -> None:
    """By the standard that it names."""
    jsonschema.Draft202012Validator.check_schema(schema)


@pytest.mark.slow
def test_what_is_right_is_right_for_both(write: Write, schema: Any) -> None:
    """Every setting and every kind of value."""
    write("a,b\n1,2\n", "t.csv")
    write("format: 1\noperation: {object: Balance, action: Get}\n", "o.yaml")
    assert agree(write(FULL), schema) and agree(write(MESSAGE), schema)


@pytest.mark.parametrize("what", WRONG)
def test_what_is_wrong_is_wrong_for_both(write: Write, what: str) -> None:
    """An editor underlines what ``check`` refuses."""
    old, new = WRONG[what]
    assert old in FULL
    names = ["Call"]
    assert not agree(write(FULL.replace(old, new)), operation_schema(names))


@pytest.mark.slow
def test_every_operation_of_the_catalog_is_checked(write: Write, schema: Any) -> None:
    """With requests as inputs none needs anything more; a refused one is wrong for both."""
    validator = jsonschema.Draft202012Validator(schema)
    for name, row in objects().items():
        for action, one in row.actions.items():
            filters = [
                f"{{{name}: {{{one.filters[name][0]}: x}}}}" for name in one.required_filters
            ]
            more = f"filters: [{', '.join(filters)}]\n" if filters else ""
            text = f"format: 1\noperation: {{object: {name}, action: {action}}}\n{more}"
            found = check_component(write(text)).mistakes
            assert bool(one.refused) == bool(found), (text, found)
            assert validator.is_valid(plain(text)) == (not found), text


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{object: Message, action: Create}\nparameters: {Body: hi}", "lacks To"),
        ("{object: Call, action: Create}\nparameters: {To: a, From: b}", "lacks one of Url, Twiml"),
        ("{object: Call, action: Update}\nparameters: {Status: completed}", "lacks sid"),
        ("{object: Call, action: Delete}\ninput: data", "lacks sid"),
        ("{object: Call, action: Delete}\ncaching: {file: a, indexes: {a: [b]}}", "nothing to cache"),
        ("{object: Call, action: Create}\nparameters: {Ulr: b}\ninput: request", "did you mean Url?"),
    ],
)  # fmt: skip
def test_what_is_missing(write: Write, schema: Any, text: str, said: str) -> None:
    """What a request needs is known before it is run."""
    path = write(f"format: 1\noperation: {text}\n")
    assert not agree(path, schema)
    assert any(said in str(one) for one in check_component(path).mistakes)


def test_the_command(write: Write, capsys: pytest.CaptureFixture[str]) -> None:
    """Mistakes on stdout, with an exit code; as JSON, too; what cannot be read is another code."""
    good, bad = write(FULL, "good.yaml"), write(FULL.replace("after", "equals"), "bad.yaml")
    assert 0 == main(["check", str(good)])
    assert "1 checked, fine." in capsys.readouterr().err
    assert 1 == main(["check", str(good), str(bad)])
    said = f"{bad}:7: filters[0].StartTime: StartTime has before, on, after; not equals\n"
    assert said == capsys.readouterr().out
    assert 1 == main(["check", "--json", str(bad)])
    (row,) = json.loads(capsys.readouterr().out)
    assert (7, "filters[0].StartTime", "mistake") == (row["line"], row["path"], row["severity"])
    assert 2 == main(["check", str(good.parent / "none.yaml")])
    assert 2 == main(["check"])
    capsys.readouterr()
    assert 0 == main(["codegen", "schema", "operation"])
    assert operation_schema() == json.loads(capsys.readouterr().out)


def test_a_changed_catalog_is_told(write: Write) -> None:
    """What of a component no longer holds is a mistake; what else changed is noted, judged."""
    row = json.loads(json.dumps(objects()["Call"].row))
    row["fields"]["gone"] = {"type": "string", "xml": "Gone", "nullable": True}
    row["actions"]["Query"]["filters"]["Old"] = {"type": "string"}
    row["actions"]["Create"]["parameters"]["Away"] = {"type": "string"}
    digest = "sha256:" + "0" * 32
    text = FULL.replace("format: 1\n", f"format: 1\ncatalog: {digest}\n").replace("Price]", "Gone]")
    path = write(text)
    assert "what changed is not known" in str(check_component(path).notes[-1])
    catalog_path(path).write_text(json.dumps(row), encoding="utf-8")
    checked = check_component(path)
    (mistake,) = checked.mistakes
    assert "Call has no field 'Gone'" in str(mistake)
    notes = "\n".join(map(str, checked.notes))
    assert "breaking:" in notes and "Gone" in notes.title() and "Old" in notes
    assert "Away" not in notes  # of another action
    current = text.replace(digest, objects()["Call"].digest).replace("Gone]", "Price]")
    assert () == check_component(write(current)).notes


def test_another_profile_beside_it_is_told(write: Write) -> None:
    """The mapping tool and the run must mean the same profile."""
    path = write(FULL)
    name = profile_names(objects()["Call"].actions["Query"])["response"]
    (path.parent / name).write_text("<xs:schema/>", encoding="utf-8")
    (mistake,) = check_component(path).mistakes
    assert f"{name}:1: is not the profile of this catalog; run: twilio-ops new" in str(mistake)


def test_a_read_only_direction_is_told(write: Write, schema: Any) -> None:
    """A Delete has no output that could be tracked."""
    text = (
        "format: 1\noperation: {object: Call, action: Delete}\noptions: {tracking_direction: %s}\n"
    )
    assert agree(write(text % "input"), schema)
    path = write(text % "output")
    assert not agree(path, schema)
    assert "is read-only for Delete: input" in str(check_component(path).mistakes[0])


STREAM = """\
format: 1
operation: {object: Stream, action: Create}
parent: {element: Call}
parameters:
  Url: wss://a.example/x
  Parameter: %s
"""
PAIR = "{elements: {Name: customer, Value: [C-, {element: Id}]}}"


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (PAIR, None),
        (f"{{each: [{PAIR}, {PAIR}]}}", None),
        ("text", "expected {elements: {Name: ..., Value: ...}}"),
        ("{elements: {Name: a}}", "expected {elements: {Name: ..., Value: ...}}"),
        ("{elements: {}}", "expected at least one element"),
        ("{elements: {Name: a, Value: b}, each: []}", "is no setting beside"),
        ("{elements: {Name: {elemnt: a}, Value: b}}", "did you mean element?"),
    ],
)
def test_a_nested_parameter_has_elements(
    write: Write, schema: Any, value: str, said: str | None
) -> None:
    """They are those of the request profile, each with a value; both checks agree on them."""
    path = write(STREAM % value)
    assert agree(path, schema) == (said is None)
    assert said is None or any(said in str(one) for one in check_component(path).mistakes)


NAMING = """\
format: 1
operation: {object: Message, action: Query}
filters:
  - {To: {equals: {table: {file: t.csv, match: {a: x}, column: b}}}}
  - From:
      equals:
        cache: {file: c.db, index: by-sid, keys: [{operation: {file: o.yaml, element: Account/Name}}], element: A}
tracking:
  who: [x, {operation: {file: o.yaml, element: Account/FriendlyName}}]
"""
OTHER = "format: 1\noperation: {object: Account, action: Get}\nfields: [Sid, FriendlyName]\n"


def told(path: Path) -> list[str]:
    """What is wrong, without the folder."""
    return [str(one).removeprefix(f"{path.parent}/") for one in check_component(path).mistakes]


def test_what_is_wrong_in_a_file_is_said_once(write: Write) -> None:
    """However many values name it, and each says where to look."""
    path = write(
        "format: 1\noperation: {object: Account, action: Query}\nfields: [Sid]\ntracking:\n"
        + "".join(
            f"  {name}: {{operation: {{file: o.yaml, element: Account/Sid}}}}\n" for name in "ab"
        )
    )
    write("format: 1\noperation: {object: Account, action: Gte}\n", "o.yaml")
    found = told(path)
    assert [one.endswith("operation o.yaml: is not right: see there") for one in found].count(
        True
    ) == 2
    assert len([one for one in found if one.startswith("o.yaml:2: ")]) == 1


def test_files_that_values_name_are_looked_into(write: Write) -> None:
    """What is wrong in a table, a cache or another component is said where it is."""
    path = write(NAMING)
    assert [
        "component.yaml:4: filters[0].To.equals: table t.csv: cannot be read: no such file or directory",
        "component.yaml:7: filters[1].From.equals.cache.keys[0]: operation o.yaml: cannot be read: no such file or directory",
        "component.yaml:9: tracking.who: operation o.yaml: cannot be read: no such file or directory",
    ] == told(path)
    write("a,c\n1,2\n", "t.csv")
    write("format: 1\noperation: {object: Account, action: Gte}\n", "o.yaml")
    write("no cache at all", "c.db")
    found = "\n".join(told(path))
    assert "table t.csv: t.csv:1: has no column 'b'; it has a, c" in found
    assert "o.yaml:2: operation.action: Account has" in found
    assert "component.yaml:9: tracking.who: operation o.yaml: is not right: see there" in found
    assert "c.db cannot be used as a cache: file is not a database" in found
    write("a,b\n\n1,2\n1,2,3\n", "t.csv")
    write(OTHER.replace("Get", "Update"), "o.yaml")
    (path.parent / "c.db").unlink()
    SqliteCache(path.parent / "c.db", {"by-sid": ["A", "B"]}).close()
    found = "\n".join(told(path))
    assert "t.csv:4: has 3 cells; expected 2, as in line 1" in found
    assert "o.yaml:3: fields: Update of Account has no fields" in found
    assert "component.yaml:6: filters[1].From.equals: cache c.db, index by-sid: has 2 keys" in found
    write("a,b\n1,2\n", "t.csv")
    write(OTHER, "o.yaml")
    (path.parent / "c.db").unlink()
    assert [
        "component.yaml:7: filters[1].From.equals.cache.keys[0]: operation o.yaml:"
        " Account has no field Name"
    ] == told(path)
    assert "cache c.db is not there yet" in str(check_component(path).notes[0])
    write(NAMING.replace("Account/Name", "Account/Status"))
    assert ["does not return Status; its fields are Sid, FriendlyName" in told(path)[0]] == [True]
    assert not (path.parent / "c.db").exists()


def test_a_value_comes_of_what_reads(write: Write) -> None:
    """Another component that would change something whenever it is asked is refused."""
    path = write(NAMING)
    write("a,b\n1,2\n", "t.csv")
    write("format: 1\noperation: {object: Account, action: Create}\ninput: request\n", "o.yaml")
    assert [
        "component.yaml:7: filters[1].From.equals.cache.keys[0]: operation o.yaml: is a Create;"
        " expected a Get or Query",
        "component.yaml:9: tracking.who: operation o.yaml: is a Create; expected a Get or Query",
    ] == told(path)


def test_components_that_lead_back_are_refused(write: Write) -> None:
    """However many are between; each circle is told once, with its way."""
    text = "format: 1\noperation: {{object: Account, action: Get}}\nsid: {{operation: {{file: {}, element: Account/Sid}}}}\n"
    write(text.format("c.yaml"), "b.yaml")
    write(text.format("a.yaml"), "c.yaml")
    path = write(text.format("b.yaml"), "a.yaml")
    (mistake,) = told(path)
    assert (
        "c.yaml:3: sid: operation a.yaml: leads back to itself: a.yaml -> b.yaml -> c.yaml -> a.yaml"
        in mistake
    )


def test_a_cache_of_its_own_is_known_before_it_is_there(write: Write) -> None:
    """An index that the component itself keeps can be asked; another cannot."""
    text = (
        "format: 1\noperation: {object: Message, action: Query}\n"
        "caching: {file: c.db, indexes: {by-sid: [Message/Sid]}}\n"
        "tracking: {a: {cache: {file: c.db, index: %s, keys: [x], element: A}}}\n"
    )
    assert [] == told(write(text % "by-sid"))
    assert ["has no index 'by-sdi'; did you mean by-sid?" in told(write(text % "by-sdi"))[0]] == [
        True
    ]
    path = write(text % "by-sid")
    SqliteCache(path.parent / "c.db", {"by-sid": ["Call/Sid"]}).close()
    assert "caching.indexes.by-sid: c.db has it over Call/Sid; name it anew" in told(path)[0]


def test_a_file_that_is_no_cache_is_told_before_a_run_caches_there(write: Write) -> None:
    """Nothing of it is overwritten."""
    path = write(
        "format: 1\noperation: {object: Message, action: Query}\n"
        "caching: {file: c.db, indexes: {by-sid: [Message/Sid]}}\n"
    )
    other = write("no cache at all", "c.db")
    (mistake,) = told(path)
    assert mistake.startswith("component.yaml:3: caching.file: ")
    assert "c.db cannot be used as a cache" in mistake
    assert other.read_text(encoding="utf-8") == "no cache at all"


@pytest.mark.parametrize(
    ("element", "said"),
    [
        ("Account/Sid", None),
        ("Account/Own/Name", None),
        ("Name", None),
        ("Account/@name", None),
        ("Account/Name", "Account has no field Name"),
        ("TwilioResponse/Account/Name", "Account has no field Name"),
        ("Account/Status", "does not return Status; its fields are Sid, FriendlyName"),
    ],
)
def test_an_element_of_another_operation_is_one_that_it_returns(
    write: Write, element: str, said: str | None
) -> None:
    """Where the path leads to a field of its object; what lies elsewhere only an answer can tell."""
    write("format: 1\noperation: {object: Account, action: Get}\nsid: AC1\nfields: [Sid, FriendlyName]\n", "o.yaml")  # fmt: skip
    path = write(
        "format: 1\noperation: {object: Message, action: Query}\n"
        f"tracking: {{a: {{operation: {{file: o.yaml, element: {element!r}}}}}}}\n"
    )
    found = [one for one in told(path) if "tracking.a" in one]
    assert len(found) == (said is not None)
    assert (said or "") in "".join(found)


def test_a_cache_that_is_looked_into_is_left_alone(write: Write, tmp_path: Path) -> None:
    """A database of something else gets no tables."""
    text = (
        "format: 1\noperation: {object: Message, action: Query}\n"
        "tracking: {a: {cache: {file: mine.db, index: i, keys: [x], element: A}}}\n"
    )
    base = sqlite3.connect(tmp_path / "mine.db")
    base.execute("CREATE TABLE mine (a)")
    base.close()
    before = (tmp_path / "mine.db").read_bytes()
    assert "cannot be used as a cache" in told(write(text))[0]
    assert before == (tmp_path / "mine.db").read_bytes()


def test_the_schema_is_written_for_editors(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where it is asked for, under the name that components refer to."""
    assert 0 == main(["codegen", "schema", "operation", "--into", str(tmp_path / "new")])
    text = (tmp_path / "new" / "operation.schema.json").read_text(encoding="utf-8")
    assert operation_schema() == json.loads(text)
    assert 0 == main(["codegen", "schema", "--into", str(tmp_path)])
    assert list(tmp_path.glob("*.json"))


def test_every_mistake_is_told_at_once(write: Write) -> None:
    """Also those in a text, a file that a value names and a setting that is lacking, beside one
    in the file's form; each in the order of the file."""
    path = write(
        "format: 1\noperation: {object: Call, action: Create}\nfilters: []\nparameters:\n"
        "  To: {table: {file: no.csv, match: {A: x}, column: B}}\n  From: '+13115550000'\n"
        "  Timeout: soon\n  Uri: x\narchiving: {directory: there}\noptions: {stop_on: never}\n"
    )
    (path.parent / "there").write_text("no folder", encoding="utf-8")
    assert [
        "component.yaml:3: filters: Create of Call has no filters",
        "component.yaml:4: parameters: lacks one of Url, Twiml or ApplicationSid",
        "component.yaml:5: parameters.To: table no.csv: cannot be read: no such file or directory",
        "component.yaml:7: parameters.Timeout: 'soon' is not a whole number",
        "component.yaml:8: parameters.Uri: Create of Call has no Uri; did you mean Url?",
        "component.yaml:9: archiving.directory: there is no folder",
        "component.yaml:10: options.stop_on: expected any, application error or nothing, not"
        " 'never'",
    ] == told(path)
    assert check_component(path).definition is None


def test_text_that_can_never_be_sent_is_told(write: Write) -> None:
    """What is the same for every input is checked before there is one: Sids, times, numbers."""
    path = write(
        "format: 1\noperation: {object: Call, action: Query}\n"
        "filters: [{StartTime: {after: hello}}, {To: {equals: x}}, {From: {equals: {element: A}}}]\n"
    )
    assert [
        "component.yaml:3: filters[0].StartTime.after: filter StartTime: 'hello' is neither"
        " YYYY-MM-DD HH:MM:SS nor YYYY-MM-DD"
    ] == told(path)
    path = write(
        "format: 1\noperation: {object: Call, action: Update}\nsid: [SM, '1']\n"
        "parameters:\n  Status: completed\n  TimeLimit: abc\n"
    )
    first, second = told(path)
    assert first.startswith("component.yaml:3: sid: ") and "CA" in first
    assert "component.yaml:6: parameters.TimeLimit: 'abc' is not a whole number" == second


@pytest.mark.parametrize(
    "text",
    [
        "sid: [CA, {element: Id}]\nparameters: {Status: completed}",
        "sid: [{element: Id}, '!']\nparameters: {Status: completed}",
        "sid: {element: Id}\nparameters: {TimeLimit: [{element: Hours}, h]}",
    ],
)
def test_text_that_an_input_completes_is_not_judged_before(write: Write, text: str) -> None:
    """A beginning of a Sid is none, but may become one."""
    path = write(f"format: 1\noperation: {{object: Call, action: Update}}\n{text}\n")
    assert told(path) == []
