"""What the naming rules would call alike is told apart by the import, and remarked on."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.codegen.importer_support import TEXT, document, imported, operation, parameter, record


def test_fields_that_would_be_called_alike(tmp_path: Path) -> None:
    """The first keeps its names; each further one gets free ones, also among those that follow."""
    answer = record(friendlyName=TEXT, friendly_name=TEXT, friendly_name_2=TEXT)
    got = imported(
        tmp_path, document({"/v1/Settings": {"get": operation("FetchSettings", answer)}})
    )
    fields = got.object("Settings").fields
    assert [None, "friendly_name_3", None] == [row.name for row in fields.values()]
    assert [None, "FriendlyName3", None] == [row.xml for row in fields.values()]
    assert {
        "Settings/friendly_name": "is the element FriendlyName3: FriendlyName is taken"
    } == got.remarks
    messages = [problem.message for problem in got.report.remarks]
    assert "is called friendly_name_3 in Python: friendly_name is taken" in messages


def test_parameters_that_would_be_called_alike(tmp_path: Path) -> None:
    """Also like the element of the record's address, which every request document may begin with."""
    body = record(To=TEXT, to=TEXT, ParentSid=TEXT)
    create = operation("CreateLetter", record(text=TEXT), body=body)
    filters = [parameter("Text"), parameter("text"), parameter("Sid")]
    letters = record(letters={"type": "array", "items": record(text=TEXT)})
    query = operation("ListLetter", letters, parameters=filters)
    got = imported(tmp_path, document({"/v1/Letters": {"get": query, "post": create}}))
    sent = got.action("Letter", "Create").parameters
    assert [(None, None), ("to_2", None), (None, "ParentSid2")] == [
        (row.name, row.xml) for row in sent.values()
    ]
    asked = got.action("Letter", "Query").filters
    assert [None, "text_2", None] == [row.name for row in asked.values()]


@pytest.mark.parametrize("name", ["Class", "None", "Any", "Sequence", "Load"])
def test_an_object_called_like_something_of_python(tmp_path: Path, name: str) -> None:
    """It gets another name, and its documents keep theirs; what refers to it still does."""
    key = parameter("Id", "path")
    fetch = operation(f"Fetch{name}", record(text=TEXT), parameters=[key])
    other = operation(f"Fetch{name}Object", record(text=TEXT), parameters=[key])
    part = operation("FetchPart", record(text=TEXT), parameters=[key])
    paths = {
        "/v1/Things/{Id}": {"get": fetch},
        "/v1/Others/{Id}": {"get": other},
        "/v1/Things/{Id}/Part": {"get": part},
    }
    got = imported(tmp_path, document(paths))
    assert {f"{name}Object", f"{name}Object2", "Part"} == set(got.names)
    assert name == got.object(f"{name}Object2").source == got.object("Part").parent
    assert {name: f"is called {name}Object2 here: {name} is taken in Python"} == got.remarks
