"""Plain values of JSON: numbers with a fraction as decimals, and a place for what is wrong."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

import msgspec
from msgspec import UNSET

from twilio_ops_runtime.formats.base import DecodeError, check_parts, told_by_its_beginning
from twilio_ops_runtime.types.text import quick_decimal

BOM = b"\xef\xbb\xbf"
"""What may stand before JSON and says nothing: that it is in UTF-8."""

MARKS = b"{[,"
"""Each value in JSON has one of these before or behind it."""

MOST_PARTS = 1 << 20
"""A page of 1000 large records has 40,000, and its texts may be lists with a thousand commas each."""


def loads(body: bytes) -> Any:
    """The plain value of JSON text, its fractions as decimals.

    Raises:
        DecodeError: It is not JSON, or has too many parts; the message says where.
    """
    check_parts(body, MARKS, MOST_PARTS)
    body = body.removeprefix(BOM)
    try:
        return msgspec.json.Decoder(float_hook=quick_decimal).decode(body)
    except RecursionError:
        raise DecodeError("it is nested too deep") from None
    except (msgspec.MsgspecError, ValueError) as error:
        if (found := _tolerant(body)) is not UNSET:
            return found
        raise DecodeError(_explained(body, str(error))) from None


def _tolerant(body: bytes) -> Any:
    """The plain value of JSON that msgspec refuses for one of its values; UNSET of what is no JSON.

    Such are half of a character (``\\ud83d``, of a text that was cut to a length) and a number that
    Python has not, which stays text: whose field it is, that one cannot be read.
    """
    import json

    def number(text: str) -> Any:
        with suppress(ValueError):
            return int(text) if text.lstrip("-").isdigit() else quick_decimal(text)
        return text

    with suppress(ValueError, RecursionError):
        return json.loads(body, parse_float=number, parse_int=number, parse_constant=int)
    return UNSET


def _explained(body: bytes, said: str) -> str:
    is_xml = body.lstrip().startswith(b"<")
    said = "it is XML, not JSON" if is_xml else f"it is not well formed JSON: {said}"
    return told_by_its_beginning(body) or said
