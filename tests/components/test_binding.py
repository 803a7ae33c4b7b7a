"""A component that is bound to one run: what it would send, what it keeps, what it says of results."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from twilio_ops import (
    Archiving,
    ConfigurationError,
    Connection,
    Document,
    Options,
    Origin,
    ParameterError,
    ProcessStopped,
    ProfileError,
    SqliteCache,
)
from twilio_ops_components import InputDocument, ValueUnavailable, load_operation
from twilio_ops_components.load import Component
from twilio_ops_runtime import RefusedOperation, Request, Response, Retry

Write = Callable[..., Path]
ACCOUNT, CALL, SID = "AC" + "0a" * 16, "CA" + "1b" * 16, "SM" + "2e" * 16
LISTS = f"/2010-04-01/Accounts/{ACCOUNT}"
RECORD = f"<TwilioResponse><Message><Sid>{SID}</Sid><To>+1</To><Body/></Message></TwilioResponse>".encode()
LIST = RECORD.replace(b"<Message>", b"<Messages><Message>").replace(
    b"</Message>", b"</Message></Messages>"
)
NOW = datetime(2026, 1, 31, 22, 5, 6, tzinfo=UTC)
TO_ELEMENT = "parameters: {To: {element: Phone}, From: '+13115550000', Body: hi}\n"
GOOD, BAD = b"<C><Phone>+13115550001</Phone></C>", b"<C/>"


class Service:
    """Says the same to everybody, and keeps what it was asked."""

    def __init__(self, status: int = 201, body: bytes = RECORD) -> None:
        self.status = status
        self.body = body
        self.asked: list[Request] = []

    def __call__(self, request: Request, /) -> Response:
        self.asked.append(request)
        body = (
            LIST
            if request.method == "GET" and request.path == LISTS + "/Messages.xml"
            else self.body
        )
        return Response(self.status, {"Content-Type": "application/xml"}, body)


@pytest.fixture
def service() -> Service:
    return Service()


@pytest.fixture
def connection(service: Service) -> Connection:
    return Connection(ACCOUNT, "secret", send=service, retry=Retry(max_attempts=1))


Load = Callable[..., Component]


@pytest.fixture
def load(connection: Connection, write: Write) -> Load:
    """Loads a component of an action of messages, or of another object."""

    def load(action: str, settings: str = "", object_name: str = "Message") -> Component:
        head = f"format: 1\noperation: {{object: {object_name}, action: {action}}}\n"
        return load_operation(write(head + settings), connection)

    return load


def asked(component: Component, source: Any = None, **options: Any) -> str:
    """The path and query of the request that an input makes."""
    return component.bind(**options).call(0, source).request().url.partition(".com")[2]


def test_the_request_of_what_reads(load: Load) -> None:
    """The Sid is the component's, or text; filters, pages and parameters are in the address."""
    messages = f"{LISTS}/Messages"
    assert asked(load("Get", f"sid: {SID}\n")) == f"{messages}/{SID}.xml"
    assert asked(load("Get"), SID) == f"{messages}/{SID}.xml"
    assert asked(load("Get", "sid: {element: S}\n"), f"<a><S>{SID}</S></a>".encode()) == f"{messages}/{SID}.xml"  # fmt: skip
    assert asked(load("Get", f"sid: {SID}\n"), "SM" + "0" * 32) == f"{messages}/{SID}.xml"
    query = (
        "filters: [{To: {equals: '+1'}}, {DateSent: {on: 2026-01-02}}]\npage_size: 7\nlimit: 9\n"
    )
    assert asked(load("Query", query)) == f"{messages}.xml?To=%2B1&DateSent=2026-01-02&PageSize=7"
    assert asked(load("Query", "limit: 9\n")) == f"{messages}.xml?PageSize=9"
    other = "AC" + "0b" * 16
    assert (
        asked(load("Query", f"parent: {other}\n")) == f"/2010-04-01/Accounts/{other}/Messages.xml"
    )
    local = (
        "sid: US\nparameters: {AreaCode: {property: code}, SmsEnabled: 'true', Contains: '5*'}\n"
    )
    found = load("Get", local, "LocalPhoneNumber")
    assert asked(found, properties={"code": "415"}) == (
        f"{LISTS}/AvailablePhoneNumbers/US/Local.xml?AreaCode=415&Contains=5%2A&SmsEnabled=true"
    )


def test_the_request_of_what_writes(load: Load) -> None:
    """Made of the input, or the input itself, or the input completed; checked as for sending."""
    create = load("Create", TO_ELEMENT).bind()
    found = create.call(0, GOOD).request()
    assert (found.method, found.body) == ("POST", b"To=%2B13115550001&From=%2B13115550000&Body=hi")
    assert found.path == f"{LISTS}/Messages.xml"
    assert found.headers["Accept"] == "application/xml"
    given = b"<Message><To>+1</To><From>+2</From><Body>x</Body></Message>"
    for source in (given, given.decode()):
        sent = load("Create").bind().call(0, source).request()
        assert sent.body == b"To=%2B1&From=%2B2&Body=x"
    completed = load("Create", "input: request\nparameters: {Body: y}\n").bind()
    document = Document(given, source=Origin("a.xml", 3))
    made = completed.call(0, document)
    assert made.request().body == b"To=%2B1&From=%2B2&Body=y"
    assert made.document is not None and made.document.source == ("a.xml", 3)
    assert bytes(document) == given, "the input stays as it came"
    update = load("Update", f"sid: {SID}\nparameters: {{Body: ''}}\n").bind().call(0, None)
    assert update.request().path == f"{LISTS}/Messages/{SID}.xml"
    participant = load(
        "Create", f"parent: {CALL}\nparameters: {{Url: 'wss://a.example'}}\n", "Stream"
    )
    assert asked(participant) == f"{LISTS}/Calls/{CALL}/Streams.xml"
    with pytest.raises(ProfileError, match="Too"):
        load("Create").bind().call(0, b"<Message><Too>1</Too></Message>").request()
    with pytest.raises(ProfileError, match="not well formed"):
        load("Create").bind().call(0, b"<Message>").request()


def test_a_request_document_that_is_not_there_is_a_failure_of_its_input(load: Load) -> None:
    """Whether the run ends with it hangs on the options."""
    component = load("Create", "options: {stop_on: nothing}\narchiving: {directory: a}\n")
    (found,) = component.process([None])
    assert (found.status, found.input, found.archived) == ("failed", None, ())
    assert isinstance(found.error, ParameterError)
    assert str(found.error) == "CreateMessage takes request documents, and there is none"
    with pytest.raises(ParameterError) as caught:
        component.process()
    assert str(caught.value) == "CreateMessage takes request documents, and none are given"


def test_what_cannot_be_read_is_a_failure_of_its_input(load: Load, tmp_path: Path) -> None:
    """A file that is gone, and what is no document at all."""
    component = load("Create", TO_ELEMENT + "options: {stop_on: nothing}\n")
    first, second = component.process([tmp_path / "gone.xml", 7])  # type: ignore[list-item]
    assert str(first.error).startswith("the document cannot be read: [Errno 2] No such file")
    assert str(second.error) == (
        "the document cannot be read: a document is bytes, text, a path or an element, not int"
    )
    assert isinstance(first.error, ProfileError) and isinstance(second.error, ProfileError)
    assert (first.index, second.index) == (0, 1)


def test_values_see_the_run_and_their_input(load: Load) -> None:
    """The position, the time, properties of the run and of the document."""
    component = load(
        "Query",
        "tracking:\n  a: [{document_property: index}, /, {document_property: x}, /, {property: y}]\n"
        "  b: {current_date: yyyyMMdd}\n  c: {last_run: {mask: yyyy}}\n",
    )
    binding = component.bind(properties={"y": "run"}, now=lambda: NOW)
    call = binding.call(4, InputDocument(None, {"x": "own"}))
    assert call.tracked == {"a": ("5", "/", "own", "/", "run"), "b": ("20260131",), "c": ("1970",)}
    assert binding.began == NOW
    assert (call.address, call.parameters, call.document) == (None, {}, None)
    for wrong in ({"y": 1}, ["y"]):
        with pytest.raises(ParameterError, match=r"^properties takes text by name"):
            component.bind(properties=wrong)  # type: ignore[arg-type]
    with pytest.raises(ValueUnavailable, match=r"^tracking\.a: document_property x: there is no"):
        component.bind(properties={"y": "run"}).call(0, None)


def test_a_parameter_of_the_wrong_type_is_named(load: Load) -> None:
    """Before anything is asked for it."""
    component = load(
        "Get",
        "sid: US\nparameters: {AreaCode: {property: code}}\noptions: {stop_on: nothing}\n",
        "LocalPhoneNumber",
    )
    assert component.bind(properties={"code": "415"}).call(0, None).parameters == {"AreaCode": 415}
    (found,) = component.process(properties={"code": "x"})
    assert isinstance(found.error, ValueUnavailable)
    assert str(found.error) == "parameters.AreaCode: 'x' is not a whole number"


def state(component: Component) -> Any:
    """What is kept of a component's runs at the account."""
    path = component.definition.state_path
    return json.loads(path.read_text(encoding="utf-8"))["runs"][ACCOUNT] if path.exists() else None


def test_a_run_is_noted_when_it_begins_and_when_all_of_it_is_done(
    load: Load, service: Service
) -> None:
    """Not before its first result is asked for, and not for a part of a run, nor for a look."""
    component = load("Create", TO_ELEMENT + "options: {stop_on: nothing}\n")
    look = component.replace(sends=False)
    list(look.bind().process([GOOD]))
    assert state(component) is None
    results = component.bind(now=lambda: NOW).process([GOOD, GOOD], first_index=7)
    assert state(component) is None
    assert next(results).index == 7
    assert state(component) == {"last_run": NOW.isoformat()}
    assert [one.index for one in results] == [8]
    assert state(component) == {"last_run": NOW.isoformat(), "last_successful_run": NOW.isoformat()}
    component.definition.state_path.unlink()
    list(component.process([GOOD], is_whole=False))
    assert state(component).keys() == {"last_run"}
    list(component.process([BAD, GOOD]))
    assert state(component).keys() == {"last_run"}
    component.succeed(NOW)
    assert state(component)["last_successful_run"] == NOW.isoformat()
    list(component.process([GOOD]))
    assert state(component)["last_successful_run"] > NOW.isoformat()


def test_runs_at_an_emulator_are_kept_apart(load: Load, tmp_path: Path) -> None:
    """Under no account, as emulators make up theirs; archive and cache are beside the account's."""
    settings = (
        "archiving: {directory: archive}\ncaching: {file: c.db, indexes: {by: [Message/Sid]}}\n"
        "tracking: {a: {cache: {file: c.db, index: by, keys: [x], element: A/B, default: none}}}\n"
    )
    component = load("Query", settings)
    emulated = component.replace(emulated=True)
    assert emulated.definition.emulated and not component.definition.emulated
    assert emulated.replace().definition.emulated
    (found,) = emulated.process()
    assert found.tracked == {"a": "none"}
    names = {one.name for one in tmp_path.iterdir()}
    assert {"archive.emulator", "c.emulator.db", "component.emulator.state.json"} <= names
    assert not {"archive", "c.db", "component.state.json"} & names
    kept = json.loads((tmp_path / "component.emulator.state.json").read_text(encoding="utf-8"))
    assert kept["runs"].keys() == {"emulator"}


def test_settings_of_the_file_are_those_of_the_operation(load: Load, tmp_path: Path) -> None:
    """The archive and the cache are opened once, and shared by what the component is replaced by."""
    component = load(
        "Query",
        "options: {return_application_error_responses: true, stop_on: application error,"
        " tracking_direction: input}\narchiving: {directory: a, secrets: true}\n"
        "caching: {file: c.db, indexes: {by: [Message/Sid]}}\n",
    )
    options = component.options
    assert options.return_application_error_responses is True
    assert (options.stop_on, options.tracking_direction) == ("application error", "input")
    assert options.archiving is not None and options.archiving.directory == tmp_path / "a"
    assert isinstance(options.document_cache, SqliteCache)
    assert component.options is options and component.replace().options is options
    assert component.replace(emulated=True).options is not options
    other = Options(stop_on="nothing")
    assert component.replace(options=other).options is other
    assert component.replace(options=other).replace().options is other
    assert repr(component) == f"<Component QueryMessage of {tmp_path / 'component.yaml'}>"
    assert component.spec.name == "QueryMessage"
    usual = load("Query").options
    assert (usual.return_application_error_responses, usual.stop_on, usual.archiving) == (False, None, None)  # fmt: skip
    assert usual.document_cache is None
    options.document_cache.close()


def test_a_look_opens_neither_archive_nor_cache(load: Load, tmp_path: Path) -> None:
    """Nothing is made that was not there."""
    settings = "archiving: {directory: a}\ncaching: {file: c.db, indexes: {by: [Message/Sid]}}\n"
    look = load("Query", settings).replace(sends=False)
    assert look.bind().call(0, None).request().method == "GET"
    assert look.replace().bind().operation.options == Options()
    assert [one.name for one in tmp_path.iterdir()] == ["component.yaml"]
    assert look.replace(sends=True).bind().operation.options.archiving is not None


def test_another_connection_is_taken_where_one_is_given(load: Load, service: Service) -> None:
    """For the component, or for one run; else the environment's."""
    component = load("Query")
    other = Connection("AC" + "0c" * 16, "secret", send=service)
    assert other.account_sid in asked(component.replace(connection=other))
    assert other.account_sid in component.bind(other).call(0, None).request().url
    assert component.replace().connection is component.connection


def test_the_environment_names_the_account_where_nobody_does(
    write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When it is needed, and not before."""
    path = write("format: 1\noperation: {object: Message, action: Query}\n")
    for name in ("TWILIO_ACCOUNT_SID", "TWILIO_AUTH_TOKEN", "TWILIO_API_KEY", "TWILIO_API_SECRET"):
        monkeypatch.delenv(name, raising=False)
    component = load_operation(str(path))
    with pytest.raises(ConfigurationError):
        component.connection  # noqa: B018
    monkeypatch.setenv("TWILIO_ACCOUNT_SID", ACCOUNT)
    monkeypatch.setenv("TWILIO_AUTH_TOKEN", "secret")
    assert component.connection.account_sid == ACCOUNT
    assert component.connection is component.connection


def test_only_the_operations_own_requests_go_through(load: Load, service: Service) -> None:
    """What its values ask for does not."""
    seen: list[str] = []

    def wrap(send: Any) -> Any:
        def attempt(request: Request, /) -> Response:
            seen.append(request.method)
            response: Response = send(request)
            return response

        return attempt

    value = "{operation: {file: component.yaml, element: Message/To}}"
    load("Query")
    path = load("Query").definition.path
    path.rename(path.with_name("other.yaml"))
    value = "{operation: {file: other.yaml, element: Message/To}}"
    component = load("Create", f"parameters: {{To: {value}, From: '+1', Body: x}}\n")
    (found,) = component.replace(through=wrap).process([GOOD])
    assert found.ok and seen == ["POST"]
    assert [one.method for one in service.asked] == ["GET", "POST"]
    list(component.replace(through=wrap).replace().process([GOOD]))
    assert seen == ["POST", "POST"]


@pytest.mark.parametrize(
    ("action", "settings", "source", "direction", "document"),
    [
        ("Query", "", None, "output", RECORD),
        ("Query", "options: {tracking_direction: input}\n", None, "output", RECORD),
        ("Query", "", b"<A/>", "output", RECORD),
        ("Query", "options: {tracking_direction: input}\n", b"<A/>", "input", b"<A/>"),
        ("Create", TO_ELEMENT, GOOD, "input", GOOD),
        ("Create", TO_ELEMENT + "options: {tracking_direction: output}\n", GOOD, "output", RECORD),
    ],
)
def test_a_result_is_of_the_chosen_direction(
    load: Load, action: str, settings: str, source: Any, direction: str, document: bytes
) -> None:
    """Where a run begins there is nothing to track but what comes out."""
    (found,) = load(action, settings).process([source])
    assert found.direction == direction and found.document is not None
    if document == RECORD:
        assert found.document.text_at("Message/Sid") == SID
    else:
        assert bytes(found.document) == document


def test_what_comes_out_is_tracked_with_what_went_in(load: Load, service: Service) -> None:
    """An element that is not there leaves its default, or nothing; a failure has what it can."""
    component = load(
        "Create",
        TO_ELEMENT + "options: {stop_on: nothing}\ntracking:\n"
        "  a: [{element: Phone}, ' ', {output: Message/Sid}]\n  b: {output: Message/Odd}\n"
        "  c: {output: {path: Message/Odd, default: none}}\n  d: {output: {path: Message/To, default: x}}\n",
    )
    (found,) = component.process([GOOD])
    assert found.tracked == {"a": f"+13115550001 {SID}", "b": "", "c": "none", "d": "+1"}
    service.status, service.body = 500, b""
    (found,) = component.process([GOOD])
    assert found.tracked == {"a": "+13115550001 ", "b": "", "c": "none", "d": "x"}
    (found,) = component.process([BAD])
    assert found.tracked == {} and str(found.error) == "tracking.a: element Phone: there is none"


def test_a_run_that_is_stopped_tells_of_the_inputs_as_they_came(
    load: Load, service: Service
) -> None:
    """Whether the service ended it, or an input that could not be sent."""
    settings = TO_ELEMENT + "archiving: {directory: a}\ntracking: {a: {element: Phone}}\n"
    component = load("Create", settings)
    service.status, service.body = 400, b"<TwilioResponse><RestException><Code>1</Code></RestException></TwilioResponse>"  # fmt: skip
    with pytest.raises(ProcessStopped) as caught:
        list(component.process([GOOD]))
    result = caught.value.result
    assert (result.status, bytes(result.input or b""), result.tracked) == ("application error", GOOD, {"a": "+13115550001"})  # fmt: skip
    assert [GOOD in (one.read_bytes(),) for one in result.archived] == [True, False, False]
    assert caught.value.results == (result,) and caught.value.count == 1
    assert caught.value.__cause__ is result.error
    with pytest.raises(ProcessStopped) as caught:
        list(component.process([BAD], first_index=4))
    result = caught.value.result
    assert (result.index, result.status, result.direction) == (4, "failed", "input")
    assert (bytes(result.input or b""), len(result.archived)) == (BAD, 1)
    assert caught.value.results == (result,) and caught.value.count == 1
    assert str(caught.value) == "stopped at input 4: tracking.a: element Phone: there is none"


def test_a_stopped_run_has_the_last_thousand_results(load: Load, service: Service) -> None:
    """And says how many there were; the one that ended it is the last."""
    component = load("Create", TO_ELEMENT + "options: {stop_on: application error}\n")
    service.status, service.body = 400, b"<TwilioResponse><RestException><Code>1</Code></RestException></TwilioResponse>"  # fmt: skip
    with pytest.raises(ProcessStopped) as caught:
        list(component.process([*[BAD] * 1000, GOOD, GOOD]))
    assert [one.index for one in caught.value.results] == list(range(1, 1001))
    assert caught.value.count == 1001 and caught.value.result is caught.value.results[-1]


def test_what_the_service_refuses_is_refused_before_the_first_input(
    load: Load, connection: Connection
) -> None:
    """A connection that cannot work, or an operation that there is no more, is no input's fault."""
    component = load("Create", TO_ELEMENT)
    binding = component.bind()

    def refused(*_: object, **__: object) -> Any:
        raise RefusedOperation("gone")

    binding.operation.process = refused  # type: ignore[method-assign]
    with pytest.raises(RefusedOperation):
        list(binding.results(0, GOOD))


def test_an_archive_that_cannot_be_written_says_where_it_is(
    load: Load, service: Service, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Nothing is sent then."""
    component = load("Create", TO_ELEMENT + "archiving: {directory: a}\n")

    def full(*_: object, **__: object) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Archiving, "write", full)
    with pytest.raises(ConfigurationError) as caught:
        list(component.process([GOOD]))
    assert str(caught.value) == (
        f"the archive folder {tmp_path / 'a'} cannot be used, and nothing was sent:"
        " No space left on device"
    )
    assert service.asked == []


@pytest.mark.parametrize(
    ("action", "settings", "source", "archived"),
    [
        ("Query", "", None, 1),
        ("Query", "filters: [{To: {equals: {element: Phone}}}]\n", GOOD, 2),
        ("Get", "", SID, 1),
        ("Create", TO_ELEMENT, GOOD, 3),
        ("Create", "input: request\nparameters: {Body: x}\n", b"<Message><To>+1</To><From>+2</From></Message>", 3),
        ("Create", "", b"<Message><To>+1</To><From>+2</From><Body>x</Body></Message>", 2),
        ("Update", f"sid: {SID}\nparameters: {{Body: ''}}\n", GOOD, 3),
        ("Update", f"input: request\nsid: {SID}\n", b"<Message><Body/></Message>", 3),
    ],
)  # fmt: skip
def test_what_is_archived(
    load: Load, action: str, settings: str, source: Any, archived: int
) -> None:
    """The input as it came, where something else is sent for it the request too, and the answer."""
    component = load(action, settings + "archiving: {directory: a}\n")
    (found,) = component.process([source])
    contents = [one.read_bytes() for one in found.archived]
    assert len(contents) == archived and SID.encode() in contents[-1]
    if isinstance(source, bytes):
        assert contents[0] == source
    for number, one in enumerate(found.archived):
        assert f"0{action}Message_" in one.name, number


def test_data_of_which_nothing_is_taken_is_archived_beside_its_request(load: Load) -> None:
    """What is sent is not what came."""
    component = load(
        "Create", "input: data\narchiving: {directory: a}\noptions: {stop_on: nothing}\n", "Token"
    )
    (found,) = component.process([GOOD])
    contents = [one.read_bytes() for one in found.archived]
    assert len(contents) == 3 and contents[0] == GOOD and b"Phone" not in contents[1]


def test_a_component_does_not_ask_itself(load: Load, service: Service) -> None:
    """Nothing is asked at all."""
    value = "{operation: {file: component.yaml, element: A/B}}"
    component = load("Query", f"tracking: {{a: {value}}}\noptions: {{stop_on: nothing}}\n")
    (found,) = component.process()
    assert str(found.error) == "tracking.a: operation component.yaml: leads back to itself"
    assert service.asked == []


def test_what_a_value_asks_for_is_asked_with_what_the_run_has(
    load: Load, service: Service, tmp_path: Path
) -> None:
    """Connection, properties, time and input are the same, and its file is read once a run."""
    asking = (
        "filters: [{To: {equals: [{property: p}, {element: Phone}, {document_property: index}]}},"
        " {From: {equals: {current_date: yyyy-MM-dd}}}]\n"
    )
    path = load("Query", asking).definition.path
    path.rename(tmp_path / "other.yaml")
    value = "{operation: {file: other.yaml, element: Message/Sid}}"
    component = load("Get", f"sid: {value}\n")
    binding = component.bind(properties={"p": "x"}, now=lambda: NOW)
    assert binding.call(4, GOOD).address == SID
    (tmp_path / "other.yaml").unlink()
    assert binding.call(0, GOOD).address == SID
    assert [one.url.partition("?")[2] for one in service.asked] == [
        f"To=x%2B13115550001{number}&From=2026-01-31" for number in (5, 1)
    ]
    look = component.replace(sends=False).bind()
    with pytest.raises(ValueUnavailable) as caught:
        look.call(0, GOOD)
    assert str(caught.value) == "sid: operation other.yaml: is not run in a dry run"


@pytest.mark.parametrize(
    ("operation", "default", "said"),
    [
        ("{object: Message, action: Query}\nlimit: 0", None, "there is none"),
        ("{object: Message, action: Query}\nlimit: 0", "d", "d"),
        ("{object: Message, action: Query}", None, "is empty"),
        ("{object: Message, action: Delete}", "d", "is a Delete; expected a Get or Query"),
        ("{object: Message, action: Get}\nsid: {property: p}", "d", "sid: property p: there is none"),
        (None, "d", "cannot be read: no such file or directory"),
    ],
)  # fmt: skip
def test_an_operation_that_has_nothing_to_say(
    load: Load, tmp_path: Path, operation: str | None, default: str | None, said: str
) -> None:
    """A default stands for a record, or an element, that is not there; not for a failure."""
    if operation is not None:
        (tmp_path / "o.yaml").write_text(f"format: 1\noperation: {operation}\n", encoding="utf-8")
    more = "" if default is None else f", default: {default}"
    element = "Message/Body" if said == "is empty" else "Message/Odd"
    value = f"{{operation: {{file: o.yaml, element: {element}{more}}}}}"
    binding = load("Query", f"tracking: {{a: {value}}}\n").bind()
    if said == default:
        assert binding.call(0, None).tracked == {"a": (default,)}
        return
    with pytest.raises(ValueUnavailable) as caught:
        binding.call(0, None)
    assert str(caught.value) == f"tracking.a: operation o.yaml: {said}"


def test_secrets_are_masked_in_what_is_archived_as_it_came(load: Load, service: Service) -> None:
    """As they are in a request; unless the component keeps them."""
    text = b"<A><Password>hunter2hunter2</Password><List>CL1</List></A>"
    parent = "CL" + "0" * 32
    settings = (
        f"parent: {parent}\nparameters: {{Username: u, Password: {{element: Password}}}}\n"
        "archiving: {directory: a%s}\noptions: {stop_on: nothing}\n"
    )
    for more, kept in (("", False), (", secrets: true", True)):
        component = load("Create", settings % more, "SipCredential")
        (found,) = component.process([text])
        contents = [one.read_bytes() for one in found.archived[:2]]
        assert [b"hunter2" in one for one in contents] == [kept, kept]


def test_values_ask_the_cache_that_the_component_fills(load: Load, tmp_path: Path) -> None:
    """Also one that is given in the place of the file's; one that it does not name is none of its."""
    caching = "caching: {file: c.db, indexes: {by: [Message/To]}}\n"
    tracking = (
        "tracking: {a: {cache: {file: c.db, index: by, keys: ['+1'], element: Message/Sid}}}\n"
    )
    component = load("Query", caching + tracking)
    with SqliteCache(tmp_path / "other.db", {"by": ["Message/To"]}) as cache:
        cache.add(Document(RECORD))
        given = component.replace(options=Options(document_cache=cache))
        assert given.bind().call(0, None).tracked == {"a": (SID,)}
        assert not (tmp_path / "c.db").exists()
        list(load("Query").replace(options=Options(document_cache=cache)).process())
        assert len(cache.find("by", "+1")) == 2
    binding = component.bind()
    with pytest.raises(ValueUnavailable, match="there is no document of"):
        binding.call(0, None)
    cached = component.options.document_cache
    assert isinstance(cached, SqliteCache)
    cached.add(Document(RECORD))
    assert binding.call(0, None).tracked == {"a": (SID,)}
    cached.close()


def test_a_request_may_need_no_input(load: Load, service: Service) -> None:
    """Of values that are all known; it is one run, and what it is about is its input."""
    settings = "parameters: {To: '+1', From: '+2', Body: x}\n"
    (found,) = load("Create", settings).process()
    assert (found.ok, found.direction) == (True, "input")
    assert found.input is not None and b"<To>+1</To>" in bytes(found.input)
    assert [one.body for one in service.asked] == [b"To=%2B1&From=%2B2&Body=x"]
