"""The command ``run`` of the installed wheel on ten thousand documents."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from socket import create_server, socket
from threading import Thread

import pytest

from tests.distribution.installing import Installed, interpreter

pytestmark = pytest.mark.slow

DOCUMENTS, FIRST = 10_000, 1_000
ACCOUNT = f"AC{'0' * 32}"
COMPONENT = (
    "format: 1\noperation: {object: Message, action: Create, name: send}\nconnection: here\n"
    "tracking: {body: {element: Body}}\n"
)
MESSAGE = "<Message><To>+1311555%04d</To><From>+13115550000</From><Body>Hi %d</Body></Message>"
ANSWER = (
    f"<TwilioResponse><Message><Sid>SM{1:032x}</Sid><AccountSid>{ACCOUNT}</AccountSid>"
    "<To>+13115550001</To><From>+13115550000</From><Body>Hi</Body><Status>queued</Status>"
    "</Message></TwilioResponse>"
)
RESPONSE = (
    f"HTTP/1.1 201 Created\r\nContent-Type: application/xml\r\nContent-Length: {len(ANSWER)}\r\n"
    f"\r\n{ANSWER}"
).encode()
PROGRAM = """\
import gc, json, sys
from pathlib import Path
from twilio_ops_cli.__main__ import main

def rss(name):
    lines = Path("/proc/self/status").read_text().splitlines()
    return int(next(line for line in lines if line.startswith(name)).split()[1]) / 1024

words = ["run", "send.yaml", "in", "--out", "out"]
first = main([*words, "--limit", "{first}"])
gc.collect()
before = rss("VmRSS")
Path("/proc/self/clear_refs").write_text("5")  # the peak is counted from here
rest = main([*words, "--resume"])
print(json.dumps([first, rest, rss("VmHWM") - before]))
"""


def _answered(peer: socket, arrived: list[bytes]) -> None:
    """Answer each request of a connection alike; note which body came."""
    with peer, peer.makefile("rb") as stream:
        while stream.readline():
            size = 0
            while (line := stream.readline()) not in (b"\r\n", b""):
                name, _, value = line.partition(b":")
                size = int(value) if name.lower() == b"content-length" else size
            arrived.append(stream.read(size))
            peer.sendall(RESPONSE)


@contextmanager
def answering(arrived: list[bytes]) -> Iterator[str]:
    """The address of a service that answers every request alike."""
    with create_server(("127.0.0.1", 0)) as listening:

        def serve() -> None:
            while True:
                try:
                    peer, _ = listening.accept()
                except OSError:  # it is closed
                    return
                Thread(target=_answered, args=(peer, arrived), daemon=True).start()

        Thread(target=serve, daemon=True).start()
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        listening.shutdown(2)


@pytest.fixture
def memory() -> Iterator[Path]:
    """A folder in memory, where bringing a file to disk is quick."""
    if not Path("/dev/shm").is_dir() or not Path("/proc/self/clear_refs").exists():
        pytest.skip("this system has no /dev/shm, or does not count the memory of a process")
    folder = Path(tempfile.mkdtemp(dir="/dev/shm"))
    yield folder
    shutil.rmtree(folder)


def test_ten_thousand_documents_in_flat_memory(memory: Path, wheel: Path) -> None:
    """Each arrives once, has its row and its output; nine tenths take no more room than one."""
    place = Installed(memory, interpreter("3.11"), wheel, "cli,components")
    (place.folder / "send.yaml").write_text(COMPONENT, encoding="utf-8")
    (place.folder / "in").mkdir()
    for number in range(DOCUMENTS):
        document = MESSAGE % (number, number)
        (place.folder / "in" / f"{number:05}.xml").write_text(document, encoding="utf-8")
    settings = place.folder / ".config" / "twilio-ops" / "connections.toml"
    settings.parent.mkdir(parents=True)
    arrived: list[bytes] = []
    with answering(arrived) as address:
        settings.write_text(
            f'[here]\naccount_sid = "{ACCOUNT}"\nauth_token = "secret"\nbase_url = "{address}"\n',
            encoding="utf-8",
        )
        settings.chmod(0o600)
        first, rest, grown = place.json(PROGRAM.replace("{first}", str(FIRST)))
    assert (0, 0) == (first, rest)
    assert DOCUMENTS == len(arrived) == len(set(arrived))
    assert DOCUMENTS == len(list((place.folder / "out").glob("*.xml")))
    shown = place.run("twilio-ops", "report", "out", "--status", "done", "--json")
    assert DOCUMENTS == len(shown.stdout.splitlines())
    assert shown.stderr == f"{DOCUMENTS} done\n"
    assert grown < 8, f"{grown:.1f} MiB more"
