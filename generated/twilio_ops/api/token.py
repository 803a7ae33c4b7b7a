"""Token: Create.

A token gives WebRTC clients STUN and TURN servers for a while.

https://www.twilio.com/docs/stun-turn/api
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any, ClassVar

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
    """One STUN or TURN server."""

    credential: str | None = g.field("Credential", secret=True)
    """The server takes this password. It is never shown."""
    username: str | None = g.field("Username")
    """The server takes this user name."""
    url: str | None = g.field("Url")
    """The server has this address."""
    urls: str | None = g.field("Urls")
    """The server has this address, in the key that WebRTC asks for."""
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="TokenIceServer",
        service=SERVICE,
        item="IceServer",
    )


@g.record
class Token(g.Record):
    """One Token.

    A token gives WebRTC clients STUN and TURN servers for a while.
    """

    account_sid: Sid | None = g.field("AccountSid", g.SID)
    """This account owns the record. A Sid that begins with AC."""
    date_created: datetime | None = g.field("DateCreated", g.RFC2822)
    """Twilio made the record at this time."""
    date_updated: datetime | None = g.field("DateUpdated", g.RFC2822)
    """The record last changed at this time."""
    ice_servers: tuple[TokenIceServer, ...] | None = g.field("IceServers", g.ListType("IceServer", g.StructType(TokenIceServer)))
    """The client uses these servers."""
    password: str | None = g.field("Password", secret=True)
    """The client signs in with this password. It is never shown."""
    ttl: int | None = g.field("Ttl", g.INTEGER)
    """The token holds for this many seconds."""
    username: str | None = g.field("Username")
    """The client signs in with this user name."""
    registrars: Any = g.field("Registrars", g.ANY)
    """No server is known to stand here; older answers have the empty element. Deprecated: The source
    document does not name it."""
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="Token",
        service=SERVICE,
        item="Token",
    )


@g.request
class CreateTokenRequest(g.Parameters):
    """What Create of Token takes; None is not sent, an empty text is."""

    ttl: int | None = g.optional("Ttl", g.INTEGER)
    """The token holds for this many seconds."""


class CreateToken(g.Create[CreateTokenRequest, Token]):
    """Create Token: ``POST /2010-04-01/Accounts/{AccountSid}/Tokens``.

    Twilio makes a new record and answers with it.
    """

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
    request: ClassVar[type[g.Parameters] | None] = CreateTokenRequest

    def __call__(
        self,
        *,
        ttl: int | None = None,
        parent: str | None = None,
    ) -> Token:
        """Twilio makes a new record and answers with it.

        Args:
            parent: It lives under ``AccountSid``.
            ttl: The token holds for this many seconds.
        """
        return self.run(
            CreateTokenRequest(
                ttl=ttl,
            ),
            parent,
        )


if not TYPE_CHECKING:
    __getattr__ = g.explain_missing(__name__, "Token", ("Create",))
