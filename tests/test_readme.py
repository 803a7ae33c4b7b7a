"""The README's examples run as they stand, one after the other, against the emulator."""

from __future__ import annotations

import json
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from twilio_ops import Connection
from twilio_ops_cli.__main__ import main
from twilio_ops_emulator import Emulator


def test_the_examples_run(
    examples: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Every block of Python, in order; what they print is what their comments say."""
    said: list[str] = []
    names: dict[str, Any] = {"__name__": "readme"}
    with Emulator(seed=1) as twilio:
        monkeypatch.setattr(Connection, "from_env", twilio.connection)
        for number, block in enumerate(examples, 1):
            exec(compile(block, f"README.md, example {number}", "exec"), names)
            text = capsys.readouterr().out
            assert text or "print(" not in block, f"example {number} prints nothing"
            said.append(text)
    printed = "".join(said)
    assert "+13115556789 delivered Hello\n" in said[0]
    assert "<TwilioResponse><Message>" in printed
    assert "<RestException><Code>21211<" in printed
    assert "+13115556789" in printed


def test_the_commands_run(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Every command of ``twilio-ops`` prints something; what asks an account asks the emulator."""
    text = (root / "README.md").read_text(encoding="utf-8")
    commands = [line.split("#")[0] for line in text.splitlines() if line.startswith("twilio-ops ")]
    assert len(commands) >= 3
    for command in commands:
        words = shlex.split(command)[1:]
        if words == ["test"]:
            words.append("--emulator")
        assert main(words) == 0, command
        assert capsys.readouterr().out.strip(), command


@pytest.mark.slow
def test_the_maintainers_commands_run(root: Path, shared: Path, tmp_path: Path) -> None:
    """In a clone, with a document that says something new: each does its work, and says so."""
    if not (root / ".git").exists():
        pytest.skip("this is no clone of the repository")
    clone = tmp_path / "clone"
    depth = ["--quiet", "--depth", "2", "--no-tags"]
    subprocess.run(["git", "clone", *depth, root.as_uri(), str(clone)], check=True)
    document = json.loads((shared / "openapi" / "twilio_api_v2010.json").read_text("utf-8"))
    path = document["paths"]["/2010-04-01/Accounts/{AccountSid}/Messages.json"]
    form = path["post"]["requestBody"]["content"]["application/x-www-form-urlencoded"]["schema"]
    form["properties"]["Scent"] = {"type": "string"}
    (clone / "twilio_api_v2010.json").write_text(json.dumps(document), encoding="utf-8")
    text = (root / "README.md").read_text(encoding="utf-8")
    commands = [
        line.split("#")[0].split()[3:]
        for line in text.splitlines()
        if line.startswith("python -m twilio_ops_codegen ")
    ]
    said: dict[str, str] = {}
    for words in commands:
        done = subprocess.run(
            [sys.executable, "-m", "twilio_ops_codegen", *words],
            cwd=clone, capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert done.returncode == 0, f"{words}: {done.stderr}"
        said[words[0]] = done.stdout + done.stderr
    assert list(said) == ["import", "diff", "write", "check", "changes", "list", "explain"]
    assert "written: api/2010-04-01/Message.yaml" in said["import"]
    assert re.search(r"^\+ .*scent", said["diff"], re.MULTILINE)
    assert re.search(r"[1-9]\d* written", said["write"])
    assert "all current" in said["check"]
    assert "Scent" in said["changes"]
    assert "75 objects, 216 actions" in said["list"]
    assert "template: object.py.jinja" in said["explain"]


def test_no_link_breaks_on_an_index_page(root: Path) -> None:
    """Where the README is shown without the repository, a relative link leads nowhere."""
    from hatch_build import ReadmeForUsers

    metadata: dict[str, Any] = {}
    ReadmeForUsers(str(root), {}).update(metadata)
    shown = metadata["readme"]["text"]
    assert metadata["readme"]["content-type"] == "text/markdown"
    links = re.findall(r"\]\(([^)]+)\)", shown)
    assert [link for link in links if not link.startswith(("https://", "#"))] == []
    text = (root / "README.md").read_text(encoding="utf-8")
    users, heading, _ = text.partition("## For contributors\n")
    assert heading and heading not in shown
    assert len(users.splitlines()) - len(shown.splitlines()) <= 4
    for picture in re.findall(r"!\[[^]]*\]\(([^)]+)\)", text):
        assert (root / picture).is_file()
