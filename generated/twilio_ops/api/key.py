"""Key: Get, Query, Create, Update, Delete."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from twilio_ops_runtime import generated as g
from twilio_ops_runtime.generated import Sid
from twilio_ops._service import SERVICE

__all__ = [
    "CreateKey",
    "CreateKeyRequest",
    "DeleteKey",
    "GetKey",
    "Key",
    "QueryKey",
    "UpdateKey",
    "UpdateKeyRequest",
]

_KEYS = {
    "AccountSid": g.Key(("AC",)),
    "Sid": g.Key(("SK",)),
}


@g.record
class Key(g.Record):
    """One Key."""

    sid: Sid | None = g.field("Sid", g.SID)
    friendly_name: str | None = g.field("FriendlyName")
    date_created: datetime | None = g.field("DateCreated", g.RFC2822)
    date_updated: datetime | None = g.field("DateUpdated", g.RFC2822)
    secret: str | None = g.field("Secret", secret=True)
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="Key",
        service=SERVICE,
        item="Key",
        list="Keys",
    )


class GetKey(g.Get[Key]):
    """Get Key: ``GET /2010-04-01/Accounts/{AccountSid}/Keys/{Sid}``.

    Takes ``[AccountSid:]Sid``.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="Key",
        action="Get",
        service=SERVICE,
        method="GET",
        paths=("/2010-04-01/Accounts/{AccountSid}/Keys/{Sid}",),
        keys=_KEYS,
        record=Key,
        root="Key",
        response_profile="profiles/Key/GetKey.response.xsd",
    )

    def __call__(self, sid: str, /) -> Key:
        """The one record of a Sid."""
        return self.run(sid)


class QueryKey(g.Query[Key]):
    """Query Key: ``GET /2010-04-01/Accounts/{AccountSid}/Keys``."""

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="Key",
        action="Query",
        service=SERVICE,
        method="GET",
        paths=("/2010-04-01/Accounts/{AccountSid}/Keys",),
        keys=_KEYS,
        record=Key,
        root="Key",
        cardinality="many",
        json_list="keys",
        paging="uris",
        response_profile="profiles/Key/QueryKey.response.xsd",
    )

    def __call__(self, parent: str | None = None, /) -> Iterator[Key]:
        """The records, page by page as they are used."""
        return self.run(parent)


@g.request
class CreateKeyRequest(g.Parameters):
    """What Create of Key takes; None is not sent, an empty text is."""

    friendly_name: str | None = g.optional("FriendlyName")
    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="Key",
        action="Create",
        service=SERVICE,
        method="POST",
        paths=("/2010-04-01/Accounts/{AccountSid}/Keys",),
        keys=_KEYS,
        record=Key,
        root="Key",
        status=(201,),
        encoding="form",
        request_profile="profiles/Key/CreateKey.request.xsd",
        response_profile="profiles/Key/CreateKey.response.xsd",
    )


class CreateKey(g.Create[CreateKeyRequest, Key]):
    """Create Key: ``POST /2010-04-01/Accounts/{AccountSid}/Keys``."""

    spec: ClassVar[g.OperationSpec] = CreateKeyRequest.spec
    request: ClassVar[type[g.Parameters]] = CreateKeyRequest

    def __call__(
        self,
        *,
        friendly_name: str | None = None,
        parent: str | None = None,
    ) -> Key:
        """Create one; ``parent`` is ``AccountSid``."""
        return self.run(
            CreateKeyRequest(
                friendly_name=friendly_name,
            ),
            parent,
        )


@g.request
class UpdateKeyRequest(g.Parameters):
    """What Update of Key takes; None is not sent, an empty text is."""

    friendly_name: str | None = g.optional("FriendlyName")
    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="Key",
        action="Update",
        service=SERVICE,
        method="POST",
        paths=("/2010-04-01/Accounts/{AccountSid}/Keys/{Sid}",),
        keys=_KEYS,
        record=Key,
        root="Key",
        encoding="form",
        request_profile="profiles/Key/UpdateKey.request.xsd",
        response_profile="profiles/Key/UpdateKey.response.xsd",
    )


class UpdateKey(g.Update[UpdateKeyRequest, Key]):
    """Update Key: ``POST /2010-04-01/Accounts/{AccountSid}/Keys/{Sid}``.

    Takes ``[AccountSid:]Sid``.
    """

    spec: ClassVar[g.OperationSpec] = UpdateKeyRequest.spec
    request: ClassVar[type[g.Parameters]] = UpdateKeyRequest

    def __call__(
        self,
        sid: str,
        /,
        *,
        friendly_name: str | None = None,
    ) -> Key:
        """Change one; what is None is not sent."""
        return self.run(
            sid,
            UpdateKeyRequest(
                friendly_name=friendly_name,
            ),
        )


class DeleteKey(g.Delete):
    """Delete Key: ``DELETE /2010-04-01/Accounts/{AccountSid}/Keys/{Sid}``.

    Takes ``[AccountSid:]Sid``.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="Key",
        action="Delete",
        service=SERVICE,
        method="DELETE",
        paths=("/2010-04-01/Accounts/{AccountSid}/Keys/{Sid}",),
        keys=_KEYS,
        root="Key",
        status=(204,),
        cardinality="none",
        request_profile="profiles/Key/DeleteKey.request.xsd",
    )

    def __call__(self, sid: str, /) -> None:
        """Delete one."""
        self.run(sid)


if not TYPE_CHECKING:
    __getattr__ = g.explain_missing(__name__, "Key", ("Get", "Query", "Create", "Update", "Delete"))
