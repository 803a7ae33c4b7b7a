"""Every object and action of the connector's table, as a component: new, check, run, XML out."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import pytest
from emulator_client import Client
from emulator_tour import Tour
from lxml import etree

import twilio_ops_emulator
from tests.metadata.test_boomi_table import PAIRS, REFUSED
from twilio_ops.api import load
from twilio_ops_cli.__main__ import main
from twilio_ops_components.catalog import objects
from twilio_ops_emulator import Clock, Emulator

EVERY = [*PAIRS, ("ConnectApp", "Create"), ("Notification", "Delete"), ("ShortCode", "Delete")]
DONE = [pair for pair in dict.fromkeys(EVERY) if pair not in REFUSED]


@pytest.fixture
def tour(monkeypatch: pytest.MonkeyPatch) -> Iterator[Tour]:
    """An emulator that has what an operation needs; ``--emulator`` asks this one."""
    with Emulator(clock=Clock("2026-11-01T10:00:00+00:00", frozen=True), seed=7) as emulator:
        monkeypatch.setattr(twilio_ops_emulator, "Emulator", lambda: nullcontext(emulator))
        yield Tour(Client(emulator))


def test_the_table_is_whole() -> None:
    """All pairs are walked, and those that the API refuses are named."""
    assert 62 == len(PAIRS)
    assert 60 == len(DONE) and 3 == len(REFUSED)


@pytest.mark.slow
@pytest.mark.parametrize(("name", "action"), DONE)
def test_a_pair_is_made_checked_and_run(
    tour: Tour, tmp_path: Path, name: str, action: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """The wizard's component is right, and what comes out is XML of its response profile."""
    row = objects()[name].actions[action]
    model = next(one for one in tour.catalog.objects.values() if one.name == name)
    known, form = tour.prepared(model.actions[action])
    sid = tour.address(model.actions[action], known)
    if key := row.row.get("key_parameter"):
        sid = form.pop(key)
    flags, elements = [], {}
    if sid is not None:
        flags += ["--sid" if row.action not in {"Query", "Create"} else "--parent", "{element: At}"]
        elements["At"] = sid
    for parameter, value in form.items():
        if parameter not in row.parameters:
            continue  # what the action always sends
        if value == "":  # an empty element is a value that is missing
            flags += ["--parameter", f"{parameter}="]
        elif isinstance(value, list):
            flags += ["--parameter", f"{parameter}={json.dumps({'each': value})}"]
        else:
            flags += ["--parameter", f"{parameter}={{element: {parameter}}}"]
            elements[parameter] = str(value).lower() if isinstance(value, bool) else str(value)
    if not row.reads:
        flags += ["--input", "data"]
    path = tmp_path / "pair.yaml"
    assert 0 == main(["new", str(path), "--object", name, "--action", action, *flags])
    assert 0 == main(["check", str(path)])
    texts = "".join(f"<{one}>{escape(text)}</{one}>" for one, text in elements.items())
    document = tmp_path / "input.xml"
    document.write_text(f"<Row>{texts}</Row>", encoding="utf-8")
    out = tmp_path / "out"
    code = main(["run", str(path), str(document), "--emulator", "--out", str(out)])
    report = [
        json.loads(line) for line in (out / "report.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    assert 0 == code, (capsys.readouterr().err, report[-1])
    outputs = sorted(out.glob("*.xml"))
    if row.row.get("cardinality") == "none":
        assert [] == outputs
        return
    assert outputs
    profile = _profile(name, row.name)
    for output in outputs:
        profile.check(_document(output))


def _profile(name: str, operation: str) -> Any:
    return getattr(load(name), operation).response_profile


def _document(path: Path) -> Any:
    from twilio_ops import Document

    etree.parse(path)
    return Document.of(path)


@pytest.mark.parametrize(("name", "action"), sorted(REFUSED))
def test_a_refused_pair_is_explained(
    tmp_path: Path, name: str, action: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Neither the wizard nor the check nor a run lets it through; each says why."""
    path = tmp_path / "pair.yaml"
    assert 2 == main(["new", str(path), "--object", name, "--action", action])
    why = objects()[name].actions[action].refused
    assert why is not None and why in capsys.readouterr().err
    assert not path.exists()
    path.write_text(
        f"format: 1\noperation: {{object: {name}, action: {action}}}\n", encoding="utf-8"
    )
    assert 1 == main(["check", str(path)])
    assert why in capsys.readouterr().out
    out = str(tmp_path / "out")
    assert 2 == main(["run", str(path), str(path), "--emulator", "--out", out])
    assert why in capsys.readouterr().err
