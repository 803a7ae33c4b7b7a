"""Token: Create."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from attrs import frozen
from twilio_ops_runtime import generated as g
from twilio_ops._service import SERVICE

if TYPE_CHECKING:
    from twilio_ops_runtime.generated import Sid

__all__ = [
    "CreateToken",
    "CreateTokenRequest",
    "Token",
    "TokenIceServer",
]


@frozen(kw_only=True, repr=False, eq=False)
class TokenIceServer(g.Record):
    """A value nested in Token: ice_server."""

    credential: str | None = g.UNSET
    username: str | None = g.UNSET
    url: str | None = g.UNSET
    urls: str | None = g.UNSET
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="TokenIceServer",
        service=SERVICE,
        item="IceServer",
        fields=(
            g.FieldSpec("credential", "Credential", g.TEXT),
            g.FieldSpec("username", "Username", g.TEXT),
            g.FieldSpec("url", "Url", g.TEXT),
            g.FieldSpec("urls", "Urls", g.TEXT),
        ),
    )


@frozen(kw_only=True, repr=False, eq=False)
class Token(g.Record):
    """One Token."""

    account_sid: Sid | None = g.UNSET
    date_created: datetime | None = g.UNSET
    date_updated: datetime | None = g.UNSET
    ice_servers: tuple[TokenIceServer, ...] | None = g.UNSET
    password: str | None = g.UNSET
    ttl: int | None = g.UNSET
    username: str | None = g.UNSET
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="Token",
        service=SERVICE,
        item="Token",
        wire="twilio_ops._wire.token",
        fields=(
            g.FieldSpec("account_sid", "AccountSid", g.SID),
            g.FieldSpec("date_created", "DateCreated", g.RFC2822),
            g.FieldSpec("date_updated", "DateUpdated", g.RFC2822),
            g.FieldSpec("ice_servers", "IceServers", g.ListKind("IceServer", g.StructKind(TokenIceServer))),
            g.FieldSpec("password", "Password", g.TEXT),
            g.FieldSpec("ttl", "Ttl", g.INTEGER),
            g.FieldSpec("username", "Username", g.TEXT),
        ),
    )


@frozen(kw_only=True)
class CreateTokenRequest(g.ActionRequest):
    """What Create of Token takes; None is not sent, an empty text is."""

    ttl: int | None = None
    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="Token",
        action="Create",
        service=SERVICE,
        method="POST",
        paths=("/2010-04-01/Accounts/{AccountSid}/Tokens",),
        keys={
            "AccountSid": g.Key(("AC",)),
        },
        record=Token,
        root="Token",
        status=(201,),
        encoding="form",
        parameters=(g.ParameterSpec("ttl", "Ttl", g.INTEGER),),
        request_profile="profiles/Token/CreateToken.request.xsd",
        response_profile="profiles/Token/CreateToken.response.xsd",
    )


class CreateToken(g.Create[CreateTokenRequest, Token]):
    """Create Token: ``POST /2010-04-01/Accounts/{AccountSid}/Tokens``."""

    spec: ClassVar[g.OperationSpec] = CreateTokenRequest.spec
    request: ClassVar[type[g.ActionRequest]] = CreateTokenRequest

    def __call__(
        self,
        *,
        ttl: int | None = None,
        parent: str | None = None,
    ) -> Token:
        """Create one; ``parent`` is ``AccountSid``."""
        return self.run(
            CreateTokenRequest(
                ttl=ttl,
            ),
            parent,
        )


if not TYPE_CHECKING:
    __getattr__ = g.explain_missing(__name__, "Token", ("Create",))
