"""The commands of the journal: bulk sending, each request once."""

from __future__ import annotations

import ast
import json
import locale
import re
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from types import SimpleNamespace
from typing import Any, get_args

import pytest

from twilio_ops import ConnectError, Connection, Request, Response, Send
from twilio_ops_cli import receive
from twilio_ops_cli.__main__ import main
from twilio_ops_cli.journal import STATES
from twilio_ops_components import journal
from twilio_ops_components.journal import store
from twilio_ops_components.journal.states import State
from twilio_ops_emulator import Clock, Emulator, Fault

SEND = """\
format: 1
operation: {object: Message, action: Create, name: send}
"""


@pytest.fixture
def emulator(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Emulator]:
    """The environment's account is an emulator's; the working folder has a component and three
    documents, the second of which is refused."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "send.yaml").write_text(SEND, encoding="utf-8")
    (tmp_path / "in.xml").write_text(
        "\n".join(
            f"<Message><To>{to}</To><From>+13115550000</From><Body>{body}</Body></Message>"
            for body, to in (("a", "+13115550001"), ("b", "nobody"), ("c", "+13115550003"))
        ),
        encoding="utf-8",
    )
    with Emulator(clock=Clock(frozen=True), seed=1) as emulator:
        monkeypatch.setattr(Connection, "from_env", emulator.connection)
        yield emulator


@pytest.fixture
def hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """Waiting takes no time but that of a clock, which journals go by."""
    now = time.time()

    def sleep(seconds: float) -> None:
        nonlocal now
        now += seconds

    def clock() -> float:
        return now

    made = partial(journal.Journal, now=clock, clock=clock)
    monkeypatch.setattr(journal, "Journal", made)
    monkeypatch.setattr(journal.sender, "time", SimpleNamespace(sleep=sleep))


def bodies(emulator: Emulator) -> Counter[str]:
    return Counter(record["body"] for record in emulator.records("Message"))


def test_a_run_with_a_journal_sends_each_once(
    emulator: Emulator, capsys: pytest.CaptureFixture[str]
) -> None:
    """However often it is run."""
    run = ["run", "send.yaml", "in.xml", "--journal", "send.journal", "--key", "Body"]
    assert main(run) == 3
    assert capsys.readouterr().err.startswith("3 new, 0 known, 0 not taken in\n")
    assert main(run) == 3
    assert capsys.readouterr().err.startswith("0 new, 3 known, 0 not taken in\n")
    assert bodies(emulator) == {"a": 1, "c": 1}
    assert main(["journal", "status", "send.journal", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found == {"states": {"refused": 1, "sent": 2}, "paused": None}
    assert main(["journal", "export", "send.journal", "--state", "refused"]) == 0
    [row] = map(json.loads, capsys.readouterr().out.splitlines())
    assert (row["key"], row["code"], row["input"], row["line"]) == ("b", 21211, "in.xml", 2)


def test_a_terminal_is_shown_how_much_is_taken_in_and_sent(
    emulator: Emulator, monkeypatch: pytest.MonkeyPatch
) -> None:
    """For many take minutes before the first goes out."""
    shown: list[tuple[str, int]] = []

    @contextmanager
    def working(text: str) -> Iterator[Callable[..., None]]:
        yield lambda said=text, *, done, total=None: shown.append((said, done))

    monkeypatch.setattr("twilio_ops_cli.journal.working", working)
    monkeypatch.setattr("twilio_ops_components.journal.intake.AT_ONCE", 2)
    monkeypatch.setattr("twilio_ops_components.journal.journal.BETWEEN", 0.0)
    assert main(["run", "send.yaml", "in.xml", "--journal", "j"]) == 3
    assert shown[:2] == [("Taking in", 2), ("Taking in", 3)]
    assert any(text.startswith("Sending: ") for text, _ in shown[2:])


def test_a_doubt_is_resolved_or_decided(
    emulator: Emulator, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is looked for, and sent again only when somebody says so."""
    emulator.faults.add(Fault(kind="drop", object="Message", action="Create", nth=1))
    run = ["run", "send.yaml", "in.xml", "--journal", "j", "--concurrency", "1"]
    assert main(run) == 3
    assert "unknown entries are not sent again" in capsys.readouterr().err
    assert main(["journal", "resolve", "j"]) == 3
    assert capsys.readouterr().out == ""
    assert main(["journal", "resolve", "j", "--settled", "0"]) == 3
    assert capsys.readouterr().out.split() == ["absent", "1"]
    assert main(["journal", "resume", "j"]) == 3
    assert bodies(emulator) == {"c": 1}
    assert main(["journal", "resend", "j", "--state", "absent"]) == 0
    assert main(["journal", "resume", "j", "--rate", "1000"]) == 3
    assert bodies(emulator) == {"a": 1, "c": 1}


def test_a_pause_holds_until_it_is_resumed(
    emulator: Emulator, capsys: pytest.CaptureFixture[str]
) -> None:
    """A run takes in, and sends nothing."""
    assert main(["run", "send.yaml", "in.xml", "--journal", "j", "--limit", "1"]) == 0
    assert main(["journal", "pause", "j"]) == 0
    assert main(["run", "send.yaml", "in.xml", "--journal", "j"]) == 3
    assert "paused: by hand" in capsys.readouterr().err
    assert bodies(emulator) == {"a": 1}
    assert main(["journal", "resume", "j"]) == 3
    assert bodies(emulator) == {"a": 1, "c": 1}


def test_what_is_scheduled_is_reconciled(
    emulator: Emulator,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    """The answer of one is lost, and it is found; the file's documents name no service."""
    text = (tmp_path / "in.xml").read_text(encoding="utf-8")
    service = f"<MessagingServiceSid>MG{'a' * 32}</MessagingServiceSid>"
    (tmp_path / "later.xml").write_text(
        text.replace("<From>+13115550000</From>", service), encoding="utf-8"
    )
    emulator.faults.add(Fault(kind="drop", when="after", object="Message", action="Create", nth=1))
    emulator.clock.set(time.time())
    at = datetime.fromtimestamp(time.time() + 7200, UTC).isoformat()
    run = ["run", "send.yaml", "in.xml", "later.xml", "--journal", "j", "--send-at", at]
    assert main([*run, "--concurrency", "1"]) == 3
    told = capsys.readouterr().err
    assert "in.xml:2: not taken in: it has no MessagingServiceSid" in told
    assert "`journal reconcile`, before it is due" in told
    assert main(["journal", "reconcile", "j", "--lag", "0"]) == 3  # one was refused: its number
    assert capsys.readouterr().out.split() == ["matched", "1"]
    assert [record["status"] for record in emulator.records("Message")] == ["scheduled"] * 2
    assert main(["run", "send.yaml", "later.xml", "--journal", "j", "--send-at", "soon"]) == 2


@pytest.mark.usefixtures("hurried")
def test_a_service_that_is_not_reached_is_told_of(
    emulator: Emulator,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Without a terminal, too, with what can be done; ``--quiet`` is quiet, and waits as well."""
    run = ["run", "send.yaml", "in.xml", "--key", "Body", "--limit", "1"]
    for number, options in enumerate(([], ["--quiet"])):
        left = 1

        def wrap(send: Send) -> Send:
            def attempt(request: Request, /) -> Response:
                nonlocal left
                left -= 1
                if left >= 0:
                    raise ConnectError("api.twilio.com did not accept a connection")
                return send(request)

            return attempt

        monkeypatch.setattr(Connection, "from_env", lambda: emulator.connection().through(wrap))
        assert main([*run, "--journal", str(number), *options]) == 0
        told = capsys.readouterr().err.splitlines()
        assert len(told) == (0 if options else 3)
        if told:
            assert told[1] == (
                "the service is not reached: api.twilio.com did not accept a connection: tried"
                " again in 1 s; Ctrl-C or `journal pause` ends the waiting, and `journal resume`"
                " goes on"
            )


@pytest.mark.usefixtures("hurried")
def test_a_service_that_is_not_reached_may_be_given_up(
    emulator: Emulator, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A run, `resume` and `reconcile` end then with exit code 3, and say what goes on."""

    def wrap(send: Send) -> Send:
        def attempt(request: Request, /) -> Response:
            raise ConnectError("api.twilio.com did not accept a connection")

        return attempt

    with monkeypatch.context() as patched:
        patched.setattr(Connection, "from_env", lambda: emulator.connection().through(wrap))
        run = ["run", "send.yaml", "in.xml", "--journal", "j", "--give-up-after", "0.001"]
        for command in (run, ["journal", "resume", "j", "--give-up-after", "0.001"]):
            assert main(command) == 3
            told = capsys.readouterr().err
            assert ": given up\n3 ready\n`journal resume` sends what is ready\n" in told
            assert told.count("Ctrl-C") == 1
    assert main(["journal", "resume", "j"]) == 3  # one is refused: its number
    assert bodies(emulator) == {"a": 1, "c": 1}


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["--give-up-after", "0"], 2, "--give-up-after"),
        (["--send-at", "2020-01-01T00:00:00Z"], 2, "what is scheduled is from 15 minutes"),
        (["--deadline", "soon"], 2, "with its zone"),
        (["--deadline", "2020-01-01T00:00:00Z"], 2, "the deadline has passed"),
        (["--callback", "example.com/told"], 2, "expected an address of HTTP"),
        (["--rate", "-1"], 2, "above 0"),
        (["--key", "Nothing"], 3, "it has no element Nothing, or an empty one"),
    ],
)
def test_what_is_refused_leaves_no_journal(
    emulator: Emulator,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    arguments: list[str],
    code: int,
    said: str,
) -> None:
    """Neither options nor documents of which none can be taken in; nor a command that only looks."""
    assert main(["run", "send.yaml", "in.xml", "--journal", "new.journal", *arguments]) == code
    assert said in capsys.readouterr().err
    (tmp_path / "get.yaml").write_text(
        "format: 1\noperation: {object: Message, action: Get}\n", encoding="utf-8"
    )
    assert main(["run", "get.yaml", "in.xml", "--journal", "new.journal"]) == 2
    for command in ("status", "pause", "resume", "resolve", "reconcile", "export"):
        assert main(["journal", command, "new.journal"]) == 2
    assert main(["journal", "resend", "new.journal", "--state", "absent"]) == 2
    assert not list(tmp_path.glob("new*"))


def test_the_last_successful_run_is_that_of_which_all_is_sent(
    emulator: Emulator, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """As of a run without a journal; with a doubt, a refusal or a limit it is not yet, and when they
    are gone the same command notes it, as of when its documents were first taken in."""
    (tmp_path / "send.yaml").write_text(
        SEND + "parameters:\n  To: {element: To}\n  From: '+13115550000'\n  Body:\n"
        "    - {element: Body}\n    - {last_successful_run: {first: 2020-01-01, mask: yyyy}}\n",
        encoding="utf-8",
    )
    text = (tmp_path / "in.xml").read_text(encoding="utf-8")
    (tmp_path / "in.xml").write_text(text.replace("nobody", "+13115550002"), encoding="utf-8")
    state = tmp_path / "send.state.json"

    def successful() -> str | None:
        [runs] = json.loads(state.read_text(encoding="utf-8"))["runs"].values()
        found: str | None = runs.get("last_successful_run")
        return found

    run = ["run", "send.yaml", "in.xml", "--journal", "j", "--concurrency", "1"]
    assert main([*run, "--limit", "2"]) == 0
    assert successful() is None
    began = datetime.now(UTC).isoformat()
    emulator.faults.add(Fault(kind="drop", when="after", object="Message", action="Create", nth=1))
    assert main(run) == 3
    assert successful() is None
    assert main(["journal", "resolve", "j"]) == 0
    assert main(run) == 0
    first = successful()
    assert first is not None
    assert first < began  # when the first two were taken in
    assert bodies(emulator) == {"a2020": 1, "b2020": 1, "c2020": 1}
    assert main(run) == 0
    second = successful()
    assert second is not None
    assert second > began


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["run", "send.yaml", "in.xml", "--journal", "j", "--out", "o"], "of a run without it"),
        (["run", "send.yaml", "in.xml", "--out", "o", "--key", "x"], "need --journal"),
        (["run", "send.yaml", "in.xml", "--out", "o", "--give-up-after", "1"], "need --journal"),
        (["run", "send.yaml", "in.xml", "--journal", "j", "--rate", "0"], "above 0"),
        (["run", "send.yaml", "in.xml", "--journal", "j", "--deadline", "soon"], "with its zone"),
        (["run", "send.yaml", "in.xml", "--journal", "send.yaml"], "send.yaml: is no journal"),
        (["journal", "status", "nothing"], "does not exist"),
        (["journal", "status", "postgresql://ops:s3cr3t@h@i/db"], "cannot be read"),
        (["journal", "reconcile", "send.yaml"], "send.yaml: is no journal"),
        (["journal", "export", "send.yaml", "--state", "done"], "'done' is not one of 'ready', "),
        (["journal", "resend", "send.yaml"], "--state or --key is missing"),
        (["receive", "send.yaml", "--url", "https://example.com/"], "TWILIO_AUTH_TOKEN is not set"),
    ],
)
def test_what_cannot_run(
    emulator: Emulator,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
    said: str,
) -> None:
    """Exit code 2, and nothing is sent."""
    monkeypatch.delenv("TWILIO_AUTH_TOKEN", raising=False)
    assert main(arguments) == 2
    told = capsys.readouterr().err
    assert said in told
    assert "s3cr3t" not in told
    assert not emulator.records("Message")


def test_what_callbacks_tell_is_printed(
    emulator: Emulator, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A line for each doubt that is decided, with its key and Sid; what was known is not told again."""
    emulator.faults.add(Fault(kind="drop", object="Message", action="Create", when="before"))
    assert main(["run", "send.yaml", "in.xml", "--journal", "j", "--key", "Body"]) == 3
    sid = "SM" + "0" * 32

    @contextmanager
    def called(
        url: str, token: str, name: str, confirm: Callable[[str, str], None], **_: Any
    ) -> Any:
        assert (url, token, name) == ("https://example.com/", "t" * 32, "Message")
        for key in ("a", "a", "nobody's", "c"):
            confirm(key, sid)
        yield SimpleNamespace(port=7)

    def interrupted(seconds: float) -> None:
        raise KeyboardInterrupt

    monkeypatch.setenv("TWILIO_AUTH_TOKEN", "t" * 32)
    monkeypatch.setattr(journal, "Receiver", called)
    monkeypatch.setattr(receive, "time", SimpleNamespace(sleep=interrupted))
    capsys.readouterr()
    assert main(["receive", "j", "--url", "https://example.com/"]) == 130
    printed = capsys.readouterr()
    assert printed.out == f"a\t{sid}\nc\t{sid}\n"
    assert "Listening on 127.0.0.1:7 for https://example.com/; Ctrl-C stops it." in printed.err


def test_minutes_are_minutes(emulator: Emulator, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of each command that gives up; without the option none does."""
    assert main(["run", "send.yaml", "in.xml", "--journal", "j"]) == 3
    given: list[object] = []

    def noted(*_: object, give_up_after: float | None, **others: object) -> dict[str, int]:
        given.append(give_up_after)
        return {}

    monkeypatch.setattr(journal.Journal, "send", noted)
    monkeypatch.setattr(journal.Journal, "reconcile", noted)
    for command in ("resume", "reconcile"):
        for option in (["--give-up-after", "2.5"], []):
            main(["journal", command, "j", *option])
    assert given == [150.0, None] * 2


def test_callbacks_are_of_what_has_been_taken_in(
    emulator: Emulator, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Before that it is not known what they are of, and nothing listens."""
    monkeypatch.setenv("TWILIO_AUTH_TOKEN", "secret")
    with journal.Journal("empty"):
        pass
    assert main(["receive", "empty", "--url", "https://example.com/"]) == 2
    assert "empty: nothing has been taken in yet" in capsys.readouterr().err


def test_every_state_can_be_exported() -> None:
    """The command knows the states that the journal has, in the order of its page."""
    assert get_args(State) == STATES


def test_what_is_new_is_counted_in_any_language(
    emulator: Emulator, capsys: pytest.CaptureFixture[str]
) -> None:
    """Python counts the rows of a statement that it knows by the locale's letters."""
    before = locale.setlocale(locale.LC_CTYPE)
    try:
        locale.setlocale(locale.LC_CTYPE, "tr_TR.UTF-8")
    except locale.Error:
        pytest.skip("the locale tr_TR.UTF-8 is not installed")
    try:
        assert main(["run", "send.yaml", "in.xml", "--journal", "send.journal"]) == 3
    finally:
        locale.setlocale(locale.LC_CTYPE, before)
    assert capsys.readouterr().err.startswith("3 new, 0 known, 0 not taken in\n")


def test_no_count_hangs_on_a_capital_i() -> None:
    """Where the rows of a statement are counted, it begins in small letters if it has an i."""
    folder = Path(store.__file__).parent
    counted = [
        ast.unparse(node.value.args[0])
        for path in folder.glob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute) and node.attr == "rowcount"
        if isinstance(node.value, ast.Call) and node.value.args
    ]
    assert len(counted) >= 3
    assert [text for text in counted if re.match(r"f?['\"]\s*\w*I", text)] == []
