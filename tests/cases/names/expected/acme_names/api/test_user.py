"""TestUser: Get."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from twilio_ops_runtime import generated as g
from twilio_ops_runtime.generated import Sid
from acme_names._service import SERVICE

__all__ = [
    "GetTestUser",
    "TestUser",
]

_KEYS = {
    "Sid": g.Key(("TU",)),
}


@g.record
class TestUser(g.Record):
    """One TestUser."""

    sid: Sid | None = g.field("Sid", g.SID)
    """A Sid that begins with TU."""
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="TestUser",
        service=SERVICE,
        item="TestUser",
        list="TestUsers",
    )


class GetTestUser(g.Get[TestUser]):
    """Get TestUser: ``GET /v1/TestUsers/{Sid}``.

    Takes ``Sid``.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="TestUser",
        action="Get",
        service=SERVICE,
        method="GET",
        paths=("/v1/TestUsers/{Sid}",),
        keys=_KEYS,
        record=TestUser,
        root="TestUser",
        response_profile="profiles/TestUser/GetTestUser.response.xsd",
    )

    def __call__(self, sid: str, /) -> TestUser:
        """The one record of a Sid.

        Args:
            sid: The record's Sid, ``Sid``.
        """
        return self.run(sid)


if not TYPE_CHECKING:
    __getattr__ = g.explain_missing(__name__, "TestUser", ("Get",))
