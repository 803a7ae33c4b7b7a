"""SipCredential: Get, Query, Create, Update, Delete."""

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
    """One SipCredential."""

    sid: Sid | None = g.field("Sid", g.SID)
    account_sid: Sid | None = g.field("AccountSid", g.SID)
    credential_list_sid: Sid | None = g.field("CredentialListSid", g.SID)
    username: str | None = g.field("Username")
    date_created: datetime | None = g.field("DateCreated", g.RFC2822)
    date_updated: datetime | None = g.field("DateUpdated", g.RFC2822)
    uri: str | None = g.field("Uri")
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="SipCredential",
        service=SERVICE,
        item="Credential",
        list="Credentials",
    )


class GetSipCredential(g.Get[SipCredential]):
    """Get SipCredential: ``GET /2010-04-01/Accounts/{AccountSid}/SIP/CredentialLists/{CredentialListSid}/Credentials/{Sid}``.

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
        """The one record of a Sid."""
        return self.run(sid)


class QuerySipCredential(g.Query[SipCredential]):
    """Query SipCredential: ``GET /2010-04-01/Accounts/{AccountSid}/SIP/CredentialLists/{CredentialListSid}/Credentials``.

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
        response_profile="profiles/SipCredential/QuerySipCredential.response.xsd",
    )

    def __call__(self, parent: str, /) -> Iterator[SipCredential]:
        """The records, page by page as they are used."""
        return self.run(parent)


@g.request
class CreateSipCredentialRequest(g.Parameters):
    """What Create of SipCredential takes; None is not sent, an empty text is."""

    username: str = g.required("Username")
    password: str = g.required("Password", secret=True)
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


class CreateSipCredential(g.Create[CreateSipCredentialRequest, SipCredential]):
    """Create SipCredential: ``POST /2010-04-01/Accounts/{AccountSid}/SIP/CredentialLists/{CredentialListSid}/Credentials``."""

    spec: ClassVar[g.OperationSpec] = CreateSipCredentialRequest.spec
    request: ClassVar[type[g.Parameters]] = CreateSipCredentialRequest

    def __call__(
        self,
        *,
        parent: str,
        username: str,
        password: str,
    ) -> SipCredential:
        """Create one; ``parent`` is ``[AccountSid:]CredentialListSid``."""
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


class UpdateSipCredential(g.Update[UpdateSipCredentialRequest, SipCredential]):
    """Update SipCredential:
    ``POST /2010-04-01/Accounts/{AccountSid}/SIP/CredentialLists/{CredentialListSid}/Credentials/{Sid}``.

    Takes ``[AccountSid:]CredentialListSid:Sid``.
    """

    spec: ClassVar[g.OperationSpec] = UpdateSipCredentialRequest.spec
    request: ClassVar[type[g.Parameters]] = UpdateSipCredentialRequest

    def __call__(
        self,
        sid: str,
        /,
        *,
        password: str | None = None,
    ) -> SipCredential:
        """Change one; what is None is not sent."""
        return self.run(
            sid,
            UpdateSipCredentialRequest(
                password=password,
            ),
        )


class DeleteSipCredential(g.Delete):
    """Delete SipCredential:
    ``DELETE /2010-04-01/Accounts/{AccountSid}/SIP/CredentialLists/{CredentialListSid}/Credentials/{Sid}``.

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
        """Delete one."""
        self.run(sid)


if not TYPE_CHECKING:
    __getattr__ = g.explain_missing(__name__, "SipCredential", ("Get", "Query", "Create", "Update", "Delete"))
