"""SigningKey: Get, Query, Create, Update, Delete.

A signing key signs access tokens; it is an API key by another name.

https://www.twilio.com/docs/iam/api-keys
"""

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
    """One SigningKey.

    A signing key signs access tokens; it is an API key by another name.
    """

    sid: Sid | None = g.field("Sid", g.SID)
    """This Sid identifies the record. A Sid that begins with SK."""
    friendly_name: str | None = g.field("FriendlyName")
    """People see this name; Twilio gives it no meaning. It is personal data."""
    date_created: datetime | None = g.field("DateCreated", g.RFC2822)
    """Twilio made the record at this time."""
    date_updated: datetime | None = g.field("DateUpdated", g.RFC2822)
    """The record last changed at this time."""
    secret: str | None = g.field("Secret", secret=True)
    """This is the secret of the key; Twilio shows it once, when the key is made. It is never shown."""
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="SigningKey",
        service=SERVICE,
        item="SigningKey",
        list="SigningKeys",
    )


class GetSigningKey(g.Get[SigningKey]):
    """Get SigningKey: ``GET /2010-04-01/Accounts/{AccountSid}/SigningKeys/{Sid}``.

    Twilio answers with the one record that the Sid names.

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
        """Twilio answers with the one record that the Sid names.

        Args:
            sid: The record's Sid, ``[AccountSid:]Sid``.
        """
        return self.run(sid)


class QuerySigningKey(g.Query[SigningKey]):
    """Query SigningKey: ``GET /2010-04-01/Accounts/{AccountSid}/SigningKeys``.

    Twilio lists the records that the filters let through, page by page.
    """

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
        max_page_size=1000,
        response_profile="profiles/SigningKey/QuerySigningKey.response.xsd",
    )

    def __call__(self, parent: str | None = None, /) -> Iterator[SigningKey]:
        """Twilio lists the records that the filters let through, page by page.

        Args:
            parent: They live under ``AccountSid``.
        """
        return self.run(parent)


@g.request
class CreateSigningKeyRequest(g.Parameters):
    """What Create of SigningKey takes; None is not sent, an empty text is."""

    friendly_name: str | None = g.optional("FriendlyName")
    """People see this name; Twilio gives it no meaning."""


class CreateSigningKey(g.Create[CreateSigningKeyRequest, SigningKey]):
    """Create SigningKey: ``POST /2010-04-01/Accounts/{AccountSid}/SigningKeys``.

    A new key comes with its secret, which is shown only now.
    """

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
    request: ClassVar[type[g.Parameters] | None] = CreateSigningKeyRequest

    def __call__(
        self,
        *,
        friendly_name: str | None = None,
        parent: str | None = None,
    ) -> SigningKey:
        """A new key comes with its secret, which is shown only now.

        Args:
            parent: It lives under ``AccountSid``.
            friendly_name: People see this name; Twilio gives it no meaning.
        """
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
    """People see this name; Twilio gives it no meaning."""


class UpdateSigningKey(g.Update[UpdateSigningKeyRequest, SigningKey]):
    """Update SigningKey: ``POST /2010-04-01/Accounts/{AccountSid}/SigningKeys/{Sid}``.

    Twilio changes the parameters that are sent and keeps everything else.

    Takes ``[AccountSid:]Sid``.
    """

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
    request: ClassVar[type[g.Parameters] | None] = UpdateSigningKeyRequest

    def __call__(
        self,
        sid: str,
        /,
        *,
        friendly_name: str | None = None,
    ) -> SigningKey:
        """Twilio changes the parameters that are sent and keeps everything else.

        Args:
            sid: The record's Sid, ``[AccountSid:]Sid``.
            friendly_name: People see this name; Twilio gives it no meaning.
        """
        return self.run(
            sid,
            UpdateSigningKeyRequest(
                friendly_name=friendly_name,
            ),
        )


class DeleteSigningKey(g.Delete):
    """Delete SigningKey: ``DELETE /2010-04-01/Accounts/{AccountSid}/SigningKeys/{Sid}``.

    The key no longer signs in.

    Side effect: locks out whoever uses the key.

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
        """The key no longer signs in.

        Side effect: locks out whoever uses the key.

        Args:
            sid: The record's Sid, ``[AccountSid:]Sid``.
        """
        self.run(sid)


if not TYPE_CHECKING:
    __getattr__ = g.explain_missing(__name__, "SigningKey", ("Get", "Query", "Create", "Update", "Delete"))
