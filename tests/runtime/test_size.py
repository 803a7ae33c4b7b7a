"""How large the runtime is, and how far a reader of one Get has to go."""

from __future__ import annotations

import sys
from types import FrameType
from typing import Any

from code_size import RUNTIME, lines_of_code, sizes
from in_memory import Service

from twilio_ops.api.message import GetMessage, Message

MOST_CODE = 6447
MOST_LINES = 400
MOST_MODULES = 8


def test_lines_of_code_are_those_that_hold_any():
    """No docstring, of whatever it is one, no comment and no blank line; all lines of a text."""
    source = '''"""Of the module,
in two lines."""

# A comment.
text = """one
two"""  # beside code


def said(a,
         b):
    """Of the function."""
    return a  # and this


class Row:
    field = 1
    """Of the field."""
'''
    assert 7 == lines_of_code(source)


def test_the_runtime_is_small_and_its_modules_are():
    """It grows only where somebody raises the limit, and says why."""
    found = sizes(RUNTIME)
    assert {} == {name: lines for name, (_, lines) in found.items() if lines > MOST_LINES}
    assert sum(code for code, _ in found.values()) <= MOST_CODE


def test_a_get_goes_through_few_modules(service: Service):
    """An answer with all fields of its record is read by what a Get needs, and nothing else."""
    sid = f"SM{'2e' * 16}"
    whole = {field.json_name: None for field in Message.spec.fields}
    given = {"sid": sid, "price": "-0.0075", "status": "sent", "subresource_uris": {"media": "/m"}}
    service.json({**whole, **given, "date_sent": "Wed, 18 Aug 2010 20:20:06 +0000"})
    get = GetMessage(service.connection)
    get(sid)
    walked: set[str] = set()

    def note(frame: FrameType, event: str, argument: Any) -> None:
        name = frame.f_globals.get("__name__", "")
        if event == "call" and name.startswith("twilio_ops_runtime"):
            walked.add(name)

    sys.setprofile(note)
    try:
        record = get(sid)
    finally:
        sys.setprofile(None)
    assert record.date_sent is not None and record.subresource_uris == {"media": "/m"}
    assert len(walked) <= MOST_MODULES, sorted(walked)
