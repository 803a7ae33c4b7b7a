"""Limits at their edges, settings that nobody gave, and what things look like when they are shown."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from datetime import UTC, datetime
from http.client import HTTPException
from io import BufferedReader, BytesIO, RawIOBase
from typing import Any

import pytest
from acme_ops._service import SERVICE
from acme_ops.api.depot import CreateDepot
from acme_ops.api.parcel import (
    CreateParcel,
    CreateParcelRequest,
    GetParcel,
    Parcel,
    ParcelStatus,
    QueryParcel,
)
from in_memory import ACCOUNT, DEPOT, PARCEL, TOKEN, Service, parcel_json

from twilio_ops_runtime import (
    Archiving,
    Attempt,
    Connection,
    CurrentDate,
    Diagnosis,
    Document,
    ElementValue,
    HealthCheck,
    MemoryCache,
    Options,
    Origin,
    OutcomeUnknown,
    ParameterError,
    ProcessStopped,
    Profile,
    ProfileError,
    Request,
    Response,
    Result,
    Retry,
    RetryClock,
    Timeout,
    TransportError,
    UnconfirmedServerError,
    errors,
    is_sid,
    webhooks,
)
from twilio_ops_runtime import generated as g
from twilio_ops_runtime.documents.process import MOST_BYTES, MOST_KEPT
from twilio_ops_runtime.documents.values import RunTimeContext
from twilio_ops_runtime.formats import tree
from twilio_ops_runtime.formats.base import DecodeError, check_parts, error_code
from twilio_ops_runtime.formats.decoder import following
from twilio_ops_runtime.formats.json_values import loads
from twilio_ops_runtime.http import pool
from twilio_ops_runtime.http.messages import Headers
from twilio_ops_runtime.http.redact import sent_parameters
from twilio_ops_runtime.http.transport import RequestsTransport
from twilio_ops_runtime.package_format import FORMAT, check_format
from twilio_ops_runtime.parameters import encode
from twilio_ops_runtime.types import text
from twilio_ops_runtime.types.base import Remembered
from twilio_ops_runtime.version import __version__


def defaults_of(taken: Callable[..., Any]) -> dict[str, Any]:
    parameters = inspect.signature(taken).parameters.values()
    return {one.name: one.default for one in parameters if one.default is not one.empty}


@pytest.mark.parametrize(
    ("taken", "defaults"),
    [
        (Timeout, {"connect": 5.0, "read": 60.0, "total": 300.0}),
        (Retry, {"max_attempts": 6, "max_seconds": 120.0, "base": 0.5, "cap": 20.0}),
        (
            Connection,
            {
                **dict.fromkeys(("auth_token", "api_key", "api_secret", "region", "edge")),
                **dict.fromkeys(("base_url", "proxies", "ca_bundle", "send", "on_attempt")),
                "allow_insecure": False,
                "timeout": Timeout(),
                "retry": Retry(),
                "max_answer": 16 * 1024 * 1024,
                "pool_size": 32,
                "clock": RetryClock(),
            },
        ),
        (
            RequestsTransport,
            {
                "timeout": Timeout(),
                "proxies": None,
                "ca_bundle": None,
                "pool_size": 32,
                "idle": 20.0,
            },
        ),
        (
            Options,
            {
                "return_application_error_responses": False,
                "tracked_fields": (),
                **dict.fromkeys(("stop_on", "tracking_direction", "archiving", "document_cache")),
            },
        ),
        (
            GetParcel,
            {"fields": None, "options": None, "unknown": False},
        ),
        (
            QueryParcel,
            {
                **dict.fromkeys(("fields", "page_size", "limit", "options")),
                "filters": (),
                "unknown": False,
            },
        ),
        (CreateParcel, {"options": None, "unknown": False}),
        (
            GetParcel.process,
            {"sids": (None,), "parameters": {}, "properties": {}, "sid": None},
        ),
        (CreateParcel.process, {"properties": {}}),
        (Profile, {"tolerant": True, "accepts": ()}),
        (HealthCheck, dict.fromkeys(("host", "path", "state", "active"))),
        (Diagnosis, dict.fromkeys(("status", "code", "request_id"))),
        (Attempt, dict.fromkeys(("status", "request_id", "failure", "wait"))),
        (
            Request,
            {
                "headers": {},
                "body": None,
                "timeout": None,
                "secret": frozenset(),
                "signed": True,
                "service": None,
            },
        ),
        (Response, {"headers": (), "body": b""}),
        (RunTimeContext, {"document": None, "index": 0, "properties": {}}),
        (ElementValue, {"of": "tracked"}),
        (CurrentDate, {"mask": "%Y-%m-%d %H:%M:%S"}),
        (Document, {"source": None}),
        (Origin, {"line": None}),
        (Archiving, {"secrets": False}),
        (Connection.url_for, {"region": None}),
        (Connection.next_url, {"region": None}),
        (Connection.send, {"expected": ()}),
        (GetParcel.run, {"sid": None, "parameters": {}}),
        (GetParcel.document, {"sid": None, "parameters": {}}),
        (QueryParcel.run, {"parent": None, "parameters": {}}),
        (QueryParcel.documents, {"sid": None, "parameters": {}}),
        (CreateParcel.run, {"parent": None}),
        (CreateParcelRequest.to_document, {"sid": None}),
        (webhooks.sign, {"form": (), "algorithm": "HMAC_SHA1"}),
        (webhooks.is_signed, {"form": (), "body": None, "settings": None}),
        (g.Key, {"prefixes": (), "pattern": None, "literals": ()}),
        (g.EqualsFilter, {"type_": g.TEXT, "required": False, "repeated": False}),
        (
            g.InstantFilter,
            {"operators": ("equals", "before", "after"), "required": False},
        ),
        (
            g.required,
            {
                "type_": g.TEXT,
                "repeated": False,
                "location": "body",
                "secret": False,
                "xml": None,
            },
        ),
        (g.field, {"type_": g.TEXT, "json": None, "secret": False, "required": False}),
    ],
    ids=lambda value: getattr(value, "__qualname__", ""),
)
def test_what_nobody_gives_is_what_was_said(taken: Callable[..., Any], defaults: dict[str, Any]):
    """A default is a promise: who left it out relies on it."""
    found = defaults_of(taken)
    assert defaults == {name: found[name] for name in defaults}
    assert found.keys() - defaults.keys() <= {
        "first_index",
        "now",
    }  # the latter for tests
    assert found.get("first_index", 0) == 0


def test_a_spec_may_leave_out_what_is_usual():
    """Generated modules do, so these defaults are part of their format."""
    operation = g.OperationSpec("Thing", "Get", SERVICE, "GET", ("/x",), {})
    given = ("object", "action", "service", "method", "paths", "keys")
    left = {name: value for name, value in operation._asdict().items() if name not in given}
    empty = ("record", "redirect", "json_list", "key_parameter", "refused")
    assert left == {
        **dict.fromkeys((*empty, "request_profile", "response_profile", "max_page_size")),
        "root": "",
        "status": (200,),
        "cardinality": "one",
        "encoding": "none",
        "parameters": (),
        "either": (),
        "fixed": {},
        "paging": "none",
        "security": "basic",
    }
    service = g.ServiceSpec("package", "Title", "https://host.example")
    assert service.formats == ("json",) and service.suffixes is False
    assert (service.root, service.error) == ("Response", "Error")
    others = set(service._fields[3:]) - {"formats", "suffixes", "root", "error"}
    assert all(getattr(service, name) is None for name in others)
    record = g.RecordSpec("Thing", SERVICE)
    assert (record.item, record.list, record.accepts, record.fields) == (
        "",
        None,
        (),
        (),
    )
    row = g.ParameterSpec("a", "A", g.TEXT)
    assert row[3:] == (False, False, "body", False, None) and row.element == "A"


@pytest.mark.parametrize(
    ("shown", "expected"),
    [
        (Headers({"A": "x", "B": "y"}), "<Headers a, b>"),
        (Request("GET", "https://h/p?token=x"), "<Request GET /p, no body>"),
        (Request("POST", "https://h/p", body=b"abc"), "<Request POST /p, 3 bytes>"),
        (Document("<a/>"), "<Document of 4 bytes>"),
        (QueryParcel.sent_at, "InstantFilter('SentAt')"),
        (QueryParcel.status, "EqualsFilter('Status')"),
        (ParcelStatus.QUEUED, "ParcelStatus.QUEUED"),
        (ParcelStatus("lost"), "ParcelStatus('lost')"),
        (ParcelStatus("under-way"), "ParcelStatus.UNDER_WAY"),
        (GetParcel.response_profile, "<Profile GetParcel.response.xsd>"),
        (GetParcel(Service().connection), f"<GetParcel for {ACCOUNT}>"),
        (Connection(ACCOUNT, TOKEN), f"<Connection {ACCOUNT} by auth token>"),
        (
            Connection(ACCOUNT, api_key="SK" + "0" * 32, api_secret=TOKEN, edge="dublin"),
            f"<Connection {ACCOUNT} by API key at dublin>",
        ),
        (
            Connection(ACCOUNT, TOKEN, edge="dublin", region="ie1"),
            f"<Connection {ACCOUNT} by auth token at dublin.ie1>",
        ),
        (
            Connection(ACCOUNT, TOKEN, base_url="https://H.example/x/"),
            f"<Connection {ACCOUNT} by auth token at https://h.example/x>",
        ),
        (object.__new__(Connection), "<Connection, refused>"),
        (CreateParcelRequest(to="+1"), "CreateParcelRequest(to='+1')"),
        (TransportError("lost"), "TransportError('lost')"),
        (Parcel(pieces=5, parcel=None), "Parcel(pieces=5, parcel=None)"),
        (g.Get.__mro__[-1], "<class 'object'>"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_things_show_what_they_are(shown: object, expected: str):
    """In a debugger or a log, without a secret."""
    assert repr(shown) == expected


def test_an_archive_and_an_answer_show_what_they_are(tmp_path: Any, service: Service):
    """As the others do."""
    assert repr(Archiving(tmp_path)) == f"Archiving({str(tmp_path)!r})"
    service.json(parcel_json())
    get = GetParcel(service.connection)
    answer = get.ask(PARCEL, {}, "json")
    size = len(answer.body)
    assert repr(answer) == f"<ParsedResponse 200 of {size} bytes to {answer.request!r}>"


def test_what_was_read_is_remembered_within_bounds():
    """Short texts and null are read once, as long as there are few; the others each time."""
    read: list[Any] = []
    short, longer = "x" * Remembered.longest, "x" * (Remembered.longest + 1)
    assert (Remembered.longest, Remembered.most) == (32, 4096)

    def note(value: Any) -> Any:
        read.append(value)
        return (value,)

    remembered = Remembered(note)
    for _ in range(2):
        assert [(short,), (None,), (longer,), (5,)] == [
            remembered[value] for value in (short, None, longer, 5)
        ]
    assert read == [short, None, longer, 5, longer, 5]
    for number in range(Remembered.most - 2):
        assert remembered[str(number)] == (str(number),)
    assert len(remembered) == Remembered.most
    assert remembered["one more"] == ("one more",) and len(remembered) == 1


def test_hours_and_unknown_members_are_remembered_within_bounds():
    """An answer cannot fill the memory by times or statuses, and is read rightly all the same."""
    sizes: list[int] = []
    for number in range(4200):
        day, hour = divmod(number, 24)
        written = f"Wed, {day % 28 + 1:02} Aug {2010 + day // 28} {hour:02}:20:06 +0000"
        expected = datetime(2010 + day // 28, 8, day % 28 + 1, hour, 20, 6, tzinfo=UTC)
        assert text.rfc2822(written) == text.rfc2822(written) == expected
        sizes.append(len(text._hours))
    assert max(sizes) == 4096

    class Colour(g.OpenEnum):
        RED = "red"

    members = [Colour(f"c{number}") for number in range(300)]
    again = [Colour(f"c{number}") for number in range(300)]
    assert members == again and not any(one.is_known for one in members)
    assert sum(one is other for one, other in zip(members, again, strict=True)) == 256


@pytest.mark.parametrize(
    ("count", "fits"), [(0, True), (9, True), (10, True), (11, False), (5000, False)]
)
def test_parts_are_counted_to_the_last(count: int, fits: bool):
    """As many as are accepted are, and not one more; what is no mark does not count."""
    content = b"x," * count + b"x" * 50
    if fits:
        check_parts(content, b",;", 10)
    else:
        with pytest.raises(
            DecodeError,
            match=r"^it has more than 10 parts, which is more than a page has$",
        ):
            check_parts(content, b",;", 10)


@pytest.mark.parametrize(
    ("read", "opening", "part", "closing", "most"),
    [
        (loads, b"[", b"0,", b"0]", 1 << 20),
        (tree.parse, b"<a>", b"<b/>", b"</a>", 1 << 19),
    ],
)
def test_a_page_has_no_more_parts_than_its_limit(
    read: Callable[[bytes], object],
    opening: bytes,
    part: bytes,
    closing: bytes,
    most: int,
):
    """The limit's own number is taken: the opening bracket, or both tags around, count."""
    around = sum((opening + closing).count(mark) for mark in (b"[", b"<"))
    assert read(opening + part * (most - around) + closing) is not None
    with pytest.raises(DecodeError, match=f"^it has more than {most} parts"):
        read(opening + part * (most - around + 1) + closing)


@pytest.mark.parametrize(
    ("value", "code"),
    [
        (20404, 20404),
        ("20404", 20404),
        (" 7 ", 7),
        ("0", 0),
        ("123456789", 123456789),
        ("1234567890", None),
        ("", None),
        ("x1", None),
        ("\u0661", None),
        ("-1", None),
        (True, None),
        (1.0, None),
        (None, None),
        ([1], None),
    ],
)
def test_a_code_is_a_number_or_the_text_of_one(value: object, code: int | None):
    """Of up to nine digits; anything else is no code."""
    assert error_code(value) == code


class _Socket:
    """As much of a socket as reading an answer's head takes."""

    def __init__(self, content: bytes) -> None:
        self.content = content

    def makefile(self, mode: str) -> Any:
        return BufferedReader(_Raw(self.content))

    def gettimeout(self) -> float:
        return 1.0


class _Raw(RawIOBase):
    def __init__(self, content: bytes) -> None:
        self._content = BytesIO(content)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        return self._content.readinto(buffer)


def test_a_change_of_protocol_is_an_answer():
    """101 is no interim one: what follows it is not HTTP."""
    pool.asking.deadline = float("inf")
    content = b"HTTP/1.1 101 Switching Protocols\r\n\r\nHTTP/1.1 200 OK\r\n\r\n"
    response = pool.PunctualResponse(_Socket(content), method="GET")  # type: ignore[arg-type]
    response.begin()
    assert response.status == 101


@pytest.mark.parametrize(("count", "taken"), [(0, True), (1, True), (99, True), (100, False)])
def test_interim_answers_are_skipped_and_counted(count: int, taken: bool):
    """Ninety-nine may come before the one that counts; who sends more is not listened to."""
    pool.asking.deadline = float("inf")
    interim = b"HTTP/1.1 103 Early Hints\r\nLink: <x>\r\n\r\n"
    content = interim * count + b"HTTP/1.1 204 No Content\r\nX-Own: yes\r\n\r\n"
    response = pool.PunctualResponse(_Socket(content), method="GET")  # type: ignore[arg-type]
    if taken:
        response.begin()
        assert (response.status, response.headers["X-Own"]) == (204, "yes")
        assert "Link" not in response.headers
    else:
        with pytest.raises(HTTPException, match=r"^it has too many interim answers$"):
            response.begin()


@pytest.mark.parametrize(
    ("name", "value", "shown"),
    [
        *(
            (name, "x", "***")
            for name in (
                *(
                    "Password",
                    "user_password",
                    "PASSPHRASE",
                    "Passwd",
                    "ClientSecret",
                    "CallToken",
                ),
                *(
                    "Credential",
                    "private_key",
                    "PrivateKey",
                    "ApiKey",
                    "api_key",
                    "Authorization",
                ),
            )
        ),
        ("Body", "x", "x"),
        ("Key", "x", "x"),
        ("Body", "x" * 120, "x" * 120),
        ("Body", "x" * 121, "x" * 120 + "\u2026"),
        ("Url", "https://me:pw@host/p@q", "https://***@host/p@q"),
        ("Url", "https://host/me:pw@x", "https://host/me:pw@x"),
        ("Known", "x", "***"),
    ],
)
def test_parameters_are_shown_safely(name: str, value: str, shown: str):
    """By the request's own word or by their name; long ones are cut."""
    from urllib.parse import quote

    form = f"{name}={quote(value, safe='')}".encode()
    for request in (
        Request("POST", "https://h/p", body=form, secret=frozenset({"Known"})),
        Request("GET", f"https://h/p?{form.decode()}", secret=frozenset({"Known"})),
    ):
        assert sent_parameters(request) == ((name, shown),)


def test_parameters_of_a_json_body_are_its_members():
    """A member that is made of others is there, and not shown; a body that is a list has none."""
    headers = {"content-type": "application/json; charset=utf-8"}
    body = b'{"A": "x", "B": 5, "C": {"x": 1}, "D": [1], "E": null, "F": true, "Token": "t"}'
    assert sent_parameters(Request("PUT", "https://h/p?Q=", headers, body)) == (
        ("Q", ""),
        ("A", "x"),
        ("B", "5"),
        ("C", "\u2026"),
        ("D", "\u2026"),
        ("E", "null"),
        ("F", "true"),
        ("Token", "***"),
    )
    assert sent_parameters(Request("PUT", "https://h/p", headers, b"[1]")) == ()


def test_errors_read_as_sentences():
    """With all that is known and no more."""
    unknown = OutcomeUnknown("lost", method="POST", path="/p")
    how = "Before sending it again, look at the records of that path since then"
    carried = "It may have been carried out and was not repeated"
    assert str(unknown) == f"POST /p: lost. {carried}. {how}"
    unknown = OutcomeUnknown(
        "lost",
        method="POST",
        path="/p",
        parameters=(("To", "x"), ("Body", "it's")),
        sent_at=datetime(2026, 11, 1, 12, 0, 5, tzinfo=UTC),
    )
    sent = "sent at 2026-11-01 12:00:05 UTC with To='x', Body=\"it's\""
    assert str(unknown) == f"POST /p: lost. {carried}; {sent}. {how}"
    error = UnconfirmedServerError(status=503, method="POST", path="/p", message="busy")
    assert str(error) == f"POST /p was answered 503: busy. {carried}. {how}"
    assert error.reason == "answered 503"


@pytest.mark.parametrize(
    ("size", "kept"),
    [
        (0, MOST_KEPT),
        (MOST_BYTES // 4, 4),
        (MOST_BYTES // 4 + 9, 3),
        (MOST_BYTES // 2 + 9, 1),
    ],
)
def test_a_stopped_run_keeps_what_there_is_room_for(service: Service, size: int, kept: int):
    """The last results: as many as documents of 16 MiB, or a thousand; always the one it stopped at."""
    service.xml("<Parcel/>", 201)
    assert (MOST_KEPT, MOST_BYTES) == (1000, 16 << 20)
    around = len("<PostAnswer><Parcel/></PostAnswer>")
    request = f"<Parcel><To>+13115556789</To><DepotSid>{DEPOT}</DepotSid></Parcel>".encode()
    padding = b" " * max(0, size - around - len(request))
    runs = kept + 3 if size else MOST_KEPT + 3
    documents = [request + padding] * runs
    with pytest.raises(ProcessStopped) as stopped:
        list(CreateParcel(service.connection).process([*documents, b""]))
    results = stopped.value.results
    assert stopped.value.count == runs + 1 and results[-1].index == runs
    # The one that it stopped at is empty: it takes no room, and a place among a thousand.
    expected = kept if not size else kept + (kept * size <= MOST_BYTES)
    assert len(results) == expected
    assert [one.index for one in results] == list(range(runs + 1 - len(results), runs + 1))


def test_a_sid_has_its_length_and_letters():
    """Two capital letters and 32 hexadecimal digits of either case."""
    assert is_sid(PARCEL) and is_sid("PC" + "aF" * 16)
    for wrong in (
        PARCEL[:-1],
        PARCEL + "0",
        "pC" + PARCEL[2:],
        "P1" + PARCEL[2:],
        "PCg" + PARCEL[3:],
    ):
        assert not is_sid(wrong)


@pytest.mark.parametrize("length", [78, 79])
def test_a_long_value_is_shown_shortly(length: int):
    """With its quotes at most 80 characters, of which the last three say that there are more."""
    value = "x" * length
    with pytest.raises(ValueError) as caught:
        text.integer(value)
    shown = repr(value) if length == 78 else repr(value)[:77] + "..."
    assert str(caught.value) == f"{shown} is not a whole number" and len(shown) == 80
    name = "x" * (length + 2)
    shown = name if length == 78 else name[:77] + "..."
    with pytest.raises(DecodeError) as refused:
        tree.body_of(tree.parse(f"<{name}/>"), SERVICE)
    assert str(refused.value) == f"its root is {shown}, not {SERVICE.root}"


def test_what_is_missing_is_named_whole():
    """Several of a kind are joined; what cannot change anything is not offered."""
    rows = (
        g.ParameterSpec("one", "One", g.TEXT, required=True),
        g.ParameterSpec("two", "Two", g.TEXT, required=True, xml="TwoOf"),
        g.ParameterSpec("if_match", "If-Match", g.TEXT, location="header"),
        g.ParameterSpec("key", "Key", g.TEXT),
    )
    spec = g.OperationSpec(
        "Thing", "Update", SERVICE, "POST", ("/x",), {}, root="Thing", encoding="form"
    )._replace(parameters=rows, key_parameter="Key")
    with pytest.raises(ParameterError) as refused:
        encode(spec, {"If-Match": "x", "Key": "k"})
    assert str(refused.value) == (
        "UpdateThing: One is required; Two is required; "
        "nothing would change: give at least one of One, Two"
    )

    @g.request
    class Asked(g.Parameters):
        one: str = g.required("One")
        two: str = g.required("Two", xml="TwoOf")

    Asked.spec = spec
    with pytest.raises(ProfileError, match=r"^Thing lacks One, TwoOf$"):
        Asked.from_document("<Thing/>")


def test_a_stopped_run_always_has_the_result_that_it_stopped_at(service: Service):
    """Alone, if there is no room for another beside it."""
    service.xml("<Parcel/>", 201)
    request = f"<Parcel><To>+13115556789</To><DepotSid>{DEPOT}</DepotSid></Parcel>".encode()
    with pytest.raises(ProcessStopped) as stopped:
        list(CreateParcel(service.connection).process([request, b"x" * MOST_BYTES]))
    assert [one.index for one in stopped.value.results] == [1] and stopped.value.count == 2


@pytest.mark.parametrize(
    ("kind", "named", "positional"),
    [
        (errors.ProfileError, ["problems", "record"], ["message"]),
        (errors.TransportError, ["method", "path", "sent"], ["reason"]),
        (errors.ConnectError, ["method", "path"], ["reason"]),
        (errors.MalformedAnswer, ["method", "path", "sent"], ["reason"]),
        (
            errors.OutcomeUnknown,
            ["method", "path", "parameters", "sent_at", "status"],
            ["reason"],
        ),
        (errors.PostProcessingError, ["result"], ["message"]),
        (
            Result,
            [
                *("index", "status", "input", "address", "outputs", "error", "tracked"),
                *("direction", "archived"),
            ],
            [],
        ),
        (
            Options,
            [
                *(
                    "return_application_error_responses",
                    "stop_on",
                    "tracking_direction",
                ),
                *("archiving", "tracked_fields", "document_cache"),
            ],
            [],
        ),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_what_is_made_of_facts_takes_them_by_name(
    kind: Callable[..., Any], named: list[str], positional: list[str]
):
    """A sender of somebody's own raises such errors, and a test makes such results."""
    parameters = inspect.signature(kind).parameters.values()
    assert named == [one.name for one in parameters if one.kind is one.KEYWORD_ONLY]
    assert positional == [one.name for one in parameters if one.kind is not one.KEYWORD_ONLY]


def test_an_error_knows_what_its_kind_says():
    """Whether it was sent, and how often it was tried, before anybody says otherwise."""
    assert (TransportError("x").sent, TransportError("x").attempts) == (True, 1)
    assert errors.ConnectError("x").sent is False
    malformed = errors.MalformedAnswer("x")
    assert (malformed.answer, malformed.sid, malformed.request_id) == (b"", None, None)
    unknown = OutcomeUnknown("x", method="POST", path="/p")
    assert (unknown.answer, unknown.sid, unknown.request_id) == (b"", None, None)


def test_options_keep_if_they_have_where(tmp_path: Any):
    """An archive or a cache; nothing is written anywhere else."""
    cache = MemoryCache({"sid": ["Parcel/Sid"]})
    archiving = Archiving(tmp_path)
    assert not Options().keeps and not Options(tracked_fields=[]).keeps
    assert Options(document_cache=cache).keeps and Options(archiving=archiving).keeps
    assert Options(archiving=archiving, document_cache=cache).keeps


@pytest.mark.parametrize(
    ("stop_on", "returned", "stops"),
    [
        (None, False, {"application error", "failed"}),
        (None, True, set()),
        ("any", False, {"application error", "failed"}),
        ("any", True, {"application error", "failed"}),
        ("application error", False, {"application error"}),
        ("application error", True, {"application error"}),
        ("nothing", False, set()),
        ("nothing", True, set()),
    ],
)
def test_what_ends_a_run(stop_on: Any, returned: bool, stops: set[str]):
    """Never an input that is done."""
    options = Options(stop_on=stop_on, return_application_error_responses=returned)
    statuses = ("done", "application error", "failed")
    assert stops == {status for status in statuses if options.stops_at(status)}


def test_classes_that_look_like_tests_are_none():
    """A record or an enumeration may be called TestUser, and pytest looks for that name."""
    assert g.OpenEnum.__test__ is False and g.Record.__test__ is False
    assert ParcelStatus.__test__ is False and Parcel.__test__ is False


def test_a_name_is_loaded_once():
    """When it is first asked for; then it is the module's own."""
    import twilio_ops_runtime

    vars(twilio_ops_runtime).pop("HealthCheck", None)
    assert twilio_ops_runtime.HealthCheck is HealthCheck
    assert vars(twilio_ops_runtime)["HealthCheck"] is HealthCheck


def test_a_record_is_a_key_whatever_it_holds():
    """Equal records are one key; what cannot be a key itself counts for nothing there."""
    one = Parcel(sid=None, pieces=5, related_uris={"a": "/x"}, marks=("a",), customs={"a": [1]})
    same = Parcel(sid=None, pieces=5, related_uris={"a": "/x"}, marks=("a",), customs={"a": [1]})
    assert {one: 1}[same] == 1 and hash(one) != hash(Parcel(sid=None, pieces=6))
    assert hash(Parcel(parcel=None)) != hash(Parcel(uri=None))


def test_what_is_no_json_is_told_apart():
    """By how it begins."""
    for body, said in (
        (b"", "it is empty"),
        (b" \n", "it is empty"),
        (b"<html><body/>", "it is a web page"),
        (b" <!DOCTYPE HTML>", "it is a web page"),
        (b"<a/>", "it is XML, not JSON"),
    ):
        with pytest.raises(DecodeError, match=f"^{said}$"):
            loads(body)
    with pytest.raises(DecodeError, match=r"^it is not well formed JSON: "):
        loads(b"{")


TOKENS = [
    *(
        "next_token",
        "nextToken",
        "next_page_token",
        "nextPageToken",
        "page_token",
        "pageToken",
    ),
    *("next_cursor", "nextCursor"),
]


@pytest.mark.parametrize("key", TOKENS)
def test_a_token_is_found_under_each_key_that_was_seen(key: str):
    """The first that is there and not empty counts."""
    others = dict.fromkeys(TOKENS)
    assert following({**others, key: 5}, "token") == (None, (key, "5"))
    assert following({**others, key: ""}, "token") == (None, None)


def test_several_problems_of_a_record_are_joined(service: Service):
    """In the document's error, and one by one beside it."""
    service.json(parcel_json(pieces="x", weight="y"))
    projection = GetParcel(service.connection).projection
    answer = GetParcel(service.connection).ask(PARCEL, {}, "json")
    document, problem = answer.document(projection)
    assert document is not None and isinstance(problem, ProfileError)
    said = (
        "Parcel: weight: 'y' is not a decimal number",
        "Parcel: pieces: 'x' is not a whole number",
    )
    assert problem.problems == said and str(problem) == "; ".join(said)


def test_results_that_nobody_goes_through_say_so(service: Service):
    """Nothing was sent; of those that were begun, or closed, nothing is said."""
    import warnings

    create = CreateParcel(service.connection)
    with pytest.warns(RuntimeWarning, match=r"^nobody went through the results of CreateParcel"):
        results = create.process([b"<Parcel/>"])
        del results
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        results = create.process([])
        assert list(results) == []
        del results
        results = create.process([b"<Parcel/>"])
        results.close()
        assert list(results) == []
        del results
    assert not service.requests


def test_a_page_on_its_way_keeps_no_program_alive(service: Service):
    """The thread that fetches ahead is a daemon; it has a name that says what it does."""
    import threading

    fetching, go_on = threading.Event(), threading.Event()
    seen: list[tuple[str, bool]] = []

    def later(request: Request) -> Response:
        thread = threading.current_thread()
        seen.append((thread.name, thread.daemon))
        fetching.set()
        go_on.wait(30)
        return Response(200, {}, b'{"parcels": []}')

    service.json({"parcels": [parcel_json()], "next_page_uri": "/v1/2"})
    service.answers.append(later)
    found = QueryParcel(service.connection)()
    next(found)
    assert fetching.wait(30)
    go_on.set()
    assert list(found) == [] and seen == [("next page", True)]


@pytest.mark.parametrize(
    ("left", "usual", "waits"),
    [
        (0.5, 60.0, 0.5),
        (1.0, 60.0, 1.0),
        (60.0, 0.5, 0.5),
        (0.5, None, 0.5),
        (60.0, 60.0, 60.0),
    ],
)
def test_a_read_waits_as_long_as_there_is_time(
    monkeypatch: pytest.MonkeyPatch, left: float, usual: float | None, waits: float
):
    """The socket's own time or what is left until the deadline, the shorter; then its own again."""

    class Socket:
        def __init__(self) -> None:
            self.now = usual

        def gettimeout(self) -> float | None:
            return self.now

        def settimeout(self, seconds: float | None) -> None:
            self.now = seconds

    waited: list[float | None] = []

    class Source(_Raw):
        def readinto(self, buffer: Any) -> int:
            waited.append(sock.now)
            return super().readinto(buffer)

    sock = Socket()
    monkeypatch.setattr(pool.time, "monotonic", lambda: 100.0)
    reader = pool.DeadlineReader(Source(b"ab"), sock, 100.0 + left)  # type: ignore[arg-type]
    assert reader.read(2) == b"ab" and waited == [waits] and sock.now == usual
    assert not reader.ended
    assert reader.read(2) == b"" and reader.ended
    for over in (0.0, -1.0):
        late = pool.DeadlineReader(Source(b"ab"), sock, 100.0 + over)  # type: ignore[arg-type]
        with pytest.raises(pool.TotalTimeout):
            late.read(2)


def test_the_test_of_a_connection_takes_one_record_and_no_more():
    """An answer of over a megabyte is none, whatever a connection takes otherwise."""
    asked: list[int | None] = []

    class Long:
        def read(self, limit: int | None) -> bytes:
            asked.append(limit)
            return b'{"status": "active"}'

    connection = Connection(ACCOUNT, TOKEN, send=lambda _: Response(200, {}, Long()))
    probe = HealthCheck("api.acme.example", "/x")
    assert connection.test(probe)
    small = Connection(ACCOUNT, TOKEN, send=lambda _: Response(200, {}, Long()), max_answer=5)
    assert small.test(probe).message == "the answer is longer than 5 bytes"
    assert asked == [1 << 20, 5]


@pytest.mark.parametrize(
    ("address", "taken"),
    [
        *((address, True) for address in ("h:1", "http://h:1", "https://u:p@h:1", "socks5://h:1")),
        *((address, True) for address in ("h", "http://h", "socks4://h:1", "socks5h://h:1/")),
        *((address, False) for address in ("", "http://", "h:0", "h:x", "h:99999", "ftp://h:1")),
        *((address, False) for address in ("h :1", "http://h\n:1", "http://:1", "h\u00e9:1")),
    ],
)
def test_a_proxy_is_an_address(address: str, taken: bool):
    """With or without a scheme, credentials and a port; what requests cannot go to is refused."""
    if taken:
        Connection(ACCOUNT, TOKEN, proxies={"https": address})
    else:
        with pytest.raises(errors.ConfigurationError, match=r"^an address of proxies is host:port"):
            Connection(ACCOUNT, TOKEN, proxies={"https": address})


@pytest.mark.parametrize(
    ("scheme", "taken"),
    [
        *((scheme, True) for scheme in ("http", "https", "all", "https://host", "all://host")),
        *(
            (scheme, False)
            for scheme in ("", "ftp", "httpss", "http:/h", "https://a/b", "https://")
        ),
    ],
)
def test_proxies_are_told_by_scheme(scheme: str, taken: bool):
    """Of all hosts, or of one."""
    if taken:
        Connection(ACCOUNT, TOKEN, proxies={scheme: "h:1"})
    else:
        with pytest.raises(errors.ConfigurationError, match=r"^a scheme of proxies is http, https"):
            Connection(ACCOUNT, TOKEN, proxies={scheme: "h:1"})


def test_a_refused_operation_makes_no_request(service: Service):
    """Not even one that is only looked at; every way to it says why."""
    create = CreateDepot(service.connection)
    for way in (
        lambda: create.prepare(None, {}, "json"),
        lambda: create.ask(None, {}, "json"),
        lambda: create.process([]),
        create.ensure_supported,
    ):
        with pytest.raises(errors.RefusedOperation) as refused:
            way()
        assert str(refused.value) == "CreateDepot is refused: depots are built, not sent"
    assert not service.requests


def test_a_document_that_its_profile_refuses_is_there_with_what_is_wrong(
    service: Service,
):
    """Made of JSON, too, where a value is of its type and not of the form that the profile has."""
    service.json({"sid": "XX1", "weight": "1.50"})
    get = GetParcel(service.connection)
    document, problem = get.ask(PARCEL, {}, "json").document(get.projection)
    assert document is not None and document.text_at("Parcel/Sid") == "XX1"
    assert isinstance(problem, ProfileError)
    assert problem.problems == ("PostAnswer/Parcel/Sid: 'XX1' is not a Sid (PC…)",)


@pytest.mark.parametrize(
    ("made_for", "said"),
    [
        (FORMAT - 1, "generate the package again: twilio-ops codegen write"),
        (FORMAT + 1, "the runtime is older: pip install --upgrade twilio-ops"),
    ],
)
def test_a_package_of_another_format_says_what_mends_it(made_for: int, said: str):
    """On import, with both formats and the command."""
    with pytest.raises(ImportError) as caught:
        check_format("acme_ops", made_for)
    assert caught.value.name == "acme_ops" and str(caught.value) == (
        f"acme_ops was generated for format {made_for} of generated packages, and twilio-ops "
        f"{__version__} takes format {FORMAT}; {said}"
    )
    check_format("acme_ops", FORMAT)
