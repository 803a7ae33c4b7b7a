"""What a run with its report costs beside ``process`` alone, over HTTP to a local server.

    python bench/bench_run.py [--documents N] [--rounds N]

The server is a process of its own and its answer is made beforehand, so that only the client's CPU
counts, with what it asks of the system: files, and bringing them to disk. What that costs is the
disk's and its file system's: so it is measured on a file system in memory, where there is one, against
``process`` alone; and on disk, against the least that the promise of a run asks for. Memory is that
of a process that runs all documents, beyond what it holds after a tenth of them.

No file is removed before all is measured: for minutes after many are removed, ext4 passes over each
of their inodes whenever it makes a file, which costs several times what making it does.
"""

from __future__ import annotations

import argparse
import asyncio
import multiprocessing
import os
import sys
import tempfile
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from functools import partial
from multiprocessing.connection import Connection as Pipe
from pathlib import Path

from bench_runtime_memory import ANSWER, MESSAGE, grown
from measuring import Row, drain, interleaved, ratio_of, report
from runtime_pages import ACCOUNT

from twilio_ops import Connection
from twilio_ops.api.message import CreateMessage
from twilio_ops_components.inputs import documents_of
from twilio_ops_components.run import run

IN_MEMORY = Path("/dev/shm")
LINE = b"x" * 1500 + b"\n"
"""As long as what a report says of a document, its answer included."""
RESPONSE = (
    b"HTTP/1.1 201 Created\r\nContent-Type: application/xml\r\nTwilio-Request-Id: RQ1\r\n"
    b"Content-Length: %d\r\n\r\n%s" % (len(ANSWER), ANSWER)
)


async def _head(reader: asyncio.StreamReader) -> bytes:
    try:
        return await reader.readuntil(b"\r\n\r\n")
    except asyncio.IncompleteReadError:  # the client is through
        return b""


async def _answer(delay: float, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    while head := await _head(reader):
        size = head.lower().partition(b"content-length:")[2].partition(b"\r\n")[0]
        await reader.readexactly(int(size or 0))
        if delay:
            await asyncio.sleep(delay)
        writer.write(RESPONSE)
        await writer.drain()


async def _serve(pipe: Pipe, delay: float) -> None:
    server = await asyncio.start_server(partial(_answer, delay), "127.0.0.1", 0)
    pipe.send(server.sockets[0].getsockname()[1])
    await server.serve_forever()


def _served(pipe: Pipe, delay: float) -> None:
    asyncio.run(_serve(pipe, delay))


@contextmanager
def answering(delay: float = 0.0) -> Generator[str, None, None]:
    """The address of a service that answers every request alike, after some seconds."""
    here, there = multiprocessing.Pipe()
    process = multiprocessing.get_context("spawn").Process(target=_served, args=(there, delay))
    process.start()
    try:
        yield f"http://127.0.0.1:{here.recv()}"
    finally:
        process.terminate()
        process.join()


def _documents(folder: Path, count: int) -> None:
    folder.mkdir()
    for number in range(count):
        (folder / f"{number:06}.xml").write_bytes(MESSAGE % (number % 10_000, number))


def cpu(address: str, scratch: Path, where: str, count: int, rounds: int) -> list[Row]:
    """CPU a document."""
    in_memory = where == "in memory"
    scratch.mkdir()
    with Connection(ACCOUNT, "secret", base_url=address) as connection:
        folder = scratch / "in"
        _documents(folder, count)
        create = CreateMessage(connection)
        outs = iter(range(1_000_000))

        def alone() -> None:
            assert drain(create.process(sorted(folder.iterdir()))) == count

        def with_outputs() -> None:
            out = scratch / f"plain{next(outs)}"
            out.mkdir()
            for result in create.process(sorted(folder.iterdir())):
                assert result.output is not None
                (out / f"{result.index}.xml").write_bytes(bytes(result.output))

        def least() -> None:
            """What the promise asks for at least: a line on disk before each request, a file."""
            out = scratch / f"least{next(outs)}"
            out.mkdir()
            handle = os.open(out / "lines", os.O_WRONLY | os.O_CREAT | os.O_APPEND)

            def inputs() -> Iterator[Path]:
                for path in sorted(folder.iterdir()):
                    os.write(handle, LINE)
                    os.fdatasync(handle)
                    yield path

            for result in create.process(inputs()):
                assert result.output is not None
                (out / f"{result.index}.xml").write_bytes(bytes(result.output))
            os.close(handle)

        def reported() -> None:
            found = run(create, documents_of([folder]), scratch / f"out{next(outs)}")
            assert found.counts == {"done": count}

        works = {"process": alone, "outputs": with_outputs, "least": least, "run": reported}
        figures = interleaved(works, rounds, per=count / 1e6)
    run_, alone_ = figures["run"], figures["process"]
    unit = "µs/document"
    return [
        Row(f"process alone, {where}", alone_.median, unit, best=alone_.best),
        Row(f"run, {where}", run_.median, unit, best=run_.best),
        ratio_of(f"run / process, {where}", run_, alone_, most=1.3 if in_memory else None),
        ratio_of(f"run / process and an output file, {where}", run_, figures["outputs"]),
        ratio_of(
            f"run / that and a line on disk first, {where}",
            run_,
            figures["least"],
            most=None if in_memory else 1.2,
        ),
    ]


def memory(address: str, scratch: Path, count: int) -> list[Row]:
    """MiB that all documents hold beyond a tenth of them."""
    scratch.mkdir()
    with Connection(ACCOUNT, "secret", base_url=address) as connection:
        folder = scratch / "in"
        _documents(folder, count)
        create = CreateMessage(connection)

        def some(limit: int | None, out: str) -> None:
            run(create, documents_of([folder]), scratch / out, limit=limit)

        held = grown(lambda: some(None, "all"), lambda: some(count // 10, "some"))
    return [Row(f"memory of {count} documents, beyond a tenth of them", held, "MiB", most=5.0)]


def measure(documents: int = 10_000, rounds: int = 3) -> list[Row]:
    """All of it; CPU of a fifth of the documents."""
    with tempfile.TemporaryDirectory() as scratch, answering() as address:
        rows = memory(address, Path(scratch) / "memory", documents)
        rows += cpu(address, Path(scratch) / "cpu", "on disk", documents // 5, rounds)
        if IN_MEMORY.is_dir():
            with tempfile.TemporaryDirectory(dir=IN_MEMORY) as shared:
                rows += cpu(address, Path(shared) / "cpu", "in memory", documents // 5, rounds)
        return rows


def main() -> int:
    """Prints the table.

    Returns:
        The exit code: 1 if a figure is not what it may be.
    """
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--documents", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    return report(measure(options.documents, options.rounds))


if __name__ == "__main__":
    sys.exit(main())
