"""A state in a file: all of it, whole or not at all, and read again by this version or refused."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from emulator_client import Client
from emulator_tour import Tour
from hypothesis import given
from hypothesis import strategies as st

from twilio_ops_emulator import Clock, Emulator, EmulatorError
from twilio_ops_emulator.api.render import Link
from twilio_ops_emulator.state import codec
from twilio_ops_emulator.state.usage import Amount

TO, OWN = "+14155550123", "+15005550006"
_PLAIN = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text()
_KINDS = (
    _PLAIN
    | st.decimals(allow_nan=False, allow_infinity=False)
    | st.builds(Link, st.text(), st.text())
    | st.builds(Amount, st.integers(0, 9).map(Decimal))
    | st.frozensets(st.text())
)
VALUES = st.recursive(
    _KINDS,
    lambda inner: st.lists(inner)
    | st.lists(inner).map(tuple)
    | st.dictionaries(st.text() | st.just("$"), inner)
    | st.dictionaries(st.integers() | st.tuples(st.text(), st.integers()), inner),
    max_leaves=20,
)


@pytest.mark.slow
@given(VALUES)
def test_every_value_comes_back(value: Any) -> None:
    """A value is read as it was written, and of the same kind."""
    found = codec.decode(codec.encode(value))
    assert found == value
    assert repr(found) == repr(value) or isinstance(value, frozenset | dict | list | tuple)


@pytest.mark.parametrize(
    "text", ["", "{", '{"$": "Callback"}', '{"$": "os.system", "of": "x"}', '{"$": 1}', "[" * 9999]
)
def test_what_is_no_state_is_refused(text: str) -> None:
    """A document that says no value, or a kind that there is not, raises and makes nothing."""
    with pytest.raises(codec.Undecodable):
        codec.decode(text.encode())


def frozen(**settings: Any) -> Emulator:
    """An emulator whose time stands still."""
    return Emulator(clock=Clock("2026-01-02T03:04:05", frozen=True), seed=3, **settings)


def test_a_whole_state_comes_back(tmp_path: Path) -> None:
    """A record of every object that can be made, what is to happen and what went out are kept."""
    emulator = frozen()
    tour = Tour(Client(emulator))
    for model in emulator.catalog.objects.values():
        if "Create" in model.actions and emulator.state.base(model) is model:
            tour.make(model)
    connection = emulator.connection()
    emulator.receive_message(TO, _number(emulator), "Hello")
    emulator.fault("status", object="Message")
    emulator.script("Call", "busy", times=2)
    assert emulator.verifications() == []
    client = emulator.client()
    service = client.verify.v2.services.create(friendly_name="Shop")
    client.verify.v2.services(service.sid).verifications.create(to=TO, channel="sms")
    emulator.save(tmp_path / "state.json")
    other = frozen()
    other.load(tmp_path / "state.json")
    assert len(other.state.counts()) > 25
    assert held(other) == held(emulator)
    assert other.verifications() == emulator.verifications()
    emulator.advance(60)
    other.advance(60)
    assert other.records("Call") == emulator.records("Call")
    assert connection.account_sid == other.account_sid


def held(emulator: Emulator) -> dict[str, Any]:
    """Everything there is, without the tables in which nothing is."""
    whole = emulator.state.dump()
    tables = {key: rows for key, rows in whole["tables"].items() if rows}
    products = {
        name: {**own, "tables": {key: rows for key, rows in own["tables"].items() if rows}}
        for name, own in whole["products"].items()
    }
    return {**whole, "tables": tables, "products": products}


def _number(emulator: Emulator) -> str:
    return str(emulator.records("IncomingPhoneNumber")[0]["phone_number"])


def test_a_state_file_over_restarts(tmp_path: Path) -> None:
    """What was there when it was closed is there when it is opened again; a later one adds to it."""
    path = tmp_path / "state.json"
    for count in (1, 2, 3):
        with frozen(state_file=path) as twilio:
            twilio.client().messages.create(to=TO, from_=OWN, body=f"number {count}")
            assert len(twilio.records("Message")) == count
    assert 0o600 == path.stat().st_mode & 0o777
    assert [path.name] == [one.name for one in tmp_path.iterdir() if "lock" not in one.name]


def test_running_time_has_gone_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """While a clock that runs was not kept, its time has passed, and what was due has happened."""
    path, now = tmp_path / "state.json", [1_700_000_000.0]
    monkeypatch.setattr(time, "time", lambda: now[0])
    first = Emulator(state_file=path)
    sid = first.client().messages.create(to=TO, from_=OWN, body="x").sid
    first.close()
    now[0] += 3600
    second = Emulator(state_file=path)
    assert second.clock.now() == now[0]
    assert second.client().messages(sid).fetch().status == "delivered"
    second.close()


def test_two_emulators_do_not_keep_one_file(tmp_path: Path) -> None:
    """The second one is told so; when the first has closed, it may."""
    path = tmp_path / "state.json"
    with frozen(state_file=path), pytest.raises(EmulatorError, match=r"another .* keeps"):
        frozen(state_file=path)
    frozen(state_file=path).close()


def _edited(change: Callable[[dict[str, Any]], object]) -> Callable[[Path], object]:
    def edit(path: Path) -> object:
        document = json.loads(path.read_text(encoding="utf-8"))
        change(document)
        return path.write_text(json.dumps(document), encoding="utf-8")

    return edit


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (
            lambda path: path.write_text("no JSON", encoding="utf-8"),
            "is no state of an emulator: it is not JSON",
        ),
        (lambda path: path.write_text("[]", encoding="utf-8"), "says no format"),
        (lambda path: path.write_text('{"format": 1}', encoding="utf-8"), "of the account None"),
        (_edited(lambda d: d.update(format=99)), r"has the format 99, this version .* takes 1"),
        (_edited(lambda d: d.update(account="AC" + "1" * 32)), "is the state of the account AC1"),
        (_edited(lambda d: d["state"].pop("random")), "is no state of an emulator: KeyError"),
        (_edited(lambda d: d["state"]["tables"].update(Fax=[[]])), "is no state of an emulator"),
        (
            _edited(lambda d: d["layouts"]["Message"].__setitem__(0, "gone")),
            "of another version: Message has no gone here",
        ),
        (lambda path: path.unlink(), "cannot be read: No such file"),
    ],
)
def test_a_file_that_is_no_state(
    tmp_path: Path, spoil: Callable[[Path], object], said: str
) -> None:
    """It is refused with its name and the reason, and the state is what it was."""
    path = tmp_path / "state.json"
    emulator = frozen()
    emulator.client().messages.create(to=TO, from_=OWN, body="x")
    emulator.save(path)
    emulator.client().messages.create(to=TO, from_=OWN, body="y")
    emulator.advance(1)
    spoil(path)
    before = emulator.state.dump()
    with pytest.raises(EmulatorError, match=said) as raised:
        emulator.load(path)
    assert str(path) in str(raised.value)
    assert emulator.auth_token not in str(raised.value)
    assert emulator.state.dump() == before


def test_a_catalog_with_more_fields(tmp_path: Path) -> None:
    """A state of a version that knew fewer fields, in another order, is taken by their names."""
    path = tmp_path / "state.json"
    emulator = frozen()
    client = emulator.client()
    sid = client.messages.create(to=TO, from_=OWN, body="x").sid
    client.verify.v2.services.create(friendly_name="Shop")
    emulator.save(path)

    def older(layouts: dict[str, Any], tables: dict[str, Any], key: str, gone: str) -> None:
        place = layouts[key].index(gone)
        for row in tables[key]:
            values = row["of"][0]
            del values[place]
            values.reverse()
        del layouts[key][place]
        layouts[key].reverse()

    def change(document: dict[str, Any]) -> None:
        older(document["layouts"], document["state"]["tables"], "Message", "price")
        own = document["state"]["products"]["verify-v2"]
        older(document["products"]["verify-v2"], own["tables"], "Service", "psd2_enabled")

    _edited(change)(path)
    other = frozen()
    other.load(path)
    assert other.client().messages(sid).fetch().body == "x"
    (service,) = other.client().verify.v2.services.list()
    assert (service.friendly_name, service.psd2_enabled) == ("Shop", None)


def test_a_disk_that_takes_nothing(tmp_path: Path) -> None:
    """A state that cannot be written is said with the file; what was there stays."""
    emulator = frozen()
    with pytest.raises(
        EmulatorError, match=r"cannot be written to .*none/state.json: No such file"
    ):
        emulator.save(tmp_path / "none" / "state.json")


WRITES = """
import sys
from twilio_ops_emulator import Clock, Emulator
emulator = Emulator(clock=Clock(frozen=True), seed=1)
client = emulator.client()
print("ready", flush=True)
while True:
    for _ in range(20):
        client.messages.create(to="+14155550123", from_="+15005550006", body="x" * 500)
    emulator.save(sys.argv[1])
"""


@pytest.mark.slow
def test_killed_while_writing(tmp_path: Path) -> None:
    """kill -9 at any moment leaves a file that is whole: the state before, or the one after."""
    path = tmp_path / "state.json"
    seen: set[int] = set()
    for number in range(6):
        run = subprocess.Popen(
            [sys.executable, "-c", WRITES, str(path)], stdout=subprocess.PIPE, text=True
        )
        assert run.stdout is not None
        path.unlink(missing_ok=True)
        assert run.stdout.readline() == "ready\n"
        while not path.exists():
            time.sleep(0.001)
        time.sleep(0.123 * number)
        run.send_signal(signal.SIGKILL)
        run.wait()
        run.stdout.close()
        emulator = frozen()
        emulator.load(path)
        count = len(emulator.records("Message"))
        assert count and count % 20 == 0
        seen.add(count)
    assert len(seen) > 1


@pytest.mark.slow
def test_the_program_keeps_its_state(tmp_path: Path) -> None:
    """``--state``: written within seconds of a change, so that even kill -9 leaves it there."""
    path = tmp_path / "state.json"
    command = [sys.executable, "-m", "twilio_ops_emulator", "--state", str(path)]
    for number, how in enumerate((signal.SIGKILL, signal.SIGTERM, signal.SIGTERM)):
        run = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env={**os.environ})
        assert run.stdout is not None
        url = run.stdout.readline().split()[1]
        known = json.load(urllib.request.urlopen(f"{url}/_emulator/records/Message"))
        assert number == len(known)
        body = json.dumps({"to": OWN, "from": TO, "body": "Hello"}).encode()
        if not number:
            seed = {"records": [{"object": "IncomingPhoneNumber", "values": {"phone_number": OWN}}]}
            urllib.request.urlopen(f"{url}/_emulator/seed", json.dumps(seed).encode()).close()
        urllib.request.urlopen(f"{url}/_emulator/receive-message", body).close()
        if how == signal.SIGKILL:
            deadline = time.monotonic() + 20
            while not path.exists() or b"Hello" not in path.read_bytes():
                assert time.monotonic() < deadline
                time.sleep(0.02)
        run.send_signal(how)
        assert run.wait(20) in (0, -signal.SIGKILL)
        run.stdout.close()


def wait_until(happened: Callable[[], bool]) -> None:
    """Wait for what another thread does."""
    deadline = time.monotonic() + 20
    while not happened():
        assert time.monotonic() < deadline
        time.sleep(0.002)


def test_a_change_is_written_while_it_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """By itself, after a moment; what cannot be written is said and tried again."""
    monkeypatch.setattr("twilio_ops_emulator.control.keeping.LEAST", 0.002)
    monkeypatch.setattr("twilio_ops_emulator.control.keeping.SHARE", 0)
    folder = tmp_path / "kept"
    folder.mkdir()
    path = folder / "state.json"
    with frozen(state_file=path) as emulator:
        emulator.seed({"records": [{"object": "Queue", "values": {"friendly_name": "first"}}]})
        wait_until(lambda: path.exists() and b"first" in path.read_bytes())
        folder.rename(tmp_path / "away")
        emulator.seed({"records": [{"object": "Queue", "values": {"friendly_name": "second"}}]})
        wait_until(lambda: "the state cannot be written to" in caplog.text)
        (tmp_path / "away").rename(folder)
        wait_until(lambda: b"second" in path.read_bytes())
    assert {record.levelname for record in caplog.records} == {"ERROR"}
    assert {record.name for record in caplog.records} == {"twilio_ops_emulator"}


def test_what_has_not_changed_is_not_written_again(tmp_path: Path) -> None:
    """The file is the same one; while it is closed another emulator may have it."""
    path = tmp_path / "state.json"
    emulator = frozen(state_file=path)
    emulator.close()
    first = path.stat().st_ino
    with emulator:
        with pytest.raises(EmulatorError, match="another emulator keeps its state"):
            frozen(state_file=path)
        emulator.start()
    assert path.stat().st_ino == first
    with emulator:
        emulator.fault("latency")  # no record, and none of the state
        emulator.seed({"records": [{"object": "Queue"}]})
    assert path.stat().st_ino != first
    twin = frozen(state_file=path)
    assert (len(twin.records("Queue")), len(twin.faults)) == (1, 0)
    twin.close()


@pytest.mark.parametrize(
    ("before", "after", "passed", "moved"),
    [(True, True, 60, 0), (True, False, 60, 0), (False, True, 60, 0), (False, False, 60, 60), (False, False, -60, 0)],
)  # fmt: skip
def test_time_goes_on_only_where_it_runs(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    before: bool,
    after: bool,
    passed: int,
    moved: int,
) -> None:
    """Before and after; and never back."""
    now = [1_700_000_000.0]
    monkeypatch.setattr(time, "time", lambda: now[0])
    path = tmp_path / "state.json"
    first = Emulator(clock=Clock(500, frozen=before))
    first.save(path)
    kept = json.loads(path.read_text(encoding="utf-8"))
    assert (kept["format"], kept["account"], kept["frozen"], kept["written"]) == (
        1,
        first.account_sid,
        before,
        1_700_000_000.0,
    )
    now[0] += passed
    second = Emulator(clock=Clock(0, frozen=after))
    second.load(path)
    assert second.clock.now() == pytest.approx(500 + moved, abs=5)


def test_a_file_that_is_refused_is_held_no_longer(tmp_path: Path) -> None:
    """It can be put right, and then be taken."""
    path = tmp_path / "state.json"
    path.write_text("no JSON", encoding="utf-8")
    with pytest.raises(EmulatorError, match="is no state of an emulator"):
        frozen(state_file=path)
    path.unlink()
    frozen(state_file=path).close()
    assert sorted(one.name for one in tmp_path.iterdir()) == [".state.json.lock", "state.json"]
