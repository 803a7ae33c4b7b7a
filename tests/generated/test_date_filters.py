"""The lists whose filters carry ``<`` and ``>``: each family is sent under the API's own names."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest

from twilio_ops import Connection, Response
from twilio_ops.api import load
from twilio_ops_runtime.http.messages import Request

ACCOUNT = "AC" + "0" * 32
CALL, CONFERENCE, MESSAGE = (prefix + "0" * 32 for prefix in ("CA", "CF", "SM"))

# The eleven families of nine lists.
FAMILIES = [
    ("Call", None, "StartTime", "instant"),
    ("Call", None, "EndTime", "instant"),
    ("Message", None, "DateSent", "instant"),
    ("Recording", None, "DateCreated", "instant"),
    ("Media", MESSAGE, "DateCreated", "instant"),
    ("CallRecording", CALL, "DateCreated", "day"),
    ("ConferenceRecording", CONFERENCE, "DateCreated", "day"),
    ("Conference", None, "DateCreated", "day"),
    ("Conference", None, "DateUpdated", "day"),
    ("Notification", None, "MessageDate", "day"),
    ("CallNotification", CALL, "MessageDate", "day"),
]


def sent(name: str, parent: str | None, filters: list[Any]) -> dict[str, str]:
    """The query that a Query sends."""
    requests: list[Request] = []

    def send(request: Request, /) -> Response:
        requests.append(request)
        key = getattr(load(name), f"Query{name}").spec.json_list
        return Response(200, {"Content-Type": "application/json"}, f'{{"{key}": []}}'.encode())

    query = getattr(load(name), f"Query{name}")
    connection = Connection(ACCOUNT, "secret", send=send)
    assert [] == list(query(connection, filters=filters)(parent))
    (request,) = requests
    return dict(parse_qsl(urlsplit(request.url).query))


def python_name(family: str) -> str:
    """``StartTime`` -> ``start_time``."""
    return "".join(f"_{c.lower()}" if c.isupper() else c for c in family).lstrip("_")


@pytest.mark.parametrize(("name", "parent", "family", "precision"), FAMILIES)
def test_a_family(name: str, parent: str | None, family: str, precision: str) -> None:
    """After is sent as ``X>`` and before as ``X<``, percent-encoded once, never escaped as HTML."""
    filter_ = getattr(getattr(load(name), f"Query{name}"), python_name(family))
    found = sent(
        name, parent, [filter_.after("2026-11-01 00:00:00"), filter_.before("2026-11-03 00:00:00")]
    )
    assert {f"{family}>", f"{family}<"} == {key for key in found if key.startswith(family)}
    for key, value in found.items():
        if key.startswith(family):
            expected = 10 if precision == "day" else 20
            assert expected == len(value), (key, value)


def test_no_family_is_forgotten() -> None:
    """The catalog has these families and no others."""
    from twilio_ops.api import OBJECTS
    from twilio_ops_runtime.generated import DayFilter, InstantFilter

    found = set()
    for name in OBJECTS:
        query = load(name).__dict__.get(f"Query{name}")
        for filter_ in query.filters() if query else ():
            if isinstance(filter_, DayFilter | InstantFilter):
                found.add((name, filter_.api))
    found -= {("SMSMessage", "DateSent")}  # historical, checked with Message
    assert {(name, family) for name, _, family, _ in FAMILIES} == found
