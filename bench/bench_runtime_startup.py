"""What importing and first using the runtime costs, in fresh processes, and a document in ``process``.

    python bench/bench_runtime_startup.py [--rounds N]

Process CPU from the interpreter's own start on, the programs run in turn; ``import requests`` is
there to compare with.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from lxml import etree
from measuring import Figure, Row, interleaved, ratio_of, report
from runtime_pages import ACCOUNT, PAGE, one_path, served

from twilio_ops import Connection, Profile, Request, Response
from twilio_ops.api.message import CreateMessage

TYPED = f"""
from twilio_ops import Connection
from twilio_ops.api.call import CreateCall, QueryCall
from twilio_ops.api.message import CreateMessage, QueryMessage
connection = Connection({ACCOUNT!r}, "secret"{{}})
operations = [kind(connection) for kind in (CreateCall, QueryCall, CreateMessage, QueryMessage)]
"""
DOCUMENT = b"<Message><To>+13115556789</To><From>+13115550000</From><Body>Hi</Body></Message>"
ANSWER = (
    f"<TwilioResponse><Message><Sid>SM{1:032x}</Sid><AccountSid>{ACCOUNT}</AccountSid>"
    "<To>+13115556789</To><From>+13115550000</From><Body>Hi</Body><Status>queued</Status>"
    "<DateCreated>Sun, 01 Nov 2026 12:00:00 +0000</DateCreated></Message></TwilioResponse>"
).encode()
DOCUMENTS = 200
PROFILES = (
    Path(__file__).resolve().parent.parent / "generated" / "twilio_ops" / "profiles" / "Message"
)


def starting(rounds: int) -> list[Row]:
    """Milliseconds of process CPU of programs that begin to use the runtime."""
    sid, _ = one_path()
    with served(PAGE) as address, tempfile.TemporaryDirectory() as compiled:
        # An installed package is compiled once, whatever this process was told of it.
        environment = {**os.environ, "PYTHONPYCACHEPREFIX": compiled}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        programs = {
            "python alone": "",
            "import requests": "import requests",
            "one object": "from twilio_ops.api.call import QueryCall",
            "typed operations": TYPED.format(""),
            "first send": TYPED.format(f", base_url={address!r}")
            + f"from twilio_ops.api.call import GetCall\nGetCall(connection)({sid!r})",
        }
        found: dict[str, list[float]] = {name: [] for name in programs}
        for number in range(rounds + 1):
            for name, program in programs.items():
                seconds = _cpu_of(program, environment)
                if number:
                    found[name].append(seconds * 1e3)
    figures = {name: Figure(tuple(times)) for name, times in found.items()}
    peer = figures["import requests"]
    # Differences of two minima: those of one round are mostly of what disturbed it.
    beyond = Figure((figures["first send"].best - peer.best,))
    return [
        *(Row(name, each.median, "ms", best=each.best) for name, each in figures.items()),
        ratio_of("one object / import requests", figures["one object"], peer, most=0.6),
        ratio_of("typed operations / import requests", figures["typed operations"], peer, most=0.7),
        ratio_of(
            "one Get, beyond import requests / import requests",
            beyond,
            Figure((peer.best,)),
            most=0.5,
        ),
    ]


def _cpu_of(program: str, environment: dict[str, str]) -> float:
    tail = "\nimport time; print(time.process_time())"
    command = [sys.executable, "-c", program + tail]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    return float(done.stdout)


def processing(rounds: int) -> list[Row]:
    """CPU of ``process`` with a service that costs nothing, beside lxml's on the same documents."""
    requests, answers = (
        Profile(PROFILES / f"CreateMessage.{way}.xsd") for way in ("request", "response")
    )
    plain = [etree.XMLSchema(file=str(profile.path)) for profile in (requests, answers)]

    def send(request: Request, /) -> Response:
        return Response(201, {"Content-Type": "application/xml"}, ANSWER)

    create = CreateMessage(Connection(ACCOUNT, "secret", send=send))

    def process() -> None:
        for result in create.process([DOCUMENT] * DOCUMENTS):
            assert result.ok and bytes(result.outputs[0])

    def parsed_and_validated() -> None:
        for _ in range(DOCUMENTS):
            for schema, document in zip(plain, (DOCUMENT, ANSWER), strict=True):
                assert schema.validate(etree.fromstring(document))

    def check() -> None:
        for _ in range(DOCUMENTS):
            requests.check(DOCUMENT)

    figures = interleaved(
        {"process": process, "check": check, "lxml": parsed_and_validated},
        rounds,
        per=DOCUMENTS / 1e6,
    )
    names = {
        "process": "process, a Create for a document",
        "check": "checking a request document",
        "lxml": "lxml: both documents parsed and validated",
    }
    return [
        *(Row(names[n], each.median, "µs", best=each.best) for n, each in figures.items()),
        ratio_of("process / lxml", figures["process"], figures["lxml"], most=13.5),
        ratio_of("checking a request document / lxml", figures["check"], figures["lxml"], most=1.5),
    ]


def measure(rounds: int = 15) -> list[Row]:
    """All of it."""
    return [*starting(rounds), *processing(2 * rounds)]


def main() -> int:
    """Prints the table.

    Returns:
        The exit code: 1 if a figure is not what it may be.
    """
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--rounds", type=int, default=15)
    options = parser.parse_args()
    return report(measure(options.rounds))


if __name__ == "__main__":
    sys.exit(main())
