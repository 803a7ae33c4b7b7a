"""Messages: sent at once, by a service or later; delivered or not; redacted, canceled."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from twilio_ops_emulator.api.errors import Refusal
from twilio_ops_emulator.behaviour import numbering, roles, sender_pool
from twilio_ops_emulator.behaviour.life import LifecycleBehaviour
from twilio_ops_emulator.behaviour.phone import has_prefix, normalised
from twilio_ops_emulator.behaviour.text import Segments
from twilio_ops_emulator.state.usage import Amount
from twilio_ops_emulator.twiml.messaging import Messaging

if TYPE_CHECKING:
    from twilio_ops_emulator.api.context import Context
    from twilio_ops_emulator.model import ObjectModel
    from twilio_ops_emulator.state.callbacks import Answer
    from twilio_ops_emulator.state.index import Row
    from twilio_ops_emulator.state.state import State


class MessageBehaviour(LifecycleBehaviour):
    """A message goes from queued to its end; its segments and media are counted."""

    facts_name = "message"

    def __init__(self, state: State, model: ObjectModel) -> None:
        super().__init__(state, model)
        self._segments = Segments(self.life)
        smart = {
            letter: plain for plain, letters in self.life["smart"].items() for letter in letters
        }
        self._smart = str.maketrans(smart)
        self._short_code = re.compile(self.life["short_code"])
        self._alphanumeric = re.compile(self.life["alphanumeric"])

    def prepare(self, context: Context) -> dict[str, Any]:
        facts = self.life
        to = self._recipient(context)
        sender = self._sender(context)
        if sender == to and not context.test:
            raise self.state.errors.case("own_sender", f"To and From are {to}.")
        if self._has_stopped(context, sender, to):
            raise self.state.errors.case("opted_out", f"To is {to}.")
        body = context.get("Body") or ""
        if context.get("SmartEncoded"):
            body = body.translate(self._smart)
        if len(body) > facts["maximum_length"]:
            raise self.state.errors.case("too_long", f"It has {len(body)} characters.")
        media: list[str] = context.get("MediaUrl") or []
        if len(media) > facts["maximum_media"]:
            raise self.state.errors.case("too_many_media", f"MediaUrl comes {len(media)} times.")
        if context.get("ContentVariables") and not context.get("ContentSid"):
            raise self.state.errors.case("no_content", "ContentSid is missing.")
        service = self._service(context, sender)
        prefix = facts["prefixes"]["media" if media else "text"]
        return {
            "sid": self.state.sid(prefix),
            "to": to,
            "from": sender,
            "body": body,
            "num_media": len(media),
            "num_segments": self._segments.count(body),
            "messaging_service_sid": service,
            "direction": facts["direction"],
            "status": facts["initial"][self._start(context)],
            "price_unit": self.facts["service"]["currency"],
        }

    def _has_stopped(self, context: Context, sender: str | None, to: str) -> bool:
        """Whether the recipient wants no messages: from the sender, or from all of its service."""
        blocked: Sequence[Any] = self.state.recall("blocked") or ()
        if not blocked:
            return False
        own = [sender, context.get("MessagingServiceSid")]
        if sender and (
            service := sender_pool.service_with(self.state, context.account_sid, sender)
        ):
            own.append(service["sid"])
        return any([context.account_sid, one, to] in blocked for one in own if one)

    def created(self, context: Context, row: Row) -> None:
        roles.media(self.state).attach(row, context.get("MediaUrl") or ())
        row.remember(callback=self._callback(context))
        if row["status"] == self.life["initial"]["scheduled"]:
            delay = context.values["SendAt"] - context.now
            self.later(delay, "release", row)
        elif row["status"] == self.life["initial"]["service"]:
            self.later(self.life["service"][0]["after"], "release", row)
        else:
            self.begin(row, "delivered")

    def _written(self, account: str, values: Mapping[str, Any]) -> Row:
        media: Sequence[str] = values["media"]
        body = values["body"]
        prefix = self.life["prefixes"]["media" if media else "text"]
        row = self.make(
            (account,),
            {
                "sid": self.state.sid(prefix),
                "to": values["to"],
                "from": values["from"],
                "body": body,
                "num_media": len(media),
                "num_segments": self._segments.count(body),
                "direction": values["direction"],
                "status": values["status"],
                "messaging_service_sid": values.get("messaging_service_sid"),
                "price_unit": self.facts["service"]["currency"],
            },
        )
        self.table.insert(row)
        roles.media(self.state).attach(row, media)
        return row

    def unfit(self, to: str, sender: str) -> str | None:
        """Return what is wrong with the ends of a message that TwiML says, if anything is.

        Args:
            to: The recipient.
            sender: The sender.

        Returns:
            The problem, as facts of TwiML call it.
        """
        if self._known_recipient(to) is None:
            return "message_to"
        if self._known_sender(sender) is None:
            return "message_from"
        return "message_itself" if to == sender else None

    def send(self, account: str, values: Mapping[str, Any], callback: str | None) -> Row:
        """Send a message that TwiML says.

        Args:
            account: The account.
            values: ``to``, ``from``, ``body``, ``media`` (addresses) and ``direction``.
            callback: Who is told what becomes of it.
        """
        row = self._written(account, {**values, "status": self.life["initial"]["number"]})
        row.remember(callback={"url": callback, "method": None} if callback else None)
        self.begin(row, "delivered")
        return row

    def receive(self, account: str, values: Mapping[str, Any]) -> Row:
        """Let a message come in.

        Args:
            account: The account.
            values: ``to``, ``from``, ``body`` and ``media`` (addresses).
        """
        inbound = self.facts["twiml"]["inbound"]
        fixed = {"direction": inbound["direction"], "status": inbound["message_status"]}
        row = self._written(account, {**values, **fixed})
        self.write(row, {"date_sent": self.state.now, "price": self._charge(row)})
        return row

    def revise(self, context: Context, row: Row) -> dict[str, Any]:
        changes: dict[str, Any] = {}
        body = context.get("Body")
        if body is not None:
            if body:
                raise self._invalid(context, "Body", "can only become empty")
            changes["body"] = ""
        asked = context.get("Status")
        if asked is not None:
            if not self._may_be_canceled(row):
                raise self.state.errors.case("not_cancelable", f"It is {row['status']}.")
            self.halt(row)
            changes["status"] = asked
        return changes

    def changed(self, context: Context, row: Row) -> None:
        if context.get("Status") is not None:
            self.tell(row)

    # -- life ---------------------------------------------------------------------------------

    def on_twiml_answered(self, row: Row, answer: Answer, fallback: bool) -> None:
        """The application has answered."""
        self.state.part(Messaging).answered(row, answer, fallback)

    def cancel(self, row: Row) -> None:
        """Cancel a message that has not gone yet; others go on."""
        if self._may_be_canceled(row):
            self.halt(row)
            self.write(row, {"status": "canceled"})
            self.tell(row)

    def _may_be_canceled(self, row: Row) -> bool:
        return row["status"] in self.life["update"]["canceled"]

    def on_release(self, row: Row) -> None:
        """The time of a scheduled message has come, or its service has found a sender."""
        if self.is_final(row):
            return
        sender = self._chosen(row)
        if sender is None:
            code = self.life["no_sender"]
            text = self.life["error_messages"][str(code)]
            self.write(row, {"status": "failed", "error_code": code, "error_message": text})
            self.tell(row)
            return
        self.write(row, {"status": self.life["service"][0]["status"], "from": sender})
        self.tell(row)
        self.begin(row, "delivered")

    def _service(self, context: Context, sender: str | None) -> str | None:
        """The service that a message is sent by.

        Without ``check_senders`` one that does not exist is taken as it is, as a From is.

        Raises:
            Refusal: It does not exist, or has no sender, or another one than From.
        """
        sid: str | None = context.get("MessagingServiceSid")
        if not sid or context.test:
            return sid or None
        service = sender_pool.service_of(self.state, context.account_sid, sid)
        if service is None:
            if self.state.check_senders:
                raise self.state.errors.case("no_service", f"It is {sid}.")
            return sid
        senders = sender_pool.pool(self.state, context.account_sid, sid)
        if sender is not None and sender not in senders:
            raise self.state.errors.case("sender_elsewhere", f"From is {sender}.")
        if not senders:
            raise self.state.errors.case("no_senders", f"It is {sid}.")
        return sid

    def _chosen(self, row: Row) -> str | None:
        """The sender of a message that its service sends."""
        if row["from"] is not None:
            return str(row["from"])
        account, sid = row["account_sid"], row["messaging_service_sid"]
        service = sender_pool.service_of(self.state, account, sid)
        if service is None:
            return self._first_number(account) or self.life["any_sender"]
        known: dict[str, str] = self.state.recall("sticky_senders") or {}
        before = None
        if service["sticky_sender"]:
            before = known.get(f"{sid}/{row['to']}")
        chosen = sender_pool.choose(sender_pool.pool(self.state, account, sid), row["to"], before)
        if chosen is not None:
            self.state.remember(sticky_senders={**known, f"{sid}/{row['to']}": chosen})
        return chosen

    def enter(self, row: Row, step: Mapping[str, Any]) -> None:
        status = step["status"]
        if not self.may_become(row, status):
            return
        changes: dict[str, Any] = {"status": status}
        if status == "sent":
            changes["date_sent"] = self.state.now
            changes["price"] = self._charge(row)
        if "error_code" in step:
            code = int(self.setting(row, "error_code") or step["error_code"])
            changes["error_code"] = code
            changes["error_message"] = self.life["error_messages"].get(str(code))
        self.write(row, changes)
        self.tell(row)

    def become(self, row: Row, status: str, error_code: int | None = None) -> None:
        self.halt(row)
        self.enter(row, {"status": status} | ({"error_code": error_code} if error_code else {}))

    def _charge(self, row: Row) -> str:
        media = bool(row["num_media"])
        charge = self.charges(row)["media" if media else "text"]
        units = Decimal(1) if media else Decimal(row["num_segments"])
        amount = units * Decimal(charge["price"])
        self.state.charge(row["account_sid"], charge["usage"], Amount(Decimal(1), units, amount))
        return str(-amount)

    def tell(self, row: Row) -> None:
        """Send the status callback, if there is one."""
        callback = row.recall("callback")
        if callback is None:
            return
        said = {name: row[field] for name, field in self.life["callback"].items()}
        self.state.call_back(
            row["account_sid"], callback["url"], callback["method"], said, ("Message", row["sid"])
        )

    def _callback(self, context: Context) -> dict[str, Any] | None:
        url = context.get("StatusCallback")
        application = context.get("ApplicationSid")
        service = context.get("MessagingServiceSid")
        if not url and service:
            known = sender_pool.service_of(self.state, context.account_sid, service)
            url = None if known is None else known["status_callback"]
        if not url and application:
            row = self.state.find("Application", (context.account_sid,), application)
            if row is not None:
                url = row["message_status_callback"] or row["sms_status_callback"]
        return {"url": url, "method": None} if url else None

    # -- who and when -------------------------------------------------------------------------

    def _recipient(self, context: Context) -> str:
        text: str = context.values["To"]
        number = self._known_recipient(text)
        if number is None:
            raise self._invalid(context, "To", f"{text!r} is not a number")
        return number

    def _known_recipient(self, text: str) -> str | None:
        if has_prefix(text, self.life["channels"]):
            return text
        number = normalised(text)
        return number if number is not None and numbering.is_possible(number) else None

    def _known_sender(self, text: str) -> str | None:
        """A sender's number, short code, name or address on a channel; None = it is none of these."""
        if has_prefix(text, self.life["channels"]):
            return text
        number = normalised(text)
        if number is not None:
            return number
        known = self._short_code.fullmatch(text) or self._alphanumeric.fullmatch(text)
        return text if known else None

    def _sender(self, context: Context) -> str | None:
        text: str | None = context.get("From")
        if not text:
            return None
        number = self._known_sender(text)
        if number is None:
            raise self._invalid(context, "From", f"{text!r} is not a sender")
        is_number = normalised(text) is not None or self._short_code.fullmatch(text)
        if is_number and self.state.check_senders and not context.test:
            scope = (context.account_sid,)
            numbers, codes = self.state.table("IncomingPhoneNumber"), self.state.table("ShortCode")
            if (
                numbers.having("phone_number", number, scope) is None
                and codes.having("short_code", number, scope) is None
            ):
                raise self.state.errors.case("sender_not_owned_message", f"From is {text}.")
        return number

    def _start(self, context: Context) -> str:
        if context.get("ScheduleType") or context.get("SendAt"):
            facts = self.life["schedule"]
            at = context.get("SendAt")
            if not context.get("ScheduleType"):
                return self._unscheduled(context)  # as the service does: sent at once
            if not context.get("MessagingServiceSid"):
                raise self.state.errors.case("schedule_service")
            if at is None:
                raise self.state.errors.case("schedule_time")
            if not facts["minimum"] <= at - context.now <= facts["maximum"]:
                raise self.state.errors.case("schedule_range", f"It is in {at - context.now} s.")
            return "scheduled"
        return self._unscheduled(context)

    @staticmethod
    def _unscheduled(context: Context) -> str:
        return "service" if context.get("MessagingServiceSid") else "number"

    def _first_number(self, account: str) -> str | None:
        for row in self.state.table("IncomingPhoneNumber").listing((account,)):
            return str(row["phone_number"])
        return None

    def _invalid(self, context: Context, name: str, why: str) -> Refusal:
        return self.state.errors.invalid(context.action.key, name, why)


BEHAVIOURS = {
    "Message": MessageBehaviour,
    "SMSMessage": MessageBehaviour,
}
