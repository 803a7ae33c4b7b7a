"""What a run writes and says: every column, every message, and what goes to disk before what."""

from __future__ import annotations

import io
import json
import os
import stat
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from twilio_ops.api.message import CreateMessage, DeleteMessage, GetMessage, QueryMessage
from twilio_ops_components.inputs import Input, documents_of
from twilio_ops_components.report import Header, Row, Rows, read_report
from twilio_ops_components.run import RunSummary, run
from twilio_ops_runtime import (
    Archiving,
    ConfigurationError,
    ConnectError,
    Connection,
    Document,
    ElementValue,
    Options,
    Property,
    Retry,
    TrackedField,
    TransportError,
)
from twilio_ops_runtime.http.messages import Request, Response

ACCOUNT, SID = "AC" + "0a" * 16, "SM" + "2e" * 16
GOES_ON = Options(return_application_error_responses=True, stop_on="nothing")
posix = pytest.mark.skipif(os.name != "posix", reason="other systems have other rights")


def record(sid: str = SID) -> bytes:
    """An answer with one message."""
    return f"<TwilioResponse><Message><Sid>{sid}</Sid></Message></TwilioResponse>".encode()


def page(*sids: str) -> bytes:
    """An answer with a page of messages."""
    inner = "".join(f"<Message><Sid>{sid}</Sid></Message>" for sid in sids)
    return f"<TwilioResponse><Messages>{inner}</Messages></TwilioResponse>".encode()


def refusal(code: int, message: str) -> bytes:
    """An error document."""
    return (
        f"<TwilioResponse><RestException><Code>{code}</Code><Message>{message}</Message>"
        "</RestException></TwilioResponse>"
    ).encode()


Answer = tuple[int, bytes] | Exception


class Service:
    """Gives its answers one after the other, the last for good; names each request."""

    def __init__(self, *answers: Answer, before: Callable[[], object] = lambda: None) -> None:
        self.answers = [*answers]
        self.asked: list[Request] = []
        self.before = before

    def __call__(self, request: Request, /) -> Response:
        self.before()
        self.asked.append(request)
        answer = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        if isinstance(answer, Exception):
            raise answer
        status, body = answer
        headers = {"Content-Type": "application/xml", "Twilio-Request-Id": f"RQ{len(self.asked)}"}
        return Response(status, headers, body)

    def connection(self, attempts: int = 1) -> Connection:
        """A connection to it that does not wait."""
        retry = Retry(max_attempts=attempts, base=0)
        return Connection(ACCOUNT, "secret", send=self, retry=retry)


def message(body: str) -> str:
    """A request document."""
    return f"<Message><To>+13115550001</To><From>+13115550000</From><Body>{body}</Body></Message>"


def sources(*bodies: str) -> list[Input]:
    """Inputs from nowhere."""
    return [Input(source=Document(message(one)), index=at) for at, one in enumerate(bodies, 1)]


def lines(out: Path) -> list[dict[str, Any]]:
    """The report's lines."""
    return [
        json.loads(line) for line in (out / "report.jsonl").read_text(encoding="utf-8").splitlines()
    ]


def refused(ask: Callable[[], object]) -> str:
    """What a run that cannot go on says."""
    with pytest.raises(ConfigurationError) as caught:
        ask()
    return str(caught.value)


def test_the_lines_of_what_reads(tmp_path: Path) -> None:
    """Each input is begun, has a line a record, and is at its end; its direction is the output."""
    service = Service((200, page(SID, "SM" + "3f" * 16)), (200, page()))
    query = QueryMessage(service.connection(), options=Options(tracking_direction="input"))
    inputs = [Input(source=None, name="a.xml"), Input(source=None, index=2)]
    told: list[Row] = []
    found = run(query, inputs, tmp_path, component="c.yaml", on_row=told.append)
    header, *rest = lines(tmp_path)
    assert (header["direction"], header["component"], header["account"]) == ("output", "c.yaml", None)  # fmt: skip
    assert datetime.fromisoformat(header["started"]).tzinfo is not None
    assert [(one["index"], one["status"], one.get("record")) for one in rest] == [
        (1, "begun", None), (1, "done", 1), (1, "done", 2), (1, "complete", None),
        (2, "begun", None), (2, "done", None), (2, "complete", None),
    ]  # fmt: skip
    assert [one["outputs"] for one in rest if one["status"] == "done"] == [
        ["00001-a-00001.xml"], ["00001-a-00002.xml"], [],
    ]  # fmt: skip
    assert [one["copy"] for one in rest if one["status"] == "done"] == [None] * 3
    assert [one["request_id"] for one in rest if one["status"] == "done"] == ["RQ1", "RQ1", "RQ2"]
    assert rest[1]["document"] == "00001-a-00001.xml" and rest[5]["document"] is None
    assert [*map(repr, told)] == [*map(repr, read_report(tmp_path))]
    assert found == RunSummary(counts={"done": 3}, sent=2)
    assert (found.text, found.stopped, found.limited, found.unknown) == ("3 done", None, False, ())


def test_digests_are_of_what_was_handed_in(tmp_path: Path) -> None:
    """A Sid's, or a document's; of what cannot be read there is none."""
    service = Service((200, record()))
    get = GetMessage(service.connection(), options=GOES_ON)
    run(get, [Input(source=SID), Input(source=None, index=2)], tmp_path / "get")
    first, second = read_report(tmp_path / "get")
    assert first.digest is not None and len(first.digest) == 64
    assert second.digest is None
    other = [Input(source="SM" + "0" * 32, name="b")]
    assert refused(lambda: run(get, other, tmp_path / "get", resume=True)) == (
        "b: input 1 is another document than the one that the report"
        f" {tmp_path / 'get' / 'report.jsonl'} is about; give the inputs of the first run, in"
        " their order"
    )
    gone = [Input(source=tmp_path / "gone.xml", name="gone.xml")]
    run(CreateMessage(service.connection(), options=GOES_ON), gone, tmp_path / "create")
    (row,) = read_report(tmp_path / "create")
    assert (row.status, row.digest, row.attempts, row.document) == ("failed", None, 0, "gone.xml")
    assert row.message is not None and row.message.startswith("the document cannot be read: ")
    again = run(
        CreateMessage(service.connection(), options=GOES_ON), sources("a"), tmp_path / "create", resume=True
    )  # fmt: skip
    assert again.sent == 0, "what has no digest may be any document"


@pytest.mark.parametrize(
    ("answer", "status", "said"),
    [
        ((201, record()), "done", {"sid": SID, "outputs": ["00001-CreateMessage.xml"]}),
        (
            (400, refusal(21211, "Invalid &apos;To&apos;")),
            "application error",
            {"http_status": 400, "code": 21211, "message": "Invalid 'To'", "request_id": "RQ1",
             "outputs": ["errors/00001-CreateMessage.xml"], "sid": None},
        ),
        (
            (400, refusal(0, "")),
            "application error",
            {"http_status": 400, "message": f"POST /2010-04-01/Accounts/{ACCOUNT}/Messages.xml was answered 400"},
        ),
        ((502, b"bad gateway"), "unknown", {"http_status": 502, "outputs": ["errors/00001-CreateMessage.txt"], "code": None}),
        ((503, refusal(1, "Busy.")), "unknown", {"http_status": 503, "code": 1, "attempts": 1}),
        ((201, b"<TwilioResponse><Mess"), "unknown", {"http_status": 201, "attempts": 1, "sid": None}),
        ((201, record().replace(b"Message", b"Odd")), "unknown", {"http_status": 201, "sid": SID, "request_id": "RQ1"}),
        (TransportError("it is gone"), "unknown", {"http_status": None, "attempts": 1, "request_id": None, "outputs": []}),
        (ConnectError("no way"), "failed", {"attempts": 1, "outputs": [], "copy": None}),
    ],
)  # fmt: skip
def test_what_became_of_a_document(
    tmp_path: Path, answer: Answer, status: str, said: dict[str, Any]
) -> None:
    """By what the service answered, or did not."""
    create = CreateMessage(Service(answer).connection(), options=GOES_ON)
    found = run(create, sources("a"), tmp_path, account=ACCOUNT)
    header, begun, ended = lines(tmp_path)
    assert (header["account"], header["direction"]) == (ACCOUNT, "input")
    assert begun["status"] == "begun"
    assert ended["status"] == status
    assert {name: ended[name] for name in said if name != "message"} == {
        name: value for name, value in said.items() if name != "message"
    }
    if "message" in said:
        assert ended["message"].startswith(said["message"])
        assert len(ended["message"]) < len(said["message"]) + 80
    assert (ended["message"] is None) == (status == "done")
    assert status != "unknown" or "may have been carried out" in ended["message"]
    assert found.counts == {status: 1}
    assert found.unknown == ((1,) if status == "unknown" else ())
    for name in ended["outputs"]:
        assert (tmp_path / name).exists()
    assert ended["document"] is None, "an input from nowhere is not kept"


def test_attempts_are_counted_and_the_last_answer_is_named(tmp_path: Path) -> None:
    """Of what may be repeated; for each input anew."""
    service = Service((503, b""), (200, record()), (503, b""), (503, b""), (404, b""))
    get = GetMessage(service.connection(attempts=3), options=GOES_ON)
    run(get, [Input(source=SID, index=at) for at in (1, 2)], tmp_path)
    first, second = read_report(tmp_path)
    assert (first.attempts, first.request_id, first.status) == (2, "RQ2", "done")
    assert (second.attempts, second.request_id, second.http_status) == (3, "RQ5", 404)
    lost = Service((503, b""), TransportError("gone"))
    run(GetMessage(lost.connection(attempts=2), options=GOES_ON), [Input(source=SID)], tmp_path / "lost")  # fmt: skip
    (row,) = read_report(tmp_path / "lost")
    assert (row.attempts, row.request_id, row.status) == (2, "RQ1", "failed")


def test_a_delete_has_no_output(tmp_path: Path) -> None:
    """Its Sid is that which was asked for."""
    delete = DeleteMessage(Service((204, b"")).connection())
    document = Document(f"<Message><Sid>{SID}</Sid></Message>")
    run(delete, [Input(source=document, name="d.xml")], tmp_path)
    (row,) = read_report(tmp_path)
    assert (row.status, row.sid, row.outputs, row.document) == ("done", SID, [], "d.xml")


def test_what_cannot_be_read_again_is_kept(tmp_path: Path) -> None:
    """Before it is sent, and named as the document."""
    kept = tmp_path / "inputs" / "00001-stdin.xml"
    service = Service((201, record()), before=lambda: there.append(kept.read_bytes()))
    there: list[bytes] = []
    content = f"{message('a')}\n{message('b')}".encode()
    run(CreateMessage(service.connection()), documents_of(["-"], io.BytesIO(content)), tmp_path)
    assert there[0] == message("a").encode()
    first, second = read_report(tmp_path)
    assert (first.document, second.document) == ("inputs/00001-stdin.xml", "inputs/00002-stdin.xml")
    assert (first.input, first.line, second.line) == ("-", None, 2)
    assert (tmp_path / "inputs" / "00002-stdin.xml").read_bytes() == message("b").encode()


def test_files_are_called_after_their_input_or_the_run(tmp_path: Path) -> None:
    """Whichever has a name; the operation's is the last."""
    create = CreateMessage(Service((201, record())).connection())
    for name, stem in (("../calls of.yaml", "calls-of"), (None, "CreateMessage"), (".", "CreateMessage")):  # fmt: skip
        out = tmp_path / stem / str(name).strip("./")[:3]
        run(create, [Input(source=Document(message("a"))), Input(source=Document(message("b")), index=2, name="in/b.xml")], out, name=name)  # fmt: skip
        assert [row.outputs for row in read_report(out)] == [[f"00001-{stem}.xml"], ["00002-b.xml"]]


def test_what_is_repeated_is_begun_once(tmp_path: Path) -> None:
    """A Delete may be sent again; its line is written before the first attempt."""
    delete = DeleteMessage(Service((503, b""), (204, b"")).connection(attempts=2))
    document = Document(f"<Message><Sid>{SID}</Sid></Message>")
    run(delete, [Input(source=document)], tmp_path)
    assert [one.get("status") for one in lines(tmp_path)] == [None, "begun", "done"]
    assert lines(tmp_path)[2]["attempts"] == 2


def test_an_input_that_is_gone_is_not_compared(tmp_path: Path) -> None:
    """It was done, and nobody has changed it for another."""
    file = tmp_path / "a.xml"
    file.write_text(message("a"), encoding="utf-8")
    create = CreateMessage(Service((201, record())).connection(), options=GOES_ON)
    run(create, documents_of([file]), tmp_path / "out")
    file.unlink()
    assert run(create, documents_of([file]), tmp_path / "out", resume=True).sent == 0


def test_where_a_run_was_stopped_is_said(tmp_path: Path) -> None:
    """The input, where it came from, and why; a line only if it is not the first of its file."""
    file = tmp_path / "two.xml"
    file.write_text(f"{message('a')}\n{message('b')}", encoding="utf-8")
    why = (400, refusal(21211, "Odd."))
    for number, (answers, inputs, said) in enumerate(
        (
            ([why], [*documents_of([file])], f"stopped at input 1 ({file}): Odd."),
            ([(201, record()), why], [*documents_of([file])], f"stopped at input 2 ({file}:2): Odd."),
            ([why], sources("a"), "stopped at input 1: Odd."),
        )
    ):  # fmt: skip
        found = run(CreateMessage(Service(*answers).connection()), inputs, tmp_path / str(number))
        assert (found.stopped, found.exit_code, found.is_success) == (said, 1, False)
        assert found.counts["application error"] == 1


def test_what_follows_an_answer_may_fail(tmp_path: Path) -> None:
    """It is done all the same, and the row says what is lacking; the run is stopped."""
    archive = Archiving(tmp_path / "archive")
    service = Service((201, record()), before=lambda: os.rename(tmp_path / "archive", tmp_path / "x"))  # fmt: skip
    create = CreateMessage(service.connection(), options=Options(archiving=archive))
    found = run(create, sources("a"), tmp_path / "out")
    (row,) = read_report(tmp_path / "out")
    assert row.status == "done" and row.sid == SID and row.message is not None
    assert row.message.startswith("the outcome is known, and archiving failed: ")
    assert found.stopped == f"stopped at input 1: {row.message}"
    refusing = Service((400, refusal(21211, "Odd.")), before=lambda: os.rename(tmp_path / "again", tmp_path / "y"))  # fmt: skip
    again = Archiving(tmp_path / "again")
    create = CreateMessage(refusing.connection(), options=Options(archiving=again))
    run(create, sources("a"), tmp_path / "refused")
    (other,) = read_report(tmp_path / "refused")
    assert other.status == "application error"
    assert other.message is not None and other.message.startswith("Odd. the outcome is known")


def test_tracked_fields_and_properties(tmp_path: Path) -> None:
    """Of a typed operation, with the properties of the run."""
    fields = [TrackedField("a", [ElementValue("Body", of="input"), Property("p")])]
    create = CreateMessage(Service((201, record())).connection(), options=Options(tracked_fields=fields))  # fmt: skip
    run(create, sources("a"), tmp_path, properties={"p": "-1"})
    (row,) = read_report(tmp_path)
    assert row.tracked == {"a": "a-1"}


@pytest.mark.parametrize("limit", [0, 1, 2, 3])
def test_a_run_hands_over_so_many_inputs_at_most(tmp_path: Path, limit: int) -> None:
    """None is a number, too; what is left is said, and only if something is."""
    create = CreateMessage(Service((201, record())).connection())
    found = run(create, sources("a", "b"), tmp_path, limit=limit)
    assert (found.sent, found.limited) == (min(limit, 2), limit < 2)
    assert found.is_success == (limit >= 2)
    again = run(create, sources("a", "b"), tmp_path, resume=True)
    assert (again.sent, again.limited, again.counts) == (2 - min(limit, 2), False, {"done": 2})


def test_what_is_sent_again_is_asked_for_by_its_index(tmp_path: Path) -> None:
    """It has to have been sent, and not be done; all else is left alone."""
    lost = TransportError("gone")
    service = Service(lost, lost, (201, record()))
    create = CreateMessage(service.connection(), options=GOES_ON)
    inputs = sources("a", "b", "c")
    found = run(create, inputs, tmp_path)
    assert (found.unknown, found.text) == ((1, 2), "1 done, 2 unknown (not repeated)")
    for index, said in (
        (3, f"{tmp_path}: input 3 is done: it is not sent again"),
        (4, f"{tmp_path}: input 4 has not been sent: --resume sends it"),
    ):
        assert refused(lambda index=index: run(create, inputs, tmp_path, resend=[1, index])) == said  # type: ignore[misc]  # fmt: skip
    found = run(create, inputs, tmp_path, resend=[2])
    assert (found.sent, found.unknown, found.counts) == (1, (1,), {"done": 2, "unknown": 1})
    assert len(service.asked) == 4
    found = run(create, inputs, tmp_path, resend=[1], limit=0)
    assert (found.sent, found.unknown, found.limited) == (0, (1,), True)


def test_who_may_go_on_with_a_report(tmp_path: Path) -> None:
    """The same operation and account, and only if it is asked to."""
    connection = Service((201, record())).connection()
    create, out = CreateMessage(connection), tmp_path / "out"
    new = tmp_path / "new"
    assert refused(lambda: run(create, sources("a"), new, resume=True)) == (
        f"{new}: holds no report.jsonl, so there is nothing to resume"
    )
    assert not new.exists()
    run(create, sources("a"), out, account="AC1")
    run(create, sources("a"), out, resume=True)
    for operation, options, said in (
        (create, {}, "holds the report of a run: give --resume to go on with it, or another folder"),
        (DeleteMessage(connection), {"resume": True}, "its report is of operation CreateMessage, not of DeleteMessage"),
        (create, {"resume": True, "account": "AC2"}, "its report is of account AC1, not of AC2"),
    ):  # fmt: skip
        asked: Any = options
        assert refused(lambda o=operation, a=asked: run(o, sources("a"), out, **a)) == f"{out}: {said}"  # type: ignore[misc]  # fmt: skip
    twice = tmp_path / "twice"
    assert refused(
        lambda: run(create, sources("a"), twice, on_row=lambda _: run(create, [], twice, resume=True))
    ) == f"{twice}: another run is writing its report"  # fmt: skip


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "1: is not the first line of a report: it is cut short, so nothing was sent"),
        (b'{"report":1}', "1: is not the first line of a report: it is cut short, so nothing was sent"),
        (b"{}\n", "1: is not the first line of a report: Object missing required field `report`"),
        (
            b'{"report":2,"operation":"x"}\n',
            "1: is of format 2, and this version reads up to 1: pip install --upgrade twilio-ops",
        ),
        (
            b'{"report":1,"operation":"x"}\n{"index":1}\n{"index":"a"}\n',
            "3: is no line of a report: Expected `int`, got `str` - at `$.index`",
        ),
    ],
)  # fmt: skip
def test_a_report_that_is_none_is_told_with_its_line(
    tmp_path: Path, content: bytes, said: str
) -> None:
    """And what was expected there."""
    path = tmp_path / "report.jsonl"
    path.write_bytes(content)
    assert refused(lambda: read_report(tmp_path)) == f"{path}:{said}"


def test_what_a_first_line_need_not_say(tmp_path: Path) -> None:
    """An older report says less; what is behind a line that is cut short is not looked at."""
    path = tmp_path / "report.jsonl"
    path.write_bytes(
        b'{"report":1,"operation":"CreateCall"}\n{"index":3}\n{"index":1,"status":"done","copy":"<a/>"}\n{"ind'
    )
    found = read_report(tmp_path)
    assert found.header == Header(report=1, operation="CreateCall")
    assert (found.header.direction, found.header.started) == ("output", "")
    done, lost = found
    assert (done.index, done.copy, done.attempts, done.tracked, done.outputs, done.archived) == (1, None, 0, {}, [], [])  # fmt: skip
    assert (lost.index, lost.status, lost.input, lost.message) == (
        3, "unknown", "",
        "the run ended before the answer came: it may have been carried out, and was not repeated",
    )  # fmt: skip
    assert (found.path, found.last, 1 in found, 2 in found, 3 in found) == (path, 3, True, False, True)  # fmt: skip


def test_what_a_query_had_when_it_was_cut_short() -> None:
    """Its records so far, and that there may be more; begun again, it begins anew."""
    rows = Rows(Header(report=1, operation="QueryCall"), Path("x"))
    for row in (
        Row(index=1, digest="d"),
        Row(index=1, status="done", record=1, sid="a"),
        Row(index=1, status="done", record=2, sid="b"),
    ):
        rows.add(row)
    assert [(one.status, one.sid, one.message) for one in rows] == [
        ("done", "a", None), ("done", "b", None),
        ("failed", None, "the run ended before all its records were there"),
    ]  # fmt: skip
    assert rows.is_open(1) and rows.digest(1) == "d"
    rows.add(Row(index=1, digest="e"))
    assert [one.status for one in rows] == ["failed"] and rows.digest(1) == "e"
    rows.add(Row(index=1, status="done", record=1))
    rows.add(Row(index=1, status="complete"))
    rows.add(Row(index=0, status="application error"))
    assert [(one.index, one.status) for one in rows] == [(0, "application error"), (1, "done")]
    assert (rows.is_open(1), rows.last, rows.digest(1)) == (False, 1, None)
    rows.add(Row(index=0, status="done"))
    assert [one.status for one in rows.of(0)] == ["done"], "of several lines the last counts"


@posix
def test_a_document_is_on_disk_before_it_is_sent(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """That it is begun, with all before it; of what reads nothing has to be."""
    synced: list[str] = []
    fsync = os.fsync

    def to_disk(handle: int) -> None:
        kind = stat.S_ISDIR(os.fstat(handle).st_mode)
        synced.append("folder" if kind else os.readlink(f"/proc/self/fd/{handle}").rsplit("/")[-1])
        fsync(handle)

    if not Path("/proc/self/fd").is_dir():
        pytest.skip("this system does not list what is open")
    seen: list[tuple[list[str], list[str]]] = []

    def before() -> None:
        last = [one["status"] for one in lines(tmp_path / out)[1:]]
        seen.append((last, synced[:]))

    monkeypatch.setattr(os, "fsync", to_disk)
    monkeypatch.setattr(os, "fdatasync", to_disk, raising=False)
    report = "report.jsonl"
    out = "create"
    create = CreateMessage(Service((201, record()), before=before).connection())
    run(create, sources("a", "b"), tmp_path / out)
    assert seen == [
        (["begun"], [report, report]),
        (["begun", "done", "begun"], [report, report, report]),
    ]
    assert synced[3:] == [report], "at the end"
    seen.clear()
    synced.clear()
    out = "get"
    run(GetMessage(Service((200, record()), before=before).connection()), [Input(source=SID)], tmp_path / out)  # fmt: skip
    assert seen == [(["begun"], [report])] and synced == [report, report]
    synced.clear()
    out = "odd"
    odd = Service((400, b"\xff"), before=before)
    run(CreateMessage(odd.connection(), options=GOES_ON), sources("a"), tmp_path / out)
    assert [one for one in synced if one != report] == [".00001-CreateMessage.txt.part", "folder"]
    modes = {one.name: stat.S_IMODE(one.stat().st_mode) for one in tmp_path.rglob("*")}
    assert modes["report.jsonl"] == 0o600 and modes["create"] == 0o700
    assert modes["00001-CreateMessage.xml"] == 0o600 and modes["errors"] == 0o700


def test_what_a_loss_of_power_took_is_made_anew(tmp_path: Path) -> None:
    """Of what was created, whole or an error; a line that is not whole is gone when it goes on."""
    service = Service((201, record()), (400, refusal(1, "no")))
    create = CreateMessage(service.connection(), options=GOES_ON)
    inputs = sources("a", "b")
    run(create, inputs, tmp_path)
    names = [tmp_path / "00001-CreateMessage.xml", tmp_path / "errors" / "00002-CreateMessage.xml"]
    before = [one.read_bytes() for one in names]
    names[0].unlink()
    names[1].write_bytes(before[1][:5])
    report = tmp_path / "report.jsonl"
    whole = report.read_bytes()
    report.write_bytes(whole + b'{"index":3,"sta')
    assert len(list(read_report(tmp_path))) == 2 and not names[0].exists()
    run(create, inputs, tmp_path, resume=True)
    assert [one.read_bytes() for one in names] == before
    assert report.read_bytes() == whole


def test_a_report_of_which_nothing_is_whole_is_begun_anew(tmp_path: Path) -> None:
    """Nothing was sent before its first line was on disk."""
    (tmp_path / "report.jsonl").write_bytes(b'{"report":1,"operation":"Crea')
    run(CreateMessage(Service((201, record())).connection()), sources("a"), tmp_path, resume=True)
    assert [one.get("status") for one in lines(tmp_path)] == [None, "begun", "done"]


def test_what_was_half_written_is_removed_once_the_report_is_ours(tmp_path: Path) -> None:
    """Not what another run is writing."""
    create = CreateMessage(Service((201, record())).connection())
    (tmp_path / "errors").mkdir()
    part = tmp_path / "errors" / ".00001-a.xml.part"
    part.touch()
    run(create, sources("a"), tmp_path, on_row=lambda _: part.touch())
    assert part.exists()
    run(create, sources("a"), tmp_path, resume=True)
    assert not part.exists()
