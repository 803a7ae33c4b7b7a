"""The emulator as a program: ``python -m twilio_ops_emulator [--port 0] [--seed FILE]``."""

from __future__ import annotations

import argparse
import signal
import sys
import threading
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec

from twilio_ops_emulator import catalog_data as facts
from twilio_ops_emulator import environment
from twilio_ops_emulator.api.errors import EmulatorError
from twilio_ops_emulator.control.control import PREFIX
from twilio_ops_emulator.coverage import summary, table
from twilio_ops_emulator.emulator import Emulator
from twilio_ops_emulator.model import Catalog
from twilio_ops_emulator.state.clock import Clock

LOOK = 0.2
"""How often it looks whether it was told to stop, in seconds."""


def main(
    arguments: Sequence[str] | None = None,
    read_catalog: Callable[[Path], Mapping[str, Any]] | None = None,
    prog: str = "python -m twilio_ops_emulator",
) -> int:
    """Serve until interrupted.

    Args:
        arguments: The command line; None = the program's own.
        read_catalog: What reads the folder of a catalog and gives its compact form; None = only
            catalogs in their compact form are taken.
        prog: The name by which it was called.

    Returns:
        The exit code: 2 when it could not start, 1 when its state could not be written at the end.
    """
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given[:1] == ["env"]:
        return environment.main(given[1:])
    options = _parser(prog).parse_args(given)
    if options.coverage:
        catalog = Catalog(facts.catalog())
        print(f"{table(catalog)}\n{summary(catalog)}")
        return 0
    try:
        from twilio_ops_emulator.api.server import Reach, Server
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
        kept = options.state is not None and Path(options.state).exists()
        clock = Clock(options.time, frozen=options.frozen)
        emulator = Emulator(
            clock=clock,
            seed=options.chance,
            strict=options.strict,
            check_senders=options.check_senders,
            callbacks_anywhere=options.callbacks_anywhere,
            concurrency=options.concurrency,
            account_sid=options.account_sid,
            auth_token=options.auth_token,
            state_file=options.state,
            catalogs=dict(_catalog(name, read_catalog) for name in options.catalog),
        )
        if options.seed is not None and not kept:
            emulator.seed(options.seed)
        reach = Reach(tls=options.tls, proxy=options.proxy, certificates=options.certificates)
        server = Server(emulator, options.host, options.port, reach)
        server.start()
        environment.announce(server.url, server.token)
    except (EmulatorError, ValueError) as wrong:
        print(wrong, file=sys.stderr)
        return 2
    print(f"URL           {server.url}")
    for name, address in server.addresses.items():
        if name != "url":
            print(f"{name:<13} {address}")
    print(f"account       {emulator.account_sid}")
    print(f"token         {emulator.auth_token}")
    print(f"test account  {emulator.test_account_sid}")
    print(f"test token    {emulator.test_auth_token}")
    if server.token is not None:
        print(f"page          {server.url}{PREFIX}/?token={server.token}")
        print(f"control       Authorization: Bearer {server.token}")
    else:
        print(f"page          {server.url}{PREFIX}/")
    if options.proxy is not None:
        print('programs      eval "$(twilio-ops emulator env --shell)" leads them here')
    print("Ctrl-C stops it.", flush=True)
    while not stop.wait(LOOK):
        pass  # a signal that comes just before it waits wakes nobody: it is seen when it looks again
    environment.withdraw(server.url)
    emulator.stop()  # first: a request may be waiting for a callback to be answered
    server.stop()
    try:
        emulator.close()
    except EmulatorError as wrong:
        print(wrong, file=sys.stderr)
        return 1
    return 0


def _catalog(
    name: str, read_catalog: Callable[[Path], Mapping[str, Any]] | None
) -> tuple[str, Mapping[str, Any]]:
    """The name and the compact form of a catalog: a folder of one, a generated package, or a file.

    Raises:
        EmulatorError: It is none of these.
    """
    path = Path(name)
    compact = path / "_catalog.json" if path.is_dir() else path
    if path.is_dir() and not compact.exists():
        if read_catalog is None:
            raise EmulatorError(
                f"--catalog {name}: reading a catalog's folder is done by 'twilio-ops emulator'"
            )
        document = read_catalog(path)
    else:
        try:
            document = msgspec.json.decode(compact.read_bytes(), type=dict[str, Any])
        except (OSError, msgspec.DecodeError, RecursionError, UnicodeDecodeError) as error:
            raise EmulatorError(f"--catalog {name}: expected a catalog: {error}") from None
    service: Mapping[str, Any] = document.get("service", {})
    return f"{service.get('service', path.stem)}-{service.get('version', '')}", document


def _parser(prog: str) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog=prog,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        epilog="Exit codes:\n  0  stopped, by Ctrl-C, too\n  1  its state could not be written\n  2  it could not start",
        description="A stateful emulation of Twilio. 'env' prints what leads programs to one that runs.",
    )
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on")
    parser.add_argument("--port", type=int, default=0, help="port to listen on; 0 = a free one")
    parser.add_argument(
        "--tls",
        nargs="?",
        type=int,
        const=0,
        metavar="PORT",
        help="speak TLS as the service's hosts",
    )
    parser.add_argument(
        "--proxy",
        nargs="?",
        type=int,
        const=0,
        metavar="PORT",
        help="be an HTTP proxy that leads to the service's hosts, and nowhere else",
    )
    parser.add_argument(
        "--certificates",
        type=Path,
        metavar="DIR",
        help="the folder of the certificate authority; otherwise one of the user's own",
    )
    parser.add_argument("--account-sid", metavar="SID", help="the main account's Sid")
    parser.add_argument("--auth-token", metavar="TOKEN", help="the main account's token")
    parser.add_argument(
        "--catalog",
        action="append",
        default=[],
        metavar="DIR",
        help="serve the catalog of another product, too, at its host; may be repeated",
    )
    parser.add_argument("--coverage", action="store_true", help="print what is emulated and end")
    parser.add_argument(
        "--seed", metavar="FILE", help="records to begin with, in YAML (unless --state has a state)"
    )
    parser.add_argument("--state", metavar="FILE", help="keep everything in a file, over restarts")
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
