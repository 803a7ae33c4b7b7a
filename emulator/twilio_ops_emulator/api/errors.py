"""What the service refuses, and what the emulator does not do."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


class EmulatorError(Exception):
    """Something a user of the emulator asked for that cannot be: a seed, a rule, a name."""


class Invalid(ValueError):
    """A value that is not of its type; says why, after the parameter's name."""


class Refusal(Exception):
    """An error answer.

    Attributes:
        status: The HTTP status.
        code: The service's error code, or None.
        message: What is wrong.
        detail: Further words, which authentication errors have.
        headers: Header fields of the answer.
    """

    def __init__(
        self,
        status: int,
        message: str,
        code: int | None = None,
        detail: str | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(message)
        self.status = status
        self.message = message
        self.code = code
        self.detail = detail
        self.headers = dict(headers or {})


class NotEmulated(Refusal):
    """A request to something the emulator does not have.

    It is answered as the service answers for what it does not have: clients repeat other errors.
    """

    def __init__(self, what: str) -> None:
        super().__init__(404, f"The emulator does not do this: {what}", 20404)


class ErrorTable:
    """The codes of errors, and which failure answers with which.

    Args:
        catalog: Codes of the catalog: ``status`` and ``message`` by code.
        facts: Facts about errors: further codes, cases, and codes by parameter.
    """

    def __init__(self, catalog: Mapping[int, Any], facts: Mapping[str, Any]) -> None:
        further = {int(code): row for code, row in facts["codes"].items()}
        self._codes: dict[int, Any] = {**further, **catalog}
        self._cases: Mapping[str, int] = facts["cases"]
        self._missing: Mapping[str, Mapping[str, int]] = facts["missing"]
        self._invalid: Mapping[str, Mapping[str, int]] = facts["invalid"]
        self._formats: Mapping[str, int] = facts.get("formats", {})
        self._more_info: str = facts["more_info"]

    def code(
        self,
        code: int,
        text: str | None = None,
        detail: str | None = None,
        status: int | None = None,
    ) -> Refusal:
        """The error of a code.

        Args:
            code: The code.
            text: What exactly is wrong, added to the code's own words.
            detail: Further words.
            status: The HTTP status, where it is not the code's own.
        """
        row = self._codes.get(code)
        if row is None:
            return Refusal(status or 400, text or f"Error {code}.", code, detail)
        message = row["message"] if text is None else f"{row['message']} {text}"
        return Refusal(status or row["status"], message, code, detail)

    def case(self, case: str, text: str | None = None, detail: str | None = None) -> Refusal:
        """The error of a failure that facts know by name."""
        return self.code(self._cases[case], text, detail)

    def missing(self, action: str, parameter: str) -> Refusal:
        """The error of a parameter that a request lacks."""
        code = self._missing.get(action, {}).get(parameter)
        if code is not None:
            return self.code(code)
        return self.case("missing", f"{parameter} is missing.")

    def invalid(self, action: str, parameter: str, why: str, format: str | None = None) -> Refusal:
        """The error of a parameter whose value is not one: the action's own, or that of any.

        Args:
            action: The action's key.
            parameter: The parameter.
            why: What is wrong with the value, behind the parameter's name.
            format: The format that values of the parameter have, if any.
        """
        code = self._code_of(action, parameter) or self._formats.get(format or "")
        if code is not None:
            return self.code(code, f"{parameter} {why}.")
        return self.case("invalid", f"{parameter} {why}.")

    def has(self, action: str, parameter: str) -> bool:
        """Whether facts name a code for a parameter whose value is not one."""
        return self._code_of(action, parameter) is not None

    def _code_of(self, action: str, parameter: str) -> int | None:
        known = self._invalid.get(action, {}).get(parameter)
        return known or self._invalid.get("*", {}).get(parameter)

    def more_info(self, code: int) -> str:
        """The address of a code's explanation."""
        return self._more_info.format(code=code)
