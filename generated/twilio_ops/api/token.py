"""Token: Create."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from twilio_ops_runtime import generated as g
from twilio_ops_runtime.generated import Sid
from twilio_ops._service import SERVICE

__all__ = [
    "CreateToken",
    "CreateTokenRequest",
    "Token",
    "TokenIceServer",
]

_KEYS = {
    "AccountSid": g.Key(("AC",)),
}


@g.record
class TokenIceServer(g.Record):
    """A value nested in Token: ice_server."""

    credential: str | None = g.field("Credential", secret=True)
    username: str | None = g.field("Username")
    url: str | None = g.field("Url")
    urls: str | None = g.field("Urls")
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="TokenIceServer",
        service=SERVICE,
        item="IceServer",
    )


@g.record
class Token(g.Record):
    """One Token."""

    account_sid: Sid | None = g.field("AccountSid", g.SID)
    date_created: datetime | None = g.field("DateCreated", g.RFC2822)
    date_updated: datetime | None = g.field("DateUpdated", g.RFC2822)
    ice_servers: tuple[TokenIceServer, ...] | None = g.field("IceServers", g.ListType("IceServer", g.StructType(TokenIceServer)))
    password: str | None = g.field("Password", secret=True)
    ttl: int | None = g.field("Ttl", g.INTEGER)
    username: str | None = g.field("Username")
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="Token",
        service=SERVICE,
        item="Token",
    )


@g.request
class CreateTokenRequest(g.Parameters):
    """What Create of Token takes; None is not sent, an empty text is."""

    ttl: int | None = g.optional("Ttl", g.INTEGER)
    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="Token",
        action="Create",
        service=SERVICE,
        method="POST",
        paths=("/2010-04-01/Accounts/{AccountSid}/Tokens",),
        keys=_KEYS,
        record=Token,
        root="Token",
        status=(201,),
        encoding="form",
        request_profile="profiles/Token/CreateToken.request.xsd",
        response_profile="profiles/Token/CreateToken.response.xsd",
    )


class CreateToken(g.Create[CreateTokenRequest, Token]):
    """Create Token: ``POST /2010-04-01/Accounts/{AccountSid}/Tokens``."""

    spec: ClassVar[g.OperationSpec] = CreateTokenRequest.spec
    request: ClassVar[type[g.Parameters]] = CreateTokenRequest

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
