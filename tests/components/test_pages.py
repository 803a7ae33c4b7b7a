"""What the pages about components say holds."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from twilio_ops_components import load_operation
from twilio_ops_components.settings import SETTINGS

Write = Callable[..., Path]


def test_every_row_names_a_test_that_there_is(root: Path) -> None:
    """A page that says what is shown where is worth what its last column is."""
    text = (root / "docs" / "seed.md").read_text(encoding="utf-8")
    rows = [line for line in text.splitlines() if line.startswith("| ") and "tests/" in line]
    assert len(rows) >= 30
    for row in rows:
        (named,) = re.findall(r"`(tests/[\w/]+\.py(?:::\w+)?)` \|$", row)
        path, _, function = named.partition("::")
        source = (root / path).read_text(encoding="utf-8")
        assert f"def {function}" in source, row


def test_the_page_s_component_is_right(root: Path, write: Write) -> None:
    """Its example loads, and its table has every setting."""
    text = (root / "docs" / "components.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"```yaml\n(.*?)```", text, re.DOTALL)
    assert "calls-of-customer" == load_operation(write(example)).definition.name
    table = "\n".join(line for line in text.splitlines() if line.startswith("|"))
    assert [] == [name for name in SETTINGS if f"`{name}`" not in table]
