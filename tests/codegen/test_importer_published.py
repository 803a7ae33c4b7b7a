"""The published documents beside the project: every operation of every one is taken."""

from __future__ import annotations

import json
import shutil
from collections import Counter
from pathlib import Path

import pytest

from tests.codegen.importer_support import CONVENTIONS, ROOT
from twilio_ops_codegen.catalog.load import load
from twilio_ops_codegen.catalog.model import Object
from twilio_ops_codegen.importer import ImportReport, import_documents

CURRENT = {
    "api_v2010": (72, 197),
    "assistants_v1": (14, 30),
    "content_v1": (5, 9),
    "conversations_v1": (29, 103),
    "lookups_v2": (5, 10),
    "messaging_v1": (22, 58),
    "studio_v2": (8, 19),
    "verify_v2": (20, 57),
}
HISTORY = {
    "2024-02-09": (72, 199),
    "2024-02-27": (70, 194),
    "2025-07-24": (72, 197),
    "2025-09-04": (72, 197),
}
DOCUMENTS = {f"twilio_{name}.json": counts for name, counts in CURRENT.items()} | {
    f"history/twilio_api_v2010.{day}.json": counts for day, counts in HISTORY.items()
}
LEFT_OUT = {"FetchHealthCheck"}
METHODS = ("get", "post", "put", "patch", "delete")


NAMES = [
    pytest.param(name, marks=pytest.mark.slow) if name.startswith("history/") else name
    for name in DOCUMENTS
]


def take(shared: Path, name: str, into: Path) -> tuple[ImportReport, dict[str, Object]]:
    """The report of an import, and the objects by source name as the generator reads them."""
    report = import_documents([shared / "openapi" / name], into, CONVENTIONS)
    objects = load(into).objects.values()
    return report, {value.source or "": value for value in objects}


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_every_document_makes_a_package_of_its_own(shared: Path, tmp_path: Path, name: str) -> None:
    """It can be installed beside the others; that of the project is called as it always was."""
    take(shared, name, tmp_path)
    package = load(tmp_path).service.package
    service = name.partition("twilio_")[2].partition(".")[0]
    assert package == ("twilio_ops" if service == "api_v2010" else f"twilio_ops_{service}")


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_every_operation_is_taken(shared: Path, tmp_path: Path, name: str) -> None:
    report, objects = take(shared, name, tmp_path)
    assert (report.objects, report.actions) == DOCUMENTS[name]
    assert {problem.place for problem in report.not_taken} <= LEFT_OUT
    document = json.loads((shared / "openapi" / name).read_text(encoding="utf-8"))
    operations = {
        item[method]["operationId"]: (method.upper(), path)
        for path, item in document["paths"].items()
        for method in METHODS
        if method in item
    }
    taken = {
        row.operation: (row.method, row.path)
        for value in objects.values()
        for row in value.actions.values()
    }
    assert set(operations) - LEFT_OUT == set(taken)
    for operation, (method, path) in taken.items():
        assert operation is not None
        assert operations[operation] in ((method, path), (method, f"{path}.json"))
    again = import_documents([shared / "openapi" / name], tmp_path, CONVENTIONS)
    assert not again.changed


def test_parameters_and_filters_of_the_whole_api(shared: Path, tmp_path: Path) -> None:
    """Counted by hand in the document: bodies, repeated parameters, required ones, families."""
    report, objects = take(shared, "twilio_api_v2010.json", tmp_path)
    actions = [row for value in objects.values() for row in value.actions.values()]
    body = [
        row for action in actions for row in action.parameters.values() if row.location == "body"
    ]
    pairs = [row.count for row in body if row.type == "pairs"]
    assert pairs == [99, 99]
    assert len(body) - len(pairs) + 396 == 859
    assert sum(row.required for row in body) == 47
    assert sum(row.repeated for row in body) == 10
    filters = [row for action in actions for row in action.filters.values()]
    families = Counter(row.type for row in filters if len(row.operators) == 3)
    assert families == {"datetime": 5, "date": 6}
    assert {len(row.operators) for row in filters} == {1, 3}
    personal = [problem.message for problem in report.remarks if "personal" in problem.message]
    assert len(", ".join(personal).split("marks")[1:]) == len(personal) == 9
    fields = [row for value in objects.values() for row in value.fields.values()]
    assert sum(row.pii is not None for row in fields) == 47
    assert sorted(group for action in actions for group in action.either) == [
        ("Body", "MediaUrl", "ContentSid"),
        ("From", "MessagingServiceSid"),
        ("PhoneNumber", "AreaCode"),
        ("Url", "Twiml", "ApplicationSid"),
    ]


def test_what_was_put_together(shared: Path, tmp_path: Path) -> None:
    _, objects = take(shared, "twilio_api_v2010.json", tmp_path)
    for name in ("Key", "SigningKey"):
        value = objects[name]
        assert value.actions["Create"].operation == f"CreateNew{name}"
        assert value.fields["secret"].only == ("Create",)
    assert objects["Notification"].fields["response_body"].only == ("Get",)
    assert objects["ValidationRequest"].parent == "Account"
    assert objects["Message"].fields["sid"].prefixes == ("SM", "MM")
    assert objects["RecordingAddOnResultPayloadData"].actions["Get"].status == (307,)


def test_objects_of_the_other_documents(shared: Path, tmp_path: Path) -> None:
    _, assistants = take(shared, "twilio_assistants_v1.json", tmp_path / "assistants")
    assert set(assistants["Tool"].actions) == {"Get", "Query", "Create", "Update", "Delete"}
    assert assistants["Tool"].actions["Update"].method == "PUT"
    assert assistants["Tool"].actions["Create"].encoding == "json"
    assert "ToolAttachment" not in assistants
    _, messaging = take(shared, "twilio_messaging_v1.json", tmp_path / "messaging")
    person = messaging["UsAppToPerson"]
    assert {"mock", "privacy_policy_url", "message_samples"} <= set(person.fields)
    assert person.actions["Get"].parameters["X-Twilio-Api-Version"].location == "header"
    assert messaging["Deactivation"].actions["Get"].status == (307,)
    _, verify = take(shared, "twilio_verify_v2.json", tmp_path / "verify")
    assert verify["Factor"].actions["Create"].operation == "CreateNewFactor"
    assert verify["Challenge"].parent == "Entity"


@pytest.mark.slow
def test_the_catalog_of_the_project_is_what_the_document_gives(
    shared: Path, tmp_path: Path
) -> None:
    catalog = tmp_path / "metadata"
    shutil.copytree(ROOT / "metadata", catalog)
    document = shared / "openapi" / "twilio_api_v2010.json"
    report = import_documents([document], catalog, CONVENTIONS)
    assert not report.changed, str(report)


HERE = {
    "api_v2010": ".",
    "conversations_v1": "products/conversations-v1",
    "lookups_v2": "products/lookups-v2",
    "messaging_v1": "products/messaging-v1",
    "verify_v2": "products/verify-v2",
}


@pytest.mark.slow
@pytest.mark.parametrize("name", HERE)
def test_the_catalog_here_is_what_the_document_says(
    shared: Path, tmp_path: Path, name: str
) -> None:
    """Importing it once more over a copy changes none of its files."""
    folder = ROOT / "metadata" / HERE[name]
    copy = tmp_path / "catalog"
    shutil.copytree(folder, copy)
    import_documents([shared / "openapi" / f"twilio_{name}.json"], copy, CONVENTIONS)
    files = [path.relative_to(copy) for path in copy.rglob("*.yaml")]
    assert [] == [one for one in files if (copy / one).read_bytes() != (folder / one).read_bytes()]
