"""Exports to a bucket of S3, of a server of this machine.

pip install --require-hashes -r locks/s3.lock && python -m pytest -m slow tests/components/test_export_s3.py
"""

from __future__ import annotations

import json
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import timedelta
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from test_export import CALLS, UNTIL, Dies, Dying, Open, asked, call, done, sids, verdicts

from twilio_ops import ConfigurationError
from twilio_ops_emulator import Clock, Emulator

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def bucket() -> Iterator[Any]:
    """A bucket, and what reads it."""
    pytest.importorskip(
        "moto", reason="moto, which serves S3 on this machine, is not here; see locks/s3.lock"
    )
    s3fs: Any = pytest.importorskip(
        "s3fs", reason="s3fs, which reaches S3, is not here; see locks/s3.lock"
    )
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    url = f"http://127.0.0.1:{port}"
    server = subprocess.Popen(
        [sys.executable, "-W", "ignore", "-m", "moto.server", "-p", str(port)]
    )
    with pytest.MonkeyPatch.context() as patch:
        for name, value in {
            "AWS_ACCESS_KEY_ID": "key",
            "AWS_SECRET_ACCESS_KEY": "a-secret",
            "AWS_DEFAULT_REGION": "us-east-1",
            "AWS_ENDPOINT_URL": url,
            "AWS_ALLOW_HTTP": "true",  # of delta's own client
        }.items():
            patch.setenv(name, value)
        try:
            for _ in range(100):
                with socket.socket() as tried:
                    if tried.connect_ex(("127.0.0.1", port)) == 0:
                        break
                time.sleep(0.1)
            files = s3fs.S3FileSystem(endpoint_url=url)
            files.mkdir("bucket")
            yield files
        finally:
            server.kill()
            server.wait()


@pytest.fixture
def opener() -> Iterator[Open]:
    with Emulator(clock=Clock(UNTIL + timedelta(days=30), frozen=True), seed=1) as emulator:
        emulator.seed({"records": [call(number) for number in range(CALLS)]})
        yield Open(emulator)


@pytest.mark.parametrize("format", ["jsonl", "parquet", "delta"])
def test_a_bucket_takes_what_a_folder_does(bucket: Any, opener: Open, format: Any) -> None:
    """Each record once, also where the export ended between; and it is verified there."""
    export = asked(opener, f"s3://bucket/{format}", format=format)
    with pytest.raises(Dies):
        done(export, Dying(3))
    summary = done(export)
    assert summary.resumed and summary.failed == ()
    assert verdicts(export) == []
    names = bucket.find(f"bucket/{format}")
    assert sum("/_manifest/" in name for name in names) == 6
    if format == "jsonl":
        lines = [line for one in names if one.endswith(format) for line in bucket.cat(one).split()]
        assert sorted(json.loads(line)["sid"] for line in lines) == sids(opener.emulator)
    if format == "delta":
        deltalake: Any = import_module("deltalake")

        table = deltalake.DeltaTable(f"s3://bucket/{format}/call").to_pyarrow_table()
        assert table.num_rows == CALLS


def test_a_bucket_that_is_not_there_is_named(bucket: Any, opener: Open) -> None:
    """By the URL, before anything is asked for; no credential is in the message."""
    with pytest.raises(ConfigurationError, match="s3://nowhere/calls") as caught:
        done(asked(opener, "s3://nowhere/calls"))
    assert "a-secret" not in str(caught.value) and opener.requests == []
