"""How generated classes declare what they hold: a field or a parameter a line, all of it in one place.

    @record
    class Call(Record):
        sid: Sid | None = field("Sid", SID)
        friendly_name: str | None = field("FriendlyName")
        spec: ClassVar[RecordSpec] = RecordSpec(name="Call", service=SERVICE, item="Call")

The decorators make frozen attrs classes with slots, and enter the rows into the class's ``spec``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar, cast, dataclass_transform

from attrs import frozen

from twilio_ops_runtime.parameters import Parameters
from twilio_ops_runtime.records.drafts import UNSET, draft_for
from twilio_ops_runtime.records.record import Record, attrs_class
from twilio_ops_runtime.records.specs import FieldSpec, ParameterSpec
from twilio_ops_runtime.types.scalar import TEXT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from twilio_ops_runtime.types.base import Type


R = TypeVar("R", bound=Record)
Q = TypeVar("Q", bound=Parameters)


def field(
    xml: str,
    type_: Type = TEXT,
    json: str | None = None,
    *,
    secret: bool = False,
    required: bool = False,
) -> Any:
    """A field of a record; it may stay unset. The arguments are those of ``FieldSpec``."""
    return FieldSpec("", xml, type_, json, secret, required)


def required(
    api: str,
    type_: Type = TEXT,
    *,
    repeated: bool = False,
    location: str = "body",
    secret: bool = False,
    xml: str | None = None,
) -> Any:
    """A parameter that must be given; the arguments are those of ``ParameterSpec``."""
    return ParameterSpec("", api, type_, True, repeated, location, secret, xml)


def optional(api: str, type_: Type = TEXT, **more: Any) -> Any:
    """A parameter that may be left out; the arguments are those of ``ParameterSpec``."""
    parameter: ParameterSpec = required(api, type_, **more)
    return parameter._replace(required=False)


@dataclass_transform(kw_only_default=True, frozen_default=True, eq_default=False)
def record(cls: type[R]) -> type[R]:
    """Make a record class of the fields that a class declares."""
    rows = [row._replace(name=name) for name, row in _rows(cls, FieldSpec)]
    for row in rows:
        setattr(cls, row.name, UNSET)
    cls.spec = cls.spec._replace(fields=tuple(rows))
    body = {name: value for name, value in vars(cls).items() if name != "__dict__"}
    body["__class__"] = property(attrs_class)
    over_draft = type(cls.__name__, (draft_for(cls, [row.name for row in rows]),), body)
    return frozen(kw_only=True, repr=False, eq=False)(cast("type[R]", over_draft))


@dataclass_transform(
    kw_only_default=True, frozen_default=True, eq_default=False, field_specifiers=(required,)
)
def request(cls: type[Q]) -> type[Q]:
    """Make a request class of the parameters that a class declares."""
    rows = [row._replace(name=name) for name, row in _rows(cls, ParameterSpec)]
    for row in rows:
        if row.required:
            delattr(cls, row.name)
        else:
            setattr(cls, row.name, None)
    cast(Any, cls)._declared = tuple(rows)
    return frozen(kw_only=True, repr=False, eq=False)(cls)


_Row = TypeVar("_Row", FieldSpec, ParameterSpec)


def _rows(cls: type[Any], form: type[_Row]) -> Iterator[tuple[str, _Row]]:
    for name in cls.__annotations__:
        row = cls.__dict__.get(name)
        if isinstance(row, form):
            yield name, row
