"""Values in elements: what each type reads of one, reads of a request's, and writes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from acme_ops.api.parcel import ParcelHandling
from lxml import etree

from twilio_ops_runtime import generated as g
from twilio_ops_runtime.formats.elements import fill, read, read_request
from twilio_ops_runtime.types.base import Type

L = g.ListType("Item", g.INTEGER)
M = g.MapType(g.INTEGER)
U = g.UriMapType({"id_tags": "IDTags"})
S = g.StructType(ParcelHandling)
A = g.ANY
C = g.CollapsibleMapType("P")
P = g.PairsType(2)


def outcome(made: Callable[[], Any]) -> object:
    """What comes, or the error that does, to be compared by its class and text."""
    try:
        return made()
    except (ValueError, TypeError) as error:
        return type(error), str(error)


def expected(value: object) -> object:
    return (type(value), str(value)) if isinstance(value, Exception) else value


@pytest.mark.parametrize(
    ("type_", "element", "value"),
    [
        (g.TEXT, "<a/>", None),
        (g.TEXT, "<a> x </a>", " x "),
        (g.TEXT, "<a>\n x\n</a>", "x"),
        (g.TEXT, "<a><b/></a>", ValueError("it holds elements where a value was expected")),
        (g.INTEGER, "<a/>", None),
        (g.INTEGER, "<a> 5 </a>", 5),
        (g.INTEGER, "<a>x</a>", ValueError("'x' is not a whole number")),
        (g.DECIMAL, "<a>1.50</a>", Decimal("1.50")),
        (g.BOOLEAN, "<a>true</a>", True),
        (L, "<a/>", None),
        (L, "<a> </a>", None),
        (L, "<a>x</a>", ValueError("it holds text where elements were expected")),
        (L, "<a><Item>1</Item><Item/></a>", (1, None)),
        (L, "<a><Other/></a>", ValueError("it holds Other where Item was expected")),
        (L, "<a><Item>x</Item></a>", ValueError("'x' is not a whole number")),
        (M, "<a><Entry><Key>k</Key><Value>5</Value></Entry></a>", {"k": 5}),
        (M, "<a><Entry><Key/><Value/></Entry></a>", {"": None}),
        (
            M,
            "<a><Entry><Key>k</Key></Entry></a>",
            ValueError("a map holds Entry elements, each with Key and Value"),
        ),
        (
            M,
            "<a><Entry><Value>5</Value></Entry></a>",
            ValueError("a map holds Entry elements, each with Key and Value"),
        ),
        (
            M,
            "<a><Other><Key/><Value/></Other></a>",
            ValueError("a map holds Entry elements, each with Key and Value"),
        ),
        (
            U,
            "<a><IDTags>/x</IDTags><SubThings> /y </SubThings><Empty/></a>",
            {"id_tags": "/x", "sub_things": "/y", "empty": ""},
        ),
        (U, "<a><A><b/></A></a>", ValueError("A holds elements where an address was expected")),
        (S, "<a><Fragile>true</Fragile><Nope/></a>", ParcelHandling(fragile=True)),
        (S, "<a><Fragile>x</Fragile></a>", ParcelHandling()),
        (S, "<a/>", None),
        (A, "<a/>", None),
        (A, "<a>x</a>", "x"),
        (A, "<a>5</a>", "5"),
        (A, "<a>[1, 2.50]</a>", [1, Decimal("2.50")]),
        (A, "<a>{no json</a>", "{no json"),
        (A, '<a>"5"</a>', "5"),
        (A, "<a><b>1</b><b>2</b><b>3</b><c/></a>", {"b": ["1", "2", "3"], "c": None}),
        (A, "<a><b><c>x</c></b></a>", {"b": {"c": "x"}}),
        (A, f"<a>{'[' * 100000}</a>", ValueError("it is nested too deep")),
        (C, "<a>{}</a>", {}),
        (P, "<a/>", None),
        (P, "<a><Name>x</Name><Value>y</Value></a>", TypeError("PairsType is not answered")),
    ],
)
def test_an_answers_element_is_read(type_: Type, element: str, value: object):
    """Into the value of its type, whose own kind counts; or it is said what was expected."""
    found = outcome(lambda: read(type_, etree.fromstring(element)))
    assert found == expected(value) and type(found) is type(expected(value))


@pytest.mark.parametrize(
    ("type_", "element", "value"),
    [
        (g.TEXT, "<a/>", ""),
        (g.TEXT, "<a> x </a>", " x "),
        (g.TEXT, "<a><b/></a>", ValueError("it holds elements where text was expected")),
        (g.INTEGER, "<a/>", ValueError("it is empty, and this type has no empty value")),
        (g.INTEGER, "<a>5</a>", 5),
        (g.INTEGER, "<a>5.0</a>", ValueError("it is not a whole number without a fraction")),
        (g.DATE, "<a/>", ""),
        (g.RELATIVE_DATE, "<a> -30days </a>", "-30days"),
        (g.RELATIVE_DATE, "<a> 2026-01-01 </a>", date(2026, 1, 1)),
        (L, "<a/>", ()),
        (L, "<a><Item>1</Item></a>", (1,)),
        (M, "<a/>", {}),
        (S, "<a/>", ValueError("it is empty, and this type has no empty value")),
        (U, "<a/>", ""),
        (S, "<a><Fragile>true</Fragile></a>", ParcelHandling(fragile=True)),
        (A, "<a/>", ""),
        (A, "<a>x</a>", "x"),
        (A, '<a>"x"</a>', '"x"'),
        (A, "<a>[1]</a>", [1]),
        (A, "<a>{x</a>", "{x"),
        (A, "<a><b>1</b></a>", {"b": "1"}),
        (C, '<a>{"a": {"b": 1}}</a>', {"a": {"b": 1}}),
        (C, "<a/>", ""),
        (P, "<a><Name> x </Name><Value/></a>", ("x", "")),
        (P, "<a><Name>x</Name></a>", ValueError("a pair has exactly one Name and one Value")),
        (
            P,
            "<a><Name>x</Name><Value/><Other/></a>",
            ValueError("a pair has exactly one Name and one Value"),
        ),
        (P, "<a><Value/><Name>x</Name></a>", ("x", "")),
        (P, "<a/>", ValueError("a pair has exactly one Name and one Value")),
    ],
)
def test_a_requests_element_is_read(type_: Type, element: str, value: object):
    """What is there and empty is an empty value, where its type has one."""
    found = outcome(lambda: read_request(type_, etree.fromstring(element)))
    assert found == expected(value) and type(found) is type(expected(value))


@pytest.mark.parametrize(
    ("type_", "value", "element"),
    [
        (g.TEXT, "x", "<a>x</a>"),
        (g.TEXT, None, "<a/>"),
        (g.INTEGER, 5, "<a>5</a>"),
        (g.DECIMAL, Decimal("1E+2"), "<a>100</a>"),
        (g.DECIMAL, Decimal("1E+200"), "<a>1E+200</a>"),
        (g.DECIMAL, 5, "<a>5</a>"),
        (g.BOOLEAN, False, "<a>false</a>"),
        (L, (1, None), "<a><Item>1</Item><Item/></a>"),
        (L, (), "<a/>"),
        (
            M,
            {"k": 5, "n": None},
            "<a><Entry><Key>k</Key><Value>5</Value></Entry><Entry><Key>n</Key><Value/></Entry></a>",
        ),
        (
            U,
            {"id_tags": "/x", "sub_things": "/y"},
            "<a><IDTags>/x</IDTags><SubThings>/y</SubThings></a>",
        ),
        (S, ParcelHandling(fragile=True, xray=None), "<a><Fragile>true</Fragile><XRAY/></a>"),
        (S, {"fragile": False}, "<a><Fragile>false</Fragile></a>"),
        (S, {"Fragile": False}, ValueError("ParcelHandling has no field 'Fragile'")),
        (A, "x", "<a>x</a>"),
        (A, "[x", '<a>"[x"</a>'),
        (A, '"x', '<a>"\\"x"</a>'),
        (A, "{", '<a>"{"</a>'),
        (A, 5, "<a>5</a>"),
        (A, None, "<a/>"),
        (A, {}, "<a>{}</a>"),
        (A, {"a": "x", "b": None}, "<a><a>x</a><b/></a>"),
        (A, {"a": ""}, '<a>{"a":""}</a>'),
        (A, {"a": " \n"}, '<a>{"a":" \\n"}</a>'),
        (A, {"a": 5}, '<a>{"a":5}</a>'),
        (A, {"a b": "x"}, '<a>{"a b":"x"}</a>'),
        (A, {"é": "x"}, '<a>{"é":"x"}</a>'),
        (A, {"a": ["x", "y"]}, "<a><a>x</a><a>y</a></a>"),
        (A, {"a": ["x"]}, '<a>{"a":["x"]}</a>'),
        (A, {"a": ["x", ""]}, '<a>{"a":["x",""]}</a>'),
        (A, {"a": {"b": "x"}}, "<a><a><b>x</b></a></a>"),
        (A, {"a": {}}, '<a>{"a":{}}</a>'),
        (A, [1, True, None], "<a>[1,true,null]</a>"),
        (C, {"a": {"b": 1}}, '<a>{"a":{"b":1}}</a>'),
        (P, ("x", "y"), "<a><Name>x</Name><Value>y</Value></a>"),
    ],
)
def test_a_value_is_written(type_: Type, value: object, element: object):
    """As elements where it can be read from them again as it was; else as text."""

    def written() -> str:
        root = etree.Element("a")
        fill(type_, root, value)
        return etree.tostring(root, encoding="unicode")

    assert outcome(written) == expected(element)
