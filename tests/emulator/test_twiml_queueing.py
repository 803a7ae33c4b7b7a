"""Calls that wait in queues, and those that take them: each verb at its time, and all that is told."""

from __future__ import annotations

import pytest
from emulator_application import AGENT, OWN, PERSON, Application, Start
from emulator_client import Client
from emulator_course import Namer, asked, course, happened

from twilio_ops_emulator import Emulator
from twilio_ops_emulator.control.live import LiveCall

QUEUE = {
    "/voice": "<Enqueue action='/after' method='GET' waitUrl='/wait' waitUrlMethod='GET'>q</Enqueue>",
    "/wait": "<Pause length='60'/>",
    "/after": "<Say>Rate us</Say>",
    "/agent": "<Dial action='/done'><Queue url='/whisper' method='GET'>q</Queue></Dial>",
    "/whisper": "<Say>x</Say><Gather/><Dial>1</Dial><Redirect>/whisper2</Redirect>",
    "/whisper2": "<Play>y</Play>",
    "/done": "<Say>Done</Say>",
    "/new": "<Say>New</Say><Pause length='60'/>",
}
WAITS = "/wait CallSid=CA1 CallStatus=in-progress QueuePosition=1 QueueSid=QU1 QueueTime=0 AvgQueueTime=0 CurrentQueueSize=1 MaxQueueSize=1000"
OVER = "DialCallStatus=completed DialCallSid=CA1 DialCallDuration=5 DialBridged="


def taken(start: Start) -> tuple[Emulator, Application, LiveCall, LiveCall]:
    """A call that waited ten seconds and is connected since five, and who has taken it."""
    emulator, application = start(QUEUE)
    call = emulator.receive_call(PERSON, OWN)
    emulator.advance(10)
    form = {"To": AGENT, "From": OWN, "Url": "http://localhost/agent"}
    agent = Client(emulator).made("Calls.json", form)["sid"]
    emulator.advance(14)
    return emulator, application, call, emulator.call(agent)


def send_on(emulator: Emulator, call: LiveCall) -> None:
    """Send a call elsewhere."""
    Client(emulator).made(f"Calls/{call.sid}.json", Url="http://localhost/new")


def test_a_call_is_taken_out_of_its_queue(start: Start) -> None:
    """It hears what the taker says it shall, which is words and sounds; then both are connected."""
    emulator, application, call, agent = taken(start)
    namer = Namer()
    namer.named(f"{call.sid} {agent.sid}")
    assert happened(call, namer)[2:] == [
        "0 request url=http://localhost/wait method=GET",
        "0 Pause length=60",
        "13 request url=http://localhost/whisper method=GET",
        "13 Say 'x'",
        "14 problem code=12200 'line 1: Gather may not stand here'",
        "14 problem code=13201 'line 1: Dial may not stand here'",
        "14 Redirect '/whisper2'",
        "14 request url=http://localhost/whisper2 method=POST",
        "14 Play 'y'",
        "19 bridged sid=CA2",
    ]
    assert happened(agent, namer) == [
        "0 request url=http://localhost/agent method=POST",
        "0 Dial action=/done",
        "6 bridged sid=CA1",
    ]
    requests = asked(application, namer)
    assert requests[1] == WAITS
    assert requests[3] == (
        "/whisper CallSid=CA1 CallStatus=in-progress QueueSid=QU1 QueueTime=13 DequeingCallSid=CA2"
    )
    assert emulator.records("Member") == []


def test_who_has_taken_a_call_hangs_up(start: Start) -> None:
    """The call goes on with its action; the taker's own is told of it."""
    emulator, application, call, agent = taken(start)
    agent.hang_up()
    emulator.advance(60)
    namer = Namer()
    namer.named(f"{call.sid} {agent.sid}")
    queued = "QueueResult=bridged QueueSid=QU1 QueueTime=19"
    assert asked(application, namer)[5:] == [
        f"/after CallSid=CA1 CallStatus=in-progress {queued}",
        f"/done CallSid=CA2 CallStatus=completed {OVER}true",
    ]
    assert (call.verbs[-1], agent.verbs) == ("Say", ["Dial"])


@pytest.mark.parametrize(
    ("who", "result", "status"),
    [("call", "bridged", "completed"), ("moved", "redirected-from-bridged", "in-progress")],
)
def test_a_call_that_was_taken_leaves(start: Start, who: str, result: str, status: str) -> None:
    """It hangs up, or is sent elsewhere: the taker goes on with its action at once."""
    emulator, application, call, agent = taken(start)
    if who == "call":
        call.hang_up()
    else:
        send_on(emulator, call)
    namer = Namer()
    namer.named(f"{call.sid} {agent.sid}")
    found = set(asked(application, namer)[5:])
    assert found - {"/new CallSid=CA1 CallStatus=in-progress"} == {
        f"/after CallSid=CA1 CallStatus={status} QueueResult={result} QueueSid=QU1 QueueTime=19",
        f"/done CallSid=CA2 CallStatus=in-progress {OVER}true",
    }
    assert (agent.verbs, agent.status) == (["Dial", "Say"], "in-progress")
    assert ("Say" in call.verbs[-1:]) == (who == "moved")
    emulator.advance(2)
    assert agent.status == "completed"


def test_who_has_taken_a_call_is_sent_elsewhere(start: Start) -> None:
    """The call goes on by itself, and the taker's action is asked once."""
    emulator, application, call, agent = taken(start)
    send_on(emulator, agent)
    emulator.advance(2)
    assert application.paths().count("/done") == application.paths().count("/after") == 1
    assert (agent.verbs, call.status) == (["Dial", "Say", "Pause"], "completed")


@pytest.mark.parametrize(
    ("who", "result"), [("hangs up", "hangup"), ("moved", "redirected"), ("dequeued", "redirected")]
)
def test_a_call_that_waits_leaves(start: Start, who: str, result: str) -> None:
    """Its action is told why, which queue it was and how long it waited."""
    emulator, application = start(QUEUE)
    call = emulator.receive_call(PERSON, OWN)
    emulator.advance(7)
    (queue,) = emulator.records("Queue")
    if who == "hangs up":
        call.hang_up()
    elif who == "moved":
        send_on(emulator, call)
    else:
        path = f"Queues/{queue['sid']}/Members/{call.sid}.json"
        member = Client(emulator).made(path, Url="http://localhost/new")
        assert (member["position"], member["wait_time"]) == (1, 7)
    status = "completed" if who == "hangs up" else "in-progress"
    assert course(call, application)[1] == [
        WAITS,
        f"/after CallSid=CA1 CallStatus={status} QueueResult={result} QueueSid=QU1 QueueTime=7",
        *(["/new CallSid=CA1 CallStatus=in-progress"] if who != "hangs up" else []),
    ]
    assert emulator.records("Member") == []


def test_a_call_leaves_its_queue_by_itself(start: Start) -> None:
    """Behind the last verb the call ends; without an address for music there is silence."""
    emulator, application = start({"/voice": "<Enqueue waitUrl='/wait'>q</Enqueue>", "/wait": "<Leave/>"})  # fmt: skip
    call = emulator.receive_call(PERSON, OWN)
    assert course(call, application)[0] == [
        "0 Enqueue waitUrl=/wait 'q'",
        "0 request url=http://localhost/wait method=POST",
        "0 Leave",
        "0 dequeued QueueResult=leave",
    ]
    assert call.status == "completed"
    application.pages = {"/voice": "<Enqueue>q</Enqueue>"}
    silent = emulator.receive_call(PERSON, OWN)
    emulator.advance(600)
    assert (silent.status, silent.verbs) == ("in-progress", ["Enqueue"])


def test_what_is_heard_in_a_queue_begins_anew(start: Start) -> None:
    """A second after it is over, with what has become of the queue meanwhile."""
    emulator, application = start({**QUEUE, "/wait": "<Say>x</Say>"})
    call = emulator.receive_call(PERSON, OWN)
    emulator.advance(5)
    again = WAITS.replace("Time=0", "Time={}")
    assert course(call, application)[1] == [WAITS, again.format(2, 2), again.format(4, 4)]


def test_who_waits_for_calls_gets_the_one_that_comes(start: Start) -> None:
    """While nobody comes, Dial's time runs; then it is over."""
    emulator, application = start(
        {
            **QUEUE,
            "/agent": "<Dial timeout='9' action='/again'><Queue>q</Queue></Dial>",
            "/again": "<Dial timeout='60' action='/done'><Queue>q</Queue></Dial>",
        }
    )
    form = {"To": AGENT, "From": OWN, "Url": "http://localhost/agent"}
    agent = emulator.call(Client(emulator).made("Calls.json", form)["sid"])
    emulator.advance(20)
    call = emulator.receive_call(PERSON, OWN)
    emulator.advance(5)
    namer = Namer()
    namer.named(f"{call.sid} {agent.sid}")
    assert happened(agent, namer)[1:] == [
        "0 Dial timeout=9 action=/again",
        "9 dial over DialCallStatus=no-answer",
        "9 request url=http://localhost/again method=POST",
        "9 Dial timeout=60 action=/done",
        "17 bridged sid=CA1",
    ]
    agent.hang_up()
    emulator.advance(60)
    assert f"/done CallSid=CA2 CallStatus=completed {OVER}true" in asked(application, namer)
    assert call.verbs[-1] == "Say"


def test_who_leaves_a_queue_goes_on_from_there(start: Start) -> None:
    """One verb after the other, each in its time."""
    voice = "<Enqueue waitUrl='/wait'>q</Enqueue><Pause length='5'/><Say>Bye</Say>"
    emulator, _ = start({"/voice": voice, "/wait": "<Leave/><Say>never</Say>"})
    call = emulator.receive_call(PERSON, OWN)
    seen = [call.verbs]
    for seconds in (4, 1):
        emulator.advance(seconds)
        seen.append(call.verbs)
    gone = ["Enqueue", "Leave", "Pause"]
    assert seen == [gone, gone, [*gone, "Say"]]


def test_each_who_waits_for_calls_gets_one(start: Start) -> None:
    """In the order in which they began to wait; who has hung up meanwhile gets none."""
    emulator, _ = start(
        {"/voice": "<Enqueue>q</Enqueue>", "/agent": "<Dial><Queue>q</Queue></Dial>"}
    )
    client, agents = Client(emulator), []
    for to in (AGENT, "+15005550178", "+15005550179"):
        form = {"To": to, "From": OWN, "Url": "http://localhost/agent"}
        agents.append(emulator.call(client.made("Calls.json", form)["sid"]))
        emulator.advance(4)
    agents[1].hang_up()
    calls = [emulator.receive_call(person, OWN) for person in (PERSON, "+15005550198", "+15005550197")]  # fmt: skip
    bridged = [
        [one["attributes"]["sid"] for one in agent.timeline if one["what"] == "bridged"]
        for agent in agents
    ]
    assert bridged == [[calls[0].sid], [], [calls[1].sid]]
    assert [row["call_sid"] for row in emulator.records("Member")] == [calls[2].sid]
