"""What a check finds in the files that a component names, each sentence in full."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from twilio_ops import Document, SqliteCache
from twilio_ops_components.catalog import objects
from twilio_ops_components.check import (
    ANY_ACCOUNT,
    Checked,
    catalog_path,
    check_component,
    renew,
)
from twilio_ops_components.named_files import check_named_files
from twilio_ops_components.nodes import lines_of, read_nodes
from twilio_ops_components.read import read_definition

Write = Callable[..., Path]
QUERY = "format: 1\noperation: {object: Message, action: Query}\n"
GET = "format: 1\noperation: {object: Account, action: Get}\nsid: {property: s}\n"


def told(path: Path) -> list[str]:
    """What is wrong, without the folder."""
    return [
        str(one).replace(f"{path.parent}{os.sep}", "") for one in check_component(path).mistakes
    ]


def noted(path: Path) -> list[str]:
    """What is worth knowing, without the folder."""
    return [str(one).replace(f"{path.parent}{os.sep}", "") for one in check_component(path).notes]


def tracked(*values: str) -> str:
    """A Query that tracks values, each on a line of its own from the fourth on."""
    return QUERY + "tracking:\n" + "".join(f"  v{n}: {one}\n" for n, one in enumerate(values))


def cache(path: Path, indexes: dict[str, list[str]]) -> None:
    """A cache that holds one document."""
    with SqliteCache(path, indexes) as made:
        made.add(Document("<A/>"))


TABLE = "{table: {file: t.csv, match: {a: x}, column: b}}"
GONE = "no such file or directory"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (QUERY + f"parent: {TABLE}\n", "3: parent"),
        (QUERY + f"filters:\n  - {{To: {{equals: [a, {TABLE}]}}}}\n", "4: filters[0].To.equals"),
        (tracked("x", f"[a, {TABLE}]"), "5: tracking.v1"),
        (GET.replace("{property: s}", TABLE), "3: sid"),
        (
            "format: 1\noperation: {object: Message, action: Create}\ninput: request\nparameters:\n"
            f"  Body: {TABLE}\n",
            "5: parameters.Body",
        ),
        (
            "format: 1\noperation: {object: Message, action: Create}\ninput: request\nparameters:\n"
            f"  MediaUrl:\n    each:\n    - a\n    - {TABLE}\n",
            "8: parameters.MediaUrl.each[1]",
        ),
        (
            "format: 1\noperation: {object: Stream, action: Create}\ninput: request\nparameters:\n"
            f"  Parameter:\n    each:\n    - elements:\n        Name: a\n        Value: {TABLE}\n",
            "9: parameters.Parameter.each[0].elements.Value",
        ),
        (
            tracked("{cache: {file: c.db, index: i, keys: [a, " + TABLE + "], element: A}}"),
            "4: tracking.v0.cache.keys[1]",
        ),
        (
            tracked("{table: {file: u.csv, match: {c: [a, " + TABLE + "]}, column: d}}"),
            "4: tracking.v0.table.match.c",
        ),
    ],
)  # fmt: skip
def test_a_value_is_found_wherever_it_stands(write: Write, text: str, place: str) -> None:
    """Also within others; its place is that of the setting."""
    write("c,d\n1,2\n", "u.csv")
    assert told(write(text)) == [f"component.yaml:{place}: table t.csv: cannot be read: {GONE}"]


def test_what_is_right_is_not_told(write: Write, tmp_path: Path) -> None:
    """Tables, caches and components that are as they are asked."""
    write("a,b\n1,2\n", "t.csv")
    cache(tmp_path / "c.db", {"i": ["A/B"], "j": ["A/B", "A/C"]})
    cache(tmp_path / "d.db", {"i": ["A/B"]})
    write(GET, "o.yaml")
    path = write(
        tracked(
            TABLE,
            "{cache: {file: c.db, index: i, keys: [x], element: A}}",
            "{cache: {file: c.db, index: j, keys: [x, y], element: A}}",
            "{operation: {file: o.yaml, element: Account/Sid}}",
        )
        + "archiving: {directory: archive}\n"
        "caching: {file: d.db, indexes: {i: [A/B], new: [A/D]}}\n"
    )
    (tmp_path / "archive").mkdir()
    assert (told(path), noted(path)) == ([], [])
    found = check_component(path)
    assert found.definition == read_definition(path)
    assert Checked(path, ()) == Checked(path, (), (), None)


def test_what_is_wrong_in_a_table_is_told_where_it_is_asked(write: Write) -> None:
    """With the table's own line."""
    write("a,c\n1,2\n", "t.csv")
    assert told(write(tracked("x", TABLE))) == [
        "component.yaml:5: tracking.v1: table t.csv: t.csv:1: has no column 'b'; it has a, c"
    ]


def test_what_a_cache_has_not_is_told(write: Write, tmp_path: Path) -> None:
    """An index, so many keys; one that is not there yet is noted, and one that is none is wrong."""
    path = write(
        tracked(
            "{cache: {file: c.db, index: by-sd, keys: [x], element: A}}",
            "{cache: {file: c.db, index: xyz, keys: [x], element: A}}",
            "{cache: {file: c.db, index: two, keys: [x], element: A}}",
        )
    )
    there = "cache c.db is not there yet; a component that caches there fills it"
    assert told(path) == []
    assert noted(path) == [f"component.yaml:{n + 4}: tracking.v{n}: {there}" for n in range(3)]
    cache(tmp_path / "c.db", {"by-sid": ["A"], "two": ["A", "B"]})
    assert told(path) == [
        "component.yaml:4: tracking.v0: cache c.db has no index 'by-sd'; did you mean by-sid?",
        "component.yaml:5: tracking.v1: cache c.db has no index 'xyz'; it has by-sid, two",
        "component.yaml:6: tracking.v2: cache c.db, index two: has 2 keys, not 1",
    ]
    (tmp_path / "c.db").write_text("no cache", encoding="utf-8")
    said = "c.db cannot be used as a cache: file is not a database"
    assert told(path)[0] == f"component.yaml:4: tracking.v0: cache c.db, index by-sd: {said}"
    own = "caching: {file: ./c.db, indexes: {by-sd: [A], two: [A, B]}}\n"
    assert told(write(path.read_text(encoding="utf-8") + own)) == [
        "component.yaml:5: tracking.v1: cache c.db has no index 'xyz'; it has by-sd, two",
        "component.yaml:6: tracking.v2: cache c.db, index two: has 2 keys, not 1",
        f"component.yaml:7: caching.file: {said}",
    ]
    cache(tmp_path / "d.db", {"i": ["A", "B"], "j": ["C"]})
    assert told(write(QUERY + "caching:\n  file: d.db\n  indexes:\n    j: [C]\n    i: [A]\n")) == [
        "component.yaml:7: caching.indexes.i: d.db has it over A, B; name it anew"
    ]


def test_a_folder_that_is_a_file_is_told(write: Write) -> None:
    """At the setting."""
    path = write(QUERY + "archiving:\n  secrets: false\n  directory: in/there\n")
    assert told(path) == []
    (path.parent / "in").mkdir()
    (path.parent / "in" / "there").touch()
    assert told(path) == ["component.yaml:5: archiving.directory: there is no folder"]


@pytest.mark.parametrize(
    ("other", "said"),
    [
        (None, f"cannot be read: {GONE}"),
        ("format: 1\noperation: {object: Account, action: Update}\nsid: x\n", "is a Update; expected a Get or Query"),
        (GET.replace("Account", "Message"), None),
        (GET, "Account has no field Sd; did you mean Sid?"),
        (GET + "fields: [Status, Type]\n", "Account has no field Sd; did you mean Sid?"),
    ],
)  # fmt: skip
def test_what_another_component_cannot_say_is_told(
    write: Write, other: str | None, said: str | None
) -> None:
    """Where the value stands."""
    if other is not None:
        write(other, "o.yaml")
    path = write(tracked("x", "{operation: {file: o.yaml, element: Account/Sd}}"))
    place = "component.yaml:5: tracking.v1: operation o.yaml: "
    found = [one for one in told(path) if one.startswith("component")]
    assert found == ([] if said is None else [place + said])


@pytest.mark.parametrize(
    ("element", "said"),
    [
        ("Account/Sid", None),
        ("/TwilioResponse/Account/Type", "does not return Type; its fields are Sid, Status"),
        ("Account/Type", "does not return Type; its fields are Sid, Status"),
        ("Account/@Odd", None),
        ("Account/Odd[1]", None),
        ("Account/Odd/Sid", None),
        ("Sid", None),
        ("Odd", None),
        ("Account/Xyz", "Account has no field Xyz"),
    ],
)
def test_an_element_that_an_answer_has_not_is_told(
    write: Write, element: str, said: str | None
) -> None:
    """Where the path is that of a field; elsewhere only an answer can tell."""
    write(GET + "fields: [Sid, Status]\n", "o.yaml")
    path = write(tracked(f"{{operation: {{file: o.yaml, element: '{element}'}}}}"))
    place = "component.yaml:4: tracking.v0: operation o.yaml: "
    assert told(path) == ([] if said is None else [place + said])


def test_what_is_wrong_in_another_component_is_told_once(write: Write) -> None:
    """In its own place, behind what is wrong here; what it names is looked into as well."""
    asked = "{operation: {file: o.yaml, element: A/B}}"
    path = write(tracked(asked, "{element: A}", asked))
    write(GET + "limit: 5\n", "o.yaml")
    assert told(path) == [
        "component.yaml:4: tracking.v0: operation o.yaml: is not right: see there",
        "component.yaml:6: tracking.v2: operation o.yaml: is not right: see there",
        "o.yaml:4: limit: Get of Account has no limit",
    ]
    write("[", "o.yaml")
    assert [one.partition(": ")[0] for one in told(path)] == ["component.yaml:4", "component.yaml:6", "o.yaml:1"]  # fmt: skip
    write(GET + f"tracking: {{a: {TABLE}, b: {{cache: {{file: n.db, index: i, keys: [x], element: A}}}}}}\n", "o.yaml")  # fmt: skip
    assert told(path) == [f"o.yaml:4: tracking.a: table t.csv: cannot be read: {GONE}"]
    assert noted(path) == [
        "o.yaml:4: tracking.b: cache n.db is not there yet; a component that caches there fills it"
    ]


def test_a_circle_is_told_with_its_way(write: Write) -> None:
    """From where it begins; a component that two name is none."""
    asked = "{{operation: {{file: {}, element: A/B}}}}"
    write(GET.replace("{property: s}", asked.format("c.yaml")), "b.yaml")
    write(GET.replace("{property: s}", asked.format("b.yaml")), "c.yaml")
    path = write(tracked(asked.format("component.yaml"), asked.format("b.yaml")))
    assert told(path) == [
        "component.yaml:4: tracking.v0: operation component.yaml: leads back to itself:"
        " component.yaml -> component.yaml",
        "c.yaml:3: sid: operation b.yaml: leads back to itself: b.yaml -> c.yaml -> b.yaml",
    ]
    write(GET, "c.yaml")
    assert told(write(tracked(asked.format("c.yaml"), asked.format("b.yaml")))) == []
    other = read_definition(path.parent / "b.yaml")
    found = check_named_files(other, lines_of(read_nodes(other.path)[0]))
    assert found == ([], [])


def test_profiles_beside_a_component_are_those_of_the_catalog(write: Write) -> None:
    """Or are not there; each is told for itself, before what is wrong in it."""
    path = write("format: 1\noperation: {object: Message, action: Create}\n")
    assert told(path) == []
    write("<a/>", "CreateMessage.request.xsd")
    (path.parent / "CreateMessage.response.xsd").write_bytes(b"\xff")
    said = f"1: is not the profile of this catalog; run: twilio-ops new {path}"
    expected = [f"CreateMessage.{side}.xsd:{said}" for side in ("request", "response")]
    assert [one.replace("new ", f"new {path.parent}{os.sep}") for one in told(path)] == expected
    assert renew(path) == f"twilio-ops new {path}"
    (path.parent / "CreateMessage.request.xsd").unlink()
    assert [one.partition(":")[0] for one in told(path)] == ["CreateMessage.response.xsd"]


def test_a_file_that_cannot_be_read_at_all_is_told(write: Write) -> None:
    """With nothing else; its catalog is not compared."""
    path = write("a: [\n")
    found = check_component(path)
    assert (found.path, found.definition, found.notes) == (path, None, ())
    assert len(found.mistakes) == 1 and str(found.mistakes[0]).startswith(
        f"{path}:2: is not YAML: "
    )
    for text in ("- a\n", "format: 1\noperation: x\n", "format: 1\noperation: {}\ncatalog: x\n"):
        assert noted(write(text)) == []


def test_what_changed_is_told_where_the_generator_is_installed(
    write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Elsewhere it is said how it can be seen."""
    digest = "sha256:" + "0" * 32
    path = write(f"format: 1\noperation: {{object: Call, action: Get}}\ncatalog: {digest}\n")
    catalog_path(path).write_text(json.dumps(objects()["Call"].row), encoding="utf-8")
    changed = f"component.yaml:1: catalog: what the catalog says of Call has changed; run: twilio-ops new {path}"  # fmt: skip
    found = [one.replace("new ", f"new {path.parent}{os.sep}") for one in noted(path)]
    assert found == [changed]
    monkeypatch.setitem(sys.modules, "twilio_ops_codegen.catalog.errors", None)
    assert noted(path)[1:] == [
        "component.yaml:1: catalog: to see what changed: pip install 'twilio-ops[codegen]'"
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{object: Message, action: Get}\nsid: CA1", "3: sid: 'CA1' is not [AccountSid:]MessageSid (AC…:SM… or MM…)"),
        ("{object: Message, action: Get}\nsid: ''", None),
        ("{object: Message, action: Get}\nsid: [C, A1]", "3: sid: 'CA1' is not [AccountSid:]MessageSid (AC…:SM… or MM…)"),
        ("{object: Message, action: Get}\nsid: [CA1, {property: p}]", None),
        ("{object: Message, action: Query}\nparent: MM1", "3: parent: 'MM1' is not [AccountSid:] (AC…)"),
        ("{object: Call, action: Create}\ninput: request\nparameters: {Timeout: x}", "4: parameters.Timeout: 'x' is not a whole number"),
        ("{object: Call, action: Create}\ninput: request\nparameters: {Timeout: '7'}", None),
        ("{object: Call, action: Create}\ninput: request\nparameters: {StatusCallbackEvent: {each: [ringing, odd]}}", None),
        ("{object: LocalPhoneNumber, action: Get}\nsid: US\nparameters: {AreaCode: x}", "4: parameters.AreaCode: 'x' is not a whole number"),
        ("{object: LocalPhoneNumber, action: Get}\nsid: US\nparameters: {SmsEnabled: maybe}", "4: parameters.SmsEnabled: 'maybe' is neither true nor false"),
    ],
)  # fmt: skip
def test_text_that_the_operation_would_refuse_is_told(
    write: Write, text: str, said: str | None
) -> None:
    """As it is for every input."""
    found = told(write(f"format: 1\noperation: {text}\n"))
    assert len(found) == (said is not None), found
    assert said is None or found[0].startswith(f"component.yaml:{said[:30]}"), found
    assert ANY_ACCOUNT == "AC" + "0" * 32
