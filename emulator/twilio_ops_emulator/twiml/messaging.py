"""Messages that come in: the application is asked, and what it answers is carried out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from twilio_ops_emulator.behaviour import sender_pool
from twilio_ops_emulator.behaviour.base import behaviour_of
from twilio_ops_emulator.state.callbacks import Answer
from twilio_ops_emulator.state.index import Row
from twilio_ops_emulator.state.sender import joined
from twilio_ops_emulator.state.state import State
from twilio_ops_emulator.twiml.answers import Reader
from twilio_ops_emulator.twiml.notify import notify
from twilio_ops_emulator.twiml.outgoing import Outgoing, outgoing
from twilio_ops_emulator.twiml.parse import NotTwiml, Parser, Problem, Verb


class Messaging:
    """What follows messages that come in.

    Args:
        state: The state.
    """

    def __init__(self, state: State) -> None:
        self._state = state
        self._facts: Mapping[str, Any] = state.facts["twiml"]
        self._reader = Reader(self._facts, Parser(self._facts))

    def received(self, message: Row, number: Row) -> None:
        """Ask the application of a number what to do with a message that has come in for it.

        A number in a messaging service has the service's, unless that leaves it to the number.
        """
        account = message["account_sid"]
        service = sender_pool.service_with(self._state, account, number["phone_number"])
        own = message["to"] if service is None else service["sid"]
        opted = self._opted(message, own)
        if service is not None and not service["use_inbound_webhook_on_number"]:
            fallback = {"url": service["fallback_url"], "method": service["fallback_method"]}
            message.remember(fallback=fallback, opted=opted)
            if service["inbound_request_url"]:
                self._ask(message, service["inbound_request_url"], service["inbound_method"])
            return
        source = number
        sid = number.get("sms_application_sid")
        application = (
            self._state.find("Application", (message["account_sid"],), sid) if sid else None
        )
        if application is not None:
            source = application
        message.remember(
            fallback={"url": source["sms_fallback_url"], "method": source["sms_fallback_method"]},
            opted=opted,
        )
        if source["sms_url"]:
            self._ask(message, source["sms_url"], source["sms_method"])

    def _opted(self, message: Row, own: str) -> str | None:
        """Stop or start messages to the sender, if that is what the message says.

        Args:
            message: The message.
            own: What stops or starts: the number, or the service whose pool it is in.
        """
        facts = self._facts["opt_out"]
        word = message["body"].strip().upper()
        kind = next((kind for kind in ("stop", "start", "help") if word in facts[kind]), None)
        if kind is None:
            return None
        pair = [message["account_sid"], own, message["from"]]
        blocked = [known for known in self._state.recall("blocked") or () if known != pair]
        self._state.remember(blocked=[*blocked, pair] if kind == "stop" else blocked)
        standard = Outgoing(message["from"], message["to"], facts["replies"][kind], (), None)
        standard.send(self._state, message["account_sid"], self._facts["inbound"]["reply"])
        return kind

    def _ask(
        self,
        message: Row,
        url: str,
        method: str | None,
        more: Mapping[str, Any] | None = None,
        *,
        fallback: bool = False,
    ) -> None:
        asked = int(message.recall("documents") or 0) + 1
        message.remember(documents=asked)
        if asked > self._facts["limits"]["documents_of_message"]:
            self._report(
                message, Problem("documents", "the message asks for too many documents"), url
            )
            return
        facts = self._facts
        said: dict[str, Any] = {
            name: message[field] for name, field in facts["message_parameters"].items()
        }
        said["SmsStatus"] = facts["inbound"]["message_status"]
        said |= dict.fromkeys(facts["places"], "")
        media = self._state.table("Media").listing((message["account_sid"], message["sid"]))
        for number, item in enumerate(media):
            path = behaviour_of(self._state, "Media").base.instance_pattern or ""
            address = path % (message["account_sid"], message["sid"], item["sid"])
            said[f"MediaUrl{number}"] = f"https://{self._state.catalog.host}{address}"
            said[f"MediaContentType{number}"] = item["content_type"]
        self._state.ask(
            message["account_sid"],
            url,
            method,
            {**said, **(more or {})},
            ("Message", message["sid"]),
            (
                "Message",
                "twiml_answered",
                {"scope": message.scope, "key": message["sid"], "fallback": fallback},
            ),
            self._cookies(message),
        )

    def _cookies(self, message: Row) -> dict[str, str]:
        every: dict[str, dict[str, Any]] = self._state.recall("cookies") or {}
        known = every.get(self._pair(message))
        if known is None or self._state.time - known["at"] > self._facts["cookies"]:
            return {}
        return dict(known["values"])

    @staticmethod
    def _pair(message: Row) -> str:
        return f"{message['account_sid']} {message['to']} {message['from']}"

    def answered(self, message: Row, answer: Answer, fallback: bool) -> None:
        """Carry out what the application answered.

        Args:
            message: The message that came in.
            answer: The answer.
            fallback: Whether it is that of the address that is asked when the first fails.
        """
        if answer.cookies:
            values = {**self._cookies(message), **dict(answer.cookies)}
            every: dict[str, dict[str, Any]] = self._state.recall("cookies") or {}
            mine = {"at": self._state.time, "values": values}
            self._state.remember(cookies={**every, self._pair(message): mine})
        if answer.refused:
            return
        try:
            document = self._reader.read(answer, "messaging").document
        except NotTwiml as wrong:
            code = self._report(message, wrong.problem, answer.url, answer)
            known: dict[str, Any] = message.recall("fallback") or {}
            if known.get("url") and not fallback:
                more = {"ErrorCode": code, "ErrorUrl": answer.url}
                self._ask(message, known["url"], known["method"], more, fallback=True)
            return
        for warning in document.warnings:
            self._report(message, warning, answer.url, answer)
        for verb in document.verbs:
            if verb.name == "Redirect":
                if (url := joined(answer.url, verb.text)) is None:
                    nowhere = Problem("url", f"line {verb.line}: Redirect names no address")
                    self._report(message, nowhere, answer.url, answer)
                else:
                    self._ask(message, url, verb.attributes.get("method"))
                return
            self._say(message, verb, answer)

    def _say(self, message: Row, verb: Verb, answer: Answer) -> None:
        found = outgoing(
            self._state,
            verb,
            lambda text: joined(answer.url, text),
            message["from"],
            message["to"],
        )
        replies = int(message.recall("replies") or 0) + 1
        if isinstance(found, Outgoing) and replies > self._facts["limits"]["replies"]:
            found = Problem("replies", f"line {verb.line}: too many replies to one message")
        if isinstance(found, Problem):
            self._report(message, found, answer.url, answer)
            return
        message.remember(replies=replies)
        if message.recall("opted") != "stop":  # whoever has just asked for no more gets none
            found.send(self._state, message["account_sid"], self._facts["inbound"]["reply"])

    def _report(
        self, message: Row, problem: Problem, url: str, answer: Answer | None = None
    ) -> int:
        code = int(problem.code or self._facts["problems"][problem.kind]["code"])
        method = None if answer is None else answer.method
        notify(self._state, message["account_sid"], None, problem, code, url, method, answer)
        return code
