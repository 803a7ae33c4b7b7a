"""Draft: Query."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from twilio_ops_runtime import generated as g
from twilio_ops_runtime.generated import Sid
from acme_notes._service import SERVICE

__all__ = [
    "Draft",
    "QueryDraft",
]


@g.record
class Draft(g.Record):
    """One Draft."""

    sid: Sid | None = g.field("Sid", g.SID)
    """A Sid that begins with DR."""
    text: str | None = g.field("Text")
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="Draft",
        service=SERVICE,
        item="Draft",
        list="Drafts",
    )


class QueryDraft(g.Query[Draft]):
    """Query Draft: ``GET /v2/Drafts``."""

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="Draft",
        action="Query",
        service=SERVICE,
        method="GET",
        paths=("/v2/Drafts",),
        keys={},
        record=Draft,
        root="Draft",
        cardinality="many",
        json_list="drafts",
        paging="token",
        response_profile="profiles/Draft/QueryDraft.response.xsd",
    )

    def __call__(self, parent: str | None = None, /) -> Iterator[Draft]:
        """The records, page by page as they are used."""
        return self.run(parent)


if not TYPE_CHECKING:
    __getattr__ = g.explain_missing(__name__, "Draft", ("Query",))
