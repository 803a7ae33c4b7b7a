"""Writes a small tree in processes that end at every point, or fail there; run as a program by the tests.

Prints how many points there were. The hook stands before each operation of the file system.
"""

from __future__ import annotations

import os
import resource
import shutil
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from twilio_ops_codegen.emit.render import RenderedFile
from twilio_ops_codegen.emit.swap import alone, unfinished
from twilio_ops_codegen.emit.write import Unfinished, compare, put_right, replace

OPERATIONS = frozenset(
    [
        "open",
        "os.rename",
        "os.mkdir",
        "os.remove",
        "os.rmdir",
        "os.link",
        "os.listdir",
        "os.scandir",
    ]
)
NOBODY = 65534
OUT = Path("out")
MADE_FOR = "It holds the package of the service acme, version v1."
OLD = {"acme/a.py": "old", "acme/in/b.py": "old", "acme/same.py": "same", "acme_tests/t.py": "old",
       "acme_gone/x.py": "old"}  # fmt: skip
NEW = {"acme/a.py": "new", "acme/more/c.py": "new" * 2000, "acme/same.py": "same", "acme_tests/t.py": "new",
       "acme_added/y.py": "new"}  # fmt: skip


def write(files: dict[str, str]) -> None:
    """Writes a tree, as the command does."""
    with alone(OUT):
        put_right(OUT)
        replace(
            compare(OUT, [RenderedFile(path, text, "") for path, text in files.items()], MADE_FOR)
        )


def mend() -> None:
    """Does what comes first in the next write."""
    with alone(OUT):
        put_right(OUT)


def start() -> None:
    """Leaves the old tree and nothing else."""
    shutil.rmtree(OUT, ignore_errors=True)
    write(OLD)


def tree() -> dict[str, str]:
    """The files of the packages."""
    return {
        path.relative_to(OUT).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(OUT.rglob("*"))
        if path.is_file()
        and path.name != ".codegen"
        and not path.relative_to(OUT).parts[0].startswith(".")
    }


def child(deed: Callable[[], object], number: int, reach: Callable[[], None]) -> int:
    """Does something in a process of its own that reaches a point of the file system; its status.

    0 = it came to its end before that point, 3 = it failed with an error of the system.
    """
    process = os.fork()
    if process:
        return os.waitpid(process, 0)[1]
    left = [number]

    def hook(event: str, _: object) -> None:
        if event in OPERATIONS and left[0] > 0:
            left[0] -= 1
            if not left[0]:
                reach()

    try:
        sys.addaudithook(hook)
        deed()
    except OSError:
        os._exit(3)
    finally:
        sys.stderr.flush()
    os._exit(0 if left[0] else 4)


def die() -> None:
    """Ends this process as nothing can forbid."""
    os.kill(os.getpid(), signal.SIGKILL)


def fail() -> None:
    """Says that the disk is full."""
    raise OSError(28, "No space left on device")


def whole() -> None:
    """Checks that there is the one tree or the other, or that comparing says that there is neither."""
    if unfinished(OUT):
        with suppress(Unfinished):
            compare(OUT, [], MADE_FOR)
            raise AssertionError("a mixture was compared")
    else:
        assert tree() in (OLD, NEW), tree()


def check_killed() -> int:
    """Kills a write at each point, and what mends that, too; the number of points."""
    number = 0
    while True:
        start()
        number += 1
        status = child(lambda: write(NEW), number, die)
        if not os.WIFSIGNALED(status):
            assert tree() == NEW
            return number
        whole()
        had_happened = bool(unfinished(OUT)) or tree() == NEW
        for again in (1, 3, 5, 7, 9):
            child(mend, again, die)
            whole()
        mend()
        assert tree() == (NEW if had_happened else OLD)
        assert not [name for name in os.listdir(OUT) if name.startswith(".")]
        write(NEW)
        assert tree() == NEW


def check_failing() -> int:
    """Lets a write fail at each point; the number of points."""
    number = 0
    while True:
        start()
        number += 1
        status = os.waitstatus_to_exitcode(child(lambda: write(NEW), number, fail))
        if status == 0:
            return number
        assert tree() in (OLD, NEW)
        mend()
        assert tree() in (OLD, NEW)
        assert not [name for name in os.listdir(OUT) if name.startswith(".")]


def check_limits() -> int:
    """Writes where files may not be that large, and where nothing may be written."""

    def full() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000))
        write(NEW)

    def forbidden() -> None:
        if os.getuid() == 0:
            os.setgid(NOBODY)
            os.setuid(NOBODY)
        write(NEW)

    for deed, mode in ((full, 0o755), (forbidden, 0o555)):
        start()
        OUT.chmod(mode)
        assert os.waitstatus_to_exitcode(child(deed, 0, fail)) == 3, deed
        OUT.chmod(0o755)
        assert tree() == OLD
        assert sorted(os.listdir(OUT)) == ["acme", "acme_gone", "acme_tests"]
    return 2


if __name__ == "__main__":
    print({"killed": check_killed, "failing": check_failing, "limits": check_limits}[sys.argv[1]]())
