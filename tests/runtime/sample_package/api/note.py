"""Note: Get, Query, Create, Update, Delete, in JSON only."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from attrs import frozen

from sample_package._notes_service import NOTES
from twilio_ops_runtime import generated as g

if TYPE_CHECKING:
    from decimal import Decimal

__all__ = [
    "CreateNote",
    "CreateNoteRequest",
    "DeleteNote",
    "GetNote",
    "GetNoteSettings",
    "Note",
    "NotePart",
    "QueryNote",
    "QueryNoteByToken",
    "UpdateNote",
    "UpdateNoteRequest",
]

_KEYS = {"Sid": g.Key(("NT",))}


@frozen(kw_only=True, repr=False, eq=False)
class NotePart(g.Record):
    """A part of a note."""

    title: str | None = g.UNSET
    weight: Decimal | None = g.UNSET
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="NotePart",
        service=NOTES,
        item="NotePart",
        fields=(
            g.FieldSpec("title", "Title", g.TEXT),
            g.FieldSpec("weight", "Weight", g.DECIMAL),
        ),
    )


@frozen(kw_only=True, repr=False, eq=False)
class Note(g.Record):
    """A note."""

    sid: g.Sid | None = g.UNSET
    text: str | None = g.UNSET
    parts: tuple[NotePart | None, ...] | None = g.UNSET
    counts: Mapping[str, int | None] | None = g.UNSET
    more: Any = g.UNSET
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="Note",
        service=NOTES,
        item="Note",
        json_list="notes",
        fields=(
            g.FieldSpec("sid", "Sid", g.SID),
            g.FieldSpec("text", "Text", g.TEXT),
            g.FieldSpec("parts", "Parts", g.ListKind("Part", g.StructKind(NotePart))),
            g.FieldSpec("counts", "Counts", g.MapKind(g.INTEGER)),
            g.FieldSpec("more", "More", g.ANY),
        ),
    )


class GetNote(g.Get[Note]):
    """Get one note."""

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="Note",
        action="Get",
        service=NOTES,
        method="GET",
        paths=("/v2/Notes/{Sid}",),
        keys=_KEYS,
        record=Note,
    )


class GetNoteSettings(g.Get[Note]):
    """Get the only record there is."""

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="NoteSettings",
        action="Get",
        service=NOTES,
        method="GET",
        paths=("/v2/Settings",),
        keys={},
        record=Note,
    )

    def __call__(self, sid: str | None = None, /) -> Note:
        """The settings."""
        return self.run(sid)


class QueryNote(g.Query[Note]):
    """List notes."""

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="Note",
        action="Query",
        service=NOTES,
        method="GET",
        paths=("/v2/Notes",),
        keys=_KEYS,
        record=Note,
        cardinality="many",
        paging="meta",
    )


class QueryNoteByToken(g.Query[Note]):
    """List notes, with tokens for further pages."""

    spec: ClassVar[g.OperationSpec] = QueryNote.spec._replace(paging="token")


@frozen(kw_only=True, repr=False, eq=False)
class CreateNoteRequest(g.ActionRequest):
    """What Create of a note takes."""

    text: str
    parts: Sequence[NotePart | Mapping[str, Any]] | None = None
    counts: Mapping[str, int] | None = None
    weight: Decimal | None = None
    urgent: bool | None = None
    tags: Sequence[str] | None = None
    more: Any = None
    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="Note",
        action="Create",
        service=NOTES,
        method="POST",
        paths=("/v2/Notes",),
        keys=_KEYS,
        record=Note,
        root="Note",
        status=(201,),
        encoding="json",
        parameters=(
            g.ParameterSpec("text", "text", g.TEXT, required=True),
            g.ParameterSpec("parts", "parts", g.ListKind("Part", g.StructKind(NotePart))),
            g.ParameterSpec("counts", "counts", g.MapKind(g.INTEGER)),
            g.ParameterSpec("weight", "weight", g.DECIMAL),
            g.ParameterSpec("urgent", "urgent", g.BOOLEAN),
            g.ParameterSpec("tags", "tags", g.TEXT, repeated=True),
            g.ParameterSpec("more", "more", g.ANY),
        ),
    )


class CreateNote(g.Create[CreateNoteRequest, Note]):
    """Write a note."""

    spec: ClassVar[g.OperationSpec] = CreateNoteRequest.spec
    request: ClassVar[type[g.ActionRequest]] = CreateNoteRequest

    def __call__(
        self,
        *,
        text: str,
        parts: Sequence[NotePart | Mapping[str, Any]] | None = None,
        counts: Mapping[str, int] | None = None,
        weight: Decimal | None = None,
        urgent: bool | None = None,
        tags: Sequence[str] | None = None,
        more: Any = None,
    ) -> Note:
        """Write a note."""
        return self.run(
            CreateNoteRequest(
                text=text,
                parts=parts,
                counts=counts,
                weight=weight,
                urgent=urgent,
                tags=tags,
                more=more,
            )
        )


@frozen(kw_only=True, repr=False, eq=False)
class UpdateNoteRequest(g.ActionRequest):
    """What Update of a note takes."""

    text: str | None = None
    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="Note",
        action="Update",
        service=NOTES,
        method="PUT",
        paths=("/v2/Notes/{Sid}",),
        keys=_KEYS,
        root="Note",
        cardinality="none",
        status=(204,),
        encoding="json",
        parameters=(g.ParameterSpec("text", "text", g.TEXT),),
    )


class UpdateNote(g.Update[UpdateNoteRequest, None]):
    """Change a note."""

    spec: ClassVar[g.OperationSpec] = UpdateNoteRequest.spec
    request: ClassVar[type[g.ActionRequest]] = UpdateNoteRequest

    def __call__(self, sid: str, /, *, text: str | None = None) -> None:
        """Change a note; nothing is answered."""
        return self.run(sid, UpdateNoteRequest(text=text))


class DeleteNote(g.Delete):
    """Delete a note."""

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="Note",
        action="Delete",
        service=NOTES,
        method="DELETE",
        paths=("/v2/Notes/{Sid}",),
        keys=_KEYS,
        root="Note",
        status=(204,),
        cardinality="none",
    )


if not TYPE_CHECKING:
    __getattr__ = g.explain_missing(
        __name__, "Note", ("Get", "Query", "Create", "Update", "Delete")
    )
