"""Who asks, and what they may reach."""

from __future__ import annotations

import base64
import binascii
import hmac
from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from twilio_ops_emulator.model import ActionModel
    from twilio_ops_emulator.state.index import Row
    from twilio_ops_emulator.state.state import State

REALM = {"WWW-Authenticate": 'Basic realm="Twilio API"'}


class Caller(NamedTuple):
    """Who asks.

    Attributes:
        account: The account whose credentials came.
        test: Whether they are test credentials.
        key: Whether they are those of a key.
    """

    account: Row
    test: bool
    key: bool = False


class Access:
    """Credentials and what they open.

    Args:
        state: Where accounts and keys are.
        test_account: The Sid that test credentials have; None = there are none.
    """

    def __init__(self, state: State, test_account: str | None) -> None:
        self._state = state
        self._test_account = test_account

    def caller(self, headers: Mapping[str, str]) -> Caller:
        """Who sent a request.

        Args:
            headers: Its header fields by lower-case name.

        Raises:
            Refusal: The credentials are missing or wrong, or their account is not active.
        """
        user, secret = _credentials(headers.get("authorization", ""))
        account = self._account_of(user, secret)
        if account is None:
            refusal = self._state.errors.case(
                "bad_credentials", detail="The credentials are missing or not right."
            )
            refusal.headers.update(REALM)
            raise refusal
        self.require_active(account)
        return Caller(account, account["sid"] == self._test_account, account["sid"] != user)

    def permit(self, caller: Caller, action: ActionModel) -> None:
        """See that a key may do what is asked for: accounts and keys are the token's alone.

        Raises:
            Refusal: It may not.
        """
        if caller.key and action.owner.key in self._state.facts["service"]["beyond_keys"]:
            raise self._state.errors.case(
                "key_rights", detail=f"A key may not reach {action.owner.name}."
            )

    def nobody(self) -> Caller:
        """Whoever asks for what needs no credentials: the main account stands for them."""
        accounts = (row for row in self._state.table("Account") if row["sid"] != self._test_account)
        return Caller(next(accounts), test=False)

    def reach(self, caller: Caller, sid: str) -> Row:
        """An account that a caller may act upon: its own, or one that it owns.

        A key opens what is its own account's; the accounts that this one owns are the token's.

        Raises:
            Refusal: There is no such account within its reach.
        """
        account, own = self._state.account(sid), caller.account["sid"]
        if account is None or own not in (sid, account["owner_account_sid"]):
            raise self._state.errors.case("no_record", f"Account {sid} was not found.")
        if caller.key and own != sid:
            raise self._state.errors.case(
                "key_rights", detail=f"A key of {own} may not reach the account {sid}."
            )
        return account

    def require_active(self, account: Row) -> None:
        """See that an account is active.

        Raises:
            Refusal: It is suspended or closed.
        """
        if account["status"] != self._state.facts["account"]["active"]:
            raise self._state.errors.case(
                "inactive_account", detail=f"Its status is {account['status']}."
            )

    def _account_of(self, user: str, secret: str) -> Row | None:
        account = self._state.account(user)
        if account is not None:
            return account if _same(account["auth_token"], secret) else None
        for kind in ("Key", "SigningKey"):
            row = self._state.table(kind).anywhere(user)
            if row is not None and _same(row["secret"] or "", secret):
                return self._state.account(row.scope[0])
        return None


def _same(known: str, given: str) -> bool:
    return bool(known) and hmac.compare_digest(known.encode(), given.encode())


@lru_cache(256)
def _credentials(header: str) -> tuple[str, str]:
    scheme, _, encoded = header.partition(" ")
    if scheme.lower() != "basic":
        return "", ""
    try:
        text = base64.b64decode(encoded.strip(), validate=True).decode()
    except (binascii.Error, ValueError):
        return "", ""
    user, _, secret = text.partition(":")
    return user, secret
