"""Notifications of what is wrong with the answer of an application."""

from __future__ import annotations

from urllib.parse import urlencode

from twilio_ops_emulator.behaviour import roles
from twilio_ops_emulator.state.callbacks import Answer
from twilio_ops_emulator.state.state import State
from twilio_ops_emulator.twiml.parse import Problem


def notify(
    state: State,
    account: str,
    call: str | None,
    problem: Problem,
    code: int,
    url: str | None,
    method: str | None,
    answer: Answer | None,
) -> None:
    """Make the notification of a problem with what an application answered."""
    facts = state.facts["twiml"]
    level = facts["problems"][problem.kind]["log"]
    words = {
        "EmailNotification": "false",
        "LogLevel": "WARN" if level else "ERROR",
        "sourceComponent": facts["source_component"],
        "Msg": problem.message,
        "httpResponse": "" if answer is None or answer.status is None else answer.status,
        "ErrorCode": code,
        "url": url or "",
    }
    roles.notifications(state).seeded(
        (account,),
        {
            "call_sid": call,
            "error_code": code,
            "log": level,
            "message_date": state.now,
            "message_text": urlencode(words),
            "more_info": state.errors.more_info(code),
            "request_method": (method or "POST").lower(),
            "request_url": url,
            "request_variables": "",
            "response_headers": "" if answer is None else urlencode(answer.headers),
            "response_body": "" if answer is None else answer.body,
        },
    )
