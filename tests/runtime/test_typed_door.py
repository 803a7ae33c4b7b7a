"""The typed door: what is sent for Python values, and the records that come back."""

from __future__ import annotations

import copy
import json
import pickle
import re
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal

import attrs
import pytest
from acme_notes.api import note
from acme_notes.api.note import (
    CreateNote,
    CreateNoteRequest,
    DeleteNote,
    GetNote,
    NotePart,
    UpdateNote,
)
from acme_notes.api.note_settings import GetNoteSettings
from acme_ops.api import depot, parcel, parcel_trace, scan
from acme_ops.api.depot import CreateDepot, DeleteDepot, GetDepot
from acme_ops.api.depot_phone import GetDepotPhone
from acme_ops.api.label import GetLabel, Label
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
)
from acme_ops.api.scan import DeleteScan
from in_memory import ACCOUNT, DEPOT, NOTE, OTHER, PARCEL, SCAN, TOKEN, Service, parcel_json

from twilio_ops_runtime.connection import Connection
from twilio_ops_runtime.documents.options import Options
from twilio_ops_runtime.errors import (
    AuthenticationError,
    FieldNotPresent,
    MalformedAnswer,
    NotFoundError,
    OutcomeUnknown,
    ParameterError,
    ProfileError,
    ReadTimeout,
    RedirectRefused,
    RefusedOperation,
    RequestError,
    SidError,
    UnconfirmedServerError,
)
from twilio_ops_runtime.http.messages import Response
from twilio_ops_runtime.records.drafts import UNSET
from twilio_ops_runtime.retry import RetryClock
from twilio_ops_runtime.types.nested import AnyType

FULL = {
    "sid": PARCEL,
    "office_sid": ACCOUNT,
    "posted_at": "Wed, 18 Aug 2010 20:20:06 +0200",
    "sent_at": "2015-05-14T23:44:32Z",
    "from": "raw caller",
    "to": "+13115556789",
    "status": "teleported",
    "weight": "-0.03000",
    "pieces": "50",
    "insured": True,
    "marks": ["a", None],
    "handling": {"fragile": True, "XRAY": False},
    "customs": {"any": [1, "x"]},
    "parcel": None,
    "uri": "/x",
    "related_uris": {"scans": f"/p/{PARCEL}/Scans", "self": f"/p/{PARCEL}"},
    "not_in_the_catalog": {"x": 1},
}

ON = Options(return_application_error_responses=True)


def test_a_record_has_python_values(service: Service):
    record = GetParcel(service.json(FULL).connection)(PARCEL)
    assert record == Parcel(
        sid=PARCEL,
        office_sid=ACCOUNT,
        posted_at=datetime(2010, 8, 18, 18, 20, 6, tzinfo=UTC),
        sent_at=datetime(2015, 5, 14, 23, 44, 32, tzinfo=UTC),
        from_="raw caller",
        to="+13115556789",
        status=ParcelStatus("teleported"),
        weight=Decimal("-0.03000"),
        pieces=50,
        insured=True,
        marks=("a", None),
        handling=ParcelHandling(fragile=True, xray=False),
        customs={"any": [1, "x"]},
        parcel=None,
        uri="/x",
        related_uris={"scans": f"/p/{PARCEL}/Scans", "self": f"/p/{PARCEL}"},
    )
    # Price and duration are no text, and a date's offset is not thrown away.
    assert type(record.weight) is Decimal and str(record.weight) == "-0.03000"
    assert type(record.pieces) is int
    assert record.posted_at is not None
    assert record.posted_at.utcoffset() == timedelta(hours=2)
    assert service.path == f"/v1/Offices/{ACCOUNT}/Parcels/{PARCEL}.json"
    assert service.last.headers["Accept"] == "application/json"


def test_a_choice_of_fields_reads_the_same_values_as_all_of_them(service: Service):
    whole = GetParcel(service.json(FULL).connection)(PARCEL)
    names = [field.xml for field in Parcel.spec.fields]
    assert GetParcel(service.connection, fields=names)(PARCEL) == whole
    for field in Parcel.spec.fields:
        for name in {field.name, field.xml, field.json_name}:
            part = GetParcel(service.connection, fields=[name])(PARCEL)
            assert dict(part.items()) == {field.name: getattr(whole, field.name)}


def test_records_with_and_without_all_fields_mix_in_any_order(service: Service):
    less = {"sid": PARCEL, "pieces": "0050"}
    partial = Parcel(sid=PARCEL, pieces=50)
    whole = GetParcel(service.json(FULL).connection)(PARCEL)
    for rows in ([FULL, less, FULL], [FULL, FULL], [less], [{**FULL, "pieces": 50}, less]):
        service.answers.clear()
        service.json({"parcels": rows})
        expected = [partial if row is less else whole for row in rows]
        assert list(QueryParcel(service.connection)()) == expected
        sids = QueryParcel(service.connection, fields=["pieces"])()
        assert [dict(record.items()) for record in sids] == [{"pieces": 50}] * len(rows)


@pytest.mark.parametrize("rows", [[FULL, FULL, {}], [{"sid": PARCEL}, {"uri": "/x"}, {}]])
@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"pieces": "many"}, r"parcels\[2\].pieces: 'many' is not a whole number"),
        ({"pieces": [1]}, r"parcels\[2\].pieces: one value was expected, not a list"),
        ({"pieces": "\uff11\uff12"}, r"parcels\[2\].pieces: '\uff11\uff12' is not a whole"),
        ({"weight": "NaN"}, r"parcels\[2\].weight: 'NaN' is not a decimal number"),
        ({"weight": "-Infinity"}, r"parcels\[2\].weight: '-Infinity' is not a decimal number"),
        ({"weight": "1_000"}, r"parcels\[2\].weight: '1_000' is not a decimal number"),
        ({"weight": "\u0661"}, r"parcels\[2\].weight: '\u0661' is not a decimal number"),
        ({"weight": [1]}, r"parcels\[2\].weight: one value was expected, not a list"),
        ({"weight": {}}, r"parcels\[2\].weight: one value was expected, not an object"),
        ({"weight": True}, r"parcels\[2\].weight: True is not a decimal number"),
        ({"posted_at": "yesterday"}, r"parcels\[2\].posted_at"),
        ({"related_uris": {"a": 1}}, r"parcels\[2\].related_uris"),
    ],
)
def test_a_field_that_is_wrong_costs_no_record_and_is_named(service: Service, rows, wrong, said):
    service.json({"parcels": [*rows[:2], {**rows[0], **wrong}]})
    found = QueryParcel(service.connection)()
    assert [next(found).is_set("sid") for _ in range(2)] == ["sid" in row for row in rows[:2]]
    ((name, problem),) = next(found).problems.items()
    assert re.match(said, f"parcels[2].{name}: {problem}")


@pytest.mark.parametrize("fields", [None, ["weight"]])
@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("1.50", "1.50"),
        ("-0.03000", "-0.03000"),
        ("5", "5"),
        ("0.12345678901234567890123", "0.12345678901234567890123"),
        ("1e3", "1E+3"),
        ('" 1.50\\n"', "1.50"),
        ('"1.50"', "1.50"),
    ],
)
def test_decimals_are_exact_whether_they_come_as_text_or_numbers(
    service: Service, fields, written, value
):
    whole = json.dumps(FULL).replace('"-0.03000"', written)
    record = GetParcel(service.json(whole).connection, fields=fields)(PARCEL)
    assert type(record.weight) is Decimal and str(record.weight) == value


@pytest.mark.parametrize("wrong", ["NaN", "Infinity", "1_000", "\u0661", "0x1", "1,5"])
def test_both_formats_refuse_the_same_numbers(service: Service, wrong):
    service.json(parcel_json(weight=wrong))
    assert "is not a decimal number" in GetParcel(service.connection)(PARCEL).problems["weight"]
    text = f"<PostAnswer><Parcel><Weight>{wrong}</Weight></Parcel></PostAnswer>"
    with pytest.raises(ProfileError, match="is not a decimal number"):
        Parcel.from_document(text)
    assert GetParcel.response_profile is not None
    with pytest.raises(ProfileError, match="Weight"):
        GetParcel.response_profile.check(text)


def test_any_value_keeps_its_numbers_exact_and_becomes_a_document(service: Service):
    whole = json.dumps({**FULL, "customs": {"a b": ["number"]}}).replace('"number"', "0.10")
    record = GetParcel(service.json(whole).connection)(PARCEL)
    assert record.customs == {"a b": [Decimal("0.10")]} and str(record.customs["a b"][0]) == "0.10"
    assert record.to_document().text_at("Parcel/Customs") == '{"a b":[0.10]}'


def test_what_was_not_answered_is_not_set_and_null_is_none(service: Service):
    record = GetParcel(service.json({"sid": PARCEL, "to": None}).connection)(PARCEL)
    assert record.to is None and record.is_set("to") and not record.is_set("weight")
    with pytest.raises(FieldNotPresent, match=r"Parcel\.weight is not set: .*asked for"):
        record.weight  # noqa: B018
    with pytest.raises(AttributeError, match="no attribute 'wait'"):
        record.wait  # type: ignore[attr-defined]  # noqa: B018
    assert repr(record) == f"Parcel(sid={PARCEL!r}, to=None)"
    assert record == Parcel(sid=PARCEL, to=None) != Parcel(sid=PARCEL)
    assert hash(record) == hash(Parcel(sid=PARCEL, to=None))


def test_records_are_frozen_attrs_classes_that_copy_and_pickle(service: Service):
    record = GetParcel(service.json(FULL).connection)(PARCEL)
    assert [one.name for one in attrs.fields(Parcel)] == [f.name for f in Parcel.spec.fields]
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        record.to = "x"  # type: ignore[misc]
    for again in (pickle.loads(pickle.dumps(record)), copy.copy(record), copy.deepcopy(record)):
        assert again == record and type(again) is Parcel
    assert record.__replace__(to="y").to == "y"
    assert pickle.loads(pickle.dumps(UNSET)) is UNSET and not UNSET


def test_enums_keep_what_they_do_not_know():
    known, unknown = ParcelStatus("queued"), ParcelStatus("beamed")
    assert known is ParcelStatus.QUEUED and known.is_known and known == "queued"
    assert unknown == "beamed" and not unknown.is_known and unknown is ParcelStatus("beamed")
    assert repr(unknown) == "ParcelStatus('beamed')" and repr(known) == "ParcelStatus.QUEUED"
    assert {known: 1}["queued"] == 1 and f"{unknown}" == "beamed"
    spelt = ParcelStatus("QUEUED")  # as the member is called in Python, and no value
    assert not spelt.is_known and spelt != known and repr(spelt) == "ParcelStatus('QUEUED')"
    assert pickle.loads(pickle.dumps([known, unknown])) == [known, unknown]
    assert list(ParcelStatus) == [
        ParcelStatus.QUEUED,
        ParcelStatus.UNDER_WAY,
        ParcelStatus.DELIVERED,
    ]
    for number in range(1000):
        ParcelStatus(f"x{number}")
    assert len(ParcelStatus._value2member_map_) < 300
    with pytest.raises(ValueError):
        ParcelStatus(5)


def test_addresses_are_maps_that_share_what_they_have_in_common(service: Service):
    sids = [f"PC{number:032x}" for number in range(3)]
    uris = [{"scans": f"/p/{sid}/Scans", "none": None} for sid in sids]
    rows = [{"sid": sid, "related_uris": uri} for sid, uri in zip(sids, uris, strict=True)]
    service.json({"parcels": [*rows, {"sid": sids[0], "related_uris": None}]})
    *records, last = list(QueryParcel(service.connection)())
    assert [dict(r.related_uris or {}) for r in records] == [
        {"scans": f"/p/{sid}/Scans", "none": ""} for sid in sids
    ]
    assert last.related_uris is None
    first = records[0].related_uris
    assert first is not None and first["scans"] == f"/p/{sids[0]}/Scans" and len(first) == 2
    assert first == dict(first) and first != records[1].related_uris and "scans" in first
    assert pickle.loads(pickle.dumps(first)) == first


def test_an_answer_that_points_elsewhere_is_its_address(service: Service):
    """The Location, whatever the body says or does not; without one, the body. Nobody goes there."""
    elsewhere = "https://pictures.example.com/x"
    get, documents = GetLabel(service.connection), GetLabel(service.connection, fields=["Picture"])
    document = f"<PostAnswer><Label><Picture>{elsewhere}</Picture></Label></PostAnswer>"
    for body in (b"", b'{"picture": "/y"}', b"<html>Temporary Redirect</html>"):
        service.answers[:] = [Response(307, {"Location": elsewhere}, body)]
        assert get(PARCEL) == Label(picture=elsewhere)
        assert str(documents.document(PARCEL)) == document
    service.answers.clear()
    assert GetLabel(service.json({"picture": "/y"}, status=307).connection)(PARCEL).picture == "/y"
    assert len(service.requests) == 7
    for status in (301, 302):
        service.answers[:] = [Response(status, {"Location": elsewhere}, b"")]
        with pytest.raises(RedirectRefused, match=f"answered {status} with an address elsewhere"):
            get(PARCEL)


def test_create_sends_a_form_of_what_is_given(service: Service):
    service.json(parcel_json(), status=201)
    create = CreateParcel(service.connection)
    record = create(
        to="+13115556789",
        from_="",
        pickup_url="https://example.com/a?b=c&d",
        weight=Decimal("1.50"),
        pieces=3,
        insured=False,
        send_at=datetime(2026, 11, 1, 12, tzinfo=timezone(timedelta(hours=2))),
        mark=["x y", "z"],
        extra={"a": "1", "b": ""},
        parent=OTHER,
    )
    assert record.status is ParcelStatus.QUEUED
    assert (service.last.method, service.path) == ("POST", f"/v1/Offices/{OTHER}/Parcels.json")
    assert service.last.headers["Content-Type"] == "application/x-www-form-urlencoded"
    assert service.form == [
        ("To", "+13115556789"),
        ("From", ""),
        ("PickupUrl", "https://example.com/a?b=c&d"),
        ("Weight", "1.50"),
        ("Pieces", "3"),
        ("Insured", "false"),
        ("SendAt", "2026-11-01T10:00:00Z"),
        ("Mark", "x y"),
        ("Mark", "z"),
        ("Extra1.Name", "a"),
        ("Extra1.Value", "1"),
        ("Extra2.Name", "b"),
        ("Extra2.Value", ""),
    ]
    assert create.run(CreateParcelRequest(to="+13115556789", depot_sid=DEPOT)) == record
    assert service.form == [("To", "+13115556789"), ("DepotSid", DEPOT)]


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"to": "13115556789", "depot_sid": DEPOT}, "To: .* not a phone number in E.164"),
        ({"to": None, "depot_sid": DEPOT}, "To is required"),
        ({"to": "+13115556789"}, "at least one of PickupUrl, DepotSid is required"),
        ({"to": "+13115556789", "depot_sid": PARCEL}, "DepotSid: .* not DE…"),
        ({"to": "+13115556789", "depot_sid": DEPOT, "weight": 1.5}, "Weight: a Decimal is needed"),
        (
            {"to": "+13115556789", "depot_sid": DEPOT, "weight": Decimal("NaN")},
            "Weight: NaN is not a number",
        ),
        ({"to": "+13115556789", "depot_sid": DEPOT, "pieces": "3"}, "Pieces: a whole number"),
        ({"to": "+13115556789", "depot_sid": DEPOT, "pieces": True}, "Pieces: a whole number"),
        ({"to": "+13115556789", "depot_sid": DEPOT, "insured": "yes"}, "Insured: True or False"),
        ({"to": "+13115556789", "depot_sid": DEPOT, "mark": "x"}, "Mark: a sequence of values"),
        (
            {"to": "+13115556789", "depot_sid": DEPOT, "send_at": datetime(2026, 1, 1)},
            "SendAt: .*time zone",
        ),
        (
            {"to": "+13115556789", "depot_sid": DEPOT, "extra": dict.fromkeys("abcd", "x")},
            "Extra: 4 pairs are more than the 3",
        ),
        ({"to": "1", "pieces": "3"}, "least one .*To: .*Pieces: "),
    ],
)
def test_what_the_api_would_not_take_is_refused_before_it_is_sent(service: Service, given, said):
    with pytest.raises(ParameterError, match=said):
        CreateParcel(service.connection)(**given)
    assert service.requests == []


class CreateMarkedParcel(CreateParcel):
    """Needs a mark, or something extra."""

    spec = CreateParcel.spec._replace(either=(("Mark", "Extra"),))


@pytest.mark.parametrize("nothing", [{}, {"mark": []}, {"mark": (), "extra": {}}, {"extra": []}])
def test_a_sequence_without_values_is_not_given(service: Service, nothing):
    """Nothing would be sent of it, so it cannot be what is required."""
    service.json(parcel_json(), 201)
    create = CreateMarkedParcel(service.connection)
    with pytest.raises(ParameterError, match="at least one of Mark, Extra is required"):
        create(to="+13115556789", **nothing)
    assert service.requests == []
    create(to="+13115556789", **{**nothing, "mark": ["x"]})
    assert service.form == [("To", "+13115556789"), ("Mark", "x")]


def test_in_json_a_list_without_values_is_a_value(service: Service):
    CreateNote(service.json({"sid": NOTE}, 201).connection)(text="x", tags=[])
    assert service.last.body == b'{"text":"x","tags":[]}'


def test_half_a_character_is_refused_wherever_it_stands(service: Service):
    """Python's text can hold half of a surrogate pair; UTF-8, and so the wire, cannot."""
    half = "ab\ud800"
    wrong = [
        lambda: CreateParcel(service.connection)(to="+13115556789", pickup_url=half),
        lambda: CreateParcel(service.connection)(to="+13115556789", depot_sid=DEPOT, mark=[half]),
        lambda: CreateParcel(service.connection)(
            to="+13115556789", depot_sid=DEPOT, extra={half: "x"}
        ),
        lambda: CreateNote(service.connection)(text=half),
        lambda: CreateNote(service.connection)(text="x", more={"k": [half]}),
        lambda: QueryParcel.route.equals(half),
    ]
    for call in wrong:
        with pytest.raises(RequestError, match=r"\w+: it holds '\\ud800', half of a character"):
            call()
    assert service.requests == []


def test_what_json_has_no_form_for_is_refused(service: Service):
    for call in (
        lambda: CreateNote(service.connection)(text="x", more=object()),
        lambda: AnyType().sent(object()),
    ):
        with pytest.raises(ValueError, match="object"):
            call()


def test_an_empty_text_is_sent_and_none_is_not(service: Service):
    service.json(parcel_json())
    update = UpdateParcel(service.connection)
    update(PARCEL, note="")
    assert service.last.body == b"Note="
    update(f"{OTHER}:{PARCEL}", status="lost")
    assert service.last.body == b"Status=lost"
    assert service.path == f"/v1/Offices/{OTHER}/Parcels/{PARCEL}.json"
    with pytest.raises(SidError, match="exactly one record at a time"):
        update([PARCEL, PARCEL])  # type: ignore[arg-type]


def test_parameters_of_a_get_go_into_query_and_header(service: Service):
    service.json(parcel_json())
    GetParcel(service.connection)(PARCEL, include_lost=False, x_trace="t 1")
    assert service.query == [("IncludeLost", "false")]
    assert service.last.headers["X-Trace"] == "t 1" and service.last.body is None
    with pytest.raises(ParameterError, match=r"X-Trace: .*header field cannot carry"):
        GetParcel(service.connection)(PARCEL, x_trace="a\r\nAuthorization: x")
    with pytest.raises(ParameterError, match="has no parameter 'Lost'"):
        GetParcel(service.connection).run(PARCEL, {"Lost": True})


def test_delete_finds_its_path_by_the_sids_given(service: Service):
    service.raw(b"", status=204)
    assert DeleteParcel(service.connection)(PARCEL) is None
    assert (service.last.method, service.path) == (
        "DELETE",
        f"/v1/Offices/{ACCOUNT}/Parcels/{PARCEL}.json",
    )
    DeleteScan(service.connection)(f"{OTHER}:{PARCEL}:{SCAN}")
    assert service.path == f"/v1/Offices/{OTHER}/Parcels/{PARCEL}/Scans/{SCAN}.json"
    DeleteScan(service.connection)(SCAN)
    assert service.path == f"/v1/Offices/{ACCOUNT}/Scans/{SCAN}.json"


def test_a_delete_that_finds_nothing_after_a_lost_answer_has_been_done(service: Service):
    service.fails(ReadTimeout("lost")).json({"code": 20404, "message": "gone"}, 404)
    clock = RetryClock(sleep=lambda seconds: None)
    connection = Connection(ACCOUNT, TOKEN, send=service, clock=clock)
    assert DeleteParcel(connection)(PARCEL) is None
    with pytest.raises(NotFoundError, match="gone"):
        DeleteParcel(connection)(PARCEL)
    assert len(service.requests) == 3


def test_a_search_is_a_get_that_answers_many(service: Service):
    service.json({"depots": [{"label": "a"}, {"label": "b"}]})
    found = GetDepot(service.connection)("GB", near="x")
    assert [one.label for one in found] == ["a", "b"]
    assert service.path == f"/v1/Offices/{ACCOUNT}/Depots/GB.json"
    assert service.query == [("Near", "x")]
    assert [one.label for one in GetDepot(service.connection, limit=1)("GB")] == ["a"]
    with pytest.raises(SidError, match=r"not .*Country"):
        GetDepot(service.connection)("../x")


def test_a_key_that_is_a_parameter_is_sent_as_one(service: Service):
    service.json({"label": "a"})
    GetDepotPhone(service.connection)(f"{OTHER}:+13115556789", label="x")
    assert service.path == f"/v1/Offices/{OTHER}/DepotPhones.json"
    assert service.form == [("PhoneNumber", "+13115556789"), ("Label", "x")]
    with pytest.raises(ParameterError, match=r"PhoneNumber: .*E.164"):
        GetDepotPhone(service.connection)("5556789")
    with pytest.raises(TypeError, match="missing 1 required positional argument"):
        GetDepotPhone(service.connection)()  # type: ignore[call-arg]


def test_fixed_parameters_are_always_sent(service: Service):
    service.raw(b"", status=200)
    DeleteDepot(service.connection)("a/b")
    assert (service.last.method, service.path) == (
        "POST",
        f"/v1/Offices/{ACCOUNT}/Depots/a%2Fb.json",
    )
    assert service.last.body == b"Status=closed"


def test_a_refused_operation_says_why_and_sends_nothing(service: Service):
    create = CreateDepot(service.connection)
    with pytest.raises(RefusedOperation, match="CreateDepot is refused: depots are built"):
        create(label="x")
    with pytest.raises(RefusedOperation, match="depots are built"):
        create.process([b"<Depot><Label>x</Label></Depot>"])
    assert service.requests == []


def test_an_action_that_an_object_does_not_have_is_explained():
    """Whether it is imported or asked for; and it can be asked for without an error."""
    with pytest.raises(AttributeError, match="Scan has Get, Query, Delete and nothing else"):
        scan.CreateScan  # noqa: B018
    with pytest.raises(ImportError, match="Scan has Get, Query, Delete and nothing else"):
        from acme_ops.api.scan import UpdateScan  # noqa: F401
    assert not hasattr(scan, "CreateScan") and getattr(scan, "UpdateScan", None) is None
    with pytest.raises(AttributeError, match=r"no attribute 'Other'$"):
        parcel.Other  # noqa: B018
    assert depot.__all__ and note.__all__


def test_another_name_of_an_object_is_explained():
    said = "the object is ParcelTrace here and has Query, Create"
    with pytest.raises(ImportError, match=f"there is no QueryTrace: {said}"):
        from acme_ops.api.parcel_trace import QueryTrace  # noqa: F401
    with pytest.raises(ImportError, match=f"there is no Trace: {said}"):
        from acme_ops.api.parcel_trace import Trace  # noqa: F401
    assert not hasattr(parcel_trace, "GetTrace")


def test_json_bodies_hold_nested_values(service: Service):
    service.json(
        {"sid": NOTE, "parts": [{"title": "a", "weight": 1.25}], "counts": {"x": "3"}}, 201
    )
    made = CreateNote(service.connection)(
        text="",
        parts=[NotePart(title="a", weight=Decimal("1.250")), {"Title": "x"} and {"title": "b"}],
        counts={"x": 3},
        weight=Decimal("0.10"),
        urgent=True,
        tags=["p", "q"],
        more={"free": [None, 1]},
    )
    assert service.last.url == "https://notes.example.com/v2/Notes"
    assert service.last.headers["Content-Type"] == "application/json"
    body = (service.last.body or b"").decode()
    assert '"weight":1.250' in body and '"weight":0.10' in body
    assert json.loads(body) == {
        "text": "",
        "parts": [{"title": "a", "weight": 1.25}, {"title": "b"}],
        "counts": {"x": 3},
        "weight": 0.1,
        "urgent": True,
        "tags": ["p", "q"],
        "more": {"free": [None, 1]},
    }
    assert made.parts == (NotePart(title="a", weight=Decimal("1.25")),) and made.counts == {"x": 3}
    for wrong, said in (
        ({"parts": [{"heading": "x"}]}, r"parts: \[0\]: NotePart has no field 'heading'"),
        ({"parts": [{"weight": "x"}]}, r"parts: \[0\]: \.weight: a Decimal is needed"),
        ({"counts": {"x": "1"}}, r"counts: .*whole number"),
        ({"parts": "x"}, "parts: a sequence of values"),
    ):
        with pytest.raises(ParameterError, match=said):
            CreateNote(service.connection)(text="x", **wrong)


def test_operations_that_answer_nothing_give_nothing(service: Service):
    service.raw(b"", status=204)
    assert UpdateNote(service.connection)(NOTE, text="x") is None
    assert (service.last.method, service.last.body) == ("PUT", b'{"text":"x"}')
    assert DeleteNote(service.connection)(NOTE) is None
    with pytest.raises(SidError, match="NoteSid"):
        DeleteNote(service.connection)(f"{ACCOUNT}:{NOTE}")


@pytest.mark.parametrize("status", [200, 202])
def test_a_delete_is_done_when_the_service_says_so_and_not_some_proxy(service: Service, status):
    """Its own status, or no body at all; whatever else is answered is none of the service's."""
    page = b"<html>Please log in</html>"
    service.raw(page, status)
    with pytest.raises(MalformedAnswer, match=f"a body, .* not 204; 26 bytes .* {status}"):
        DeleteParcel(service.connection)(PARCEL)
    document = f"<Parcel><Sid>{PARCEL}</Sid></Parcel>".encode()
    (result,) = DeleteParcel(service.connection, options=ON).process([document])
    assert result.status == "failed"
    with pytest.raises(OutcomeUnknown, match="a body"):
        UpdateNote(service.connection)(NOTE, text="x")
    service.answers.clear()
    service.raw(b"", status)
    DeleteParcel(service.connection)(PARCEL)


def test_a_delete_that_is_answered_by_a_document_takes_the_services_own(service: Service):
    """This one is a POST, so that after anything else nobody knows whether it was carried out."""
    service.raw(b"<html>Please log in</html>", 200)
    with pytest.raises(OutcomeUnknown, match="a web page"):
        DeleteDepot(service.connection)("north")
    (result,) = DeleteDepot(service.connection, options=ON).process(
        [b"<Depot><Sid>north</Sid></Depot>"]
    )
    assert isinstance(result.error, OutcomeUnknown)
    service.answers.clear()
    service.json({"label": "north"}).xml("<Depot><Label>north</Label></Depot>")
    DeleteDepot(service.connection)("north")
    (result,) = DeleteDepot(service.connection, options=ON).process(
        [b"<Depot><Sid>north</Sid></Depot>"]
    )
    assert result.ok


def test_what_there_is_one_of_needs_no_sid(service: Service):
    service.json({"text": "x"})
    assert GetNoteSettings(service.connection)().text == "x"
    assert service.last.url == "https://notes.example.com/v2/Settings"
    with pytest.raises(SidError, match="no Sid"):
        GetNoteSettings(service.connection)(NOTE)
    with pytest.raises(SidError, match="needs"):
        GetNote(service.connection).run()


def test_errors_carry_what_the_service_said(service: Service):
    said = {
        "code": 20003,
        "message": "no",
        "more_info": "https://x/20003",
        "status": 401,
        "detail": "d",
    }
    service.json(said, status=401)
    with pytest.raises(AuthenticationError) as caught:
        GetParcel(service.connection)(PARCEL)
    error = caught.value
    assert (error.status, error.code, error.message, error.detail) == (401, 20003, "no", "d")
    service.answers.clear()
    service.raw(b"<html>busy</html>", status=502)
    with pytest.raises(UnconfirmedServerError, match="not the service's own error but 17 bytes"):
        CreateParcel(service.connection)(to="+13115556789", depot_sid=DEPOT)


def test_an_unusable_answer_to_a_post_leaves_the_outcome_unknown(service: Service):
    service.json("[]", status=201)
    with pytest.raises(OutcomeUnknown, match="unexpected answer"):
        CreateParcel(service.connection)(to="+13115556789", depot_sid=DEPOT)
    with pytest.raises(MalformedAnswer, match="unexpected answer"):
        GetParcel(service.connection)(PARCEL)


def test_fields_are_checked(service: Service):
    for wrong, said in (
        (["Sid", "Nope"], "Parcel has no field 'Nope'; it has Sid, "),
        ([], "fields is empty"),
        ([["Sid"]], r"has no field \['Sid'\]"),
        ("Sid", "fields takes several values, not one str"),
        (5, "fields takes several values, not one int"),
        ((name for name in ()), "fields is empty"),
    ):
        with pytest.raises(ParameterError, match=said):
            QueryParcel(service.connection, fields=wrong)


def test_fields_may_be_given_by_what_gives_them_once(service: Service):
    service.json({"parcels": [parcel_json()]})
    query = QueryParcel(service.connection, fields=(name for name in ["Sid", "status"]))
    assert [dict(record.items()) for record in query()] == [{"sid": PARCEL, "status": "queued"}]


def test_values_that_the_catalog_calls_secret_are_not_shown(service: Service):
    """By the request that sends them, the error of one that may have arrived, or the record."""
    request = CreateNoteRequest(text="x", lock="hush")
    assert request.lock == "hush"
    assert repr(request) == "CreateNoteRequest(text='x', lock=***)"
    service.fails(ReadTimeout("too slow"))
    with pytest.raises(OutcomeUnknown) as caught:
        CreateNote(service.connection).run(request)
    assert caught.value.parameters == (("text", "x"), ("lock", "***"))
    assert b'"lock":"hush"' in (service.last.body or b"")
    service.answers.clear()
    service.json({"signing_key": "hush", "readers": [{"name": "a", "passphrase": "hush"}]})
    settings = GetNoteSettings(service.connection)()
    assert settings.signing_key == settings.readers[0].passphrase == "hush"
    assert repr(settings) == (
        "NoteSettings(signing_key=***, readers=(NoteSettingsReader(name='a', passphrase=***),))"
    )
    service.answers.clear()
    service.json({"signing_key": None})
    assert repr(GetNoteSettings(service.connection)()) == "NoteSettings(signing_key=None)"


def test_requests_compare_and_show_what_is_given():
    one = CreateParcelRequest(to="+13115556789", mark=["x"])
    assert one == CreateParcelRequest(to="+13115556789", mark=["x"]) != CreateParcelRequest(to="x")
    assert repr(one) == "CreateParcelRequest(to='+13115556789', mark=['x'])"


class OwnParcel(Parcel):
    """A record class of somebody's own."""

    @property
    def heavy(self) -> bool:
        return self.weight is not None and self.weight > 10


def test_records_are_what_users_of_attrs_expect(service: Service):
    """``asdict``, ``evolve``, ``cattrs`` take the fields that are set, of part of a record, too."""
    import cattrs

    service.json({"sid": PARCEL, "weight": "1.50", "handling": {"fragile": True}})
    part = GetParcel(service.connection)(PARCEL)
    plain = {"sid": PARCEL, "weight": Decimal("1.50")}
    assert attrs.asdict(part, recurse=False) == {**plain, "handling": part.handling}
    assert attrs.asdict(part) == {**plain, "handling": {"fragile": True}}
    assert attrs.astuple(Parcel(sid=PARCEL)) == (PARCEL,)
    other = attrs.evolve(part, to="x", weight=None)
    assert type(other) is Parcel and other.to == "x" and other.weight is None
    assert other.sid == PARCEL and not other.is_set("uri") and part.weight == Decimal("1.50")
    assert cattrs.unstructure(part) == {**plain, "handling": {"fragile": True}}
    assert isinstance(part, Parcel) and type(part) is Parcel and attrs.has(Parcel)


def test_a_subclass_of_a_record_is_read_like_the_record(service: Service):
    """From a document, and from both formats by an operation that answers it."""
    document = Parcel(sid=PARCEL, weight=Decimal("12")).to_document()
    own = OwnParcel.from_document(document)
    assert type(own) is OwnParcel and own.heavy and str(own.to_document()) == str(document)

    class GetOwnParcel(GetParcel):
        spec = GetParcel.spec._replace(record=OwnParcel)

    service.json({"sid": PARCEL, "weight": "12"}).raw(bytes(document), kind="application/xml")
    for _ in range(2):
        found = GetOwnParcel(service.connection)(PARCEL)
        assert type(found) is OwnParcel and found.heavy and found == own


def test_a_record_is_plain_data_if_asked(service: Service):
    """JSON names; text for decimals, times in ISO 8601, enumerations and nested values as JSON."""
    service.json(FULL)
    record = GetParcel(service.connection)(PARCEL)
    plain = record.to_dict()
    assert plain == json.loads(record.to_json())
    assert list(plain) == [field.json_name for field in Parcel.spec.fields]
    posted = Parcel(posted_at=datetime(2026, 11, 1, tzinfo=UTC), weight=Decimal("1.50"))
    assert {"posted_at": "2026-11-01T00:00:00+00:00", "weight": "1.50"} == posted.to_dict()


@pytest.mark.parametrize(
    "use",
    [
        lambda record: record.related_uris,
        lambda record: dict(record.items())["related_uris"],
        lambda record: record.to_dict()["related_uris"],
        lambda record: attrs.asdict(record)["related_uris"],
        lambda record: pickle.loads(pickle.dumps(record)).related_uris,
        lambda record: copy.deepcopy(record).related_uris,
        lambda record: attrs.evolve(record, weight=None).related_uris,
        lambda record: Parcel.from_document(record.to_document()).related_uris,
        lambda record: record.is_set("related_uris") and record.related_uris,
    ],
)
def test_addresses_are_there_however_a_record_is_used(service: Service, use):
    """They are read when somebody asks for them first, and from then on they are the same."""
    service.json(parcel_json(related_uris={"scans": "/x"}))
    record = GetParcel(service.connection)(PARCEL)
    assert use(record) == {"scans": "/x"} == record.related_uris
    assert record.related_uris is record.related_uris


def test_records_with_fields_left_out_are_read_as_whole_ones_are(service: Service):
    """Whatever a page before it had or lacked, each record has just the fields that came."""
    rows = [parcel_json(to="a"), {"sid": PARCEL}, parcel_json(pieces=2, related_uris={"a": "b"})]
    for row in [*rows, *reversed(rows)]:
        service.answers.clear()
        service.json({"parcels": [row, {**row, "sid": OTHER}]})
        for record in QueryParcel(service.connection)():
            assert {name for name, _ in record.items()} == row.keys()


def test_the_next_page_may_lack_what_the_first_had(service: Service):
    """A field that is missing on one page is unset there, and not on the others."""
    whole = parcel_json(**{f.json_name: None for f in Parcel.spec.fields})
    for row in (whole, parcel_json(), whole):
        service.answers.clear()
        service.json({"parcels": [row]})
        (record,) = QueryParcel(service.connection)()
        assert record.is_set("insured") == (row is whole)
