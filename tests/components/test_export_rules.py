"""What the parts of an export hold to, each by itself: tables, windows, plans, columns, places."""

from __future__ import annotations

import json
import os
import stat
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest

from twilio_ops import ConfigurationError, OperationError
from twilio_ops_components.catalog import ActionRow, objects
from twilio_ops_components.export import FORMATS, Manifest, store_of
from twilio_ops_components.export import tables as tables_module
from twilio_ops_components.export.columns import columns_of, schema_of
from twilio_ops_components.export.limits import Limit
from twilio_ops_components.export.manifest import Commit, Header
from twilio_ops_components.export.pages import Columns
from twilio_ops_components.export.plan import Plan, Window, cut, split, text_of
from twilio_ops_components.export.seen import Seen
from twilio_ops_components.export.store import Store
from twilio_ops_components.export.tables import Table, digest_of, link_names, table_of
from twilio_ops_components.export.task import Result, file_name
from twilio_ops_components.export.writing import ending_of

ACCOUNT = "AC" + "1" * 32
START = datetime(2026, 10, 1, tzinfo=UTC)
HOUR = timedelta(hours=1)


# -- tables ---------------------------------------------------------------------------------------

CALL = Table(
    name="call",
    object="Call",
    chain=("Call",),
    keys=(),
    links=(),
    of_account=True,
    window="StartTime",
    whole_days=False,
    settles=4,
    key="sid",
    note=None,
)


@pytest.mark.parametrize(
    ("table", "names"),
    [
        (CALL, ()),
        (
            Table(
                name="account", object="Account", chain=("Account",), keys=(), links=(),
                of_account=False, window=None, whole_days=False, settles=3, key="sid", note=None,
            ),
            (),
        ),
        (
            Table(
                name="conference_participant", object="ConferenceParticipant",
                chain=("Conference", "ConferenceParticipant"), keys=("sid",), links=(),
                of_account=True, window="DateCreated", whole_days=True, settles=2, key="call_sid",
                note=None,
            ),
            ("conference_sid",),
        ),
        (
            Table(
                name="media", object="Media", chain=("Message", "Media"), keys=("sid",),
                links=("message_sid",), of_account=True, window="DateSent", whole_days=False,
                settles=4, key="sid",
                note="A message that is not sent yet, or never was, has no such time.",
            ),
            ("message_sid",),
        ),
        (
            Table(
                name="local_phone_number", object="LocalPhoneNumber",
                chain=("AvailablePhoneNumberCountry", "LocalPhoneNumber"), keys=("country_code",),
                links=("country_code",), of_account=True, window=None, whole_days=False, settles=3,
                key=None, note=None,
            ),
            ("country_code",),
        ),
        (
            Table(
                name="recording_add_on_result_payload", object="RecordingAddOnResultPayload",
                chain=("Recording", "RecordingAddOnResult", "RecordingAddOnResultPayload"),
                keys=("sid", "sid"), links=(), of_account=True, window="DateCreated",
                whole_days=False, settles=4, key="sid", note=None,
            ),
            ("reference_sid", "add_on_result_sid"),
        ),
    ],
    ids=lambda one: one.object if isinstance(one, Table) else "",
)  # fmt: skip
def test_how_a_list_is_reached_cut_and_told_apart(table: Table, names: tuple[str, ...]) -> None:
    """As the catalog has it, with all that it lies under."""
    assert table_of(table.object) == table
    assert link_names(table) == names


def row_of(name: str, path: str, parent: str = "", **query: Any) -> Any:
    known = {"path": path, "filters": {}, **query}
    actions = {"Query": ActionRow(name, "Query", known), "Create": ActionRow(name, "Create", {})}
    return SimpleNamespace(
        name=name,
        row={"fields": {}, "parent": parent, "path": path},
        actions=actions,
        digest=name.lower(),
    )


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([], "Thing is no object of the catalog"),
        (
            [SimpleNamespace(name="Thing", row={"path": "/x"}, actions={})],
            "Thing has no Query, so nothing lists it; it has none",
        ),
        (
            [row_of("Thing", "/x", refused="it is gone since 2020")],
            "Thing cannot be listed: it is gone since 2020",
        ),
        (
            [row_of("Thing", "/x", filters={"A": {"required": True}, "B": {}, "C": {"required": True}})],
            "Thing is listed by A, C only, which an export has not",
        ),
        (
            [row_of("Thing", "/Others/{Sid}/x", "Other")],
            "Thing lies under what cannot be listed: /Others/{Sid}/x",
        ),
        (
            [row_of("Thing", "/Others/{Sid}/x", "Other"), row_of("Other", "/{A}/{B}/Others")],
            "Thing lies under what cannot be listed: /Others/{Sid}/x",
        ),
        (
            [row_of("Thing", "/Others/{Sid}/x", "Other"), row_of("Other", "/Others")],
            "Thing lies under what cannot be listed: /Others/{Sid}/x",
        ),
    ],
)  # fmt: skip
def test_what_cannot_be_listed_says_why(
    rows: list[Any], said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tables_module, "objects", lambda: {one.name: one for one in rows})
    with pytest.raises(ConfigurationError) as caught:
        table_of.__wrapped__("Thing")
    assert str(caught.value) == said


def test_what_has_no_list_says_what_it_has() -> None:
    with pytest.raises(ConfigurationError) as caught:
        table_of("CallFeedback")
    assert str(caught.value) == (
        "CallFeedback has no Query, so nothing lists it; it has Get, Update"
    )
    with pytest.raises(ConfigurationError, match=r"^Nothing is no object of the catalog$"):
        table_of("Nothing")


def test_a_catalog_has_a_digest_that_workers_agree_on(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of all of its objects by name, whatever their order."""
    rows = [row_of("B", "/b"), row_of("A", "/a")]
    monkeypatch.setattr(tables_module, "objects", lambda: {one.name: one for one in rows})
    assert digest_of.__wrapped__() == "a1e6b1ae4b2da7839fc7c0f70f609b1f"


# -- windows and plans ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("values", "name"),
    [
        ({"account": ""}, "Call.all.whole"),
        ({}, f"Call.{ACCOUNT}.whole"),
        ({"start": "2026-10-01T00:00:00Z"}, f"Call.{ACCOUNT}.whole"),
        ({"end": "2026-10-01T00:00:00Z"}, f"Call.{ACCOUNT}.whole"),
        (
            {"start": "2026-10-01T02:03:04Z", "end": "2026-10-02T00:00:00Z"},
            f"Call.{ACCOUNT}.20261001T020304Z-20261002T000000Z",
        ),
    ],
)
def test_a_window_is_called_by_what_it_is_of(values: dict[str, str], name: str) -> None:
    window = Window(**{"object": "Call", "account": ACCOUNT, **values})
    assert window.name == name
    has_span = len(values) == 2
    assert window.span == (
        (START + timedelta(hours=2, minutes=3, seconds=4), START + timedelta(days=1))
        if has_span
        else None
    )


@pytest.mark.parametrize(
    "values",
    [
        {"object": ""},
        {"object": "1Call"},
        {"object": "Call.x"},
        {"account": "AC1"},
        {"account": ACCOUNT + "0"},
        {"account": "ac" + "1" * 32},
        {"start": "2026-10-01"},
        {"start": "2026-10-01T00:00:00"},
        {"end": "2026-10-01T00:00:00Zx"},
        {"end": ""},
    ],
)
def test_what_is_no_window_is_not_taken_for_one(values: dict[str, str]) -> None:
    """Its name becomes a file's."""
    with pytest.raises(ValueError):
        Window(**{"object": "Call", "account": ACCOUNT, **values})


def plan_of(*windows: Window) -> Plan:
    return Plan(catalog="c", asked={"objects": ["Call"], "é": None}, made_at="t", windows=windows)


def test_a_plan_keeps_its_digest_over_releases() -> None:
    """Else what was begun with one would be read again by the next."""
    plan = plan_of(Window(object="Call", account=ACCOUNT))
    assert plan.as_json() == {
        "format": 1,
        "catalog": "c",
        "asked": {"objects": ["Call"], "é": None},
        "made_at": "t",
        "windows": ({"object": "Call", "account": ACCOUNT, "start": None, "end": None},),
    }
    assert plan.digest == "2dc7420e3b22a705c83add3e7bbf60f2"
    same = {**plan.as_json(), "asked": {"é": None, "objects": ["Call"]}}
    assert Plan.from_json(json.loads(json.dumps(same)), "x").digest == plan.digest


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"format": 2}, "x: is of format 2; this release takes 1"),
        ({"format": None}, "x: is of format None; this release takes 1"),
        ({"windows": None}, "x: is not what an export writes"),
        ({"windows": [{"object": "Call"}]}, "x: is not what an export writes"),
        ({"windows": [{"object": "/", "account": ""}]}, "x: is not what an export writes"),
        *(({name: ...}, "x: is not what an export writes") for name in ("windows", "catalog", "asked", "made_at")),
    ],
)  # fmt: skip
def test_what_is_no_plan_is_said_by_its_place(change: dict[str, Any], said: str) -> None:
    found = {**plan_of().as_json(), **change}
    found = {name: value for name, value in found.items() if value is not ...}
    with pytest.raises(ConfigurationError) as caught:
        Plan.from_json(found, "x")
    assert str(caught.value) == said


def test_an_instant_is_said_in_utc_to_the_second() -> None:
    zone = timezone(timedelta(hours=5, minutes=30))
    assert text_of(datetime(2026, 3, 4, 5, 6, 7, 999_999, zone)) == "2026-03-03T23:36:07Z"


def names(found: list[Window]) -> list[str]:
    return [one.name.rpartition(".")[2] for one in found]


def test_a_list_is_cut_at_midnights() -> None:
    """The first and the last piece are as long as is left; a bound within a second is moved out."""
    since, until = START + 23 * HOUR, START + timedelta(days=5, microseconds=1)
    found = cut(CALL, ACCOUNT, since, until, (), days=2)
    assert names(found) == [
        "20261001T230000Z-20261003T000000Z",
        "20261003T000000Z-20261005T000000Z",
        "20261005T000000Z-20261006T000001Z",
    ]
    assert {(one.object, one.account) for one in found} == {("Call", ACCOUNT)}
    days = cut(table_of("Conference"), ACCOUNT, since, until, (), days=30)
    assert names(days) == ["20261001T000000Z-20261007T000000Z"]
    whole = cut(table_of("Account"), "", None, until, (), days=30)
    assert whole == [Window(object="Account", account="")]


@pytest.mark.parametrize(
    ("look_back", "age", "again"),
    [(None, timedelta(days=4), False), (None, timedelta(days=4) - HOUR, True),
     (0, timedelta(0), False), (9, timedelta(days=9), False), (9, timedelta(days=9) - HOUR, True)],
)  # fmt: skip
def test_what_was_read_counts_as_final_some_days_after_its_end(
    look_back: int | None, age: timedelta, again: bool
) -> None:
    """As the catalog says, or as is asked for; what is missing around it is read in any case."""
    end = START + timedelta(days=2)
    known = Window(object="Call", account=ACCOUNT, start=text_of(START + HOUR), end=text_of(end))
    outside = Window(
        object="Call", account=ACCOUNT, start=text_of(START - 2 * HOUR), end=text_of(START)
    )
    done = [(known, end + age), (outside, START), (Window(object="Call", account=ACCOUNT), START)]
    found = cut(CALL, ACCOUNT, START, end + HOUR, done, days=30, look_back=look_back)
    first, last = "20261001T000000Z-20261001T010000Z", "20261003T000000Z-20261003T010000Z"
    middle = ["20261001T010000Z-20261003T000000Z"] if again else []
    assert names(found) == [first, *middle, last]


def test_a_list_that_is_cut_by_time_says_what_is_missing() -> None:
    with pytest.raises(ConfigurationError) as caught:
        cut(CALL, ACCOUNT, None, START, (), days=1)
    assert str(caught.value) == "since is missing: Call is read by StartTime, from when on?"
    with pytest.raises(ConfigurationError) as caught:
        cut(CALL, ACCOUNT, START + HOUR, START, (), days=1)
    assert str(caught.value) == (
        "since 2026-10-01T01:00:00Z is not before until 2026-10-01T00:00:00Z"
    )


def test_a_window_is_split_into_parts_of_about_one_length() -> None:
    """At seconds, or at days; one that cannot be split stays."""
    window = Window(
        object="Call", account=ACCOUNT, start=text_of(START), end=text_of(START + 10 * HOUR)
    )
    assert names(split(window, 3, False)) == [
        "20261001T000000Z-20261001T032000Z",
        "20261001T032000Z-20261001T064000Z",
        "20261001T064000Z-20261001T100000Z",
    ]
    assert split(window, 3, True) == [window]
    assert split(window, 0, False) == split(window, 1, False) == [window]
    days = Window(
        object="Call", account=ACCOUNT, start=text_of(START), end=text_of(START + 60 * HOUR)
    )
    assert names(split(days, 9, True)) == [
        "20261001T000000Z-20261002T000000Z",
        "20261002T000000Z-20261003T000000Z",
        "20261003T000000Z-20261003T120000Z",
    ]
    whole = Window(object="Call", account=ACCOUNT)
    assert split(whole, 3, False) == [whole]


# -- columns --------------------------------------------------------------------------------------


def test_each_kind_of_column_has_a_type_in_a_file_and_in_arrow() -> None:
    """All columns of all tables; those of which one is the first are named."""
    pytest.importorskip("pyarrow", reason="the extra `export` is not installed")
    found: dict[tuple[str, str], str] = {}
    masked: set[tuple[str, str]] = set()
    for name, row in sorted(objects().items()):
        if "Query" in row.actions:
            for one in columns_of(table_of(name), "keep"):
                found.setdefault((one.type_name, str(one.arrow())), f"{name}.{one.name}")
            for one in columns_of(table_of(name), "mask"):
                if one.masked or one.field is None:
                    masked.add((one.type_name, str(one.arrow())))
    assert found == {
        ("string", "string"): "Account.friendly_name",
        ("datetime", "timestamp[us, tz=UTC]"): "Account.date_created",
        ("object", "map<string, string>"): "Account.subresource_uris",
        ("boolean", "bool"): "Address.emergency_enabled",
        ("array", "list<item: string>"): "AuthorizedConnectApp.permissions",
        ("number", "decimal128(38, 18)"): "AvailablePhoneNumberMachineToMachine.latitude",
        ("object", "struct<mms: bool, sms: bool, voice: bool, fax: bool>"): (
            "AvailablePhoneNumberMachineToMachine.capabilities"
        ),
        ("integer", "int64"): "Call.duration",
        ("any", "string"): "CallEvent.request",
        ("object", "struct<Voice: bool, SMS: bool, MMS: bool>"): (
            "DependentPhoneNumber.capabilities"
        ),
        ("date", "date32[day]"): "UsageRecord.end_date",
    }
    assert masked == {("string", "string")}


def test_a_table_is_described_beside_its_data() -> None:
    """By the names and types of its columns, the members of nested ones, its key, and what is
    personal."""
    numbers = table_of("LocalPhoneNumber")
    found = schema_of(numbers, columns_of(numbers, "mask"))
    assert found["object"] == "LocalPhoneNumber" and "primaryKey" not in found
    assert found["fields"][-2:] == [
        {
            "name": "capabilities",
            "type": "object",
            "fields": [{"name": one, "type": "boolean"} for one in ("mms", "sms", "voice", "fax")],
        },
        {"name": "country_code", "type": "string"},
    ]
    media = table_of("Media")
    found = schema_of(media, columns_of(media, "keep"))
    assert found["primaryKey"] == ["message_sid", "sid"]
    assert found["fields"][2:] == [
        {"name": "date_created", "type": "datetime"},
        {"name": "date_updated", "type": "datetime"},
        {"name": "parent_sid", "type": "string"},
        {"name": "sid", "type": "string"},
        {"name": "uri", "type": "string"},
        {"name": "message_sid", "type": "string"},
    ]
    handled: dict[str, Any] = {}
    for pii in ("keep", "mask", "drop"):
        found = schema_of(CALL, columns_of(CALL, cast("Any", pii)))
        handled[pii] = next((one for one in found["fields"] if one["name"] == "to"), None)
    assert handled == {
        "keep": {"name": "to", "type": "string", "pii": "standard", "masked": False},
        "mask": {"name": "to", "type": "string", "pii": "standard", "masked": True},
        "drop": None,
    }


def test_no_secret_has_a_column_and_every_key_has_one() -> None:
    """However personal values are handled."""
    for name, row in objects().items():
        if "Query" not in row.actions:
            continue
        table = table_of(name)
        secret = {one for one, field in row.row["fields"].items() if field.get("secret")}
        for pii in ("keep", "mask", "drop"):
            columns = {one.name: one for one in columns_of(table, cast("Any", pii))}
            assert secret.isdisjoint(columns)
            if table.key is not None:
                assert not columns[table.key].masked
            assert set(table.links) <= set(columns)


# -- how many at once -----------------------------------------------------------------------------


def ended(throttled: int = 0, under_way: int | None = None) -> Result:
    window = Window(object="Call", account=ACCOUNT)
    return Result(window=window, read_at="t", throttled=throttled, under_way=under_way)


def test_what_an_account_has_under_way_follows_what_it_is_told() -> None:
    """Half after a 429, one more after ten windows without one, never fewer than one or more than
    at first."""
    limit = Limit(4)
    assert (limit.allowed, limit.under_way) == (4, 0)
    assert [limit.begin() for _ in range(4)] == [1, 2, 3, 4]
    assert limit.under_way == 4
    limit.end(2, ended(throttled=1))
    assert (limit.allowed, limit.under_way) == (2, 3)
    for number in (1, 3, 4):  # begun before
        limit.end(number, ended(throttled=1))
    assert limit.allowed == 2
    limit.end(limit.begin(), ended(throttled=1))
    assert limit.allowed == 1
    limit.end(limit.begin(), ended(throttled=1))
    assert limit.allowed == 1
    for well in (9, 10):
        for _ in range(well):
            limit.end(limit.begin(), ended())
        assert limit.allowed == (1 if well == 9 else 2)
        if well == 9:
            limit.end(limit.begin(), ended(throttled=1))  # counts anew
            assert limit.allowed == 1
    for _ in range(9):
        limit.end(limit.begin(), ended())
    limit.end(limit.begin(), None)
    assert limit.allowed == 2
    for _ in range(100):
        limit.end(limit.begin(), ended())
    assert (limit.allowed, limit.under_way) == (4, 0)


@pytest.mark.parametrize(
    ("own", "said", "allowed"), [(8, 12, 7), (8, 8, 7), (8, 3, 2), (3, 11, 2), (1, 9, 1), (8, 0, 1)]
)
def test_what_else_uses_an_account_is_left_its_part(own: int, said: int, allowed: int) -> None:
    limit = Limit(8)
    numbers = [limit.begin() for _ in range(own)]
    limit.end(numbers[-1], ended(throttled=1, under_way=said))
    assert limit.allowed == allowed


# -- what was seen --------------------------------------------------------------------------------


def test_records_are_told_apart_by_their_key_and_where_they_lie() -> None:
    """The digest is that of all, in whatever order, and of the next release, too."""
    one, other = Seen(table_of("Media")), Seen(table_of("Media"))
    page = Columns(values={"sid": ["ME1", "ME2", "ME1"], "uri": ["a", "b", "c"]}, size=3)
    fresh = one.new(page, ("MM1",))
    assert (fresh.size, list(fresh.values["uri"]), one.repeated, one.count) == (2, ["a", "b"], 1, 2)
    assert one.new(page, ("MM2",)).size == 2 and one.new(page, ("MM2",)).size == 0
    assert (one.repeated, one.count) == (5, 4)
    for link, sid in (("MM2", "ME2"), ("MM1", "ME1"), ("MM2", "ME1"), ("MM1", "ME2")):
        other.new(Columns(values={"sid": [sid]}, size=1), (link,))
    assert (other.repeated, other.digest) == (0, one.digest)
    assert one.digest == "45207e8df623916b9f7583c40da5306e"
    with pytest.raises(OperationError, match=r"^Media: a record has no sid$"):
        one.new(Columns(values={"sid": ["ME3", None]}, size=2), ("MM1",))


def test_records_without_a_key_are_all_kept() -> None:
    """What tells them apart is all that they hold."""
    table = table_of("LocalPhoneNumber")
    one, other = Seen(table), Seen(table)
    page = Columns(values={"a": ["1", "1"], "b": [{"y": 1, "x": None}, None]}, size=2)
    assert one.new(page, ("US",)) is page and one.new(page, ("US",)) is page
    assert (one.repeated, one.count) == (0, 4)
    turned = Columns(values={"a": ["1", "1"], "b": [None, {"x": None, "y": 1}]}, size=2)
    for _ in range(2):
        other.new(turned, ("US",))
    assert one.digest == other.digest == "80703bb9579727f2baf004954774c70f"
    other.new(page, ("CA",))
    assert one.digest != other.digest


# -- places ---------------------------------------------------------------------------------------


@pytest.fixture(params=["folder", "memory"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Store:
    """A place where nothing lies yet."""
    if request.param == "folder":
        return store_of(str(tmp_path / "new" / "out"))
    pytest.importorskip("fsspec")
    return store_of(f"memory://bucket{abs(hash(tmp_path))}/out")


def test_a_place_keeps_what_is_written(store: Store) -> None:
    """By its name, in one folder of it; what is not there is none, and removing it is nothing."""
    assert store.read("a.json") is None
    assert store.names("call") == []
    store.remove("call/a")
    store.write("call/b", b"1")
    store.write("call/a", b"2")
    store.write("call/a", b"3")
    store.write("call-x/c", b"4")
    assert store.names("call") == ["a", "b"]
    assert store.read("call/a") == b"3"
    assert store.read_all(["call/b", "call/a"]) == [b"1", b"3"]
    assert store.read_all(["call/b"]) == [b"1"]
    assert store.read_all([]) == []
    with store.local("call/a") as path:
        assert path.read_bytes() == b"3"
    store.move("call/a", "new/d")
    assert (store.names("call"), store.names("new"), store.read("new/d")) == (["b"], ["d"], b"3")
    store.move("new/d", "call/b")
    assert (store.read("call/b"), store.names("new")) == (b"3", [])
    store.remove("call/b")
    assert store.names("call") == []
    assert store.names("_staged") == []


def test_what_is_staged_is_there_whole_or_not_at_all(store: Store) -> None:
    with store.staged("call/a") as path:
        path.write_bytes(b"whole")
        assert store.read("call/a") is None
    assert store.read("call/a") == b"whole"
    with pytest.raises(KeyError), store.staged("call/a") as path:
        path.write_bytes(b"half")
        raise KeyError
    assert store.read("call/a") == b"whole"
    assert store.names("call") == ["a"] and store.names("_staged") == []
    assert not path.exists()


@pytest.mark.skipif(os.name != "posix", reason="modes are those of POSIX")
def test_files_of_a_folder_may_be_read_by_others(tmp_path: Path) -> None:
    """And what is written lies beside the data until it is whole."""
    store = store_of(str(tmp_path / "out"))
    with store.staged("call/a") as path:
        assert (path.parent, path.suffix, path.name[0]) == (tmp_path / "out/_staged", ".part", ".")
    assert stat.S_IMODE((tmp_path / "out/call/a").stat().st_mode) == 0o644
    (tmp_path / "out/call/folder").mkdir()
    assert store.names("call") == ["a"]
    assert store.place == str(tmp_path / "out")


def test_what_a_folder_does_not_give_is_said_by_its_place(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    store, there = store_of(str(tmp_path / "file")), f"{tmp_path}/file"
    told = "Not a directory"
    for ask, said in (
        (lambda: store.read("a"), f"{there}/a: {told}"),
        (lambda: store.names("call"), f"{there}/call: {told}"),
        (lambda: store.remove("a"), f"{there}/a: {told}"),
        (lambda: store.read_all(["a"]), f"{there}/a: {told}"),
        (lambda: store.move("a", "b/c"), f"{there}/b: {told}"),
        (lambda: store.write("call/a", b""), f"{there}/call: {told}"),
    ):
        with pytest.raises(ConfigurationError) as caught:
            ask()
        assert str(caught.value) == said


def test_what_a_url_does_not_give_is_said_by_its_place() -> None:
    """And the kind of error, since each file system has its own."""
    pytest.importorskip("fsspec")
    url = "memory://bucket/not-given"
    store = store_of(url)

    class Broken:
        def __getattr__(self, name: str) -> Any:
            def ask(*_: Any, **__: Any) -> Any:
                raise PermissionError(f"no {name}")

            return ask

    found = cast("Any", store)
    kept, found._files = found._files, Broken()
    try:
        for ask, said in (
            (lambda: store.read("a"), f"{url}/a: PermissionError: no cat_file"),
            (lambda: store.write("a", b""), f"{url}/a: PermissionError: no pipe_file"),
            (lambda: store.names("call"), f"{url}/call: PermissionError: no ls"),
            (lambda: store.remove("a"), f"{url}/a: PermissionError: no rm_file"),
            (lambda: store.read_all(["a", "b"]), f"{url}/a: PermissionError: no cat"),
            (lambda: store.move("a", "b"), f"{url}/b: PermissionError: no cp_file"),
            (lambda: store.local("a").__enter__(), f"{url}/a: PermissionError: no get_file"),
            (lambda: staged(store, "a"), f"{url}/a: PermissionError: no put_file"),
        ):
            with pytest.raises(ConfigurationError) as caught:
                ask()
            assert str(caught.value) == said
    finally:
        found._files = kept
    with pytest.raises(ConfigurationError, match=r"^nothing://x: Protocol not known: nothing"):
        store_of("nothing://x")
    with pytest.raises(
        ConfigurationError, match=r"^memory://bucket/not-given/a: FileNotFoundError"
    ):
        store.write("x", b"")
        store.read_all(["a"])


def staged(store: Store, name: str) -> None:
    with store.staged(name):
        pass


# -- the manifest ---------------------------------------------------------------------------------

WINDOW = Window(object="Call", account=ACCOUNT, start=text_of(START), end=text_of(START + 2 * HOUR))
FILE = f"_manifest/{WINDOW.name}.json"


def commit(plan: str = "p" * 32, **values: Any) -> Commit:
    given: dict[str, Any] = {"window": WINDOW, "read_at": text_of(START), **values}
    return Commit(plan=plan, result=Result(**given))


@pytest.mark.parametrize("format", FORMATS)
def test_what_is_committed_is_known_again(tmp_path: Path, format: Any) -> None:
    """As one file a window, which says all of it."""
    store = store_of(str(tmp_path))
    name = f"call/{WINDOW.name}.{'p' * 12}.{ending_of(format)}"
    assert file_name(WINDOW, "p" * 32, format) == name
    given: dict[str, Any] = {
        "rows": 7, "repeated": 1, "file": name, "size": 9, "sha256": "s", "records": "r",
        "content": "c", "requests": 2, "throttled": 1, "under_way": 5,
    }  # fmt: skip
    one = commit(**given)
    Manifest(store).commit(one)
    assert json.loads((tmp_path / FILE).read_text(encoding="utf-8")) == {
        "format": 1,
        "plan": "p" * 32,
        "window": {
            "object": "Call",
            "account": ACCOUNT,
            "start": "2026-10-01T00:00:00Z",
            "end": "2026-10-01T02:00:00Z",
        },
        "read_at": "2026-10-01T00:00:00Z",
        **given,
        "parts": [],
    }
    text = (tmp_path / FILE).read_text(encoding="utf-8")
    assert text.startswith('{\n "format": 1,\n "plan": ') and text.endswith("\n}\n")
    found = Manifest(store)
    assert list(found) == [one] and found.get(WINDOW) == one
    assert found.get(Window(object="Call", account=ACCOUNT)) is None
    assert found.files("call") == {name.removeprefix("call/")} and found.files("cal") == set()
    assert found.read_of("Call", ACCOUNT) == [(WINDOW, START)]
    assert found.read_of("Call", "") == found.read_of("Media", ACCOUNT) == []


def test_a_window_that_was_split_is_its_parts(tmp_path: Path) -> None:
    """Those that are not read for this plan are left; the split one holds no records."""
    manifest = Manifest(store_of(str(tmp_path)))
    parts = split(WINDOW, 2, False)
    plan = plan_of(WINDOW)
    assert manifest.left(plan) == [WINDOW]
    manifest.commit(commit(plan.digest, parts=tuple(parts)))
    assert manifest.left(plan) == parts and list(manifest) == []
    manifest.commit(commit(plan.digest, window=parts[1]))
    assert manifest.left(plan) == parts[:1]
    manifest.commit(commit("another", window=parts[0]))
    assert manifest.left(plan) == parts[:1]
    assert {one.result.window for one in Manifest(store_of(str(tmp_path)))} == set(parts)
    assert manifest.left(plan_of(WINDOW, parts[0])) == [WINDOW, parts[0]]


def test_what_holds_for_all_lies_beside_the_plan(tmp_path: Path) -> None:
    store = store_of(str(tmp_path))
    manifest = Manifest(store)
    assert (manifest.plan(), manifest.header()) == (None, None)
    header = Header(kind="csv", pii="keep", account=ACCOUNT, schemas={"call": {"a": 1}})
    manifest.write_header(header)
    manifest.write_plan(plan_of(WINDOW))
    assert (manifest.header(), manifest.plan()) == (header, plan_of(WINDOW))
    assert sorted(one.name for one in tmp_path.iterdir() if one.is_file()) == [
        "_export.json", "_plan.json", "call.schema.json",
    ]  # fmt: skip
    assert (tmp_path / "call.schema.json").read_bytes() == b'{\n "a": 1\n}\n'
    assert json.loads((tmp_path / "_export.json").read_bytes()) == {
        "format": 1, "kind": "csv", "pii": "keep", "account": ACCOUNT, "schemas": {"call": {"a": 1}},
    }  # fmt: skip


NO = "is not what an export writes"


@pytest.mark.parametrize(
    ("file", "content", "said"),
    [
        ("_export.json", "{", "is no JSON: Expecting property name enclosed in double quotes: line 1 column 2 (char 1)"),
        ("_export.json", "[]", NO),
        ("_export.json", '{"format": 2}', "is of another format; this release takes 1"),
        ("_export.json", "{}", "is of another format; this release takes 1"),
        ("_plan.json", "7", NO),
        ("_plan.json", "{}", "is of format None; this release takes 1"),
        (FILE, "null", NO),
        (FILE, '{"format": 9}', "is of another format; this release takes 1"),
        (FILE, '{"format": 1}', NO),
        (FILE, '{"format": 1, "window": {"object": "Call", "account": ""}, "parts": [], "plan": "p", "read_at": "t"}', NO),
        (FILE, '{"format": 1, "window": {"object": "Call", "account": ""}, "parts": [], "plan": "p", "read_at": "t", "rows": true}', NO),
        (FILE, '{"format": 1, "window": {"object": "Call", "account": ""}, "parts": [], "plan": "p", "read_at": "t", "rows": 1, "odd": 1}', NO),
        (FILE, '{"format": 1, "window": {"object": "Nothing", "account": ""}, "parts": [], "plan": "p", "read_at": "t", "rows": 1, "file": "x"}', NO),
    ],
)  # fmt: skip
def test_what_an_export_did_not_write_is_said_by_its_place(
    tmp_path: Path, file: str, content: str, said: str
) -> None:
    (tmp_path / "_manifest").mkdir()
    (tmp_path / "_manifest" / "other.txt").write_text("not asked", encoding="utf-8")
    (tmp_path / file).write_text(content, encoding="utf-8")
    with pytest.raises(ConfigurationError) as caught:
        manifest = Manifest(store_of(str(tmp_path)))
        manifest.header()
        manifest.plan()
    assert str(caught.value) == f"{tmp_path / file}: {said}"
