"""The emulator as a program: ``python -m twilio_ops_emulator [--port 0] [--seed FILE]``."""

from __future__ import annotations

import argparse
import signal
import sys
import threading
from collections.abc import Sequence

from twilio_ops_emulator import catalog_data as facts
from twilio_ops_emulator.api.errors import EmulatorError
from twilio_ops_emulator.control.control import PREFIX
from twilio_ops_emulator.coverage import summary, table
from twilio_ops_emulator.emulator import Emulator
from twilio_ops_emulator.model import Catalog
from twilio_ops_emulator.state.clock import Clock


def main(arguments: Sequence[str] | None = None) -> int:
    """Serve until interrupted.

    Args:
        arguments: The command line; None = the program's own.

    Returns:
        The exit code: 2 when it could not start.
    """
    options = _parser().parse_args(arguments)
    if options.coverage:
        catalog = Catalog(facts.catalog())
        print(f"{table(catalog)}\n{summary(catalog)}")
        return 0
    try:
        from twilio_ops_emulator.api.server import Server
    except ImportError as missing:
        if not str(missing.name).startswith("aiohttp"):
            raise
        print("serving needs aiohttp: pip install 'twilio-ops[emulator]'", file=sys.stderr)
        return 2
    stop = threading.Event()

    def end(number: int, _: object) -> None:
        signal.signal(number, signal.SIG_DFL)  # whoever cannot wait says it again
        stop.set()

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, end)
    try:
        clock = Clock(options.time, frozen=options.frozen)
        emulator = Emulator(
            clock=clock,
            seed=options.chance,
            strict=options.strict,
            check_senders=options.check_senders,
            callbacks_anywhere=options.callbacks_anywhere,
            concurrency=options.concurrency,
        )
        if options.seed is not None:
            emulator.seed(options.seed)
        server = Server(emulator, options.host, options.port)
        server.start()
    except (EmulatorError, ValueError) as wrong:
        print(wrong, file=sys.stderr)
        return 2
    print(f"URL           {server.url}")
    print(f"account       {emulator.account_sid}")
    print(f"token         {emulator.auth_token}")
    print(f"test account  {emulator.test_account_sid}")
    print(f"test token    {emulator.test_auth_token}")
    print(f"page          {server.url}{PREFIX}/")
    print("Ctrl-C stops it.", flush=True)
    stop.wait()
    emulator.close()  # first: a request may be waiting for a callback to be answered
    server.stop()
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="twilio_ops_emulator", description="A stateful emulation of Twilio's 2010-04-01 API."
    )
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on")
    parser.add_argument("--port", type=int, default=0, help="port to listen on; 0 = a free one")
    parser.add_argument("--coverage", action="store_true", help="print what is emulated and end")
    parser.add_argument("--seed", metavar="FILE", help="records to begin with, in YAML")
    parser.add_argument("--chance", type=int, metavar="N", help="make the same Sids every time")
    parser.add_argument("--time", metavar="TIME", help="the time to begin at, in ISO 8601")
    parser.add_argument("--frozen", action="store_true", help="let time stand still until advanced")
    parser.add_argument("--strict", action="store_true", help="refuse unknown parameters")
    parser.add_argument(
        "--check-senders", action="store_true", help="refuse a From the account does not have"
    )
    parser.add_argument(
        "--callbacks-anywhere", action="store_true", help="let callbacks leave this machine"
    )
    parser.add_argument(
        "--concurrency", type=int, metavar="N", help="requests an account may have under way"
    )
    return parser


if __name__ == "__main__":
    raise SystemExit(main())
