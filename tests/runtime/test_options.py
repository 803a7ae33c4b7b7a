"""Options: archiving, tracking, caching, and the profiles of documents."""

from __future__ import annotations

import os
import re
import sqlite3
import stat
import subprocess
import sys
import threading
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from acme_notes.api.note import CreateNote, Note
from acme_ops.api.parcel import CreateParcel, GetParcel, Parcel, QueryParcel
from in_memory import ACCOUNT, DEPOT, NOTE, PARCEL, Service, parcel_json

from twilio_ops_runtime.documents.archive import Archiving
from twilio_ops_runtime.documents.cache import MemoryCache, SqliteCache
from twilio_ops_runtime.documents.document import Document
from twilio_ops_runtime.documents.options import Options
from twilio_ops_runtime.documents.process import ProcessStopped
from twilio_ops_runtime.documents.profiles import Profile, profile_of
from twilio_ops_runtime.documents.tracking import (
    CurrentDate,
    ElementValue,
    Property,
    Static,
    TrackedField,
)
from twilio_ops_runtime.errors import (
    ConfigurationError,
    ConnectionDropped,
    OutcomeUnknown,
    ParameterError,
    PostProcessingError,
    ProfileError,
)

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
    results = list(
        CreateParcel(service.connection, options=options).process([REQUEST, REQUEST, b"<bad"])
    )
    files = sorted(folder.iterdir())
    assert [path for result in results for path in result.archived] == files
    assert [path.name for path in files] == [
        "20261101_1200050CreateParcel_1.dat",
        "20261101_1200050CreateParcel_2.dat",
        "20261101_1200051CreateParcel_3.dat",
        "20261101_1200051CreateParcel_4.dat",
        "20261101_1200052CreateParcel_5.dat",
    ]
    assert files[4].read_bytes() == b"<bad"
    assert [path.read_bytes() for path in files][:2] == [
        REQUEST,
        f"<PostAnswer>{ITEM}</PostAnswer>".encode(),
    ]
    assert {stat.S_IMODE(path.stat().st_mode) for path in files} == {0o600}


CRASHING = """
import os, signal, sys
from twilio_ops_runtime import Archiving, Document
archiving = Archiving(sys.argv[1])
os.link = lambda *_: os.kill(os.getpid(), signal.SIGKILL)
archiving.write(Document(b"<a/>"), 0, "Op")
"""


def test_an_operation_can_be_had_with_other_settings(service: Service, tmp_path: Path):
    """The one that it was made of keeps its own."""
    service.xml(ITEM, 201)
    create = CreateParcel(service.connection)
    archives = create.replace(options=Options(archiving=Archiving(tmp_path)))
    list(create.process([REQUEST]))
    assert not list(tmp_path.iterdir())
    list(archives.process([REQUEST]))
    assert len(list(tmp_path.iterdir())) == 2
    other = Service()
    other.xml(ITEM, 201)
    list(archives.replace(connection=other.connection).process([REQUEST]))
    assert (len(service.requests), len(other.requests)) == (2, 1)
    assert len(list(tmp_path.iterdir())) == 4


def test_what_a_crash_left_is_removed_at_the_next_start(tmp_path: Path):
    """Killed between writing and naming, a writer leaves a part, which nobody else would remove."""
    run = [sys.executable, "-c", CRASHING, str(tmp_path)]
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    assert subprocess.run(run, env=env).returncode == -9
    assert [path.suffix for path in tmp_path.iterdir()] == [".part"]
    (tmp_path / "mine.part").write_text("somebody else's", encoding="utf-8")
    with Archiving(tmp_path)._locked(exclusive=False):
        pass
    assert [path.name for path in tmp_path.iterdir()] == ["mine.part"]


def test_a_part_that_is_being_written_is_left_alone(tmp_path: Path):
    """Another process may begin to archive into the folder at any time."""
    with Archiving(tmp_path)._locked(exclusive=False):
        part = tmp_path / ".x.part"
        part.write_bytes(b"<a/>")
        Archiving(tmp_path)
        assert part.exists()
    Archiving(tmp_path)
    assert not part.exists()


@pytest.mark.parametrize(
    "content",
    [
        b"<R><Account><AuthToken>s3cret</AuthToken></Account></R>",
        b"<R><Account><AuthToken a='1'><![CDATA[s3cret]]></AuthToken>",
        b"<R><x:AuthToken\n>s3cret",
        "<R><AuthToken>s3cret</AuthToken></R>".encode("utf-16"),
        "<R><AuthToken>s3cret</AuthToken>".encode("utf-16"),
    ],
)
def test_secrets_are_masked_in_archives(tmp_path: Path, content: bytes):
    """Well formed or not, in any encoding; who asks for them gets what came."""
    masked = Archiving(tmp_path / "a").write(Document(content), 0, "Op", secrets={"AuthToken"})
    assert b"s3cret" not in masked.read_bytes().replace(b"\0", b"")
    clear = Archiving(tmp_path / "b", secrets=True)
    path = clear.write(Document(content), 0, "Op", secrets={"AuthToken"})
    assert path.read_bytes() == content


@pytest.mark.parametrize(
    ("content", "masked"),
    [
        (
            b"<R><To>+1</To><AuthToken>s3cret</AuthToken>",
            b"<R><To>+1</To><AuthToken>***</AuthToken>",
        ),
        (b"<R><To>+1</To>", b"<R><To>+1</To>"),
    ],
)
def test_what_is_no_secret_is_archived(tmp_path: Path, content: bytes, masked: bytes):
    """Of a document that is not well formed, too: that is the one somebody looks for."""
    path = Archiving(tmp_path).write(Document(content), 0, "Op", secrets={"AuthToken"})
    assert path.read_bytes() == masked


def test_a_document_without_secrets_is_archived_as_it_is(tmp_path: Path):
    """In any encoding, well formed or not."""
    content = "<R><To>+1</To>".encode("utf-16")
    assert Archiving(tmp_path).write(Document(content), 0, "Op").read_bytes() == content


def test_the_token_of_an_account_is_masked_in_its_archive(tmp_path: Path):
    """What is secret is the catalog's to say."""
    from twilio_ops.api.account import GetAccount

    service = Service()
    body = f"<Account><Sid>{ACCOUNT}</Sid><AuthToken>s3cret</AuthToken></Account>"
    service.xml(body, root="TwilioResponse")
    options = Options(archiving=Archiving(tmp_path))
    document = GetAccount(service.connection, options=options).document(ACCOUNT)
    (path,) = tmp_path.iterdir()
    assert b"<AuthToken>***</AuthToken>" in path.read_bytes()
    assert document.text_at("Account/AuthToken") == "s3cret"


def test_the_archive_never_writes_over_anything(tmp_path: Path):
    document = Document(b"<a/>")
    first, second = Archiving(tmp_path, now=noon), Archiving(tmp_path, now=noon)
    paths = [one.write(document, 0, "Op") for one in (first, second, first, second)]
    assert len(set(paths)) == len(list(tmp_path.iterdir())) == 4
    (tmp_path / "file").write_text("x", encoding="utf-8")
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
    options = Options(tracked_fields=[field], stop_on="nothing")
    (failed,) = GetParcel(service.connection, options=options).process(["x"])
    assert failed.tracked == {"sid": ""} and failed.status == "failed"


class Anything:
    """What a caller may put in the place of a cache or a tracked value."""

    def value(self, passage: object) -> str:
        raise ZeroDivisionError("by a value of the caller's own")

    def add(self, document: Document) -> None:
        raise ZeroDivisionError("by a cache of the caller's own")

    def find(self, index: str, *keys: str) -> list[Document]:
        return []


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (lambda: Options(tracking_direction="sideways"), "tracking_direction takes 'input', 'out"),
        (
            lambda: Options(return_application_error_responses="yes"),
            "responses takes True or False",
        ),
        (lambda: Options(stop_on="all"), "stop_on takes 'any', 'application error', 'nothing' or"),
        (lambda: Archiving("x", secrets=5), "Archiving.secrets takes True or False"),
        (lambda: Options(archiving="/folder"), "archiving takes an Archiving or None, not str"),
        (lambda: Options(document_cache={}), "document_cache takes a DocumentCache or None"),
        (lambda: Options(document_cache=set()), "document_cache takes"),
        (lambda: Options(document_cache=MemoryCache), "document_cache takes"),
        (lambda: Options(tracked_fields=["x"]), "tracked_fields takes a list of TrackedFields"),
        (lambda: Options(tracked_fields=5), "tracked_fields takes a list of TrackedFields, not 5"),
        (lambda: Options(tracked_fields=TrackedField("x", [Static("")])), "takes a list of"),
        (lambda: TrackedField("", [Static("x")]), "TrackedField.label takes text"),
        (lambda: TrackedField("x", []), "such as Static and ElementValue, at least one"),
        (lambda: TrackedField("x", ["text"]), "TrackedField.values takes a list of values such"),
        (lambda: TrackedField("x", "text"), "TrackedField.values takes a list"),
        (lambda: TrackedField("x", Static("")), "TrackedField.values takes a list"),
        (lambda: ElementValue("x", of="else"), "ElementValue.of takes 'tracked', 'input' or"),
        (lambda: Static(5), "Static.text takes text, not 5"),
        (lambda: Property(None), "Property.name takes text, not None"),
        (lambda: CurrentDate(now="noon"), "CurrentDate.now takes what can be called"),
        (lambda: MemoryCache({"sid": [5]}), "the index 'sid' takes a list of element paths"),
        (lambda: MemoryCache(["sid"]), "a document cache takes element paths by index"),
    ],
)
def test_options_that_cannot_work_are_refused_at_once(wrong, said):
    """Not when a document has been sent and its answer waits for them."""
    with pytest.raises(ConfigurationError, match=said):
        wrong()
    Options(document_cache=Anything(), tracked_fields=[TrackedField("x", [Anything()])])


def test_two_tracked_fields_never_have_one_label():
    fields = [TrackedField(label, [Static("x")]) for label in ("a", "b", "a")]
    with pytest.raises(ConfigurationError, match="has the label 'a' twice"):
        Options(tracked_fields=fields)


@pytest.mark.parametrize("wrong", [{"run": 5}, {5: "run"}, ["run"], "run"])
def test_properties_are_text_by_name(service: Service, wrong):
    for process in (
        lambda: CreateParcel(service.connection).process([REQUEST], properties=wrong),
        lambda: GetParcel(service.connection).process([PARCEL], properties=wrong),
        lambda: QueryParcel(service.connection).process(properties=wrong),
    ):
        with pytest.raises(ParameterError, match="properties takes text by name"):
            process()
    assert service.requests == []


def test_the_properties_of_a_run_are_those_it_began_with(service: Service):
    service.xml(ITEM, 201)
    options = Options(tracked_fields=[TrackedField("run", [Property("run")])])
    properties = {"run": "1"}
    results = CreateParcel(service.connection, options=options).process(
        [REQUEST] * 2, properties=properties
    )
    assert next(results).tracked == {"run": "1"}
    properties["run"] = "2"
    assert next(results).tracked == {"run": "1"}


def test_what_xml_cannot_hold_is_not_sent_if_it_is_to_be_archived(service: Service, tmp_path: Path):
    """The request's document is made before it goes out, not when it is too late."""
    service.json(parcel_json(), 201)
    cached = Options(document_cache=MemoryCache({"sid": ["Parcel/Sid"]}))
    archived = Options(archiving=Archiving(tmp_path))
    given = {"to": "+13115556789", "depot_sid": DEPOT, "mark": ["a\x0b"]}
    CreateParcel(service.connection, options=cached)(**given)
    with pytest.raises(ProfileError, match=r"Parcel/Mark: .*XML"):
        CreateParcel(service.connection, options=archived)(**given)
    assert len(service.requests) == 1


def gone(tmp_path: Path) -> Options:
    archiving = Archiving(tmp_path / "archive")
    (tmp_path / "archive").rmdir()
    return Options(archiving=archiving)


FAILING = [
    pytest.param(gone, "archiving failed: FileNotFoundError", id="archiving"),
    pytest.param(lambda _: Options(document_cache=Anything()), "caching failed", id="caching"),
]


@pytest.mark.parametrize(("options", "said"), FAILING)
def test_a_record_is_not_lost_when_what_follows_fails(
    service: Service, tmp_path: Path, options, said
):
    """Of what was created, the error may be the only trace."""
    service.json(parcel_json(), 201)
    create = CreateParcel(service.connection, options=options(tmp_path))
    with pytest.raises(PostProcessingError, match=said) as caught:
        create(to="+13115556789", depot_sid=DEPOT)
    assert caught.value.result == Parcel.from_document(
        f"<PostAnswer><Parcel><Sid>{PARCEL}</Sid><Weight>1.50</Weight>"
        "<Status>queued</Status></Parcel></PostAnswer>"
    )
    assert caught.value.__cause__ is not None


@pytest.mark.parametrize(("options", "said"), FAILING)
def test_a_document_is_not_lost_when_what_follows_fails(
    service: Service, tmp_path: Path, options, said
):
    service.xml(ITEM)
    get = GetParcel(service.connection, options=options(tmp_path))
    with pytest.raises(PostProcessingError, match=said) as caught:
        get.document(PARCEL)
    assert str(caught.value.result) == f"<PostAnswer>{ITEM}</PostAnswer>"


@pytest.mark.parametrize(
    ("options", "said"),
    [
        *FAILING,
        pytest.param(
            lambda _: Options(tracked_fields=[TrackedField("x", [Anything()])]),
            "tracking failed: ZeroDivisionError",
            id="tracking",
        ),
    ],
)
def test_a_run_that_cannot_go_on_hands_out_its_results(
    service: Service, tmp_path: Path, options, said
):
    service.xml(ITEM, 201)
    create = CreateParcel(service.connection, options=options(tmp_path))
    with pytest.raises(ProcessStopped, match=f"stopped at input 0: .*{said}") as caught:
        list(create.process([REQUEST] * 3))
    stopped = caught.value
    assert isinstance(stopped.__cause__, PostProcessingError)
    assert stopped.__cause__.result == stopped.result == stopped.results[-1]
    assert stopped.result.ok and stopped.result.output is not None
    assert stopped.result.output.text_at("Parcel/Sid") == PARCEL
    assert stopped.count == len(service.requests) == 1


def test_a_run_hands_out_what_failed_when_that_cannot_be_archived(service: Service, tmp_path: Path):
    service.fails(ConnectionDropped("cut"))
    create = CreateParcel(service.connection, options=gone(tmp_path))
    with pytest.raises(ProcessStopped, match="archiving failed") as caught:
        list(create.process([REQUEST]))
    assert caught.value.result.status == "failed"
    assert isinstance(caught.value.result.error, OutcomeUnknown)


def test_what_xml_cannot_hold_is_in_the_error_that_says_so(service: Service):
    """A service that speaks JSON only has done it, and its answer cannot become a document."""
    service.json({"sid": NOTE, "text": "\x0b"}, 201)
    on = Options(stop_on="nothing")
    (result,) = CreateNote(service.connection, options=on).process([b"<Note><text>x</text></Note>"])
    assert result.status == "failed" and isinstance(result.error, ProfileError)
    assert result.error.record == Note(sid=NOTE, text="\x0b")
    cache = MemoryCache({"sid": ["Note/Sid"]})
    create = CreateNote(service.connection, options=Options(document_cache=cache))
    with pytest.raises(PostProcessingError, match="writing it as a document failed") as caught:
        create(text="x")
    assert caught.value.result == Note(sid=NOTE, text="\x0b")


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
    (tmp_path / "other").write_text(
        "this is no database, and long enough to be seen as none" * 30, encoding="utf-8"
    )
    for where in (tmp_path / "other", tmp_path / "no" / "folder.db"):
        with pytest.raises(ConfigurationError, match="cannot be used as a cache"):
            SqliteCache(where, {"sid": ["Parcel/Sid"]})
    for indexes in ({}, {"x": []}, {"x": "Parcel/Sid"}, {"x": 5}):
        with pytest.raises(ConfigurationError, match="index"):
            MemoryCache(indexes)  # type: ignore[arg-type]
    assert sqlite3.sqlite_version


def test_a_cache_in_a_file_takes_new_indexes(tmp_path: Path):
    """What is in it is found by them, and what another adds, who does not know them, too."""
    path = tmp_path / "cache.db"
    document = Document(f"<PostAnswer>{ITEM}</PostAnswer>".encode())
    with SqliteCache(path, {"sid": ["Parcel/Sid"]}) as first:
        first.add(document)
        with SqliteCache(path, {"weight": ["Parcel/Weight"]}) as second:
            assert second.find("weight", "1.50") == [document]
            first.add(document)
            assert second.find("weight", "1.50") == [document] * 2
            second.add(document)
            assert first.find("sid", PARCEL) == [document] * 3
    with pytest.raises(ConfigurationError, match=r"'sid' of .* is over Parcel/Sid, not Parcel/We"):
        SqliteCache(path, {"other": ["Parcel/Sid"], "sid": ["Parcel/Weight"]})
    with closing(sqlite3.connect(path)) as base:
        names = base.execute("SELECT name FROM paths_of ORDER BY name").fetchall()
    assert names == [("sid",), ("weight",)]


def test_caches_agree(tmp_path: Path):
    """In memory and in a file: keys are trimmed on both sides, and a bad document changes nothing."""
    indexes = {"sid": ["Parcel/Sid"], "both": ["Parcel/Sid", "Parcel/To"]}
    documents = [
        b"<R><Parcel><Sid> a </Sid><To/></Parcel></R>",
        b"<R><Parcel><Sid>a</Sid></Parcel></R>",
        "<R><Parcel><Sid>\u00e9\u2003</Sid><To>:</To></Parcel></R>".encode(),
    ]
    asked = [
        ("sid", "a"),
        ("sid", " a\n"),
        ("both", "a", ""),
        ("both", "\u00e9", ": "),
        ("sid", ""),
    ]
    found = []
    with SqliteCache(tmp_path / "cache.db", indexes) as sqlite:
        for cache in (MemoryCache(indexes), sqlite):
            for content in documents:
                cache.add(Document(content))
            with pytest.raises(ProfileError):
                cache.add(Document(b"<bad"))
            with pytest.raises(LookupError, match="keys of an index are text, not int"):
                cache.find("sid", 5)  # type: ignore[arg-type]
            found.append(([cache.find(*keys) for keys in asked], len(cache)))
    assert found[0] == found[1]
    assert [len(one) for one in found[0][0]] == [2, 2, 1, 1, 0] and found[0][1] == 3


FORGETFUL = """
import gc, sys, warnings
from pathlib import Path
from twilio_ops_runtime import ConfigurationError, SqliteCache
folder = Path(sys.argv[1])
(folder / "none.db").write_bytes(b"no database" * 100)
try:
    SqliteCache(folder / "none.db", {"sid": ["Parcel/Sid"]})
except ConfigurationError:
    pass
SqliteCache(folder / "a.db", {"sid": ["Parcel/Sid"]})
gc.collect()
kept = SqliteCache(folder / "b.db", {"sid": ["Parcel/Sid"]})
"""


def test_no_cache_in_a_file_stays_open(tmp_path: Path):
    """Neither one that could not be used, nor one that was forgotten, nor one at the end of all."""
    path = os.pathsep.join(filter(None, sys.path))
    done = subprocess.run(
        [sys.executable, "-X", "dev", "-W", "error", "-c", FORGETFUL, str(tmp_path)],
        env={**os.environ, "PYTHONPATH": path},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stderr == ""
    # What SQLite keeps beside a database that is open is gone.
    names = sorted(one.name for one in tmp_path.iterdir())
    assert names == ["a.db", "b.db", "none.db"]


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
    long = b"<Parcel><To>x</To><Pieces>" + b"9x" * 100_000 + b"</Pieces></Parcel>"
    with pytest.raises(ProfileError, match="Pieces") as caught:
        profile.check(long)
    assert len(str(caught.value)) < 2000


def test_a_large_document_that_is_not_valid_is_refused_without_being_explained():
    """To explain it all would take minutes, and anybody may hand in such a document."""
    profile = CreateParcel.request_profile
    assert profile is not None
    marks = b"<Parcel><To>x</To>" + b"<Mark>a</Mark>" * 20_000 + b"<Nope/>" * 20_000 + b"</Parcel>"
    with pytest.raises(ProfileError, match=r"line 1: .*; and there may be more$"):
        profile.check(marks)


@pytest.mark.parametrize(
    "inside",
    [
        "<To " + " ".join(f'a{number}="x"' for number in range(2000)) + ">x</To>",
        "<To>x</To><Pieces>" + "9" * 1_000_000 + "x</Pieces>",
        "<To>x</To>" + "<Deep>" * 200 + "</Deep>" * 200,
        "<To>x</To>" * 30_000,
    ],
    ids=["attributes", "text", "depth", "elements"],
)
def test_a_document_made_to_be_explained_for_long_is_explained_shortly(inside: str):
    """Few problems, each short: what is looked at for them is bounded, whatever the document is."""
    profile = CreateParcel.request_profile
    assert profile is not None
    document = f"<Parcel>{inside}</Parcel>".encode()
    with pytest.raises(ProfileError) as caught:
        profile.check(document)
    assert 1 <= len(caught.value.problems) <= 22
    assert max(map(len, caught.value.problems)) <= 301


def test_a_fault_is_one_problem_with_its_line_and_element():
    """In the words of the field, and in the order of the document."""
    profile = CreateParcel.request_profile
    assert profile is not None
    with pytest.raises(ProfileError) as caught:
        profile.check(
            b"<Parcel>\n<Pieces>many</Pieces>\n<Insured>maybe</Insured>\n<Nope/>\n"
            b"<Weight>1</Weight><Weight>1</Weight>\n</Parcel>"
        )
    assert [
        "line 2: Parcel/Pieces: 'many' is not a whole number",
        "line 3: Parcel/Insured: 'maybe' is not true or false",
        "line 4: Parcel/Nope: it is not taken here",
        "line 5: Parcel/Weight: it is there twice",
        "line 1: Parcel: To is missing",
    ] == [problem.partition(" from ")[0].partition(" of ")[0] for problem in caught.value.problems]


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


def test_what_is_archived_is_on_the_disk_before_it_has_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """The whole content first, then the name: a loss of power leaves no file that lacks something."""
    archiving = Archiving(tmp_path, now=noon)
    seen: list[tuple[bool, int, list[str]]] = []

    def fsync(handle: int) -> None:
        found = os.fstat(handle)
        names = [path.name for path in tmp_path.glob("*.dat")]
        seen.append((stat.S_ISDIR(found.st_mode), found.st_size, names))

    monkeypatch.setattr(os, "fsync", fsync)
    path = archiving.write(Document(b"<a/>"), 0, "GetParcel")
    assert seen[0] == (False, 4, [])
    assert [(is_folder, names) for is_folder, _, names in seen[1:]] == [(True, [path.name])]
    assert [one.name for one in tmp_path.iterdir()] == [path.name]  # nothing is left half-written
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.parametrize("of", ["tracked", "input"])
def test_a_document_that_is_not_well_formed_has_no_elements_to_track(service: Service, of):
    """It is a failed result like any other, and the run goes on; its other values are noted."""
    service.xml(ITEM, 201)
    fields = [TrackedField("to", [Static("to "), ElementValue("To", of=of)])]
    options = Options(tracked_fields=fields, stop_on="nothing")
    bad, good = CreateParcel(service.connection, options=options).process([b"<bad", REQUEST])
    assert (bad.status, bad.tracked) == ("failed", {"to": "to "})
    assert isinstance(bad.error, ProfileError) and "not well formed" in str(bad.error)
    assert (good.status, good.tracked) == ("done", {"to": "to +13115556789"})


def test_what_follows_fails_as_far_as_is_known(service: Service):
    """Of an input that was never sent, it is not said that anything was done."""

    class Broken:
        def value(self, passage: object, /) -> str:
            raise RuntimeError("no")

    options = Options(tracked_fields=[TrackedField("x", [Broken()])], stop_on="nothing")
    with pytest.raises(ProcessStopped) as stopped:
        list(CreateParcel(service.connection, options=options).process([b"<bad"]))
    assert str(stopped.value) == (
        "stopped at input 0: the outcome is known, and tracking failed: RuntimeError: no; "
        "the result of this error is what came of it"
    )
    assert stopped.value.result.status == "failed" and not service.requests


def test_many_write_to_an_archive_at_once(tmp_path: Path):
    """One that writes keeps no other from it, only one that cleans; and cleaning waits for nobody."""
    fcntl = pytest.importorskip("fcntl")
    archiving = Archiving(tmp_path, now=noon)
    (tmp_path / ".left.part").write_bytes(b"half")
    folder = os.open(tmp_path, os.O_RDONLY)
    try:
        fcntl.flock(folder, fcntl.LOCK_SH)  # as another that writes
        archiving.write(Document(b"<a/>"), 0, "GetParcel")
        Archiving(tmp_path)
        assert (tmp_path / ".left.part").exists()
    finally:
        os.close(folder)
    Archiving(tmp_path)
    assert not (tmp_path / ".left.part").exists()
    assert [one.read_bytes() for one in tmp_path.iterdir()] == [b"<a/>"]


@pytest.mark.parametrize("chosen", [None, "input", "output"])
def test_what_starts_a_process_is_tracked_by_what_comes_out(service: Service, chosen):
    """Get and Query, whatever is set; the others as is set, and by what goes in if nothing is."""
    options = Options(tracking_direction=chosen)
    service.xml(ITEM).xml(f"<Parcels>{ITEM}</Parcels>").xml(ITEM, 201)
    directions = [
        next(GetParcel(service.connection, options=options).process([PARCEL])).direction,
        next(QueryParcel(service.connection, options=options).process()).direction,
        next(CreateParcel(service.connection, options=options).process([REQUEST])).direction,
    ]
    assert directions == ["output", "output", chosen or "input"]
