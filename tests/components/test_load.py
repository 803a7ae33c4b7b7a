"""Component files through the Python door: what they say is what is done."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from twilio_ops import (
    Archiving,
    ConfigurationError,
    Connection,
    Document,
    ParameterError,
    ProcessStopped,
    SqliteCache,
)
from twilio_ops.api.call import CreateCall
from twilio_ops.api.message import CreateMessage, QueryMessage
from twilio_ops_components import ComponentError, load_operation
from twilio_ops_emulator import Emulator
from twilio_ops_runtime.http.redact import sent_parameters

Write = Callable[..., Path]
OWN, PHONE, OTHER = "+15005550006", "+13115556789", "+13115550000"

EXAMPLE = """\
format: 1
operation: {object: Message, action: Query, name: messages-of-customer}
connection: production
fields: [Sid, To, Status, Price]
filters:
  - {DateSent: {after: {last_successful_run: true}}}
  - {To: {equals: {element: Customer/Phone}}}
options: {return_application_error_responses: true, stop_on: nothing, tracking_direction: input}
archiving: {directory: archive/}
tracking: {customer: [{static: "C-"}, {element: Customer/Id}], sid: {output: Message/Sid}}
caching: {file: cache.db, indexes: {by-sid: [Message/Sid]}}
"""


def customer(phone: str, number: str = "7") -> bytes:
    """A customer, as some other system may say it."""
    return f"<Customer><Id>{number}</Id><Phone>{phone}</Phone></Customer>".encode()


def send(connection: Connection, *receivers: str) -> None:
    """Send a message to each."""
    create = CreateMessage(connection)
    for to in receivers:
        create(to=to, from_=OWN, body="hello")


def test_every_setting_has_its_effect(
    emulator: Emulator, connection: Connection, write: Write
) -> None:
    """A Query of customers: filters, fields, tracking, archive and cache at once."""
    send(connection, PHONE, OTHER, PHONE)
    emulator.advance(60)
    path = write(EXAMPLE)
    component = load_operation(path, connection)
    found = list(
        component.process(
            [customer(PHONE), b"<Customer><Id>0</Id></Customer>", customer(OTHER, "8")]
        )
    )
    assert [0, 0, 1, 2] == [one.index for one in found]
    assert ["done", "done", "failed", "done"] == [one.status for one in found]
    assert "filters[1].To.equals: element Customer/Phone: there is none" in str(found[2].error)
    assert found[0].output is not None
    root = found[0].output.element
    assert {"Sid", "To", "Status", "Price"} == {str(child.tag) for child in root[0]}
    assert [{"customer": "C-7"}, {"customer": "C-8"}] == [
        {"customer": found[at].tracked["customer"]} for at in (0, 3)
    ]
    assert found[3].tracked["sid"] == found[3].output.text_at("Message/Sid")
    assert ["input"] * 4 == [one.direction for one in found]
    assert found[0].document is not None and b"Customer" in bytes(found[0].document)
    archived = sorted(file.name for file in (path.parent / "archive").iterdir())
    assert all("messages-of-customer" in name for name in archived) and len(archived) == 6
    with SqliteCache.existing(path.parent / "cache.db") as cache:
        assert 1 == len(cache.find("by-sid", found[3].tracked["sid"]))


def test_a_run_without_input_is_one_run(connection: Connection, write: Write) -> None:
    """A Query that needs no document asks once, and tracks what comes out."""
    send(connection, PHONE, OTHER)
    path = write(
        "format: 1\noperation: {object: Message, action: Query}\nlimit: 1\npage_size: 1\n"
        "options: {tracking_direction: input}\n"
    )
    (found,) = load_operation(path, connection).process()
    assert "output" == found.direction and found.document == found.output


def test_a_document_that_cannot_be_read_is_no_fault_of_a_value(
    connection: Connection, write: Write
) -> None:
    """The message is about the document, wherever a value would have looked into it first."""
    for settings in (
        "tracking: {to: {element: To}}\n",
        f"parameters: {{To: {{element: To}}, From: '{OWN}', Body: x}}\n",
    ):
        path = write(
            "format: 1\noperation: {object: Message, action: Create}\n"
            f"{settings}options: {{stop_on: nothing}}\n"
        )
        (found,) = load_operation(path, connection).process([b"<Message><To>1</Message>"])
        assert str(found.error).startswith("the document cannot be read: it is not well formed")


def test_requests_are_made_of_data(connection: Connection, write: Write) -> None:
    """With parameters, documents are data, and the request is made of their values."""
    path = write(
        "format: 1\noperation: {object: Message, action: Create}\n"
        f"parameters:\n  To: {{element: Customer/Phone}}\n  From: {OWN}\n"
        "  Body: [Hello, ' ', {element: Customer/Id}]\n"
        "  MediaUrl: {each: ['https://a.example/1', 'https://a.example/2']}\n"
        "options: {stop_on: nothing}\n"
    )
    found = list(load_operation(path, connection).process([customer(PHONE), customer("nobody")]))
    assert ["done", "application error"] == [one.status for one in found]
    assert found[0].output is not None
    assert "Hello 7" == found[0].output.text_at("Message/Body")
    assert "2" == found[0].output.text_at("Message/NumMedia")
    assert OWN == found[0].output.text_at("Message/From")
    assert customer(PHONE) == bytes(found[0].input or b"")


def test_request_documents_are_completed(connection: Connection, write: Write) -> None:
    """With ``input: request``, what the component says replaces what the document says."""
    path = write(
        "format: 1\noperation: {object: Message, action: Create}\ninput: request\n"
        f"parameters: {{From: '{OWN}', Body: [{{element: Body}}, '!']}}\n"
    )
    request = f"<Message><Body>Hi</Body><To>{PHONE}</To><From>{PHONE}</From></Message>"
    (found,) = load_operation(path, connection).process([Document(request)])
    assert found.output is not None
    assert ["Hi!", OWN] == [found.output.text_at(f"Message/{name}") for name in ("Body", "From")]


def test_the_sid_comes_with_the_input(connection: Connection, write: Write) -> None:
    """Get, Update and Delete take the Sid from wherever the component says."""
    send(connection, PHONE)
    (query,) = load_operation(
        write("format: 1\noperation: {object: Message, action: Query}\n"), connection
    ).process()
    assert query.output is not None
    sid = query.output.text_at("Message/Sid")
    document = Document(f"<Order><Message sid='{sid}'/></Order>")
    for action, more in (("Get", ""), ("Update", "parameters: {Body: ''}\n"), ("Delete", "")):
        path = write(
            f"format: 1\noperation: {{object: Message, action: {action}}}\n"
            f"sid: {{element: Message/@sid}}\n{more}"
        )
        (found,) = load_operation(path, connection).process([document])
        assert ("done", document) == (found.status, found.input), found.error


def test_a_stopped_run_keeps_the_results_so_far(connection: Connection, write: Write) -> None:
    """Off, the first that is not done stops the run; the error counts from the run's beginning."""
    path = write(
        "format: 1\noperation: {object: Message, action: Create}\n"
        f"parameters: {{To: {{element: Phone}}, From: '{OWN}', Body: hi}}\n"
    )
    component = load_operation(path, connection)
    inputs = [customer(PHONE), customer(PHONE), customer("nobody"), customer(PHONE)]
    with pytest.raises(ProcessStopped) as caught:
        list(component.process(inputs))
    assert (3, 2) == (caught.value.count, caught.value.result.index)
    assert [0, 1, 2] == [one.index for one in caught.value.results]
    assert customer("nobody") == bytes(caught.value.result.input or b"")


MISTAKES = """\
format: 1
operation: {object: Call, action: Query, nmae: x}
filters:
  - {StartTime: {equals: 2026-01-01}}
  - {Statu: {equals: busy}}
  - {To: {equals: {elemnt: Phone}}}
  - {To: {equals: {element: Customer//Phone}}}
fields: [Sid, Prise]
sid: CA00000000000000000000000000000000
page_size: 5000
options: {stop_on: never}
options: {}
"""


def test_all_mistakes_are_told_at_once(write: Write) -> None:
    """Each with its file, line, setting, what was expected and the nearest name."""
    path = write(MISTAKES)
    with pytest.raises(ComponentError) as caught:
        load_operation(path)
    told = [str(one).removeprefix(f"{path}:") for one in caught.value.mistakes]
    assert [
        "2: operation.nmae: is no setting; expected object, action or name; did you mean name?",
        "4: filters[0].StartTime: StartTime has before, on, after; not equals",
        "5: filters[1].Statu: Call has no filter Statu; did you mean Status?",
        "6: filters[2].To.equals.elemnt: is no kind of value",
        "7: filters[3].To.equals.element: expected element names joined by /",
        "8: fields[1]: Call has no field 'Prise'; did you mean Price?",
        "9: sid: Query of Call has no sid; it has parent",
        "10: page_size: expected a whole number from 1 to 1000, not '5000'",
        "11: options.stop_on: expected any, application error or nothing, not 'never'",
        "12: options: is there twice",
    ] == [
        line[: len(wanted)]
        for line, wanted in zip(
            told,
            [
                "2: operation.nmae: is no setting; expected object, action or name; did you mean name?",
                "4: filters[0].StartTime: StartTime has before, on, after; not equals",
                "5: filters[1].Statu: Call has no filter Statu; did you mean Status?",
                "6: filters[2].To.equals.elemnt: is no kind of value",
                "7: filters[3].To.equals.element: expected element names joined by /",
                "8: fields[1]: Call has no field 'Prise'; did you mean Price?",
                "9: sid: Query of Call has no sid; it has parent",
                "10: page_size: expected a whole number from 1 to 1000, not '5000'",
                "11: options.stop_on: expected any, application error or nothing, not 'never'",
                "12: options: is there twice",
            ],
            strict=True,
        )
    ]


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("", 1, "is empty"),
        ("format: 1\n  x: 2\n", 2, "is not YAML"),
        ("format: 2\n", 1, "format 2 is newer than this version takes (1); run: pip install"),
        ("operation: {}\n", 1, "lacks format"),
        ("format: 1\n", 1, "lacks operation"),
        ("format: 1\noperation: {object: Cal, action: Get}\n", 2, "did you mean Call?"),
        ("format: 1\noperation: {object: Recording, action: Update}\n", 2, "has Get, Query or Delete"),
        ("format: 1\noperation: {object: ConnectApp, action: Create}\n", 2, "is refused: Connect"),
        ("format: &a 1\noperation: *a\n", 1, "is an alias"),
        ("a: " * 3000, 1, "YAML"),
        ("[" * 3000, 1, "nested deeper than 30 levels"),
    ],
)  # fmt: skip
def test_a_file_that_is_no_component(write: Write, text: str, line: int, said: str) -> None:
    """It is told with its line, whatever it is."""
    with pytest.raises(ComponentError) as caught:
        load_operation(write(text))
    first = caught.value.mistakes[0]
    assert said in first.text and line == first.line


def test_error_responses_are_outputs(connection: Connection, write: Write) -> None:
    """On, an error answer is its input's output, and the rest goes on."""
    path = write(
        "format: 1\noperation: {object: Message, action: Create}\n"
        f"parameters: {{To: {{element: Phone}}, From: '{OWN}', Body: hi}}\n"
        "options: {return_application_error_responses: true}\n"
    )
    found = list(load_operation(path, connection).process([customer("nobody"), customer(PHONE)]))
    assert ["application error", "done"] == [one.status for one in found]
    assert found[0].output is not None
    assert "21211" == found[0].output.text_at("RestException/Code")


def test_two_runs_side_by_side_note_their_own(connection: Connection, write: Write) -> None:
    """Tracked fields are those of the input that a result belongs to."""
    path = write(
        "format: 1\noperation: {object: Message, action: Create}\n"
        f"parameters: {{To: {{element: Phone}}, From: '{OWN}', Body: hi}}\n"
        "tracking: {id: {element: Id}}\n"
    )
    component = load_operation(path, connection)
    first = component.process([customer(PHONE, "1"), customer(PHONE, "2")])
    second = component.process([customer(PHONE, "3"), customer(PHONE, "4")])
    found = [next(first), next(second), next(first), next(second)]
    assert ["1", "3", "2", "4"] == [one.tracked["id"] for one in found]


def test_a_component_that_needs_documents_says_so(connection: Connection, write: Write) -> None:
    """None at all, or one alone, is a mistake of the caller and no run."""
    path = write("format: 1\noperation: {object: Message, action: Create}\n")
    component = load_operation(path, connection)
    with pytest.raises(ParameterError, match="takes request documents, and none are given"):
        component.process()
    with pytest.raises(ParameterError, match="takes several values"):
        component.process(b"<Message/>")  # type: ignore[arg-type]
    with pytest.raises(ParameterError, match="takes text by name"):
        component.process([], properties={"a": 1})  # type: ignore[dict-item]


def test_text_is_a_sid_for_a_get(connection: Connection, write: Write) -> None:
    """As for a typed operation."""
    send(connection, PHONE)
    sid = next(QueryMessage(connection)()).sid
    path = write("format: 1\noperation: {object: Message, action: Get}\n")
    (found,) = load_operation(path, connection).process([str(sid)])
    assert ("done", sid) == (found.status, found.address)


def test_what_reads_the_file_may_be_missing(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the extra is not installed, the message says how it is."""
    path = write("format: 1\n")
    monkeypatch.setitem(sys.modules, "ruamel.yaml", None)
    with pytest.raises(ConfigurationError, match=r"pip install 'twilio-ops\[components\]'"):
        load_operation(path)


def test_an_input_is_archived_as_it_came(connection: Connection, write: Write) -> None:
    """Where a request is made of it, both are there, then the answer; without a request, it is."""
    path = write(
        "format: 1\noperation: {object: Message, action: Create}\n"
        f"parameters: {{To: {{element: Phone}}, From: '{OWN}', Body: hi}}\n"
        "archiving: {directory: archive}\noptions: {stop_on: nothing}\n"
    )
    inputs = [customer(PHONE), b"<Customer/>", b"<not"]
    found = list(load_operation(path, connection).process(inputs))
    contents = [[file.read_bytes() for file in one.archived] for one in found]
    assert inputs == [one[0] for one in contents]
    assert [3, 1, 1] == [len(one) for one in contents]
    assert b"<To>" in contents[0][1] and b"TwilioResponse" in contents[0][2]


def test_a_request_is_archived_once(connection: Connection, write: Write) -> None:
    """What is sent as it came is there as it came, and its answer; also if a value is missing."""
    text = (
        "format: 1\noperation: {object: Message, action: Create}\n"
        "archiving: {directory: archive}\noptions: {stop_on: nothing}\n"
        "tracking: {a: {element: Body}}\n"
    )
    request = f"<Message><Body>Hi</Body><To>{PHONE}</To><From>{OWN}</From></Message>".encode()
    inputs = [request, request.replace(b"<Body>Hi</Body>", b"")]
    found = list(load_operation(write(text), connection).process(inputs))
    assert [2, 1] == [len(one.archived) for one in found]
    assert inputs == [one.archived[0].read_bytes() for one in found]


def test_an_archive_that_is_full_keeps_an_input_from_being_sent(
    emulator: Emulator, connection: Connection, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The run ends with what is wrong, and nothing has arrived."""
    path = write(
        "format: 1\noperation: {object: Message, action: Create}\n"
        f"parameters: {{To: {{element: Phone}}, From: '{OWN}', Body: hi}}\n"
        "archiving: {directory: archive}\n"
    )

    def full(*_: object, **__: object) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Archiving, "write", full)
    with pytest.raises(ConfigurationError, match="nothing was sent: No space left"):
        list(load_operation(path, connection).process([customer(PHONE)]))
    assert emulator.request_log.count == 0


def test_nested_parameters_take_values(
    emulator: Emulator, connection: Connection, write: Write
) -> None:
    """Pairs of names and values are made of the input, in their order."""
    path = write(
        "format: 1\noperation: {object: Stream, action: Create}\nparent: {element: Call}\n"
        "parameters:\n  Url: wss://a.example/x\n"
        "  Parameter:\n    each:\n"
        "      - {elements: {Name: id, Value: [C-, {element: Id}]}}\n"
        "      - elements: {Name: {element: Name}, Value: 'b c'}\n"
    )
    call = CreateCall(connection)(to=PHONE, from_=OWN, url="https://a.example/x")
    document = f"<A><Call>{call.sid}</Call><Id>7</Id><Name>n</Name></A>".encode()
    binding = load_operation(path, connection).bind()
    sent = sent_parameters(binding.call(0, document).request())
    assert [
        ("Url", "wss://a.example/x"),
        ("Parameter1.Name", "id"),
        ("Parameter1.Value", "C-7"),
        ("Parameter2.Name", "n"),
        ("Parameter2.Value", "b c"),
    ] == [tuple(pair) for pair in sent]
    any_value = write(
        "format: 1\noperation: {object: Payments, action: Create}\nparent: {element: Call}\n"
        "parameters: {IdempotencyKey: k, StatusCallback: 'https://a.example/x', Parameter: {elements: {a: {element: Id}}}}\n",
        "any.yaml",
    )
    sent = sent_parameters(load_operation(any_value, connection).bind().call(0, document).request())
    assert ["Parameter", '{"a":"7"}'] == list(next(one for one in sent if one[0] == "Parameter"))
