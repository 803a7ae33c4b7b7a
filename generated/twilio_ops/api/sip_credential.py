"""SipCredential: Get, Query, Create, Update, Delete."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from attrs import frozen
from twilio_ops_runtime import generated as g
from twilio_ops._service import SERVICE

if TYPE_CHECKING:
    from twilio_ops_runtime.generated import Sid

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


@frozen(kw_only=True, repr=False, eq=False)
class SipCredential(g.Record):
    """One SipCredential."""

    sid: Sid | None = g.UNSET
    account_sid: Sid | None = g.UNSET
    credential_list_sid: Sid | None = g.UNSET
    username: str | None = g.UNSET
    date_created: datetime | None = g.UNSET
    date_updated: datetime | None = g.UNSET
    uri: str | None = g.UNSET
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="SipCredential",
        service=SERVICE,
        item="Credential",
        list="Credentials",
        json_list="credentials",
        wire="twilio_ops._wire.sip_credential",
        fields=(
            g.FieldSpec("sid", "Sid", g.SID),
            g.FieldSpec("account_sid", "AccountSid", g.SID),
            g.FieldSpec("credential_list_sid", "CredentialListSid", g.SID),
            g.FieldSpec("username", "Username", g.TEXT),
            g.FieldSpec("date_created", "DateCreated", g.RFC2822),
            g.FieldSpec("date_updated", "DateUpdated", g.RFC2822),
            g.FieldSpec("uri", "Uri", g.TEXT),
        ),
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
        keys={
            "AccountSid": g.Key(("AC",)),
            "CredentialListSid": g.Key(("CL",)),
            "Sid": g.Key(("CR",)),
        },
        record=SipCredential,
        root="Credential",
        response_profile="profiles/SipCredential/GetSipCredential.response.xsd",
    )


class QuerySipCredential(g.Query[SipCredential]):
    """Query SipCredential: ``GET /2010-04-01/Accounts/{AccountSid}/SIP/CredentialLists/{CredentialListSid}/Credentials``."""

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="SipCredential",
        action="Query",
        service=SERVICE,
        method="GET",
        paths=("/2010-04-01/Accounts/{AccountSid}/SIP/CredentialLists/{CredentialListSid}/Credentials",),
        keys={
            "AccountSid": g.Key(("AC",)),
            "CredentialListSid": g.Key(("CL",)),
        },
        record=SipCredential,
        root="Credential",
        cardinality="many",
        paging="uris",
        response_profile="profiles/SipCredential/QuerySipCredential.response.xsd",
    )


@frozen(kw_only=True)
class CreateSipCredentialRequest(g.ActionRequest):
    """What Create of SipCredential takes; None is not sent, an empty text is."""

    username: str
    password: str
    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="SipCredential",
        action="Create",
        service=SERVICE,
        method="POST",
        paths=("/2010-04-01/Accounts/{AccountSid}/SIP/CredentialLists/{CredentialListSid}/Credentials",),
        keys={
            "AccountSid": g.Key(("AC",)),
            "CredentialListSid": g.Key(("CL",)),
        },
        record=SipCredential,
        root="Credential",
        status=(201,),
        encoding="form",
        parameters=(
            g.ParameterSpec("username", "Username", g.TEXT, required=True),
            g.ParameterSpec("password", "Password", g.TEXT, required=True),
        ),
        request_profile="profiles/SipCredential/CreateSipCredential.request.xsd",
        response_profile="profiles/SipCredential/CreateSipCredential.response.xsd",
    )


class CreateSipCredential(g.Create[CreateSipCredentialRequest, SipCredential]):
    """Create SipCredential: ``POST /2010-04-01/Accounts/{AccountSid}/SIP/CredentialLists/{CredentialListSid}/Credentials``."""

    spec: ClassVar[g.OperationSpec] = CreateSipCredentialRequest.spec
    request: ClassVar[type[g.ActionRequest]] = CreateSipCredentialRequest

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


@frozen(kw_only=True)
class UpdateSipCredentialRequest(g.ActionRequest):
    """What Update of SipCredential takes; None is not sent, an empty text is."""

    password: str | None = None
    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="SipCredential",
        action="Update",
        service=SERVICE,
        method="POST",
        paths=("/2010-04-01/Accounts/{AccountSid}/SIP/CredentialLists/{CredentialListSid}/Credentials/{Sid}",),
        keys={
            "AccountSid": g.Key(("AC",)),
            "CredentialListSid": g.Key(("CL",)),
            "Sid": g.Key(("CR",)),
        },
        record=SipCredential,
        root="Credential",
        encoding="form",
        parameters=(g.ParameterSpec("password", "Password", g.TEXT),),
        request_profile="profiles/SipCredential/UpdateSipCredential.request.xsd",
        response_profile="profiles/SipCredential/UpdateSipCredential.response.xsd",
    )


class UpdateSipCredential(g.Update[UpdateSipCredentialRequest, SipCredential]):
    """Update SipCredential: ``POST /2010-04-01/Accounts/{AccountSid}/SIP/CredentialLists/{CredentialListSid}/Credentials/{Sid}``.

    Takes ``[AccountSid:]CredentialListSid:Sid``.
    """

    spec: ClassVar[g.OperationSpec] = UpdateSipCredentialRequest.spec
    request: ClassVar[type[g.ActionRequest]] = UpdateSipCredentialRequest

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
    """Delete SipCredential: ``DELETE /2010-04-01/Accounts/{AccountSid}/SIP/CredentialLists/{CredentialListSid}/Credentials/{Sid}``.

    Takes ``[AccountSid:]CredentialListSid:Sid``.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="SipCredential",
        action="Delete",
        service=SERVICE,
        method="DELETE",
        paths=("/2010-04-01/Accounts/{AccountSid}/SIP/CredentialLists/{CredentialListSid}/Credentials/{Sid}",),
        keys={
            "AccountSid": g.Key(("AC",)),
            "CredentialListSid": g.Key(("CL",)),
            "Sid": g.Key(("CR",)),
        },
        root="Credential",
        status=(204,),
        cardinality="none",
        request_profile="profiles/SipCredential/DeleteSipCredential.request.xsd",
    )


if not TYPE_CHECKING:
    __getattr__ = g.explain_missing(__name__, "SipCredential", ("Get", "Query", "Create", "Update", "Delete"))
