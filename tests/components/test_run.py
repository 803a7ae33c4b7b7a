"""Running an operation on documents: what is written, what is never sent twice."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from twilio_ops.api.message import CreateMessage, DeleteMessage, GetMessage, QueryMessage
from twilio_ops_components.inputs import Input, documents_of
from twilio_ops_components.report import read_report, summary
from twilio_ops_components.run import run
from twilio_ops_emulator import Clock, Emulator, Fault
from twilio_ops_emulator.api.server import Server
from twilio_ops_runtime import (
    Archiving,
    ConfigurationError,
    Connection,
    ElementValue,
    Options,
    ParameterError,
    RefusedOperation,
    Retry,
    TrackedField,
)

GOES_ON = Options(return_application_error_responses=True)


@pytest.fixture
def emulator() -> Iterator[Emulator]:
    with Emulator(clock=Clock("2026-11-01T12:00:00Z", frozen=True), seed=1) as emulator:
        yield emulator


@pytest.fixture
def connection(emulator: Emulator) -> Connection:
    return emulator.connection(retry=Retry(max_attempts=1))


def message(body: str, to: str = "+13115550001") -> str:
    return f"<Message><To>{to}</To><From>+13115550000</From><Body>{body}</Body></Message>"


@pytest.fixture
def inputs(tmp_path: Path) -> Path:
    """Three documents in a folder; the second is refused."""
    folder = tmp_path / "in"
    folder.mkdir()
    for name, to in (("a", "+13115550001"), ("b", "nobody"), ("c", "+13115550003")):
        (folder / f"{name}.xml").write_text(message(name, to), encoding="utf-8")
    return folder


def arrived(emulator: Emulator) -> Counter[str]:
    """How often each body reached the service and was carried out."""
    return Counter(record["body"] for record in emulator.records("Message"))


def rows(out: Path) -> list[dict[str, Any]]:
    lines = [
        json.loads(line) for line in (out / "report.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    return [line for line in lines[1:] if line["status"] not in ("begun", "complete")]


def test_each_document_has_a_row_and_its_outputs(
    connection: Connection, inputs: Path, tmp_path: Path
) -> None:
    """The row says all that is known; what came out is in a file of its own."""
    out = tmp_path / "out"
    archive = Archiving(tmp_path / "archive")
    options = Options(
        return_application_error_responses=True,
        archiving=archive,
        tracked_fields=[TrackedField("to", [ElementValue("To", of="input")])],
    )
    found = run(CreateMessage(connection, options=options), documents_of([inputs]), out)
    assert found.counts == {"done": 2, "application error": 1}
    assert found.exit_code == 3
    first, second, third = rows(out)
    assert [row["index"] for row in (first, second, third)] == [1, 2, 3]
    assert first["status"] == "done"
    assert first["input"] == first["document"] == str(inputs / "a.xml")
    assert first["outputs"] == ["00001-a.xml"]
    output = (out / "00001-a.xml").read_text(encoding="utf-8")
    assert f"<Sid>{first['sid']}</Sid>" in output
    assert re.fullmatch("SM[0-9a-f]{32}", first["sid"])
    assert first["tracked"] == {"to": "+13115550001"}
    assert first["request_id"].startswith("RQ")
    assert first["attempts"] == 1
    assert first["begun"] <= first["ended"]
    assert len(first["archived"]) == 2
    assert Path(first["archived"][0]).read_bytes() == (inputs / "a.xml").read_bytes()
    assert (second["status"], second["http_status"], second["code"]) == (
        "application error",
        400,
        21211,
    )
    assert second["outputs"] == ["errors/00002-b.xml"]
    assert "<Code>21211</Code>" in (out / "errors" / "00002-b.xml").read_text(encoding="utf-8")
    assert third["outputs"] == ["00003-c.xml"]
    assert summary(read_report(out)) == "2 done, 1 application error"


def test_a_document_that_is_not_done_stops_the_run_unless_it_may_go_on(
    emulator: Emulator, connection: Connection, inputs: Path, tmp_path: Path
) -> None:
    """What came until then is reported; resuming goes on behind it and sends nothing twice."""
    out = tmp_path / "out"
    create = CreateMessage(connection)
    found = run(create, documents_of([inputs]), out)
    assert found.exit_code == 1
    assert found.stopped is not None
    assert "input 2" in found.stopped
    assert [row["status"] for row in rows(out)] == ["done", "application error"]
    found = run(create, documents_of([inputs]), out, resume=True)
    assert found.stopped is None
    assert found.counts == {"done": 2, "application error": 1}
    assert found.sent == 1
    assert arrived(emulator) == {"a": 1, "c": 1}


def test_a_lost_answer_is_unknown_and_is_sent_again_only_when_asked(
    emulator: Emulator, connection: Connection, inputs: Path, tmp_path: Path
) -> None:
    """Resuming leaves it alone; the caller may look, and send it by its index."""
    out = tmp_path / "out"
    emulator.faults.add(Fault(kind="drop", object="Message", action="Create", nth=1))
    create = CreateMessage(connection, options=GOES_ON)
    found = run(create, documents_of([inputs]), out)
    assert found.counts == {"done": 1, "application error": 1, "unknown": 1}
    assert summary(read_report(out)).endswith("1 unknown (not repeated)")
    assert run(create, documents_of([inputs]), out, resume=True).sent == 0
    assert arrived(emulator) == {"c": 1}
    found = run(create, documents_of([inputs]), out, resend=[1])
    assert found.sent == 1
    assert found.counts == {"done": 2, "application error": 1}
    assert arrived(emulator) == {"a": 1, "c": 1}
    with pytest.raises(ConfigurationError, match="input 1 is done: it is not sent again"):
        run(create, documents_of([inputs]), out, resend=[1])
    with pytest.raises(ConfigurationError, match="input 9 has not been sent"):
        run(create, documents_of([inputs]), out, resend=[9])


def test_what_may_have_been_deleted_is_unknown(
    emulator: Emulator, connection: Connection, tmp_path: Path
) -> None:
    """A Delete may be repeated, and one whose answers are all lost may have been carried out."""
    with Emulator(seed=1) as emulator:
        lossy = emulator.connection(retry=Retry(max_attempts=1))
        emulator.faults.add(Fault(kind="drop", when="after", action="Delete"))
        created = CreateMessage(lossy)(to="+13115550001", from_="+13115550000", body="x")
        document = tmp_path / "d.xml"
        document.write_text(f"<Message><Sid>{created.sid}</Sid></Message>", encoding="utf-8")
        found = run(DeleteMessage(lossy, options=GOES_ON), documents_of([document]), tmp_path / "o")
    assert found.counts == {"unknown": 1}


def test_other_inputs_than_those_of_the_report_are_refused(
    emulator: Emulator, connection: Connection, inputs: Path, tmp_path: Path
) -> None:
    """A file that comes before the others moves them: nothing is sent then."""
    out = tmp_path / "out"
    create = CreateMessage(connection, options=GOES_ON)
    run(create, documents_of([inputs]), out)
    (inputs / "0.xml").write_text(message("new"), encoding="utf-8")
    with pytest.raises(ConfigurationError, match=r"0\.xml: input 1 is another document"):
        run(create, documents_of([inputs]), out, resume=True)
    assert arrived(emulator)["new"] == 0
    (inputs / "0.xml").rename(inputs / "z.xml")
    assert run(create, documents_of([inputs]), out, resume=True).sent == 1
    assert arrived(emulator) == {"a": 1, "c": 1, "new": 1}


def test_a_folder_has_one_report(connection: Connection, inputs: Path, tmp_path: Path) -> None:
    """A new run does not write over it, nor does one of something else go on with it."""
    out = tmp_path / "out"
    run(CreateMessage(connection, options=GOES_ON), documents_of([inputs]), out, account="AC1")
    with pytest.raises(ConfigurationError, match="give --resume to go on with it"):
        run(CreateMessage(connection), documents_of([inputs]), out)
    with pytest.raises(ConfigurationError, match="operation CreateMessage, not of DeleteMessage"):
        run(DeleteMessage(connection), documents_of([inputs]), out, resume=True)
    with pytest.raises(ConfigurationError, match="account AC1, not of AC2"):
        run(CreateMessage(connection), documents_of([inputs]), out, resume=True, account="AC2")
    with pytest.raises(ConfigurationError, match="nothing to resume"):
        run(CreateMessage(connection), documents_of([inputs]), tmp_path / "new", resume=True)
    with pytest.raises(ConfigurationError, match="another run is writing its report"):
        run(
            CreateMessage(connection, options=GOES_ON),
            documents_of([inputs]),
            tmp_path / "twice",
            on_row=lambda _: run(
                CreateMessage(connection), documents_of([inputs]), tmp_path / "twice", resume=True
            ),
        )


def test_a_run_can_be_made_in_portions(
    emulator: Emulator, connection: Connection, inputs: Path, tmp_path: Path
) -> None:
    """A limit ends a run early, and says so; resuming takes the next ones."""
    create = CreateMessage(connection, options=GOES_ON)
    found = run(create, documents_of([inputs]), tmp_path / "out", limit=1)
    assert (found.sent, found.limited) == (1, True)
    found = run(create, documents_of([inputs]), tmp_path / "out", resume=True, limit=2)
    assert (found.sent, found.limited) == (2, False)
    assert arrived(emulator) == {"a": 1, "c": 1}


def test_each_record_of_a_query_is_a_file(
    connection: Connection, inputs: Path, tmp_path: Path
) -> None:
    """And one that was interrupted is asked for again from its beginning."""
    run(CreateMessage(connection, options=GOES_ON), documents_of([inputs]), tmp_path / "made")
    out = tmp_path / "out"

    def interrupt(row: object) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run(QueryMessage(connection), [Input(source=None)], out, on_row=interrupt)
    assert summary(read_report(out)) == "1 done, 1 failed"
    found = run(QueryMessage(connection), [Input(source=None)], out, resume=True)
    assert found.counts == {"done": 2}
    assert [row.outputs for row in read_report(out)] == [
        ["00001-QueryMessage-00001.xml"],
        ["00001-QueryMessage-00002.xml"],
    ]
    assert [row.document for row in read_report(out)] == [
        row.outputs[0] for row in read_report(out)
    ]
    assert run(QueryMessage(connection), [Input(source=None)], out, resume=True).sent == 0


def test_a_get_takes_sids(connection: Connection, tmp_path: Path) -> None:
    """One that there is and one that there is not."""
    made = CreateMessage(connection)(to="+13115550001", from_="+13115550000", body="x")
    sids = [made.sid, "SM" + "0" * 32]
    inputs = [Input(source=sid, index=index) for index, sid in enumerate(sids, 1)]
    run(GetMessage(connection, options=GOES_ON), inputs, tmp_path / "out")
    first, second = read_report(tmp_path / "out")
    assert (first.status, first.sid) == ("done", made.sid)
    assert (second.status, second.http_status, second.sid) == ("application error", 404, sids[1])


def test_an_output_that_cannot_be_written_leaves_its_input_unknown(
    emulator: Emulator, connection: Connection, inputs: Path, tmp_path: Path
) -> None:
    """The run ends; what was sent is not sent again when it goes on."""
    out = tmp_path / "out"
    (out / "00001-a.xml").mkdir(parents=True)
    create = CreateMessage(connection, options=GOES_ON)
    with pytest.raises(OSError):
        run(create, documents_of([inputs]), out)
    assert [(row.index, row.status) for row in read_report(out)] == [(1, "unknown")]
    assert not list(out.glob(".*.part"))
    found = run(create, documents_of([inputs]), out, resume=True)
    assert found.counts == {"unknown": 1, "application error": 1, "done": 1}
    assert arrived(emulator) == {"a": 1, "c": 1}


def test_nothing_is_sent_that_cannot_be_written_ahead(
    emulator: Emulator, connection: Connection, inputs: Path, tmp_path: Path, monkeypatch: Any
) -> None:
    """A disk that is full keeps the document from being sent, and the report whole."""
    out = tmp_path / "out"
    create = CreateMessage(connection, options=GOES_ON)
    run(create, documents_of([inputs]), out, limit=1)
    before = (out / "report.jsonl").read_bytes()
    write = os.write

    def full(handle: int, content: bytes) -> int:
        if b'"begun"' in content[:40]:
            return write(handle, content[:30])
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "write", full)
        with pytest.raises(OSError, match="No space left"):
            run(create, documents_of([inputs]), out, resume=True)
    assert arrived(emulator) == {"a": 1}
    assert (out / "report.jsonl").read_bytes() == before
    run(create, documents_of([inputs]), out, resume=True)
    assert arrived(emulator) == {"a": 1, "c": 1}


def test_a_line_that_was_cut_short_is_no_line(
    emulator: Emulator, connection: Connection, inputs: Path, tmp_path: Path
) -> None:
    """Wherever the end of a report is cut off, resuming sends nothing that arrived."""
    create = CreateMessage(connection, options=GOES_ON)
    run(create, documents_of([inputs]), tmp_path / "whole", limit=2)
    whole = (tmp_path / "whole" / "report.jsonl").read_bytes()
    header = whole.index(b"\n") + 1
    first = whole.index(b"\n", header) + 1
    result = whole.index(b"\n", first) + 1
    for number, cut in enumerate((first, first + 1, result - 1)):
        out = tmp_path / str(number)
        out.mkdir()
        (out / "report.jsonl").write_bytes(whole[:cut])
        found = run(create, documents_of([inputs]), out, resume=True)
        assert found.counts == {"unknown": 1, "application error": 1, "done": 1}
    assert arrived(emulator)["a"] == 1
    for line in (b"{]", b'{"index":1,"input":"\xff"}', b'{"more":' + b"[" * 100_000):
        (tmp_path / "0" / "report.jsonl").write_bytes(
            whole[:header] + line + b"\n" + whole[header:]
        )
        with pytest.raises(ConfigurationError, match=r"report\.jsonl:2: is no line of a report"):
            read_report(tmp_path / "0")


@pytest.mark.parametrize(
    ("first_line", "said"),
    [
        (b"", "cut short"),
        (b'{"report":1', "cut short"),
        (b'{"report":2,"operation":"CreateMessage"}\n', "is of format 2"),
        (b'{"index":1}\n', "is not the first line of a report"),
        (b'{"report":1,"operation":"\xff"}\n', "is not the first line of a report"),
        (b'{"report":1,"more":' + b"[" * 100_000 + b"\n", "is not the first line of a report"),
    ],
)
def test_what_is_no_report_is_refused(tmp_path: Path, first_line: bytes, said: str) -> None:
    """The place is named."""
    (tmp_path / "report.jsonl").write_bytes(first_line)
    with pytest.raises(ConfigurationError, match=said):
        read_report(tmp_path)


def test_an_operation_that_the_service_refuses_is_refused_before_the_first_document(
    connection: Connection, inputs: Path, tmp_path: Path
) -> None:
    """No folder is left then that was made for it; one that was there stays."""
    from twilio_ops.api.short_code import DeleteShortCode

    for made in (True, False):
        with pytest.raises(RefusedOperation):
            run(DeleteShortCode(connection), documents_of([inputs]), tmp_path / "new" / "out")
        assert (tmp_path / "new").exists() != made
        (tmp_path / "new" / "out").mkdir(parents=True, exist_ok=True)
    assert list(read_report(tmp_path / "new" / "out")) == []


def test_a_run_that_cannot_begin_leaves_no_folder(
    connection: Connection, inputs: Path, tmp_path: Path
) -> None:
    """Nor a report that another run would have to go on with; what was sent is kept."""
    create = CreateMessage(connection)
    wrong: list[dict[str, Any]] = [{"resend": [1]}, {"resume": True}, {"properties": {"a": 1}}]
    for options in wrong:
        with pytest.raises((ConfigurationError, ParameterError)):
            run(create, documents_of([inputs]), tmp_path / "new" / "out", **options)
        assert not (tmp_path / "new").exists()
    assert run(create, documents_of([inputs]), tmp_path / "new" / "out", limit=1).sent == 1
    with pytest.raises(ConfigurationError, match="holds the report of a run"):
        run(create, documents_of([inputs]), tmp_path / "new" / "out")
    assert len(list(read_report(tmp_path / "new" / "out"))) == 1


@pytest.mark.slow
@pytest.mark.skipif(os.name != "posix", reason="a process is killed")
def test_killed_at_any_step_nothing_arrives_twice_and_nothing_is_lost(tmp_path: Path) -> None:
    """Over HTTP: a run is killed at every step, and resumed: done is what arrived, and at most
    one document is unknown."""
    with Emulator() as emulator, Server(emulator) as server:
        ended = subprocess.run(
            [
                sys.executable,
                str(Path(__file__).with_name("crashing_run.py")),
                server.url,
                emulator.account_sid,
                emulator.auth_token,
                str(tmp_path),
            ],
            env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
            capture_output=True,
            text=True,
        )
        assert ended.returncode == 0, ended.stderr
        steps = int(ended.stdout)
        assert steps > 30
        bodies = arrived(emulator)
        doubts = 0
        for number in range(1, steps + 1):
            found = {row.index: row.status for row in read_report(tmp_path / str(number))}
            assert sorted(found) == [1, 2, 3]
            assert set(found.values()) <= {"done", "unknown"}
            for index, status in found.items():
                count = bodies[f"{number}-{index}"]
                assert count <= 1
                if status == "done":
                    assert count == 1
            unknown = [index for index, status in found.items() if status == "unknown"]
            assert len(unknown) <= 1
            doubts += len(unknown)
        assert doubts > 10
