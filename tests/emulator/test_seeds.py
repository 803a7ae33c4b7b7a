"""Seeds: all of one is put there or nothing of it, and what is wrong is told with its place."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from emulator_client import Client

from twilio_ops_emulator import Clock, Emulator, EmulatorError
from twilio_ops_emulator.api.messages import Request
from twilio_ops_emulator.control.control import PREFIX

CODE = {"object": "ShortCode", "values": {"short_code": "12345"}}


def record(**values: Any) -> dict[str, Any]:
    """A seed of one call."""
    return {"records": [{"object": "Call", "values": values}]}


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ([], "expected a mapping, got a list"),
        ({"people": []}, "there is no people; there are: accounts, records, scripts, faults"),
        ({"records": 5}, "records: expected a list or nothing, got a whole number"),
        ({"records": [CODE, 5]}, "records[1]: expected a mapping, got a whole number"),
        ({"records": [{"values": {}}]}, "records[0]: object is missing"),
        ({"records": [{"object": "Cal"}]}, "records[0].object: the catalog has no object Cal"),
        ({"records": [{"object": "Call", "colour": 1}]}, "records[0]: there is no colour; there "),
        (
            {"records": [{"object": "Call", "as": ["x"]}]},
            "records[0].as: expected a text or nothing, got a list",
        ),
        (
            {"records": [CODE, {"object": "ShortCode", "values": {"short_cod": "1"}}]},
            "records[1].values.short_cod: there is no such field; there are: ",
        ),
        ({"accounts": ["x"]}, "accounts[0]: expected a mapping, got a text"),
        ({"accounts": [{"frendly_name": "x"}]}, "accounts[0].frendly_name: there is no such fi"),
        ({"accounts": [{"as": "a"}, {"as": "a"}]}, "accounts[1].as: another record is called a"),
        ({"accounts": [{"owner": "nobody"}]}, "accounts[0].owner: there is no Account nobody"),
        ({"scripts": ["x"]}, "scripts[0]: expected a mapping, got a text"),
        (
            {"scripts": [{"object": "Call", "outcome": "eaten"}]},
            "scripts[0].outcome: Call has no outcome eaten; there are: answered, open, busy",
        ),
        (
            {"scripts": [{"object": "Queue", "outcome": "busy"}]},
            "scripts[0].outcome: Queue has no outcome busy; there are: none",
        ),
        ({"faults": [{}]}, "faults[0]: kind is missing"),
        ({"faults": [{"kind": "drop", "every": 0}]}, "faults[0].every: expected a whole number >="),
        # Names that stand for records
        (
            {"records": [{**CODE, "account": "branhc"}]},
            "records[0].account: there is no Account branhc: expected a Sid, or a name given before",
        ),
        (
            {"records": [{"object": "Media", "under": ["pictur"]}]},
            "records[0].under[0]: there is no Message pictur: expected a Sid, or a name given befor",
        ),
        (
            {"records": [{**CODE, "as": "code"}, {"object": "Media", "under": ["code"]}]},
            "records[1].under[0]: there is no Message code",
        ),
        ({"records": [{"object": "Media"}]}, "records[0].under: Media is kept under Message"),
        (
            {"records": [{"object": "Call", "under": ["a", "b"]}]},
            "records[0].under: Call is kept under its account alone",
        ),
        # Values
        (
            {"records": [{"object": "Call", "values": {1: "x"}}]},
            "records[0].values: expected a text, got a whole number as a name",
        ),
        (record(sid=5), "records[0].values.sid: expected a text, got a whole number"),
        (record(sid="CA1"), "records[0].values.sid: 'CA1' is not a Sid that begins with CA"),
        (record(status="nonsense"), "records[0].values.status: 'nonsense' is none of queued, "),
        (record(duration="abc"), "records[0].values.duration: 'abc' is not a whole number"),
        (record(duration=True), "records[0].values.duration: expected a whole number or a text,"),
        (record(duration=10**30), "records[0].values.duration: "),
        (record(price="x"), "records[0].values.price: 'x' is not a number"),
        (record(price=float("inf")), "records[0].values.price: 'inf' is not a number"),
        (record(start_time="soon"), "records[0].values.start_time: 'soon' is not a date"),
        (record(start_time=1e300), "records[0].values.start_time: 1e+300 is not a time"),
        (record(start_time=True), "records[0].values.start_time: expected a number or a text"),
        (record(to="\ud800"), "records[0].values.to: 'utf-8' codec can't encode"),
        (record(uri="/x"), "records[0].values.uri: the emulator works this out"),
        (record(subresource_uris={}), "records[0].values.subresource_uris: the emulator works th"),
        (record(account_sid=f"AC{1:032x}"), "records[0].values.account_sid: it is AC"),
        (
            {"records": [{"object": "IncomingPhoneNumber", "values": {"capabilities": 5}}]},
            "records[0].values.capabilities: expected a mapping, got a whole number",
        ),
        (
            {"records": [{"object": "IncomingPhoneNumber", "values": {"capabilities": {"x": 1}}}]},
            "records[0].values.capabilities.x: there is no such field; there are: mms, sms, voice",
        ),
        (
            {"records": [{"object": "ConnectApp", "values": {"permissions": ["get-all", "x"]}}]},
            "records[0].values.permissions[1]: 'x' is none of ",
        ),
        (
            {"records": [{"object": "CallEvent", "under": ["c"], "values": {"request": {1, 2}}}]},
            "records[0].under[0]: there is no Call c",
        ),
        (
            {
                "records": [
                    {"object": "Call", "as": "c"},
                    {"object": "CallEvent", "under": ["c"], "values": {"request": object()}},
                ]
            },
            "records[1].values.request: expected what JSON can hold",
        ),
        (
            {
                "records": [
                    {"object": "Conference", "as": "c", "values": {"status": "init"}},
                    {"object": "Participant", "under": ["c"]},
                ]
            },
            "records[1].values: call_sid is missing: it is the record's key",
        ),
        (
            {"records": [{"object": "Call", "values": {"sid": f"CA{1:032x}"}}] * 2},
            f"records[1]: there is a Call CA{1:032x} already",
        ),
    ],
)
def test_what_is_wrong_has_a_place_and_leaves_nothing_behind(
    client: Client, content: Any, said: str
) -> None:
    """Not even the chance it drew from: the next record is the one it would have been."""
    emulator = client.emulator
    before, chance = emulator.state.counts(), emulator.state.random.getstate()
    if isinstance(content, dict):
        content = {"accounts": [{"friendly_name": "First"}], **content}
    with pytest.raises(EmulatorError) as wrong:
        emulator.seed(content)
    assert str(wrong.value).startswith(said)
    assert (before, chance) == (emulator.state.counts(), emulator.state.random.getstate())
    assert (0, []) == (len(emulator.faults), emulator.state.scripts.dump())


SEED = """\
accounts:
  - friendly_name: Branch
records:
  - object: ShortCode
    values:
      short_code: '12345'
  - object: ShortCode
    values:
      friendly_name: Votes
      short_cod: '12346'
"""


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (SEED, "line 10: records[1].values.short_cod: there is no such field"),
        ("accounts:\n- {}\n-  {owner: x}\n", "line 3: accounts[1].owner: there is no Account x"),
        ("\n\nrecords:\n  - values: {}\n", "line 4: records[0]: object is missing"),
        ("a: [\n\n", "line 3: expected the node content, but found '<stream end>'"),
        ("records: !!python/name:os.system\n", "line 1: could not determine a constructor"),
        ("records: [{object: Call, values: {start_time: 2026-13-40}}]", "month must be in 1..12"),
        ("", "line 1: expected a mapping, got nothing"),
        ("- a", "line 1: expected a mapping, got a list"),
        ("records: !!bool x", "has a value that is not what its tag says"),
        ("records: [2031-13-31]", "cannot be read: "),
        ("records: " + "9" * 5000, "cannot be read: "),
    ],
)
def test_a_file_is_told_with_the_line(
    emulator: Emulator, tmp_path: Path, text: str, said: str
) -> None:
    """In one line: of what is wrong, or of what lacks something."""
    file = tmp_path / "seed.yaml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(EmulatorError) as wrong:
        emulator.seed(file)
    assert str(file) in str(wrong.value)
    assert said in str(wrong.value)
    assert 1 == len(str(wrong.value).splitlines())


def test_a_file_without_pyyaml(
    emulator: Emulator, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is missing is said."""
    monkeypatch.setitem(sys.modules, "yaml", None)
    with pytest.raises(EmulatorError, match="seeds in files need PyYAML"):
        emulator.seed(tmp_path / "seed.yaml")


def test_what_an_error_says_holds_no_secret(client: Client) -> None:
    """Of credentials that are not texts only that is said."""
    with pytest.raises(EmulatorError) as wrong:
        client.emulator.seed({"accounts": [{"auth_token": 1234567890}]})
    assert "accounts[0].auth_token: expected a text, got a whole number" == str(wrong.value)


def test_values_come_as_texts_or_as_what_they_are(client: Client) -> None:
    """Both make the same record, and it is answered in both formats."""
    texts = {"duration": "90", "price": "-0.5", "start_time": "2026-10-01T12:00:00Z"}
    plain = [
        {"duration": 90, "price": -0.5, "start_time": datetime(2026, 10, 1, 12, tzinfo=UTC)},
        {"duration": 90, "price": Decimal("-0.5"), "start_time": 1790856000},
    ]
    rows = [
        {"object": "Call", "values": {**values, "status": "busy"}} for values in (texts, *plain)
    ]
    client.emulator.seed({"records": rows})
    calls = client.listed("Calls.json", "calls")
    shown = {(call["duration"], call["price"], call["start_time"]) for call in calls}
    assert {("90", "-0.5", "Thu, 01 Oct 2026 12:00:00 +0000")} == shown
    assert ["90"] * 3 == [item.text for item in client.get("Calls").xml.iterfind("*/Call/Duration")]
    number = {"phone_number": "+14155550000", "capabilities": {"voice": True, "sms": "false"}}
    client.emulator.seed({"records": [{"object": "IncomingPhoneNumber", "values": number}]})
    (made,) = client.listed("IncomingPhoneNumbers.json", "incoming_phone_numbers")
    assert {"voice": True, "sms": False} == made["capabilities"]
    summary = {"start_date": date(2026, 10, 1), "end_date": "2026-10-31"}
    client.emulator.seed({"records": [{"object": "CallFeedbackSummary", "values": summary}]})
    (row,) = client.emulator.records("CallFeedbackSummary")
    assert ("2026-10-01", "2026-10-31") == (row["start_date"], row["end_date"])


def test_records_below_others(client: Client) -> None:
    """Named by a name, a Sid or what a path calls them; also where an object only shows them."""
    client.emulator.seed(
        {
            "accounts": [{"friendly_name": "Branch", "as": "branch"}],
            "records": [
                {"object": "Account", "account": "branch", "values": {"friendly_name": "Twig"}},
                {"object": "Call", "account": "branch", "as": "call"},
                {"object": "CallRecording", "account": "branch", "under": ["call"]},
                {"object": "Message", "as": "picture", "values": {"sid": f"MM{1:032x}"}},
                {"object": "Media", "under": [f"MM{1:032x}"]},
                {"object": "Media", "under": ["picture"]},
            ],
        }
    )
    client.emulator.seed({"records": [{"object": "Media", "under": [f"MM{1:032x}"]}]})
    twig, branch = client.emulator.records("Account", limit=2)
    assert ("Twig", branch["sid"]) == (twig["friendly_name"], twig["owner_account_sid"])
    assert client.account == branch["owner_account_sid"]
    inside = Client(client.emulator, branch["sid"])
    (call,) = inside.listed("Calls.json", "calls")
    (recording,) = inside.listed(f"Calls/{call['sid']}/Recordings.json", "recordings")
    assert call["sid"] == recording["call_sid"]
    assert 3 == len(client.listed(f"Messages/MM{1:032x}/Media.json", "media_list"))


@pytest.fixture
def alike() -> Iterator[tuple[Client, Client]]:
    """Two emulators that make the same Sids."""
    one, other = (Emulator(clock=Clock(0, frozen=True), seed=1) for _ in range(2))
    with one, other:
        yield Client(one), Client(other)


def test_a_seed_that_was_refused_changes_no_sid(alike: tuple[Client, Client]) -> None:
    """What is made after it is what would have been made without it."""
    with pytest.raises(EmulatorError):
        alike[0].emulator.seed({"records": [CODE, {"object": "Dream"}]})
    made = [client.made("Queues.json", FriendlyName="A")["sid"] for client in alike]
    assert made[0] == made[1]


def test_over_http_a_seed_is_a_mapping(emulator: Emulator, tmp_path: Path) -> None:
    """A text is not taken for the name of a file of this machine, whose lines an error would show."""
    secret = tmp_path / "secret.yaml"
    secret.write_text("password: [very, secret", encoding="utf-8")
    for body in (str(secret), None, [str(secret)]):
        sent = Request("POST", f"{PREFIX}/seed", body=json.dumps(body).encode())
        answer = emulator.exchange(sent)
        assert 400 == answer.status
        assert b"expected a mapping" in answer.body
        assert b"very" not in answer.body


def test_a_record_that_is_there_is_not_put_there_twice(client: Client) -> None:
    """Whether it was there before, or comes twice in one seed; in another list it may be."""
    queue = client.made("Queues.json", FriendlyName="a")
    row = {"object": "Queue", "values": {"sid": queue["sid"]}}
    with pytest.raises(EmulatorError) as wrong:
        client.emulator.seed({"records": [row]})
    assert str(wrong.value) == f"records[0]: there is a Queue {queue['sid']} already"
    named = {"object": "Queue", "as": "q"}
    with pytest.raises(EmulatorError) as wrong:
        client.emulator.seed({"records": [named, named]})
    assert str(wrong.value) == "records[1].as: another record is called q"


def test_a_record_of_another_time(client: Client) -> None:
    """All of its times are that one unless it says them; lists have it where it belongs."""
    client.made("Queues.json", FriendlyName="now")
    row = {"object": "Queue", "values": {"friendly_name": "then", "date_created": 0}}
    client.emulator.seed({"records": [row]})
    newest, oldest = client.listed("Queues.json", "queues")
    assert (newest["friendly_name"], oldest["friendly_name"]) == ("now", "then")
    begun = "Thu, 01 Jan 1970 00:00:00 +0000"
    assert (oldest["date_created"], oldest["date_updated"]) == (begun, begun)


def test_accounts_of_a_seed(client: Client) -> None:
    """Have a token and are active unless they say otherwise; their owner is named, or the main one."""
    seed = {
        "accounts": [
            {"friendly_name": "A", "as": "a", "auth_token": "0" * 32, "type": "Trial"},
            {"friendly_name": "B", "owner": "a", "status": "suspended"},
        ],
        "records": [{"object": "Account", "as": "c", "values": {"friendly_name": "C"}}],
    }
    client.emulator.seed(seed)
    third, second, first = client.emulator.records("Account", limit=3)
    main = client.account
    for account, owner, token, status, kind in (
        (first, main, "0" * 32, "active", "Trial"),
        (second, first["sid"], None, "suspended", "Full"),
        (third, main, None, "active", "Full"),
    ):
        found = (account["owner_account_sid"], account["status"], account["type"])
        assert found == (owner, status, kind)
        assert account["auth_token"] == token or len(account["auth_token"]) == 32
    for content, said in (
        ({"accounts": [{"owner_account_sid": f"AC{1:032x}"}]}, f"accounts[0].owner_account_sid: it is {main} where this record is kept"),
        ({"records": [{"object": "Account", "values": {"owner_account_sid": f"AC{1:032x}"}}]}, f"records[0].values.owner_account_sid: it is {main} where this record is kept"),
        ({"records": [{"object": "Account", "account": "x"}]}, "records[0].account: there is no Account x: expected a Sid, or a name given before with 'as'"),
        ({"records": [{"object": "Media", "under": ["x", "y"]}]}, "records[0].under: Media is kept under Message"),
    ):  # fmt: skip
        with pytest.raises(EmulatorError) as wrong:
            client.emulator.seed(content)
        assert str(wrong.value) == said


def test_the_last_of_a_name_is_the_one_in_a_file(emulator: Emulator, tmp_path: Path) -> None:
    """As YAML has it: the line is that of the one that was read; a file that is no text is said."""
    file = tmp_path / "seed.yaml"
    file.write_text(
        "records: []\nscripts:\n- a\nscripts:\n- {object: Call}\n- b\n", encoding="utf-8"
    )
    with pytest.raises(EmulatorError) as wrong:
        emulator.seed(str(file))
    assert str(wrong.value) == f"{file}, line 5: scripts[0]: outcome is missing"
    for content in (b"\xff", b"\x00"):
        file.write_bytes(content)
        with pytest.raises(EmulatorError) as wrong:
            emulator.seed(file)
        assert str(wrong.value).startswith(f"the seed {file} cannot be read: ")
    file.write_text("a: b: c", encoding="utf-8")
    with pytest.raises(EmulatorError) as wrong:
        emulator.seed(file)
    assert str(wrong.value) == f"{file}, line 1: mapping values are not allowed here"


def test_what_a_seed_has_is_in_force_in_its_order(emulator: Emulator) -> None:
    """Scripts and faults behind those that were there."""
    emulator.fault("latency")
    emulator.script("Call", "open")
    emulator.seed(
        {
            "scripts": [
                {"object": "Call", "outcome": "busy"},
                {"object": "Message", "outcome": "sent"},
            ],
            "faults": [{"kind": "drop"}, {"kind": "cut", "bytes": 3}],
        }
    )
    assert [one["kind"] for one in emulator.faults.describe()] == ["latency", "drop", "cut"]
    assert [one["outcome"] for one in emulator.state.scripts.dump()] == ["open", "busy", "sent"]


def test_an_empty_seed_is_one(emulator: Emulator) -> None:
    """Nothing of nothing, and each part may be nothing."""
    before = emulator.state.counts()
    for content in (
        {},
        dict.fromkeys(("accounts", "records", "scripts", "faults")),
        {"records": []},
    ):
        emulator.seed(content)
    assert emulator.state.counts() == before
