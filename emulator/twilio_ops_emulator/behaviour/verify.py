"""Verifications: a code is sent, and checked while it holds."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from twilio_ops_emulator.api.errors import Refusal
from twilio_ops_emulator.behaviour.base import behaviour_of
from twilio_ops_emulator.behaviour.phone import normalised
from twilio_ops_emulator.behaviour.product import ProductBehaviour
from twilio_ops_emulator.state.clock import iso8601_utc

if TYPE_CHECKING:
    from twilio_ops_emulator.api.context import Context
    from twilio_ops_emulator.state.index import Row
    from twilio_ops_emulator.state.state import State

_CODE = re.compile(r"\w{4,10}", re.ASCII)


class _Verify(ProductBehaviour):
    @property
    def life(self) -> Mapping[str, Any]:
        """The facts of verifications."""
        life: Mapping[str, Any] = self.facts["verification"]
        return life

    def wrong(self, parameter: str, why: str) -> Refusal:
        """The error of a parameter that is not one: the code's own words end with its name."""
        return self.state.errors.case("invalid", f"`{parameter}`: {why}.")


class ServiceBehaviour(_Verify):
    """A service has a name for people, and codes of a length."""

    def filled(self, context: Context) -> dict[str, Any]:
        values = super().filled(context)
        name = values.get("friendly_name")
        if name is not None and len(name) > self.life["friendly_name"]:
            raise self.wrong("FriendlyName", f"has {len(name)} characters")
        length = values.get("code_length")
        known = self.life["code_length"]
        if length is not None and not known["minimum"] <= length <= known["maximum"]:
            raise self.wrong("CodeLength", f"is {length}")
        return values


class VerificationBehaviour(_Verify):
    """A verification holds for some minutes, and is gone once it is approved, canceled or expired."""

    def create(self, context: Context) -> Row:
        service = context.parents["Service"]
        to, channel = self._addressed(context)
        custom = self._custom_code(context, service)
        if service["psd2_enabled"] and not (context.get("Amount") and context.get("Payee")):
            raise self.state.errors.case("psd2")
        scope = self.scope(context)
        row = self.pending(scope, to)
        if row is None:
            row = self.make(
                scope,
                {
                    "to": to,
                    "channel": channel,
                    "status": self.life["initial"],
                    "valid": False,
                    "lookup": {"carrier": None},
                    "amount": context.get("Amount"),
                    "payee": context.get("Payee"),
                    "send_code_attempts": [],
                },
            )
            row.remember(code=custom or self._code(service), sends=0, checks=0)
            self.table.insert(row)
            self.later(self.life["validity"], "expire", row)
        elif custom is not None:
            row.remember(code=custom)
        self._send(row, channel)
        return row

    def locate(
        self, scope: tuple[str, ...], key: str, context: Context | None = None
    ) -> Row | None:
        row = self.table.find(scope, key)
        if row is None:
            return self.pending(scope, key)
        return row if row["status"] == self.life["initial"] else None

    def pending(self, scope: tuple[str, ...], to: str) -> Row | None:
        """The verification of an address that is under way, or None."""
        index = self._layout.index["to"]
        for row in reversed(self.table.listing(scope).having(index, to)):
            if row["status"] == self.life["initial"]:
                return row
        return None

    def revise(self, context: Context, row: Row) -> dict[str, Any]:
        status = context.values["Status"]
        return {"status": status, "valid": status == self.life["approved"]}

    def on_expire(self, row: Row) -> None:
        """Its time is over."""
        if row["status"] == self.life["initial"]:
            self.write(row, {"status": self.life["expired"]})

    def check(self, row: Row, code: str) -> None:
        """Compare a code with the one that was sent.

        Raises:
            Refusal: Too many were not right.
        """
        if row.recall("checks") >= self.life["checks"]:
            raise self.state.errors.case("checks")
        row.remember(sends=0)
        if code == row.recall("code"):
            self.write(row, {"status": self.life["approved"], "valid": True})
            self._converted(row)
        else:
            row.remember(checks=row.recall("checks") + 1)

    def _addressed(self, context: Context) -> tuple[str, str]:
        text, channel = context.values["To"].strip(), context.values["Channel"].lower()
        if channel not in self.life["channels"]:
            known = ", ".join(self.life["channels"])
            raise self.wrong("Channel", f"{channel!r} is none of {known}")
        if channel == "auto":
            channel = self.life["auto"]
        if channel in self.life["mail"]:
            name, _, domain = text.rpartition("@")
            if not name or "." not in domain:
                raise self.wrong("To", f"{text!r} is no address of electronic mail")
            return text, channel
        number = normalised(text)
        if number is None:
            raise self.wrong("To", f"{text!r} is not a phone number in E.164")
        return number, channel

    def _custom_code(self, context: Context, service: Row) -> str | None:
        code = context.get("CustomCode")
        if not code:
            return None
        if not service["custom_code_enabled"]:
            raise self.state.errors.case("custom_code")
        if not _CODE.fullmatch(code):
            raise self.wrong("CustomCode", "has 4 to 10 letters or digits")
        return str(code)

    def _code(self, service: Row) -> str:
        length = int(service["code_length"])
        return f"{self.state.random.randrange(10**length):0{length}}"

    def _send(self, row: Row, channel: str) -> None:
        sends = row.recall("sends") + 1
        if sends > self.life["sends"]:
            raise self.state.errors.case("sends")
        row.remember(sends=sends)
        attempts = behaviour_of(self.state, "VerificationAttempt")
        attempt = attempts.seeded(
            row.scope[:1],
            {
                "service_sid": row["service_sid"],
                "verification_sid": row["sid"],
                "conversion_status": "unconverted",
                "channel": channel,
                "channel_data": {"to": row["to"]},
            },
        )
        said = {
            "time": iso8601_utc(self.state.now),
            "channel": channel,
            "attempt_sid": attempt["sid"],
        }
        known = row["send_code_attempts"]
        self.write(row, {"send_code_attempts": [*known, said], "channel": channel})

    def _converted(self, row: Row) -> None:
        attempts = behaviour_of(self.state, "VerificationAttempt")
        last = attempts.locate(row.scope[:1], row["send_code_attempts"][-1]["attempt_sid"])
        if last is not None:
            attempts.write(last, {"conversion_status": "converted"})


class CheckBehaviour(_Verify):
    """A check says whether a code is the one that was sent."""

    def create(self, context: Context) -> Row:
        code = context.get("Code") or ""
        if not _CODE.fullmatch(code):
            raise self.wrong("Code", "has 4 to 10 letters or digits")
        key = context.get("VerificationSid") or context.get("To")
        if not key:
            raise self.state.errors.case("nobody")
        verifications = behaviour_of(self.state, "Verification")
        assert isinstance(verifications, VerificationBehaviour)
        scope = self.scope(context)
        row = verifications.locate(scope, key)
        if row is None:
            row = verifications.pending(scope, normalised(key) or key)
        if row is None:
            raise self.state.errors.code(20404, f"{context.path} was not found.")
        verifications.check(row, code)
        names = ("sid", "to", "channel", "status", "valid", "amount", "payee")
        values = {name: row[name] for name in (*names, "date_created", "date_updated")}
        return self.make(scope, values)


def codes(state: State) -> list[dict[str, Any]]:
    """Return the verifications of a product's state with their codes, newest first."""
    return [
        {
            "sid": row["sid"],
            "service_sid": row["service_sid"],
            "account_sid": row["account_sid"],
            "to": row["to"],
            "channel": row["channel"],
            "status": row["status"],
            "code": row.recall("code"),
            "date_created": row["date_created"],
            "checks": row.recall("checks") or 0,
            "sends": len(row["send_code_attempts"] or ()),
        }
        for row in state.rows("Verification")
    ]


BEHAVIOURS = {
    "Service": ServiceBehaviour,
    "Verification": VerificationBehaviour,
    "VerificationCheck": CheckBehaviour,
}
