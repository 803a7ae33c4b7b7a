"""Key: Get, Query, Create, Update, Delete.

An API key signs in to the account in place of the auth token.

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
    """One Key.

    An API key signs in to the account in place of the auth token.
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
        name="Key",
        service=SERVICE,
        item="Key",
        list="Keys",
    )


class GetKey(g.Get[Key]):
    """Get Key: ``GET /2010-04-01/Accounts/{AccountSid}/Keys/{Sid}``.

    Twilio answers with the one record that the Sid names.

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
        """Twilio answers with the one record that the Sid names.

        Args:
            sid: The record's Sid, ``[AccountSid:]Sid``.
        """
        return self.run(sid)


class QueryKey(g.Query[Key]):
    """Query Key: ``GET /2010-04-01/Accounts/{AccountSid}/Keys``.

    Twilio lists the records that the filters let through, page by page.
    """

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
        max_page_size=1000,
        response_profile="profiles/Key/QueryKey.response.xsd",
    )

    def __call__(self, parent: str | None = None, /) -> Iterator[Key]:
        """Twilio lists the records that the filters let through, page by page.

        Args:
            parent: They live under ``AccountSid``.
        """
        return self.run(parent)


@g.request
class CreateKeyRequest(g.Parameters):
    """What Create of Key takes; None is not sent, an empty text is."""

    friendly_name: str | None = g.optional("FriendlyName")
    """People see this name; Twilio gives it no meaning."""


class CreateKey(g.Create[CreateKeyRequest, Key]):
    """Create Key: ``POST /2010-04-01/Accounts/{AccountSid}/Keys``.

    A new key comes with its secret, which is shown only now.
    """

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
    request: ClassVar[type[g.Parameters] | None] = CreateKeyRequest

    def __call__(
        self,
        *,
        friendly_name: str | None = None,
        parent: str | None = None,
    ) -> Key:
        """A new key comes with its secret, which is shown only now.

        Args:
            parent: It lives under ``AccountSid``.
            friendly_name: People see this name; Twilio gives it no meaning.
        """
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
    """People see this name; Twilio gives it no meaning."""


class UpdateKey(g.Update[UpdateKeyRequest, Key]):
    """Update Key: ``POST /2010-04-01/Accounts/{AccountSid}/Keys/{Sid}``.

    Twilio changes the parameters that are sent and keeps everything else.

    Takes ``[AccountSid:]Sid``.
    """

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
    request: ClassVar[type[g.Parameters] | None] = UpdateKeyRequest

    def __call__(
        self,
        sid: str,
        /,
        *,
        friendly_name: str | None = None,
    ) -> Key:
        """Twilio changes the parameters that are sent and keeps everything else.

        Args:
            sid: The record's Sid, ``[AccountSid:]Sid``.
            friendly_name: People see this name; Twilio gives it no meaning.
        """
        return self.run(
            sid,
            UpdateKeyRequest(
                friendly_name=friendly_name,
            ),
        )


class DeleteKey(g.Delete):
    """Delete Key: ``DELETE /2010-04-01/Accounts/{AccountSid}/Keys/{Sid}``.

    The key no longer signs in.

    Side effect: locks out whoever uses the key.

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
        """The key no longer signs in.

        Side effect: locks out whoever uses the key.

        Args:
            sid: The record's Sid, ``[AccountSid:]Sid``.
        """
        self.run(sid)


if not TYPE_CHECKING:
    __getattr__ = g.explain_missing(__name__, "Key", ("Get", "Query", "Create", "Update", "Delete"))
