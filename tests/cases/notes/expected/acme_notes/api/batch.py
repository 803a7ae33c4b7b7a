"""Batch: Get, Query, Create."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any, ClassVar, Required, TypedDict

from twilio_ops_runtime import generated as g
from twilio_ops_runtime.generated import Sid
from acme_notes._service import SERVICE

__all__ = [
    "Batch",
    "BatchEntry",
    "BatchMark",
    "CreateBatch",
    "CreateBatchRequest",
    "GetBatch",
    "QueryBatch",
]

_KEYS = {
    "Sid": g.Key(),
}


@g.record
class BatchMark(g.Record):
    """A value nested in Batch: mark."""

    sign: str | None = g.field("Sign", required=True)
    """Needed where it is sent."""
    size: Decimal | None = g.field("Size", g.DECIMAL)
    x_rank: int | None = g.field("XRank", g.INTEGER, json="x-rank", required=True)
    """Needed where it is sent."""
    x_group: str | None = g.field("XGroup", json="x-group")
    parts: tuple[BatchMark, ...] | None = g.field("Parts", g.ListType("Part", g.StructType(lambda: BatchMark)))
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="BatchMark",
        service=SERVICE,
        item="Mark",
    )

    Odd = TypedDict(  # the names that no class can have
        "Odd",
        {
            "x-rank": Required["int"],
            "x-group": "str | None",
        },
        total=False,
    )

    class Dict(Odd, total=False):
        """The same as a mapping, by the names of JSON."""

        sign: Required[str]
        size: Decimal | int | None
        parts: Sequence[BatchMark | BatchMark.Dict] | None


@g.record
class BatchEntry(g.Record):
    """A value nested in Batch: entry."""

    text: str | None = g.field("Text", required=True)
    """Needed where it is sent."""
    weight: Decimal | None = g.field("Weight", g.DECIMAL)
    kind: str | None = g.field("Kind")
    """One of plain, bold."""
    mark: BatchMark | None = g.field("Mark", g.StructType(BatchMark))
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="BatchEntry",
        service=SERVICE,
        item="Entry",
    )
    Dict = TypedDict(  # the same as a mapping, by the names of JSON
        "Dict",
        {
            "text": Required["str"],
            "weight": "Decimal | int | None",
            "kind": "str | None",
            "mark": "BatchMark | BatchMark.Dict | None",
        },
        total=False,
    )


@g.record
class Batch(g.Record):
    """One Batch."""

    sid: Sid | None = g.field("Sid", g.SID)
    """A Sid that begins with BA."""
    entries: tuple[BatchEntry, ...] | None = g.field("Entries", g.ListType("Entry", g.StructType(BatchEntry)))
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="Batch",
        service=SERVICE,
        item="Batch",
        list="Batches",
    )


class GetBatch(g.Get[Batch]):
    """Get Batch: ``GET /v2/Batches/{Sid}``.

    Takes ``Sid``.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="Batch",
        action="Get",
        service=SERVICE,
        method="GET",
        paths=("/v2/Batches/{Sid}",),
        keys=_KEYS,
        record=Batch,
        root="Batch",
        parameters=(g.ParameterSpec("add_ons_data", "AddOnsData", g.CollapsibleMapType("AddOns"), location="query"),),
        security="none",
        response_profile="profiles/Batch/GetBatch.response.xsd",
    )

    def __call__(
        self,
        sid: str,
        /,
        *,
        add_ons_data: Mapping[str, Any] | None = None,
    ) -> Batch:
        """The one record of a Sid.

        Args:
            sid: The record's Sid, ``Sid``.
            add_ons_data: It is sent as ``AddOnsData``.
        """
        return self.run(
            sid,
            {
                "AddOnsData": add_ons_data,
            },
        )


class QueryBatch(g.Query[Batch]):
    """Query Batch: ``GET /v2/Batches``."""

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="Batch",
        action="Query",
        service=SERVICE,
        method="GET",
        paths=("/v2/Batches",),
        keys={},
        record=Batch,
        root="Batch",
        cardinality="many",
        json_list="batches",
        paging="meta",
        max_page_size=5,
        response_profile="profiles/Batch/QueryBatch.response.xsd",
    )

    def __call__(self, parent: str | None = None, /) -> Iterator[Batch]:
        """The records, page by page as they are used."""
        return self.run(parent)


@g.request
class CreateBatchRequest(g.Parameters):
    """What Create of Batch takes; None is not sent, an empty text is."""

    body: Sequence[BatchEntry | BatchEntry.Dict] = g.required(
        "Body", g.ListType("Item", g.StructType(BatchEntry)), location="content"
    )


class CreateBatch(g.Create[CreateBatchRequest, Batch]):
    """Create Batch: ``POST /v2/Batches``."""

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="Batch",
        action="Create",
        service=SERVICE,
        method="POST",
        paths=("/v2/Batches",),
        keys={},
        record=Batch,
        root="Batch",
        status=(201,),
        encoding="json",
        request_profile="profiles/Batch/CreateBatch.request.xsd",
        response_profile="profiles/Batch/CreateBatch.response.xsd",
    )
    request: ClassVar[type[g.Parameters] | None] = CreateBatchRequest

    def __call__(
        self,
        *,
        body: Sequence[BatchEntry | BatchEntry.Dict],
    ) -> Batch:
        """Create one.

        Args:
            body: It is sent as ``Body``.
        """
        return self.run(
            CreateBatchRequest(
                body=body,
            ),
        )


if not TYPE_CHECKING:
    __getattr__ = g.explain_missing(__name__, "Batch", ("Get", "Query", "Create"))
