"""Parameters of a request, read and checked by the catalog's types."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal, InvalidOperation
from functools import cache
from typing import Any

import msgspec

from twilio_ops_emulator.api.errors import ErrorTable, Invalid
from twilio_ops_emulator.api.nested import NESTED, as_text, read_nested
from twilio_ops_emulator.model import ActionModel, FilterModel, ParameterModel, ValueModel
from twilio_ops_emulator.state.clock import DAY, instant, midnight
from twilio_ops_emulator.state.index import Bound, Layout, Selection, Test
from twilio_ops_emulator.state.sender import wire_form

_SID_DIGITS = re.compile(r"[0-9a-fA-F]{32}", re.ASCII)
_ADDRESS = re.compile(r"https?://[^/?#]", re.IGNORECASE)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_NUMBERED = re.compile(r"(\d{1,2})\.(Name|Value)", re.ASCII)
_BOOLEANS = {"true": True, "false": False}
PAGING = ("PageSize", "Page", "PageToken")


class Rules:
    """How values are checked and how filters compare; one for an emulator.

    Args:
        facts: Facts of the service: ``phone_number``, ``http_methods``, ``upper_bounds`` and
            ``partial_filters``.
        errors: Where the codes of refusals come from.
        limits: What values may be beyond their types, by action and parameter.
        strict: Whether parameters that the action does not take are refused.
    """

    def __init__(
        self,
        facts: Mapping[str, Any],
        errors: ErrorTable,
        limits: Mapping[str, Mapping[str, Mapping[str, Any]]],
        *,
        strict: bool,
    ) -> None:
        self._limits = limits
        self._phone_number = re.compile(facts["phone_number"], re.ASCII)
        self._http_methods: Sequence[str] = facts["http_methods"]
        self._longest_address: int = facts["longest_address"]
        self._upper_bounds: Mapping[str, str] = facts["upper_bounds"]
        self._partial: Sequence[str] = facts["partial_filters"]
        self._errors = errors
        self._readers: dict[ActionModel, dict[str, tuple[Callable[[Any], Any], bool]]] = {}
        self.strict = strict

    def decode(self, action: ActionModel, sent: Sequence[tuple[str, str]]) -> dict[str, Any]:
        """The parameters of an action, by API name, as values.

        Args:
            action: The action.
            sent: Names and values as they came.

        Raises:
            Refusal: One is missing, unknown or not valid.
        """
        readers = self._readers.get(action)
        if readers is None:
            readers = self._readers[action] = {
                name: (self._reader(action, model), model.repeated)
                for name, model in action.parameters.items()
            }
        values: dict[str, Any] = {}
        for name, text in sent:
            known = readers.get(name)
            if known is None:
                self._other(action, name, text, values)
                continue
            read, repeated = known
            if repeated:
                many = text if isinstance(text, list) else [text]  # JSON has all of them in one
                values.setdefault(name, []).extend(map(read, many))
            else:
                values[name] = read(text)
        for group in action.either:
            if not any(_given(values.get(name)) for name in group):
                raise self._errors.missing(action.key, group[0])
        for name in action.required:
            if not _given(values.get(name)):
                raise self._errors.missing(action.key, name)
        return values

    def _other(self, action: ActionModel, name: str, text: str, values: dict[str, Any]) -> None:
        """A name the action has no parameter of: one of numbered pairs, or none of it."""
        for model in action.parameters.values():
            if model.type == "pairs" and name.startswith(model.name):
                part = _NUMBERED.fullmatch(name, len(model.name))
                if part is not None and 1 <= int(part[1]) <= (model.count or 99):
                    values.setdefault(model.name, {}).setdefault(part[1], {})[part[2]] = text
                    return
        if self.strict and name not in PAGING:
            raise self._errors.case("unknown", f"{action.key} takes no parameter {name}.")

    def _reader(self, action: ActionModel, model: ParameterModel) -> Callable[[Any], Any]:
        """What reads and checks the values of a parameter of an action."""
        convert = _READERS.get(model.type, _as_text)
        address = model.format == "uri" and self._errors.has(action.key, model.name)
        limit = self._limits.get(action.key, {}).get(model.name)

        def read(text: Any) -> Any:
            try:
                if model.type in NESTED:
                    return read_nested(model, text, self._single, strict=self.strict)
                text = as_text(text)
                if address and text:
                    self._check_address(text)
                value = convert(self, model, text)
                if limit is not None and text:
                    _check_limit(limit, text, value)
                return value
            except Invalid as wrong:
                why = str(wrong)
                raise self._errors.invalid(action.key, model.name, why, model.format) from None

        return read

    def _single(self, model: ValueModel, value: Any) -> Any:
        return self.value(model, as_text(value))

    def _check_address(self, text: str) -> None:
        """See that a text is an address the service asks.

        The service refuses ``localhost``, too; here it is where applications are.
        """
        if _ADDRESS.match(text) is None:
            raise Invalid(f"{text[:200]!r} is not an address that begins with http:// or https://")
        if len(text) > self._longest_address:
            raise Invalid(f"is longer than {self._longest_address} characters")
        if wire_form(text) is None:
            raise Invalid(f"{text[:200]!r} is no address")

    def value(self, model: ValueModel, text: str) -> Any:
        """A text as a value of a type; None where an empty one stands for nothing.

        Raises:
            Invalid: It is not of the type.
        """
        return _READERS.get(model.type, _as_text)(self, model, text)

    def phone_number(self, text: str) -> bool:
        """Whether a text is a phone number in E.164."""
        return self._phone_number.fullmatch(text) is not None

    @staticmethod
    def sid_like(text: str, prefixes: Sequence[str]) -> bool:
        """Whether a text looks like a Sid of some prefix."""
        return text[:2] in prefixes and _SID_DIGITS.fullmatch(text, 2) is not None

    def text(self, model: ValueModel, text: str) -> str:
        """A text of some format.

        Raises:
            Invalid: It is not of the format.
        """
        if text and model.format == "phone-number" and not self.phone_number(text):
            raise Invalid(f"{text!r} is not a phone number in E.164")
        if text and model.format == "http-method" and text.upper() not in self._http_methods:
            raise Invalid(f"{text!r} is none of {', '.join(self._http_methods)}")
        if text and model.pattern and not re.search(model.pattern, text):
            raise Invalid(f"{text!r} is not of the form it must have")
        return text

    def selection(
        self, action: ActionModel, layout: Layout, sent: Sequence[tuple[str, str]]
    ) -> tuple[Selection, dict[str, Any]]:
        """What a list asks for.

        Args:
            action: The list action.
            layout: The layout of the records listed.
            sent: Names and values as they came.

        Returns:
            The selection, and the values of filters that look at no field of the records.

        Raises:
            Refusal: A filter is unknown or its value not valid.
        """
        tests: list[Test] = []
        bounds: list[Bound] = []
        equal: list[tuple[int, Any]] = []
        others: dict[str, Any] = {}
        for name, text in sent:
            plain, operator = _operator(name)
            model = action.filters.get(plain)
            if model is None or operator not in model.operators:
                if self.strict and name not in PAGING:
                    raise self._errors.case("unknown", f"{action.key} takes no filter {name}.")
                continue
            try:
                value = self._filter_value(model, text)
            except Invalid as wrong:
                raise self._errors.invalid(action.key, name, str(wrong)) from None
            if value is None:
                continue
            place = layout.index.get(model.field or "")
            if place is None:
                others[name] = value
                continue
            if model.type in ("date", "datetime"):
                whole_day = model.type == "date" or _DAY.fullmatch(text) is not None
                low, high = self._range(action.owner.key, operator, value, whole_day)
                bounds.append((place, low, high))
                tests.append(_within(place, low, high))
            elif model.field in self._partial and model.format != "phone-number":
                tests.append(_like(place, value))
            else:
                tests.append(_equals(place, value))
                if model.type in ("string", "sid"):
                    equal.append((place, value))
        return Selection(tests, bounds, equal), others

    def _filter_value(self, model: FilterModel, text: str) -> Any:
        if model.type == "date":
            return _instant_of(text) if text else None
        value = self.value(model, text)
        return value if value != "" else None

    def _range(
        self, key: str, operator: str, value: int, whole_day: bool
    ) -> tuple[int | None, int | None]:
        """The first and the last instant that a bound of an object's list lets through."""
        midnight = value - value % DAY
        if operator == "equals":
            return midnight, midnight + DAY - 1
        edge = midnight if whole_day else value
        if operator == "after":
            return edge, None
        rule = self._upper_bounds.get(key) or self._upper_bounds["*"]
        if rule == "exclusive":
            return None, edge - 1
        return None, edge + DAY - 1 if rule == "day" and whole_day else edge


def _check_limit(limit: Mapping[str, Any], text: str, value: Any) -> None:
    """See that a value is within what facts say.

    Raises:
        Invalid: It is not.
    """
    if "minimum" in limit and not limit["minimum"] <= value <= limit["maximum"]:
        raise Invalid(f"{text[:200]} is not from {limit['minimum']} to {limit['maximum']}")
    if "values" in limit and text not in limit["values"]:
        raise Invalid(f"{text[:200]!r} is none of {', '.join(limit['values'])}")
    if limit.get("json") and not _is_json_object(text):
        raise Invalid("is not a JSON object")
    if "pattern" in limit and not re.fullmatch(limit["pattern"], text):
        raise Invalid(f"{text[:200]!r} is not of the form it must have")


def _is_json_object(text: str) -> bool:
    try:
        msgspec.json.decode(text, type=dict[str, Any])
    except (msgspec.DecodeError, RecursionError, UnicodeEncodeError):
        return False
    return True


def _operator(name: str) -> tuple[str, str]:
    if name.endswith("<"):
        return name[:-1], "before"
    if name.endswith(">"):
        return name[:-1], "after"
    return name, "equals"


def _given(value: Any) -> bool:
    return value is not None and value != "" and value != []


def _equals(place: int, value: Any) -> Test:
    return lambda row: row.values[place] == value


def _within(place: int, low: int | None, high: int | None) -> Test:
    if low is None:
        assert high is not None
        return lambda row: (at := row.values[place]) is not None and at <= high
    if high is None:
        return lambda row: (at := row.values[place]) is not None and at >= low
    return lambda row: (at := row.values[place]) is not None and low <= at <= high


def _like(place: int, wanted: str) -> Test:
    found = _wildcard(wanted).search
    return lambda row: found(row.values[place] or "") is not None


@cache
def _wildcard(wanted: str) -> re.Pattern[str]:
    return re.compile("".join("." if letter == "*" else re.escape(letter) for letter in wanted))


def _instant_of(text: str) -> int:
    try:
        return midnight(text) if _DAY.fullmatch(text) else int(instant(text))
    except ValueError:
        raise Invalid(f"{text!r} is not a date") from None


def _as_text(rules: Rules, model: ValueModel, text: str) -> str:
    return rules.text(model, text)


def _as_sid(_rules: Rules, model: ValueModel, text: str) -> str | None:
    if not text:
        return None
    if text[:2] in model.prefixes and _SID_DIGITS.fullmatch(text, 2):
        return text
    raise Invalid(f"{text!r} is not a Sid that begins with {' or '.join(model.prefixes)}")


def _as_enum(_rules: Rules, model: ValueModel, text: str) -> str:
    if text in model.values:
        return text
    for value in model.values:
        if value.lower() == text.lower():
            return value
    raise Invalid(f"{text!r} is none of {', '.join(model.values)}")


def _as_boolean(_rules: Rules, _model: ValueModel, text: str) -> bool | None:
    if not text:
        return None
    try:
        return _BOOLEANS[text.lower()]
    except KeyError:
        raise Invalid(f"{text!r} is neither true nor false") from None


def _as_integer(_rules: Rules, model: ValueModel, text: str) -> int | None:
    if not text:
        return None
    if not re.fullmatch(r"[+-]?\d{1,18}", text, re.ASCII):
        raise Invalid(f"{text!r} is not a whole number")
    value = int(text)
    if model.minimum is not None and value < model.minimum:
        raise Invalid(f"{text} is less than {model.minimum}")
    if model.maximum is not None and value > model.maximum:
        raise Invalid(f"{text} is more than {model.maximum}")
    return value


def _as_decimal(_rules: Rules, _model: ValueModel, text: str) -> str | None:
    if not text:
        return None
    try:
        if not Decimal(text).is_finite():
            raise InvalidOperation
    except InvalidOperation:
        raise Invalid(f"{text!r} is not a number") from None
    return text


def _as_datetime(_rules: Rules, _model: ValueModel, text: str) -> int | None:
    return _instant_of(text) if text else None


def _as_date(_rules: Rules, _model: ValueModel, text: str) -> str | None:
    if not text:
        return None
    _instant_of(text)
    return text[:10]


_READERS: dict[str, Any] = {
    "sid": _as_sid,
    "enum": _as_enum,
    "boolean": _as_boolean,
    "integer": _as_integer,
    "decimal": _as_decimal,
    "datetime": _as_datetime,
    "date": _as_date,
}
