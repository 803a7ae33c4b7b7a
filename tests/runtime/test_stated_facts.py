"""What a catalog states beside types: sizes of pages, needs of nested values, whole bodies, no credentials."""

from __future__ import annotations

import json
from typing import Any, get_type_hints

import pytest
from acme_notes.api.batch import (
    BatchEntry,
    BatchMark,
    CreateBatch,
    CreateBatchRequest,
    GetBatch,
    QueryBatch,
)
from acme_notes.api.draft import QueryDraft
from in_memory import Service

from twilio_ops_runtime.errors import ParameterError, ProfileError

BATCH = "BA" + "7c" * 16


@pytest.mark.parametrize("size", [0, 6, True])
def test_a_page_is_as_large_as_the_list_allows(service: Service, size: int) -> None:
    """Each list has its own most; where none is known, the service decides."""
    with pytest.raises(ParameterError, match="page_size is between 1 and 5"):
        QueryBatch(service.connection, page_size=size)
    QueryDraft(service.connection, page_size=10_000)


@pytest.mark.parametrize(("limit", "asked"), [(3, "3"), (500, "5")])
def test_a_limit_asks_for_no_larger_page_than_there_is(
    service: Service, limit: int, asked: str
) -> None:
    """A limit above the most on a page is met by several pages, and never refused for its size."""
    service.json({"batches": [], "meta": {"next_page_url": None}})
    assert list(QueryBatch(service.connection, limit=limit)()) == []
    assert service.query == [("PageSize", asked)]


def test_a_limit_asks_for_usual_pages_where_the_most_is_not_known(service: Service) -> None:
    """More than usual could be refused."""
    service.json({"drafts": []})
    assert list(QueryDraft(service.connection, limit=500)()) == []
    assert service.query == [("pageSize", "50")]


@pytest.mark.parametrize(
    "entry", [{"weight": 1}, {"text": None}, BatchEntry(kind="bold"), BatchEntry(text=None)]
)
def test_what_a_nested_value_needs_is_asked_for_before_it_is_sent(
    service: Service, entry: Any
) -> None:
    """As a mapping or as a record, in a list; the error says where."""
    with pytest.raises(ParameterError, match=r"Body: \[1\]: text of BatchEntry is required"):
        CreateBatch(service.connection)(body=[{"text": "first"}, entry])
    assert service.requests == []


@pytest.mark.parametrize(
    ("mark", "problem"),
    [
        ({"sign": "a"}, r"Body: \[0\]: \.mark: x-rank of BatchMark is required"),
        ({"x-rank": 1}, r"Body: \[0\]: \.mark: sign of BatchMark is required"),
        (
            {"sign": "a", "x-rank": 1, "parts": [{"x-rank": 2}]},
            r"Body: \[0\]: \.mark: \.parts: \[0\]: sign of BatchMark is required",
        ),
        ({"sign": "a", "x-rank": 1, "X-Group": "b"}, "BatchMark has no field 'X-Group'"),
        (
            {"sign": "a", "x-rank": 1, "parts": [{"sign": "b", "x_rank": 3, "x-rank": 2}]},
            r"Body: \[0\]: \.mark: \.parts: \[0\]: 'x_rank' and 'x-rank' are one field of BatchMark; give one",
        ),
    ],
)
def test_a_nested_value_that_holds_itself_is_asked_at_each_depth(
    service: Service, mark: Any, problem: str
) -> None:
    """By the names of JSON, also those that Python could not write; nothing is given by two names."""
    with pytest.raises(ParameterError, match=problem):
        CreateBatch(service.connection)(body=[{"text": "first", "mark": mark}])
    assert service.requests == []


def test_a_nested_value_is_sent_by_the_names_of_json(service: Service) -> None:
    """From a mapping and from a record alike, at each depth."""
    inner = {"sign": "b", "x-rank": 2}
    mark = {"sign": "a", "x-rank": 1, "x-group": "c", "parts": [inner]}
    record = BatchMark(sign="a", x_rank=1, x_group="c", parts=(BatchMark(sign="b", x_rank=2),))
    for given in (mark, record):
        service.json({"sid": BATCH}, 201)
        CreateBatch(service.connection)(body=[BatchEntry.Dict(text="t", mark=given)])
        assert json.loads(service.last.body or b"") == [{"text": "t", "mark": mark}]


def test_the_type_of_a_mapping_says_what_is_needed() -> None:
    """To type checkers: each field by its name in JSON, and which of them must be there."""
    entry = get_type_hints(BatchEntry.Dict, include_extras=True)
    assert ["text"] == [name for name, hint in entry.items() if "Required[" in str(hint)]
    assert list(entry) == ["text", "weight", "kind", "mark"]
    mark = get_type_hints(BatchMark.Dict, include_extras=True)
    assert {"sign", "x-rank"} == {name for name, hint in mark.items() if "Required[" in str(hint)}
    assert set(mark) == {"sign", "size", "x-rank", "x-group", "parts"}
    assert not BatchMark.Dict.__total__ and not BatchEntry.Dict.__total__


def test_answers_need_nothing(service: Service) -> None:
    """What is needed where it is sent may lack in what comes."""
    service.json({"sid": BATCH, "entries": [{"kind": "odd"}]})
    (entry,) = GetBatch(service.connection)(BATCH).entries or ()
    assert entry.kind == "odd"


def test_a_body_that_is_one_value(service: Service) -> None:
    """It is the whole JSON body, from code and from a document alike."""
    service.json({"sid": BATCH}, 201)
    create = CreateBatch(service.connection)
    create(body=[{"text": "one"}, BatchEntry(text="two")])
    assert json.loads(service.last.body or b"") == [{"text": "one"}, {"text": "two"}]
    assert service.last.headers["Content-Type"] == "application/json"
    document = CreateBatchRequest(body=[BatchEntry(text="one")]).to_document()
    assert str(document) == str(CreateBatchRequest(body=[{"text": "one"}]).to_document())
    with pytest.raises(ProfileError, match="BatchEntry has no field 'texts'"):
        CreateBatchRequest(body=[{"texts": "one"}]).to_document()
    list(create.process([document]))
    assert json.loads(service.last.body or b"") == [{"text": "one"}]


def test_a_collapsible_map_is_sent_under_the_names_that_lead_to_its_values(
    service: Service,
) -> None:
    """Numbers and truths as JSON writes them; what is no map is refused."""
    service.json({"sid": BATCH})
    data = {"caller": {"name": "x", "deep": {"on": True}}, "count": 2}
    GetBatch(service.connection)(BATCH, add_ons_data=data)
    assert service.query == [
        ("AddOns.caller.name", "x"),
        ("AddOns.caller.deep.on", "true"),
        ("AddOns.count", "2"),
    ]
    with pytest.raises(ParameterError, match="a map of names is needed"):
        GetBatch(service.connection)(BATCH, add_ons_data="x")  # type: ignore[arg-type]


def test_an_operation_that_wants_no_credentials_carries_none(service: Service) -> None:
    """Others of the same connection do."""
    service.json({"sid": BATCH, "batches": []})
    GetBatch(service.connection)(BATCH)
    assert "Authorization" not in service.last.headers
    list(QueryBatch(service.connection)())
    assert "Authorization" in service.last.headers
