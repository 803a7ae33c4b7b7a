"""The emulator: a stateful service with all that tests ask of it."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping, Sequence
from importlib import import_module
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from twilio_ops_emulator import catalog_data
from twilio_ops_emulator.api.errors import EmulatorError
from twilio_ops_emulator.api.matching import MatchedRequest
from twilio_ops_emulator.api.messages import Request, Response
from twilio_ops_emulator.behaviour import roles
from twilio_ops_emulator.control import expectations, keeping, live
from twilio_ops_emulator.control.control import Control, done, refused
from twilio_ops_emulator.control.faults import Fault
from twilio_ops_emulator.control.keeping import Keeper
from twilio_ops_emulator.control.live import LiveCall, LiveMessage
from twilio_ops_emulator.control.outcomes import read_script
from twilio_ops_emulator.control.seeds import load_seed
from twilio_ops_emulator.core import Core
from twilio_ops_emulator.helper_library import client

if TYPE_CHECKING:
    from twilio_ops_runtime.connection import Connection


class Emulator(Core):
    """A stateful emulation of the service, driven by its catalog.

    ``with Emulator() as twilio: connection = twilio.connection()``. Safe to share between threads.

    Args:
        clock: Its time: running with the machine's unless told otherwise.
        seed: Where Sids and chance come from; None = different every time.
        strict: Refuse parameters that the catalog does not know, which the service would ignore.
        check_senders: Refuse a From that the account neither owns nor has verified.
        callbacks_anywhere: Let callbacks leave this machine.
        send: What carries callbacks; None = HTTP.
        concurrency: How many requests an account may have under way; None = any number.
        package: The generated package whose catalog it follows.
        account_sid: The main account; None = a well-known one, the same every time.
        auth_token: Its token; None = likewise.
        state_file: A file that keeps everything over restarts; read when it is there, written within
            seconds of a change and on ``close``.
        catalogs: Compact catalogs of further products, by name, to be served at their hosts.

    Raises:
        EmulatorError: The concurrency is not a number from 1, or a catalog is none, or the state file
            cannot be read.

    Attributes:
        account_sid: The main account.
        auth_token: Its token.
        test_account_sid: The account of the test credentials.
        test_auth_token: Their token.
        faults: The rules that make answers fail.
        under_way_for: Seconds that each request is under way at least; 0 where any number may be.
        addresses: Where other programs reach it, while a server listens.
    """

    _control: Control
    _keeper: Keeper | None = None

    def _complete(self, state_file: Path | None) -> None:
        self._control = Control(self)
        if state_file is not None:
            self._keeper = Keeper(self, state_file, lambda: self.revision)

    def start(self, *, background: bool | None = None) -> Self:
        super().start(background=background)
        if self._keeper is not None:
            self._keeper.start()
        return self

    def close(self) -> None:
        """Stop the time as ``stop`` does, and write the state to its file if it has one.

        Raises:
            EmulatorError: The state cannot be written to its file.
        """
        self.stop()
        if self._keeper is not None:
            self._keeper.stop()

    def save(self, path: str | os.PathLike[str]) -> None:
        """Write everything there is to a file, whole or not at all.

        Args:
            path: The file, for ``load`` and for ``state_file``.

        Raises:
            EmulatorError: It cannot be written.
        """
        keeping.save(self, Path(path), self.snapshot())

    def load(self, path: str | os.PathLike[str]) -> None:
        """Make everything as it was when a file was written, or change nothing.

        Args:
            path: A file of ``save`` or of ``state_file``.

        Raises:
            EmulatorError: It cannot be read, is of another account, or this version does not take it.
        """
        with self.working():
            keeping.load(self, Path(path))

    # -- use ----------------------------------------------------------------------------------

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def connection(self, account_sid: str | None = None, **settings: Any) -> Connection:
        """A connection of the runtime to this emulator, without a socket.

        Args:
            account_sid: The account to be; None = the main one.
            **settings: Further arguments of ``Connection``.

        Raises:
            EmulatorError: There is no such account.
        """
        made: type[Connection] = import_module(catalog_data.PACKAGE).Connection
        sid = account_sid or self.account_sid
        if "api_key" not in settings:
            settings.setdefault("auth_token", self.token_of(sid))
        return made(sid, send=self.handle, **settings)

    def client(self, account_sid: str | None = None) -> Any:
        """Twilio's own ``Client`` on this emulator, without a socket.

        Args:
            account_sid: The account to be; None = the main one.

        Raises:
            EmulatorError: There is no such account, or the library ``twilio`` is not installed.
        """
        sid = account_sid or self.account_sid
        return client(self, sid, self.token_of(sid))

    def exchange(self, request: Request, matched: MatchedRequest | None = None) -> Response:
        if self.controls(request.path):
            return self._controlled(request)
        return super().exchange(request, matched)

    def failed(self, path: str) -> Response:
        return self._control.failed() if self.controls(path) else super().failed(path)

    def controls(self, path: str) -> bool:
        """Whether a path is one of control and none of the service."""
        return self._control.owns(path)

    def _controlled(self, request: Request) -> Response:
        try:
            seconds = self._control.advance_of(request)
            if seconds is not None:  # sends callbacks, which must not wait for the lock
                self.advance(seconds)
                return done()
        except EmulatorError as wrong:
            return refused(wrong)
        with self._lock:
            self._scheduler.catch_up()
            answer = self._control.answer(request)
        self._scheduler.after_request()  # what came in may have to be told to an application
        return answer

    # -- control ------------------------------------------------------------------------------

    def seed(self, source: str | os.PathLike[str] | Mapping[str, Any]) -> None:
        """Put records, scripts and faults there: all of a seed, or nothing of it.

        Args:
            source: A YAML file, or its content.

        Raises:
            EmulatorError: It says something that cannot be.
        """
        with self._lock:
            load_seed(self, source)

    def fault(self, kind: str, **values: Any) -> Fault:
        """Put a rule of faults in force; the arguments are those of ``Fault``.

        Raises:
            EmulatorError: They are not.
        """
        with self._lock:
            fault = self.faults.read({"kind": kind, **values})
            self.faults.add(fault)
        return fault

    def script(
        self,
        object: str,  # the word that rules, seeds and the catalog use
        outcome: str,
        *,
        match: Mapping[str, Any] | None = None,
        times: int | None = None,
        **settings: Any,
    ) -> None:
        """Decide what becomes of records that are made from now on.

        Args:
            object: Call or Message, or another object with a life cycle.
            outcome: One of the outcomes of its life cycle: busy, undelivered.
            match: Field values a record must have.
            times: For how many records; None = all.
            **settings: Values that replace facts of the life cycle: talk, ring, error_code.

        Raises:
            EmulatorError: The object has no such outcome, field or setting, or a value is not of
                its type.
        """
        said = {"object": object, "outcome": outcome, "match": match, "times": times}
        with self._lock:
            self.state.scripts.add(read_script(self.state, {**said, **settings}))

    def receive_message(
        self, from_: str, to: str, body: str = "", media: Sequence[str] = ()
    ) -> LiveMessage:
        """Let a message come in: the application of the number is asked, as the service asks it.

        Args:
            from_: Who sends it: a number, or an address such as ``whatsapp:+1…``.
            to: A number of an account.
            body: Its text.
            media: Addresses of its media.

        Raises:
            EmulatorError: No account has the number, or the sender is none.
        """
        with self.working():
            sid = live.receive_message(self, from_, to, body, media)
        return LiveMessage(self, sid)

    def receive_call(self, from_: str, to: str) -> LiveCall:
        """Let a call come in: the application of the number is asked what to do.

        Args:
            from_: Who calls: a number, or an address such as ``sip:…`` or ``client:…``.
            to: A number of an account.

        Raises:
            EmulatorError: No account has the number, or the caller is none.
        """
        with self.working():
            sid = live.receive_call(self, from_, to)
        return LiveCall(self, sid)

    def call(self, sid: str) -> LiveCall:
        """Return a call as the person at the other end has it.

        Raises:
            EmulatorError: There is no such call.
        """
        with self._lock:
            if self.state.table("Call").anywhere(sid) is None:
                raise EmulatorError(f"there is no call {sid}")
        return LiveCall(self, sid)

    def wait_for(
        self, what: Any, status: str | None = None, *, seconds: float = 86_400
    ) -> dict[str, Any]:
        """Move time until a message or a call has a status, or its life is over.

        Args:
            what: The record, of whichever library, or its Sid.
            status: The status; None = whichever its life ends with.
            seconds: How far time is moved at most.

        Returns:
            The record, as its JSON values.

        Raises:
            AssertionError: It does not come to that; the text says what became of it.
            EmulatorError: There is no such record, or it has no such status.
        """
        return expectations.wait_for(self, what, status, seconds)

    def assert_sent(
        self,
        *,
        to: str | re.Pattern[str] | None = None,
        from_: str | re.Pattern[str] | None = None,
        body: str | re.Pattern[str] | None = None,
        count: int | None = None,
        **fields: str | re.Pattern[str],
    ) -> list[dict[str, Any]]:
        """See that messages were sent; whatever their status is.

        Args:
            to: To whom, or a pattern that is found in it.
            from_: From whom, likewise.
            body: What they say, likewise.
            count: How many there are; None = at least one.
            **fields: Values of further fields, such as ``status``.

        Returns:
            The messages, oldest first, as their JSON values.

        Raises:
            AssertionError: There are not so many; the text shows what was sent instead.
            EmulatorError: Messages have no such field.
        """
        said = {"to": to, "from": from_, "body": body, **fields}
        expected = {name: value for name, value in said.items() if value is not None}
        return expectations.sent(self, expected, count)

    def set_status(self, what: Any, status: str, *, error_code: int | None = None) -> None:
        """Take a message or a call to a status at once; nothing more happens to it by itself.

        Args:
            what: The record, of whichever library, or its Sid.
            status: The status, one that may follow the one it has.
            error_code: Why a message failed or was not delivered.

        Raises:
            EmulatorError: There is no such record, or it cannot come to the status.
        """
        with self.working():
            live.set_status(self, expectations.sid_of(what), status, error_code)

    def verifications(self, to: str | None = None) -> list[dict[str, Any]]:
        """The verifications of Verify v2 with their codes, newest first.

        Args:
            to: Only those of this address; None = all.
        """
        with self._lock:
            self._scheduler.catch_up()
            return live.verifications(self, to)

    def transcribe(self, recording_sid: str, text: str | None = None) -> str:
        """Begin to transcribe a recording, which no request of the service does.

        Args:
            recording_sid: The recording.
            text: What it will say.

        Returns:
            The Sid of the transcription.

        Raises:
            EmulatorError: There is no such recording.
        """
        with self._lock:
            recording = self.state.table("Recording").anywhere(recording_sid)
            if recording is None:
                raise EmulatorError(f"there is no recording {recording_sid}")
            sid = str(roles.transcriptions(self.state).start(recording, text)["sid"])
        self._scheduler.wake()
        return sid

    @property
    def revision(self) -> tuple[int, ...]:
        """What is another whenever something has changed that the page shows."""
        with self._lock:
            states = (self.state, *map(self._dispatcher.state, self._dispatcher.products))
            return (
                self.request_log.count,
                self._control.count,
                len(self.failures),
                self.state.sent[-1].number if self.state.sent else 0,
                int(self.clock.base),
                *(state.changes for state in states),
            )

    def __repr__(self) -> str:
        return f"<Emulator of {self.account_sid}>"
