"""NoteSettings: Get, Delete."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from twilio_ops_runtime import generated as g
from acme_notes._service import SERVICE

__all__ = [
    "DeleteNoteSettings",
    "GetNoteSettings",
    "NoteSettings",
    "NoteSettingsReader",
]


@g.record
class NoteSettingsReader(g.Record):
    """A value nested in NoteSettings: reader."""

    name: str | None = g.field("Name")
    passphrase: str | None = g.field("Passphrase", secret=True)
    """It is never shown."""
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="NoteSettingsReader",
        service=SERVICE,
        item="Reader",
    )


@g.record
class NoteSettings(g.Record):
    """One NoteSettings."""

    text: str | None = g.field("Text")
    signing_key: str | None = g.field("SigningKey", secret=True)
    """It is never shown."""
    readers: tuple[NoteSettingsReader, ...] | None = g.field("Readers", g.ListType("Reader", g.StructType(NoteSettingsReader)))
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="NoteSettings",
        service=SERVICE,
        item="NoteSettings",
    )


class GetNoteSettings(g.Get[NoteSettings]):
    """Get NoteSettings: ``GET /v2/Settings``."""

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="NoteSettings",
        action="Get",
        service=SERVICE,
        method="GET",
        paths=("/v2/Settings",),
        keys={},
        record=NoteSettings,
        root="NoteSettings",
        response_profile="profiles/NoteSettings/GetNoteSettings.response.xsd",
    )

    def __call__(self, sid: str | None = None, /) -> NoteSettings:
        """The one record of a Sid."""
        return self.run(sid)


class DeleteNoteSettings(g.Delete):
    """Delete NoteSettings: ``DELETE /v2/Settings``."""

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="NoteSettings",
        action="Delete",
        service=SERVICE,
        method="DELETE",
        paths=("/v2/Settings",),
        keys={},
        root="NoteSettings",
        status=(204,),
        cardinality="none",
        request_profile="profiles/NoteSettings/DeleteNoteSettings.request.xsd",
    )

    def __call__(self, sid: str | None = None, /) -> None:
        """Delete one."""
        self.run(sid)


if not TYPE_CHECKING:
    __getattr__ = g.explain_missing(__name__, "NoteSettings", ("Get", "Delete"))
