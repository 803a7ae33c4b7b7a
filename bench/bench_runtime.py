"""Everything that is measured of the runtime, each figure with what it may be.

    python bench/bench_runtime.py [--only decoding http memory profiles startup]

Decoding and streaming are compared with Twilio's helper library (``twilio``, which has to be
installed) and with lower bounds, on the same bytes and in the same run.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable

import bench_runtime_decoding
import bench_runtime_http
import bench_runtime_memory
import bench_runtime_profiles
import bench_runtime_startup
from measuring import Row, report

PARTS: dict[str, Callable[[], list[Row]]] = {
    "decoding": bench_runtime_decoding.measure,
    "http": bench_runtime_http.measure,
    "memory": bench_runtime_memory.measure,
    "profiles": bench_runtime_profiles.measure,
    "startup": bench_runtime_startup.measure,
}


def main() -> int:
    """Prints the tables.

    Returns:
        The exit code: 1 if a figure is not what it may be.
    """
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--only", nargs="*", choices=list(PARTS), default=list(PARTS))
    codes: list[int] = []
    for name in parser.parse_args().only:
        print(f"# {name}", flush=True)
        codes.append(report(PARTS[name]()))
    return max(codes, default=0)


if __name__ == "__main__":
    sys.exit(main())
