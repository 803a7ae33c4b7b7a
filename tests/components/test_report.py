"""What a report says, line by line, and what is found again by it."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from twilio_ops.api.message import CreateMessage, GetMessage
from twilio_ops_components.inputs import Input, documents_of
from twilio_ops_components.report import document_of, read_report, said_of
from twilio_ops_components.run import run
from twilio_ops_runtime import ConfigurationError, Connection, Options, Retry
from twilio_ops_runtime.http.messages import Request, Response

SID = "SM" + "2e" * 16
OUTPUT = Options(tracking_direction="output")
GOES_ON = Options(return_application_error_responses=True, stop_on="nothing")


def answering(body: bytes, status: int = 200, kind: str = "application/xml") -> Connection:
    """A connection to a service that always says the same."""

    def send(request: Request, /) -> Response:
        return Response(status, {"Content-Type": kind, "Twilio-Request-Id": "RQ1"}, body)

    return Connection("AC" + "0a" * 16, "secret", send=send, retry=Retry(max_attempts=1))


def record(content: str) -> bytes:
    """An answer with one message."""
    return f"<TwilioResponse><Message>{content}</Message></TwilioResponse>".encode()


def message(body: str) -> str:
    """A request document."""
    return f"<Message><To>+13115550001</To><From>+13115550000</From><Body>{body}</Body></Message>"


def lines(out: Path) -> list[dict[str, Any]]:
    """The report's lines."""
    return [
        json.loads(line) for line in (out / "report.jsonl").read_text(encoding="utf-8").splitlines()
    ]


def test_the_lines_of_a_report(tmp_path: Path) -> None:
    """First what it is about, then two lines a document: before it is sent, and when it is answered."""
    file = tmp_path / "two.xml"
    file.write_text(f"{message('a')}\n{message('b')}\n", encoding="utf-8")
    answer = record(f"<Sid>{SID}</Sid>")
    out = tmp_path / "out"
    create = CreateMessage(answering(answer, 201), options=OUTPUT)
    run(create, documents_of([file]), out, account="AC1")
    header, *found = lines(out)
    assert header.pop("started") <= found[0]["begun"]
    assert header == {
        "report": 1,
        "operation": "CreateMessage",
        "component": None,
        "account": "AC1",
        "direction": "output",
    }
    assert [None, 2] == [found[0]["line"], found[2]["line"]]
    for begun, ended, name, body in ((*found[:2], "00001-two.xml", "a"), (*found[2:], "00002-two.xml", "b")):  # fmt: skip
        assert begun == {
            "index": ended["index"],
            "status": "begun",
            "input": str(file),
            "line": ended["line"],
            "digest": hashlib.sha256(message(body).encode()).hexdigest(),
            "begun": ended["begun"],
        }
        assert ended["begun"] <= ended["ended"] and ended["ended"].endswith("Z")
        assert ended == {
            "index": begun["index"],
            "record": None,
            "input": str(file),
            "line": begun["line"],
            "status": "done",
            "http_status": None,
            "code": None,
            "message": None,
            "sid": SID,
            "tracked": {},
            "request_id": "RQ1",
            "attempts": 1,
            "document": name,
            "outputs": [name],
            "archived": [],
            "begun": begun["begun"],
            "ended": ended["ended"],
            "digest": begun["digest"],
            "copy": ended["copy"],
        }
        assert ended["copy"] == (out / name).read_text(encoding="utf-8") and SID in ended["copy"]


@pytest.mark.parametrize("cut", ["begun", "done"])
def test_another_document_in_the_place_of_one_is_told(tmp_path: Path, cut: str) -> None:
    """Whether it was answered or is only known to have been sent."""
    file, out = tmp_path / "a.xml", tmp_path / "out"
    file.write_text(message("a"), encoding="utf-8")
    create = CreateMessage(answering(record(f"<Sid>{SID}</Sid>"), 201), options=GOES_ON)
    run(create, documents_of([file]), out)
    whole = (out / "report.jsonl").read_bytes().splitlines(keepends=True)
    (out / "report.jsonl").write_bytes(b"".join(whole[: 2 if cut == "begun" else 3]))
    file.write_text(message("b"), encoding="utf-8")
    with pytest.raises(ConfigurationError) as caught:
        run(create, documents_of([file]), out, resume=True)
    assert str(caught.value) == (
        f"{file}: input 1 is another document than the one that the report {out / 'report.jsonl'}"
        " is about; give the inputs of the first run, in their order"
    )


@pytest.mark.parametrize(
    ("answer", "sid"),
    [
        (record(f"<Sid>{SID}</Sid>"), SID),
        (record(f"<Sid> {SID} </Sid>"), SID),
        (record(f"<Extra><Sid>XX1</Sid></Extra><Sid>{SID}</Sid>"), SID),
        (record(f"<Sid>{SID}</Sid><Extra><Sid>XX1</Sid></Extra>"), SID),
        (record("<Body>x</Body>"), SID),
    ],
)
def test_the_sid_of_an_answer(tmp_path: Path, answer: bytes, sid: str) -> None:
    """It is the record's own, not one within it; without one it is that which was asked for."""
    run(GetMessage(answering(answer), options=GOES_ON), [Input(source=SID, name="a")], tmp_path)
    (row,) = read_report(tmp_path)
    assert (row.status, row.sid) == ("done", sid)


@pytest.mark.parametrize(
    ("content", "sid"),
    [
        (f"<Sid>{SID}</Sid>", SID),
        (f"<Sid>\n {SID} </Sid>", SID),
        (f"<Extra><Sid>XX1</Sid></Extra><Sid>{SID}</Sid>", SID),
        (f"<Sid> {SID} </Sid><Extra><Sid>XX1</Sid></Extra>", SID),
        ("<Sid> </Sid><Extra><Sid>XX1</Sid></Extra>", None),
        ("<Extra><Sid>XX1</Sid></Extra>", None),
        ("<Sid> </Sid>", None),
        ("<Sid/>", None),
    ],
)
def test_the_sid_of_what_was_made(tmp_path: Path, content: str, sid: str | None) -> None:
    """Only the answer says it; nothing within the record is taken for it."""
    create = CreateMessage(answering(record(content), 201), options=GOES_ON)
    run(create, [Input(source=message("a"), name="a")], tmp_path)
    (row,) = read_report(tmp_path)
    assert row.sid == sid


@pytest.mark.parametrize(
    ("body", "kind", "suffix"),
    [
        (b"<RestException><Code>20404</Code></RestException>", "application/xml", ".xml"),
        (b"\n <html>gone</html>", "text/html", ".xml"),
        (b"gone", "text/plain", ".txt"),
        (b"\xff\xfe gone", "text/plain", ".txt"),
    ],
)
def test_an_error_document_is_a_file(tmp_path: Path, body: bytes, kind: str, suffix: str) -> None:
    """As it came, whatever it is; one that a Create answered can be made anew if it is text."""
    service = answering(body, 404, kind)
    for number, operation in enumerate(
        (GetMessage(service, options=GOES_ON), CreateMessage(service, options=GOES_ON))
    ):
        out = tmp_path / str(number)
        source = SID if number == 0 else message("a")
        run(operation, [Input(source=source, name="a.xml")], out)
        (row,) = read_report(out)
        assert row.http_status == 404 and len(row.outputs) == 1
        assert row.outputs[0].startswith("errors/00001-a") and row.outputs[0].endswith(suffix)
        assert (out / row.outputs[0]).read_bytes().strip() == body.strip()
        (ended,) = (line for line in lines(out)[1:] if line["status"] not in ("begun", "complete"))
        kept = number == 1 and b"\xff" not in body
        assert (ended["copy"] is not None) == kept


def test_the_document_of_a_row(tmp_path: Path) -> None:
    """The output in the folder, or the input where it came from, if it is still the same."""
    file = tmp_path / "two.xml"
    file.write_text(f"{message('a')}\n{message('b')}\n", encoding="utf-8")
    service = answering(record(f"<Sid>{SID}</Sid>"), 201)
    run(CreateMessage(service, options=OUTPUT), documents_of([file]), tmp_path / "output")
    found = read_report(tmp_path / "output")
    first = next(iter(found))
    assert SID.encode() in (document_of(first, found.header, tmp_path / "output") or b"")
    run(CreateMessage(service), documents_of([file]), tmp_path / "input")
    found = read_report(tmp_path / "input")
    assert "input" == found.header.direction
    there = [document_of(row, found.header, tmp_path / "input") for row in found]
    assert [message("a").encode(), message("b").encode()] == there
    file.write_text(message("b"), encoding="utf-8")
    first, second = found
    assert message("b").encode() == document_of(second, found.header, tmp_path)
    with pytest.raises(ValueError, match=r"two\.xml does not hold any more what was sent"):
        document_of(first, found.header, tmp_path)
    file.unlink()
    with pytest.raises(FileNotFoundError):
        document_of(first, found.header, tmp_path)
    run(
        GetMessage(answering(b"", 404), options=GOES_ON),
        [Input(source=SID, name="a")],
        tmp_path / "none",
    )
    found = read_report(tmp_path / "none")
    assert document_of(next(iter(found)), found.header, tmp_path) is None


def test_what_holds_no_report_is_named(tmp_path: Path) -> None:
    """A folder without one, what is not there, and what is no folder."""
    (tmp_path / "file").write_text("", encoding="utf-8")
    for name, said in (
        (".", "holds no report.jsonl; expected a folder of a run"),
        ("gone", "holds no report.jsonl; expected a folder of a run"),
        ("file", "is no folder; expected one of a run"),
    ):
        with pytest.raises(ConfigurationError) as caught:
            read_report(tmp_path / name)
        assert str(caught.value) == f"{tmp_path / name}: {said}"


def test_what_became_of_documents_is_said_in_one_order() -> None:
    """Each end that there is, the best first; what may have been carried out was not repeated."""
    counts = {"unknown": 1, "failed": 2, "done": 3, "application error": 4}
    assert said_of(counts) == "3 done, 4 application error, 2 failed, 1 unknown (not repeated)"
    assert said_of({"done": 1, "failed": 0}) == "1 done"
    assert said_of({}) == "no documents"
