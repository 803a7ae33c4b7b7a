"""The service's own helper library works against the emulator, changed in nothing but its host.

Every list of the library's 2010 API is found by walking the library, and everything it offers is
done: create, list, stream over several pages, fetch, update, delete.
"""

from __future__ import annotations

import inspect
import pkgutil
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime
from importlib import import_module
from typing import Any, NamedTuple
from unittest.mock import Mock

import pytest
from emulator_client import Client
from emulator_tour import Tour

from twilio_ops_emulator import Clock, Emulator, EmulatorError
from twilio_ops_emulator import catalog_data as facts
from twilio_ops_emulator.api.routes import Router
from twilio_ops_emulator.api.server import Server
from twilio_ops_emulator.helper_library import client as of_the_library
from twilio_ops_emulator.model import ActionModel, Catalog, snake
from twilio_ops_runtime.http.messages import Request, Response, Timeout

twilio_rest = pytest.importorskip("twilio.rest")
http_client = import_module("twilio.http.http_client")
TwilioRestException = import_module("twilio.base.exceptions").TwilioRestException

CATALOG = Catalog(facts.catalog())
ROUTER = Router(CATALOG)
SERVICE = "https://api.twilio.com"
PACKAGE = "twilio.rest.api.v2010."


class Elsewhere(http_client.TwilioHttpClient):  # type: ignore[misc,name-defined]
    """The library's client, sending to another host."""

    def __init__(self, url: str) -> None:
        super().__init__()
        self._elsewhere = url

    def request(self, method: str, url: str, *arguments: Any, **more: Any) -> Any:
        """Send a request."""
        return super().request(method, url.replace(SERVICE, self._elsewhere), *arguments, **more)


class Step(NamedTuple):
    """A way to go from one part of the library to the next: an attribute, or a call with a key."""

    name: str
    key_of: str | None = None


def _key_for(uri: str) -> str | None:
    """The object whose record lies at an address of the library."""
    path = f"/2010-04-01{uri}".removesuffix(".json").strip("/").split("/")
    match = ROUTER.match(path)
    if match is None:
        return None
    action, _ = next(iter(match.methods.values()))
    return CATALOG.find(action.owner.key).key


def _walk(part: Any, steps: tuple[Step, ...]) -> Iterator[tuple[str, tuple[Step, ...]]]:
    """All lists that can be reached from a part of the library, and how."""
    kind = type(part).__name__
    if kind.endswith("List"):
        yield f"{type(part).__module__.removeprefix(PACKAGE)}.{kind}", steps
        if callable(part):
            context = _one(part, "key")
            key = _key_for(context._uri)
            yield from _walk(context, (*steps, Step("", key)))
    for name, member in inspect.getmembers(type(part)):
        if not isinstance(member, property) or name.startswith("_"):
            continue
        inner = getattr(part, name)
        if type(inner).__name__.endswith("List") and type(inner).__module__.startswith("twilio"):
            yield from _walk(inner, (*steps, Step(name)))


def _one(part: Any, key: str) -> Any:
    """One record of a list; of some lists there is only one."""
    return part(key) if len(inspect.signature(part).parameters) else part()


def _lists() -> dict[str, tuple[Step, ...]]:
    client = twilio_rest.Client(f"AC{0:032x}", "token")
    return dict(_walk(client.api.v2010.accounts, (Step("accounts"),)))


LISTS = _lists()
NOT_IN_THIS_COUNTRY = {
    f"AvailablePhoneNumber{kind}"
    for kind in ("MachineToMachine", "Mobile", "National", "SharedCost", "Voip")
}


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    """An emulator with a socket."""
    emulator = Emulator(clock=Clock("2026-11-01T10:00:00Z", frozen=True), seed=11)
    with emulator, Server(emulator) as server:
        yield server


@pytest.fixture
def tour(server: Server) -> Tour:
    """A tour of the same emulator, begun anew."""
    emulator = server._emulator
    emulator.reset()
    return Tour(Client(emulator))


def _library(server: Server, tour: Tour) -> Any:
    return twilio_rest.Client(
        tour.client.user, tour.client.secret, http_client=Elsewhere(server.url)
    )


def _go(library: Any, steps: tuple[Step, ...], tour: Tour) -> Any:
    part = library.api.v2010
    for number, step in enumerate(steps):
        if step.name:
            part = getattr(part, step.name)
        elif step.key_of == "Account" and number == 1:
            part = _one(part, tour.client.account)
        elif step.key_of is not None:
            part = _one(part, tour.key_of(step.key_of))
        else:  # a word of a path that is no record: a key of the step before stands in it
            part = _one(part, tour.key_of("SipDomain"))
    return part


def _action(part: Any, method: str) -> ActionModel | None:
    uri = getattr(part, "_uri", None)
    if uri is None:
        return None
    match = ROUTER.match(f"2010-04-01{uri}".removesuffix(".json").split("/"))
    route = match.route(method) if match is not None else None
    return None if route is None else route.action


def _arguments(function: Any, tour: Tour, action: ActionModel) -> dict[str, Any]:
    """What an action needs, in the library's words."""
    given: dict[str, Any] = {}
    known = inspect.signature(function).parameters
    for name, value in tour.values(action).items():
        parameter = action.parameters[name]
        word = snake(name)
        word = word if word in known else f"{word}_"
        if word in known:
            typed = value == "true" if parameter.type == "boolean" else value
            given[word] = [typed] if parameter.repeated else typed
    for word, wanted in known.items():
        if wanted.default is inspect.Parameter.empty and word not in given and word != "self":
            given[word] = "value"
    return given


def test_every_list_of_the_library_is_reached() -> None:
    """None of its modules is left out."""
    package = import_module("twilio.rest.api.v2010")
    known = set()
    for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        for name, kind in inspect.getmembers(import_module(module.name), inspect.isclass):
            if name.endswith("List") and kind.__module__ == module.name:
                known.add(f"{module.name.removeprefix(PACKAGE)}.{name}")
    assert known == set(LISTS)
    assert len(LISTS) >= 72


def _verbs() -> dict[str, set[str]]:
    """What the library offers for each list and for the records in it."""
    client = twilio_rest.Client(f"AC{0:032x}", "token")
    tables: dict[str, set[str]] = {}
    for name, steps in LISTS.items():
        part = client.api.v2010
        for step in steps:
            part = getattr(part, step.name) if step.name else _one(part, "key")
        one = _one(part, "key") if callable(part) else None
        tables[name] = {word for word in ("create", "list", "stream") if hasattr(part, word)} | {
            word
            for word in ("fetch", "update", "delete")
            if hasattr(part, word) or hasattr(one, word)
        }
    return tables


VERBS = _verbs()


def test_what_the_library_offers() -> None:
    """The numbers of what the test below does, verb by verb."""
    counts = Counter(verb for verbs in VERBS.values() for verb in verbs)
    assert counts == {
        "list": 61,
        "stream": 61,
        "create": 35,
        "fetch": 42,
        "update": 27,
        "delete": 32,
    }


@pytest.mark.slow
@pytest.mark.parametrize("name", sorted(LISTS))
def test_a_list_of_the_library(server: Server, tour: Tour, name: str) -> None:
    """Whatever it offers is done, and answers what was asked for."""
    part = _go(_library(server, tour), LISTS[name], tour)
    done = _on_the_list(part, tour)
    if callable(part):
        done |= _on_one(part, tour)
    elif name.endswith(".BalanceList"):
        assert "USD" == part.fetch().currency
        done.add("fetch")
    assert VERBS[name] == done


def _on_the_list(part: Any, tour: Tour) -> set[str]:
    """Create records, list them, and stream them over several pages."""
    done: set[str] = set()
    made: list[Any] = []
    if hasattr(part, "create"):
        action = _action(part, "POST")
        assert action is not None
        arguments: dict[str, Any] = {}
        mapping = "Mapping" in action.owner.key
        for _ in range(3):
            if mapping:  # a list can be mapped once
                tour.keys.pop("SipCredentialList", None)
                tour.keys.pop("SipIpAccessControlList", None)
            arguments = _arguments(part.create, tour, action)
            made.append(part.create(**arguments))
            _check_dates(made[-1])
            _check_shows(made[-1], arguments)
        if mapping:
            tour.keys[action.owner.key] = made[-1].sid
        done.add("create")
    if hasattr(part, "list"):
        action = _action(part, "GET")
        assert action is not None
        model = action.owner
        if not model.key.startswith(("Available", "UsageRecord")):
            while len(part.list(limit=3)) < 3:
                if model.key == "Member":  # each is another call
                    tour.keys.pop("Call", None)
                tour.keys[model.key] = tour.make(model)
        else:
            tour.client.made(
                "Calls.json",
                To="+15005550009",
                From="+15005550006",
                Url="https://example.com/voice",
            )
            tour.emulator.advance(60)
        found = part.list(limit=5)
        if model.key not in NOT_IN_THIS_COUNTRY:
            assert len(found) >= 3
        names = [_name(record) for record in found]
        assert {_name(record) for record in made} <= set(names) or None in map(_name, made)
        asked = tour.emulator.request_log.count
        size = {} if action.paging == "none" else {"page_size": 1}
        assert names == [_name(record) for record in part.stream(limit=5, **size)]
        if size:
            assert tour.emulator.request_log.count - asked >= 3
        for record in found:
            _check_dates(record)
        done |= {"list", "stream"}
    return done


def _on_one(part: Any, tour: Tour) -> set[str]:
    """Fetch, update and delete a record; then it is not there."""
    done: set[str] = set()
    probe = _one(part, "key")
    key = _key_for(probe._uri)
    if key is None:
        return done
    context = _one(part, tour.key_of(key))
    for word, method in (("fetch", "GET"), ("update", "POST"), ("delete", "DELETE")):
        function = getattr(context, word, None)
        if function is None:
            continue
        action = _action(context, method)
        assert action is not None, (word, context._uri)
        arguments = _arguments(function, tour, action) if word == "update" else {}
        if word == "update" and "Recording" in action.owner.key:
            row = tour.emulator.state.rows("Recording")[0]
            tour.emulator.state.table("Recording").update(row, {"status": "in-progress"})
            arguments["status"] = "paused"
        tour.ready(action)
        answer = function(**arguments)
        if word == "delete":
            assert answer is True
        else:
            _check_dates(answer)
            _check_shows(answer, arguments)
        if word == "fetch" and _name(answer) is not None:
            assert tour.key_of(key) in (_name(answer), getattr(answer, "country_code", None))
        done.add(word)
    if "delete" in done and "fetch" in done:
        with pytest.raises(TwilioRestException) as missing:
            context.fetch()
        assert (404, 20404) == (missing.value.status, missing.value.code)
    return done


def _check_shows(record: Any, arguments: dict[str, Any]) -> None:
    """A record answered has the values it was given, where it has fields of their names."""
    for word, value in arguments.items():
        shown = getattr(record, word, None)
        if shown is None or isinstance(value, list):
            continue
        if isinstance(shown, datetime | date):
            shown = shown.strftime("%Y-%m-%d")
        assert str(value) == str(shown), word


def _name(record: Any) -> Any:
    for word in ("sid", "call_sid", "connect_app_sid", "phone_number", "country_code", "category"):
        if getattr(record, word, None):
            return getattr(record, word)
    return None


def _check_dates(record: Any) -> None:
    for word in ("date_created", "date_updated"):
        value = getattr(record, word, None)
        assert value is None or isinstance(value, datetime), value


def test_streaming_goes_over_pages(server: Server, tour: Tour) -> None:
    """Each record once, newest first."""
    library = _library(server, tour)
    made = [
        library.messages.create(to="+15005550009", from_="+15005550006", body=f"{number}").sid
        for number in range(7)
    ]
    assert made[::-1] == [record.sid for record in library.messages.stream(page_size=2)]
    assert made[::-1][:5] == [record.sid for record in library.messages.list(limit=5, page_size=2)]


def test_errors_are_the_librarys_own(server: Server, tour: Tour) -> None:
    """Status and code arrive."""
    library = _library(server, tour)
    with pytest.raises(TwilioRestException) as missing:
        library.calls(f"CA{1:032x}").fetch()
    assert (404, 20404) == (missing.value.status, missing.value.code)
    with pytest.raises(TwilioRestException) as wrong:
        library.messages.create(to="nobody", from_="+15005550006", body="Hello")
    assert (400, 21211) == (wrong.value.status, wrong.value.code)
    stranger = twilio_rest.Client(
        tour.client.user, "not the token", http_client=Elsewhere(server.url)
    )
    with pytest.raises(TwilioRestException) as refused:
        stranger.api.v2010.accounts(tour.client.user).fetch()
    assert (401, 20003) == (refused.value.status, refused.value.code)


def test_money_and_numbers_are_what_the_library_expects(server: Server, tour: Tour) -> None:
    """Texts where the service sends texts."""
    library = _library(server, tour)
    call = library.calls.create(
        to="+15005550009", from_="+15005550006", url="https://example.com/voice"
    )
    tour.emulator.advance(100)
    call = library.calls(call.sid).fetch()
    assert ("completed", "15", "-0.01300") == (call.status, call.duration, call.price)
    message = library.messages.create(to="+15005550009", from_="+15005550006", body="x" * 161)
    assert ("2", "0") == (message.num_segments, message.num_media)
    number = library.incoming_phone_numbers.create(area_code="415")
    assert {"fax": False, "mms": True, "sms": True, "voice": True} == number.capabilities


def test_the_validator_of_the_library_accepts_callbacks(server: Server, tour: Tour) -> None:
    """The signature is the one its receivers check."""
    validator = import_module("twilio.request_validator").RequestValidator
    from twilio_ops_runtime.webhooks import sign as signature

    url = "https://example.com/status?a=1"
    said = [("To", "+15005550009"), ("CallSid", "CA1"), ("Digits", "1"), ("Digits", "2")]

    class Form(dict[str, str]):
        def getlist(self, name: str) -> list[str]:
            return [value for known, value in said if known == name]

    assert validator("secret").validate(url, Form(said), signature("secret", url, said))


# -- in process -----------------------------------------------------------------------------------


def carried(**more: Any) -> Request:
    """What becomes of a request of Twilio's library."""
    emulator = Mock()
    emulator.handle.return_value = Response(299, {"X-Name": "value"}, "caf\u00e9".encode())
    library = of_the_library(emulator, "AC1", "token")
    answer = library.http_client.request("post", "https://host/path", **more)
    assert (answer.status_code, answer.text, answer.headers) == (
        299,
        "caf\u00e9",
        {"x-name": "value"},
    )
    (request,) = emulator.handle.call_args.args
    assert (library.username, library.password, request.method) == ("AC1", "token", "POST")
    found: Request = request
    return found


FORM = {"Content-Type": "application/x-www-form-urlencoded"}
JSON = {"Content-Type": "application/json"}
BODIES: list[tuple[dict[str, str], Any, dict[str, str], bytes | None]] = [
    ({}, None, {}, None),
    ({}, {"A": "x y", "B": ["1", 2], "C": None, "D": True, "E": (False,)}, FORM, b"A=x%20y&B=1&B=2&D=true&E=false"),
    ({}, {}, FORM, b""),
    (JSON, {"a": [None, True]}, JSON, b'{"a": [null, true]}'),
    (FORM, "caf\u00e9", FORM, "caf\u00e9".encode()),
    ({}, b"\xff", {}, b"\xff"),
]  # fmt: skip


@pytest.mark.parametrize(("headers", "data", "expected", "body"), BODIES)
def test_a_body_of_the_library(
    headers: dict[str, str], data: Any, expected: dict[str, str], body: bytes | None
) -> None:
    """A form, or JSON where that is said; texts and bytes go as they are; the headers stay the caller's."""
    given = dict(headers)
    request = carried(data=data, headers=given)
    assert (request.url, dict(request.headers), request.body, request.timeout, given) == (
        "https://host/path",
        expected,
        body,
        None,
        headers,
    )


def test_the_query_the_credentials_and_the_patience_of_the_library() -> None:
    """Behind what the address has already; an empty query adds nothing."""
    request = carried(params={"A": "x y", "B": None}, auth=("AC1", "caf\u00e9"), timeout=3.5)
    assert request.url == "https://host/path?A=x%20y"
    assert request.headers == {"Authorization": "Basic QUMxOmNhZsOp"}
    assert request.timeout == Timeout(3.5, 3.5)
    assert carried(params={"A": None}).url == "https://host/path"


def test_the_next_page_of_the_library_has_a_query_already() -> None:
    """What is asked besides goes behind it."""
    emulator = Mock()
    emulator.handle.return_value = Response(200, {}, b"")
    of_the_library(emulator, "AC1", "t").http_client.request(
        "GET", "https://h/p?a=1", params={"b": 2}
    )
    assert emulator.handle.call_args.args[0].url == "https://h/p?a=1&b=2"


def test_without_the_library_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """And what to install."""
    monkeypatch.setitem(sys.modules, "twilio.http", None)
    with pytest.raises(EmulatorError, match=r"^Twilio's library is not installed: pip install twilio$"):  # fmt: skip
        Emulator().client()
