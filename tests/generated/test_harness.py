"""The generated tests bite: a runtime that breaks a promise fails them, each break on its own."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any

import pytest

import twilio_ops_runtime as runtime
from twilio_ops.api import token
from twilio_ops_runtime import operations, parameters
from twilio_ops_runtime.documents.profiles import Profile
from twilio_ops_runtime.http import outcomes
from twilio_ops_runtime.parameters import Parameters
from twilio_ops_runtime.records.record import Record
from twilio_ops_tests import (
    test_account,
    test_call,
    test_call_feedback,
    test_call_feedback_summary,
    test_connect_app,
    test_queue,
    test_sip_credential,
    test_token,
)

Break = Callable[[pytest.MonkeyPatch], None]


def _first_status_only(patch: pytest.MonkeyPatch) -> None:
    send = runtime.Connection.send

    def narrow(self: Any, request: Any, documented: Any = (), **more: Any) -> Any:
        response = send(self, request, documented, **more)
        if documented and response.status != documented[0]:
            raise AssertionError("only the first status is taken")
        return response

    patch.setattr(runtime.Connection, "send", narrow)


def _nothing_is_required(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(parameters, "_missing", lambda spec, values: [])
    patch.setattr(Profile, "check", lambda self, document: None)
    patch.setattr(Profile, "error", lambda self, document: None)


def _no_group_is_needed(patch: pytest.MonkeyPatch) -> None:
    encode = parameters.encode
    patch.setattr(
        operations, "encode", lambda spec, values: encode(spec._replace(either=()), values)
    )


def _shown(self: Any) -> str:
    """A repr that masks nothing."""
    names = [
        row.name
        for row in getattr(
            self, "_declared", type(self).spec.fields if isinstance(self, Record) else ()
        )
    ]
    shown = ", ".join(f"{name}={getattr(self, name)!r}" for name in names)
    return f"{type(self).__name__}({shown})"


def _records_show_all(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Record, "__repr__", _shown)


def _requests_show_all(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Parameters, "__repr__", _shown)


def _errors_show_all(patch: pytest.MonkeyPatch) -> None:
    told = outcomes.sent_parameters
    patch.setattr(
        outcomes,
        "sent_parameters",
        lambda request, scrub=str: (("", str(request.body)), *told(request, scrub)),
    )


def _logs_show_all(patch: pytest.MonkeyPatch) -> None:
    send = runtime.Connection.send

    def loud(self: Any, request: Any, *rest: Any, **more: Any) -> Any:
        logging.getLogger("twilio_ops_runtime").debug("sending %r", request.body)
        return send(self, request, *rest, **more)

    patch.setattr(runtime.Connection, "send", loud)


def _another_path(patch: pytest.MonkeyPatch) -> None:
    send = runtime.Connection.send

    def astray(self: Any, request: Any, *rest: Any, **more: Any) -> Any:
        return send(
            self,
            request._replace(url=request.url.replace("/2010-04-01/", "/2010-04-02/")),
            *rest,
            **more,
        )

    patch.setattr(runtime.Connection, "send", astray)


def _one_parameter_less(patch: pytest.MonkeyPatch) -> None:
    pairs = parameters._pairs
    patch.setattr(
        parameters,
        "_pairs",
        lambda spec, row, value, place: (
            [] if row is spec.parameters[-1] else pairs(spec, row, value, place)
        ),
    )


def _nothing_is_refused(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(operations.Operation, "ensure_supported", lambda self: None)


def _nested_records_show_all(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(token.TokenIceServer, "__repr__", _shown)


def _records_forget(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Record, "from_document", classmethod(lambda cls, document: cls()))


BREAKS: dict[str, tuple[Break, Callable[[], None]]] = {
    "only the first status is taken": (
        _first_status_only,
        test_call_feedback.test_update_call_feedback,
    ),
    "a required parameter is not": (
        _nothing_is_required,
        test_call_feedback_summary.test_create_call_feedback_summary,
    ),
    "no parameter of a group is needed": (_no_group_is_needed, test_call.test_create_call),
    "a record shows a secret": (_records_show_all, test_account.test_get_account),
    "a nested record shows a secret": (_nested_records_show_all, test_token.test_create_token),
    "a request shows a secret": (
        _requests_show_all,
        test_sip_credential.test_create_sip_credential,
    ),
    "an error shows a secret": (_errors_show_all, test_sip_credential.test_update_sip_credential),
    "a log shows a secret": (_logs_show_all, test_sip_credential.test_update_sip_credential),
    "requests go elsewhere": (_another_path, test_queue.test_get_queue),
    "a parameter is not sent": (_one_parameter_less, test_queue.test_create_queue),
    "documents are read otherwise": (_records_forget, test_queue.test_get_queue),
    "a refused action is not": (_nothing_is_refused, test_connect_app.test_create_connect_app),
}


@pytest.mark.parametrize("name", BREAKS)
def test_a_broken_promise_is_noticed(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The generated test of an operation passes, and fails as soon as its promise is broken."""
    break_it, generated = BREAKS[name]
    generated()
    break_it(monkeypatch)
    with pytest.raises((AssertionError, pytest.fail.Exception)):
        generated()
