"""Operations, as far as documents need them: what a run, and what follows it, asks of one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Protocol, Self

if TYPE_CHECKING:
    from twilio_ops_runtime.connection import Connection
    from twilio_ops_runtime.documents.options import Options
    from twilio_ops_runtime.documents.profiles import Profile
    from twilio_ops_runtime.documents.values import RunTimeContext
    from twilio_ops_runtime.formats.base import FormatName
    from twilio_ops_runtime.formats.projection import Projection
    from twilio_ops_runtime.parameters import Parameters
    from twilio_ops_runtime.records.specs import OperationSpec
    from twilio_ops_runtime.responses import ParsedResponse


class Keeper(Protocol):
    """An operation, as far as it says what is kept."""

    spec: ClassVar[OperationSpec]

    @property
    def options(self) -> Options: ...
    @property
    def secret_elements(self) -> frozenset[str]: ...


class Operation(Keeper, Protocol):
    """An operation, as far as a run needs it."""

    request_profile: ClassVar[Profile | None]
    response_profile: ClassVar[Profile | None]

    def ensure_supported(self) -> None: ...


class Reading(Operation, Protocol):
    """A Get or Query, as far as a run needs it."""

    connection: Connection

    def resolved(self, context: RunTimeContext, /) -> Self: ...


class Writing(Operation, Protocol):
    """A Create, Update or Delete, as far as a run needs it."""

    request: ClassVar[type[Parameters] | None]

    @property
    def projection(self) -> Projection | None: ...
    @property
    def document_format(self) -> FormatName: ...
    def ask(
        self, sid: str | None, values: Mapping[str, Any], asked: FormatName, /
    ) -> ParsedResponse: ...
