"""A user's file, checked where the wheel and its base dependencies are installed, and no types of theirs."""

from __future__ import annotations

import json
import sys
import tomllib
from pathlib import Path

import pytest

from tests.distribution.installing import ROOT, Installed

pytestmark = pytest.mark.slow

GOOD = '''\
"""What a user writes, on both doors."""

from pathlib import Path

from twilio_ops import Connection, Exchange, Options, Record, Result, Timeout, with_response
from twilio_ops.api.message import CreateMessage, CreateMessageRequest, DeleteMessage
from twilio_ops.api.message import GetMessage, Message, QueryMessage
from twilio_ops.api.message import UpdateMessage, UpdateMessageRequest


def names(record: Record) -> list[str]:
    return [name for name, _ in record.items()]


def all_of_it(connection: Connection, sid: str) -> list[Result]:
    options = Options(stop_on="nothing")
    create = CreateMessage(connection, options=options)
    request = CreateMessageRequest(to="+13115556789", from_="+13115550000", body="hello")
    results = list(create.process([b"<Message/>", "<Message/>", Path("a.xml"), request]))
    results += create.process([(None, request)])
    results += UpdateMessage(connection).process([(sid, UpdateMessageRequest(body="")), b"<Message/>"])
    results += DeleteMessage(connection).process([(sid, None)])
    message = GetMessage(connection).replace(timeout=Timeout(total=3), headers={"X-A": "a"})(sid)
    exchange: Exchange[Message] = with_response(GetMessage(connection))(sid)
    print(message.body, exchange.request_id, exchange.result.status, names(message))
    for one in QueryMessage(connection, fields=["Sid"], limit=3)():
        print(one.sid, one.to_document().text_at("Message/Sid"))
    for document in QueryMessage(connection).documents():
        print(bytes(document), Message.from_document(document).sid)
    return results
'''
BAD = """\
from twilio_ops import Connection, with_response
from twilio_ops.api.message import CreateMessage, DeleteMessage, GetMessage, UpdateMessageRequest


def wrong(connection: Connection) -> None:
    CreateMessage(connection).process([42])
    DeleteMessage(connection).process([("SM", 3)])
    GetMessage(connection).replace(timeout=3)
    with_response(GetMessage(connection))(3)
    GetMessage(connection)("SM").no_such_field
    CreateMessage(connection).process([UpdateMessageRequest(body="")])
    CreateMessage(connection).process([("SM", UpdateMessageRequest(body=""))])
    DeleteMessage(connection).process([UpdateMessageRequest(body="")])
"""
LINES = [6, 7, 8, 9, 10, 11, 12, 13]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory, wheel: Path) -> Installed:
    """An environment with the wheel, its base dependencies and two type checkers."""
    made = Installed(tmp_path_factory.mktemp("types"), sys.executable, wheel, "")
    groups = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))[
        "dependency-groups"
    ]
    rows = [row for row in [*groups["dev"], *groups["types"]] if isinstance(row, str)]
    pins = [row for row in rows if row.startswith(("mypy==", "basedpyright=="))]
    assert len(pins) == 2
    made.install(*pins)
    (made.folder / "good.py").write_text(GOOD, encoding="utf-8")
    (made.folder / "bad.py").write_text(BAD, encoding="utf-8")
    settings = {"typeCheckingMode": "strict", "include": ["*.py"]}
    (made.folder / "pyrightconfig.json").write_text(json.dumps(settings), encoding="utf-8")
    for number, block in enumerate(_examples(), 1):
        (made.folder / f"good_{number}.py").write_text(block, encoding="utf-8")
    return made


def _examples() -> list[str]:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    return [part.partition("\n```")[0] for part in text.split("```python\n")[1:2]]


def test_mypy_takes_what_is_right_and_nothing_else(installed: Installed) -> None:
    """At its strictest; each line that is wrong is refused."""
    found = installed.run("mypy", "--strict", "--no-error-summary", ".").stdout
    rows = [line.split(":")[:2] for line in found.splitlines() if ": error:" in line]
    assert [["bad.py", str(line)] for line in LINES] == rows, found


def test_pyright_takes_what_is_right_and_nothing_else(installed: Installed) -> None:
    """At its strictest; each line that is wrong is refused."""
    python = str(installed.bin / "python")
    found = installed.run("basedpyright", "--pythonpath", python, "--outputjson")
    told = json.loads(found.stdout)["generalDiagnostics"]
    rows = {(Path(row["file"]).name, row["range"]["start"]["line"] + 1) for row in told}
    assert {("bad.py", line) for line in LINES} == rows, told
