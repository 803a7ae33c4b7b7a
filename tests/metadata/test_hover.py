"""What an editor shows of the package where its language server is basedpyright's."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = """\
from twilio_ops import Connection
from twilio_ops.api.caller_id_validation import CreateCallerIdValidation
from twilio_ops.api.call import Call, CallStatus, CreateCall
from twilio_ops.api.message import CreateMessage, QueryMessage
from twilio_ops.api.sms_message import SMSMessage
call = CreateCall(Connection.from_env())(to="+13115556789", from_="+13115550000")
call.start_time
QueryMessage.date_sent
CreateMessage.__call__
CallStatus.CANCELED
"""

pytestmark = pytest.mark.slow


class Server:
    """A language server that speaks on its standard streams."""

    def __init__(self, command: list[str], folder: Path) -> None:
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        assert self.process.stdin is not None and self.process.stdout is not None
        self.sent: IO[bytes] = self.process.stdin
        self.said: IO[bytes] = self.process.stdout
        self.number = 0
        folder_uri = folder.as_uri()
        self.ask(
            "initialize",
            processId=None,
            rootUri=folder_uri,
            workspaceFolders=[{"uri": folder_uri, "name": "program"}],
            capabilities={},
        )
        self.tell("initialized")

    def _write(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.sent.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self.sent.flush()

    def tell(self, method: str, **params: Any) -> None:
        """Send a notification."""
        self._write({"method": method, "params": params})

    def ask(self, method: str, **params: Any) -> Any:
        """Send a request, answer what the server asks meanwhile, and return the result."""
        self.number += 1
        self._write({"id": self.number, "method": method, "params": params})
        while True:
            length = 0
            while line := self.said.readline().strip():
                if line.lower().startswith(b"content-length:"):
                    length = int(line.split(b":")[1])
            assert length, "the language server has ended"
            message = json.loads(self.said.read(length))
            if "method" in message and "id" in message:
                items = message.get("params", {}).get("items", [])
                self._write({"id": message["id"], "result": [None for _ in items]})
            elif message.get("id") == self.number:
                assert "error" not in message, message
                return message["result"]


@pytest.fixture(scope="module")
def hover(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """Return what is shown at the last letter of a text in a line of the program."""
    command = Path(sys.executable).with_name("basedpyright-langserver")
    if not command.is_file():
        pytest.skip("basedpyright is not here; `pip install --require-hashes -r locks/types.lock`")
    folder = tmp_path_factory.mktemp("program")
    paths = [str(ROOT / room) for room in ("generated", "runtime")]
    settings = {"extraPaths": paths, "typeCheckingMode": "off"}
    (folder / "pyrightconfig.json").write_text(json.dumps(settings), encoding="utf-8")
    path = folder / "program.py"
    path.write_text(PROGRAM, encoding="utf-8")
    server = Server([str(command), "--stdio"], folder)
    document = {"uri": path.as_uri(), "languageId": "python", "version": 1, "text": PROGRAM}
    server.tell("textDocument/didOpen", textDocument=document)

    def shown(line: int, text: str) -> str:
        start = PROGRAM.splitlines()[line - 1].index(text) + len(text) - 1
        found = server.ask(
            "textDocument/hover",
            textDocument={"uri": path.as_uri()},
            position={"line": line - 1, "character": start},
        )
        return " ".join(str(found["contents"]["value"] if found else "").split())

    yield shown
    server.process.terminate()
    server.process.wait(30)
    server.sent.close()
    server.said.close()
    shutil.rmtree(folder, ignore_errors=True)


@pytest.mark.parametrize(
    ("line", "text", "said"),
    [
        (2, "CreateCallerIdValidation", "calls the person to read a code"),
        (3, "Call", "A call connects Twilio with a phone"),
        (3, "CallStatus", "How far a call is."),
        (3, "CreateCall", "Side effect: starts a phone call."),
        (5, "SMSMessage", "Deprecated: Message has replaced it."),
        (6, "CreateCall", "Side effect: starts a phone call."),
        (7, "start_time", "The call is answered at this time."),
        (8, "date_sent", "Only messages sent on this day"),
        (9, "__call__", "body: The message says this."),
        (9, "__call__", "max_price: "),
        (10, "CANCELED", "The call is given up while it is queued or rings."),
    ],
)
def test_an_editor_shows_the_words(hover: Any, line: int, text: str, said: str) -> None:
    """At the name of a class, an operation, an attribute, a filter, a call and an enum's member."""
    plain = hover(line, text).replace("&nbsp;", " ").replace("\\", "")
    assert said in " ".join(plain.split()), plain
