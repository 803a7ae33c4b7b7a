"""What objects ask of one another: each knows the others by these roles, and imports none of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, Protocol, cast

from twilio_ops_emulator.state.index import Row
from twilio_ops_emulator.state.state import State

if TYPE_CHECKING:
    from twilio_ops_emulator.api.context import Context
    from twilio_ops_emulator.api.errors import Refusal
    from twilio_ops_emulator.state.callbacks import Answer
    from twilio_ops_emulator.state.scripts import Script


class Calls(Protocol):
    """What others ask of calls."""

    def is_final(self, row: Row) -> bool:
        """Return whether a call is over."""
        ...

    def end(self, row: Row, status: str) -> None:
        """End a call in a status."""
        ...

    def hang_up(self, row: Row) -> None:
        """End a call, however far it has come."""
        ...

    def answer(self, row: Row) -> None:
        """Answer a call that rings."""
        ...

    def redirect(self, row: Row, url: str | None, twiml: str | None, method: str | None) -> None:
        """Let a call go on elsewhere."""
        ...

    def dialled(self, parent: Row, values: Mapping[str, Any], leg: Mapping[str, Any]) -> Row:
        """Make the leg that a call dials, and let it begin."""
        ...

    @property
    def flow(self) -> Flow:
        """What carries out the TwiML of calls."""
        ...

    def talks(self, row: Row) -> None:
        """Let a call go on without TwiML, for as long as it talks."""
        ...

    def halt(self, row: Row) -> None:
        """Let nothing more happen to a call by itself."""
        ...

    def ends(self, context: Context) -> dict[str, Any]:
        """Return who calls and who is called, checked."""
        ...

    def arrange(self, context: Context, row: Row, default: str) -> None:
        """Keep what a request says of a call, and let the call begin."""
        ...

    def seeded(self, scope: tuple[str, ...], values: Mapping[str, Any]) -> Row:
        """Make a call that has not begun."""
        ...

    def begin(
        self,
        row: Row,
        outcome: str,
        delay: float = 0.0,
        script: Script | None = None,
        **settings: Any,
    ) -> None:
        """Let a call begin."""
        ...

    def receive(self, account: str, number: Row, caller: str, called: str) -> Row:
        """Let a call come in."""
        ...


class Flow(Protocol):
    """What conferences ask of the TwiML of calls."""

    def hold(self, call: Row, url: str, method: str | None, more: Mapping[str, Any]) -> None:
        """Let a call that is on hold hear what an address says."""
        ...

    def unhold(self, call: Row) -> None:
        """Let a call hear its conference again."""
        ...

    def announce(self, call: Row, url: str, method: str | None, more: Mapping[str, Any]) -> None:
        """Let a call hear an announcement."""
        ...

    def quiet(self, call: Row) -> None:
        """End an announcement that a call hears, if it hears one."""
        ...

    def hear(self, call: Row, answer: Answer) -> bool:
        """Let a call hear an announcement to all; return whether it is one."""
        ...


class Participants(Protocol):
    """What others ask of the participants of conferences."""

    def calls_in(self, conference: Row) -> list[Row]:
        """Return the calls that are in a conference."""
        ...

    def dial(self, call: Row, name: str, attributes: Mapping[str, str]) -> bool:
        """Let a call join a conference; return whether it could."""
        ...


class Members(Protocol):
    """What others ask of the calls that wait in queues."""

    def enqueue(self, call: Row, queue: str, most: int | None) -> Row | None:
        """Let a call wait; None = the queue is full."""
        ...

    def take_out(self, call: Row) -> None:
        """Let a call wait no longer."""
        ...

    def front(self, account: str, queue: str) -> Row | None:
        """Return the call that has waited longest in a queue."""
        ...

    def waiting(self, call: Row) -> Mapping[str, Any]:
        """Return what requests say of a call that waits."""
        ...


class Recordings(Protocol):
    """What others ask of recordings."""

    def start(self, source: str, values: Mapping[str, Any], call: Row) -> Row:
        """Begin to record a call."""
        ...

    def start_conference(self, values: Mapping[str, Any], conference: Row) -> None:
        """Begin to record a conference."""
        ...

    def stop(self, row: Row, seconds: int | None = None) -> None:
        """Stop a recording; it has this many seconds."""
        ...

    def silent(self, row: Row) -> None:
        """Stop a recording in which there is nothing."""
        ...

    def media_url(self, row: Row) -> str:
        """Return the address of a recording's sound."""
        ...


class Transcriptions(Protocol):
    """What others ask of transcriptions."""

    def start(self, recording: Row, text: str | None) -> Row:
        """Begin to transcribe a recording."""
        ...


class Conferences(Protocol):
    """What others ask of conferences."""

    def locate(
        self, scope: tuple[str, ...], key: str, context: Context | None = None
    ) -> Row | None:
        """Return a conference by what a path calls it."""
        ...

    def missing(self, key: str | None = None) -> Refusal:
        """Return the error of a conference that does not exist."""
        ...

    def open(self, account: str, name: str, asked: Mapping[str, Any]) -> Row:
        """Return the conference of a name: the one that goes on, or a new one."""
        ...

    def begin(self, row: Row) -> None:
        """Begin a conference, because someone who may begin it has joined."""
        ...

    def end(self, row: Row, reason: str, participant: Row | None) -> None:
        """End a conference."""
        ...

    def tell(
        self, row: Row, event: str, participant: Row | None = None, which: int = 0, **more: Any
    ) -> None:
        """Send the status callback of an event."""
        ...

    def require_running(self, row: Row) -> None:
        """See that a conference goes on."""
        ...

    def about(self, row: Row) -> dict[str, Any]:
        """Return what a request about a conference says of it."""
        ...

    def tell_announced(
        self, row: Row, url: str, failed: str | None, participant: Row | None = None
    ) -> None:
        """Send the status callback of an announcement that is over."""
        ...


class Messages(Protocol):
    """What others ask of messages."""

    def send(self, account: str, values: Mapping[str, Any], callback: str | None) -> Row:
        """Send a message on the application's behalf."""
        ...

    def unfit(self, to: str, sender: str) -> str | None:
        """Return the problem of a message's ends, as facts of TwiML call it."""
        ...

    def receive(self, account: str, values: Mapping[str, Any]) -> Row:
        """Let a message come in."""
        ...

    def cancel(self, row: Row) -> None:
        """Cancel a message that has not gone yet."""
        ...


class Media(Protocol):
    """What messages ask of their media."""

    def attach(self, message: Row, urls: Iterable[str]) -> None:
        """Make the media of a message."""
        ...


class Notifications(Protocol):
    """What others ask of notifications."""

    def seeded(self, scope: tuple[str, ...], values: Mapping[str, Any]) -> Row:
        """Make a notification."""
        ...


def calls(state: State) -> Calls:
    """Return the role of calls."""
    return cast(Calls, state.behaviour("Call"))


def participants(state: State) -> Participants:
    """Return the role of participants."""
    return cast(Participants, state.behaviour("Participant"))


def members(state: State) -> Members:
    """Return the role of the calls in queues."""
    return cast(Members, state.behaviour("Member"))


def recordings(state: State) -> Recordings:
    """Return the role of recordings."""
    return cast(Recordings, state.behaviour("CallRecording"))


def conferences(state: State) -> Conferences:
    """Return the role of conferences."""
    return cast(Conferences, state.behaviour("Conference"))


def transcriptions(state: State) -> Transcriptions:
    """Return the role of transcriptions."""
    return cast(Transcriptions, state.behaviour("Transcription"))


def messages(state: State) -> Messages:
    """Return the role of messages."""
    return cast(Messages, state.behaviour("Message"))


def media(state: State) -> Media:
    """Return the role of media."""
    return cast(Media, state.behaviour("Media"))


def notifications(state: State) -> Notifications:
    """Return the role of notifications."""
    return cast(Notifications, state.behaviour("Notification"))
