"""SipCredential: Get, Query, Create, Update, Delete.

A SIP credential is a user name with its password.

https://www.twilio.com/docs/voice/sip/api/sip-credential-resource
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from twilio_ops_runtime import generated as g
from twilio_ops_runtime.generated import Sid
from twilio_ops._service import SERVICE

__all__ = [
    "CreateSipCredential",
    "CreateSipCredentialRequest",
    "DeleteSipCredential",
    "GetSipCredential",
    "QuerySipCredential",
    "SipCredential",
    "UpdateSipCredential",
    "UpdateSipCredentialRequest",
]

_KEYS = {
    "AccountSid": g.Key(("AC",)),
    "CredentialListSid": g.Key(("CL",)),
    "Sid": g.Key(("CR",)),
}


@g.record
class SipCredential(g.Record):
    """One SipCredential.

    A SIP credential is a user name with its password.
    """

    sid: Sid | None = g.field("Sid", g.SID)
    """This Sid identifies the record. A Sid that begins with CR or SC."""
    account_sid: Sid | None = g.field("AccountSid", g.SID)
    """This account owns the record. A Sid that begins with AC."""
    credential_list_sid: Sid | None = g.field("CredentialListSid", g.SID)
    """The credential is in this list. A Sid that begins with CL."""
    username: str | None = g.field("Username")
    """Whoever signs in uses this user name. It is personal data."""
    date_created: datetime | None = g.field("DateCreated", g.RFC2822)
    """Twilio made the record at this time."""
    date_updated: datetime | None = g.field("DateUpdated", g.RFC2822)
    """The record last changed at this time."""
    uri: str | None = g.field("Uri")
    """This path leads to the record, below the API's host."""
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="SipCredential",
        service=SERVICE,
        item="Credential",
        list="Credentials",
    )


class GetSipCredential(g.Get[SipCredential]):
    """Get SipCredential: ``GET /2010-04-01/Accounts/{AccountSid}/SIP/CredentialLists/{CredentialListSid}/Credentials/{Sid}``.

    Twilio answers with the one record that the Sid names.

    Takes ``[AccountSid:]CredentialListSid:Sid``.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="SipCredential",
        action="Get",
        service=SERVICE,
        method="GET",
        paths=("/2010-04-01/Accounts/{AccountSid}/SIP/CredentialLists/{CredentialListSid}/Credentials/{Sid}",),
        keys=_KEYS,
        record=SipCredential,
        root="Credential",
        response_profile="profiles/SipCredential/GetSipCredential.response.xsd",
    )

    def __call__(self, sid: str, /) -> SipCredential:
        """Twilio answers with the one record that the Sid names.

        Args:
            sid: The record's Sid, ``[AccountSid:]CredentialListSid:Sid``.
        """
        return self.run(sid)


class QuerySipCredential(g.Query[SipCredential]):
    """Query SipCredential: ``GET /2010-04-01/Accounts/{AccountSid}/SIP/CredentialLists/{CredentialListSid}/Credentials``.

    Twilio lists the records that the filters let through, page by page.

    Takes ``[AccountSid:]CredentialListSid``.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="SipCredential",
        action="Query",
        service=SERVICE,
        method="GET",
        paths=("/2010-04-01/Accounts/{AccountSid}/SIP/CredentialLists/{CredentialListSid}/Credentials",),
        keys=_KEYS,
        record=SipCredential,
        root="Credential",
        cardinality="many",
        json_list="credentials",
        paging="uris",
        max_page_size=1000,
        response_profile="profiles/SipCredential/QuerySipCredential.response.xsd",
    )

    def __call__(self, parent: str, /) -> Iterator[SipCredential]:
        """Twilio lists the records that the filters let through, page by page.

        Args:
            parent: They live under ``[AccountSid:]CredentialListSid``.
        """
        return self.run(parent)


@g.request
class CreateSipCredentialRequest(g.Parameters):
    """What Create of SipCredential takes; None is not sent, an empty text is."""

    username: str = g.required("Username")
    """Whoever signs in uses this user name."""
    password: str = g.required("Password", secret=True)
    """Whoever signs in uses this password. It is never shown."""


class CreateSipCredential(g.Create[CreateSipCredentialRequest, SipCredential]):
    """Create SipCredential: ``POST /2010-04-01/Accounts/{AccountSid}/SIP/CredentialLists/{CredentialListSid}/Credentials``.

    Twilio makes a new record and answers with it.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="SipCredential",
        action="Create",
        service=SERVICE,
        method="POST",
        paths=("/2010-04-01/Accounts/{AccountSid}/SIP/CredentialLists/{CredentialListSid}/Credentials",),
        keys=_KEYS,
        record=SipCredential,
        root="Credential",
        status=(201,),
        encoding="form",
        request_profile="profiles/SipCredential/CreateSipCredential.request.xsd",
        response_profile="profiles/SipCredential/CreateSipCredential.response.xsd",
    )
    request: ClassVar[type[g.Parameters] | None] = CreateSipCredentialRequest

    def __call__(
        self,
        *,
        parent: str,
        username: str,
        password: str,
    ) -> SipCredential:
        """Twilio makes a new record and answers with it.

        Args:
            parent: It lives under ``[AccountSid:]CredentialListSid``.
            username: Whoever signs in uses this user name.
            password: Whoever signs in uses this password. It is never shown.
        """
        return self.run(
            CreateSipCredentialRequest(
                username=username,
                password=password,
            ),
            parent,
        )


@g.request
class UpdateSipCredentialRequest(g.Parameters):
    """What Update of SipCredential takes; None is not sent, an empty text is."""

    password: str | None = g.optional("Password", secret=True)
    """Whoever signs in uses this password. It is never shown."""


class UpdateSipCredential(g.Update[UpdateSipCredentialRequest, SipCredential]):
    """Update SipCredential:
    ``POST /2010-04-01/Accounts/{AccountSid}/SIP/CredentialLists/{CredentialListSid}/Credentials/{Sid}``.

    Twilio changes the parameters that are sent and keeps everything else.

    Takes ``[AccountSid:]CredentialListSid:Sid``.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="SipCredential",
        action="Update",
        service=SERVICE,
        method="POST",
        paths=("/2010-04-01/Accounts/{AccountSid}/SIP/CredentialLists/{CredentialListSid}/Credentials/{Sid}",),
        keys=_KEYS,
        record=SipCredential,
        root="Credential",
        encoding="form",
        request_profile="profiles/SipCredential/UpdateSipCredential.request.xsd",
        response_profile="profiles/SipCredential/UpdateSipCredential.response.xsd",
    )
    request: ClassVar[type[g.Parameters] | None] = UpdateSipCredentialRequest

    def __call__(
        self,
        sid: str,
        /,
        *,
        password: str | None = None,
    ) -> SipCredential:
        """Twilio changes the parameters that are sent and keeps everything else.

        Args:
            sid: The record's Sid, ``[AccountSid:]CredentialListSid:Sid``.
            password: Whoever signs in uses this password. It is never shown.
        """
        return self.run(
            sid,
            UpdateSipCredentialRequest(
                password=password,
            ),
        )


class DeleteSipCredential(g.Delete):
    """Delete SipCredential:
    ``DELETE /2010-04-01/Accounts/{AccountSid}/SIP/CredentialLists/{CredentialListSid}/Credentials/{Sid}``.

    Twilio removes the record for good.

    Takes ``[AccountSid:]CredentialListSid:Sid``.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="SipCredential",
        action="Delete",
        service=SERVICE,
        method="DELETE",
        paths=("/2010-04-01/Accounts/{AccountSid}/SIP/CredentialLists/{CredentialListSid}/Credentials/{Sid}",),
        keys=_KEYS,
        root="Credential",
        status=(204,),
        cardinality="none",
        request_profile="profiles/SipCredential/DeleteSipCredential.request.xsd",
    )

    def __call__(self, sid: str, /) -> None:
        """Twilio removes the record for good.

        Args:
            sid: The record's Sid, ``[AccountSid:]CredentialListSid:Sid``.
        """
        self.run(sid)


if not TYPE_CHECKING:
    __getattr__ = g.explain_missing(__name__, "SipCredential", ("Get", "Query", "Create", "Update", "Delete"))
