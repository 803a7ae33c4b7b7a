"""What errors say, to the last word: each is a sentence that somebody reads in a log.

The beginning is the error's class. A text is a promise here as a value is elsewhere: what was wrong,
where, and what would have been taken.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from acme_ops.api.parcel import (
    CreateParcel,
    CreateParcelRequest,
    DeleteParcel,
    GetParcel,
    Parcel,
    ParcelHandling,
    ParcelStatus,
    QueryParcel,
    UpdateParcel,
    UpdateParcelRequest,
)
from in_memory import ACCOUNT, PARCEL, TOKEN, Service

from twilio_ops_runtime import (
    Connection,
    Document,
    Exchange,
    MemoryCache,
    Request,
    Retry,
    SqliteCache,
    Timeout,
    compose,
    webhooks,
    with_response,
)
from twilio_ops_runtime import generated as g

CONNECTION = Service().connection

VALUES = [
    (lambda: g.INTEGER.sent("5"), "ValueError: a whole number is needed, not str"),
    (lambda: g.INTEGER.sent(True), "ValueError: a whole number is needed, not bool"),
    (lambda: g.IntegerType(1, 5).sent(0), "ValueError: 0 is less than 1"),
    (lambda: g.IntegerType(1, 5).sent(6), "ValueError: 6 is more than 5"),
    (
        lambda: g.IntegerType(1, 5).from_request("1.0"),
        "ValueError: it is not a whole number without a fraction",
    ),
    (
        lambda: g.INTEGER.from_request(""),
        "ValueError: it is empty, and this type has no empty value",
    ),
    (lambda: g.INTEGER.from_json([1]), "ValueError: one value was expected, not a list"),
    (lambda: g.INTEGER.from_json({}), "ValueError: one value was expected, not an object"),
    (lambda: g.INTEGER.from_json("x"), "ValueError: 'x' is not a whole number"),
    (lambda: g.INTEGER.from_json(1.5), "ValueError: 1.5 is not a whole number"),
    (lambda: g.DECIMAL.sent("5"), "ValueError: a Decimal is needed, not str"),
    (lambda: g.DECIMAL.sent(True), "ValueError: a Decimal is needed, not bool"),
    (lambda: g.DECIMAL.sent(Decimal("NaN")), "ValueError: NaN is not a number that can be sent"),
    (lambda: g.DECIMAL.from_json(True), "ValueError: True is not a decimal number"),
    (lambda: g.DECIMAL.from_json("1_000"), "ValueError: '1_000' is not a decimal number"),
    (lambda: g.BOOLEAN.sent(1), "ValueError: True or False is needed, not int"),
    (lambda: g.BOOLEAN.to_json("true"), "ValueError: True or False is needed, not str"),
    (lambda: g.BOOLEAN.from_json("yes"), "ValueError: 'yes' is neither true nor false"),
    (
        lambda: g.BOOLEAN.from_request(" "),
        "ValueError: it is empty, and this type has no empty value",
    ),
    (
        lambda: g.DATE.sent(datetime(2026, 1, 1, tzinfo=UTC)),
        "ValueError: a day is needed; the time of this date and time would be lost",
    ),
    (lambda: g.DATE.sent(5), "ValueError: a date is needed, not int"),
    (lambda: g.DATE.sent("2026-02-30"), "ValueError: '2026-02-30' is not a day (YYYY-MM-DD)"),
    (lambda: g.DATE.from_json(5), "ValueError: text was expected, not a number"),
    (
        lambda: g.RELATIVE_DATE.sent("soon"),
        "ValueError: 'soon' is not a day (YYYY-MM-DD) and no offset such as -30days",
    ),
    (lambda: g.RELATIVE_DATE.sent(5), "ValueError: a date is needed, not int"),
    (lambda: g.ISO8601.sent(date(2026, 1, 1)), "ValueError: an aware datetime is needed, not date"),
    (
        lambda: g.ISO8601.sent(datetime(2026, 1, 1)),
        "ValueError: a date and time needs a time zone; this one has none",
    ),
    (lambda: g.ISO8601.sent("soon"), "ValueError: 'soon' is not a date and time"),
    (lambda: g.ISO8601.from_json(5), "ValueError: text was expected, not a number"),
    (
        lambda: g.PHONE.sent("131155"),
        "ValueError: '131155' is not a phone number in E.164 (+13115556789)",
    ),
    (lambda: g.PHONE.sent(5), "ValueError: text is needed, not int"),
    (lambda: g.TEXT.sent(5), "ValueError: text is needed, not int"),
    (lambda: g.TEXT.from_json([]), "ValueError: text was expected, not a list"),
    (lambda: g.TEXT.from_json({}), "ValueError: text was expected, not an object"),
    (
        lambda: g.TEXT.from_json("\ud800"),
        "ValueError: it holds '\\ud800', half of a character, which cannot be written",
    ),
    (
        lambda: g.SID.sent("x"),
        "ValueError: 'x' is not a Sid: two letters and 32 hexadecimal digits are needed",
    ),
    (
        lambda: g.SidType("AA", "BB").sent("x"),
        "ValueError: 'x' is not AA…/BB…: two letters and 32 hexadecimal digits are needed",
    ),
    (lambda: g.SidType("AA").sent(5), "ValueError: text is needed, not int"),
    (lambda: g.EnumType(ParcelStatus).sent(5), "ValueError: text is needed, not int"),
    (lambda: g.EnumType(ParcelStatus).from_json([]), "ValueError: text was expected, not a list"),
    (
        lambda: g.PairsType(1).pairs([("a", "b"), ("c", "d")]),
        "ValueError: 2 pairs are more than the 1 that are taken",
    ),
    (lambda: g.PairsType(1).pairs([("a",)]), "ValueError: names and values are needed in pairs"),
    (lambda: g.PairsType(1).pairs("ab"), "ValueError: a sequence of values is needed, not str"),
    (lambda: g.PairsType(1).pairs([("a", 5)]), "ValueError: text is needed, not int"),
    (lambda: g.PairsType(1).sent({}), "ValueError: pairs cannot be sent as one value"),
    (lambda: g.ListType("x", g.TEXT).sent([]), "ValueError: a list cannot be sent as one value"),
    (lambda: g.MapType(g.TEXT).sent({}), "ValueError: a map cannot be sent as one value"),
    (
        lambda: g.StructType(ParcelHandling).sent({}),
        "ValueError: a nested value cannot be sent as one value",
    ),
    (lambda: g.URI_MAP.sent({}), "ValueError: a nested value cannot be sent as one value"),
    (lambda: g.URI_MAP.from_json({"a": 5}), "ValueError: .a: text was expected, not a number"),
    (lambda: g.URI_MAP.from_json("x"), "ValueError: an object of addresses was expected, not str"),
    (
        lambda: g.URI_MAP.from_json([5]),
        "ValueError: an object of addresses was expected, not a list",
    ),
    (
        lambda: g.ListType("x", g.INTEGER).from_json(5),
        "ValueError: a list was expected, not a number",
    ),
    (
        lambda: g.ListType("x", g.INTEGER).from_json([1, "x"]),
        "ValueError: [1]: 'x' is not a whole number",
    ),
    (
        lambda: g.ListType("x", g.INTEGER).to_json("ab"),
        "ValueError: a sequence of values is needed, not str",
    ),
    (
        lambda: g.ListType("x", g.INTEGER).to_json([1, "x"]),
        "ValueError: [1]: a whole number is needed, not str",
    ),
    (lambda: g.MapType(g.INTEGER).from_json(5), "ValueError: an object was expected, not a number"),
    (
        lambda: g.MapType(g.INTEGER).from_json({"a": "x"}),
        "ValueError: .a: 'x' is not a whole number",
    ),
    (lambda: g.MapType(g.INTEGER).to_json([]), "ValueError: a mapping is needed, not list"),
    (
        lambda: g.StructType(ParcelHandling).from_json(5),
        "ValueError: an object was expected, not a number",
    ),
    (
        lambda: g.StructType(ParcelHandling).to_json(5),
        "ValueError: ParcelHandling is needed, not int",
    ),
    (
        lambda: g.StructType(ParcelHandling).to_json({"x": 1}),
        "ValueError: ParcelHandling has no field 'x'",
    ),
    (
        lambda: g.StructType(ParcelHandling).to_json({"fragile": 1}),
        "ValueError: .fragile: True or False is needed, not int",
    ),
    (
        lambda: g.StructType(ParcelHandling).record_of(5),
        "ValueError: ParcelHandling is needed, not int",
    ),
    (
        lambda: g.CollapsibleMapType("P").parameters("P", []),
        "ValueError: a map of names is needed, not a list",
    ),
    (
        lambda: g.CollapsibleMapType("P").parameters("P", {5: 1}),
        "ValueError: text is needed, not int",
    ),
]

CALLS = [
    (
        lambda: GetParcel(CONNECTION, fields="Sid"),
        "ParameterError: fields takes several values, not one str: put it into a list",
    ),
    (
        lambda: GetParcel(CONNECTION, fields=[]),
        "ParameterError: fields is empty: leave it out to get all",
    ),
    (
        lambda: GetParcel(CONNECTION, fields=["Nope"]),
        "ParameterError: Parcel has no field 'Nope'; it has Sid, OfficeSid, PostedAt, SentAt, From, To, Status, Weight, Pieces, Insured, Marks, Handling, Customs, Parcel, Uri, RelatedUris",
    ),
    (
        lambda: GetParcel(CONNECTION, fields=[5]),
        "ParameterError: Parcel has no field 5; it has Sid, OfficeSid, PostedAt, SentAt, From, To, Status, Weight, Pieces, Insured, Marks, Handling, Customs, Parcel, Uri, RelatedUris",
    ),
    (
        lambda: GetParcel(CONNECTION, fields=5),
        "ParameterError: fields takes several values, not one int: put it into a list",
    ),
    (
        lambda: QueryParcel(CONNECTION, page_size=0),
        "ParameterError: page_size is between 1 and 1000, not 0",
    ),
    (
        lambda: QueryParcel(CONNECTION, page_size=1001),
        "ParameterError: page_size is between 1 and 1000, not 1001",
    ),
    (
        lambda: QueryParcel(CONNECTION, page_size="5"),
        "ParameterError: page_size is between 1 and 1000, not '5'",
    ),
    (
        lambda: QueryParcel(CONNECTION, page_size=True),
        "ParameterError: page_size is between 1 and 1000, not True",
    ),
    (
        lambda: QueryParcel(CONNECTION, limit=-1),
        "ParameterError: limit is a whole number from 0 on, not -1",
    ),
    (
        lambda: QueryParcel(CONNECTION, limit=True),
        "ParameterError: limit is a whole number from 0 on, not True",
    ),
    (
        lambda: QueryParcel(CONNECTION, filters=QueryParcel.status.equals("x")),
        "FilterError: EqualsFilter('Status') is not a filter with an operator and a value",
    ),
    (
        lambda: QueryParcel(CONNECTION, filters=[5]),
        "FilterError: 5 is not a filter with an operator and a value",
    ),
    (
        lambda: QueryParcel(CONNECTION, filters=[g.EqualsFilter("Other").equals("x")]),
        "FilterError: filter Other is not of this object; it has Route, SentAt, Status",
    ),
    (
        lambda: QueryParcel(
            CONNECTION, filters=[QueryParcel.status.equals("x"), QueryParcel.status.equals("y")]
        ),
        "FilterError: filter Status is given twice, with different values",
    ),
    (
        lambda: QueryParcel(CONNECTION).run(None, {"Status": "x"}),
        "ParameterError: QueryParcel: Status is a filter, not a parameter; give it as filters=[QueryParcel.status.equals(...)]",
    ),
    (
        lambda: QueryParcel(CONNECTION).run(None, {"sent_at": "x"}),
        "ParameterError: QueryParcel: SentAt is a filter, not a parameter; give it as filters=[QueryParcel.sent_at.on(...)]",
    ),
    (
        lambda: QueryParcel(CONNECTION).run(None, {"Nope": "x"}),
        "ParameterError: QueryParcel has no parameter 'Nope'; it has none",
    ),
    (
        lambda: GetParcel(CONNECTION).run(PARCEL, {"Nope": "x"}),
        "ParameterError: GetParcel has no parameter 'Nope'; it has IncludeLost, X-Trace",
    ),
    (
        lambda: DeleteParcel(CONNECTION).run(PARCEL, {"Nope": "x"}),
        "ParameterError: DeleteParcel has no parameter 'Nope'; it has none",
    ),
    (
        lambda: CreateParcel(CONNECTION)(to="131155"),
        "ParameterError: CreateParcel: at least one of PickupUrl, DepotSid is required; To: '131155' is not a phone number in E.164 (+13115556789)",
    ),
    (
        lambda: CreateParcel(CONNECTION)(to="+13115556789"),
        "ParameterError: CreateParcel: at least one of PickupUrl, DepotSid is required",
    ),
    (
        lambda: CreateParcel(CONNECTION)(to=None, pieces="x", weight="y"),
        "ParameterError: CreateParcel: To is required; at least one of PickupUrl, DepotSid is required; Weight: a Decimal is needed, not str; Pieces: a whole number is needed, not str",
    ),
    (
        lambda: CreateParcel(CONNECTION)(to="+13115556789", depot_sid="x", mark="ab"),
        "ParameterError: CreateParcel: DepotSid: 'x' is not DE…: two letters and 32 hexadecimal digits are needed; Mark: a sequence of values is needed, not str",
    ),
    (
        lambda: UpdateParcel(CONNECTION)(PARCEL),
        "ParameterError: UpdateParcel: nothing would change: give at least one of Note, Status",
    ),
    (
        lambda: UpdateParcel(CONNECTION)(PARCEL, note="\ud800"),
        "ParameterError: UpdateParcel: Note: it holds '\\ud800', half of a character, which cannot be written",
    ),
    (
        lambda: GetParcel(CONNECTION).replace(timeout=5),
        "ConfigurationError: timeout takes a Timeout, not 5",
    ),
    (
        lambda: GetParcel(CONNECTION).replace(headers=[]),
        "ConfigurationError: headers takes text by name, not list",
    ),
    (
        lambda: GetParcel(CONNECTION).replace(headers={"a b": "x"}),
        "ConfigurationError: headers takes names of header fields, not str",
    ),
    (
        lambda: GetParcel(CONNECTION).replace(headers={5: "x"}),
        "ConfigurationError: headers takes names of header fields, not 5",
    ),
    (
        lambda: GetParcel(CONNECTION).replace(headers={"A": 5}),
        "ConfigurationError: the header A takes text that a header field can carry, not 5",
    ),
    (
        lambda: GetParcel(CONNECTION).replace(headers={"A": "x\n"}),
        "ConfigurationError: the header A takes text that a header field can carry, not str",
    ),
    (
        lambda: GetParcel(CONNECTION).replace(headers={"Host": "x"}),
        "ConfigurationError: the header Host is sent by the operation itself",
    ),
    (
        lambda: Connection(ACCOUNT, TOKEN, timeout=5),
        "ConfigurationError: timeout takes a Timeout, not 5",
    ),
    (lambda: Connection(ACCOUNT, TOKEN, retry=5), "ConfigurationError: retry takes a Retry, not 5"),
    (
        lambda: Connection(ACCOUNT, TOKEN, clock=5),
        "ConfigurationError: clock takes a RetryClock, not 5",
    ),
    (
        lambda: Connection(ACCOUNT, TOKEN, send=5),
        "ConfigurationError: send takes what can be called, or None, not 5",
    ),
    (
        lambda: Connection(ACCOUNT, TOKEN, on_attempt=5),
        "ConfigurationError: on_attempt takes what can be called, or None, not 5",
    ),
    (
        lambda: Connection(ACCOUNT, TOKEN, max_answer=0),
        "ConfigurationError: max_answer takes a whole number of at least 1, not 0",
    ),
    (
        lambda: Connection(ACCOUNT, TOKEN, max_answer=True),
        "ConfigurationError: max_answer takes a whole number of at least 1, not True",
    ),
    (
        lambda: Connection(ACCOUNT, TOKEN, pool_size=0),
        "ConfigurationError: pool_size takes a whole number of at least 1, not 0",
    ),
    (
        lambda: Connection(ACCOUNT, TOKEN, pool_size="5"),
        "ConfigurationError: pool_size takes a whole number of at least 1, not str",
    ),
    (
        lambda: Connection(ACCOUNT, TOKEN, region="US 1"),
        "ConfigurationError: region is one lower-case word, such as us1 or dublin",
    ),
    (lambda: Connection(ACCOUNT, TOKEN, edge=5), "ConfigurationError: edge is text, not int"),
    (
        lambda: Connection(ACCOUNT, TOKEN, edge="a-"),
        "ConfigurationError: edge is one lower-case word, such as us1 or dublin",
    ),
    (
        lambda: Connection(ACCOUNT, TOKEN, base_url=5),
        "ConfigurationError: base_url is text, not int",
    ),
    (
        lambda: Connection(ACCOUNT, TOKEN, base_url="https://a b"),
        "ConfigurationError: base_url has white space or control characters in it",
    ),
    (
        lambda: Connection(ACCOUNT, TOKEN, base_url="https://u:p@h"),
        "ConfigurationError: base_url has no credentials in it",
    ),
    (
        lambda: Connection(ACCOUNT, TOKEN, base_url="ftp://h"),
        "ConfigurationError: base_url is an http or https address without query or fragment",
    ),
    (
        lambda: Connection(ACCOUNT, TOKEN, base_url="https://h?x=1"),
        "ConfigurationError: base_url is an http or https address without query or fragment",
    ),
    (
        lambda: Connection(ACCOUNT, TOKEN, base_url="http://h"),
        "ConfigurationError: credentials would travel in the clear to h: use https, or allow_insecure=True",
    ),
    (
        lambda: Connection(ACCOUNT, TOKEN, proxies=[]),
        "ConfigurationError: proxies are addresses by scheme: {'https': 'http://host:port'}",
    ),
    (
        lambda: Connection(ACCOUNT, TOKEN, proxies={"ftp": "http://h:1"}),
        "ConfigurationError: a scheme of proxies is http, https or all, with or without ://host behind it",
    ),
    (
        lambda: Connection(ACCOUNT, TOKEN, proxies={"http": "h:x"}),
        "ConfigurationError: an address of proxies is host:port, with or without http://",
    ),
    (
        lambda: Connection(ACCOUNT, TOKEN, proxies={"http": 5}),
        "ConfigurationError: an address of proxies is text, not int",
    ),
    (
        lambda: Connection(ACCOUNT, TOKEN, proxies={5: "h:1"}),
        "ConfigurationError: a scheme of proxies is text, not int",
    ),
    (lambda: Connection(5, TOKEN), "ConfigurationError: account_sid is text, not int"),
    (lambda: Connection(None, TOKEN), "ConfigurationError: account_sid is text, not None"),
    (
        lambda: Connection("x", TOKEN),
        "ConfigurationError: account_sid is two letters and 32 hexadecimal digits; 1 characters were given",
    ),
    (
        lambda: Connection(ACCOUNT),
        "ConfigurationError: give an auth_token, or an api_key with its api_secret",
    ),
    (
        lambda: Connection(ACCOUNT, TOKEN, api_key="x"),
        "ConfigurationError: api_key is two letters and 32 hexadecimal digits; 1 characters were given",
    ),
    (
        lambda: Connection(ACCOUNT, TOKEN, api_secret="x"),
        "ConfigurationError: give an auth_token, or an api_key with its api_secret: not both",
    ),
    (
        lambda: Connection(ACCOUNT, api_secret="x"),
        "ConfigurationError: give an auth_token, or an api_key with its api_secret",
    ),
    (
        lambda: Connection(ACCOUNT, ""),
        "ConfigurationError: the auth_token or api_secret is empty, or has spaces around it",
    ),
    (
        lambda: Connection(ACCOUNT, " x"),
        "ConfigurationError: the auth_token or api_secret is empty, or has spaces around it",
    ),
    (lambda: Connection(ACCOUNT, 5), "ConfigurationError: auth_token is text, not int"),
    (
        lambda: Connection(ACCOUNT, api_key="SK" + "0" * 32, api_secret=5),
        "ConfigurationError: api_secret is text, not int",
    ),
    (
        lambda: Connection(ACCOUNT, TOKEN, ca_bundle="/nope"),
        "ConfigurationError: there is no certificate bundle /nope",
    ),
    (lambda: Timeout(0), "ConfigurationError: a time-out is a finite number of seconds above 0"),
    (
        lambda: Timeout(read=float("inf")),
        "ConfigurationError: a time-out is a finite number of seconds above 0",
    ),
    (lambda: Retry(0), "ConfigurationError: max_attempts counts the first attempt: at least 1"),
    (lambda: Retry(cap=-1), "ConfigurationError: the times of a Retry are seconds from 0 on"),
    (
        lambda: Retry(max_seconds=float("nan")),
        "ConfigurationError: the times of a Retry are seconds from 0 on",
    ),
    (
        lambda: CONNECTION.url_for("x y", "/"),
        "ConfigurationError: the service's host is not a host name",
    ),
    (
        lambda: CONNECTION.url_for("api.acme.example", "x"),
        "ConfigurationError: a path begins with /",
    ),
    (
        lambda: CONNECTION.next_url("https://evil.example/x", "api.acme.example"),
        "ForeignAddress: the answer points to an address that is not of api.acme.example",
    ),
    (
        lambda: Connection(ACCOUNT, TOKEN, edge="dublin").url_for("api.acme.example", "/"),
        "ConfigurationError: no region of api.acme.example is known: give one with the edge",
    ),
    (
        lambda: CONNECTION.send(Request("GET", "https://evil.example/")),
        "ForeignAddress: credentials are sent only to addresses the connection has made",
    ),
    (
        lambda: MemoryCache(5),  # type: ignore[arg-type]
        "ConfigurationError: a document cache takes element paths by index, not 5",
    ),
    (
        lambda: MemoryCache({}),
        "ConfigurationError: a document cache takes at least one index, not dict",
    ),
    (
        lambda: MemoryCache({"a": []}),
        "ConfigurationError: the index 'a' takes a list of element paths, at least one, not list",
    ),
    (
        lambda: MemoryCache({"a": [""]}),
        "ConfigurationError: the index 'a' takes a list of element paths, not list",
    ),
    (
        lambda: MemoryCache({"a": "x"}),
        "ConfigurationError: the index 'a' takes a list of element paths, not str",
    ),
    (
        lambda: MemoryCache({"a": ["x"]}).find("b", "x"),
        "LookupError: the cache has no index 'b'; it has a",
    ),
    (lambda: MemoryCache({"a": ["x"]}).find("a"), "LookupError: the index 'a' has 1 keys, not 0"),
    (
        lambda: MemoryCache({"a": ["x"]}).find("a", 5),
        "LookupError: the keys of an index are text, not int",
    ),
    (lambda: SqliteCache.existing("/nope"), "ConfigurationError: /nope: there is no such cache"),
    (lambda: Document.of(5), "TypeError: a document is bytes, text, a path or an element, not int"),
    (lambda: Document.of(""), "ProfileError: the document cannot be read: it is empty"),
    (lambda: Document.of("x"), "ProfileError: the document cannot be read: it is not XML"),
    (
        lambda: Document.of("<a>"),
        "ProfileError: the document cannot be read: it is not well formed XML: Premature end of data in tag a line 1, line 1, column 4",
    ),
    (lambda: Document.of("<html>"), "ProfileError: the document cannot be read: it is a web page"),
    (
        lambda: Document.of("<!DOCTYPE html><a/>"),
        "ProfileError: the document cannot be read: it is a web page",
    ),
    (
        lambda: Document.of("<!DOCTYPE a><a/>"),
        "ProfileError: the document cannot be read: it has a document type definition, which is never accepted",
    ),
    (
        lambda: Parcel.from_document("<x/>"),
        "ProfileError: it is no document of Parcel: its root is x, not PostAnswer",
    ),
    (
        lambda: Parcel.from_document("<PostAnswer/>"),
        "ProfileError: it is no document of Parcel: PostAnswer holds 0 elements where one was expected",
    ),
    (
        lambda: Parcel.from_document("<PostAnswer><Scan/></PostAnswer>"),
        "ProfileError: it is no document of Parcel: PostAnswer holds Scan, not Parcel",
    ),
    (
        lambda: Parcel.from_document("<html/>"),
        "ProfileError: it is no document of Parcel: it is a web page",
    ),
    (
        lambda: Parcel.from_document(
            "<PostAnswer><Parcel><Pieces>x</Pieces><Marks><Mark/><Nope/></Marks></Parcel></PostAnswer>"
        ),
        "ProfileError: Parcel/Pieces: 'x' is not a whole number; Parcel/Marks: it holds Nope where Mark was expected",
    ),
    (
        lambda: Parcel.from_document(
            "<PostAnswer><Parcel><Pieces><x/></Pieces><Marks>x</Marks><Handling><Fragile>x</Fragile></Handling></Parcel></PostAnswer>"
        ),
        "ProfileError: Parcel/Pieces: it holds elements where a value was expected; Parcel/Marks: it holds text where elements were expected; Parcel/Handling/Fragile: 'x' is neither true nor false",
    ),
    (lambda: CreateParcelRequest.from_document("<Parcel/>"), "ProfileError: Parcel lacks To"),
    (
        lambda: CreateParcelRequest.from_document("<x/>"),
        "ProfileError: the root of a request of CreateParcel is Parcel, not x",
    ),
    (
        lambda: CreateParcelRequest.from_document(
            "<Parcel><To>+13115556789</To><To>+13115556789</To></Parcel>"
        ),
        "ProfileError: line 1: Parcel/To: it is there twice, and is not repeated",
    ),
    (
        lambda: CreateParcelRequest.from_document("<Parcel><Nope/></Parcel>"),
        "ProfileError: line 1: Parcel/Nope: CreateParcel does not take it",
    ),
    (
        lambda: CreateParcelRequest.from_document(
            "<Parcel><ParentSid>x</ParentSid><ParentSid>x</ParentSid></Parcel>"
        ),
        "ProfileError: line 1: Parcel/ParentSid: it is there twice",
    ),
    (
        lambda: CreateParcelRequest.from_document("<Parcel><ParentSid><x/></ParentSid></Parcel>"),
        "ProfileError: line 1: Parcel/ParentSid: it holds elements where text was expected",
    ),
    (
        lambda: CreateParcelRequest.from_document("<Parcel><Extra><Name/></Extra></Parcel>"),
        "ProfileError: line 1: Parcel/Extra: a pair has exactly one Name and one Value",
    ),
    (
        lambda: CreateParcelRequest.from_document(
            "<Parcel><Pieces><x/></Pieces><Pieces/></Parcel>"
        ),
        "ProfileError: line 1: Parcel/Pieces: it holds elements where text was expected; line 1: Parcel/Pieces: it is empty, and this type has no empty value",
    ),
    (
        lambda: list(GetParcel(CONNECTION).process("x")),
        "ParameterError: sids takes several values, not one str: put it into a list",
    ),
    (
        lambda: list(GetParcel(CONNECTION).process([], properties=[])),
        "ParameterError: properties takes text by name, not list",
    ),
    (
        lambda: list(GetParcel(CONNECTION).process([], properties={"a": 5})),
        "ParameterError: properties takes text by name, and 'a' is int",
    ),
    (
        lambda: list(CreateParcel(CONNECTION).process(b"x")),
        "ParameterError: documents takes several values, not one bytes: put it into a list",
    ),
    (
        lambda: list(CreateParcel(CONNECTION).process([5])),
        "ProcessStopped: stopped at input 0: the document cannot be read: a document is bytes, text, a path or an element, not int",
    ),
    (
        lambda: list(CreateParcel(CONNECTION).process([(1, 2, 3)])),
        "ProcessStopped: stopped at input 0: CreateParcel takes a document, or a CreateParcelRequest, or a Sid and one, not int, int, int",
    ),
    (
        lambda: list(CreateParcel(CONNECTION).process([("x", UpdateParcelRequest())])),
        "ProcessStopped: stopped at input 0: CreateParcel takes a document, or a CreateParcelRequest, or a Sid and one, not str, UpdateParcelRequest",
    ),
    (
        lambda: list(DeleteParcel(CONNECTION).process([("x", 5)])),
        "ProcessStopped: stopped at input 0: DeleteParcel takes a document, or a Sid and None, not str, int",
    ),
    (lambda: with_response(5), "TypeError: with_response takes an operation, not int"),
    (
        lambda: Exchange(1, []).response,
        "LookupError: nothing has been sent yet: a list is asked for when it is used",
    ),
    (
        lambda: Parcel().sid,
        "FieldNotPresent: Parcel.sid is not set: the answer did not carry it, or it was not among the fields asked for",
    ),
    (lambda: Parcel().nope, "AttributeError: 'Parcel' object has no attribute 'nope'"),
    (
        lambda: ParcelHandling(fragile=True).xray,
        "FieldNotPresent: ParcelHandling.xray is not set: the answer did not carry it, or it was not among the fields asked for",
    ),
    (
        lambda: webhooks.sign("x", "y", algorithm="MD5"),
        "ValueError: algorithm is HMAC_SHA1 or HMAC_SHA256, not 'MD5'",
    ),
    (
        lambda: QueryParcel.sent_at.before("soon"),
        "FilterError: filter SentAt: 'soon' is neither YYYY-MM-DD HH:MM:SS nor YYYY-MM-DD",
    ),
    (
        lambda: QueryParcel.sent_at.before(5),
        "FilterError: filter SentAt: 5 is neither a time nor a day",
    ),
    (
        lambda: QueryParcel.sent_at.before(datetime(2026, 1, 1)),
        "FilterError: filter SentAt: 2026-01-01 00:00:00 has no time zone; give one, or text, which is read in UTC",
    ),
    (
        lambda: QueryParcel.sent_at.before("0001-01-01"),
        "FilterError: filter SentAt: the year of 0001-01-01 is out of range",
    ),
    (
        lambda: g.InstantFilter("A", None).before("2026-01-01 00:00:00.5"),
        "FilterError: filter A: the API takes whole seconds only, and the record has no field to compare 2026-01-01 00:00:00.5 with",
    ),
    (
        lambda: g.InstantFilter("A", None).on("2026-01-01 12:00:00"),
        "FilterError: filter A: the API takes whole days only, and the record has no field to compare 2026-01-01 12:00:00 with",
    ),
    (
        lambda: g.DayFilter("A", None).after("2026-01-01 00:00:00"),
        "FilterError: filter A: the API takes whole days only, and the record has no field to compare 2026-01-01 00:00:00 with",
    ),
    (
        lambda: g.InstantFilter("A", None, ("before",)).on("2026-01-01"),
        "FilterError: filter A: the API has no equals for it",
    ),
    (
        lambda: g.InstantFilter("A", "x", ("before",)).equals("2026-01-01 00:00:00"),
        "FilterError: filter A: the API has no equals for it",
    ),
    (
        lambda: g.InstantFilter("A", "x", ("before",)).after("2026-01-01"),
        "FilterError: filter A: the API has no after for it",
    ),
    (lambda: QueryParcel.status.equals(5), "FilterError: filter Status: text is needed, not int"),
    (
        lambda: compose(),
        "SidError: a composed Sid needs at least one part, and no part may be empty",
    ),
    (
        lambda: compose("a", ""),
        "SidError: a composed Sid needs at least one part, and no part may be empty",
    ),
]


@pytest.mark.parametrize(("call", "said"), VALUES + CALLS, ids=[said for _, said in VALUES + CALLS])
def test_an_error_says_what_is_wrong(call: Callable[[], object], said: str) -> None:
    """Exactly this: the value, the place, and what is taken there."""
    with pytest.raises(Exception) as caught:  # the class is part of what is said
        call()
    assert f"{type(caught.value).__name__}: {caught.value}" == said
