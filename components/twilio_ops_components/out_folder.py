"""The folder of a run: made for it, and gone again where nothing could be begun."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path

from twilio_ops_components.report import FILE, read_report
from twilio_ops_runtime import ConfigurationError

__all__ = ["made_for_run"]


@contextmanager
def made_for_run(folder: Path) -> Generator[None]:
    """Make a folder if there is none, for its owner alone; a run that cannot begin leaves none.

    Args:
        folder: The folder.

    Raises:
        OSError: It cannot be made.
    """
    made = [path for path in (folder, *folder.parents) if not path.exists()]
    if not folder.is_dir():
        folder.mkdir(mode=0o700, parents=True)
    try:
        yield
    except BaseException:
        if made:
            with suppress(OSError, ConfigurationError):
                if not read_report(folder).last:  # nothing was begun
                    (folder / FILE).unlink()
        for path in made:
            with suppress(OSError):
                path.rmdir()  # only if it is empty
        raise
