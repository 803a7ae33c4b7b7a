"""Parameters, filters and limits of made-up actions, by facts made up for them."""

from __future__ import annotations

from typing import Any

import pytest

from twilio_ops_emulator.api.errors import ErrorTable, Invalid, Refusal
from twilio_ops_emulator.api.nested import MOST_DEPTH, as_text, read_nested
from twilio_ops_emulator.api.parameters import Rules
from twilio_ops_emulator.model import FieldModel, NestedModel, ObjectModel
from twilio_ops_emulator.state.index import Layout, Row

DAY = 86_400
FACTS: dict[str, Any] = {
    "phone_number": r"\+[1-9]\d{1,14}",
    "http_methods": ["GET", "POST"],
    "longest_address": 40,
    "upper_bounds": {"*": "day", "Crate": "exclusive", "Tin": "instant"},
    "partial_filters": ["name", "number"],
}
LIMITS: dict[str, Any] = {
    "Box.Create": {
        "Size": {"minimum": 2, "maximum": 4},
        "Kind": {"values": ["flat", "deep"]},
        "Inner": {"json": True},
        "Code": {"pattern": "[a-z]+"},
    }
}
ERRORS = ErrorTable(
    {},
    {
        "codes": {str(code): {"status": 400, "message": "No."} for code in (1, 2, 3, 4)},
        "cases": {"invalid": 1, "missing": 2, "unknown": 3},
        "missing": {},
        "invalid": {"Box.Create": {"Url": 4}},
        "more_info": "",
    },
)
PARAMETERS: dict[str, Any] = {
    "Size": {"type": "integer"},
    "Kind": {"type": "string"},
    "Inner": {"type": "string"},
    "Code": {"type": "string"},
    "Url": {"type": "string", "format": "uri"},
    "Hook": {"type": "string", "format": "uri"},
    "Many": {"type": "integer", "repeated": True},
    "Deep": {"type": "struct", "struct": "deep"},
}
FIELDS: dict[str, Any] = {
    "sid": {"type": "sid", "prefixes": ["BX"]},
    "name": {"type": "string"},
    "number": {"type": "string"},
    "kind": {"type": "enum", "enum": "kind"},
    "note": {"type": "string"},
    "made": {"type": "datetime"},
    "day": {"type": "date"},
}
FILTERS: dict[str, Any] = {
    "Sid": {"type": "sid", "prefixes": ["BX"]},
    "Name": {"type": "string"},
    "Number": {"type": "string", "format": "phone-number"},
    "Kind": {"type": "enum", "enum": "kind"},
    "Note": {"type": "string"},
    "Made": {"type": "datetime", "operators": ["equals", "before", "after"]},
    "Day": {"type": "date", "operators": ["before", "after", "equals"]},
    "Other": {"type": "string"},
}
LAYOUT = Layout(list(FIELDS))


def box(name: str = "Box", **more: Any) -> ObjectModel:
    """The made-up object, under a name."""
    path = "/v1/Boxes"
    create = {"method": "POST", "path": path, "parameters": PARAMETERS, **more}
    query = {"method": "GET", "path": path, "cardinality": "many", "filters": FILTERS}
    return ObjectModel(
        name,
        {
            "path": path,
            "fields": FIELDS,
            "enums": {"kind": ["flat", "deep"]},
            "structs": {"deep": {"fields": {"a": {"type": "integer"}}}},
            "actions": {"Create": create, "Query": query},
        },
    )


def rules(*, strict: bool = True) -> Rules:
    """How values are read."""
    return Rules(FACTS, ERRORS, LIMITS, strict=strict)


@pytest.mark.parametrize(
    ("name", "taken", "refused"),
    [
        ("Size", {"2": 2, "4": 4, "": None}, {"1": "1 is not from 2 to 4", "5": "5 is not from 2 to 4", "x": "'x' is not a whole number"}),
        ("Kind", {"flat": "flat", "": ""}, {"FLAT": "'FLAT' is none of flat, deep"}),
        ("Inner", {"{}": "{}", "": ""}, {"[]": "is not a JSON object", "{": "is not a JSON object", "[" * 9999: "is not a JSON object", '{"a": "\ud800"}': "is not a JSON object"}),
        ("Code", {"abc": "abc"}, {"abc1": "'abc1' is not of the form it must have"}),
        ("Url", {"https://x/": "https://x/", "HTTP://x?a": "HTTP://x?a", "": "", "http://x/".ljust(40, "y"): "http://x/".ljust(40, "y")}, {
            "ftp://x": "'ftp://x' is not an address that begins with http:// or https://",
            "http:///x": "'http:///x' is not an address that begins with http:// or https://",
            "http://x/".ljust(41, "y"): "is longer than 40 characters",
            "http://a b/": "'http://a b/' is no address",
        }),
        ("Hook", {"anything": "anything"}, {}),
        ("Many", {"1": [1]}, {"x": "'x' is not a whole number"}),
        ("Deep", {'{"a": 1}': {"a": 1}, "": None}, {"[]": "is no struct", "{": "is no struct", '{"a": "x"}': "at .a 'x' is not a whole number", '{"b": 1}': "has no field 'b'"}),
    ],
)  # fmt: skip
def test_a_parameter_is_taken_or_said_to_be_none(
    name: str, taken: dict[str, Any], refused: dict[str, str]
) -> None:
    """By its type, and by limits that facts have; behind its name stands what is wrong."""
    create = box().actions["Create"]
    for text, value in taken.items():
        assert rules().decode(create, [(name, text)]) == {name: value}
    for text, why in refused.items():
        with pytest.raises(Refusal) as wrong:
            rules().decode(create, [(name, text)])
        assert wrong.value.message == f"No. {name} {why}."
        assert wrong.value.code == (4 if name == "Url" else 1)


def test_several_values_of_a_parameter() -> None:
    """All of them where it is repeated, one after the other or as one list; otherwise the last."""
    create = box().actions["Create"]
    sent: Any = [("Many", "1"), ("Size", "2"), ("Many", [2, 3]), ("Size", "3")]
    assert rules().decode(create, sent) == {"Many": [1, 2, 3], "Size": 3}
    for value in (None, {}, []):
        with pytest.raises(Refusal, match=r"^No\. Size is not a single value\.$"):
            rules().decode(create, [("Size", value)])  # type: ignore[list-item]


def test_one_of_a_group_is_needed() -> None:
    """Whichever; the first is named when there is none."""
    create = box(either=[["Size", "Kind"], ["Code"]]).actions["Create"]
    for sent, said in (
        ([("Size", "2"), ("Code", "a")], None),
        ([("Kind", "flat"), ("Code", "a")], None),
        ([("Code", "a")], "Size"),
        ([("Code", "a"), ("Size", ""), ("Kind", "")], "Size"),
        ([("Size", "2")], "Code"),
    ):
        if said is None:
            assert dict(sent).keys() == rules().decode(create, sent).keys()
        else:
            with pytest.raises(Refusal, match=rf"^No\. {said} is missing\.$"):
                rules().decode(create, sent)


def test_what_an_action_does_not_take() -> None:
    """Is refused, or left alone where rules are not strict; paging is of every list."""
    create, query = box().actions["Create"], box().actions["Query"]
    paging = [("PageSize", "1"), ("Page", "0"), ("PageToken", "x")]
    assert rules().decode(create, paging) == {}
    assert rules().selection(query, LAYOUT, paging)[1] == {}
    for strict in (True, False):
        for name, found in (("Odd", query), ("Name<", query), ("Kind>", query), ("Odd", create)):
            if not strict:
                assert rules(strict=False).decode(create, [(name, "x")]) == {}
                assert rules(strict=False).selection(query, LAYOUT, [(name, "x")])[1] == {}
                continue
            word = "filter" if found is query else "parameter"
            with pytest.raises(Refusal) as wrong:
                if found is query:
                    rules().selection(query, LAYOUT, [(name, "x")])
                else:
                    rules().decode(create, [(name, "x")])
            assert wrong.value.message == f"No. {found.key} takes no {word} {name}."


NIGHT = 1347840000
"""The midnight of 2012-09-17."""


@pytest.mark.parametrize(
    ("owner", "name", "text", "low", "high"),
    [
        ("Box", "Made", "2012-09-17", NIGHT, NIGHT + DAY - 1),
        ("Box", "Made", "2012-09-17T12:00:00Z", NIGHT, NIGHT + DAY - 1),
        ("Box", "Made>", "2012-09-17", NIGHT, None),
        ("Box", "Made>", "2012-09-17T12:00:00Z", NIGHT + DAY // 2, None),
        ("Box", "Made<", "2012-09-17", None, NIGHT + DAY - 1),
        ("Box", "Made<", "2012-09-17T12:00:00Z", None, NIGHT + DAY // 2),
        ("Crate", "Made<", "2012-09-17", None, NIGHT - 1),
        ("Crate", "Made<", "2012-09-17T12:00:00Z", None, NIGHT + DAY // 2 - 1),
        ("Tin", "Made<", "2012-09-17", None, NIGHT),
        ("Tin", "Made<", "2012-09-17T12:00:00Z", None, NIGHT + DAY // 2),
        ("Box", "Day", "2012-09-17T12:00:00Z", NIGHT, NIGHT + DAY - 1),
        ("Box", "Day>", "2012-09-17T12:00:00Z", NIGHT, None),
        ("Box", "Day<", "2012-09-17T12:00:00Z", None, NIGHT + DAY - 1),
    ],
)
def test_how_far_a_time_reaches(
    owner: str, name: str, text: str, low: int | None, high: int | None
) -> None:
    """A day as a whole, a time as it is, and up to where facts say of the list."""
    query = box(owner).actions["Query"]
    selection, others = rules().selection(query, LAYOUT, [(name, text)])
    place = LAYOUT.index["made" if name.startswith("Made") else "day"]
    assert (selection.bounds, selection.equal, others) == (((place, low, high),), (), {})
    for at, inside in (
        (None, False),
        (low, True),
        (high, True),
        (low - 1 if low is not None else None, False),
        (high + 1 if high is not None else None, False),
    ):
        if at is not None or not inside:
            values: list[Any] = [None] * len(LAYOUT.names)
            values[place] = at
            assert selection.admits(Row(LAYOUT, values, 1, ())) is inside


@pytest.mark.parametrize(
    ("name", "text", "field", "taken", "left", "indexed"),
    [
        ("Name", "a*c", "name", ["abc", "xa-cx"], ["ac", "abbc", None, "a"], False),
        ("Name", "a.c", "name", ["xa.c"], ["abc"], False),
        ("Number", "+1311", "number", ["+1311"], ["+13115", None], True),
        ("Note", "a", "note", ["a"], ["A", "ab", None], True),
        ("Kind", "FLAT", "kind", ["flat"], ["deep", None], False),
        ("Sid", "BX" + "0" * 32, "sid", ["BX" + "0" * 32], ["BX" + "1" * 32], True),
    ],
)
def test_what_a_filter_finds(
    name: str, text: str, field: str, taken: list[Any], left: list[Any], indexed: bool
) -> None:
    """A part with stars where facts say so, or the same; texts and Sids by an index."""
    selection, others = rules().selection(box().actions["Query"], LAYOUT, [(name, text)])
    place = LAYOUT.index[field]
    assert (selection.equal, selection.bounds, others) == (
        ((place, text),) if indexed else (),
        (),
        {},
    )
    for value in (*taken, *left):
        values: list[Any] = [None] * len(LAYOUT.names)
        values[place] = value
        assert selection.admits(Row(LAYOUT, values, 1, ())) is (value in taken), value


def test_filters_of_no_field_are_handed_on() -> None:
    """An empty one is none; one that is not of its type is refused by its name."""
    query = box().actions["Query"]
    sent = [("Other", "x"), ("Name", ""), ("Made", ""), ("Day<", ""), ("Sid", "")]
    selection, others = rules().selection(query, LAYOUT, sent)
    assert (selection.tests, others) == ((), {"Other": "x"})
    assert rules().selection(query, Layout(["sid"]), [("Note", "x")])[1] == {"Note": "x"}
    for name, text, why in (
        ("Made<", "soon", "'soon' is not a date"),
        ("Day", "soon", "'soon' is not a date"),
        ("Kind", "x", "'x' is none of flat, deep"),
        ("Number", "x", "'x' is not a phone number in E.164"),
    ):
        with pytest.raises(Refusal) as wrong:
            rules().selection(query, LAYOUT, [(name, text)])
        assert (wrong.value.message, wrong.value.code) == (f"No. {name} {why}.", 1)


INT = FieldModel(name="n", type="integer", xml="N")
LIST = NestedModel(name="l", type="list", items=INT)
MAP = NestedModel(name="m", type="map", items=INT)
DEEP = FieldModel(name="d", type="list", items=FieldModel(name="m", type="map", items=INT, xml="M"), xml="D")  # fmt: skip
SHAPE = NestedModel(name="s", type="struct", struct={"n": INT, "d": DEEP})
LOOSE = NestedModel(name="l", type="list")


@pytest.mark.parametrize(
    ("shape", "value", "found"),
    [
        (LIST, [1, "2"], [1, 2]),
        (LIST, "[1]", [1]),
        (LIST, "", None),
        (LIST, [1, None], "at [1] is not a single value"),
        (LIST, [1, [2]], "at [1] is not a single value"),
        (LIST, {}, "is no list"),
        (LIST, "x", "is no list"),
        (MAP, {"a": 1, "b": None}, {"a": 1, "b": None}),
        (MAP, [], "is no map"),
        (MAP, {"a": "x"}, "at .a 'x' is not a whole number"),
        (SHAPE, {"n": "1"}, {"n": 1}),
        (SHAPE, '{"n": 1}', {"n": 1}),
        (SHAPE, {"odd": 1}, "has no field 'odd'"),
        (SHAPE, {"d": [{"a": 1}]}, {"d": [{"a": 1}]}),
        (SHAPE, {"d": [{"a": 1}, {"b": "x"}]}, "at .d[1].b 'x' is not a whole number"),
        (SHAPE, {"d": "[]"}, "at .d is no list"),
        (SHAPE, {"d": None}, {"d": None}),
        (LOOSE, [1, "x", {}], [1, "x", {}]),
        (NestedModel(name="a", type="any"), {"x": [1]}, {"x": [1]}),
        (NestedModel(name="a", type="any"), "text", "text"),
    ],
)
def test_a_value_with_others_within(shape: NestedModel, value: Any, found: Any) -> None:
    """Each part by its own type; what is wrong is said with its place."""

    def read(model: Any, one: Any) -> Any:
        return rules().value(model, as_text(one))

    if isinstance(found, str) and shape.type != "any":
        with pytest.raises(Invalid) as wrong:
            read_nested(shape, value, read, strict=True)
        assert str(wrong.value) == found
    else:
        assert read_nested(shape, value, read, strict=True) == found


def test_fields_that_a_struct_does_not_have() -> None:
    """Are left away where rules are not strict; a long name is said from its beginning."""

    def read(_: Any, one: Any) -> Any:
        return one

    assert read_nested(SHAPE, {"n": 1, "odd": 2}, read, strict=False) == {"n": 1}
    with pytest.raises(Invalid) as wrong:
        read_nested(SHAPE, {"x" * 101: 1}, read, strict=True)
    assert str(wrong.value) == f"has no field '{'x' * 100}'"


def test_how_deep_values_may_lie() -> None:
    """In one another: 64 at most."""
    fields: dict[str, FieldModel] = {}
    own = FieldModel(name="s", type="struct", struct=fields, xml="S")
    fields["s"] = own

    def nested(depth: int) -> Any:
        value: Any = {}
        for _ in range(depth):
            value = {"s": value}
        return value

    def read(_: Any, one: Any) -> Any:
        return one

    assert MOST_DEPTH == 64
    assert read_nested(own, nested(64), read, strict=True) == nested(64)
    with pytest.raises(Invalid, match=r"^is nested deeper than 64 values$"):
        read_nested(own, nested(65), read, strict=True)


@pytest.mark.parametrize(
    ("value", "text"), [(True, "true"), (False, "false"), (1, "1"), (1.5, "1.5"), ("a", "a")]
)
def test_a_single_value_as_a_form_has_it(value: Any, text: str) -> None:
    """Words for what is true or not."""
    assert as_text(value) == text
