"""The program, in this process: what each option does, what it prints, and how it ends."""

from __future__ import annotations

import json
import os
import re
import signal
import sys
import threading
import urllib.error
import urllib.request
from base64 import b64encode
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest

from twilio_ops_emulator import Emulator, catalog_data
from twilio_ops_emulator import environment as env
from twilio_ops_emulator.__main__ import main

MESSAGE = {"To": "+13115556789", "From": "+13115550000", "Body": "Hello"}
SID, TOKEN = f"AC{7:032x}", "0123456789abcdef0123456789abcdef"
CATALOG = {**catalog_data.products()["verify-v2"]}
CATALOG["service"] = {
    **CATALOG["service"],
    "service": "pets",
    "version": "v9",
    "host": "pets.twilio.com",
}


class Running:
    """A program that runs, as others find it."""

    def __init__(self) -> None:
        self.said = json.loads(env.notice().read_text(encoding="utf-8"))
        self.url: str = self.said["url"]

    def control(self, path: str, value: Any = None) -> Any:
        """What control answers; a value is posted."""
        headers = {"Authorization": f"Bearer {self.said['token']}"}
        body = None if value is None else json.dumps(value).encode()
        request = urllib.request.Request(
            f"{self.url.replace('0.0.0.0', '127.0.0.1')}/_emulator/{path}", body, headers
        )
        with urllib.request.urlopen(request, timeout=10) as answer:
            return json.loads(answer.read())

    def post(self, **form: str) -> tuple[int, Any]:
        """The status and the answer to a message that is sent."""
        state = self.control("state")
        pair = b64encode(f"{state['account_sid']}:{state['auth_token']}".encode()).decode()
        path = f"/2010-04-01/Accounts/{state['account_sid']}/Messages.json"
        headers = {"Authorization": f"Basic {pair}"}
        request = urllib.request.Request(self.url + path, urlencode(form).encode(), headers)
        try:
            with urllib.request.urlopen(request, timeout=10) as answer:
                return answer.status, json.loads(answer.read())
        except urllib.error.HTTPError as answer:
            with answer:
                return answer.code, json.loads(answer.read())


Run = Callable[..., tuple[int, dict[str, str], Any]]


@pytest.fixture
def run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Iterator[Run]:
    """Runs the program until what is asked of it is known; its exit code, its lines and the answer."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setattr("twilio_ops_emulator.api.server.GRACE", 0.01)
    numbers = (signal.SIGINT, signal.SIGTERM)
    before = [signal.getsignal(number) for number in numbers]

    def running(
        *arguments: str,
        ask: Callable[[Running], Any] = lambda program: None,
        number: signal.Signals = signal.SIGTERM,
        **more: Any,
    ) -> tuple[int, dict[str, str], Any]:
        found: list[Any] = []

        over = threading.Event()

        def watch() -> None:
            while not env.notice().exists():
                if over.wait(0.002):
                    return  # it could not start
            try:
                found.append(ask(Running()))
            finally:
                os.kill(os.getpid(), number)

        watcher = threading.Thread(target=watch)
        watcher.start()
        try:
            code = main(list(arguments), **more)
        finally:
            over.set()
            watcher.join()
        assert signal.getsignal(number) == signal.SIG_DFL  # whoever cannot wait says it again
        out, err = capsys.readouterr()
        assert err == ""
        *lines, last = out.splitlines()
        assert last == "Ctrl-C stops it."
        printed = dict(line.split("  ", 1) for line in lines)
        return code, {name: value.strip() for name, value in printed.items()}, found[0]

    yield running
    for number, handler in zip(numbers, before, strict=True):
        signal.signal(number, handler)


def test_a_program_without_options(run: Run) -> None:
    """It prints where it is and who may ask; nothing of it is left when it has ended."""

    def ask(program: Running) -> Any:
        files = [env.notice(), env.notice().parent]
        program.control("advance", {"seconds": 60})
        return (
            program.said,
            [file.stat().st_mode & 0o777 for file in files],
            [
                program.control("state"),
                program.post(**MESSAGE, Colour="red")[0],
                program.post(**MESSAGE)[0],
            ],
        )

    code, printed, (said, modes, (state, strict, sent)) = run(ask=ask)
    assert (code, modes, said) == (0, [0o600, 0o700], {"url": printed["URL"], "token": None})
    assert printed == {
        "URL": state["addresses"]["url"],
        "account": state["account_sid"],
        "token": state["auth_token"],
        "test account": state["test_account_sid"],
        "test token": state["test_auth_token"],
        "page": f"{printed['URL']}/_emulator/",
    }
    assert printed["URL"].startswith("http://127.0.0.1:")
    assert state["addresses"] == {"url": printed["URL"]}
    assert (state["frozen"], strict, sent) == (False, 201, 201)
    assert not env.notice().exists()


def test_each_option_does_what_it_says(run: Run, tmp_path: Path) -> None:
    """The credentials, the time, the records to begin with, and what is refused."""
    (tmp_path / "pets.json").write_text(json.dumps(CATALOG), encoding="utf-8")
    seed = tmp_path / "seed.yaml"
    seed.write_text("records: [{object: Message, values: {body: Seeded}}]", encoding="utf-8")
    options: dict[str, Any] = {
        "--account-sid": SID,
        "--auth-token": TOKEN,
        "--time": "2026-11-01T10:00:00Z",
        "--chance": 7,
        "--seed": seed,
        "--state": tmp_path / "state.json",
        "--catalog": tmp_path / "pets.json",
        "--concurrency": 1,
        "--certificates": tmp_path / "own",
    }
    given = [str(word) for pair in options.items() for word in pair]
    flags = ["--strict", "--check-senders", "--frozen", "--tls", "--proxy"]

    def ask(program: Running) -> Any:
        return (
            program.control("state"),
            program.control("products"),
            [row["sid"] for row in program.control("records/Message")],
            program.post(**MESSAGE, Colour="red"),
            program.post(**MESSAGE),
        )

    code, printed, (state, products, sids, strict, sender) = run(*given, *flags, ask=ask)
    assert (code, state["account_sid"], state["auth_token"]) == (0, SID, TOKEN)
    assert (state["time"], state["frozen"], len(sids)) == (1793527200, True, 1)
    assert "pets-v9" in products
    assert (strict[0], strict[1]["code"], "no parameter Colour" in strict[1]["message"]) == (
        400,
        20001,
        True,
    )
    assert (400, 21606) == (sender[0], sender[1]["code"])
    assert {"URL", "tls", "proxy", "certificate", "bundle", "truststore", "programs"} < set(printed)
    assert printed["certificate"] == str(tmp_path / "own" / "ca.pem")
    assert printed["programs"] == 'eval "$(twilio-ops emulator env --shell)" leads them here'
    twin = Emulator(seed=7, account_sid=SID, auth_token=TOKEN)
    twin.seed(seed)
    assert sids == [row["sid"] for row in twin.records("Message")]
    assert (tmp_path / "state.json").exists()
    again = run(*given, ask=lambda program: program.control("records/Message"))[2]
    assert [row["sid"] for row in again] == sids  # the state goes before the seed


@pytest.mark.parametrize("anywhere", [False, True])
def test_callbacks_leave_this_machine_when_they_may(run: Run, anywhere: bool) -> None:
    """Otherwise nobody is asked, and it says so."""

    def ask(program: Running) -> Any:
        program.post(**MESSAGE, StatusCallback="http://0.0.0.0:1/")
        program.control("advance", {"seconds": 60})
        return program.control("callbacks")[0]

    options = ["--callbacks-anywhere"] if anywhere else []
    sent = run(*options, ask=ask, number=signal.SIGINT)[2]
    assert (sent["error"] == "not on this machine") is not anywhere


def test_others_need_the_token_that_is_printed(run: Run) -> None:
    """Where the host is not this machine alone; the page has it in its address."""
    code, printed, token = run("--host", "0.0.0.0", ask=lambda program: program.said["token"])
    assert (code, len(token) > 30) == (0, True)
    assert printed["page"] == f"{printed['URL']}/_emulator/?token={token}"
    assert printed["control"] == f"Authorization: Bearer {token}"


def test_it_listens_where_it_is_told(run: Run) -> None:
    """At a port, which may be needed again at once; another program that has it is told so."""

    def ask(program: Running) -> str:
        return program.url.rpartition(":")[2]

    port = run(ask=ask)[2]
    assert run("--port", port, ask=ask)[2] == port


def test_a_state_that_cannot_be_written_is_said(
    run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """At the end, with another exit code."""
    folder = tmp_path / "kept"
    folder.mkdir()

    def ask(program: Running) -> None:
        for file in folder.iterdir():
            file.unlink()
        folder.rmdir()

    with pytest.raises(AssertionError) as failed:
        run("--state", str(folder / "state.json"), "--frozen", ask=ask)
    assert f"the state cannot be written to {folder}/state.json: No such file" in str(failed.value)


WRONG = [
    (["--seed", "nowhere.yaml"], "the seed nowhere.yaml cannot be read: [Errno 2] No such file"),
    (["--time", "soon"], "'soon' is not a time in ISO 8601 or RFC 2822"),
    (["--port", "99999"], "port: 99999 is not a number from 0 to 65535"),
    (["--port", "-1"], "port: -1 is not a number from 0 to 65535"),
    (["--tls", "-1"], "tls: -1 is not a number from 0 to 65535"),
    (["--proxy", "65536"], "proxy: 65536 is not a number from 0 to 65535"),
    (["--host", ""], "host: expected an address or a name to listen on"),
    (["--concurrency", "0"], "concurrency: 0 is not a number from 1"),
    (["--account-sid", "me"], "account_sid: 'me' is no Sid of an account"),
    (["--state", "nowhere/state"], "the state HERE/nowhere/state cannot be kept: No such file"),
    (["--catalog", "nowhere"], "--catalog nowhere: expected a catalog: [Errno 2] No such file"),
    (["--catalog", "seed.yaml"], "--catalog seed.yaml: expected a catalog: JSON is malformed"),
    (["--catalog", "list.json"], "--catalog list.json: expected a catalog: Expected `object`"),
    (["--catalog", "empty.json"], "empty- is no compact catalog: KeyError('service')"),
    (
        ["--catalog", "."],
        "--catalog .: reading a catalog's folder is done by 'twilio-ops emulator'",
    ),
]


@pytest.mark.parametrize(("arguments", "said"), WRONG)
def test_what_cannot_be_started_is_said_in_a_line(
    run: Run,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    said: str,
) -> None:
    """With exit code 2, and nothing says that it runs."""
    monkeypatch.chdir(tmp_path)
    for name, text in (("seed.yaml", "a: b"), ("list.json", "[]"), ("empty.json", "{}")):
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert main([*arguments, "--certificates", str(tmp_path)]) == 2
    out, err = capsys.readouterr()
    assert (out, err.count("\n"), env.notice().exists()) == ("", 1, False)
    assert err.startswith(said.replace("HERE", str(tmp_path)))


def test_a_catalog_is_a_file_a_package_or_a_folder(run: Run, tmp_path: Path) -> None:
    """A folder is read by what the caller gives; a service without a name has that of its file."""
    package = tmp_path / "package"
    package.mkdir()
    (package / "_catalog.json").write_text(json.dumps(CATALOG), encoding="utf-8")
    folder = tmp_path / "folder"
    folder.mkdir()
    other = {**CATALOG, "service": {**CATALOG["service"], "service": "zoo", "host": "z.twilio.com"}}
    read: list[Path] = []

    def reader(path: Path) -> Any:
        read.append(path)
        return other

    _, _, products = run(
        "--catalog",
        str(package),
        "--catalog",
        str(folder),
        ask=lambda program: program.control("products"),
        read_catalog=reader,
    )
    assert read == [folder]
    assert products[-2:] == ["pets-v9", "zoo-v9"]


def test_without_aiohttp_it_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """It can serve nothing then."""
    for name in ("aiohttp", "twilio_ops_emulator.api.server"):
        monkeypatch.delitem(sys.modules, name, raising=False)
    monkeypatch.setitem(sys.modules, "aiohttp", None)
    assert main([]) == 2
    assert capsys.readouterr() == (
        "",
        "serving needs aiohttp: pip install 'twilio-ops[emulator]'\n",
    )


def test_a_part_of_its_own_that_is_missing_is_a_mistake(monkeypatch: pytest.MonkeyPatch) -> None:
    """And seen as such."""
    monkeypatch.delitem(sys.modules, "twilio_ops_emulator.api.server", raising=False)
    monkeypatch.setitem(sys.modules, "twilio_ops_emulator.api.proxy", None)
    with pytest.raises(ImportError, match="proxy"):
        main([])


def test_what_is_emulated_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    """A table, and how much it is in a sentence; nothing is served."""
    assert main(["--coverage"]) == 0
    out = capsys.readouterr().out.splitlines()
    assert out[:2] == ["| object | Get | Query | Create | Update | Delete |", "|--|" + ":--:|" * 5]
    assert "| Call | x | x | x | x | x |" in out
    assert "| AuthorizedConnectApp | o | o |  |  |  |" in out
    assert "| ShortCode | o | o |  | o | - |" in out
    assert (out[2:-2], out[-2]) == (sorted(out[2:-2]), "")
    assert re.fullmatch(
        r"75 objects, 216 actions: \d+ with rules of their own \(x\), \d+ as the catalog alone says"
        r" \(o\), \d+ refused as the service refuses them \(-\)\.",
        out[-1],
    )


def test_each_option_says_what_it_does_and_what_it_takes(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """In the help, under the name by which the program was called."""
    monkeypatch.setenv("COLUMNS", "500")
    with pytest.raises(SystemExit):
        main(["--help"], prog="any emulator")
    usage, _, text = capsys.readouterr().out.partition("\n")
    assert usage == (
        "usage: any emulator [-h] [--host HOST] [--port PORT] [--tls [PORT]] [--proxy [PORT]]"
        " [--certificates DIR] [--account-sid SID] [--auth-token TOKEN] [--catalog DIR] [--coverage]"
        " [--seed FILE] [--state FILE] [--chance N] [--time TIME] [--frozen] [--strict]"
        " [--check-senders] [--callbacks-anywhere] [--concurrency N]"
    )
    for word in usage.split()[4:]:
        if word.startswith("[--"):
            line = next(one for one in text.splitlines() if one.startswith(f"  {word.strip('[]')}"))
            assert line[25:].strip(), word
    assert text.endswith("could not be written\n  2  it could not start\n")
