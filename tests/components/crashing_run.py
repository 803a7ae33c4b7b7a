"""A program that runs an operation and kills itself at the n-th step, for every n, then resumes.

    python crashing_run.py URL ACCOUNT TOKEN FOLDER

A step is a call that changes a file or brings it to disk, half of a write, or the moment before or
after a request goes out. The run of step n writes to ``FOLDER/n``.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any

from twilio_ops.api.message import CreateMessage
from twilio_ops_components.inputs import documents_of
from twilio_ops_components.run import RunSummary, run
from twilio_ops_runtime import Connection, Request, Response, Send

DOCUMENTS = 3


class Killer:
    """Counts steps, and ends the process at one of them as ``kill -9`` does."""

    def __init__(self, last: int | None) -> None:
        self.steps = 0
        self._last = last

    def step(self) -> None:
        self.steps += 1
        if self.steps == self._last:
            os.kill(os.getpid(), signal.SIGKILL)

    def around(self, name: str) -> None:
        """Count the calls of a function of ``os``, before and after each."""
        function: Callable[..., Any] = getattr(os, name)

        def called(*arguments: Any, **options: Any) -> Any:
            self.step()
            result = function(*arguments, **options)
            self.step()
            return result

        setattr(os, name, called)

    def halve_writes(self) -> None:
        """Write in two halves, with a step before, between and after."""
        write = os.write

        def called(handle: int, content: bytes) -> int:
            self.step()
            half = write(handle, content[: len(content) // 2])
            self.step()
            rest = write(handle, content[half:])
            self.step()
            return half + rest

        os.write = called  # type: ignore[assignment]

    def through(self, send: Send) -> Send:
        def attempt(request: Request, /) -> Response:
            self.step()
            reply = send(request)
            reply.read()
            self.step()
            return reply

        return attempt


def documents(folder: Path, number: int) -> Path:
    """Write the documents of a run; each body tells which it is, and each run has a recipient."""
    folder.mkdir(parents=True)
    for index in range(1, DOCUMENTS + 1):
        (folder / f"{index}.xml").write_text(
            f"<Message><To>+1311555{number:04}</To><From>+13115559999</From>"
            f"<Body>{number}-{index}</Body></Message>",
            encoding="utf-8",
        )
    return folder


def one(
    connection: Connection, inputs: Path, out: Path, last: int | None, **how: Any
) -> RunSummary:
    """Run, and be killed at a step."""
    killer = Killer(last)
    if last is not None:
        killer.halve_writes()
        for name in ("fsync", "fdatasync", "replace", "ftruncate"):
            killer.around(name)
    operation = CreateMessage(connection.through(killer.through))
    return run(operation, documents_of([inputs]), out, **how)


def forked(work: Callable[[], object]) -> int:
    """Do something in a process of its own; give how it ended."""
    process = os.fork()
    if process == 0:
        try:
            work()
        except BaseException as error:
            print(repr(error), file=sys.stderr, flush=True)
            os._exit(1)
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])


def main() -> int:
    """Kill a run at every step; the last one gets through."""
    url, account, token, folder = sys.argv[1:]
    connection = Connection(account, token, base_url=url)
    for number in count(1):
        killed = partial(one, connection, documents(Path(folder) / "in" / str(number), number))
        out = Path(folder) / str(number)
        ended = forked(partial(killed, out, number))
        if ended == 0:
            print(number)
            return 0
        begun = (out / "report.jsonl").exists()
        again = partial(killed, out, None, resume=begun)
        if ended != -signal.SIGKILL or forked(again) != 0:
            return 1
    raise AssertionError("counting has no end")


if __name__ == "__main__":
    sys.exit(main())
