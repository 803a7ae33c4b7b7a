"""Takes the pictures of the documentation, with a browser that is installed.

    python docs/site/pictures.py [--out docs/pictures]
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
from pathlib import Path

from twilio_ops.api.call import CreateCall
from twilio_ops.api.message import CreateMessage
from twilio_ops_emulator import Clock, Emulator
from twilio_ops_emulator.api.server import Server

ROOT = Path(__file__).resolve().parent.parent.parent
BROWSERS = ("chromium", "chromium-browser", "google-chrome")


def browser() -> str | None:
    """Return a browser that can take a picture; None = there is none."""
    return next((found for name in BROWSERS if (found := shutil.which(name))), None)


def emulator_page(program: str, file: Path) -> None:
    """Take the picture of the emulator's page, with messages of each outcome and a call."""
    clock = Clock("2026-11-02T09:00:00Z", frozen=True)
    with Emulator(clock=clock, seed=1) as twilio, Server(twilio) as server:
        with twilio.connection() as connection:
            message, call = CreateMessage(connection), CreateCall(connection)
            message(to="+13115556789", from_="+13115550000", body="Your table is ready")
            twilio.advance(30)
            twilio.script("Message", "undelivered", match={"to": "+13115550001"})
            message(to="+13115550001", from_="+13115550000", body="Tomorrow at nine")
            twilio.advance(10)
            call(to="+13115556789", from_="+13115550000", twiml="<Response><Say>Hi</Say></Response>")
            twilio.advance(8)
            message(to="+13115556780", from_="+13115550000", body="Order 4711 has left the house")
        command = [program, "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"]
        command += ["--window-size=1200,420", "--virtual-time-budget=4000", f"--screenshot={file}"]
        address = f"{server.url}/_emulator/"
        subprocess.run([*command, address], check=True, capture_output=True, timeout=120)


def main(arguments: list[str] | None = None) -> int:
    """Take all pictures; the exit code is 2 without a browser."""
    parser = argparse.ArgumentParser(description="Take the pictures of the documentation.")
    parser.add_argument("--out", type=Path, default=ROOT / "docs" / "pictures", help="where to")
    out: Path = parser.parse_args(arguments).out
    program = browser()
    if program is None:
        print(f"there is no browser here: install one of {', '.join(BROWSERS)}", file=sys.stderr)
        return 2
    out.mkdir(exist_ok=True)
    emulator_page(program, out / "emulator.png")
    return 0


if __name__ == "__main__":
    sys.exit(main())
