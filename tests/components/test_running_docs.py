"""The pages on running and on the journal say what is so."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from twilio_ops import Connection
from twilio_ops_emulator import Clock, Emulator

SEND = "format: 1\noperation: {object: Message, action: Create, name: send}\n"


@pytest.mark.parametrize("page", ["running.md", "journal.md"])
def test_the_examples_run(
    root: Path, page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each block of Python, beside a component and a folder of orders: each is sent once."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "send.yaml").write_text(SEND, encoding="utf-8")
    (tmp_path / "orders").mkdir()
    for name in ("a", "b"):
        # The key's element is none of a request: the page's own is data that values are taken from.
        (tmp_path / "orders" / f"{name}.xml").write_text(
            f"<Message><To>+13115550001</To><From>+13115550000</From><Body>{name}</Body></Message>",
            encoding="utf-8",
        )
    text = (root / "docs" / page).read_text(encoding="utf-8").replace('"OrderId"', '"Body"')
    blocks = re.findall(r"^```python\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)
    assert blocks
    with Emulator(clock=Clock(frozen=True), seed=1) as emulator:
        monkeypatch.setattr(Connection, "from_env", emulator.connection)
        names: dict[str, Any] = {"connection": emulator.connection()}
        for code in blocks:
            exec(compile(code, page, "exec"), names)
        bodies = Counter(record["body"] for record in emulator.records("Message"))
    assert bodies == {"a": 1, "b": 1}
