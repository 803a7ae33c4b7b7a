"""Options: archiving, tracking, caching, and the profiles of documents."""

from __future__ import annotations

import os
import re
import sqlite3
import stat
import threading
from datetime import UTC, datetime
from pathlib import Path

import pytest
from acme_ops.api.parcel import CreateParcel, GetParcel, QueryParcel
from in_memory import DEPOT, PARCEL, Service, parcel_json

from twilio_ops_runtime.archiving import Archiving
from twilio_ops_runtime.cache import MemoryCache, SqliteCache
from twilio_ops_runtime.documents import Document
from twilio_ops_runtime.errors import ConfigurationError, ProfileError
from twilio_ops_runtime.options import Options
from twilio_ops_runtime.profiles import Profile, profile_of
from twilio_ops_runtime.tracking import CurrentDate, ElementValue, Property, Static, TrackedField

ITEM = f"<Parcel><Sid>{PARCEL}</Sid><Weight>1.50</Weight></Parcel>"
REQUEST = f"<Parcel><To>+13115556789</To><DepotSid>{DEPOT}</DepotSid></Parcel>".encode()
ERROR = "<Refusal><Status>400</Status><Message>no</Message></Refusal>"


def noon() -> datetime:
    return datetime(2026, 11, 1, 12, 0, 5, tzinfo=UTC)


def test_every_document_that_passes_is_archived(service: Service, tmp_path: Path):
    folder = tmp_path / "a" / "archive"
    archiving = Archiving(folder, now=noon)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    service.xml(ITEM, 201).xml(ERROR, 400)
    options = Options(archiving=archiving, return_application_error_responses=True)
    list(CreateParcel(service.connection, options=options).process([REQUEST, REQUEST, b"<bad"]))
    files = sorted(folder.iterdir())
    assert [path.name for path in files] == [
        "20261101_1200050CreateParcel_1.dat",
        "20261101_1200050CreateParcel_2.dat",
        "20261101_1200051CreateParcel_3.dat",
        "20261101_1200051CreateParcel_4.dat",
    ]
    assert [path.read_bytes() for path in files][:2] == [
        REQUEST,
        f"<PostAnswer>{ITEM}</PostAnswer>".encode(),
    ]
    assert {stat.S_IMODE(path.stat().st_mode) for path in files} == {0o600}


def test_the_archive_never_writes_over_anything(tmp_path: Path):
    document = Document(b"<a/>")
    first, second = Archiving(tmp_path, now=noon), Archiving(tmp_path, now=noon)
    paths = [one.write(document, 0, "Op") for one in (first, second, first, second)]
    assert len(set(paths)) == len(list(tmp_path.iterdir())) == 4
    (tmp_path / "file").write_text("x")
    with pytest.raises(ConfigurationError, match="cannot be used"):
        Archiving(tmp_path / "file")


def test_the_typed_door_archives_and_caches_too(service: Service, tmp_path: Path):
    cache = MemoryCache({"sid": ["Parcel/Sid"]})
    options = Options(archiving=Archiving(tmp_path, now=noon), document_cache=cache)
    service.json(parcel_json(), 201)
    CreateParcel(service.connection, options=options)(to="+13115556789", depot_sid=DEPOT)
    GetParcel(service.connection, options=options)(PARCEL)
    service.answers.clear()
    service.json({"parcels": [parcel_json(), parcel_json()]})
    assert len(list(QueryParcel(service.connection, options=options)())) == 2
    names = sorted(re.sub(r"^\d+_\d+", "", path.name) for path in tmp_path.iterdir())
    assert names == ["CreateParcel_1.dat", "CreateParcel_2.dat", "GetParcel_3.dat"] + [
        f"QueryParcel_{n}.dat" for n in (4, 5)
    ]
    assert len(cache.find("sid", PARCEL)) == 4


def test_tracked_fields_join_their_values(service: Service):
    fields = [
        TrackedField(
            "what",
            [
                Static("to "),
                ElementValue("To", of="input"),
                Static(" as "),
                ElementValue("Parcel/Sid", of="output"),
                Static(" in "),
                Property("run"),
                Property("nothing"),
                CurrentDate(" %Y", now=noon),
            ],
        ),
        TrackedField("tracked", [ElementValue("DepotSid")]),
    ]
    service.xml(ITEM, 201)
    options = Options(tracked_fields=fields)
    create = CreateParcel(service.connection, options=options)
    (result,) = create.process([REQUEST], properties={"run": "r7"})
    assert result.tracked == {
        "what": f"to +13115556789 as {PARCEL} in r7 2026",
        "tracked": DEPOT,
    }
    assert result.direction == "input"
    options = Options(tracked_fields=fields, tracking_direction="output")
    (result,) = CreateParcel(service.connection, options=options).process([REQUEST])
    assert result.tracked["tracked"] == "" and result.direction == "output"


def test_start_operations_track_their_output_whatever_is_set(service: Service):
    service.xml(ITEM)
    field = TrackedField("sid", [ElementValue("Parcel/Sid")])
    options = Options(tracked_fields=[field], tracking_direction="input")
    (result,) = GetParcel(service.connection, options=options).process([PARCEL])
    assert (result.direction, result.tracked) == ("output", {"sid": PARCEL})
    (failed,) = GetParcel(service.connection, options=options).process(["x"])
    assert failed.tracked == {"sid": ""} and failed.status == "failed"


@pytest.mark.parametrize(
    "wrong",
    [
        lambda: Options(tracking_direction="sideways"),
        lambda: Options(return_application_error_responses="yes"),
        lambda: TrackedField("", []),
        lambda: ElementValue("x", of="else"),
        lambda: Static(5),
    ],
)
def test_options_are_checked(wrong):
    with pytest.raises((ValueError, TypeError)):
        wrong()


@pytest.fixture(params=["memory", "sqlite"])
def cache(request, tmp_path: Path):
    indexes = {"sid": ["Parcel/Sid"], "both": ["Parcel/Sid", "Parcel/Weight"]}
    if request.param == "memory":
        yield MemoryCache(indexes)
    else:
        with SqliteCache(tmp_path / "cache.db", indexes) as found:
            yield found


def test_a_cache_gives_documents_by_their_keys(service: Service, cache):
    service.xml(f"<Parcels>{ITEM}{ITEM.replace('1.50', '')}<Parcel/></Parcels>")
    options = Options(document_cache=cache)
    documents = list(QueryParcel(service.connection, options=options).documents())
    assert len(cache) == 3
    assert cache.find("sid", PARCEL) == documents[:2]
    assert cache.find("both", PARCEL, "1.50") == documents[:1]
    assert cache.find("both", PARCEL, "") == documents[1:2]
    assert cache.find("sid", "none") == []
    for index, keys in (("nope", ("x",)), ("both", ("x",))):
        with pytest.raises(LookupError):
            cache.find(index, *keys)
    cache.clear()
    assert len(cache) == 0 and cache.find("sid", PARCEL) == []


def test_a_cache_is_safe_to_share_between_threads(cache):
    document = Document(f"<PostAnswer>{ITEM}</PostAnswer>".encode())
    threads = [
        threading.Thread(target=lambda: [cache.add(document) for _ in range(50)]) for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(cache.find("sid", PARCEL)) == len(cache) == 200


def test_errors_are_not_cached(service: Service):
    cache = MemoryCache({"status": ["Refusal/Status"]})
    options = Options(document_cache=cache, return_application_error_responses=True)
    service.xml(ERROR, 400)
    list(CreateParcel(service.connection, options=options).process([REQUEST]))
    assert len(cache) == 0


def test_a_cache_in_a_file_outlives_the_process_and_is_private(tmp_path: Path):
    path = tmp_path / "cache.db"
    document = Document(f"<PostAnswer>{ITEM}</PostAnswer>".encode())
    with SqliteCache(path, {"sid": ["Parcel/Sid"]}) as cache:
        cache.add(document)
    with SqliteCache(path, {"sid": ["Parcel/Sid"]}) as cache:
        assert cache.find("sid", PARCEL) == [document]
    assert stat.S_IMODE(os.stat(path).st_mode) == 0o600
    (tmp_path / "other").write_text("this is no database, and long enough to be seen as none" * 30)
    for where in (tmp_path / "other", tmp_path / "no" / "folder.db"):
        with pytest.raises(ConfigurationError, match="cannot be used as a cache"):
            SqliteCache(where, {"sid": ["Parcel/Sid"]})
    for indexes in ({}, {"x": []}, {"x": "Parcel/Sid"}):
        with pytest.raises(ConfigurationError, match="index"):
            MemoryCache(indexes)  # type: ignore[arg-type]
    assert sqlite3.sqlite_version


def test_profiles_explain_what_is_wrong():
    profile = CreateParcel.request_profile
    assert profile is not None and profile is CreateParcel.request_profile
    assert profile.path.name == "CreateParcel.request.xsd" and profile.path.is_file()
    profile.check(REQUEST)
    with pytest.raises(ProfileError) as caught:
        profile.check(b"<Parcel><To>x</To><Pieces>many</Pieces></Parcel>")
    assert any("Pieces" in problem for problem in caught.value.problems)
    assert GetParcel.request_profile is None and GetParcel.response_profile is not None
    assert profile_of("acme_ops", None) is None
    with pytest.raises(ConfigurationError, match="no package"):
        profile_of("no_such_package_at_all", "x.xsd")
    with pytest.raises(ConfigurationError, match=r"no profile nope\.xsd"):
        Profile(Path("nope.xsd")).check(REQUEST)
    marks = b"<Parcel><To>x</To>" + b"<Nope/>" * 50 + b"</Parcel>"
    with pytest.raises(ProfileError) as caught:
        profile.check(marks)
    assert len(caught.value.problems) <= 21


def test_a_profile_is_safe_to_share_between_threads():
    profile = CreateParcel.request_profile
    assert profile is not None
    good, bad = Document.of(REQUEST).element, Document.of(b"<Parcel/>").element
    found: list[bool] = []

    def work() -> None:
        found.extend(profile.is_valid(good) and not profile.is_valid(bad) for _ in range(50))

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [True] * 200
