"""The generated tests bite: a runtime that breaks a promise fails them, each break on its own."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qs

import attrs
import pytest
from acme_ledger_tests import test_entry
from acme_notes_tests import test_batch

import twilio_ops_runtime as runtime
from twilio_ops.api import application, call, connect_app, queue, token
from twilio_ops_runtime import operations, parameters, queries
from twilio_ops_runtime.documents import process
from twilio_ops_runtime.documents.document import Document
from twilio_ops_runtime.documents.profiles import Profile
from twilio_ops_runtime.filters import EqualsFilter
from twilio_ops_runtime.http import outcomes
from twilio_ops_runtime.http.messages import Response
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


def _sent_twice(patch: pytest.MonkeyPatch) -> None:
    send = runtime.Connection.send

    def twice(self: Any, request: Any, *rest: Any, **more: Any) -> Any:
        send(self, request, *rest, **more)
        return send(self, request, *rest, **more)

    patch.setattr(runtime.Connection, "send", twice)


def _another_method(patch: pytest.MonkeyPatch) -> None:
    send = runtime.Connection.send

    def otherwise(self: Any, request: Any, *rest: Any, **more: Any) -> Any:
        return send(self, request._replace(method="PUT"), *rest, **more)

    patch.setattr(runtime.Connection, "send", otherwise)


def _an_empty_parameter_more(patch: pytest.MonkeyPatch) -> None:
    pairs = parameters._pairs

    def more(spec: Any, row: Any, value: Any, place: Any) -> Any:
        found = pairs(spec, row, value, place)
        return [*found, (f"{row.api}Too", "")] if row is spec.parameters[-1] else found

    patch.setattr(parameters, "_pairs", more)


def _documents_lose_a_parameter(patch: pytest.MonkeyPatch) -> None:
    read = process.read

    def less(spec: Any, source: Any) -> Any:
        parts = read(spec, source)
        kept = dict(list(parts.given.items())[:-1])
        return parts._replace(given=kept)

    patch.setattr(process, "read", less)


def _documents_go_elsewhere(patch: pytest.MonkeyPatch) -> None:
    send = runtime.Connection.send

    def astray(self: Any, request: Any, *rest: Any, **more: Any) -> Any:
        url = request.url.replace("/Accounts/", "/accounts/")
        return send(self, request._replace(url=url) if ".xml" in url else request, *rest, **more)

    patch.setattr(runtime.Connection, "send", astray)


def _another(operation: Any, **facts: Any) -> Break:
    """An operation that knows something else."""
    return lambda patch: patch.setattr(operation, "spec", operation.spec._replace(**facts))


def _documents_lack(patch: pytest.MonkeyPatch) -> None:
    ask = operations.Get.documents
    patch.setattr(operations.Get, "documents", lambda self, *asked: list(ask(self, *asked))[1:])


def _documents_hold_other_text(patch: pytest.MonkeyPatch) -> None:
    document = operations.Get.document

    def changed(self: Any, *asked: Any) -> Any:
        text = bytes(document(self, *asked))
        return Document.of(text.replace(b"<DateCreated>", b"<DateCreated>not "))

    patch.setattr(operations.Get, "document", changed)


def _records_are_written_empty(patch: pytest.MonkeyPatch) -> None:
    write = Record.to_document
    patch.setattr(Record, "to_document", lambda self: write(type(self)()))


def _found_too_late(door: str) -> Break:
    """What is needed is asked for when the request is out, through one door; the other is as ever."""

    def break_it(patch: pytest.MonkeyPatch) -> None:
        (group,) = call.CreateCall.spec.either
        encode, send = operations.encode, runtime.Connection.send

        def late(self: Any, request: Any, *rest: Any, **more: Any) -> Any:
            lacking = parse_qs(request.body.decode()).keys().isdisjoint(group)
            if lacking and door not in request.url:
                raise runtime.ParameterError(f"{group} is required")
            response = send(self, request, *rest, **more)
            if lacking:
                raise runtime.ParameterError(f"{group} is required")
            return response

        patch.setattr(
            operations, "encode", lambda spec, values: encode(spec._replace(either=()), values)
        )
        patch.setattr(runtime.Connection, "send", late)

    return break_it


def _refused_too_late(patch: pytest.MonkeyPatch) -> None:
    ensure, send = operations.Operation.ensure_supported, runtime.Connection.send
    patch.setattr(operations.Operation, "ensure_supported", lambda self: None)

    def late(self: Any, request: Any, *rest: Any, **more: Any) -> Any:
        send(self, request, *rest, **more)
        ensure(connect_app.CreateConnectApp(self))

    patch.setattr(runtime.Connection, "send", late)


def _filters_are_asked_for_too_late(patch: pytest.MonkeyPatch) -> None:
    combine, send = queries.combine, runtime.Connection.send

    def all_may_lack(conditions: Any, known: Any) -> Any:
        given = {one.filter.api for one in conditions}
        lacking = [one for one in known if one.required and one.api not in given]
        return combine([*conditions, *map(_any_value, lacking)], known)

    def late(self: Any, request: Any, *rest: Any, **more: Any) -> Any:
        response = send(self, request, *rest, **more)
        if "Book=text" not in request.url or "Booked%3E=2012" not in request.url:
            raise runtime.FilterError("a filter is required")
        return response

    patch.setattr(queries, "combine", all_may_lack)
    patch.setattr(runtime.Connection, "send", late)


def _any_value(of: Any) -> Any:
    return of.equals("any") if isinstance(of, EqualsFilter) else of.after("2001-01-01")


def _errors_of_documents_are_lost(patch: pytest.MonkeyPatch) -> None:
    door = call.CreateCall.process

    def silent(self: Any, *given: Any) -> Any:
        for result in door(self, *given):
            yield attrs.evolve(result, error=None)

    patch.setattr(call.CreateCall, "process", silent)


def _each_status_gives_another(patch: pytest.MonkeyPatch) -> None:
    send = runtime.Connection.send

    def other(self: Any, request: Any, documented: Any = (), **more: Any) -> Any:
        response = send(self, request, documented, **more)
        if documented and response.status != documented[0]:
            return Response(response.status, response.headers, b'{"sid": null}')
        return response

    patch.setattr(runtime.Connection, "send", other)


def _bodies(change: Callable[[bytes], bytes | None]) -> Break:
    """Bodies are sent otherwise."""

    def break_it(patch: pytest.MonkeyPatch) -> None:
        send = runtime.Connection.send

        def otherwise(self: Any, request: Any, *rest: Any, **more: Any) -> Any:
            return send(self, request._replace(body=change(request.body)), *rest, **more)

        patch.setattr(runtime.Connection, "send", otherwise)

    return break_it


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
    "a request is sent twice": (_sent_twice, test_queue.test_get_queue),
    "another method is used": (_another_method, test_queue.test_get_queue),
    "a parameter is sent that nobody gave": (
        _an_empty_parameter_more,
        test_queue.test_create_queue,
    ),
    "a parameter of a document is not sent": (
        _documents_lose_a_parameter,
        test_queue.test_update_queue,
    ),
    "what documents ask for goes elsewhere": (
        _documents_go_elsewhere,
        test_queue.test_get_queue,
    ),
    "a page is larger than the list allows": (
        _another(queue.QueryQueue, max_page_size=1001),
        test_queue.test_query_queue,
    ),
    "an encoding is another": (
        _another(queue.DeleteQueue, encoding="json"),
        test_queue.test_delete_queue,
    ),
    "a request has no profile": (
        _another(queue.DeleteQueue, request_profile=None),
        test_queue.test_delete_queue,
    ),
    "an answer has no profile": (
        _another(queue.GetQueue, response_profile=None),
        test_queue.test_get_queue,
    ),
    "a record is of another class": (
        _another(queue.GetQueue, record=application.Application),
        test_queue.test_get_queue,
    ),
    "a document lacks": (_documents_lack, test_queue.test_get_queue),
    "a document holds another value": (_documents_hold_other_text, test_queue.test_get_queue),
    "a record is written empty": (_records_are_written_empty, test_queue.test_get_queue),
    "the typed door asks too late": (_found_too_late(".json"), test_call.test_create_call),
    "documents are asked too late": (_found_too_late(".xml"), test_call.test_create_call),
    "the error of a document is lost": (
        _errors_of_documents_are_lost,
        test_call.test_create_call,
    ),
    "a refusal comes too late": (_refused_too_late, test_connect_app.test_create_connect_app),
    "another status gives another record": (
        _each_status_gives_another,
        test_call_feedback.test_update_call_feedback,
    ),
    "a body is not sent": (_bodies(lambda body: None), test_batch.test_create_batch),
    "a body holds another value": (
        _bodies(lambda body: body.replace(b"plain", b"bold")),
        test_batch.test_create_batch,
    ),
    "filters are asked for too late": (
        _filters_are_asked_for_too_late,
        test_entry.test_query_entry,
    ),
    "a refused action is not": (_nothing_is_refused, test_connect_app.test_create_connect_app),
}


@pytest.mark.parametrize("name", BREAKS)
def test_a_broken_promise_is_noticed(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The generated test of an operation passes, and fails as soon as its promise is broken."""
    break_it, generated = BREAKS[name]
    generated()
    break_it(monkeypatch)
    with pytest.raises((AssertionError, pytest.fail.Exception, runtime.ProfileError)):
        generated()
