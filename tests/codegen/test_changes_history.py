"""``changes`` on documents that were really published, one after the other."""

from __future__ import annotations

import itertools
import json
from pathlib import Path
from typing import Any

import pytest

from twilio_ops_codegen.__main__ import main

ROOT = Path(__file__).resolve().parent.parent.parent
PROSE = {"description", "summary", "example", "examples", "externalDocs", "tags", "title"}


def run(old: Path, new: Path, *options: str) -> int:
    """Runs the command; its exit code."""
    return main(["changes", str(old), str(new), *options])


def report(old: Path, new: Path, capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    """The JSON report of a comparison."""
    assert run(old, new, "--format", "json") == 0
    value = json.loads(capsys.readouterr().out)
    assert isinstance(value, dict)
    return value


def history(shared: Path, day: str) -> Path:
    """The document of a day."""
    (path,) = (shared / "openapi" / "history").glob(f"*.{day}.json")
    return path


@pytest.mark.slow
def test_a_step_that_removed_a_resource(shared: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Objects that vanished break everyone, and nothing else of that step was a fact."""
    found = report(history(shared, "2024-02-09"), history(shared, "2024-02-27"), capsys)
    assert found["verdict"]["severity"] == "breaking"
    assert [(change["rule"], change["object"]) for change in found["changes"]] == [
        ("object-removed", "CallFeedback"),
        ("object-removed", "CallFeedbackSummary"),
    ]


@pytest.mark.slow
def test_a_step_that_removed_enums(shared: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Enums became text: their classes are gone, and records hold text instead of members."""
    found = report(history(shared, "2025-07-24"), history(shared, "2025-09-04"), capsys)
    assert found["verdict"]["severity"] == "breaking"
    breaking = [change for change in found["changes"] if change["severity"] == "breaking"]
    assert {change["rule"] for change in breaking} == {
        "enum-removed",
        "answer-retyped",
        "paging-changed",
    }
    assert {change["object"] for change in breaking} >= {"UsageRecord", "UsageTrigger"}


@pytest.mark.slow
def test_a_step_that_only_added(shared: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Parameters, fields and values that came are compatible; an error that is described now, with
    no row for it, is shown and not judged."""
    (today,) = (shared / "openapi").glob("*_api_v2010.json")
    found = report(history(shared, "2025-09-04"), today, capsys)
    others = [change for change in found["changes"] if change["severity"] != "compatible"]
    assert [(one["rule"], one["severity"]) for one in others] == [("digest-changed", "unjudged")]
    assert others[0]["place"] == "CallRecording/left_out/UpdateCallRecording"


@pytest.mark.slow
def test_a_document_against_itself(shared: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Has no changes, for every document there is."""
    for path in sorted((shared / "openapi").rglob("*.json")):
        assert run(path, path, "--fail-on", "documentation") == 0
        assert capsys.readouterr().out == "No changes.\n", path.name


@pytest.mark.slow
def test_prose_and_order_are_no_facts(
    shared: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A document without its prose, in which everything stands in the reverse order."""

    def turned(value: Any, inside: str = "") -> Any:
        if isinstance(value, dict):
            names = inside in ("properties", "schemas")
            return {
                key: turned(inner, key)
                for key, inner in reversed(list(value.items()))
                if names or key not in PROSE or (isinstance(inner, dict) and key == "title")
            }
        if isinstance(value, list):
            return [turned(inner) for inner in reversed(value)]
        return value

    for path in sorted((shared / "openapi").glob("*.json")):
        value = json.loads(path.read_text(encoding="utf-8"))
        other = {**turned(value), "info": value["info"], "servers": value["servers"]}
        changed = tmp_path / path.name
        changed.write_text(json.dumps(other), encoding="utf-8")
        assert run(path, changed, "--fail-on", "documentation") == 0
        assert capsys.readouterr().out == "No changes.\n", path.name


@pytest.mark.slow
def test_changes_of_documents_are_located(shared: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """At the parameter, property or operation that says it, in every change of a real step."""
    old, new = history(shared, "2025-07-24"), history(shared, "2025-09-04")
    texts = {str(path): path.read_text(encoding="utf-8").splitlines() for path in (old, new)}
    for change in report(old, new, capsys)["changes"]:
        *_, table, name = change["place"].partition("/")[2].removesuffix("/type").split("/")
        for side in ("old", "new"):
            where = change["locations"][side]
            line = texts[where["file"]][where["line"] - 1]
            if table in ("fields", "filters", "parameters"):
                following = texts[where["file"]][where["line"] - 1 :][:3]
                assert any(f'"{name}"' in text for text in (line, *following)), change["place"]


@pytest.mark.slow
def test_a_document_without_operation_ids(
    shared: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Is read by method and path, with the other document's ids, whichever side it is."""
    old, new = history(shared, "2024-02-09"), history(shared, "2024-02-27")
    removed = [(change["rule"], change["object"]) for change in report(old, new, capsys)["changes"]]
    value = json.loads(old.read_text(encoding="utf-8"))
    for item in value["paths"].values():
        for method in item.keys() & {"get", "post", "delete"}:
            del item[method]["operationId"]
    nameless = tmp_path / "nameless.json"
    nameless.write_text(json.dumps(value), encoding="utf-8")
    assert run(nameless, old, "--fail-on", "documentation") == 0
    assert run(old, nameless, "--fail-on", "documentation") == 0
    assert capsys.readouterr().out == "No changes.\n" * 2
    found = report(nameless, new, capsys)["changes"]
    # What is only in the nameless document has no id to borrow, and is taken by another.
    assert [rule for rule, _ in removed] == [change["rule"] for change in found]


@pytest.mark.slow
def test_a_document_of_which_nothing_can_be_taken(
    shared: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Is refused, and says why: nothing compared is not nothing changed."""
    whole = history(shared, "2024-02-09")
    value = json.loads(whole.read_text(encoding="utf-8"))
    for item in value["paths"].values():
        for method in item.keys() & {"get", "post", "delete"}:
            item[method]["operationId"] = "Frobnicate"
    strange = tmp_path / "strange.json"
    strange.write_text(json.dumps(value), encoding="utf-8")
    for pair in ((strange, whole), (whole, strange), (strange, strange)):
        assert run(*pair) == 2
        assert "none of its operations could be taken" in capsys.readouterr().err


@pytest.mark.slow
def test_what_a_catalog_cannot_hold_is_unjudged(
    shared: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """An operation that is not taken is compared with all that it refers to, and fails as breaking."""
    old = history(shared, "2024-02-09")
    value = json.loads(old.read_text(encoding="utf-8"))
    path, schema = "/healthcheck", value["components"]["schemas"]
    value["paths"][path] = {
        "x-twilio": {"x-skip-path": "true"},
        "get": {
            "operationId": "FetchHealthCheck",
            "description": "Some prose.",
            "responses": {
                "200": {
                    "description": "OK",
                    "content": {
                        "application/json": {"schema": {"$ref": "#/components/schemas/health"}}
                    },
                }
            },
        },
    }
    schema["health"] = {"type": "object", "properties": {"up": {"type": "boolean"}}}
    files: list[Path] = []

    def written() -> Path:
        files.append(tmp_path / f"{len(files)}.json")
        files[-1].write_text(json.dumps(value, indent=1), encoding="utf-8")
        return files[-1]

    first = written()
    value["paths"][path]["get"]["description"] = "Other prose."
    assert run(first, written(), "--fail-on", "documentation") == 0
    assert capsys.readouterr().out == "No changes.\n"
    schema["health"]["properties"]["up"] = {"type": "string"}
    other = written()
    assert run(first, other, "--fail-on", "compatible", "--format", "json") == 1
    (change,) = json.loads(capsys.readouterr().out)["changes"]
    assert (change["rule"], change["severity"]) == ("left-out-changed", "unjudged")
    assert change["old"] != change["new"]
    line = other.read_text(encoding="utf-8").splitlines()[change["locations"]["new"]["line"] - 1]
    assert '"get"' in line
    assert run(first, other, "--fail-on", "breaking") == 1
    assert "1 unjudged" in capsys.readouterr().out
    accepted = tmp_path / "accepted.yaml"
    accepted.write_text(
        f"- {{fingerprint: '{change['fingerprint']}', reason: Seen., expires: 2031-05-05}}\n",
        encoding="utf-8",
    )
    options = ("--suppressions", str(accepted), "--today", "2031-05-05")
    assert run(first, other, "--fail-on", "breaking", *options) == 0
    schema["health"]["properties"]["up"] = {"$ref": "#/components/schemas/health"}
    assert run(other, written(), "--fail-on", "breaking") == 1


def test_documents_of_different_services(shared: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """They are not compared."""
    one, other = sorted((shared / "openapi").glob("*.json"))[:2]
    assert run(one, other) == 2
    assert "only one service's catalogs can be compared" in capsys.readouterr().err


@pytest.mark.slow
def test_a_truncated_document(
    shared: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Is said to be one, wherever it was cut."""
    whole = history(shared, "2024-02-09")
    text = whole.read_text(encoding="utf-8")
    cut = tmp_path / "cut.json"
    for share in (0.1, 0.5, 0.9, 0.999):
        cut.write_text(text[: int(len(text) * share)], encoding="utf-8")
        assert run(cut, whole) == 2
        assert run(whole, cut, "--fragment", str(tmp_path / "fragment")) == 2
        assert "it ends in the middle" in capsys.readouterr().err
    cut.write_text("{}", encoding="utf-8")
    assert run(cut, whole) == 2
    assert [cut] == list(tmp_path.iterdir())


@pytest.mark.slow
def test_a_document_and_a_catalog(shared: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """They are not compared: a catalog has overlays."""
    assert run(history(shared, "2024-02-09"), ROOT / "metadata") == 2
    assert "import the document into a folder of its own" in capsys.readouterr().err


LINES = {"python.py": 13, "requests.py": 11, "wire.py": 21, ".read.py": 11, ".xml": 6}
"""The most lines that a witness of a real change had, with its header, by the end of its file's name."""


@pytest.mark.slow
def test_a_witness_of_a_real_change_is_read_in_a_minute(shared: Path, tmp_path: Path) -> None:
    """A program or a document of about ten lines beside its imports, in every real step."""
    days = ["2024-02-09", "2024-02-27", "2025-07-24", "2025-09-04"]
    steps = [history(shared, day) for day in days]
    steps += (shared / "openapi").glob("*_api_v2010.json")
    longest = dict.fromkeys(LINES, 0)
    for number, (old, new) in enumerate(itertools.pairwise(steps)):
        folder = tmp_path / str(number)
        assert run(old, new, "--witness", str(folder)) == 0
        for path in folder.glob("*/*"):
            for end in LINES:
                if path.name.endswith(end):
                    count = len(path.read_text(encoding="utf-8").splitlines())
                    longest[end] = max(longest[end], count)
    assert {end: min(count, LINES[end]) for end, count in longest.items()} == longest
    assert all(longest.values())
