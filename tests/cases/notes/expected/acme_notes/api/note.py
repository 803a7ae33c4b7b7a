"""Note: Get, Query, Create, Update, Delete."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any, ClassVar, TypedDict

from twilio_ops_runtime import generated as g
from twilio_ops_runtime.generated import Sid
from acme_notes._service import SERVICE

__all__ = [
    "CreateNote",
    "CreateNoteRequest",
    "DeleteNote",
    "GetNote",
    "Note",
    "NoteBranch",
    "NotePart",
    "QueryNote",
    "UpdateNote",
    "UpdateNoteRequest",
]

_KEYS = {
    "Sid": g.Key(("NT",)),
}


@g.record
class NoteBranch(g.Record):
    """A value nested in Note: branch."""

    heading: str | None = g.field("Heading")
    main: NoteBranch | None = g.field("Main", g.StructType(lambda: NoteBranch))
    under_headings: tuple[NoteBranch, ...] | None = g.field(
        "UnderHeadings", g.ListType("UnderHeading", g.StructType(lambda: NoteBranch))
    )
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="NoteBranch",
        service=SERVICE,
        item="Branch",
    )

    class Dict(TypedDict, total=False):
        """The same as a mapping, by the names of JSON."""

        heading: str | None
        main: NoteBranch | NoteBranch.Dict | None
        under_headings: Sequence[NoteBranch | NoteBranch.Dict] | None


@g.record
class NotePart(g.Record):
    """A value nested in Note: part."""

    title: str | None = g.field("Title")
    weight: Decimal | None = g.field("Weight", g.DECIMAL)
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="NotePart",
        service=SERVICE,
        item="Part",
    )
    Dict = TypedDict(  # the same as a mapping, by the names of JSON
        "Dict",
        {
            "title": "str | None",
            "weight": "Decimal | int | None",
        },
        total=False,
    )


@g.record
class Note(g.Record):
    """One Note."""

    sid: Sid | None = g.field("Sid", g.SID)
    """A Sid that begins with NT."""
    text: str | None = g.field("Text")
    parts: tuple[NotePart, ...] | None = g.field("Parts", g.ListType("Part", g.StructType(NotePart)))
    counts: Mapping[str, int] | None = g.field("Counts", g.MapType(g.INTEGER))
    more: Any = g.field("More", g.ANY)
    outline: NoteBranch | None = g.field("Outline", g.StructType(NoteBranch))
    value: int | None = g.field("Value", g.INTEGER)
    n2_fa: bool | None = g.field("_2fa", g.BOOLEAN, json="2fa")
    urn_more_ref: tuple[str, ...] | None = g.field("UrnMoreRef", g.ListType("UrnMoreRefItem", g.TEXT), json="urn:more#$ref")
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="Note",
        service=SERVICE,
        item="Note",
        list="Notes",
    )


class GetNote(g.Get[Note]):
    """Get Note: ``GET /v2/Notes/{Sid}``.

    Takes ``Sid``.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="Note",
        action="Get",
        service=SERVICE,
        method="GET",
        paths=("/v2/Notes/{Sid}",),
        keys=_KEYS,
        record=Note,
        root="Note",
        response_profile="profiles/Note/GetNote.response.xsd",
    )

    def __call__(self, sid: str, /) -> Note:
        """The one record of a Sid.

        Args:
            sid: The record's Sid, ``Sid``.
        """
        return self.run(sid)


class QueryNote(g.Query[Note]):
    """Query Note: ``GET /v2/Notes``."""

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="Note",
        action="Query",
        service=SERVICE,
        method="GET",
        paths=("/v2/Notes",),
        keys={},
        record=Note,
        root="Note",
        cardinality="many",
        json_list="notes",
        paging="meta",
        response_profile="profiles/Note/QueryNote.response.xsd",
    )

    def __call__(self, parent: str | None = None, /) -> Iterator[Note]:
        """The records, page by page as they are used."""
        return self.run(parent)


@g.request
class CreateNoteRequest(g.Parameters):
    """What Create of Note takes; None is not sent, an empty text is."""

    text: str = g.required("text")
    parts: Sequence[NotePart | NotePart.Dict] | None = g.optional("parts", g.ListType("Item", g.StructType(NotePart)))
    counts: Mapping[str, int] | None = g.optional("counts", g.MapType(g.INTEGER))
    weight: Decimal | int | None = g.optional("weight", g.DECIMAL)
    urgent: bool | None = g.optional("urgent", g.BOOLEAN)
    tags: Sequence[str] | None = g.optional("tags", repeated=True)
    more: Any | None = g.optional("more", g.ANY)
    outline: NoteBranch | NoteBranch.Dict | None = g.optional("outline", g.StructType(NoteBranch))
    n2_fa: bool | None = g.optional("2fa", g.BOOLEAN, xml="_2fa")
    ref: str | None = g.optional("$ref", xml="_ref")
    labels: Sequence[str] | None = g.optional("labels[]", repeated=True, xml="labels__")
    lock: str | None = g.optional("lock", secret=True)
    """It is never shown."""


class CreateNote(g.Create[CreateNoteRequest, Note]):
    """Create Note: ``POST /v2/Notes``."""

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="Note",
        action="Create",
        service=SERVICE,
        method="POST",
        paths=("/v2/Notes",),
        keys={},
        record=Note,
        root="Note",
        status=(201,),
        encoding="json",
        request_profile="profiles/Note/CreateNote.request.xsd",
        response_profile="profiles/Note/CreateNote.response.xsd",
    )
    request: ClassVar[type[g.Parameters] | None] = CreateNoteRequest

    def __call__(
        self,
        *,
        text: str,
        parts: Sequence[NotePart | NotePart.Dict] | None = None,
        counts: Mapping[str, int] | None = None,
        weight: Decimal | int | None = None,
        urgent: bool | None = None,
        tags: Sequence[str] | None = None,
        more: Any | None = None,
        outline: NoteBranch | NoteBranch.Dict | None = None,
        n2_fa: bool | None = None,
        ref: str | None = None,
        labels: Sequence[str] | None = None,
        lock: str | None = None,
    ) -> Note:
        """Create one.

        Args:
            text: It is sent as ``text``.
            parts: It is sent as ``parts``.
            counts: It is sent as ``counts``.
            weight: It is sent as ``weight``.
            urgent: It is sent as ``urgent``.
            tags: Several values may be given.
            more: It is sent as ``more``.
            outline: It is sent as ``outline``.
            n2_fa: It is sent as ``2fa``.
            ref: It is sent as ``$ref``.
            labels: Several values may be given.
            lock: It is never shown.
        """
        return self.run(
            CreateNoteRequest(
                text=text,
                parts=parts,
                counts=counts,
                weight=weight,
                urgent=urgent,
                tags=tags,
                more=more,
                outline=outline,
                n2_fa=n2_fa,
                ref=ref,
                labels=labels,
                lock=lock,
            ),
        )


@g.request
class UpdateNoteRequest(g.Parameters):
    """What Update of Note takes; None is not sent, an empty text is."""

    text: str | None = g.optional("text")


class UpdateNote(g.Update[UpdateNoteRequest, None]):
    """Update Note: ``PUT /v2/Notes/{Sid}``.

    Takes ``Sid``.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="Note",
        action="Update",
        service=SERVICE,
        method="PUT",
        paths=("/v2/Notes/{Sid}",),
        keys=_KEYS,
        root="Note",
        status=(204,),
        cardinality="none",
        encoding="json",
        request_profile="profiles/Note/UpdateNote.request.xsd",
    )
    request: ClassVar[type[g.Parameters] | None] = UpdateNoteRequest

    def __call__(
        self,
        sid: str,
        /,
        *,
        text: str | None = None,
    ) -> None:
        """Change one; what is None is not sent.

        Args:
            sid: The record's Sid, ``Sid``.
            text: It is sent as ``text``.
        """
        return self.run(
            sid,
            UpdateNoteRequest(
                text=text,
            ),
        )


class DeleteNote(g.Delete):
    """Delete Note: ``DELETE /v2/Notes/{Sid}``.

    Takes ``Sid``.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="Note",
        action="Delete",
        service=SERVICE,
        method="DELETE",
        paths=("/v2/Notes/{Sid}",),
        keys=_KEYS,
        root="Note",
        status=(204,),
        cardinality="none",
        request_profile="profiles/Note/DeleteNote.request.xsd",
    )

    def __call__(self, sid: str, /) -> None:
        """Delete one.

        Args:
            sid: The record's Sid, ``Sid``.
        """
        self.run(sid)


if not TYPE_CHECKING:
    __getattr__ = g.explain_missing(__name__, "Note", ("Get", "Query", "Create", "Update", "Delete"))
