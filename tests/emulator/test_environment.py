"""Where an emulator says that it is, and what is printed of it."""

from __future__ import annotations

import json
import os
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest

from twilio_ops_emulator import environment as env

NONE = (
    "no emulator is running on this machine: start one with 'twilio-ops emulator --proxy', or say where"
    " it is with --url\n"
)


class _State(BaseHTTPRequestHandler):
    server: Any

    def do_GET(self) -> None:
        self.server.asked.append((self.path, self.headers["Authorization"]))
        body = self.server.answers.encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: Any) -> None:
        """Say nothing."""


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file in which an emulator says where it is; no variable leads anywhere."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.delenv("TWILIO_OPS_EMULATOR", raising=False)
    for name in ("HTTP_PROXY", "http_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    return tmp_path / "data" / "twilio-ops" / "emulator" / "running.json"


@pytest.fixture
def server() -> Iterator[Any]:
    """What answers as an emulator does."""
    server: Any = HTTPServer(("127.0.0.1", 0), _State)
    server.asked = []
    server.url = f"http://127.0.0.1:{server.server_port}"
    addresses = {"url": server.url, "proxy": "http://127.0.0.1:2"}
    state = {"addresses": addresses, "account_sid": "AC1", "auth_token": "secret"}
    server.answers = json.dumps(state)
    thread = threading.Thread(target=server.serve_forever, args=(0.005,))
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


def test_what_is_written_down_is_the_users_alone(home: Path) -> None:
    """Whole, with nothing left beside it; another emulator's stays when this one ends."""
    assert env.notice() == home
    env.announce("http://one", "secret")
    assert json.loads(home.read_text(encoding="utf-8")) == {"url": "http://one", "token": "secret"}
    assert [path.stat().st_mode & 0o777 for path in (home, home.parent)] == [0o600, 0o700]
    env.announce("http://two", None)
    assert json.loads(home.read_text(encoding="utf-8")) == {"url": "http://two", "token": None}
    assert os.listdir(home.parent) == ["running.json"]
    env.withdraw("http://one")
    assert home.exists()
    env.withdraw("http://two")
    assert not home.exists()
    for text in ("no JSON", "[]", "{}", "5"):
        home.write_text(text, encoding="utf-8")
        env.withdraw("http://two")
        assert home.read_text(encoding="utf-8") == text


def test_where_nothing_can_be_written_it_is_said(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """And the emulator runs all the same."""
    home.parent.parent.mkdir(parents=True)
    home.parent.write_text("no folder", encoding="utf-8")
    env.announce("http://one", None)
    env.withdraw("http://one")
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("'env' will not find this emulator without --url: [Errno 17] File exists")


def test_the_one_that_was_started_last_is_asked(
    home: Path, server: Any, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """With its token, past any proxy; the variable goes before it, and an option before both."""
    env.announce(server.url, "t1")
    assert env.main([]) == 0
    lines = [
        f"TWILIO_OPS_EMULATOR={server.url}",
        "TWILIO_ACCOUNT_SID=AC1",
        "TWILIO_AUTH_TOKEN=secret",
        *(f"{name}=http://127.0.0.1:2" for name in ("HTTPS_PROXY", "https_proxy", "HTTP_PROXY")),
        *(f"{name}=localhost,127.0.0.1,::1" for name in ("NO_PROXY", "no_proxy")),
    ]
    assert capsys.readouterr() == ("\n".join(lines) + "\n", "")
    monkeypatch.setenv("TWILIO_OPS_EMULATOR", server.url + "/")
    assert env.main(["--shell", "fish", "--token", "t2"]) == 0
    assert capsys.readouterr().out.startswith(f"set -gx TWILIO_OPS_EMULATOR {server.url}\nset -gx ")
    monkeypatch.setenv("TWILIO_OPS_EMULATOR", "http://127.0.0.1:9")
    assert env.main(["--url", server.url]) == 0
    asked = [("/_emulator/state", token) for token in ("Bearer t1", "Bearer t2", None)]
    assert server.asked == asked


@pytest.mark.parametrize("answers", ["no JSON", "{}", '{"addresses": {}}'])
def test_what_does_not_answer_as_one_is_said(
    home: Path, server: Any, capsys: pytest.CaptureFixture[str], answers: str
) -> None:
    """With its address, and nothing is printed."""
    server.answers = answers
    assert env.main(["--url", server.url]) == 2
    out, err = capsys.readouterr()
    assert (out, err.startswith(f"{server.url} does not answer as an emulator: ")) == ("", True)


def test_nothing_that_runs_is_said(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """And what to do; so is what is written down and says nothing."""
    for text in (None, "no JSON", "{}", "[]", "5", '{"url": "http://x"}'):
        if text is not None:
            home.parent.mkdir(parents=True, exist_ok=True)
            home.write_text(text, encoding="utf-8")
        assert env.main([]) == 2
        assert capsys.readouterr() == ("", NONE)
    for url, why in (
        ("http://127.0.0.1:9", "<urlopen error [Errno 111] Connection refused>"),
        ("ftp://x", "expected an address that begins with http://"),
        ("x", "unknown url type: 'x/_emulator/state'"),
    ):
        assert env.main(["--url", url]) == 2
        assert capsys.readouterr() == ("", f"{url} does not answer as an emulator: {why}\n")


def test_the_options_are_described(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each with what it takes."""
    monkeypatch.setenv("COLUMNS", "200")
    with pytest.raises(SystemExit):
        env.main(["--help"])
    usage, *lines = capsys.readouterr().out.splitlines()
    assert usage == (
        "usage: twilio-ops emulator env [-h] [--url URL] [--token TOKEN]"
        " [--shell [{sh,fish,powershell,cmd}]]"
    )
    text = " ".join(" ".join(lines).split())
    for words in (
        "Print the variables that lead programs of this machine to an emulator.",
        "--url URL where it is; otherwise TWILIO_OPS_EMULATOR, or the one started last",
        "--token TOKEN its token, where others than this machine reach it",
        "print commands of a shell (default: sh); otherwise NAME=value",
    ):
        assert words in text
