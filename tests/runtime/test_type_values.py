"""Values of each type: read of JSON and of text, and written, with the errors of what is none."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal

import pytest
from acme_ops.api.parcel import ParcelHandling, ParcelStatus

from twilio_ops_runtime import generated as g
from twilio_ops_runtime.types.base import Type

B = g.IntegerType(1, 5)
C = g.CollapsibleMapType("P")
D = g.SidType("DE")
E = g.EnumType(ParcelStatus)
L = g.ListType("Item", g.INTEGER)
M = g.MapType(g.INTEGER)
P = g.PairsType(2)
S = g.StructType(ParcelHandling)
U = g.UriMapType({"id_tags": "IDTags"})
A = g.ANY
SIDX = "DE" + "0a" * 16


@pytest.mark.parametrize(
    ("type_", "method", "value", "expected"),
    [
        (g.TEXT, "from_json", None, None),
        (g.TEXT, "from_json", "", ""),
        (g.TEXT, "from_json", "x", "x"),
        (g.TEXT, "from_json", 5, "5"),
        (g.TEXT, "from_json", True, "true"),
        (g.TEXT, "from_json", Decimal("1.50"), "1.50"),
        (D, "from_json", "", None),
        (D, "from_json", "x", "x"),
        (D, "from_json", None, None),
        (D, "from_json", 5, "5"),
        (E, "from_json", "", None),
        (E, "from_json", None, None),
        (E, "from_json", "queued", ParcelStatus.QUEUED),
        (E, "from_json", 5, ParcelStatus("5")),
        (g.INTEGER, "from_json", None, None),
        (g.INTEGER, "from_json", "", None),
        (g.INTEGER, "from_json", " 5 ", 5),
        (g.INTEGER, "from_json", "+5", 5),
        (g.INTEGER, "from_json", "-5", -5),
        (g.INTEGER, "from_json", "5.0", 5),
        (g.INTEGER, "from_json", "5.", ValueError("'5.' is not a whole number")),
        (g.INTEGER, "from_json", "5.5", ValueError("'5.5' is not a whole number")),
        (g.INTEGER, "from_json", Decimal("5.0"), 5),
        (g.INTEGER, "from_json", 5.0, 5),
        (g.INTEGER, "from_json", Decimal("9223372036854775807"), 9223372036854775807),
        (
            g.INTEGER,
            "from_json",
            Decimal("9223372036854775808"),
            ValueError("Decimal('9223372036854775808') is not a whole number"),
        ),
        (
            g.INTEGER,
            "from_json",
            Decimal("-9223372036854775808"),
            ValueError("Decimal('-9223372036854775808') is not a whole number"),
        ),
        (g.INTEGER, "from_json", Decimal("-9223372036854775807"), -9223372036854775807),
        (g.INTEGER, "from_json", True, ValueError("True is not a whole number")),
        (g.INTEGER, "from_json", "\u0665", ValueError("'\u0665' is not a whole number")),
        (g.INTEGER, "from_json", "5." + "0" * 20, 5),
        (
            g.INTEGER,
            "from_json",
            "5." + "0" * 21,
            ValueError("'5.000000000000000000000' is not a whole number"),
        ),
        (g.DECIMAL, "from_json", None, None),
        (g.DECIMAL, "from_json", "", None),
        (g.DECIMAL, "from_json", " ", None),
        (g.DECIMAL, "from_json", 5, Decimal("5")),
        (g.DECIMAL, "from_json", 1.5, Decimal("1.5")),
        (g.DECIMAL, "from_json", "1.", Decimal("1")),
        (g.DECIMAL, "from_json", ".5", Decimal("0.5")),
        (g.DECIMAL, "from_json", ".", ValueError("'.' is not a decimal number")),
        (g.DECIMAL, "from_json", "+1e3", Decimal("1E+3")),
        (g.DECIMAL, "from_json", "1e12345", ValueError("'1e12345' is not a decimal number")),
        (g.DECIMAL, "from_json", "1e1234", Decimal("1E+1234")),
        (g.DECIMAL, "from_json", "NaN", ValueError("'NaN' is not a decimal number")),
        (g.DECIMAL, "from_json", "\u0665", ValueError("'\u0665' is not a decimal number")),
        (g.DECIMAL, "from_json", [], ValueError("one value was expected, not a list")),
        (g.BOOLEAN, "from_json", None, None),
        (g.BOOLEAN, "from_json", "", None),
        (g.BOOLEAN, "from_json", " true ", True),
        (g.BOOLEAN, "from_json", "True", True),
        (g.BOOLEAN, "from_json", "1", True),
        (g.BOOLEAN, "from_json", "false", False),
        (g.BOOLEAN, "from_json", "False", False),
        (g.BOOLEAN, "from_json", "0", False),
        (g.BOOLEAN, "from_json", "TRUE", ValueError("'TRUE' is neither true nor false")),
        (g.BOOLEAN, "from_json", 1, ValueError("1 is neither true nor false")),
        (g.BOOLEAN, "from_json", 0, ValueError("0 is neither true nor false")),
        (g.BOOLEAN, "from_json", {}, ValueError("one value was expected, not an object")),
        (g.DATE, "from_json", None, None),
        (g.DATE, "from_json", "", None),
        (g.DATE, "from_json", " 2026-02-28 ", date(2026, 2, 28)),
        (g.DATE, "from_json", "2026-02-29", ValueError("'2026-02-29' is not a day (YYYY-MM-DD)")),
        (g.DATE, "from_json", "20260228", ValueError("'20260228' is not a day (YYYY-MM-DD)")),
        (g.DATE, "from_json", [], ValueError("text was expected, not a list")),
        (g.RFC2822, "from_json", None, None),
        (g.RFC2822, "from_json", " ", None),
        (g.RFC2822, "from_json", 5, ValueError("text was expected, not a number")),
        (g.ISO8601, "from_json", None, None),
        (g.ISO8601, "from_json", "", None),
        (g.ISO8601, "from_json", True, ValueError("text was expected, not true or false")),
        (L, "from_json", None, None),
        (L, "from_json", [], ()),
        (L, "from_json", (1, "2"), (1, 2)),
        (L, "from_json", [None], (None,)),
        (M, "from_json", None, None),
        (M, "from_json", [], {}),
        (M, "from_json", {"a": "1", "b": None}, {"a": 1, "b": None}),
        (M, "from_json", [1], ValueError("an object was expected, not a list")),
        (U, "from_json", None, None),
        (U, "from_json", [], {}),
        (U, "from_json", {"a": None, "b": "/x"}, {"a": "", "b": "/x"}),
        (U, "from_json", {"a": []}, ValueError(".a: text was expected, not a list")),
        (S, "from_json", None, None),
        (S, "from_json", [], ParcelHandling()),
        (S, "from_json", {}, ParcelHandling()),
        (S, "from_json", {"FRAGILE": "true", "other": 1}, ParcelHandling(fragile=True)),
        (S, "from_json", {"fragile": 5}, ParcelHandling()),
        (A, "from_json", None, None),
        (A, "from_json", [1], [1]),
        (C, "from_json", {"a": 1}, {"a": 1}),
        (g.TEXT, "to_json", "x", "x"),
        (B, "to_json", 1, 1),
        (B, "to_json", 5, 5),
        (g.INTEGER, "to_json", -5, -5),
        (g.DECIMAL, "to_json", Decimal("1.50"), Decimal("1.50")),
        (g.DECIMAL, "to_json", 5, Decimal("5")),
        (g.BOOLEAN, "to_json", False, False),
        (g.DATE, "to_json", date(2026, 1, 2), "2026-01-02"),
        (g.ISO8601, "to_json", datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC), "2026-01-02T03:04:05Z"),
        (L, "to_json", [1, 2], [1, 2]),
        (L, "to_json", (1,), [1]),
        (M, "to_json", {"a": 1, 5: 2}, {"a": 1, "5": 2}),
        (U, "to_json", {"a": "/x"}, {"a": "/x"}),
        (S, "to_json", {"fragile": True, "xray": None}, {"fragile": True}),
        (S, "to_json", {"XRAY": True}, ValueError("ParcelHandling has no field 'XRAY'")),
        (S, "to_json", ParcelHandling(fragile=True), {"fragile": True}),
        (S, "to_json", ParcelHandling(fragile=None, xray=False), {"xray": False}),
        (A, "to_json", {"a": [1]}, {"a": [1]}),
        (C, "to_json", {"a": 1}, {"a": 1}),
        (P, "to_json", [("a", "b")], {"a": "b"}),
        (P, "to_json", {"a": "b"}, {"a": "b"}),
        (g.TEXT, "sent", "", ""),
        (g.TEXT, "sent", ParcelStatus.QUEUED, "queued"),
        (E, "sent", ParcelStatus.QUEUED, "queued"),
        (E, "sent", "else", "else"),
        (D, "sent", "", ""),
        (D, "sent", SIDX, "DE0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a"),
        (
            D,
            "sent",
            "AC" + SIDX[2:],
            ValueError(
                "'AC0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a' is not DE…: two letters and 32 hexadecimal digits are needed"
            ),
        ),
        (g.SID, "sent", SIDX, "DE0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a"),
        (g.PHONE, "sent", "", ""),
        (g.PHONE, "sent", "+13115556789", "+13115556789"),
        (g.PHONE, "sent", "channel:+13115556789", "channel:+13115556789"),
        (
            g.PHONE,
            "sent",
            "x1:+13115556789",
            ValueError("'x1:+13115556789' is not a phone number in E.164 (+13115556789)"),
        ),
        (
            g.PHONE,
            "sent",
            ":+13115556789",
            ValueError("':+13115556789' is not a phone number in E.164 (+13115556789)"),
        ),
        (g.PHONE, "sent", "+1", ValueError("'+1' is not a phone number in E.164 (+13115556789)")),
        (g.PHONE, "sent", "+11", "+11"),
        (g.PHONE, "sent", "+" + "1" * 15, "+111111111111111"),
        (
            g.PHONE,
            "sent",
            "+" + "1" * 16,
            ValueError("'+1111111111111111' is not a phone number in E.164 (+13115556789)"),
        ),
        (g.PHONE, "sent", "+01", ValueError("'+01' is not a phone number in E.164 (+13115556789)")),
        (B, "sent", 5, "5"),
        (g.INTEGER, "sent", -5, "-5"),
        (g.DECIMAL, "sent", Decimal("1E+2"), "100"),
        (
            g.DECIMAL,
            "sent",
            Decimal("1E+99"),
            "1000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000",
        ),
        (g.DECIMAL, "sent", Decimal("1E+100"), "1E+100"),
        (
            g.DECIMAL,
            "sent",
            Decimal("1E-99"),
            "0.000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000001",
        ),
        (g.DECIMAL, "sent", Decimal("1E-100"), "1E-100"),
        (g.DECIMAL, "sent", 5, "5"),
        (
            g.DECIMAL,
            "sent",
            Decimal("Infinity"),
            ValueError("Infinity is not a number that can be sent"),
        ),
        (g.BOOLEAN, "sent", True, "true"),
        (g.BOOLEAN, "sent", False, "false"),
        (g.DATE, "sent", "", ""),
        (g.DATE, "sent", " 2026-01-02 ", "2026-01-02"),
        (g.DATE, "sent", date(2026, 1, 2), "2026-01-02"),
        (g.RELATIVE_DATE, "sent", "-30days", "-30days"),
        (g.RELATIVE_DATE, "sent", "+7days", "+7days"),
        (
            g.RELATIVE_DATE,
            "sent",
            "7days",
            ValueError("'7days' is not a day (YYYY-MM-DD) and no offset such as -30days"),
        ),
        (
            g.RELATIVE_DATE,
            "sent",
            "+123456days",
            ValueError("'+123456days' is not a day (YYYY-MM-DD) and no offset such as -30days"),
        ),
        (g.RELATIVE_DATE, "sent", "+12345days", "+12345days"),
        (g.RELATIVE_DATE, "sent", "2026-01-02", "2026-01-02"),
        (g.RELATIVE_DATE, "sent", date(2026, 1, 2), "2026-01-02"),
        (g.RELATIVE_DATE, "sent", "", ""),
        (g.ISO8601, "sent", "", ""),
        (g.ISO8601, "sent", "2026-01-02 03:04:05", "2026-01-02T03:04:05Z"),
        (
            g.ISO8601,
            "sent",
            datetime(2026, 1, 2, 3, 4, 5, 6, tzinfo=timezone(timedelta(hours=1))),
            "2026-01-02T02:04:05.000006Z",
        ),
        (
            g.RFC2822,
            "sent",
            datetime(2026, 1, 2, 3, 4, 5, tzinfo=timezone(timedelta(hours=-1, minutes=-30))),
            "Fri, 02 Jan 2026 03:04:05 -0130",
        ),
        (g.RFC2822, "sent", "2026-01-02T03:04:05Z", "Fri, 02 Jan 2026 03:04:05 +0000"),
        (
            g.RFC2822,
            "sent",
            datetime(2026, 1, 2, 3, 4, 5, tzinfo=timezone(timedelta(seconds=30))),
            "Fri, 02 Jan 2026 03:04:05 +0000",
        ),
        (
            g.RFC2822,
            "sent",
            datetime(2026, 1, 2, 3, 4, 5),
            ValueError("a date and time needs a time zone; this one has none"),
        ),
        (A, "sent", "x", "x"),
        (A, "sent", 5, "5"),
        (A, "sent", Decimal("1.50"), "1.50"),
        (
            A,
            "sent",
            {"a": "\ud800"},
            ValueError("it holds '\\ud800', half of a character, which cannot be written"),
        ),
        (g.TEXT, "from_text", "", None),
        (g.TEXT, "from_text", " ", " "),
        (g.TEXT, "from_text", " x", " x"),
        (g.TEXT, "from_text", "\n x \n", "x"),
        (g.TEXT, "from_text", "\n x", "\n x"),
        (g.TEXT, "from_text", "x \n", "x \n"),
        (g.TEXT, "from_text", " /x ", "/x"),
        (g.TEXT, "from_text", " https://x ", "https://x"),
        (g.TEXT, "from_text", " /x y ", " /x y "),
        (g.TEXT, "from_text", "\n\n", None),
        (D, "from_text", " x ", "x"),
        (E, "from_text", "", None),
        (E, "from_text", " queued ", ParcelStatus.QUEUED),
        (g.INTEGER, "from_text", " 5 ", 5),
        (g.INTEGER, "from_text", " ", None),
        (g.BOOLEAN, "from_text", "1", True),
        (g.DATE, "from_text", " 2026-01-02 ", date(2026, 1, 2)),
        (g.ISO8601, "from_text", " ", None),
        (g.TEXT, "from_request", "", ""),
        (g.TEXT, "from_request", " x ", " x "),
        (D, "from_request", " ", ""),
        (D, "from_request", " x ", "x"),
        (E, "from_request", "", ""),
        (g.PHONE, "from_request", " +1 ", "+1"),
        (g.INTEGER, "from_request", " 5 ", 5),
        (
            g.INTEGER,
            "from_request",
            "5.",
            ValueError("it is not a whole number without a fraction"),
        ),
        (
            g.DECIMAL,
            "from_request",
            "",
            ValueError("it is empty, and this type has no empty value"),
        ),
        (g.DECIMAL, "from_request", "1.0", Decimal("1.0")),
        (g.BOOLEAN, "from_request", "True", True),
        (g.DATE, "from_request", "", ""),
        (g.RELATIVE_DATE, "from_request", " -5days ", "-5days"),
        (g.RELATIVE_DATE, "from_request", "x", ValueError("'x' is not a day (YYYY-MM-DD)")),
        (g.ISO8601, "from_request", " ", ""),
        (g.TEXT, "to_text", "x", "x"),
        (g.INTEGER, "to_text", 5, "5"),
        (g.DECIMAL, "to_text", Decimal("1E+2"), "100"),
        (g.DECIMAL, "to_text", Decimal("NaN"), "NaN"),
        (g.BOOLEAN, "to_text", None, "false"),
        (g.DATE, "to_text", date(2026, 1, 2), "2026-01-02"),
        (
            g.RFC2822,
            "to_text",
            datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC),
            "Fri, 02 Jan 2026 03:04:05 +0000",
        ),
        (E, "to_text", ParcelStatus.QUEUED, "queued"),
    ],
)
def test_a_value_of_a_type(type_: Type, method: str, value: object, expected: object):
    """What comes of it, and of which kind: 5 is not 5.0, and a member is not its text."""
    if isinstance(expected, Exception):
        with pytest.raises(type(expected)) as caught:
            getattr(type_, method)(value)
        assert str(caught.value) == str(expected)
    else:
        found = getattr(type_, method)(value)
        assert (type(found), repr(found)) == (type(expected), repr(expected))


@pytest.mark.parametrize(
    ("type_", "value", "expected"),
    [
        (g.TEXT, "x", [("Api", "x")]),
        (
            P,
            {"a": "b", "c": "d"},
            [("Api1.Name", "a"), ("Api1.Value", "b"), ("Api2.Name", "c"), ("Api2.Value", "d")],
        ),
        (P, [["a", "b"]], [("Api1.Name", "a"), ("Api1.Value", "b")]),
        (P, [], []),
        (C, {}, []),
        (
            C,
            {"a": {"b": 1, "c": {"d": "x"}}, "e": [1]},
            [("P.a.b", "1"), ("P.a.c.d", "x"), ("P.e", "[1]")],
        ),
        (C, {"a": {}}, []),
        (C, {"a": {5: 1}}, ValueError("text is needed, not int")),
        (C, "x", ValueError("a map of names is needed, not str")),
    ],
)
def test_what_a_value_is_sent_as(type_: Type, value: object, expected: object):
    """Names and texts, in order; what lies within others is sent under the names that lead there."""
    if isinstance(expected, Exception):
        with pytest.raises(type(expected)) as caught:
            type_.parameters("Api", value)
        assert str(caught.value) == str(expected)
    else:
        assert type_.parameters("Api", value) == expected
