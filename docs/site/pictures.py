"""Makes the pictures of the emulator's page; needs Chromium.

python docs/site/pictures.py [--out docs/pictures]
"""

from __future__ import annotations

import argparse
import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

from twilio_ops_emulator import Clock, Emulator
from twilio_ops_emulator.api.server import Server

PICTURES = Path(__file__).resolve().parents[1] / "pictures"
PERSON, OWN = "+14155550100", "+14155550199"
MENU = """<Response><Gather numDigits="1"><Say>For opening hours press one.</Say></Gather>
<Say>Goodbye.</Say></Response>"""


def main(arguments: list[str] | None = None) -> int:
    """Make them.

    Returns:
        The exit code: 0 fine, 2 it could not run.
    """
    parser = argparse.ArgumentParser(description="Make the pictures of the emulator's page.")
    parser.add_argument("--out", type=Path, default=PICTURES, help="where to (docs/pictures)")
    pictures: Path = parser.parse_args(arguments).out
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        print("Chromium is not installed", file=sys.stderr)
        return 2
    pictures.mkdir(parents=True, exist_ok=True)
    with (
        Emulator(clock=Clock("2026-11-01T10:00:00+00:00", frozen=True), seed=7) as twilio,
        Server(twilio) as server,
        sync_playwright() as playwright,
    ):
        number = {"phone_number": OWN, "friendly_name": "Office"}
        twilio.seed({"records": [{"object": "IncomingPhoneNumber", "values": number}]})
        client = twilio.client()
        client.messages.create(to="+14155550142", from_=OWN, body="Your order has shipped.")
        twilio.receive_message(PERSON, OWN, "Are you open on Sunday?")
        twilio.advance(40)
        client.messages.create(to=PERSON, from_=OWN, body="From ten to six. Until then!")
        twilio.advance(20)
        call = client.calls.create(to=PERSON, from_=OWN, twiml=MENU)
        twilio.advance(8)
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1000, "height": 520})
        page.goto(f"{server.url}/_emulator/")
        page.locator("#list a", has_text="From ten").click()
        page.locator(".bubble").first.wait_for()
        page.screenshot(path=pictures / "conversation.png")
        page.goto(f"{server.url}/_emulator/#/record/Call/{call.sid}")
        page.locator(".timeline li").first.wait_for()
        page.screenshot(path=pictures / "call.png")
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
