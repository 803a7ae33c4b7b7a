"""The wheel as it is, not unpacked: everything is imported and read from the archive."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

PROGRAM = """
import importlib, pkgutil, sys
import twilio_ops, twilio_ops_runtime
from twilio_ops import Connection, Options, ProfileError, Response
from twilio_ops.api.message import CreateMessage, GetMessage

wheel = sys.argv[1]
assert twilio_ops.__file__.startswith(wheel + "/"), twilio_ops.__file__
assert twilio_ops_runtime.__file__.startswith(wheel + "/"), twilio_ops_runtime.__file__
for found in pkgutil.walk_packages(twilio_ops_runtime.__path__, "twilio_ops_runtime."):
    importlib.import_module(found.name)

sid = "SM" + "2e" * 16
answer = f"<TwilioResponse><Message><Sid>{sid}</Sid><New>1</New></Message></TwilioResponse>"
connection = Connection("AC" + "0a" * 16, "t", send=lambda _: Response(201, {}, answer.encode()))
profile = CreateMessage.request_profile
profile.check(b"<Message><To>+13115556789</To><From>+13115550000</From><Body>b</Body></Message>")
try:
    profile.check(b"<Message><To>+13115556789</To><Odd>1</Odd></Message>")
except ProfileError as problem:
    assert "line 1: Message/Odd: it is not taken here" in str(problem), problem
document = GetMessage(connection).document(sid)
assert document.text_at("Message/Sid") == sid
wrong = answer.replace("<New>1", "<DateSent>soon</DateSent><New>1").encode()
try:
    GetMessage.response_profile.check(wrong)
except ProfileError as problem:
    assert "Message/DateSent: 'soon' is not" in str(problem), problem
else:
    raise AssertionError("a wrong date was taken")

from twilio_ops_emulator import Emulator
with Emulator() as emulator:
    assert emulator.connection().test()
print("all from", wheel)
"""


def test_the_wheel_works_without_being_unpacked(wheel: Path, tmp_path: Path) -> None:
    """Profiles, what explains them, and the emulator's data are read from the archive."""
    environment = {**os.environ, "PYTHONPATH": str(wheel)}
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(wheel)],
        env=environment,
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert 0 == done.returncode, done.stderr
    assert f"all from {wheel}\n" == done.stdout
