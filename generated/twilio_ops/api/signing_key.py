"""SigningKey: Get, Query, Create, Update, Delete."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from twilio_ops_runtime import generated as g
from twilio_ops_runtime.generated import Sid
from twilio_ops._service import SERVICE

__all__ = [
    "CreateSigningKey",
    "CreateSigningKeyRequest",
    "DeleteSigningKey",
    "GetSigningKey",
    "QuerySigningKey",
    "SigningKey",
    "UpdateSigningKey",
    "UpdateSigningKeyRequest",
]

_KEYS = {
    "AccountSid": g.Key(("AC",)),
    "Sid": g.Key(("SK",)),
}


@g.record
class SigningKey(g.Record):
    """One SigningKey."""

    sid: Sid | None = g.field("Sid", g.SID)
    friendly_name: str | None = g.field("FriendlyName")
    date_created: datetime | None = g.field("DateCreated", g.RFC2822)
    date_updated: datetime | None = g.field("DateUpdated", g.RFC2822)
    secret: str | None = g.field("Secret", secret=True)
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="SigningKey",
        service=SERVICE,
        item="SigningKey",
        list="SigningKeys",
    )


class GetSigningKey(g.Get[SigningKey]):
    """Get SigningKey: ``GET /2010-04-01/Accounts/{AccountSid}/SigningKeys/{Sid}``.

    Takes ``[AccountSid:]Sid``.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="SigningKey",
        action="Get",
        service=SERVICE,
        method="GET",
        paths=("/2010-04-01/Accounts/{AccountSid}/SigningKeys/{Sid}",),
        keys=_KEYS,
        record=SigningKey,
        root="SigningKey",
        response_profile="profiles/SigningKey/GetSigningKey.response.xsd",
    )

    def __call__(self, sid: str, /) -> SigningKey:
        """The one record of a Sid."""
        return self.run(sid)


class QuerySigningKey(g.Query[SigningKey]):
    """Query SigningKey: ``GET /2010-04-01/Accounts/{AccountSid}/SigningKeys``."""

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="SigningKey",
        action="Query",
        service=SERVICE,
        method="GET",
        paths=("/2010-04-01/Accounts/{AccountSid}/SigningKeys",),
        keys=_KEYS,
        record=SigningKey,
        root="SigningKey",
        cardinality="many",
        json_list="signing_keys",
        paging="uris",
        response_profile="profiles/SigningKey/QuerySigningKey.response.xsd",
    )

    def __call__(self, parent: str | None = None, /) -> Iterator[SigningKey]:
        """The records, page by page as they are used."""
        return self.run(parent)


@g.request
class CreateSigningKeyRequest(g.Parameters):
    """What Create of SigningKey takes; None is not sent, an empty text is."""

    friendly_name: str | None = g.optional("FriendlyName")
    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="SigningKey",
        action="Create",
        service=SERVICE,
        method="POST",
        paths=("/2010-04-01/Accounts/{AccountSid}/SigningKeys",),
        keys=_KEYS,
        record=SigningKey,
        root="SigningKey",
        status=(201,),
        encoding="form",
        request_profile="profiles/SigningKey/CreateSigningKey.request.xsd",
        response_profile="profiles/SigningKey/CreateSigningKey.response.xsd",
    )


class CreateSigningKey(g.Create[CreateSigningKeyRequest, SigningKey]):
    """Create SigningKey: ``POST /2010-04-01/Accounts/{AccountSid}/SigningKeys``."""

    spec: ClassVar[g.OperationSpec] = CreateSigningKeyRequest.spec
    request: ClassVar[type[g.Parameters]] = CreateSigningKeyRequest

    def __call__(
        self,
        *,
        friendly_name: str | None = None,
        parent: str | None = None,
    ) -> SigningKey:
        """Create one; ``parent`` is ``AccountSid``."""
        return self.run(
            CreateSigningKeyRequest(
                friendly_name=friendly_name,
            ),
            parent,
        )


@g.request
class UpdateSigningKeyRequest(g.Parameters):
    """What Update of SigningKey takes; None is not sent, an empty text is."""

    friendly_name: str | None = g.optional("FriendlyName")
    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="SigningKey",
        action="Update",
        service=SERVICE,
        method="POST",
        paths=("/2010-04-01/Accounts/{AccountSid}/SigningKeys/{Sid}",),
        keys=_KEYS,
        record=SigningKey,
        root="SigningKey",
        encoding="form",
        request_profile="profiles/SigningKey/UpdateSigningKey.request.xsd",
        response_profile="profiles/SigningKey/UpdateSigningKey.response.xsd",
    )


class UpdateSigningKey(g.Update[UpdateSigningKeyRequest, SigningKey]):
    """Update SigningKey: ``POST /2010-04-01/Accounts/{AccountSid}/SigningKeys/{Sid}``.

    Takes ``[AccountSid:]Sid``.
    """

    spec: ClassVar[g.OperationSpec] = UpdateSigningKeyRequest.spec
    request: ClassVar[type[g.Parameters]] = UpdateSigningKeyRequest

    def __call__(
        self,
        sid: str,
        /,
        *,
        friendly_name: str | None = None,
    ) -> SigningKey:
        """Change one; what is None is not sent."""
        return self.run(
            sid,
            UpdateSigningKeyRequest(
                friendly_name=friendly_name,
            ),
        )


class DeleteSigningKey(g.Delete):
    """Delete SigningKey: ``DELETE /2010-04-01/Accounts/{AccountSid}/SigningKeys/{Sid}``.

    Takes ``[AccountSid:]Sid``.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="SigningKey",
        action="Delete",
        service=SERVICE,
        method="DELETE",
        paths=("/2010-04-01/Accounts/{AccountSid}/SigningKeys/{Sid}",),
        keys=_KEYS,
        root="SigningKey",
        status=(204,),
        cardinality="none",
        request_profile="profiles/SigningKey/DeleteSigningKey.request.xsd",
    )

    def __call__(self, sid: str, /) -> None:
        """Delete one."""
        self.run(sid)


if not TYPE_CHECKING:
    __getattr__ = g.explain_missing(__name__, "SigningKey", ("Get", "Query", "Create", "Update", "Delete"))
