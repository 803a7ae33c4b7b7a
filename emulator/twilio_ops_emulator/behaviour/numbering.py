"""What numbers there can be: the state's plans of phone numbers, as the library phonenumbers has them."""

from __future__ import annotations

import logging
from functools import cache, lru_cache
from typing import Any

from attrs import frozen

from twilio_ops_emulator.api.errors import EmulatorError


@frozen
class Known:
    """What is known of a number.

    Attributes:
        number: In E.164, or as it was asked for where it is none.
        national: As it is written in its country.
        country: The country's ISO code.
        calling_code: The code of its country.
        kind: What kind of number it is, in the words of the library.
        problems: Why it is none; empty = it can be one.
    """

    number: str
    national: str | None = None
    country: str | None = None
    calling_code: str | None = None
    kind: str = "UNKNOWN"
    problems: tuple[str, ...] = ()


_log = logging.getLogger("twilio_ops_emulator")


@cache
def _library() -> Any:
    try:
        import phonenumbers
    except ModuleNotFoundError:
        raise EmulatorError(
            "phone numbers are judged by phonenumbers: pip install 'twilio-ops[emulator]'"
        ) from None
    return phonenumbers


@cache  # so that it is said once
def _library_or_none() -> Any | None:
    try:
        return _library()
    except EmulatorError as missing:
        _log.warning("lengths of numbers are not checked: %s", missing)
        return None


@lru_cache(4096)
def is_possible(number: str) -> bool:
    """Return whether a number in E.164 has a length that there is in its country.

    Where the library is not installed every number in E.164 is; that is warned of, once.
    """
    library = _library_or_none()
    if library is None:
        return True
    try:
        return bool(library.is_possible_number(library.parse(number)))
    except library.NumberParseException:
        return False


@lru_cache(1024)
def look_up(text: str, country: str) -> Known:
    """Return what is known of a number.

    Args:
        text: The number.
        country: The country whose number it is if it does not begin with ``+``.

    Raises:
        EmulatorError: The library is not installed.
    """
    library = _library()
    try:
        number = library.parse(text, country)
    except library.NumberParseException as error:
        word = (
            "invalid_country" if error.error_type == error.INVALID_COUNTRY_CODE else "not_a_number"
        )
        return Known(text, problems=(word,))
    reasons = {
        library.ValidationResult.TOO_SHORT: "too_short",
        library.ValidationResult.TOO_LONG: "too_long",
        library.ValidationResult.INVALID_COUNTRY_CODE: "invalid_country",
        library.ValidationResult.INVALID_LENGTH: "invalid_length",
        library.ValidationResult.IS_POSSIBLE_LOCAL_ONLY: "too_short",
    }
    problem = reasons.get(library.is_possible_number_with_reason(number))
    if problem is None and not library.is_valid_number(number):
        problem = "unassigned"
    return Known(
        library.format_number(number, library.PhoneNumberFormat.E164),
        library.format_number(number, library.PhoneNumberFormat.NATIONAL),
        library.region_code_for_number(number),
        str(number.country_code),
        library.PhoneNumberType.to_string(library.number_type(number)),
        () if problem is None else (problem,),
    )
