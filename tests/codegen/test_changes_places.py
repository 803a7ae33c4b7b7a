"""Where a change is, and which digests go along with what they are about."""

from __future__ import annotations

from typing import Any, Literal

import pytest
from attrs import field, frozen

from twilio_ops_codegen.catalog.model import Action, ActionName, Filter, Object, Parameter
from twilio_ops_codegen.changes import changes
from twilio_ops_codegen.changes.example import edited
from twilio_ops_codegen.changes.explained import goes_along
from twilio_ops_codegen.changes.registry import rule
from twilio_ops_codegen.changes.shapes import Attribute, Shape, attributes, is_same, rows

PARCEL = "objects/Parcel"
PLACES: dict[str, tuple[str, str | None, str | None, list[str]]] = {
    "a value": (f"{PARCEL}/fields/weight/format", "a", "b", ["Parcel/fields/weight/format"]),
    "an entry of a list": (f"{PARCEL}/aliases", "[A, B]", "[B, C]", ["Parcel/aliases/A", "Parcel/aliases/C"]),
    "an entry of an enum": (f"{PARCEL}/enums/status", "[a, b]", "[b, c]", ["Parcel/enums/status/a", "Parcel/enums/status/c"]),
    "an enum": (f"{PARCEL}/enums/state", "[a]", None, ["Parcel/enums/state"]),
    "a row": (f"{PARCEL}/fields/weight/pii", "null", "{handling: standard}", ["Parcel/fields/weight/pii"]),
    "a part of a row": (f"{PARCEL}/fields/weight/pii", "{handling: standard}", "{handling: sensitive}", ["Parcel/fields/weight/pii/handling"]),
    "an entry of a table": (f"{PARCEL}/fields/weight", "{type: decimal}", None, ["Parcel/fields/weight"]),
    "several words": (f"{PARCEL}/actions/Create/status", "[200, 201]", "[201, 202]", ["Parcel/actions/Create/status"]),
    "a text by its name": (f"{PARCEL}/actions/Create/fixed", "{A: a, B: b}", "{A: x, C: c}", [f"Parcel/actions/Create/fixed/{name}" for name in "ABC"]),
    "a group": (f"{PARCEL}/actions/Create/either", "[[Street, Locker]]", "[[Weight, Locker]]", ["Parcel/actions/Create/either"]),
    "the service": ("service/host", "a.example", "b.example", ["catalog/host"]),
    "an error": ("errors/41", "{status: 404, message: Gone}", None, ["errors/41"]),
    "an object": ("objects/Courier", "{object: Courier, path: /v1/C}", None, ["Courier"]),
    "a parameter": (f"{PARCEL}/actions/Create/parameters/Odd", "{type: string}", None, ["Parcel/actions/Create/parameters/Odd"]),
    "a filter": (f"{PARCEL}/actions/Query/filters/Odd", "{type: string}", None, ["Parcel/actions/Query/filters/Odd"]),
    "a struct's field": (f"{PARCEL}/structs/box/fields/odd", "{type: string}", None, ["Parcel/structs/box/fields/odd"]),
    "what a list holds": (f"{PARCEL}/fields/stops/items", "{type: string}", "{type: integer}", ["Parcel/fields/stops/items/type"]),
    "of a list of lists": (f"{PARCEL}/fields/stops/items", "{type: list, items: {type: string, format: uri}}", "{type: list, items: {type: string}}", ["Parcel/fields/stops/items/items/format"]),
    "a number and another text of it": (f"{PARCEL}/fields/weight/minimum", "1", "1.0", ["Parcel/fields/weight/minimum"]),
    "what nothing uses": (f"{PARCEL}/structs/box/fields/height", "{type: integer}", "{type: string}", ["Parcel/structs/box/fields/height/type"]),
}  # fmt: skip
"""An edit, and the places of what it changes, sorted."""


@pytest.mark.parametrize("name", PLACES)
def test_a_change_is_where_it_was_made(name: str) -> None:
    """The same place from both sides, down to the entry that came or went; values of both stand beside it."""
    place, old, new, expected = PLACES[name]
    one, other = edited(place, old), edited(place, new)
    there, back = changes(one, other), changes(other, one)
    assert sorted(each.place for each in there) == expected
    assert sorted(each.place for each in back) == expected
    values = {each.place: (each.old, each.new) for each in there}
    assert {each.place: (each.new, each.old) for each in back} == values


MANY = Action(method="GET", path="/P", cardinality="many", operation="ListP")
GET = Action(method="GET", path="/P/{Sid}", operation="FetchP")
GONE = Action(
    method="DELETE", path="/P/{Sid}", operation="DeleteP", cardinality="none", status=(204,)
)
EITHER = Action(
    method="POST", path="/P/{Sid}", operation="UpdateP", status=(200, 202), cardinality="none"
)
POST = Action(
    method="POST", path="/P", operation="CreateP",
    parameters={"A": Parameter(type="string")}, filters={"B": Filter(type="string")},
)  # fmt: skip


def parcel(*digests: str, **actions: Action) -> Object:
    """An object with these actions; a digest is its place, and what it says behind ``=``."""
    rows: dict[ActionName, Action] = {name: row for name, row in actions.items()}  # type: ignore[misc]
    left_out = dict((*each.partition("=")[::2],) for each in digests)
    return Object(object="P", path="/P", actions=rows, left_out=left_out)


ALL, EMPTY = "answers", "answers without content"
ODD = "DeleteP/answer 204=odd"
ALONG: dict[str, tuple[str, Object, Object, bool]] = {
    "what answered is gone": (ALL, parcel(ALL, Get=GET, Delete=GONE), parcel(Delete=GONE), True),
    "all is gone": (ALL, parcel(ALL, Get=GET), parcel(Query=MANY), True),
    "something stays that answers": (ALL, parcel(ALL, Get=GET, Query=MANY), parcel(Query=MANY), False),
    "it answers otherwise as well": (ALL, parcel(ALL, ODD, Delete=GONE), parcel(ODD, Delete=GONE), False),
    "it answered otherwise as well": (ALL, parcel(ALL, ODD, Delete=GONE), parcel(Delete=GONE), True),
    "it answers otherwise now": (ALL, parcel(ALL, Delete=GONE), parcel(ODD, Delete=GONE), True),
    "another's name begins alike": (ALL, parcel(ALL, "DeleteP2/x", Delete=GONE), parcel("DeleteP2/x", Delete=GONE), True),
    "empty answers are gone": (EMPTY, parcel(EMPTY, Get=GET, Delete=GONE), parcel(Get=GET), True),
    "an empty answer stays": (EMPTY, parcel(EMPTY, Get=GET, Delete=GONE), parcel(Delete=GONE), False),
    "an answer may be empty": (EMPTY, parcel(EMPTY, Update=EITHER), parcel(Update=EITHER), False),
    "one of several may be empty": (EMPTY, parcel(EMPTY, Get=Action(method="GET", path="/", status=(200, 204))), parcel(Get=Action(method="GET", path="/", status=(200, 204))), False),
    "an answer was not empty": (EMPTY, parcel(EMPTY, Delete=GET), parcel(Delete=GONE), True),
    "an answer is not empty": (EMPTY, parcel(EMPTY, Delete=GONE), parcel(Delete=GET), True),
    "an operation is gone": ("FetchP/odd", parcel(Get=GET), parcel(), True),
    "its whole digest": ("FetchP", parcel(Get=GET), parcel(), True),
    "an operation stays": ("FetchP/odd", parcel(Get=GET), parcel(Get=GET), False),
    "of no operation": ("OtherP/odd", parcel(Get=GET), parcel(), False),
    "behind another operation": ("ListP/odd", parcel(Get=GET, Query=MANY), parcel(Get=GET), True),
    "a parameter is gone": ("CreateP/A", parcel(Create=POST), parcel(Create=GET), True),
    "a filter is gone": ("CreateP/B", parcel(Create=POST), parcel(Create=GET), True),
    "a parameter is a filter now": ("CreateP/A", parcel(Create=POST), parcel(Create=Action(method="GET", path="/", filters={"A": Filter(type="string")})), False),
    "a filter is a parameter now": ("CreateP/B", parcel(Create=POST), parcel(Create=Action(method="GET", path="/", parameters={"B": Parameter(type="string")})), False),
    "a parameter stays": ("CreateP/A", parcel(Create=POST), parcel(Create=POST), False),
    "a status is gone": ("UpdateP/answer 202", parcel("UpdateP/answer 202=x", Update=EITHER), parcel(Update=Action(method="POST", path="/", status=(200,))), True),
    "a status stays": ("UpdateP/answer 202", parcel("UpdateP/answer 202=x", Update=EITHER), parcel(Update=EITHER), False),
    "another status says the same": ("FetchP/answer 200", parcel("FetchP/answer 200=x", Get=GET), parcel("FetchP/answer 201=x", Get=Action(method="GET", path="/", status=(201,))), True),
    "another status says something else": ("FetchP/answer 200", parcel("FetchP/answer 200=x", Get=GET), parcel("FetchP/answer 201=y", Get=Action(method="GET", path="/", status=(201,))), False),
    "another status says nothing": ("FetchP/answer 200", parcel("FetchP/answer 200=x", Get=GET), parcel(Get=Action(method="GET", path="/", status=(201,))), False),
    "a status that was never one": ("FetchP/answer 418", parcel("FetchP/answer 418=x", Get=GET), parcel(Get=Action(method="GET", path="/", status=(201,))), False),
}  # fmt: skip
"""Where a digest is, who has it and who does not, and whether it is told by what came or went."""


@pytest.mark.parametrize("name", ALONG)
def test_a_digest_goes_along_with_all_that_it_can_be_about(name: str) -> None:
    """Anything else is told by itself: it may be about what stays."""
    place, home, other, expected = ALONG[name]
    assert goes_along(place, home, other) == expected


@frozen
class Inner:
    """A row within another."""

    word: Literal["a", "b"] = "a"


@frozen
class Outer(Inner):
    """One attribute of each shape that a catalog's rows have."""

    text: str = ""
    number: int | float | None = None
    words: tuple[str, ...] = ()
    row: Inner | None = None
    table: dict[str, Inner] = field(factory=dict)
    texts: dict[str, str | int] = field(factory=dict)
    lists: dict[str, tuple[str, ...]] = field(factory=dict)


@frozen
class Small:
    """A row that may hold another."""

    text: str = ""
    number: int | float | None = None
    row: Inner | None = None


@frozen
class Odd:
    """What no comparison knows."""

    value: list[int] | None = None


def test_attributes_are_compared_by_their_shapes() -> None:
    """Each is its class's own, or that of the one it comes from; a shape that nobody knows is an error."""
    assert attributes(Outer) == (
        Attribute("Inner", "word", Shape.VALUE),
        Attribute("Outer", "text", Shape.VALUE),
        Attribute("Outer", "number", Shape.VALUE, mixed=True),
        Attribute("Outer", "words", Shape.WORDS),
        Attribute("Outer", "row", Shape.ROW, Inner),
        Attribute("Outer", "table", Shape.TABLE, Inner),
        Attribute("Outer", "texts", Shape.TEXTS),
        Attribute("Outer", "lists", Shape.LISTS),
    )
    shapes = {each.name: each.shape for each in attributes(Object)}
    assert (shapes["aliases"], shapes["enums"]) == (Shape.LIST, Shape.LISTS)
    assert rows(Outer) == (Outer, Inner)
    with pytest.raises(
        TypeError, match=r"^Odd\.value is a .*, which the comparison of catalogs cannot compare$"
    ):
        attributes(Odd)


@pytest.mark.parametrize(
    ("old", "new", "same"),
    [
        (Small(), Small(), True),
        (Small(text="a"), Small(text="b"), False),
        (Small(number=1), Small(number=1.0), False),
        (Small(number=1), Small(number=1), False),
        (Small(row=Inner()), Small(row=Inner()), False),
    ],
)
def test_what_is_equal_may_differ(old: Small, new: Small, same: bool) -> None:
    """A number is walked into, as 1 and 1.0 are equal and two texts; so is a row, which may hold some."""
    assert is_same(Small, old, new) == same
    assert is_same(Small, old, old)


def test_a_rule_tells_of_itself() -> None:
    """Its name, what happened, and why it is judged so, in as many paragraphs as that needs."""

    def odd_thing(_: Any) -> None:
        """Something is
        odd.

        It was not
        before.

        Nobody knows.
        """

    made = rule(("Object", "note", "changed"), examples=[], direction="request")(odd_thing)
    assert (made.id, made.title) == ("odd-thing", "Something is odd.")
    assert made.reason == "It was not before.\n\nNobody knows."
    assert (made.direction, made.subjects) == ("request", (("Object", "note", "changed"),))
